"""The verbs and feelings of a sentence, one by one: who does it, who only has it done to them, and what is not done."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from storyapp.story.plan import CelPlan

from ..drafts import Draft, Sentence
from ..names.naming import DOING
from ..words.concept_mentions import ConceptMention, NamedFigures
from ..words.denials import deny, deny_misheard, deny_names, deny_unmoved, is_denied, is_kept_up, is_over, outlived
from ..words.idioms import as_meant
from ..words.lexicon import Lexicon
from .deeds import (
    act,
    drops,
    is_call,
    is_inverted,
    is_outdone,
    is_passive,
    is_quality,
    licks_somebody,
    sends_flying,
)
from .doers import SELDOM_TWICE, apart, apart_from_before, earlier_subject, of_thing, own_verb
from .who_is_who import starts_clause

_OBJECTS, _ASIDE = (
    frozenset(("him", "them")),
    frozenset(("to", "at", "towards", "toward", "of", "past", "from", "for", "after")),
)
_JOINING = ("and", ", and", "and the", "and a", "and an", "and his", "and her", ",", ", the", "with", "with the")


@dataclass
class Course:
    """How far a sentence is read: who was named last, and the verbs whose subject comes behind them."""

    last: CelPlan | None = None
    waiting: list[ConceptMention] = field(default_factory=list)  # "there sat a mouse"
    animal: bool = False  # whether what is done is done by an animal that is a thing, and so not drawn
    of_others: set[str] = field(default_factory=set)  # what such animals and other things do


def take_verb(sentence: Sentence, draft: Draft, verb: ConceptMention, course: Course) -> None:
    """Give what a verb or a feeling tells to whoever does it, or note that it is said not to be."""
    last = course.last
    meant = as_meant(verb, sentence.text, sentence.span)
    if last is not None and meant != verb:
        draft.denied.add((last.id, verb.name))
    if meant is None:
        return
    verb = meant
    if last is not None and is_denied(sentence, verb):
        deny(draft, verb, last)
    elif last is not None and (is_outdone(sentence, verb) or is_over(sentence, verb)):
        draft.denied.add((last.id, verb.name))
    elif _is_nothing(sentence, verb):
        return
    elif of_thing(sentence, verb):
        draft.denied |= apart(sentence, draft, verb, None) if verb.category == "expressions" else set()
        course.of_others.add(verb.name)
    elif last is not None and drops(sentence, verb):
        draft.denied.add((last.id, "falling"))
    elif sends_flying(sentence, verb):
        act(draft, replace(verb, name="holding"), last, course.waiting)
    elif is_passive(sentence, verb) or is_inverted(sentence, verb) or is_quality(sentence, verb):
        course.waiting.append(replace(verb, weak=False))
    elif last is not None or not course.animal:
        doer = _doer(sentence, draft, verb, last)
        if doer is not None:
            outlived(sentence, draft, verb, doer)
        act(draft, verb, doer, course.waiting)
        if doer is not None:
            draft.denied |= apart(sentence, draft, verb, doer) | apart_from_before(sentence, draft, verb)
    else:
        course.of_others.add(verb.name)


def _is_nothing(sentence: Sentence, verb: ConceptMention) -> bool:
    """Whether a verb tells of nothing that is done: "she wanted to run", "“Look!” cried Ben", "the dog licked Mia"."""
    undone = verb.absent and not is_kept_up(sentence, verb)
    return bool(undone) or is_call(sentence, verb) or licks_somebody(sentence, verb)


def _doer(sentence: Sentence, draft: Draft, verb: ConceptMention, last: CelPlan | None) -> CelPlan | None:
    """Who does something: the girl in "the girl hugged the dog and laughed", who is not the one named last."""
    subject = earlier_subject(sentence, verb)
    doers = [cel for cel in draft.figures if subject and subject.span in cel.spans]
    if not doers or last is None:
        return last
    draft.denied.add((last.id, verb.name))
    return doers[-1]


def joins(sentence: Sentence, draft: Draft, last: CelPlan, mention: ConceptMention) -> bool:
    """Whether a mention does the same as who was named last: "the fox and the bear", but not "hugged Mia, and Tom ran"."""
    spans = draft.cels[last.id].spans
    between = sentence.text[max(span[1] for span in spans) : mention.span[0]].strip() if spans else ""
    if between not in _JOINING:
        return False
    own = own_verb(sentence, mention)
    if own is not None:
        draft.denied.add((last.id, own.name))
    return own is None


def deny_unmeant(
    sentence: Sentence, draft: Draft, named: NamedFigures, lexicon: Lexicon, of_others: Collection[str] = ()
) -> None:  # fmt: skip
    """Note what the net may hear and is not meant, of all who are there and of single ones: a kite flies alone."""
    draft.denied |= {
        (cel.id, name) for cel in draft.figures for name in of_others if name not in draft.told_of(cel.id, "pose")
    }
    draft.denied |= set(_left_behind(sentence, draft))
    denied = {"eating"} if any(licks_somebody(sentence, one) for one in sentence.mentions) else set()
    denied |= {"sad"} if any(is_call(sentence, one) for one in sentence.mentions) else set()
    denied |= {"flying"} if any(sends_flying(sentence, one) for one in sentence.mentions) else set()
    draft.denied |= {(cel.id, value) for cel in draft.figures for value in denied}
    figurative = {one.name for one in sentence.mentions if as_meant(one, sentence.text, sentence.span) is None}
    for cel in draft.figures if figurative else ():
        draft.denied |= {(cel.id, name) for name in figurative if name not in draft.told_of(cel.id, "pose")}
    draft.denied |= set(_stayed(sentence, draft, named))
    deny_misheard(sentence, draft, lexicon)
    deny_unmoved(sentence, draft)
    deny_names(sentence, draft, named, lexicon)


def _stayed(sentence: Sentence, draft: Draft, named: NamedFigures) -> Iterator[tuple[str, str]]:
    """What those do not do to whom others come, or of whom they have some: "Tilda hopped over to him", "ate three of them"."""
    poses = {one.name for one in sentence.mentions if one.category == "poses"}
    for key in {key for _, key in named} if poses else ():
        places = [one.first for one, other in named if other == key]
        behind = [
            index and sentence.words[index].text in _OBJECTS and sentence.words[index - 1].text in _ASIDE
            for index in places
        ]
        if all(behind):
            yield from ((key, pose) for pose in poses if pose not in draft.told_of(key, "pose"))


def _left_behind(sentence: Sentence, draft: Draft) -> Iterator[tuple[str, str]]:
    """What those do not do of whom a later clause tells: in "Mum hugged Mia, and the dog barked" it hugs nobody."""
    for verb in sentence.mentions:
        if verb.category != "poses" or verb.name not in SELDOM_TWICE:
            continue
        for cel in draft.figures:
            span = min((span for span in cel.spans if span[0] > verb.span[1]), default=None)
            if span is None or not starts_clause(sentence.text[verb.span[1] : span[0]]):
                continue
            behind = next((word.text for word in sentence.words if word.span[0] > span[1]), "")
            if (behind in DOING or behind.endswith("ed")) and verb.name not in draft.told_of(cel.id, "pose"):
                yield cel.id, verb.name
