"""Names that a sentence tells of somebody: "his name was Bruno", "the pony was called Star", "they called her Rose"."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from storyapp.stage.vocabulary import word_forms
from storyapp.story.model import Character
from storyapp.story.plan import CelPlan, Span

from ..drafts import CHILD, Draft, Sentence, agrees, figure_of, slug
from ..words.compounds import ANIMALS
from ..words.concept_mentions import ConceptMention, NamedFigures
from ..words.english import SUBJECTS
from ..words.lexicon import Lexicon
from ..words.quotations import is_addressed
from .first_names import FAMILY, NAMES, PLACE_WORDS
from .owners import child_named

NAME = r"[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)*"
_BE = r"(?:was|is|were|are|had been|has been|shall be|will be|should be)"
_ADVERB = r"(?: (?:simply|only|just|always|also|often|usually|now|therefore|then))?"
_CALLED = r"(?:called|named|nicknamed|christened|known as|known to \w+ as)"
_NAMED = rf"{_ADVERB} [“‘\"']?(?P<name>{NAME})"
_SAID = r"(?:said|says|replied|answered|cried|called|whispered|shouted|laughed|explained|squeaked|growled)"
_TELLINGS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?P<whose>[Hh]is|[Hh]er|[Ii]ts)(?: \w+)? name(?: {_BE}|['’]s){_NAMED}",
        rf"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur)(?: [\w-]+){{0,2}} (?P<whose>[\w-]+)['’]s name(?: {_BE}|['’]s){_NAMED}",
        rf"\b[Nn]ame of (?:the|his|her|their|my|our)(?: [\w-]+){{0,2}}? (?P<whose>[\w-]+) {_BE}{_NAMED}",
        rf"\b(?P<whose>[\w-]+)(?:,? (?:and|who|which|that))? {_BE}{_ADVERB} {_CALLED}{_NAMED}",
        rf"(?:(?P<caller>\b[Ee]very(?:body|one)|\b[Pp]eople|\b[Tt]hey|\b[Tt]he (?:people|villagers|children|others|neighbours)){_ADVERB} )?"
        rf"\b(?:call|name|nickname)(?:s|d|ed)? (?:(?:the|a|an|his|her|its|their|my|our)(?: [\w-]+){{0,2}}? |(?=him\b|her\b|it\b|me\b|himself\b|herself\b|itself\b))"
        rf"(?P<whose>[a-z-]+){_NAMED}",
        rf"(?:[Mm]y name(?: is|['’]s)|\bI(?: am|['’]m)(?: called)?) (?P<name>{NAME})\b[^“”\"]{{0,60}}[”\"] (?:said|says|replied|answered|cried|called|"
        r"whispered|shouted|laughed|explained|squeaked|growled) (?:the|an?)(?: (?!and\b|who\b|to\b)[\w-]+){0,2} (?P<whose>[a-z]+)(?=[.,;!?]| and\b| who\b| to\b|$)",
        rf"\b(?P<whose>baby)\b[^“”\"]{{0,80}}[“\"](?:[^”\"]* )?(?:[Tt]his|[Hh]ere) is (?:your|our|my)(?: new| little| baby)*"
        rf"(?: brother| sister)?,? (?P<name>{NAME})",
        rf"(?:[Mm]y name(?: is|['’]s)|\bI(?: am|['’]m)(?: called)?|\b[Cc]all me) (?P<name>{NAME})[.,!][”\"] "
        rf"(?:{_SAID} )?(?P<whose>she|he|it)\b",
    )
)
_PLACED = re.compile(rf"\b(?P<whose>[a-z]+),? (?:called|named|by the name of) (?P<name>{NAME})")
_OF_SEVERAL = re.compile(
    rf"\b(?P<whose>[Tt]heir) names (?:were|are)(?P<names>(?: {NAME},?)+ and {NAME})|"
    rf"(?P<before>(?:\b{NAME}, )*\b{NAME},? and {NAME}) (?:were|are) (?P<theirs>their) names"
)
_TELLS = re.compile(r"name|[Cc]all|known|christen|\bbaby\b|\bI(?: am|['’]m)\b")
# Who speaks, behind what is said.
_SPEAKER = re.compile(r"[^”\"]*[”\"]([^.!?“\"]*)")
# One of several: "one was called Rex, the other …".
_ONE = frozenset(
    "one other another first second third last eldest oldest youngest smallest biggest largest littlest elder younger".split()
)
_PRONOUNS = {**SUBJECTS, "its": "its"}
_KIN = frozenset(
    "aunt auntie aunty uncle granny grandma nana grandpa grandad granddad sister brother".split()
)  # among the titles
_DOING = frozenset(("pose", "facing", "expression", "size"))  # of a figure's attributes, those that are no looks
# What has a name and is no figure: "the village was called Bolby".
_NO_FIGURES = PLACE_WORDS | frozenset(
    """story tale book song game planet country kingdom land place dance show film play picture dish holiday festival
    month season poem language mountain club team""".split()
)


@dataclass(frozen=True)
class Telling:
    """A name that is told, where the words for who is called so stand, and for who calls them so, if that is anybody."""

    name: str
    whose: Span
    caller: Span | None = None


@lru_cache(maxsize=64)
def tellings(text: str) -> Mapping[Span, Telling]:
    """The names that a text tells, by their places."""
    found: dict[Span, Telling] = {}
    if not _TELLS.search(text):
        return found
    for pattern in _TELLINGS:
        for match in pattern.finditer(text):
            caller = match.span("caller") if match.groupdict().get("caller") else None
            if not _is_kin(match["name"]):
                found.setdefault(match.span("name"), Telling(match["name"], match.span("whose"), caller))
    for match in _OF_SEVERAL.finditer(text):
        names, whose = ("names", "whose") if match["whose"] else ("before", "theirs")
        for name in re.finditer(NAME, match[names]):
            place = (match.start(names) + name.start(), match.start(names) + name.end())
            found.setdefault(place, Telling(name.group(), match.span(whose)))
    return found


def _is_kin(name: str) -> bool:
    """Whether what somebody is called is a relative rather: "she called her Grandma Rose"."""
    first = name.split()[0].lower()
    return first in _KIN or first in FAMILY


def told_kinds(text: str, lexicon: Lexicon) -> dict[str, str]:
    """The names that a text tells → the kind of who is called so; "" of places and the like."""
    places = _PLACED.finditer(text) if "called" in text or "name" in text else ()
    found = {match["name"]: "" for match in places if match["whose"] in _NO_FIGURES}
    for telling in tellings(text).values():
        whose = text[slice(*telling.whose)].lower()
        if whose in _NO_FIGURES:
            found[telling.name] = ""
        if whose in _NO_FIGURES or _PRONOUNS.get(whose) == "my":
            continue
        by_pronoun = CHILD.get(_PRONOUNS.get(whose, ""))
        found[telling.name] = lexicon.kind(whose) or by_pronoun or child_named(telling.name)
    return found


def is_drawn_as_another(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun is of somebody whom the vocabulary has not, as a mermaid, who is drawn as a girl; her id has the noun."""
    listed = lexicon.nouns.get(noun) if noun not in lexicon.known else None
    return listed is not None and listed.category == "kinds" and listed.nearest


