"""Who rides whom, what is between two, and who carries a ladder."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader
from storyapp.story.plan import Relation


@pytest.mark.parametrize(
    ("text", "riders", "beast", "pose"),
    [
        ("The princess flew on a dragon over the castle.", ["princess"], "dragon", "flying"),
        ("A boy rode on the back of a big green dragon.", ["boy"], "dragon", "walking"),
        ("Lily rode a white unicorn through the meadow.", ["girl"], "unicorn", "walking"),
        ("Tom and Lily rode the unicorn home.", ["boy", "girl"], "unicorn", "walking"),
        ("The knight climbed onto the dragon and flew over the mountains.", ["knight"], "dragon", "flying"),
        ("The girl rode past the dragon on her bicycle.", [], "dragon", ""),
        ("The girl did not ride the unicorn.", [], "unicorn", ""),
        ("The dog jumped on the boy.", [], "dog", ""),
        ("The girl stood beside the unicorn and her brother waved.", [], "unicorn", ""),
    ],
)
def test_who_rides_whom(reader: Reader, text: str, riders: list[str], beast: str, pose: str) -> None:
    plan = reader.read(text, ())
    carrier = next(cel for cel in plan.cels if cel.concept == beast)
    assert sorted(cel.concept for cel in plan.cels if cel.relation == Relation("on", carrier.id)) == riders
    if pose:
        assert carrier.attributes["pose"] == pose
        assert all(cel.attributes["pose"] == "sitting" for cel in plan.cels if cel.concept in riders)


@pytest.mark.parametrize(
    ("text", "thing", "beside"),
    [
        ("A boy and a girl sat in the garden. Between them stood a big cake.", "cake", "boy"),
        ("The rabbit and the hedgehog sat at home with a lamp between them.", "lamp", "rabbit"),
        ("Anna and Ben put the basket between them.", "basket", "anna"),
        ("A boy and a girl ran between the house and the barn with a ball.", "ball", None),
        ("The girl held a ball. She stood between two trees with her brother.", "ball", None),
    ],
)
def test_what_is_between_two(reader: Reader, text: str, thing: str, beside: str | None) -> None:
    found = next(cel for cel in reader.read(text, ()).cels if cel.concept == thing).relation
    assert (found == Relation("right of", beside)) == (beside is not None)


@pytest.mark.parametrize(
    ("text", "thing", "held"),
    [
        ("Grandpa carried a ladder through the garden.", "ladder", True),
        ("Dad carried a chair into the garden.", "chair", True),
        ("Dad carried the cake and stood on a chair.", "chair", False),
        ("Grandpa held the ladder for Tom.", "ladder", False),
    ],
)
def test_who_carries_what_is_no_thing_for_a_hand(reader: Reader, text: str, thing: str, held: bool) -> None:
    found = next(cel for cel in reader.read(text, ()).cels if cel.concept == thing).relation
    assert (found is not None and found.kind == "held by") == held


@pytest.mark.parametrize(
    ("text", "middle"),
    [
        ("The girl walked between her mother and her father in the garden.", "girl"),
        ("By day a baby sat on the rug between its mother and father.", "baby"),
        ("The girl walked in the garden with her mother and her father.", "woman"),
    ],
)
def test_who_is_between_two_others_is_in_the_middle(reader: Reader, text: str, middle: str) -> None:
    figures = [cel.concept for cel in reader.read(text, ()).cels if cel.kind == "figure"]
    assert len(figures) == 3 and figures[1] == middle
