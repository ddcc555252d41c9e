"""What figures do and feel: whether a verb is theirs, and which pose and feeling the words and the net make together."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import re
from dataclasses import replace

from storyapp.stage.strings import FLOWN
from storyapp.story.plan import CelPlan

from ..drafts import ENOUGH, GUESSED, HINTED, NEW, SAID, Draft, Sentence
from ..reader_net import UNSAID, Opinion
from ..words.concept_mentions import FIGURES, ConceptMention
from ..words.english import (
    ADJECTIVES,
    COUNTS,
    DETERMINERS,
    PREPOSITIONS,
    TAKE_NO_OBJECT,
)
from .doers import leads

_QUOTES = ('"', "“", "”", "‘", "’", "'")
_CALLED = frozenset("cried cries yelled yells yelling shouted shouts shouting".split())
# Between what is said and the verb: who says it. Behind the verb: that it is weeping after all.
_SPEAKER = re.compile(r"[!?,—–-][\"”’'] (?:(?!and\b|then\b|but\b)[\w’'-]+ ){1,3}$")
_WEEPING = re.compile(
    r" (?:all|and cried|until|till|for|because|over|so|him|her|them|bitterly|softly|big|hot|real|tears)\b",
    re.IGNORECASE,
)
_SINGLE = ("who", "kinds", "strangers")
_OBJECTS = ("them", "him", "her")
_AIMED, _AT = ("pointing", "waving", "reading"), frozenset("at to towards toward up down over across".split())
_DONE_TO = ("holding", "eating", "reading")
# What somebody is in or on who flies it.
_RIDDEN = frozenset(
    ("airplane", "small plane", "helicopter", "rocket", "broom", "flying saucer", "hot-air balloon", "magic carpet")
)
_OBJECT = 4  # words between a verb and what it is done to
ALONE = {"pose": 0.7, "expression": 0.6}  # the net's chance of what no word of the lexicon says


def act(draft: Draft, mention: ConceptMention, last: CelPlan | None, waiting: list[ConceptMention]) -> None:
    """Note a verb or a feeling of whoever was named last, and of those who do the same; if nobody was, it waits for one."""
    if last is None:
        waiting.append(mention)
        return
    name = "pose" if mention.category == "poses" else "expression"
    draft.actions += not mention.weak
    weight = (GUESSED if mention.guessed else NEW if mention.new else 1.0) * (HINTED if mention.weak else SAID)
    who: str | None = last.id
    doing: set[str] = set()
    while who is not None and who not in doing:  # "the knight and the dragon danced": both do
        doing.add(who)
        weights = draft.told_of(who, name)
        first = not any(other > HINTED for value, other in weights.items() if value != mention.name)
        weights[mention.name] = max(weights.get(mention.name, 0.0), weight if first else 0.8 * weight)
        who = draft.together.get(who)


def is_call(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a verb tells only that somebody calls out, and not what they feel: "“Look!” cried Ben", "“Goal!” Mo yelled"."""
    before, after = sentence.text[: mention.span[0]].rstrip(), sentence.text[mention.span[1] :].lstrip(" ,:")
    word = sentence.text[slice(*mention.span)].lower()
    if word not in _CALLED:
        return False
    said = _SPEAKER.search(sentence.text, 0, mention.span[0]) is not None
    told = said and _WEEPING.match(sentence.text, mention.span[1]) is None
    return told or before[-1:] in _QUOTES or after[:1] in _QUOTES


def sends_flying(sentence: Sentence, verb: ConceptMention) -> bool:
    """Whether somebody makes a thing fly: "Tom flew a kite", but not "the bird flew over a tree"."""
    behind = [
        one for one in sentence.mentions if 0 < one.first - verb.last <= _OBJECT and one.category in ("things", "nouns")
    ]
    between = {word.text for word in sentence.words[verb.last + 1 : behind[0].first]} if behind else set()
    if verb.name != "flying" or not behind or between & PREPOSITIONS:
        return False
    name = behind[0].name or behind[0].noun.concept
    return name not in _RIDDEN and (bool(between & DETERMINERS) or (not between and name in FLOWN))  # "flew kites"


def drops(sentence: Sentence, verb: ConceptMention) -> bool:
    """Whether it is a thing that falls, and nobody: "she dropped her spoon"."""
    words = sentence.words
    behind = words[verb.last + 1].text if verb.last + 1 < len(words) else ""
    return words[verb.first].text.startswith("drop") and behind in DETERMINERS


def licks_somebody(sentence: Sentence, verb: ConceptMention) -> bool:
    """Whether somebody is licked, so that nothing is eaten: "the dog licked Mia"."""
    words = sentence.words
    behind = [one for one in sentence.mentions if 0 < one.first - verb.last <= 2 and one.category in FIGURES]
    whom = [one for one in behind if one.category != "pronouns" or words[one.first].text in ("him", "them")]
    return words[verb.first].text.startswith("lick") and bool(whom)


