"""Whether a word for somebody means one who is there already or somebody else: nouns, articles, and what tells them apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from storyapp.stage.vocabulary import word_forms
from storyapp.story.model import Character
from storyapp.story.plan import Span

from ..drafts import Draft, Sentence, slug
from ..words.concept_mentions import ConceptMention
from ..words.english import ADJECTIVES, ANYBODY, COUNTS, DETERMINERS, ORDER, PREPOSITIONS, RELATIVES, TRAITS
from ..words.lexicon import Lexicon
from ..words.splitting import Word

_BEFORE = 4  # words before a noun that may belong to it
_JOINED = re.compile(
    r"(?:,|,? (?:and|or|with))\s+(?:(?:the|an?|his|her|its|their|my|our|another|one) )?(?:[\w-]+ ){0,2}", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"\w.*(?:[,;:—–]|\b(?:and|but|so|because|when|while|as|that|until|for|before|after|if|then|where|than)\b)"
    r"(?:\W+(?:then|suddenly|now|soon|at last))?\W*(?:(?:the|an?|his|her|its|their|my|our|this|that)\b\W*)?(?:[\w-]+ ){0,2}$",
    re.IGNORECASE | re.DOTALL,
)
_DEFINITE = ("the", "both", "all", "these", "those", "his", "her", "its", "their", "my", "our")
_APPOSED = re.compile(r",\s+an?\s+(?:[\w-]+\s+){0,3}$")
_NAMED_SO = re.compile(r",?\s+the\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)


@dataclass
class Met:
    """One whom the scene has told of: the word for it, what tells it from others, and those who came with it."""

    noun: str
    concept: str
    traits: dict[int, int] = field(default_factory=dict)
    adjectives: frozenset[str] = frozenset()
    near: bool = False  # a kind that we have not, drawn as another
    group: tuple[str, ...] = ()
    latest: int = 0


@dataclass(frozen=True)
class Naming:
    """A noun that names a figure: the noun itself, its article, the words between, and what these tell."""

    noun: str
    article: str
    adjectives: tuple[str, ...]
    traits: Mapping[int, int]
    near: bool

    @property
    def another(self) -> bool:
        """Whether somebody new is meant: "a bear", "another bear"."""
        return self.article in ("a", "an", "another")


def naming(mention: ConceptMention, words: Sequence[Word], lexicon: Lexicon) -> Naming:
    """What the words of a mention and those right before it say."""
    last = words[mention.last].text.removesuffix("'s")
    noun = next((form for form in word_forms(last) if form in lexicon.known or form in lexicon.nouns), last)
    before: list[str] = [word.text for word in words[mention.first : mention.last]]
    article = ""
    for word in reversed(words[max(0, mention.first - _BEFORE) : mention.first]):
        trait = word.text in TRAITS
        if word.text in COUNTS and word.text not in ("some", "both"):
            continue  # "the two bears"
        if word.text in PREPOSITIONS or (word.text in DETERMINERS and not (trait and word.text != "another")):
            article = word.text if word.text in DETERMINERS else ""
            before += [word.text] if trait else []
            break
        if not (
            trait or word.text in ADJECTIVES or lexicon.known.get(word.text, ("",))[0] in ("colours", "expressions")
        ):
            break
        before.insert(0, word.text)
    traits = {TRAITS[one][0]: TRAITS[one][1] for one in before if one in TRAITS}
    adjectives = tuple(one for one in before if one not in ("a", "an"))
    listed = lexicon.nouns.get(noun) if noun not in lexicon.known else None
    return Naming(noun, article, adjectives, traits, listed is not None and listed.nearest and not listed.doubtful)


def starts_clause(gap: str) -> bool:
    """Whether between one who is named and the next a clause ends: "the bear ran, and the …"."""
    return not is_joined(gap) and _CLAUSE.search(gap) is not None


def is_joined(gap: str) -> bool:
    """Whether one who is named and the next are told of together: "the bear and the …"."""
    return _JOINED.fullmatch(gap) is not None


def alike(one: str, other: str) -> bool:
    """Whether two nouns may name one person: mum and mother."""
    return RELATIVES.get(one, one) == RELATIVES.get(other, other)


class WhoIsWho:
    """Remembers whom a scene has told of; `before` are the ids of those of earlier scenes."""

    def __init__(self, lexicon: Lexicon, cast: Sequence[Character], before: Collection[str] = ()) -> None:
        self.lexicon, self.cast, self.before = lexicon, cast, before
        self.met: dict[str, Met] = {}
        self._taken = {slug(one.name) for one in cast}
        self._latest = 0

    def one_of_cast(self, sentence: Sentence, draft: Draft, mention: ConceptMention, concept: str) -> Character | None:
        """The one of the cast whom "the fox" means: one who is there, or the only one of that kind."""
        same = [one for one in self.cast if one.concept == concept]
        there = [one for one in same if slug(one.name) in draft.cels]
        found = there[0] if there else same[0] if len(same) == 1 else None
        if found is None:
            return None
        said, human = naming(mention, sentence.words, self.lexicon), self._is_human(concept)
        titled = any(
            sentence.text.startswith(f" {name}", mention.span[1]) for name in found.names if name
        )  # "King Leo"
        if human and not titled and said.noun not in ANYBODY | RELATIVES.keys() and said.noun != concept:
            own = re.findall(r"\w+", f"{' '.join(found.names)} {found.description}".lower())
            if said.noun not in own:
                return None  # "the baker" is not the king of the cast
        if not there:
            return found
        gap = self._gap(sentence, draft, slug(found.name), mention)
        if gap is None or _APPOSED.fullmatch(gap) or _NAMED_SO.fullmatch(gap):
            return found
        other = said.another or said.near or said.traits.get(ORDER, 0) > 0
        return None if other or (human and not starts_clause(gap)) else found

    def key(self, sentence: Sentence, draft: Draft, mention: ConceptMention, concept: str, many: bool) -> str:
        """The id of the figure, or of the first of many, that a noun names."""
        said = naming(mention, sentence.words, self.lexicon)
        fits = [
            key
            for key, one in self.met.items()
            if one.concept == concept
            and (len(one.group) > 1 or not many or said.article in _DEFINITE)
            and self._may_be(sentence, draft, mention, said, key)
        ]

        def likely(key: str) -> tuple[int, int, int]:
            one = self.met[key]
            agreeing = sum(one.traits.get(group) == row for group, row in said.traits.items())
            return agreeing, int(one.noun == said.noun), one.latest

        key = max(fits, key=likely) if fits else self._free(self._base(said, concept), draft)
        self._latest += 1
        one = self.met.setdefault(key, Met(said.noun, concept, near=said.near))
        one.traits.update(said.traits)
        one.adjectives |= set(said.adjectives)
        if not fits and not one.group:
            one.traits.setdefault(ORDER, 0)
        one.latest = self._latest
        return key

    def several(self, draft: Draft, key: str, count: int) -> tuple[str, ...]:
        """The ids of as many of a kind as are counted, the first of which is `key`."""
        one = self.met[key]
        same = tuple(other for other, its in self.met.items() if (its.noun, its.concept) == (one.noun, one.concept))
        one.group = one.group or (same if not any(other in draft.cels for other in same) else (key,))
        while len(one.group) < count:
            other = self._free(re.sub(r"-\d+$", "", key), draft)
            self.met[other] = Met(one.noun, one.concept, near=one.near, latest=one.latest)
            one.group += (other,)
        for other in one.group:
            self.met[other].group = one.group
            if count > 1:
                self.met[other].traits.pop(ORDER, None)  # any of them may be the first
        return (key, *(other for other in one.group if other != key))[:count]

    def _may_be(self, sentence: Sentence, draft: Draft, mention: ConceptMention, said: Naming, key: str) -> bool:
        one = self.met[key]
        if any(one.traits.get(group, row) != row for group, row in said.traits.items()):
            return False
        free = len(one.group) > 1 and ORDER not in one.traits  # one of several of whom nothing else is told
        gap = self._gap(sentence, draft, key, mention)
        if gap is None:  # of a sentence before
            specific = not {said.noun, one.noun} & (ANYBODY | {one.concept}) and self._is_human(one.concept)
            if said.near != one.near or (specific and not alike(said.noun, one.noun)):
                return False
            return free or not said.another or said.noun != one.noun
        if _APPOSED.fullmatch(gap) and not sentence.text.startswith((" and", ", and"), mention.span[1]):
            return True
        if free and said.noun == one.noun:
            return True
        if said.another:
            return False
        if starts_clause(gap):
            vague = {said.noun, one.noun} & ANYBODY
            return said.noun == one.noun or alike(said.noun, one.noun) or (bool(vague) and said.near == one.near)
        return said.noun == one.noun and one.adjectives >= set(said.adjectives)

    def _gap(self, sentence: Sentence, draft: Draft, key: str, mention: ConceptMention) -> str | None:
        """The words between where somebody was named last in a sentence and a mention; None where they were not."""
        spans: Sequence[Span] = draft.cels[key].spans if key in draft.cels else ()
        ends = [end for _, end in spans if end <= mention.span[0]]
        return sentence.text[max(ends) : mention.span[0]] if ends else None

    def _base(self, said: Naming, concept: str) -> str:
        """Kings and bakers are men, but have ids of their own: each looks the same in every scene."""
        if RELATIVES.get(said.noun) in ("aunt", "uncle"):  # they are not Mum and Dad
            return RELATIVES[said.noun]
        if said.noun in RELATIVES:
            grand = RELATIVES.get(concept, concept) != concept
            return self._grandparent(said.noun) if grand else concept
        own = said.near or (self._is_human(concept) and said.noun not in ANYBODY)
        return slug(said.noun) if own else concept

    def _grandparent(self, noun: str) -> str:
        """The id of Granny, by whatever word the story called her first."""
        return next((key for key in (*self.met, *self.before) if alike(key, noun)), slug(noun))

    def _free(self, base: str, draft: Draft) -> str:
        key, number = base, 1
        while key in self.met or key in draft.cels or key in self._taken:
            number += 1
            key = f"{base}-{number}"
        return key

    def _is_human(self, concept: str) -> bool:
        return self.lexicon.vocabulary.kind(concept).human
