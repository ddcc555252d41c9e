"""The people and animals of a sentence: who is named, who is only what another one is, and whose relatives they are."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from storyapp.story.model import Character
from storyapp.story.plan import IDENTITY, CelPlan

from ..drafts import CHILD, MOST_FIGURES, SAID, Draft, Sentence, agrees, slug, worn_by
from ..names.narrator import is_spoken
from ..things.objects import count_of, report_left
from ..words.compounds import ANIMALS
from ..words.english import (
    ADJECTIVES,
    AUXILIARIES,
    CLAUSES,
    DETERMINERS,
    EITHER_JOBS,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    TRAITS,
)
from ..words.lexicon import Lexicon
from ..words.mentions import Mention
from .appearance import Describe, looks_said
from .costumes import Costumes
from .kin import Kin, is_human, twins
from .pronouns import PronounReader
from .who_is_who import WhoIsWho, naming

_BE = r"(?:was|is|were|are|am|had been|has been|became|becomes)"
# "Theo was the fastest runner", "Pip and Bruno are best friends", "Nora, who was a witch".
_PREDICATE = re.compile(
    rf"(?:,? who(?: [\w’' -]{{1,40}}?)?)?(?: (?:all|both|\w+ly|now|once))?(?: (?P<be>{_BE})|(?<=['’](?:s|m))|(?<=['’]re))"
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
_BESIDE_NAME = re.compile(r",? (?:[A-Z]\w+,? )?(?:the |an? )(?:\w+ ){0,2}\w+")
_NEW = ("a", "an", "another")  # before somebody who is not known yet
_TALKED_OF = PREPOSITIONS | AUXILIARIES | {"to", "like", "as", "than", "and", "or"}
_BEHIND_KIND = PREPOSITIONS | CLAUSES | frozenset("who that which called named".split())
_NOT_DONE = MODALS | {"to", "not"}


def takes_part(sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody does something, or something is done to them: "saved the cat", but not "a cake for the cat"."""
    if mention.category not in ("who", "kinds", "strangers") or is_spoken(sentence.text, mention.span[0]):
        return False
    words, place = sentence.words, mention.first - 1
    while place >= 0 and (words[place].text in ADJECTIVES or words[place].text in TRAITS):
        place -= 1
    if mention.category == "kinds":
        if place < 0 or not (words[place].text in DETERMINERS or words[place].text.endswith("'s")):
            return False
        place -= 1
    if place < 0:
        return mention.category != "strangers" or sentence.text[mention.span[1] :][:1] not in ("!", "?", ",")  # "Hush!"
    done = place == 0 or (words[place - 1].text not in _NOT_DONE and not words[place - 1].text.endswith("n't"))
    return done and words[place].text not in _TALKED_OF


def _goes_on(sentence: Sentence, mention: Mention) -> bool:
    """Whether a noun stands behind another: a fish seller is no fish."""
    words = sentence.words[mention.last + 1 : mention.last + 2]
    gap = sentence.text[mention.span[1] : words[0].span[0]] if words else ""
    return gap == " " and words[0].text not in _BEHIND_KIND


