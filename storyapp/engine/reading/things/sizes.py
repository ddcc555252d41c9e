"""How large figures and things are told to be: "a tiny mouse", "the elephant was huge", "a hat as big as a house"."""

from __future__ import annotations

import re
from dataclasses import replace

from storyapp.stage.vocabulary import Entry, KindEntry, ThingEntry, Vocabulary
from storyapp.story.plan import SIZE, CelPlan

from ..drafts import Draft, Sentence
from ..words.english import YOUNG

_WORDS = {
    "tiny": "tiny|teeny|teeny-tiny|wee|minute|minuscule|itsy-bitsy|(?:very|so|too) (?:small|little)|smallest|tiniest|littlest",
    "huge": "huge|giant|gigantic|enormous|immense|colossal|massive|mighty big|(?:very|so|really) (?:big|large|tall)|"
    "biggest|largest|tallest|hugest",
    "small": "small|smaller|miniature",
    "big": "big|bigger|large|larger",
}
_ANY = "|".join(_WORDS[size] for size in _WORDS)
_ADJECTIVE = r"(?:,? (?!(?:and|but|of|in|on|to|with|by|for|at|was|were|is|the|an?|his|her)\b)[\w-]+)"
# Before a noun, with at most two words between ("a huge, old, hairy bear"); kin is older, not larger.
_BEFORE = re.compile(rf"\b(?P<size>{_ANY}){_ADJECTIVE}{{0,2}}(?: and [\w-]+)?,? ?$", re.IGNORECASE)
_KIN = re.compile(r"\b(?:brother|sister|cousin|bro|sis|girl|boy|child|children|one)s?\b", re.IGNORECASE)
_BEHIND = re.compile(
    rf"(?:,? (?:which|who|that))? (?:was|were|is|are|looked|grew|had grown|became|got)(?: (?:all|quite|really|as))? (?P<size>{_ANY})\b(?! \w+s? (?:of|and)\b)(?=[.,;!?]| (?:and|but|for|as|that|in|on)\b|$)",
    re.IGNORECASE,
)
_AS_BIG = re.compile(
    r"(?: (?:was|were|is|are|grew|had grown))?(?: (?:almost|nearly|just|about|that was))* (?:as (?:big|large|small|tall)|the size)"
    r"(?: as| of) (?:an?|the|his|her) (?P<like>[\w-]+(?: [\w-]+)?)",
    re.IGNORECASE,
)
_FAR = r"(?:far (?:away|off|out)|in the distance|on the horizon)"
_FAR_BEFORE = re.compile(rf"\b{_FAR}\b,? (?:[\w'’-]+ ){{0,6}}$", re.IGNORECASE)
_FAR_BEHIND = re.compile(rf"(?: [\w-]+){{0,4}} {_FAR}\b(?! from\b)", re.IGNORECASE)
_NEAR = 0.9  # metres up to which what is far away would not be seen
_GIANTS = re.compile(r"(?:giant|giantess|ogre|ogress|troll)s?", re.IGNORECASE)
# A young animal by its own word, or by one before or behind that of its kind: "a kitten", "Baby Bear", "two fox cubs".
_YOUNG = rf"(?:{'|'.join(sorted(YOUNG - {'kid'}))}|bab(?:y|ies)|puppies|calves)s?"
_IS_YOUNG = re.compile(rf"(?:[\w-]+ )?{_YOUNG}|baby [\w-]+", re.IGNORECASE)
_YOUNG_BEFORE = re.compile(r"\b(?:baby|infant|newborn|young) $", re.IGNORECASE)
_YOUNG_BEHIND = re.compile(rf" {_YOUNG}\b", re.IGNORECASE)
_OFFSPRING = re.compile(r"(?:child(?:ren)?|sons?|daughters?|kids?)", re.IGNORECASE)
# How many times as large as its own kind something is, from which on it is called so.
_STEPS = ((1.5, "huge"), (1.15, "big"), (0.85, ""), (0.6, "small"), (0.0, "tiny"))


def read_sizes(sentence: Sentence, draft: Draft, vocabulary: Vocabulary) -> None:
    """Give figures and things of a draft the sizes that are told of them."""
    for key, cel in list(draft.cels.items()):
        size = _told(sentence, cel, vocabulary)
        if size != "tiny" and _is_young(sentence, cel, vocabulary):  # a big puppy is as large as a dog
            size = "" if size in ("big", "huge") else "small"
        if size:
            draft.cels[key] = _of_size(cel, size)


def _is_young(sentence: Sentence, cel: CelPlan, vocabulary: Vocabulary) -> bool:
    """Whether a sentence names a figure as a young animal."""
    if cel.kind != "figure" or vocabulary.kind(cel.concept).human:
        return False
    return any(
        _IS_YOUNG.fullmatch(sentence.text, *span)
        or _OFFSPRING.fullmatch(sentence.text, *span)
        or _YOUNG_BEFORE.search(sentence.text, sentence.span[0], span[0])
        or _YOUNG_BEHIND.match(sentence.text, span[1])
        for span in cel.spans
        if sentence.span[0] <= span[0] < sentence.span[1]
    )


def _of_size(cel: CelPlan, size: str) -> CelPlan:
    return replace(cel, attributes={**cel.attributes, SIZE: size})


def _told(sentence: Sentence, cel: CelPlan, vocabulary: Vocabulary) -> str:
    """The size that is told of a cel wherever the sentence names it; nothing if it has that of its kind."""
    start, end = sentence.span
    for span in (one for one in cel.spans if start <= one[0] < end):
        name = sentence.text[slice(*span)]
        if cel.kind == "figure" and _GIANTS.fullmatch(name.split()[-1]):
            return "huge"
        behind = sentence.text[span[1] : end]
        like = _AS_BIG.match(behind)
        if like and (size := _compared(cel, like["like"], vocabulary)):
            return size
        # The words of a size may belong to what names it: "tiny mouse".
        own = re.match(rf"(?:{_ANY})\b", name, re.IGNORECASE)
        before = own or _BEFORE.search(sentence.text[start : span[0]])
        if before and not own and any(one.span[1] == start + before.end("size") for one in sentence.mentions):
            before = None  # "the giant knits socks"
        if before and not (_KIN.search(name) and cel.kind == "figure"):
            return _size(own[0] if own else before["size"])
        far = _FAR_BEFORE.search(sentence.text[start : span[0]]) or _FAR_BEHIND.match(behind)
        if far and cel.kind == "thing" and cel.relation is None and vocabulary.thing(cel.concept).size >= _NEAR:
            return "tiny"
        told = _BEHIND.match(behind)
        if told:
            return _size(told["size"])
    return ""


def _size(said: str) -> str:
    """What size a word means."""
    return next((size for size, words in _WORDS.items() if re.fullmatch(words, said, re.IGNORECASE)), "")


def _compared(cel: CelPlan, words: str, vocabulary: Vocabulary) -> str:
    """The size of a cel that is as large as something else."""
    found = vocabulary.find(words) or vocabulary.find(words.split()[0])
    if found is None:
        return ""
    own = vocabulary.kind(cel.concept) if cel.kind == "figure" else vocabulary.thing(cel.concept)
    ratio = _metres(vocabulary.entries[found[0]].get(found[1])) / max(_metres(own), 0.05)
    return next(name for share, name in _STEPS if ratio >= share) if ratio > 0 else ""


def _metres(entry: Entry | None) -> float:
    return entry.size if isinstance(entry, KindEntry | ThingEntry) else 0.0
