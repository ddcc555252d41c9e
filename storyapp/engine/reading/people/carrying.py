"""Who carries whom, and who or what is on somebody's lap, shoulders or head: "Mum carried the baby", "a hat on his head"."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from storyapp.stage.perching import HATS
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import CelPlan, Relation

from ..drafts import SAID, Draft, Sentence
from ..names.owners import is_touched
from ..words.concept_mentions import ConceptMention
from ..words.english import ADJECTIVES, AUXILIARIES, CLAUSES, COUNTS, DETERMINERS, MODALS, POSSESSIVES, PREPOSITIONS
from .animals import ALIVE

Named = Sequence[tuple[ConceptMention, str]]  # mentions of figures and animals, and their cel ids

_CARRYING = frozenset(
    "carried carries carry carrying cradled cradles cradling rocked rocks rocking scooped scoops lifted lifts lifting".split()
)
_HOLDING = frozenset("held holds holding".split())  # only of the young and of animals: one holds a friend back
_PICKING = frozenset("picked picks picking".split())  # "up"
_NOT = frozenset("not never to cannot".split()) | MODALS
_PUT_DOWN = frozenset("into onto out over from".split())  # behind "lifted Tom" they tell where he is then
_PARTS = r"laps?|knees?|arms?|shoulders?|back|head|hat|cap|bonnet|crown|tummy|belly|hands?|palm|paws?|mouth|beak|jaws|teeth|trunk"
# "On Dad's shoulders", "on his lap", "in the giant's arms".
_ON_BODY = re.compile(
    rf"\b(?P<lead>on|onto|upon|in|into|under|across|over|to|for)(?: top of)? (?P<owner>(?:(?:his|her|their|its|the|my) )?[\w-]+['’]s?|his|her|their|its)"
    rf"(?: (?!own\b)(?:little|big|broad|strong|soft|left|right|own|old|warm|furry|hairy|bald|\w+y))?(?: own)? (?P<part>{_PARTS})\b",
    re.IGNORECASE,
)
_WORN = re.compile(r" (?:\w+ )?(?:wore|wears|wearing|in|with|had|put on)(?: \w+){0,4} ", re.IGNORECASE)
_BY = re.compile(r"\b(?:was|were|is|are|being)(?: \w+ly)? (?:carried|cradled)(?: (?!by\b)\w+){0,3} by\b", re.IGNORECASE)
_NEAR = 12  # letters between "by" and who does it
_OF_BEASTS = ("mouth", "beak", "jaws", "teeth", "trunk", "paw", "paws")
_IN_HAND = ("hand", "hands", "palm", "arms", *_OF_BEASTS)
_GETTING_ON = {"walking", "jumping", "holding", "hugging"}  # which nobody does any more who is on somebody
_HEADS = ("head", "hat", "cap", "bonnet", "crown")
_PERCHES, _LAPS = (*_HEADS, "shoulder", "shoulders"), ("lap", "laps", "knee", "knees")
_LARGEST = 0.93  # times as large as who carries them are those who are carried, at most


def carry(sentence: Sentence, draft: Draft, vocabulary: Vocabulary, named: Named) -> None:
    """Put those who are carried into the arms of who does, and those on a lap, on shoulders or a head there."""
    there = sorted(((one, key) for one, key in named if key in draft.cels), key=lambda pair: pair[0].span)
    for match in _ON_BODY.finditer(sentence.text, *sentence.span):
        owner, part = _owner(match, there), match["part"].lower()
        if owner is None and part in _OF_BEASTS:
            owner = next(
                (key for one, key in there if one.span[1] <= match.start() and _is_beast(draft, vocabulary, key)), None
            )
        who = _rider(sentence, draft, match, there) if owner is not None else None
        if who is None or owner is None:
            continue
        if part in _HEADS[1:] and who.kind == "figure" and vocabulary.kind(who.concept).human:
            continue  # "Tom sat on Gran's hat"
        if who.id == owner:  # "Grandma sat there with Lily on her lap"
            owner = _one_before(draft, match, who, there)
        if owner is not None:
            slung = who.concept not in ALIVE and part not in _HEADS  # a sack on a shoulder
            held = part in _IN_HAND or (who.kind == "thing" and (slung or part not in _PERCHES))
            _put(draft, vocabulary, who, draft.cels[owner], "held by" if held else "on")
            if part in _LAPS and draft.cels[who.id].relation == Relation("on", owner):
                draft.told[owner, "pose"] = {"sitting": 2 * SAID}
    _carried_by(sentence, draft, vocabulary, there)
    for verb in _verbs(sentence):
        whom = next(((one, key) for one, key in there if one.first > verb and not is_owner(sentence, one)), None)
        doers = [key for one, key in there if one.last < verb and not is_owner(sentence, one)]
        if whom is None or not doers or not _is_object(sentence, verb, whom[0]):
            continue
        if whom[0].name == "its" and any(key == whom[1] and one.category != "pronouns" for one, key in there):
            continue  # "they carried it and Rex ran behind" is not Rex
        cel = draft.cels[whom[1]]
        if cel.relation is not None and cel.relation.target == doers[-1]:
            continue  # on his shoulders
        tender = cel.concept == "baby" or not vocabulary.kind(cel.concept).human
        if sentence.words[verb].text in _HOLDING and not tender:
            continue
        _put(draft, vocabulary, cel, draft.cels[doers[-1]], "held by")


def _carried_by(sentence: Sentence, draft: Draft, vocabulary: Vocabulary, there: Named) -> None:
    """ "The cat was carried home by Mia": the cat is with her."""
    for match in _BY.finditer(sentence.text, *sentence.span):
        whom = [key for one, key in there if one.span[1] <= match.start()]
        doers = [key for one, key in there if match.end() <= one.span[0] <= match.end() + _NEAR]
        if whom and doers:
            _put(draft, vocabulary, draft.cels[whom[-1]], draft.cels[doers[0]], "held by")


def _owner(match: re.Match[str], there: Named) -> str | None:
    """Whose lap it is."""
    start, end = match.span("owner")
    return next((key for one, key in reversed(there) if start <= one.span[0] < end), None)


def _is_beast(draft: Draft, vocabulary: Vocabulary, key: str) -> bool:
    return draft.cels[key].kind == "figure" and not vocabulary.kind(draft.cels[key].concept).human


def _one_before(draft: Draft, match: re.Match[str], who: CelPlan, there: Named) -> str | None:
    """Whom "her" means, if not the one who is there herself: somebody named before in whose words "with" follows."""
    if match["owner"].lower() not in POSSESSIVES or who.kind != "figure":
        return None
    begin = max((start for start, end in who.spans if end <= match.start()), default=match.start())
    others = [key for one, key in there if one.span[1] <= begin and key != who.id and draft.cels[key].kind == "figure"]
    return others[-1] if others else None


def _rider(sentence: Sentence, draft: Draft, match: re.Match[str], there: Named) -> CelPlan | None:
    """Who or what is there: named last before it, in the same clause, and nobody who only has it."""
    at = match.start()
    if match["lead"].lower() in ("to", "for"):
        return None
    found = [(one.span, draft.cels[key]) for one, key in there if one.span[1] <= at]
    found += [(span, cel) for cel in draft.cels.values() if cel.kind == "thing" for span in cel.spans if span[1] <= at]
    found = [(span, cel) for span, cel in found if span[0] >= sentence.span[0]]
    if not found:
        return None
    span, cel = max(found, key=lambda pair: pair[0])
    subject = next((one for one, _ in there if one.span == span), None)
    if subject is not None and is_owner(sentence, subject):
        return None
    between = sentence.text[span[1] : at]
    if re.search(r"[.;:!?\"“”]|, (?:and|but|so|while) \w+ |\bhad\b|\bhas\b", between):
        return None
    if cel.kind == "thing" and match["part"].lower() in ("back", "knee", "knees", "tummy", "belly"):
        return None  # what is on a back is worn
    return cel


def _verbs(sentence: Sentence) -> Iterator[int]:
    """The places of verbs by which somebody has another one in the arms, where it is done."""
    words = sentence.words
    for index, word in enumerate(words):
        picks = word.text in _PICKING and any(one.text == "up" for one in words[index + 1 : index + 5])
        if not (word.text in _CARRYING | _HOLDING or picks):
            continue
        before = [one.text for one in words[max(0, index - 2) : index]]
        passive = before[-1:] and before[-1] in AUXILIARIES - {"had", "have", "has"} and not word.text.endswith("ing")
        if not passive and not set(before) & _NOT and not any(one.endswith("n't") for one in before):
            yield index


def _is_object(sentence: Sentence, verb: int, whom: ConceptMention) -> bool:
    """Whether somebody stands right behind a verb, all of them, and not one's hand or things."""
    words = sentence.words
    between = [one.text for one in words[verb + 1 : whom.first]]
    if not all(_leads(one) for one in between):
        return False
    gap = sentence.text[words[verb].span[1] : whom.span[0]]
    after = sentence.text[whom.span[1] : sentence.span[1]]
    behind = words[whom.last + 1].text if whom.last + 1 < len(words) else ""
    if after[:2] in ("'s", "’s", "s'", "s’") or is_touched(sentence.text, sentence.span, whom.span):
        return False
    if is_owner(sentence, whom) or set(',;:"“”') & set(gap):
        return False
    return not (words[verb].text.startswith("lift") and behind in _PUT_DOWN)


