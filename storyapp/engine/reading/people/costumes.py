"""Who is dressed up: "Mia was dressed as a witch" is drawn as a witch, and is Mia, until she takes it off."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from storyapp.stage.vocabulary import word_forms
from storyapp.story.plan import CelPlan, NotDrawn, ScenePlan, Span

from ..drafts import Draft, Sentence, brought
from ..words.absence import absence
from ..words.concept_mentions import ConceptMention, NamedFigures
from ..words.denials import same
from ..words.english import AUXILIARIES, COUNTS, DETERMINERS, POSSESSIVES
from ..words.lexicon import Lexicon
from ..words.quotations import is_quoted
from ..words.splitting import Word, words_of
from .who_is_who import naming

# People whose clothes nobody has learned to draw, and kinds of people that clothes alone make; of all others somebody looks like who is no child, man or woman.
UNDRAWN = frozenset(
    "astronaut cosmonaut clown superhero cowboy cowgirl ballerina firefighter fireman diver bride ninja fairy mermaid".split()
)
ROLES = frozenset(("witch", "pirate", "princess", "knight", "ghost", "robot"))
_OLD = re.compile(r"gran|nan|old")  # of the words for a grandfather a wizard is none
_EVERYDAY = frozenset(("girl", "boy", "woman", "man", "teacher"))
_COSTUME = r"(?:costumes?|outfits?|disguises?|suits?|onesies?|fancy dress)"
_COSTUME_OFF = rf"(?:{_COSTUME}|dress|gown|sheet)"
_OWN = r"(?:an?|the|his|her|its|their|my|our)"
_AS = r"(?:disguised|(?<!got )(?<!getting )dress(?:ed|es|ing)?)(?: up| himself| herself| themselves| myself| itself)*"
_WENT = r"(?:went|goes|go|came|comes|arrived)(?: [\w’'-]+){0,4}?(?<! same) as(?= an? )"
# "Dressed up as", "went to the party as", and behind these "and Tom as".
_DRESSED = re.compile(rf"\b{_AS} (?:as|like) ", re.IGNORECASE)
_ARRIVED = re.compile(rf"\b{_WENT} ", re.IGNORECASE)
_DRESSED_BY = re.compile(r"\b(?:dress(?:ed|es|ing)?|disguised?)(?: [\w’'-]+){1,3} as (?=an? )", re.IGNORECASE)
_AND_AS = re.compile(
    r"(?:,? (?:and|but|while)|[,:;]) (?:[\w’'-]+ ){1,3}?(?:was |went |came )?as (?=an? )", re.IGNORECASE
)
_HINT = re.compile(r"dress|disguise|costume|outfit|suit|onesie|gown| as an? ", re.IGNORECASE)
_DRESSED_UP = re.compile(r"\bdress(?:ed|es) up\b", re.IGNORECASE)
_WORN = re.compile(
    rf"\b(?:w[oe]re|wears?|wearing|in|puts? on|putting on|pull(?:ed|s) on|ha[ds] on|(?:got|gets|slipped|climbed|changed) into) "
    rf"{_OWN} (?P<noun>(?:[\w’'-]+ ){{1,3}})(?:{_COSTUME}|(?:(?<=princess )|(?<=princess's )|(?<=princess’s )|(?<=witch ))(?:dress|gown))\b",
    re.IGNORECASE,
)
_OFF = re.compile(
    rf"\b(?:took|takes?|taking|pull(?:ed|s)|threw|throws|slipped|got|gets|climbed|changed|out) (?:off|out of|of) "
    rf"(?:{_OWN} (?:[\w’'-]+ ){{0,2}}?{_COSTUME_OFF}\b|(?:his|hers|theirs)\b(?=[.,;!?]| too\b))"
    rf"|\b(?:took|takes?|pull(?:ed|s)|threw) {_OWN} (?:[\w’'-]+ ){{0,2}}?{_COSTUME_OFF} off\b"
    r"|\bchang(?:ed|es|ing) back\b|\b(?:was|is|were|are) (?:him|her|them)sel(?:f|ves) again\b"
    r"|\b(?:not|n['’]t) an? [\w’'-]+ any ?more\b|\bno longer an? [\w’'-]+",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:will|would|could|can|may|might|should|shall|going to|like to|plans? to|planned to|['’]ll|['’]d|let['’]s)(?: \w+){0,2} $",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Costume:
    """What somebody is dressed up as: the word, the kind that it is drawn as ("" if none), and whether all are so."""

    span: Span
    word: str
    kind: str
    plural: bool


class Costumes:
    """Finds who dresses up and who does so no more; `worn` says what each is drawn as, by cel id."""

    def __init__(self, lexicon: Lexicon, worn: Mapping[str, str], before: Sequence[CelPlan] = ()) -> None:
        self.lexicon, self.worn, self.before = lexicon, dict(worn), before

    def told(self, sentence: Sentence) -> list[Costume]:
        """The costumes of a sentence, with the places of the words that say what they are."""
        text, (begin, end) = sentence.text, sentence.span
        found: list[Costume] = []
        if _HINT.search(text, begin, end) is None:
            return found
        for pattern in (_DRESSED, _ARRIVED, _DRESSED_BY, _AND_AS):
            for match in pattern.finditer(text, begin, end):
                if pattern is _AND_AS and not (found or _DRESSED_UP.search(text, begin, match.start())):
                    break
                costume = self._costume(text, (match.end(), end), pattern in (_DRESSED_BY, _ARRIVED))
                if costume is None or costume in found or (pattern is _ARRIVED and not costume.kind):
                    continue  # "came as a friend"
                if self._is_on(sentence, match.span()):
                    found.append(costume)
        for match in _WORN.finditer(text, begin, end):
            costume = self._costume(text, match.span("noun"), False)
            if costume is not None and self._is_on(sentence, match.span()):
                found.append(replace(costume, span=(costume.span[0], match.end())))
        return found

    @staticmethod
    def _is_on(sentence: Sentence, place: Span) -> bool:
        """Whether it is worn, and not only wished for or talked about."""
        if absence(sentence.text, sentence.span, place) or is_quoted(sentence.text, place):
            return False
        return _NOT_YET.search(sentence.text[sentence.span[0] : place[0]]) is None

    def _costume(self, text: str, place: Span, strict: bool) -> Costume | None:
        """What the words at the beginning of a place name: a noun behind its article and adjectives."""
        words = words_of(text, place)
        first = 0
        while first < len(words) and self._leads(words[first].text):
            first += 1
        for last in (first + 1, first):  # "polar bear" before "polar"
            noun = self._noun(words[first : last + 1]) if last < len(words) else None
            if noun is None:
                continue
            behind = words[last + 1].text if last + 1 < len(words) else ""
            if strict and (behind in AUXILIARIES or behind in self.lexicon.verbs or behind.endswith("ed")):
                return None  # "she dressed the baby as a bear came"
            span = (words[first].span[0], words[last].span[1])
            return Costume(span, text[slice(*span)].removesuffix("'s"), *noun)
        return None

    def _leads(self, word: str) -> bool:
        return word in DETERMINERS or word in COUNTS or self.lexicon.is_adjective(word)

    def _noun(self, words: Sequence[Word]) -> tuple[str, bool] | None:
        """The kind that a noun for a costume is drawn as, and whether it is a plural; None if it is no such noun."""
        said = " ".join(word.text for word in words).removesuffix("'s")
        for form in word_forms(said):
            category, name = self.lexicon.known.get(form, ("", ""))
            if category in ("kinds", "things") or form in self.lexicon.nouns:
                drawn = category == "kinds" and self._can_be_worn(name, form)
                return (name if drawn else ""), form != said
        return None

    def _can_be_worn(self, kind: str, word: str) -> bool:
        if kind in ("grandmother", "grandfather"):
            return _OLD.match(word) is not None
        return kind not in _EVERYDAY

    def dress_up(self, sentence: Sentence, draft: Draft, told: Sequence[Costume], named: NamedFigures) -> None:
        """Note in the draft who is dressed up by its sentence, and who is so no more; report what cannot be drawn."""
        for match in _OFF.finditer(sentence.text, *sentence.span):
            plural = match.group().endswith("s") or "their" in match.group().lower()
            for key in (
                self._wearers(sentence, draft, match.start(), plural, named)
                if self._is_on(sentence, (match.start(), match.start()))
                else ()
            ):
                draft.costumes[key] = ""
        for costume in told:
            wearers = self._wearers(sentence, draft, costume.span[0], costume.plural, named)
            people = [key for key in wearers if self.lexicon.vocabulary.kind(draft.cels[key].concept).human]
            draft.costumes.update({key: costume.kind for key in people if costume.kind})
            if not people or not costume.kind:
                reason = f"Nobody is drawn dressed up as “{costume.word}”."
                draft.not_drawn.append(NotDrawn(costume.word, costume.span, reason))
        self.worn.update(draft.costumes)

    @staticmethod
    def _wearers(sentence: Sentence, draft: Draft, place: int, plural: bool, named: NamedFigures) -> list[str]:
        """Who is named last before a place, or first behind it; of several who are told of together all."""
        owners = {one.first for one, _ in named if sentence.words[one.first].text in POSSESSIVES - {"her"}}
        there = [(one, key) for one, key in named if key in draft.cels and one.first not in owners]
        before = [key for one, key in there if one.span[0] < place]
        who = before[-1] if before else there[0][1] if there else next((cel.id for cel in draft.figures), None)
        if who is None:
            return []
        if not plural:
            return [who]
        found = [one.id for one in same(draft, who)]
        other = draft.together.get(who)
        while other is not None and other not in found:
            found.append(other)
            other = draft.together.get(other)
        return found if len(found) > 1 else [cel.id for cel in draft.figures]

    @staticmethod
    def is_one(draft: Draft, cel: CelPlan, mention: ConceptMention, noun: str) -> None:
        """Note that somebody is told to be a pirate, or report that an astronaut is drawn as who it is."""
        if noun == mention.name in ROLES:
            draft.costumes[cel.id] = mention.name
        elif noun in UNDRAWN and mention.span not in {one.span for one in draft.not_drawn}:
            draft.not_drawn.append(NotDrawn(noun, mention.span, f"The model has not learned to draw “{noun}”."))

    def wearer(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, around: Sequence[CelPlan]
    ) -> CelPlan | None:  # fmt: skip
        """Who "the witch" means where somebody is dressed up as one and no other is there, brought into the draft."""
        if mention.category != "kinds" or mention.absent or mention.name not in self.worn.values():
            return None
        told = {cel.id: cel for cel in (*self.before, *around, *draft.figures)}
        fits = [key for key, kind in self.worn.items() if kind == mention.name and key in told]
        real = any(cel.concept == mention.name for cel in (*around, *draft.figures))
        if len(fits) != 1 or real or naming(mention, sentence.words, self.lexicon).article != "the":
            return None
        cel = draft.cels.get(fits[0]) or brought(draft, told[fits[0]])
        draft.cels[cel.id] = replace(cel, spans=(*cel.spans, mention.span))
        return draft.cels[cel.id]


def costumes_of(plan: ScenePlan) -> dict[str, str]:
    """What those are drawn as who a scene, or one before it, shows dressed up."""
    return {cel.id: cel.concept for cel in (*plan.earlier, *plan.cels) if cel.really}


def undressed(plan: ScenePlan) -> ScenePlan:
    """A plan with everybody as who they are."""

    def plain(cel: CelPlan) -> CelPlan:
        return replace(cel, concept=cel.really, really="") if cel.really else cel

    return replace(plan, cels=tuple(map(plain, plan.cels)), earlier=tuple(map(plain, plan.earlier)))


def dressed_up(cel: CelPlan, worn: Mapping[str, str]) -> CelPlan:
    """A cel as what it is dressed up as, if it is."""
    kind = worn.get(cel.id, "")
    return replace(cel, concept=kind, really=cel.concept) if kind and kind != cel.concept else cel
