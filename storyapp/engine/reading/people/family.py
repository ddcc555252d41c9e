"""Who is of one family: relatives have one skin, on every page, unless the words say otherwise.

A story is taken to tell of one family: of its first child, of everybody who is called by a word for a relative ("Mum",
"her uncle"), and of those who are named behind one ("her brother Ben"). A friend is of another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import CelPlan, ScenePlan

from ..names.first_names import FAMILY
from ..words.english import RELATIVES

_NO_KIN = frozenset(("child", "kid", "friend", "boy", "girl", "husband", "wife"))
_KIN = "|".join(sorted({*RELATIVES, *FAMILY, "baby", "twin", "grandson", "granddaughter"} - _NO_KIN))
_CHINESE = "妈妈|爸爸|奶奶|爷爷|外婆|外公|姥姥|姥爷|哥哥|弟弟|姐姐|妹妹|叔叔|阿姨|姑姑|舅舅|宝宝"
_RELATIVE = re.compile(rf"\b(?:{_KIN})\b|{_CHINESE}", re.IGNORECASE)
_NAMED = re.compile(rf"(?:\b(?:{_KIN})s?,?\s(?:called\s|named\s)?|{_CHINESE})$", re.IGNORECASE)
_CHILDREN = ("girl", "boy", "baby")


def with_families(plan: ScenePlan, before: ScenePlan, text: str, vocabulary: Vocabulary) -> ScenePlan:
    """The plan with the `family` of everybody in it who has one, as in the scene `before` or as the words tell."""
    known = {cel.id: cel.family for cel in (*before.earlier, *before.cels) if cel.family}
    people = [cel for cel in _in_order(plan.cels) if _is_human(cel, vocabulary)]
    relatives = {cel.id for cel in people if cel.id in known or _is_relative(cel, text)}
    head = next(iter(known.values()), None)
    there = [*people, *before.cels, *before.earlier]
    first = None if _has_child(before) else next((one for one in there if one.concept in _CHILDREN), None)
    if relatives and head is None:
        eldest = first or next(one for one in people if one.id in relatives)
        head = eldest.who or eldest.id
    if head is None:
        return plan
    of_family = relatives | ({first.id} if first else set())
    families = {**dict.fromkeys(of_family, head), **known}
    return replace(
        plan,
        cels=tuple(_of(cel, families) for cel in plan.cels),
        earlier=tuple(_of(cel, families) for cel in plan.earlier),
    )


def _of(cel: CelPlan, families: dict[str, str]) -> CelPlan:
    return replace(cel, family=families[cel.id]) if cel.id in families else cel


def _in_order(cels: Sequence[CelPlan]) -> list[CelPlan]:
    """As the words name them."""
    return sorted(cels, key=lambda cel: min((start for start, _ in cel.spans), default=0))


def _is_human(cel: CelPlan, vocabulary: Vocabulary) -> bool:
    return cel.kind == "figure" and vocabulary.kind(cel.really or cel.concept).human


def _has_child(before: ScenePlan) -> bool:
    return any(cel.family and cel.concept in _CHILDREN for cel in (*before.earlier, *before.cels))


def _is_relative(cel: CelPlan, text: str) -> bool:
    """Whether somebody is called by a word for a relative, or named behind one."""
    own = cel.id.replace("-", " ") if cel.id != cel.concept else ""  # "grandmother" may be any old woman
    called = (own, *(text[start:end] for start, end in cel.spans))
    return any(map(_RELATIVE.search, called)) or any(_NAMED.search(text[:start]) for start, _ in cel.spans)
