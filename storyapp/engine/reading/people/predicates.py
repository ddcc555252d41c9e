"""What somebody is told to be: "Theo was the fastest runner", "Mia was a pirate", "the teacher was a hippo"."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import re
from dataclasses import replace

from storyapp.story.plan import IDENTITY, CelPlan

from ..drafts import ADULT, CHILD, Draft, Sentence, agrees
from ..words.compounds import ANIMALS
from ..words.concept_mentions import ConceptMention
from ..words.english import ANYBODY, CLAUSES, DETERMINERS, EITHER_JOBS, PREPOSITIONS, RELATIVES
from ..words.lexicon import Lexicon
from .appearance import Describe, looks_said
from .costumes import Costumes
from .kin import is_human
from .scene_memory import SceneMemory
from .who_is_who import naming

_BE = r"(?:was|is|were|are|am|had been|has been|became|becomes)"
# "Theo was the fastest runner", "Pip and Bruno are best friends", "Nora, who was a witch".
_PREDICATE = re.compile(
    rf"(?: the (?!(?:boy|girl|man|woman)s?\b)\w+)?(?:,? who(?: [\w’' -]{{1,40}}?)?)?(?: (?:all|both|\w+ly|now|once))?(?: (?P<be>{_BE})|(?<=['’](?:s|m))|(?<=['’]re))"
    r"(?: (?:not|always|only|just|still|really|now|once|such|quite|rather|also|\w+ly|as))*"
    r"(?: (?:the|an?|his|her|its|their|my|our|your|\w+['’]s)(?: (?!except\b|but\b|and\b)[\w-]+){0,3}|(?P<bare>(?: [\w-]+(?: and)?)?)) ",
    re.IGNORECASE,
)
_DISGUISED = re.compile(
    r"\b(?:dress(?:ed|es|ing)?|disguised?|dress(?:ed)? themselves|went|goes)(?: (?:up|himself|herself|themselves))*(?: as| like)|"
    r"\b(?:pretend(?:ed|s|ing)?|play(?:ed|s|ing)? at)(?: to be| being| (?:he|she|they|that he|that she) (?:was|were))",
    re.IGNORECASE,
)
_AS_WHAT = re.compile(r"(?: (?:an?|the|two|three|big|little|\w+ly|[\w-]+)){0,3} $")
_IMAGINED = re.compile(
    r"\b(?:dream|wish|imagin|pretend|thought|think|believ|say|said|hop)\w*\b|\b(?:if|halloween|carnival|costume|fancy dress|school play)\b",
    re.IGNORECASE,
)
_LANDMARKS = PREPOSITIONS | {"to"}  # before somebody who tells a place
_NEAR = 6  # words between one of these and somebody
_BEHIND_KIND = PREPOSITIONS | CLAUSES | frozenset("who that which called named".split())
_GUESSED = (*CHILD.values(), *ADULT.values())  # kinds that a name or a job may be wrong about


class PredicateReader:
    """Finds the nouns that bring in nobody, but tell what somebody is who is there."""

    def __init__(self, lexicon: Lexicon, describe: Describe, memory: SceneMemory) -> None:
        self.lexicon, self.describe, self.memory = lexicon, describe, memory

    def tell(self, sentence: Sentence, draft: Draft, mention: ConceptMention) -> bool:
        """Whether a mention brings in nobody, but tells what somebody is who is there: "Tom was a mouse"."""
        subject = self.memory.subject(sentence)
        return subject is not None and self._is_predicate(sentence, draft, mention, *subject)

    def animal(self, sentence: Sentence, draft: Draft, mention: ConceptMention) -> CelPlan | None:
        """The animal among the things that a figure is told to be: "the teacher was a hippo"."""
        subject, key = self.memory.subject(sentence) or (None, "")
        cel = draft.cels.get(key)
        if mention.name not in ANIMALS or mention.absent or subject is None or cel is None or cel.who is not None:
            return None
        if (
            not is_human(cel, self.lexicon)
            or _IMAGINED.search(sentence.text, *sentence.span)
            or _goes_on(sentence, mention)
        ):
            return None
        said = naming(mention, sentence.words, self.lexicon).another and self._is_said_of(sentence, subject, mention)
        if not said or self._is_landmark(sentence, subject):
            return None
        self.memory.named = [one for one in self.memory.named if one[1] != key]
        if mention.called:  # "her pupil was a hippo called Hubert"
            del draft.cels[key]
            return None
        self.memory.animals.called[key] = mention.name
        self.memory.animals.settle(draft)
        return draft.cels[key]

    def is_either(self, sentence: Sentence, mention: ConceptMention, concept: str) -> bool:
        """Whether a word may be said of a man and of a woman."""
        noun = naming(mention, sentence.words, self.lexicon).noun
        guessed = noun not in self.lexicon.known and not noun.endswith("man") and concept in _GUESSED
        return noun in EITHER_JOBS or guessed

    def _is_predicate(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, subject: ConceptMention, key: str
    ) -> bool:  # fmt: skip
        """Whether a noun only says what another figure is: "Theo was the fastest runner", "dressed up as a witch"."""
        if mention.category not in ("kinds", "groups") or subject.span[0] < sentence.span[0]:
            return False
        text = sentence.text
        gap = text[subject.span[1] : mention.span[0]]
        disguise = list(_DISGUISED.finditer(gap))
        if disguise and _AS_WHAT.fullmatch(gap, disguise[-1].end()):
            return True
        it = sentence.words[subject.first].text == "it"  # "the fox heard a noise: it was a dragon"
        if not self._is_said_of(sentence, subject, mention) or (it and draft.cels[key].concept != mention.name):
            return False
        if self._is_landmark(sentence, subject):
            return False
        cel, told = draft.cels.get(key), text[sentence.span[0] : subject.span[0]]
        certain = not mention.absent and mention.category == "kinds" and subject.category != "groups"
        if certain and cel is not None and not _IMAGINED.search(told):
            self._is_now(draft, sentence, subject, cel, mention)
        return True

    @staticmethod
    def _is_landmark(sentence: Sentence, subject: ConceptMention) -> bool:
        """Whether only a place is told by somebody: "next to the fox was a bear", but not "on Monday the fox was a bear"."""
        words = [word.text for word in sentence.words[: subject.first]]
        by_name = subject.category not in ("kinds", "groups") and words[-1:] != ["and"]
        while not by_name and words and words[-1] not in _LANDMARKS and len(words) > subject.first - _NEAR:
            if words.pop() in DETERMINERS and words[-1:] != ["and"]:
                break  # here the words for somebody begin
        return bool(words) and words[-1] in _LANDMARKS

    @staticmethod
    def _is_said_of(sentence: Sentence, subject: ConceptMention, mention: ConceptMention) -> bool:
        """Whether "was the" or the like joins a noun to who is named before it; "were friends" needs no article."""
        found = _PREDICATE.fullmatch(sentence.text, subject.span[1], mention.span[0])
        if found is None:
            return False
        begin = found.end("be") if found["be"] else found.start()
        words = sentence.words[subject.last + 1 : mention.first]
        if any(word.text in PREPOSITIONS for word in words if word.span[0] >= begin):
            return False  # "the girl was with a bear"
        noun, before = sentence.words[mention.last].text, sentence.words[mention.first - 1].text
        if found["bare"] is not None and before.endswith("ing"):
            return False  # "they were feeding ducks"
        return found["bare"] is None or noun[-1] == "s" or noun in RELATIVES

    def _is_now(
        self, draft: Draft, sentence: Sentence, subject: ConceptMention, cel: CelPlan, mention: ConceptMention
    ) -> None:
        """One whose kind was only guessed is of the kind that is told; a girl or one of the cast is drawn as a pirate."""
        kind, human = mention.name, self.lexicon.vocabulary.kind
        noun = naming(mention, sentence.words, self.lexicon).noun
        if human(kind).human:  # a runner may be a girl
            guessed = subject.category == "strangers" or self.is_either(sentence, subject, cel.concept)
            same = any(agrees(one, kind) and agrees(one, cel.concept) for one in ("her", "his"))
            fits = guessed and noun in self.lexicon.known and same and cel.concept in _GUESSED
        else:
            fits = human(cel.concept).human
        if fits and cel.who is None:
            draft.cels[cel.id] = replace(cel, concept=kind)
            self.memory.turned_out[cel.id] = kind
        elif not human(cel.concept).human:  # "a rabbit who was a doctor"
            if human(kind).human and cel.who is None and noun not in ANYBODY | RELATIVES.keys():
                self.memory.trades[cel.id] = noun
        else:
            Costumes.is_one(draft, cel, mention, noun)
        if cel.who is None:  # "Mia was a girl with brown hair"
            now = draft.cels[cel.id]
            told = looks_said(sentence.words, mention, now.concept, self.describe)
            body = {name: value for name, value in told.items() if name in IDENTITY}
            draft.cels[cel.id] = replace(now, attributes={**now.attributes, **body})


def _goes_on(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a noun stands behind another: a fish seller is no fish."""
    words = sentence.words[mention.last + 1 : mention.last + 2]
    gap = sentence.text[mention.span[1] : words[0].span[0]] if words else ""
    return gap == " " and words[0].text not in _BEHIND_KIND
