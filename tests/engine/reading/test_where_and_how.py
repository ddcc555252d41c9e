"""What only hints at a place, night and rain in turns of speech, vehicles that a verb tells, parts of somebody that fall."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader

from .stories import story


@pytest.mark.parametrize(
    ("scenes", "place"),
    [
        ("Mia slept in her bedroom. > The book fell on the rug.", "bedroom"),
        ("Leo sat in the classroom. > The children sat on the carpet.", "classroom"),
        ("They pitched the tent beside a lake. > They sat by the fire.", "lake"),
        ("The cow stood on the farm. > She looked at the hen on her doorstep.", "farm"),
        ("Mia sat on the rug and drank cocoa.", "living room"),
        ("Tom went home. He sat by the fire.", "living room"),
        ("They walked through the forest. > Mum put the kettle on the stove.", "kitchen"),
        ("Oskar pressed his nose against the window. Everything was white.", "living room"),
        ("Tom ran on the snowy hill. > The dog rolled with her paws in the air.", "hills"),
        ("The dragon flew through the air.", "sky"),
        ("Tom pointed at the moon.", None),
        ("Tom found a frog in the bucket.", None),
        ("The astronaut floated in space.", "space"),
        ("The queen chased her round and round the throne room.", "throne room"),
        ("The dog ran around the kitchen.", "kitchen"),
        ("Tom ran around the school.", "playground"),
        ("The captain stood on the ship. > On the island the captain dug and dug.", "beach"),
        ("They landed on the island.", "beach"),
        ("The pirates sailed to the island.", None),
        ("In the castle on the island lived a king.", "castle"),
    ],
)
def test_where_it_is(reader: Reader, scenes: str, place: str | None) -> None:
    assert story(reader, scenes).setting == place


@pytest.mark.parametrize(
    ("scenes", "time", "weather"),
    [
        ("Dad turned off the lamp and the room went very dark.", "night", "clear"),
        ("“Just one more story,” begged Poppy.", "night", "clear"),
        ("Mum tucked Poppy in.", "night", "clear"),
        ("“Good night,” said Mum. > The next morning Mia woke up.", "day", "clear"),
        ("Wren could not sleep. She saw one star blinking outside.", "night", "clear"),
        ("One day a little owl could not sleep.", "night", "clear"),
        ("“I can't sleep,” said Bear.", "night", "clear"),
        ("It was a sunny afternoon. Ben could not sleep.", "day", "clear"),
        ("Ben could not sleep. > In the morning he yawned.", "day", "clear"),
        ("Ben could not sleep. > He tiptoed down the stairs.", "night", "clear"),
        ("Mia put on her pyjamas.", "night", "clear"),
        ("She wore pyjamas with stars that glittered.", "day", "clear"),
        ("By candlelight the old man wrote a letter.", "night", "clear"),
        ("Long after everyone had gone to bed, the toys ran about.", "night", "clear"),
        ("Somewhere an owl hooted.", "night", "clear"),
        ("“Oh,” hooted the owl.", "day", "clear"),
        ("Tom was ill and had to go to bed with a cold.", "day", "clear"),
        ("It was night in the forest. > A week later the fox came back.", "day", "clear"),
        ("It was night in the forest. > That winter the fox was alone.", "day", "snow"),
        ("It was night in the forest. > It was winter and the fox was alone.", "night", "snow"),
        ("It was night in the forest. > “Next week I go home,” said the fox.", "night", "clear"),
        ("It was night in the forest. > The fox woke up and stretched.", "day", "clear"),
        ("It rained in the garden. > The clouds rolled away.", "day", "clear"),
        ("It rained in the garden. > Clouds rolled over the hill.", "day", "cloudy"),
        ("The storm howled around the ship. > At last the sea was calm.", "day", "clear"),
        ("It snowed in the forest. > Spring returned and the birds sang.", "day", "clear"),
        ("It was getting late.", "night", "clear"),
        ("They sailed for three days and three nights. > Then she saw an island.", "day", "clear"),
        ("It was night in the street. > A nurse waited. She had worked all day.", "night", "clear"),
        ("It was night in the street. > The nurse worked all day.", "day", "clear"),
        ("It was night at the beach. > The fisherman heard it and rowed towards the light.", "night", "clear"),
        ("It was night at the beach. > The next evening he came.", "sunset", "clear"),
        ("It was late summer in the garden.", "day", "clear"),
        ("Dad tucked into the cake.", "day", "clear"),
        ("Dad turned off the tap.", "day", "clear"),
        ("The farmyard flooded.", "day", "rain"),
        ("“Come in out of the rain,” she said.", "day", "rain"),
        ("The room was flooded with light.", "day", "clear"),
    ],
)
def test_when_it_is(reader: Reader, scenes: str, time: str, weather: str) -> None:
    plan = story(reader, scenes)
    assert (plan.time, plan.weather) == (time, weather)


@pytest.mark.parametrize(
    ("text", "pose", "feeling"),
    [
        ("The dog ran around the garden.", "running", None),
        ("He scrubbed until his arm fell off.", None, None),
        ("Nora's tooth wobbled and then it fell into her porridge.", None, None),
        ("The dog fell off the wall.", "falling", None),
        ("Tom lost his hat, and he fell.", "falling", None),
        ("She rolled over and over.", "sitting", None),
        ("Tom rolled down the hill.", "falling", None),
        ("“Goal!” yelled Mo.", None, None),
        ("Tom yelled at his brother.", None, "angry"),
        ("“Go away!” yelled Tom angrily.", None, "angry"),
    ],
)
def test_what_is_done(reader: Reader, text: str, pose: str | None, feeling: str | None) -> None:
    attributes = next(cel for cel in reader.read(text, ()).cels if cel.kind == "figure").attributes
    assert (attributes.get("pose"), attributes.get("expression")) == (pose, feeling)


@pytest.mark.parametrize(
    ("scenes", "riders"),
    [
        ("Tom cycled to school.", {"tom": "bicycle"}),
        ("Mia and Tom cycled up the hill.", {"mia": "bicycle", "tom": "bicycle-2"}),
        ("He borrowed the smallest rocket and blasted off into space.", {"boy": "rocket"}),
        ("“Are we there?” asked Ben from the back seat.", {"ben": "car"}),
        ("The captain stood on the ship. > They sailed past a whale.", {"captain": "ship"}),
        ("Oskar and Freya pulled the sledge up the hill. Down they flew.", {"oskar": "sled", "freya": "sled"}),
        ("Tom raced down the hill.", {}),
        ("The witch flew down to the village.", {}),
        ("The ship sailed past.", {}),
        ("The captain sailed across the stormy sea with his friend Fizz.", {"captain": "sailboat", "fizz": "sailboat"}),
        (
            "Ada and Ben sailed across the sea. > Rain poured down and they hid under a barrel.",
            {"ada": "sailboat", "ben": "sailboat"},
        ),
        (
            "Ada stood on the deck of the Salty Biscuit. > “Land ahoy!” she shouted, and ran to the rail.",
            {"ada": "ship"},
        ),
        ("Ada stood on the deck of the ship. > She jumped into the sea.", {}),
        ("Ada swam in the sea with a turtle.", {}),
        ("Grandma sat on the deck behind the house.", {}),
        ("Tom drove to town in the car with his mum.", {"tom": "car", "woman": "car"}),
        ("Every Saturday Lily took the bus to the village.", {"lily": "bus"}),
        ("Milo waved to Ada from the bus.", {"milo": "bus"}),
        ("Tom took the train out of the box.", {}),
        ("A bus came down the street. Mum was at the wheel.", {"woman": "bus"}),
        ("Mia and Tom were on the bus. > Then they drove on.", {"mia": "bus", "tom": "bus"}),
        ("Mia and Tom drove home.", {"mia": "car", "tom": "car"}),
        ("Mia and Tom drove off the wolf.", {}),
        ("The potter sat at the wheel.", {}),
    ],
)
def test_who_rides(reader: Reader, scenes: str, riders: dict[str, str]) -> None:
    cels = story(reader, scenes).cels
    assert {cel.id: cel.relation.target for cel in cels if cel.kind == "figure" and cel.relation} == riders


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("A note from Mum lay in the box.", ["box", "letter"]),
        ("Tom lay in bed. Somewhere outside an owl hooted.", ["bed", "boy"]),
        ("In the distance a wolf howled, and Tom ran.", ["boy"]),
        ("An owl hooted, and Tom ran.", ["boy", "owl"]),
        ("Tom took the letter from the postman.", ["boy", "letter", "man"]),
        ("Poppy hugged her toy rabbit.", ["girl", "teddy bear"]),
        ("Poppy hugged her rabbit.", ["girl", "rabbit"]),
        ("Tom put on his coat and went out.", ["boy"]),
        ("Tom and Mia put on their coats and went out.", ["boy", "girl"]),
        ("The witch brought a cake with three candles.", ["cake", "witch"]),
        ("Mia lit a candle and ate the cake.", ["cake", "candle", "girl"]),
        ("Lily ran along the bank of the river.", ["girl"]),
        ("On the table stood a wooden boat.", ["table", "toy boat"]),
    ],
)
def test_who_is_there(reader: Reader, text: str, there: list[str]) -> None:
    assert sorted(cel.concept for cel in reader.read(text, ()).cels) == there
