"""Names as stories use them: who is there because of one, and what is none."""

from __future__ import annotations

from typing import Any

import pytest

from storyapp import paths
from storyapp.engine.checkpoint import read_config
from storyapp.engine.reading.names.cast_names import find_names
from storyapp.engine.reading.names.strangers import strangers
from storyapp.engine.reading.reader import Reader
from storyapp.engine.reading.shown import REMEMBERED
from storyapp.engine.reading.words.dictionary import Dictionary
from storyapp.engine.reading.words.lexicon import Lexicon
from storyapp.story.model import Character
from storyapp.story.plan import CelPlan, ScenePlan

from .plans import figures
from .stories import story

CAST = (
    Character("badger", "Old Badger", concept="bear"),
    Character("anna", "Anna Bell", concept="girl"),
    Character("tim", "Tim", concept="boy"),
)
TALKING = (
    Character("squawk", "Squawk", concept="owl"),
    Character("jo", "Jo", concept="girl"),
    Character("hare", "Hare", concept="rabbit"),
    Character("fox", "Fox", concept="fox"),
)


@pytest.fixture(scope="module")
def lexicon(vocabulary: Any) -> Lexicon:
    return Lexicon(vocabulary, Dictionary.of(read_config(paths.model() / "reader.json")))


@pytest.mark.parametrize(
    "text",
    [
        "Cats danced.", "Kids laughed.", "Leaves fell.", "Sailors waved.", "Snowflakes fell.", "Branches broke.",
        "Whoosh went the wind.", "Yum! said the cat.", "Zoom! The rocket took off.", "Whooosh went the sled.", "Tick tock, said the clock.",
        "London was busy.", "They flew to Mars.", "In Zanzibar, a lion slept.", "They climbed Fox Hill.", "He walked down King Street.",
        "Summer was hot.", "Rose petals fell.", "Daisy chains hung on the wall.", "Will the bear come?", "May I come in?", "Feed the dog.",
        "She learned English.", "The Pirate Ship sailed.", "They live in Florence.", "A letter from Emma came.", "A picture of Mia hung there.",
        "Mia's cat slept.", "Mia's tired eyes closed.", "Plimsoll shoes fell down.", "They went to Zorpo.", "“Mia!” called the bear.",
    ],
)  # fmt: skip
def test_what_is_nobody(lexicon: Lexicon, text: str) -> None:
    assert strangers(text, (), lexicon) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mia couldn't sleep.", {"Mia": "girl"}),
        ("Mia never cries.", {"Mia": "girl"}),
        ("Mia's tired.", {"Mia": "girl"}),
        ("Lily, who was tired, sat down.", {"Lily": "girl"}),
        ("Rex wagged his tail.", {"Rex": "boy"}),
        ("Zorpa can swim.", {"Zorpa": "girl"}),
        ("Zorpa quickly ran home.", {"Zorpa": "girl"}),
        ("Zorpa cooks soup.", {"Zorpa": "girl"}),
        ("Mmm, said Nora.", {"Nora": "girl"}),
        ("April was happy.", {"April": "girl"}),
        ("In Spain Mia danced.", {"Mia": "girl"}),
        ("The dog ran to Nora.", {"Nora": "girl"}),
        ("Mum smiled at Tim.", {"Tim": "boy"}),
        ("The cat sat in front of Tim.", {"Tim": "boy"}),
        ("He waved to Zorpo.", {"Zorpo": "boy"}),
        ("Sam hid. She giggled.", {"Sam": "girl"}),
    ],
)
def test_who_is_named_is_there(lexicon: Lexicon, text: str, found: dict[str, str]) -> None:
    assert {name: one.concept for name, one in strangers(text, (), lexicon).items()} == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Uncle Tom danced.", {"Uncle Tom": "man"}),
        ("Uncle Bear danced.", {"Uncle Bear": "bear"}),
        ("Miss Honey opened the window.", {"Miss Honey": "woman"}),
        ("Ms Lee smiled.", {"Ms Lee": "woman"}),
        ("Robot Beep danced.", {"Robot Beep": "robot"}),
        ("Captain Greybeard sang.", {"Captain Greybeard": "pirate"}),
        ("Doctor Emma smiled.", {"Doctor Emma": "woman"}),
        ("Father Christmas laughed.", {"Father Christmas": "grandfather"}),
        ("My dog Rex barked.", {"Rex": "dog"}),
        ("Bruno the Bear danced.", {"Bruno": "bear"}),
        ("Olaf the Viking danced.", {"Olaf": "boy"}),
        ("Biscuit the cat slept.", {"Biscuit": "cat"}),
        ("A snail named Turbo slept. Turbo was tired.", {"Turbo": ""}),
        ("Her doll Susi fell down.", {"Susi": ""}),
        ("Daisy the cow slept.", {"Daisy": "cow"}),
        ("Daisy the goat slept.", {"Daisy": ""}),
        ("She danced with her friend Bella.", {"Bella": "girl"}),
        ("On his dragon Tim flew away.", {"Tim": "boy"}),
        ("Tom, the cat and the dog danced.", {"Tom": "boy"}),
        ("She gave Mia the cat.", {"Mia": "girl"}),
        ("She gave Mia the ball and Finn the kite.", {"Mia": "girl", "Finn": "boy"}),
    ],
)
def test_what_is_told_of_a_name(lexicon: Lexicon, text: str, found: dict[str, str]) -> None:
    assert {name: one.concept for name, one in strangers(text, (), lexicon).items()} == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Badger sat down.", ["badger"]),
        ("Old Badger sat down.", ["badger"]),
        ("A badger sat down.", []),
        ("Mr Badger sat down.", []),
        ("Anna ran home.", ["anna"]),
        ("Anna Smith ran home.", []),
        ("The bell rang.", []),
        ("Tim's happy.", ["tim"]),
        ("Tim's hat fell down.", []),
        ("They met at Tim's home.", []),
    ],
)
def test_a_part_of_a_name_is_enough(text: str, found: list[str]) -> None:
    assert [who for who, _ in find_names(text, (0, len(text)), CAST)] == found


