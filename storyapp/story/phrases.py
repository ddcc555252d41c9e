"""The short phrases that condition the painter, and the attributes that a phrase names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .plan import OWN_WORDS, CelPlan, ScenePlan

SAID_OF = {
    "figure": ("kind", "top_colour", "bottom_colour", "accessory", "accessory_colour", "pose", "expression"),
    "backdrop": ("setting", "time", "weather"),
    "thing": (),
}
NOTHING_WORN = "nothing worn"
_FORMS = {"top_colour": "{} shirt", "bottom_colour": "{} trousers"}


def phrase_of_figure(concept: str, attributes: Mapping[str, str], with_looks: bool = True) -> str:
    """The phrase of a figure, e.g. "fox, red shirt, blue trousers, nothing worn, walking, happy".

    With a locked portrait the looks are left out (`with_looks=False`): the portrait shows them.
    """
    parts = [concept]
    if with_looks:
        if "top_colour" in attributes:
            parts.append(f"{attributes['top_colour']} shirt")
        if "bottom_colour" in attributes:
            parts.append(f"{attributes['bottom_colour']} trousers")
        if attributes.get("accessory"):
            colour = attributes.get("accessory_colour")
            parts.append(f"{colour} {attributes['accessory']}" if colour else attributes["accessory"])
        else:
            parts.append(NOTHING_WORN)
    parts.append(attributes.get("pose", "standing"))
    if "expression" in attributes:
        parts.append(attributes["expression"])
    if attributes.get("facing", "front") != "front":
        parts.append("from the side")
    return ", ".join(parts)


def phrase_of_backdrop(setting: str, time: str, weather: str) -> str:
    """The phrase of a backdrop, e.g. "forest, night, snow"."""
    return ", ".join((setting, time, weather))


def phrase_of_cel(cel: CelPlan, with_looks: bool = True) -> str:
    """The phrase of a figure or thing: the person's own words if there are any, else made from the plan."""
    if cel.attributes.get(OWN_WORDS):
        return cel.attributes[OWN_WORDS]
    return phrase_of_figure(cel.concept, cel.attributes, with_looks) if cel.kind == "figure" else cel.concept


def phrases_said(plan: ScenePlan) -> list[str]:
    """Phrases of what the text names, one for the place and one for each cel, without what the plan only assumes."""
    place = [value for name in ("setting", "time", "weather") if name in plan.spans and (value := getattr(plan, name))]
    phrases = [", ".join(place)] if place else []
    for cel in plan.cels:
        said = [cel.concept, *(cel.attributes[name] for name in ("pose", "expression") if name in cel.attributes)]
        phrases.append(", ".join(said))
    return phrases


def attributes_said(phrase: str, frame: str, words: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The attributes that a phrase names in one of their `words` (attribute → known values).

    The inverse of `phrase_of_figure` and `phrase_of_backdrop`; of two values of one attribute the first counts.
    """
    text = f" {' '.join(phrase.lower().replace(',', ' , ').split())} "
    said: dict[str, str] = {}
    for name in SAID_OF[frame]:
        form = f"{{}} {said.get('accessory')}" if name == "accessory_colour" else _FORMS.get(name, "{}")
        places = {choice: text.find(f" {form.format(choice)} ") for choice in words.get(name, ())}
        found = [choice for choice, place in places.items() if place >= 0]
        if found:
            said[name] = min(found, key=places.__getitem__)
    return said