def _leads(word: str) -> bool:
    """Whether a word may stand between a verb and whom it is done to: "the sleeping baby", "up the little girl"."""
    known = word in DETERMINERS or word in ADJECTIVES or word in COUNTS or word in ("up", "all")
    return known or (word.endswith(("ing", "ed", "y")) and word not in PREPOSITIONS)


def is_owner(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a pronoun tells only whose something is: "her" in "her lap", but not in "carried her home"."""
    words, last = sentence.words, mention.last
    if mention.category != "pronouns" or words[mention.first].text not in POSSESSIVES:
        return False
    after = words[last + 1].text if last + 1 < len(words) else ""
    gap = sentence.text[words[last].span[1] : words[last + 1].span[0]] if after else "."
    ends = not after or gap != " " or after in PREPOSITIONS | CLAUSES | {"home", "away", "back", "up", "down", "all"}
    return words[mention.first].text != "her" or not ends


def crown(sentence: Sentence, draft: Draft, named: Named) -> None:
    """Put the hat of an animal that is a thing on its head: "the queen bee wore a golden crown"."""
    for hat in [cel for cel in draft.cels.values() if cel.concept in HATS and cel.spans and cel.relation is None]:
        start = hat.spans[-1][0]
        before = [(one.span, key) for one, key in named if key in draft.cels and one.span[1] <= start]
        if not before:
            continue
        span, key = max(before)
        wearer = draft.cels[key]
        if wearer.kind == "thing" and wearer.id != hat.id and _WORN.fullmatch(sentence.text, span[1], start):
            draft.cels[hat.id] = replace(hat, relation=Relation("on", key))


def _put(draft: Draft, vocabulary: Vocabulary, who: CelPlan, carrier: CelPlan, kind: str) -> None:
    """Somebody or something is with one who carries it, and so are those named in the same word."""
    if carrier.kind != "figure" or carrier.id == who.id:
        return
    if carrier.relation is not None and carrier.relation.target == who.id:
        return
    for cel in [one for one in draft.cels.values() if one.id == who.id or (one.spans and one.spans == who.spans)]:
        if cel.kind == "thing":
            if not vocabulary.thing(cel.concept).holdable and vocabulary.thing(cel.concept).size > _BURDEN:
                continue
        elif vocabulary.kind(cel.concept).size > _LARGEST * vocabulary.kind(carrier.concept).size:
            continue
        elif kind == "on":
            said = draft.told_of(cel.id, "pose")
            if not said.keys() - _GETTING_ON:
                said.clear()
            said.setdefault("sitting", SAID)
        draft.cels[cel.id] = replace(cel, relation=Relation(kind, carrier.id))
        if cel.kind == "figure" and kind == "held by":
            draft.denied |= {(cel.id, "holding"), (cel.id, "standing")}


_BURDEN = 0.7  # metres up to which what is no thing for a hand is on a head