CREW = (
    Character("marmalade", "Captain Marmalade", description="a cat in a red coat", concept="cat"),
    Character("fizz", "Fizz", description="a small mouse doctor with glasses", concept="mouse"),
    Character("leo", "King Leo", concept="lion"),
    Character("gust", "Gust", description="a huge old giant with a beard", concept="man"),
    Character("ida", "Ida", description="a girl, the daughter of the queen", concept="girl"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("So the captain cooked soup.", ["marmalade"]),
        ("Suddenly the Captain shouted.", ["marmalade"]),
        ("The doctor ran to the king.", ["fizz", "leo"]),
        ("The giant carried the captain.", ["gust", "marmalade"]),
        ("A giant came by.", []),
        ("A captain sailed by.", []),
        ("The captain of the other ship waved.", []),
        ("The captain's hat fell off.", []),
        ("The King Oak was tall.", []),
        ("The queen sat down.", []),
        ("The mouse ran.", []),
    ],
)
def test_a_title_or_work_with_the_is_the_one_of_the_cast(text: str, found: list[str]) -> None:
    assert [who for who, _ in sorted(find_names(text, (0, len(text)), CREW), key=lambda one: one[1])] == found


@pytest.mark.parametrize(
    ("word", "kind"), [("Grandad", "grandfather"), ("Nan", "grandmother"), ("Mommy", "woman"), ("Opa", "grandfather")]
)
def test_families_have_names_of_their_own(reader: Reader, word: str, kind: str) -> None:
    assert [cel.concept for cel in reader.read(f"{word} danced.", ()).cels] == [kind]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("“Hare doesn't like me,” Fox sniffed.", {"fox"}),
        ("“Where is Hare?” asked Fox.", {"fox"}),
        ("Fox hugged Hare. “You are nice, Hare,” he said.", {"fox", "hare"}),
        ("Jo ran home. “Squawk, where is my map?” she roared.", {"jo", "squawk"}),
    ],
)
def test_who_is_spoken_to_is_there_and_not_the_speaker(reader: Reader, text: str, there: set[str]) -> None:
    assert {cel.id for cel in reader.read(text, TALKING).cels} >= there
    assert ("hare" in {cel.id for cel in reader.read(text, TALKING).cels}) == ("hare" in there)


@pytest.mark.parametrize("text", ["“I see Tim!” shouted Anna.", "“Tim, look!” said Anna. She hugged him."])
def test_who_is_seen_or_spoken_to_in_a_quotation_is_there(reader: Reader, text: str) -> None:
    assert {cel.who for cel in reader.read(text, CAST).cels} == {"tim", "anna"}


def test_a_pronoun_behind_a_quotation_is_the_speaker(reader: Reader) -> None:
    before = reader.read("Jo ran home.", TALKING)
    plan = reader.read("“Squawk, where is my map?” she roared.", TALKING, before)
    assert {cel.id for cel in plan.cels} == {"squawk", "jo"}


def test_a_name_and_its_title_are_one(reader: Reader) -> None:
    plan = reader.read("Uncle Tom danced. Then Tom laughed.", ())
    assert [cel.concept for cel in plan.cels] == ["man"]


@pytest.mark.parametrize(("text", "what"), [("Daisy the goat slept.", "goat"), ("A snail named Turbo slept.", "snail")])
def test_what_is_called_by_a_name_is_drawn_once(reader: Reader, text: str, what: str) -> None:
    assert [cel.concept for cel in reader.read(text, ()).cels] == [what]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Rufus the dog was sleeping.", "Rufus ran around the garden.", "dog"),
        ("My dog Rex barked.", "Then Rex ran home.", "dog"),
        ("Mia is a little mouse.", "Mia danced.", "mouse"),
        ("Tom danced.", "Tom slept.", "boy"),
    ],
)
def test_a_name_is_who_it_was_in_the_scene_before(reader: Reader, before: str, after: str, kind: str) -> None:
    first = reader.read(before, ())
    assert [cel.concept for cel in reader.read(after, (), first).cels] == [kind]


