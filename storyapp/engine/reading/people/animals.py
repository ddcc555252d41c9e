"""Animals that are things of the vocabulary ("duck"): no figures, though pronouns may mean them and they have relatives."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storyapp.story.plan import CelPlan

from ..drafts import Draft, Sentence, brought, is_named_thing
from ..words.compounds import ANIMALS
from ..words.concept_mentions import ConceptMention
from ..words.english import ADJECTIVES, AUXILIARIES, CLAUSES, COUNTS, DETERMINERS, PREPOSITIONS, TAKE_NO_OBJECT
from ..words.lexicon import Lexicon

# What a story tells of as if it were alive.
ALIVE = ANIMALS | {
    *("black cat", "tropical fish", "blowfish", "blue whale", "jellyfish", "mosquito", "shrimp"),
    *("snowman", "teddy bear", "doll"),
}  # fmt: skip
_LEADING = DETERMINERS | ADJECTIVES | COUNTS.keys()
_BEFORE_SUBJECT = CLAUSES | AUXILIARIES | TAKE_NO_OBJECT | {"lived"}
SINGLE = ("her", "his", "its")
_MOST = 3  # things of a kind
# Where an animal may sit, on somebody else: "the bird sat on her hand".
_PERCHES = frozenset("hand hands arm arms shoulder shoulders lap knee knees finger fingers head back neck face".split())


def is_alive(cel: CelPlan) -> bool:
    """Whether a thing may be "he" or "she"."""
    return cel.kind == "thing" and cel.concept in ALIVE


def animal_of(word: str, lexicon: Lexicon) -> str | None:
    """The animal among the things that a word names."""
    thing = lexicon.thing(word)
    return thing if thing in ANIMALS else None


class Animals:
    """Remembers the animals of a scene; `before` are the cels of the scene before it, `earlier` those of before that."""

    def __init__(self, before: Sequence[CelPlan] = (), earlier: Sequence[CelPlan] = ()) -> None:
        self.before = [replace(cel, spans=()) for cel in before if is_alive(cel)]
        named = (cel for cel in (*earlier, *before) if is_alive(cel) and is_named_thing(cel))
        self.called = {cel.id: cel.concept for cel in named}  # "the teacher", who is a hippopotamus
        self.met: dict[str, list[CelPlan]] = {}  # of this scene, and those who came with each; the latest last
        self.here: list[tuple[ConceptMention, str]] = []  # who is named in the sentence that is read
        self.doing: set[str] = set()  # of whom this scene has told what they do

    def remember(self, sentence: Sentence, mention: ConceptMention, cel: CelPlan, draft: Draft) -> None:
        """One was named, or is meant by a pronoun."""
        if not is_alive(cel):
            return
        same = [one for one in draft.cels.values() if one.spans and one.spans == cel.spans and is_alive(one)]
        before = self.met.pop(cel.id, None) or [cel]
        self.met[cel.id] = same if len(same) > 1 else before
        self.here.append((mention, cel.id))
        if _is_subject(sentence, mention):
            self.doing.add(cel.id)

    def of_sentence(self, draft: Draft, mention: ConceptMention) -> CelPlan | None:
        """The one of the same sentence whom "he" or "their" may mean."""
        for one, key in reversed(self.here):
            fits = mention.name == "their" or len(self.met[key]) == 1
            if one.span[0] < mention.span[0] and key in draft.cels and fits:
                return draft.cels[key]
        return None

    def latest(self, other: bool = False) -> CelPlan | None:
        """The single one that the scene has told of last; in "the bee helped her" she is an `other` one."""
        here = {key for _, key in self.here} if other else set()
        found = [group[0] for key, group in self.met.items() if len(group) == 1 and key not in here]
        return found[-1] if found else None

    def titled(self, title: str) -> CelPlan | None:
        """The animal whose name begins with a title: "granny" of Granny Badger."""
        met = {cel.id: cel.concept for group in self.met.values() for cel in group}
        found = [(key, concept) for key, concept in {**self.called, **met}.items() if key.startswith(f"{title}-")]
        return CelPlan(found[-1][0], "thing", found[-1][1]) if found else None

    def of_before(self) -> CelPlan | None:
        """The single one of the scene before; of several "she" is none."""
        concepts = [cel.concept for cel in self.before]
        single = [cel for cel in self.before if concepts.count(cel.concept) == 1 and cel.id not in self.met]
        return single[-1] if single else None

    def several(self, draft: Draft, of_before: bool) -> CelPlan | None:
        """Those whom "they" may mean where no figure is there: of the sentence, of the scene, or of the one before."""
        groups = [self.met[key] for key in {key: None for _, key in self.here}] or [*self.met.values()]
        found = groups[-1] if groups and len(groups[-1]) > 1 else [cel for group in groups for cel in group]
        if not found and of_before:
            found = self.before
        if len(found) < 2:
            return None
        return [brought(draft, cel) for cel in found[: 2 * _MOST]][-1]

    def settle(self, draft: Draft) -> None:
        """Whoever is told to be such an animal is no figure in any draft."""
        for key, concept in self.called.items():
            cel = draft.cels.get(key)
            if cel is None or cel.kind != "figure" or cel.who is not None:
                continue
            draft.cels[key] = CelPlan(key, "thing", concept, spans=cel.spans)
            for one in draft.cels.values():
                if one.relation is not None and one.relation.target == key:
                    draft.cels[one.id] = replace(one, relation=None)


def _is_subject(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a clause tells of an animal: "the duck swam", "there was a duck", but not "Mia saw a duck"."""
    words, start = sentence.words, mention.first - 1
    while start >= 0 and (words[start].text in _LEADING or words[start].text.endswith("'s")):
        start -= 1
    if start < 0 or sentence.text[words[start].span[1] : words[start + 1].span[0]] != " ":
        return True
    return words[start].text in _BEFORE_SUBJECT


def sits_on_somebody(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether "his" is of one on whom an animal sits or lands."""
    words, at = sentence.words, mention.first
    before = words[at - 1].text if at else ""
    after = words[at + 1].text if at + 1 < len(words) else ""
    return before in PREPOSITIONS and after in _PERCHES


def relatives(draft: Draft, key: str, cel: CelPlan, count: int) -> CelPlan:
    """As many relatives of an animal as are told of."""
    for index in range(1, min(_MOST, count) + 1):
        one = key if index == 1 else f"{key}-{index}"
        draft.cels.setdefault(one, replace(cel, id=one))
    return draft.cels[key]