def is_quality(sentence: Sentence, feeling: ConceptMention) -> bool:
    """Whether a word for a feeling describes who is named right behind it: "an angry witch", "two scared little children"."""
    behind = next((one for one in sentence.mentions if one.first > feeling.last), None)
    if feeling.category != "expressions" or behind is None or behind.category not in ("kinds", "groups"):
        return False
    before = sentence.words[feeling.first - 1].text if feeling.first else ""
    between = sentence.words[feeling.last + 1 : behind.first]
    joined = sentence.text[feeling.span[1] : behind.span[0]].replace(",", "").split()
    as_adjective = before in DETERMINERS or before in COUNTS or before in ADJECTIVES or before == "very"
    return as_adjective and len(joined) == len(between) and all(word.text in ADJECTIVES for word in between)


def is_inverted(sentence: Sentence, verb: ConceptMention) -> bool:
    """Whether the one who does it is named right behind the verb: "away went the rabbits"."""
    words = sentence.words
    if words[verb.first].text not in TAKE_NO_OBJECT or verb.first != verb.last:
        return False
    behind = next((one for one in sentence.mentions if one.first > verb.last), None)
    before = [one for one in sentence.mentions if one.last == verb.first - 1]
    if any(one.category in FIGURES and words[one.last].text not in _OBJECTS for one in before):
        return False  # "Gran sat the baby on her knee"
    if behind is None or behind.category not in _SINGLE:
        return False
    between = words[verb.last + 1 : behind.first]
    gap = sentence.text[words[verb.last].span[1] : behind.span[0]]
    return bool(between or behind.category == "who") and "," not in gap and all(leads(word.text) for word in between)


def is_outdone(sentence: Sentence, verb: ConceptMention) -> bool:
    """Whether an adverb beside a verb tells another feeling than the verb would: "sighed happily"."""
    return verb.category == "expressions" and any(
        one.category == "expressions" and one.name != verb.name and _is_adverb(sentence, one)
        and (0 < one.first - verb.last <= 2 or one.last == verb.first - 1)
        for one in sentence.mentions
    ) and not _is_adverb(sentence, verb)  # fmt: skip


def _is_adverb(sentence: Sentence, mention: ConceptMention) -> bool:
    return mention.new and sentence.words[mention.last].text.endswith("ly")


def is_passive(sentence: Sentence, verb: ConceptMention) -> bool:
    """Whether somebody is carried or held rather than doing so: "the cat was carried"."""
    before = sentence.words[verb.first - 1].text if verb.first else ""
    passive = before in ("was", "were", "is", "are", "been", "being", "be")
    return passive and verb.name == "holding" and not sentence.words[verb.first].text.endswith("ing")


def releases(sentence: Sentence, draft: Draft, mention: ConceptMention, cel: CelPlan) -> None:
    """Note that one who is held, carried, eaten, read or waved to does not do so, whatever the net hears: "Nora carried the cat"."""
    for one in sentence.mentions:
        if one.category == "poses" and one.name in _AIMED and one.last < mention.first:
            to = [word.text for word in sentence.words[one.last + 1 : mention.first]]
            if _AT & set(to) and all(word in _AT or leads(word) for word in to):
                draft.denied.add((cel.id, one.name))
        if one.category != "poses" or one.name not in _DONE_TO:
            continue
        between = sentence.words[one.last + 1 : mention.first]
        behind = one.last < mention.first and all(leads(word.text) for word in between)
        before = 0 < one.first - mention.last <= 3 and is_passive(sentence, one)
        if behind or before:
            draft.denied.add((cel.id, one.name))


def hear(draft: Draft, cel: CelPlan, opinion: Opinion) -> None:
    """Add what the net thinks of a mention to its figure, and to those who are named in the same word: "two rabbits"."""
    for one in draft.figures:
        if one.id == cel.id or (cel.spans and one.spans == cel.spans):  # "two rabbits" are of one mind
            draft.hear(one.id, "pose", opinion.poses)
            draft.hear(one.id, "expression", opinion.expressions)


def decide(draft: Draft) -> None:
    """Give every figure the pose and the feeling for which the net's chances and the words together speak most."""
    for cel in draft.figures:
        attributes = dict(cel.attributes)
        for name in ("pose", "expression"):
            scores = {
                value: weight
                for value, weight in draft.heard.get((cel.id, name), {}).items()
                if value != UNSAID and (cel.id, value) not in draft.denied
            }
            said = draft.told_of(cel.id, name)
            if max(said.values(), default=0.0) >= ENOUGH:  # the net may choose among what is said, and add nothing
                scores = {value: chance for value, chance in scores.items() if said.get(value, 0.0) > HINTED}
            for value, weight in said.items():
                scores[value] = scores.get(value, 0.0) + weight
            value, score = max(scores.items(), key=lambda one: one[1], default=("", 0.0))
            if score >= (ENOUGH if value in said else ALONE[name]):
                attributes[name] = value
        draft.cels[cel.id] = replace(cel, attributes=attributes)