def test_who_wears_a_hat_wears_it_in_the_next_scene_too(reader: Reader) -> None:
    first = reader.read("Captain Biscuit was a pirate with a big hat.", ())
    (captain,) = reader.read("Captain Biscuit danced.", (), first).cels
    assert captain.attributes["accessory"] == "hat"
    (bare,) = reader.read("Captain Biscuit lost his hat.", (), first).cels
    assert "accessory" not in bare.attributes


@pytest.mark.parametrize(
    ("before", "after", "thing"),
    [
        ("His parrot Coco sat on the boat.", "Coco was so scared that she hid.", "parrot"),
        ("A snail named Turbo slept.", "Turbo ate a leaf.", "snail"),
        ("Mia had a snail called Shelly.", "Mia fed Shelly.", "snail"),
    ],
)
def test_a_thing_keeps_its_name_in_the_next_scene(reader: Reader, before: str, after: str, thing: str) -> None:
    first = reader.read(before, ())
    (named,) = [cel for cel in first.cels if cel.concept == thing]
    second = reader.read(after, (), first)
    assert second.cel(named.id).concept == thing
    assert [cel.concept for cel in second.cels if cel.kind == "figure"] in ([], ["girl"])
    assert "Mia" in after or not [cel for cel in second.cels if cel.kind == "figure"]


@pytest.mark.parametrize(
    ("told", "named", "who"),
    [
        ("A girl and a small dog called Pip walked home.", "Pip ran home.", {"pip": "dog"}),
        ("Princess Ada danced.", "Ada sat down.", {"princess-ada": "princess"}),
        ("His parrot Coco sat on the boat.", "Coco sang.", {"coco": "parrot"}),
        ("A girl danced.", "Pip ran home.", {"pip": "boy"}),
    ],
)
def test_a_name_is_who_it_was_although_scenes_lie_between(
    reader: Reader, told: str, named: str, who: dict[str, str]
) -> None:
    plan = reader.read(told, ())
    for between in ("The dragon slept in the cave.", "A witch flew over the trees."):
        plan = reader.read(between, (), plan)
        assert not {cel.id for cel in plan.cels} & set(who)
    assert {cel.id: cel.concept for cel in reader.read(named, (), plan).cels} == who


@pytest.mark.parametrize(
    ("after", "coat"),
    [("The girl sat down.", "red"), ("The girl in the blue coat sat down.", "blue"), ("A girl sat down.", None)],
)
def test_whom_a_noun_means_wears_what_she_wore(reader: Reader, after: str, coat: str | None) -> None:
    plan = reader.read("A girl in a red coat walked through the forest.", ())
    plan = reader.read("The dragon slept in the cave.", (), plan)
    (girl,) = (cel for cel in reader.read(after, (), plan).cels if cel.kind == "figure")
    assert girl.attributes.get("top_colour") == coat


def test_no_more_people_are_remembered_than_a_book_has(reader: Reader) -> None:
    many = ScenePlan(earlier=tuple(CelPlan(f"name-{index}", "figure", "boy") for index in range(99)))
    assert len(reader.read("The dragon slept.", (), many).earlier) == REMEMBERED


@pytest.mark.parametrize(
    ("text", "cel", "looks"),
    [
        ("Lily had red hair. > Lily ran.", "lily", {"hair": "3"}),
        ("Lily, who had red hair, smiled. > Tom slept. > Lily ran.", "lily", {"hair": "3"}),
        ("Lily had red hair. > Anna ran.", "anna", {}),
    ],
)
def test_told_hair_is_kept(reader: Reader, text: str, cel: str, looks: dict[str, str]) -> None:
    found = next(one for one in story(reader, text).cels if one.id == cel)
    assert {name: value for name, value in found.attributes.items() if name == "hair"} == looks


def test_who_tells_the_story_stays_who_it_is(reader: Reader) -> None:
    assert figures(story(reader, "I am Max. I ran home. > Lena found a shell. > I danced.")) == ["boy"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Soon Mila's eyes closed.", "mila"),
        ("Then Mila's cheeks turned red.", "mila"),
        ("Suddenly Mila's nose itched.", "mila"),
        ("Soon Otto's eyes closed.", None),
    ],
)
def test_a_little_word_before_an_owner_is_no_part_of_the_name(reader: Reader, text: str, who: str | None) -> None:
    plan = reader.read(text, (Character("mila", "Mila", concept="girl"),))
    assert [(cel.id.count("-"), cel.who) for cel in plan.cels] == [(0, who)]
