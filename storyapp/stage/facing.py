"""Who looks where once all are placed: at each other, and animals at whom they are with."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from storyapp.story.holding import followed, riders
from storyapp.story.plan import CelPlan, Placement, ScenePlan

# Things that are drawn from the side: animals look at somebody, vehicles go where who is on them looks.
ANIMALS = frozenset(
    """
    horse cow goat ram deer moose camel zebra giraffe rhinoceros hippopotamus tiger leopard gorilla kangaroo badger beaver
    skunk hedgehog chipmunk boar donkey ox bison llama poodle swan goose duck chicken turkey flamingo dodo parrot dinosaur
    sauropod mammoth turtle snail ant caterpillar cricket rat buffalo fish shark whale dolphin bird dove eagle blackbird bee
    hen sheep lamb reindeer seagull ostrich seahorse robin llama crocodile lizard worm raccoon seal otter kangaroo tiger
    """.split()
) | {"black cat", "tropical fish", "blue whale"}
VEHICLES = frozenset(
    "carousel car taxi bus truck pickup ambulance tractor train bicycle scooter motorcycle jeep helicopter "
    "cart carriage tricycle digger".split()
) | {"school bus", "racing car", "fire engine", "police car", "motor scooter"}
# Those of them whose drawing (an emoji) looks to the left; the others' looks to the right.
LOOK_LEFT = frozenset("ram sheep skunk bison ox poodle swan dodo cricket buffalo dove bee".split()) | VEHICLES - {
    "school bus",
    "cart",
    "carriage",
    "tricycle",
    "digger",
}
GOING = frozenset(("walking", "running", "swimming", "flying"))
_TOWARDS = GOING | {"pointing", "hugging"}  # poses in which one alone looks at a thing
_WITH = ("held by", "on", "in")


def turned(plan: ScenePlan, placed: Mapping[str, Placement]) -> dict[str, Placement]:
    """All placements, with those turned round who look away from whom they are with; what is pinned stays.

    Whoever a person has given a facing stays too.
    """
    found = dict(placed)
    shown = [cel for cel in plan.cels if cel.id in found and not found[cel.id].hidden]
    figures = [cel for cel in shown if cel.kind == "figure" and not _is_carried(plan, cel)]
    if len(figures) == 1 and is_turned(figures[0]) and not found[figures[0].id].pinned:
        _turn_to_thing(plan, figures[0], shown, found)
    for thing in shown:
        if thing.kind == "thing" and thing.concept in ANIMALS | VEHICLES and not found[thing.id].pinned:
            left = _looks_left(thing, shown, found)
            if left is not None:
                _turn(plan, thing.id, left != (thing.concept in LOOK_LEFT), found)
    return found


def is_turned(cel: CelPlan) -> bool:
    """Whether a figure looks to one side, and to which nobody has chosen."""
    return cel.attributes.get("facing") == "right" and "facing" not in cel.corrected


def all_go(cels: Sequence[CelPlan]) -> bool:
    """Whether several go somewhere: they do so in one direction."""
    return len(cels) > 1 and all(cel.attributes.get("pose") in GOING for cel in cels)


def _is_carried(plan: ScenePlan, cel: CelPlan) -> bool:
    return (
        cel.relation is not None
        and cel.relation.kind in _WITH
        and any(one.id == cel.relation.target and one.kind == "figure" for one in plan.cels)
    )


def _turn_to_thing(plan: ScenePlan, figure: CelPlan, shown: Sequence[CelPlan], found: dict[str, Placement]) -> None:
    """One alone looks at an animal, and who points or goes at any other thing; what is in the hands goes along."""
    own = riders(plan, figure.id) | ({figure.relation.target} if figure.relation else set())
    things = [cel for cel in shown if cel.kind == "thing" and cel.id not in own]
    things = [cel for cel in things if cel.relation is None or cel.relation.kind not in _WITH]
    beasts = [cel for cel in things if cel.concept in ANIMALS]
    nearest = _nearest(figure.id, beasts or (things if figure.attributes.get("pose") in _TOWARDS else []), found)
    if nearest is None:
        return
    _turn(plan, figure.id, _middle(found[nearest]) < _middle(found[figure.id]), found)


def _turn(plan: ScenePlan, key: str, mirrored: bool, found: dict[str, Placement]) -> None:
    """One looks to a side, and what they hold, or have on the head, goes along."""
    before, after = found[key], replace(found[key], mirrored=mirrored)
    if before.mirrored != mirrored:
        along = {cel.id for cel in plan.cels if cel.kind == "thing" or plan.cel(key).kind == "figure"}
        for one in riders(plan, key) & found.keys() & along:
            if not found[one].pinned and not _is_of_rider(plan, one, key):
                found[one] = followed(found[one], before, after)
        found[key] = after


def _is_of_rider(plan: ScenePlan, one: str, key: str) -> bool:
    """Whether a thing belongs to somebody who is on what turns round: they look where they did."""
    relation = plan.cel(one).relation
    return plan.cel(key).kind == "thing" and relation is not None and relation.target != key


def _looks_left(thing: CelPlan, shown: Sequence[CelPlan], found: Mapping[str, Placement]) -> bool | None:
    """Whether an animal or a vehicle is to look to the left; None where it may look either way."""
    on_it = [cel for cel in shown if cel.relation and cel.relation.target == thing.id and cel.relation.kind in _WITH]
    on_it = [cel for cel in on_it if cel.kind == "figure"]
    aside = [cel for cel in on_it if cel.attributes.get("facing", "front") != "front"]
    if aside:
        return found[aside[0].id].mirrored
    if on_it or thing.concept in VEHICLES or (thing.relation is not None and thing.relation.kind == "held by"):
        return None
    others = [cel for cel in shown if cel.kind == "figure"]
    others = others or [cel for cel in shown if cel.concept in ANIMALS and cel.concept != thing.concept]
    nearest = _nearest(thing.id, others, found)
    return None if nearest is None else _middle(found[nearest]) < _middle(found[thing.id])


def _nearest(key: str, others: Sequence[CelPlan], found: Mapping[str, Placement]) -> str | None:
    middle = _middle(found[key])
    return min((cel.id for cel in others), key=lambda one: abs(_middle(found[one]) - middle), default=None)


def _middle(one: Placement) -> float:
    return one.box.x + one.box.width / 2
