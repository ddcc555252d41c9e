"""What figures do and feel, on the shipped reader: what is said of one is not drawn of another, nor what is denied."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "cel", "pose"),
    [
        ("Nora carried the cat.", "cat", None),
        ("Nora carried the cat.", "nora", "holding"),
        ("The cat was carried by the knight.", "knight", "holding"),
        ("The cat was carried by the knight.", "cat", None),
        ("The bear hugged the rabbit and the fox waved.", "rabbit", None),
        ("The lion hugged the mouse and the monkey danced.", "monkey", "dancing"),
        ("The boy saw the rabbit and the fox dancing.", "rabbit", "dancing"),
        ("The fox and the bear danced.", "fox", "dancing"),
        ("The cat ran to the bear and the dog slept.", "bear", None),
        ("The boy kissed his mother and ran away.", "woman", None),
        ("The children saw the bear and ran.", "girl", "running"),
        ("The children saw the bear and ran.", "bear", None),
        ("The girl with the dog ran.", "dog", "running"),
        ("The dog and the cat were wet and cold.", "dog", None),
        ("The princess was lifted by the dragon.", "dragon", "holding"),
        ("Peter and his sister went into the wood.", "peter", "walking"),
        ("The owl is awake, but the rabbits are asleep.", "owl", None),
        ("The owl is awake, but the rabbits are asleep.", "rabbit", "sleeping"),
        ("The bear lay awake in bed.", "bear", "sitting"),
        ("The bear lay in bed.", "bear", "sleeping"),
        ("The rabbit stopped running.", "rabbit", None),
        ("The rabbit did not stop running.", "rabbit", "running"),
        ("The boy almost fell.", "boy", None),
        ("The boy fell.", "boy", "falling"),
        ("The bear could not sleep.", "bear", None),
        ("The bear never slept so well.", "bear", "sleeping"),
        ("Not far away sat a fox.", "fox", "sitting"),
        ("The penguin tried to fly.", "penguin", None),
        ("The girl raised her hand.", "girl", "waving"),
        ("The children put up their hands.", "boy", "waving"),
        ("The boy crossed his arms.", "boy", "standing"),
        ("The cat got wet.", "cat", None),
        ("The owl nodded.", "owl", None),
        ("The bear nodded off.", "bear", "sleeping"),
        ("The bear walked sleepily to the kitchen.", "bear", "walking"),
        ("Grandpa milks the cow every morning.", "grandpa", "sitting"),
        ("Mum made soup and the boy ate it.", "woman", None),
        ("Mum made soup and the boy ate it.", "boy", "eating"),
        ("The girl baked a cake and ate it.", "girl", "eating"),
        ("The girl skated on the ice.", "girl", "running"),
        ("The baby clung to her mother.", "baby", "hugging"),
        ("Gran sat in her rocking-chair.", "gran", "sitting"),
        ("The bear knocked on the door.", "bear", None),
        ("The girl was hungry.", "girl", None),
        ("The tired boy slept.", "boy", "sleeping"),
        ("The pig was tired.", "pig", None),
        ("The fox hid behind a tree.", "fox", None),
        ("Dad tucked Ella in.", "ella", None),
        ("The boys tucked into the cake.", "boy", "eating"),
        ("The girl dropped her ice cream.", "girl", None),
        ("The monkey dropped from the tree.", "monkey", "falling"),
    ],
)
def test_who_does_what(reader: Reader, text: str, cel: str, pose: str | None) -> None:
    assert reader.read(text, ()).cel(cel).attributes.get("pose") == pose


@pytest.mark.parametrize(
    ("text", "cel", "feeling"),
    [
        ("The girl was happy but the boy was sad.", "girl", "happy"),
        ("The girl was happy but the boy was sad.", "boy", "sad"),
        ("The fox was angry, but the bear was calm.", "fox", "angry"),
        ("The girl stopped crying.", "girl", "calm"),
        ("The girl cried.", "girl", "sad"),
        ("The girl hugged the dog and laughed.", "girl", "happy"),
        ("The girl hugged the dog and laughed.", "dog", None),
        ("The boy picked the cat up and laughed.", "boy", "happy"),
        ("The boy picked the cat up and laughed.", "cat", None),
        ("Nia opened her umbrella.", "nia", None),
        ("My son spent the afternoon with the dog.", "boy", None),
        ("The lion angrily roared.", "lion", "angry"),
        ("The pig sighed happily.", "pig", "happy"),
        ("The pig sighed.", "pig", "sad"),
        ("The girl smiled sadly.", "girl", "sad"),
        ("The boy shouted angrily.", "boy", "angry"),
        ("The girl ran happily through the garden.", "girl", "happy"),
        ("The girl walked slowly.", "girl", None),
        # to cry out is not to weep
        ("“Look at that!” the boy cried.", "boy", None),
        ("“It is mine,” the old king cried, jumping.", "king", None),
        ("“Stop!” the boy cried and cried.", "boy", "sad"),
        ("“No!” the girl cried bitterly.", "girl", "sad"),
        ("“No.” The girl cried.", "girl", "sad"),
    ],
)
def test_who_feels_how(reader: Reader, text: str, cel: str, feeling: str | None) -> None:
    assert reader.read(text, ()).cel(cel).attributes.get("expression") == feeling


@pytest.mark.parametrize(
    ("text", "feelings"),
    [
        ("An angry witch shouted at two scared children.", ["angry", "scared", "scared"]),
        ("The bear saw a happy fox.", [None, "happy"]),
        ("The girl was happy, and the boy danced.", ["happy", None]),
    ],
)
def test_a_feeling_before_somebody_is_theirs(reader: Reader, text: str, feelings: list[str | None]) -> None:
    plan = reader.read(text, ())
    assert [cel.attributes.get("expression") for cel in plan.cels][: len(feelings)] == feelings


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The boy ate an apple.", True),
        ("A fox held a fish.", True),
        ("The robot carried a big box.", True),
        ("The dragon carried a house.", False),
        ("The fox saw a fish.", False),
    ],
)
def test_what_one_eats_or_carries_is_in_hand(reader: Reader, text: str, held: bool) -> None:
    thing = reader.read(text, ()).cels[-1]
    assert (thing.relation is not None and thing.relation.kind == "held by") == held


@pytest.mark.parametrize("text", ["Grandpa slept in bed.", "Mia lay in bed and listened.", "The boy stayed in bed."])
def test_who_is_in_bed_is_in_the_bedroom(reader: Reader, text: str) -> None:
    plan = reader.read(text, ())
    assert plan.setting == "bedroom" and [cel.concept for cel in plan.cels][-1] == "bed"
