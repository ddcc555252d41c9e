"""Who is on, in, behind or under what, and sits there: all who are told of, and nobody else."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader
from storyapp.story.plan import ScenePlan


def where(plan: ScenePlan) -> dict[str, str]:
    """How each cel stands to another: "in car"."""
    return {
        cel.id: f"{cel.relation.kind} {plan.cel(cel.relation.target).concept}"
        for cel in plan.cels
        if cel.relation is not None
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # All who are told of.
        ("Tom and Mia slept in the bed.", {"tom": "in bed", "mia": "in bed"}),
        ("Three pirates sat in a canoe.", {"pirate": "in canoe", "pirate-2": "in canoe", "pirate-3": "in canoe"}),
        ("The boy and the girl rode the horse.", {"boy": "on horse", "girl": "on horse"}),
        ("Dad drove Lucy in the car.", {"man": "in car", "lucy": "in car"}),
        ("Mum took Ben to school in the bus.", {"woman": "in bus", "ben": "in bus"}),
        # Only those.
        ("Leo pulled his sister on the sled.", {"girl": "on sled"}),
        ("The cat slept on the sofa and the dog ate.", {"cat": "on sofa"}),
        ("The boy ran and the girl sat in the car.", {"girl": "in car"}),
        ("Tom saw Mia in the car.", {"mia": "in car"}),
        # Parts, seats that are tops, hollow things.
        ("The cat sat on the roof of the house.", {"cat": "on house"}),
        ("The girl sat on the back of the horse.", {"girl": "on horse"}),
        ("An owl sat in the tree.", {"owl": "on tree"}),
        ("The king sat on a bucket.", {"king": "on bucket"}),
        ("The mouse slept in the teapot.", {"mouse": "in teapot"}),
        ("The bear slept in the teapot.", {}),
        ("The girl looked at the roof of the house.", {}),
        # Behind and under.
        ("The girl hid behind the tree.", {"tree": "in front of girl"}),
        ("The bear stood behind the rock.", {"rock": "in front of bear"}),
        ("The cat hid under the bed.", {"bed": "in front of cat"}),
        ("The boy slept under the tree.", {"tree": "behind boy"}),
        ("The girl stood in front of the tree.", {"tree": "behind girl"}),
        ("The girl stood beside the tree.", {"tree": "beside girl"}),
        ("The ball was under the chair.", {"ball": "beside chair"}),
        ("The girl stood under the red umbrella.", {"umbrella": "held by girl"}),
        # Both hands.
        ("The bear carried two buckets.", {"bucket": "held by bear", "bucket-2": "held by bear"}),
        # A boat for who sails.
        ("The captain sailed across the wide sea.", {"captain": "in sailboat"}),
        ("Tom and Mia rowed across the lake.", {"tom": "in canoe", "mia": "in canoe"}),
        ("The captain and his parrot sailed over to the island.", {"captain": "in sailboat"}),
        ("The ship sailed on the sea.", {}),
        ("The girl watched the sails on the sea.", {}),
        ("The children sat in a row by the sea.", {}),
        ("The kite sailed through the air.", {}),
        ("Mia saw a ship sailing on the sea.", {}),
        # In a mouth, and read.
        ("The dog trotted behind Tom with a ball in its mouth.", {"ball": "held by dog"}),
        ("The queen read a letter from the captain.", {"letter": "held by woman"}),
        ("She carried a basket with two eggs.", {"basket": "held by girl", "egg": "in basket", "egg-2": "in basket"}),
    ],
)
def test_who_is_where(reader: Reader, text: str, expected: dict[str, str]) -> None:
    assert where(reader.read(text, ())) == expected


@pytest.mark.parametrize(
    ("text", "pose"),
    [
        ("Edith rode the bicycle with her coat.", "sitting"),
        ("The girl was on the sled.", "sitting"),
        ("The boy climbed into the car.", "sitting"),
        ("The boy stood on the horse.", "standing"),
        ("The girl stood on a barrel.", "standing"),
        ("Mia jumped on the bed.", "jumping"),
        ("The baby slept in the car.", "sleeping"),
        ("The witch flew on a broom.", "flying"),
        ("The boy read a book on the sofa.", "reading"),
    ],
)
def test_who_rides_or_drives_sits(reader: Reader, text: str, pose: str) -> None:
    cel = next(one for one in reader.read(text, ()).cels if one.kind == "figure")
    assert cel.attributes.get("pose") == pose