def is_nameless(cel: CelPlan, lexicon: Lexicon) -> bool:
    """Whether a cel is called by no more than a noun: "bear-2", "king", "bear-mother"."""
    if cel.kind == "thing":
        return cel.who is None and cel.id.startswith(cel.concept)
    noun = re.sub(r"-\d+$", "", cel.id)
    if noun in NAMES and noun != cel.concept:
        return False  # Tom is no tomcat
    kin = noun.startswith(f"{cel.concept}-") and lexicon.kind(noun.rpartition("-")[2]) is not None
    return cel.who is None and (noun == cel.concept or lexicon.kind(noun) is not None or kin)


class Called:
    """Remembers who of a scene has got which name; `before` is who and what was there before it, `known` ids of all before."""

    def __init__(
        self, lexicon: Lexicon, before: Sequence[CelPlan], known: Collection[str] = (), cast: Sequence[Character] = ()
    ) -> None:
        self.lexicon, self.recent, self.known = lexicon, list(before), frozenset(known)
        self.cast = {slug(name): figure_of(one) for one in cast for name in one.names}
        self.keys: dict[str, str] = {}  # a name → the cel that has it
        self.nobody: set[str] = set()  # names of what is not drawn
        self.renamed: dict[str, str] = {}  # a cel that had no name → its id from now on
        self.recognised: dict[str, CelPlan] = {}  # a cel that had no name → the figure of the cast that it is

    def note(self, sentence: Sentence, draft: Draft, named: NamedFigures) -> None:
        """Remember who and what a sentence showed, and who has said in it what they are called."""
        for place, telling in tellings(sentence.text).items():
            if place[0] < telling.whose[0] and sentence.span[0] <= place[0] < sentence.span[1]:
                ends = telling.whose[1]
                speaker = next((cel for cel in draft.cels.values() if any(end == ends for _, end in cel.spans)), None)
                by_pronoun = next((draft.cels.get(key) for one, key in named if one.span == telling.whose), None)
                if speaker is None and by_pronoun is not None and is_nameless(by_pronoun, self.lexicon):
                    speaker = by_pronoun
                if speaker is not None:
                    self._name(slug(telling.name), speaker)
        self.recent = [cel for cel in self.recent if cel.id not in draft.cels] + list(draft.cels.values())

    def meant(self, sentence: Sentence, draft: Draft, mention: ConceptMention, named: NamedFigures) -> CelPlan | None:
        """Who or what is called by the name of a mention, as this scene has told, or tells there."""
        name = slug(mention.called)
        there = (*self.recent, *draft.cels.values())
        if name in self.keys:
            return next((cel for cel in reversed(there) if cel.id == self.keys[name]), None)
        telling = tellings(sentence.text).get(mention.span)
        if any(cel.id == name for cel in there):
            return None
        if telling is None:
            return self._spoken_to(sentence.text, mention, name)
        word = _PRONOUNS.get(sentence.text[slice(*telling.whose)].lower())
        if word == "my":
            return None  # who tells the story
        if mention.span[0] < telling.whose[0]:  # who speaks is told of behind it
            self.nobody.add(name)
            return None
        cel = self._whose(sentence, draft, telling, named)
        if cel is None and word == "its":
            self.nobody.add(name)
        if cel is not None:
            self._name(name, cel)
        return cel

    def recognise(self, sentence: Sentence, draft: Draft, mention: ConceptMention, named: NamedFigures) -> None:
        """Take who had no name for the one of the cast whose name the text tells: "a new pupil came. His name was Pip"."""
        telling = tellings(sentence.text).get(mention.span)
        if telling is None or mention.span[0] < telling.whose[0]:
            return
        stranger = self._whose(sentence, draft, telling, named)
        if stranger is not None:
            self._name(slug(telling.name), stranger)

    def _spoken_to(self, text: str, mention: ConceptMention, name: str) -> CelPlan | None:
        """The only girl, or boy, of before without a name, whom somebody calls by a new one: "“Hurry up, Freya!” he called"."""
        if name in self.known or mention.name not in CHILD.values() or not is_addressed(text, mention.span):
            return None
        children = [cel for cel in self.recent if cel.kind == "figure" and cel.concept == mention.name]
        free = [cel for cel in children if is_nameless(cel, self.lexicon) and cel.id not in self.renamed]
        if len(free) != 1 or self._may_speak(text, mention, free[0], alone=len(children) == 1):
            return None
        self._name(name, free[0])
        return free[0]

    @staticmethod
    def _may_speak(text: str, mention: ConceptMention, cel: CelPlan, alone: bool) -> bool:
        """Whether a figure may be the one who says a name: "“Look, Ann!” said the girl"; "she" where no other is there."""
        speaker = _SPEAKER.match(text, mention.span[1])
        words = speaker[1].lower().split() if speaker else []
        nouns = {cel.concept, *(text[slice(*span)].lower() for span in cel.spans)}
        pronouns = [one for one in words if _PRONOUNS.get(one) in CHILD]
        return bool(nouns & {*words}) or (alone and any(CHILD[_PRONOUNS[one]] == cel.concept for one in pronouns))

    def _name(self, name: str, cel: CelPlan) -> None:
        self.nobody.discard(name)
        self.keys[name] = cel.id
        if name in self.cast and is_nameless(cel, self.lexicon):
            self.recognised[cel.id] = self.cast[name]
        elif is_nameless(cel, self.lexicon):
            noun = re.sub(r"-\d+$", "", cel.id)
            self.renamed[cel.id] = f"{noun}-{name}" if is_drawn_as_another(noun, self.lexicon) else name

    def name_by(self, trades: Mapping[str, str], cels: Sequence[CelPlan]) -> None:
        """Note that animals without a name are called by their trades from now on: "doctor-rabbit"."""
        nameless = {cel.id for cel in cels if is_nameless(cel, self.lexicon)}
        self.renamed = {key: f"{noun}-{key}" for key, noun in trades.items() if key in nameless} | self.renamed

    def _whose(self, sentence: Sentence, draft: Draft, telling: Telling, named: NamedFigures) -> CelPlan | None:
        """The one whom the words before or behind the name mean; who has no name yet before others."""
        word = sentence.text[slice(*telling.whose)].lower()
        here = list(reversed(draft.cels.values()))
        others = [cel for cel in reversed(self.recent) if cel.id not in draft.cels]
        free = [cel for cel in (*here, *others) if is_nameless(cel, self.lexicon) and cel.id not in self.renamed]
        if word == "their" or word in _ONE:
            alike = [[cel for cel in free if cel.concept == one.concept] for one in free]
            return next(
                (same[-1] for same in alike if len(same) > 1 or same[0].id[-2:-1] == "-"), None
            )  # the first of them
        pronoun = _PRONOUNS.get(word)
        if pronoun is not None:
            keys = [key for mention, key in named if mention.span == telling.whose]
            meant = next((cel for cel in here if cel.id in keys), None)
            fits = [cel for cel in free if self._may_be(pronoun, cel)]
            fits.sort(key=lambda cel: cel.kind == "thing" and cel.concept not in ANIMALS)  # the owl, not its tree
            return meant if meant in fits or not fits else fits[0]
        said = next((cel for cel in here if any(span[1] == telling.whose[1] for span in cel.spans)), None)
        if said is not None:
            return said
        concepts = {
            name
            for form in word_forms(word)
            for category, name in (self.lexicon.known.get(form, ("", "")), ("kinds", self.lexicon.kind(form)))
            if category in ("kinds", "things")
        } - {None, ""}
        if concepts:
            return next((cel for cel in free if cel.concept in concepts), None)
        subjects = [cel for cel in free if cel in here and cel.kind == "figure"]
        return subjects[0] if subjects else None

    def of_kind(self, concept: str) -> CelPlan | None:
        """The only thing of a kind that was there, where it has a name: "the pony" is Star."""
        same = [cel for cel in self.recent if cel.kind == "thing" and cel.concept == concept]
        return same[0] if len(same) == 1 and not is_nameless(same[0], self.lexicon) else None

    @staticmethod
    def _may_be(pronoun: str, cel: CelPlan) -> bool:
        if cel.kind == "thing":
            return pronoun == "its" or cel.concept in ANIMALS
        return agrees(pronoun, cel.concept)

    def settle(self, drafts: Sequence[Draft]) -> None:
        """From the beginning of the scene they are who they are called."""
        for draft in drafts if self.recognised else ():
            self._put_in_cast(draft)
        taken = {key for draft in drafts for key in draft.cels}
        renamed = {key: name for key, name in self.renamed.items() if name not in taken}
        for draft in drafts if renamed else ():
            draft.renamed |= renamed.keys()
            draft.cels = {renamed.get(key, key): _renamed(cel, renamed) for key, cel in draft.cels.items()}

    def _put_in_cast(self, draft: Draft) -> None:
        """Put those of the cast in the places of whom the scene tells of before it tells their names."""
        for key in self.recognised.keys() & draft.cels.keys():
            stranger, known = draft.cels.pop(key), self.recognised[key]
            known = draft.cels.get(known.id, known)
            doing = {name: value for name, value in stranger.attributes.items() if name in _DOING}
            draft.cels[known.id] = replace(
                known,
                attributes={**doing, **known.attributes},
                relation=known.relation or stranger.relation,
                spans=(*known.spans, *stranger.spans),
            )
            names = {key: known.id}
            draft.cels = {one.id: _renamed(one, names) for one in draft.cels.values()}
            draft.renamed.add(key)


def under_new_names(told: Mapping[str, str], called: Called, draft: Draft) -> dict[str, str]:
    """What is told of cels, by the ids that they have once the scene is settled."""
    return {called.renamed[key] if key in draft.renamed else key: value for key, value in told.items()}


def _renamed(cel: CelPlan, names: Mapping[str, str]) -> CelPlan:
    relation = cel.relation
    if relation is not None and relation.target in names:
        relation = replace(relation, target=names[relation.target])
    return replace(cel, id=names.get(cel.id, cel.id), relation=relation)