class PeopleReader:
    """Brings figures into drafts, and remembers them from sentence to sentence of one scene."""

    def __init__(
        self, lexicon: Lexicon, cast: Sequence[Character], describe: Describe, pronouns: PronounReader, who: WhoIsWho,
        before: Sequence[CelPlan] = (),
    ) -> None:  # fmt: skip
        self.lexicon, self.cast, self.describe = lexicon, cast, describe
        self.before = {cel.id: cel for cel in before}  # figures of earlier scenes
        self.pronouns, self.who, self.company = pronouns, who, pronouns.company
        self.kin = Kin(lexicon, cast, pronouns)

    def enter(self, sentence: Sentence, draft: Draft, mention: Mention, around: Sequence[CelPlan]) -> CelPlan | None:
        """The figure that a mention of one of the cast, a stranger, a kind or a group brings in; None if it brings nobody."""
        if self.tell(sentence, draft, mention):
            return None
        if _BESIDE_NAME.match(sentence.text, mention.span[1]) and self._is_friend(sentence, mention):
            return None  # "his friend the bear"
        owner = self.kin.owner(sentence, draft, mention)
        if owner is not None:
            return self.kin.relatives(sentence, draft, mention, owner)
        kin = self.kin.told_of(sentence, mention)
        if kin is not None:
            return draft.cels.setdefault(kin.id, replace(kin, spans=(mention.span,)))
        if mention.category == "groups":
            group = self.company.group(sentence, draft, mention, around)
            drawn = sum(mention.span in one.spans for one in draft.figures)
            if drawn and sentence.text[mention.span[1] :][:1] not in (":", ","):
                report_left(sentence, draft, mention, drawn)
            return group
        if mention.category == "strangers":
            return self._stranger(sentence, draft, mention)
        return self._figure(sentence, draft, mention, around)

    def tell(self, sentence: Sentence, draft: Draft, mention: Mention) -> bool:
        """Whether a mention brings in nobody, but tells what somebody is who is there: "Tom was a mouse"."""
        subject = next(
            (one for one in reversed(self.pronouns.named) if not self._is_possessive(sentence, one[0])), None
        )
        return subject is not None and self._is_predicate(sentence, draft, mention, *subject)

    def animal(self, sentence: Sentence, draft: Draft, mention: Mention) -> CelPlan | None:
        """The animal among the things that a figure is told to be: "the teacher was a hippo"."""
        named = [one for one in self.pronouns.named if not self._is_possessive(sentence, one[0])]
        subject, key = named[-1] if named else (None, "")
        cel = draft.cels.get(key)
        if mention.name not in ANIMALS or mention.absent or subject is None or cel is None or cel.who is not None:
            return None
        if not self._is_human(cel) or _IMAGINED.search(sentence.text, *sentence.span) or _goes_on(sentence, mention):
            return None
        said = naming(mention, sentence.words, self.lexicon).another and self._is_said_of(sentence, subject, mention)
        if not said or self._is_landmark(sentence, subject):
            return None
        self.pronouns.named = [one for one in self.pronouns.named if one[1] != key]
        if mention.called:  # "her pupil was a hippo called Hubert"
            del draft.cels[key]
            return None
        self.pronouns.animals.called[key] = mention.name
        self.pronouns.animals.settle(draft)
        return draft.cels[key]

    @staticmethod
    def _is_possessive(sentence: Sentence, mention: Mention) -> bool:
        return mention.category == "pronouns" and sentence.words[mention.first].text in POSSESSIVES

    def _is_friend(self, sentence: Sentence, mention: Mention) -> bool:
        return naming(mention, sentence.words, self.lexicon).noun == "friend"

    # One who is named

    def _stranger(self, sentence: Sentence, draft: Draft, mention: Mention) -> CelPlan:
        name, _, kind = mention.name.partition("=")
        before = self._met(name)
        guessed = kind in CHILD.values() or (before is not None and self.pronouns.guesses.is_open(before))
        if before is not None and guessed:  # who was a dog is one still
            kind = before.concept
        if name == self.pronouns.narrator.name:
            cel = self.pronouns.narrator.enter(draft)
        else:
            key = before.id if before else slug(name)
            kind = self.pronouns.kind(key, kind)
            cel = draft.cels.get(key) or self._dressed(CelPlan(key, "figure", kind))
        looks = looks_said(sentence.words, mention, cel.concept, self.describe)
        draft.cels[cel.id] = replace(cel, attributes={**looks, **cel.attributes}, spans=(*cel.spans, mention.span))
        return draft.cels[cel.id]

    def _met(self, name: str) -> CelPlan | None:
        """Who had that name in an earlier scene, or one with a title: Ada was "Princess Ada" there."""
        titled = [cel for key, cel in self.before.items() if key.endswith(f"-{slug(name)}")]
        return self.before.get(slug(name)) or (titled[0] if len(titled) == 1 else None)

    def _dressed(self, cel: CelPlan) -> CelPlan:
        """A figure in the clothes that it wore in an earlier scene."""
        before = self.before.get(cel.id)
        if before is None or before.concept != cel.concept:
            return cel
        return replace(cel, attributes=worn_by(before))

    def _figure(self, sentence: Sentence, draft: Draft, mention: Mention, around: Sequence[CelPlan]) -> CelPlan:
        words, concept = sentence.words, mention.name
        character = next((one for one in self.cast if one.id == mention.name), None)
        one = character is not None or "'" in words[mention.last].text  # "on the girl's nose"
        count = 1 if one else count_of(words, mention, self.lexicon)
        if mention.category == "kinds" and count == 1:
            character = self.who.one_of_cast(sentence, draft, mention, mention.name)
        titled = None if character or count > 1 else self.company.of_title(sentence, draft, mention, around)
        if titled is not None:
            return titled
        met = any(one.concept == concept for one in self.who.met.values())
        known = self.company.of_kind(sentence, draft, mention, count, around) if character is None and not met else None
        if known is not None:
            return known
        if character is not None:
            key, concept = slug(character.name), character.concept
        else:
            key = self.who.key(sentence, draft, mention, concept, count > 1)
            concept = self._told(key, concept, mention, sentence, around)
        alike = self.who.several(draft, key, min(MOST_FIGURES, count)) if count > 1 else ()
        report_left(sentence, draft, mention, max(1, len(alike)))
        cel = draft.cels.get(key) or CelPlan(key, "figure", concept, character.id if character else None)
        if not cel.spans and naming(mention, words, self.lexicon).article not in _NEW:
            cel = self._dressed(cel)
        looks = looks_said(words, mention, concept, self.describe) if character is None else {}
        draft.cels[key] = replace(cel, attributes={**looks, **cel.attributes}, spans=(*cel.spans, mention.span))
        doing = self.lexicon.pose_before(words, mention.first)
        if doing is not None:  # "the sleeping dragon", whatever else is done
            draft.heard.setdefault((f"said {key}", "pose"), {})[doing] = 2 * SAID
        twins(draft, alike)
        return draft.cels[key]

    def _told(
        self, key: str, concept: str, mention: Mention, sentence: Sentence, around: Sequence[CelPlan]
    ) -> str:  # fmt: skip
        """The kind of a figure whose word alone does not tell it: a doctor who was "she" stays a woman."""
        if self.is_either(sentence, mention, concept):
            known = (*self.before.values(), *around)
            before = [cel.concept for cel in known if cel.id == key and cel.who is None]
            self.pronouns.either.setdefault(key, before[-1] if before else concept)
        return self.pronouns.kind(key, concept)

    def is_either(self, sentence: Sentence, mention: Mention, concept: str) -> bool:
        """Whether a word may be said of a man and of a woman."""
        noun = naming(mention, sentence.words, self.lexicon).noun
        guessed = (
            noun not in self.lexicon.known and not noun.endswith("man") and concept in ("man", "woman", "boy", "girl")
        )
        return noun in EITHER_JOBS or guessed

    # What somebody is

    def _is_predicate(
        self, sentence: Sentence, draft: Draft, mention: Mention, subject: Mention, key: str
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
    def _is_landmark(sentence: Sentence, subject: Mention) -> bool:
        """Whether only a place is told by somebody: "next to the fox was a bear", but not "on Monday the fox was a bear"."""
        words = [word.text for word in sentence.words[: subject.first]]
        by_name = subject.category not in ("kinds", "groups") and words[-1:] != ["and"]
        while not by_name and words and words[-1] not in _LANDMARKS and len(words) > subject.first - _NEAR:
            if words.pop() in DETERMINERS and words[-1:] != ["and"]:
                break  # here the words for somebody begin
        return bool(words) and words[-1] in _LANDMARKS

    @staticmethod
    def _is_said_of(sentence: Sentence, subject: Mention, mention: Mention) -> bool:
        """Whether "was the" or the like joins a noun to who is named before it; "were friends" needs no article."""
        found = _PREDICATE.fullmatch(sentence.text, subject.span[1], mention.span[0])
        if found is None:
            return False
        begin = found.end("be") if found["be"] else found.start()
        words = sentence.words[subject.last + 1 : mention.first]
        if any(word.text in PREPOSITIONS for word in words if word.span[0] >= begin):
            return False  # "the girl was with a bear"
        noun = sentence.words[mention.last].text
        return found["bare"] is None or noun[-1] == "s" or noun in RELATIVES

    def _is_now(self, draft: Draft, sentence: Sentence, subject: Mention, cel: CelPlan, mention: Mention) -> None:
        """One whose kind was only guessed is of the kind that is told; a girl or one of the cast is drawn as a pirate."""
        kind, human = mention.name, self.lexicon.vocabulary.kind
        noun = naming(mention, sentence.words, self.lexicon).noun
        if human(kind).human:  # a runner may be a girl
            guessed = subject.category == "strangers" or self.is_either(sentence, subject, cel.concept)
            same = any(agrees(one, kind) and agrees(one, cel.concept) for one in ("her", "his"))
            fits = guessed and noun in self.lexicon.known and same and cel.concept in ("man", "woman", "boy", "girl")
        else:
            fits = human(cel.concept).human
        if fits and cel.who is None:
            draft.cels[cel.id] = replace(cel, concept=kind)
            self.pronouns.told[cel.id] = kind
        elif human(cel.concept).human:
            Costumes.is_one(draft, cel, mention, noun)
        if cel.who is None:  # "Mia was a girl with brown hair"
            now = draft.cels[cel.id]
            told = looks_said(sentence.words, mention, now.concept, self.describe)
            body = {name: value for name, value in told.items() if name in IDENTITY}
            draft.cels[cel.id] = replace(now, attributes={**now.attributes, **body})

    def _is_human(self, cel: CelPlan) -> bool:
        return is_human(cel, self.lexicon)
