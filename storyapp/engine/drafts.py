"""One sentence → what it shows: its figures and things, who does what, and what is not drawn."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.clothes import Clothes, worn
from storyapp.story.model import Character
from storyapp.story.plan import ACTIONS, CelPlan, NotDrawn, Relation, Span

from .english import AUXILIARIES, COUNTS, GROUPS, HER_KINDS, HIS_KINDS, PREPOSITIONS
from .lexicon import Lexicon, Mention, Word
from .reader_net import UNSAID, Opinion

FIGURES = ("who", "kinds", "strangers", "groups", "pronouns")
MOST_FIGURES = 5
SAID, MAYBE_SAID, HINTED = 0.6, 0.35, 0.2  # what a word of the lexicon adds to the net's chance
ENOUGH = 0.5
NEW = 0.6  # what a word that is not the vocabulary's own counts, against one that is
TOLD, MORE_TOLD = 0.35, 0.15  # what a thing that tells of a place adds, and each further one
ALONE = {"pose": 0.7, "expression": 0.6}  # the net's chance of what no word of the lexicon says
HIDDEN, UNSURE = 0.1, 0.6  # chances of being there below which a mention, or a doubtful one, is not drawn
_RELATIONS = {
    "on": "on", "onto": "on", "in": "in", "into": "in", "inside": "in", "behind": "behind", "beside": "beside",
    "near": "beside", "by": "beside", "under": "beside",
}  # fmt: skip
_UNWORN = {"hat": "straw hat", "flower": "tulip", "boots": "hiking boot", "bow": "ribbon"}  # accessory → thing
_JOINING = ("and", ", and", "and the", "and a", "and an", "and his", "and her", ",", ", the", "with", "with the")

# "Not angry at all", but "never so happy" and "could not help laughing".
_DENIED = re.compile(
    r"\b(?:not|never|\w+n['’]t|no longer|forgot to be|stopped being)"
    r"(?: (?!so\b|as\b|more\b|only\b|just\b|help\b|stop\b|resist\b)\w+){0,2} $",
    re.IGNORECASE,
)

Nearest = Callable[[str], tuple[str, str] | None]


@dataclass
class Draft:
    """What one sentence shows, while it is read."""

    span: Span
    cels: dict[str, CelPlan] = field(default_factory=dict)
    not_drawn: list[NotDrawn] = field(default_factory=list)
    together: dict[str, str | None] = field(default_factory=dict)  # who does what the one before them does
    said: dict[str, tuple[str, Span]] = field(default_factory=dict)  # setting, time, weather
    hints: dict[str, float] = field(default_factory=dict)  # place → how much speaks for it, where none is said
    heard: dict[tuple[str, str], dict[str, float]] = field(default_factory=dict)  # (cel, attribute) → value → weight
    denied: set[tuple[str, str]] = field(default_factory=set)  # (cel, expression) that is said not to be
    actions: int = 0

    @property
    def figures(self) -> list[CelPlan]:
        """The figures, in the order they came up."""
        return [cel for cel in self.cels.values() if cel.kind == "figure"]

    @property
    def drawable(self) -> float:
        """How much there is to draw."""
        return 2.0 * len(self.figures) + 1.25 * len(self.cels) + 1.5 * self.actions

    def hear(self, key: str, name: str, values: Mapping[str, float]) -> None:
        """Add to what is known of a figure's pose or feeling; the surest of several mentions counts."""
        known = self.heard.setdefault((key, name), {})
        for value, weight in values.items():
            known[value] = max(known.get(value, 0.0), weight)


@dataclass(frozen=True)
class Sentence:
    """All that a draft is made of: the words, the mentions, and what the net thinks of them."""

    text: str  # of the whole scene
    span: Span
    words: Sequence[Word]
    mentions: Sequence[Mention]
    surroundings: Mapping[str, Mapping[str, float]]
    opinions: Mapping[Span, Opinion]


class SentenceReader:
    """Makes the draft of a sentence; `around` are the figures of earlier sentences and scenes, the latest last."""

    def __init__(self, lexicon: Lexicon, cast: Sequence[Character], nearest: Nearest) -> None:
        self.lexicon, self.cast, self.nearest = lexicon, cast, nearest
        self.vocabulary: Vocabulary = lexicon.vocabulary

    def read(self, sentence: Sentence, around: Sequence[CelPlan]) -> Draft:
        """The draft of one sentence."""
        draft = Draft(sentence.span)
        self._surroundings(sentence, draft)
        waiting: list[Mention] = []  # verbs whose subject comes behind them: "there sat a mouse"
        last: CelPlan | None = None
        clothes = self._worn(sentence)
        for mention in sentence.mentions:
            if last is not None and any(start <= mention.span[0] < end for (start, end), _ in clothes):
                continue  # what somebody wears is no thing besides
            opinion = sentence.opinions.get(mention.span, Opinion())
            if mention.category == "expressions" and last is not None and self._is_denied(sentence, mention):
                self._deny(draft, mention, last)
            elif mention.category in ("poses", "expressions"):
                if mention.absent < 1 and not self._of_thing(sentence, mention):
                    self._acts(draft, mention, last, waiting)
            elif self._is_there(mention, opinion):
                found = self._enter(sentence, draft, mention, last, around)
                if found is not None:
                    self._heard(draft, found, opinion)
                    for verb in waiting:
                        self._acts(draft, verb, found, [])
                    waiting, last = [], found
        self._decide(draft)
        self._looks(clothes, draft)
        return draft

    @staticmethod
    def _is_there(mention: Mention, opinion: Opinion) -> bool:
        if mention.category == "pronouns":
            return True
        if mention.absent == 2:
            return False
        return opinion.there >= (UNSURE if mention.absent else HIDDEN)

    def _enter(
        self, sentence: Sentence, draft: Draft, mention: Mention, last: CelPlan | None, around: Sequence[CelPlan]
    ) -> CelPlan | None:
        """Bring what a mention names into the draft; the figure, if it is one."""
        category, name = mention.category, mention.name
        if category == "settings" and self.lexicon.outside(sentence.words[mention.last].text):
            category = "nouns"  # a place that is a thing as well: "on the raft"
            mention = replace(mention, category=category, name="", span=sentence.words[mention.last].span)
        if category == "nouns":
            category, name = self._noun(sentence, draft, mention)
        if category == "pronouns":
            return self._pronoun(sentence, draft, mention, around)
        if category == "groups":
            return self._group(draft, mention)
        if category in ("who", "kinds", "strangers"):
            joined = last is not None and self._is_joined(sentence.text, draft, last, mention)
            found = self._figure(draft, replace(mention, category=category, name=name), sentence.words)
            if joined and last is not None and found.id != last.id:
                draft.together[found.id] = last.id
            return found
        if category == "accessories":
            category, name = self._unworn(sentence, draft, mention)
        if category == "things":
            self._things(draft, replace(mention, name=name), sentence.words, last)
        return None

    # Place, time, weather

    def _surroundings(self, sentence: Sentence, draft: Draft) -> None:
        for category in ("settings", "times", "weathers"):
            scores = {value: (chance, sentence.span) for value, chance in sentence.surroundings[category].items()}
            scores.pop(UNSAID, None)
            if category == "settings":
                self._told(sentence, scores)
            for mention in sentence.mentions:
                if mention.category != category or mention.absent:
                    continue
                chance = sentence.surroundings[category].get(mention.name, 0.0) + self._weight(sentence, mention)
                if chance > scores.get(mention.name, (0.0, ()))[0]:
                    scores[mention.name] = (chance, mention.span)
            value, (chance, span) = max(scores.items(), key=lambda one: one[1][0])
            if chance >= ENOUGH:
                draft.said[category[:-1]] = (value, span)
            elif category == "settings":
                draft.hints = {place: score for place, (score, _) in scores.items() if score >= HINTED}

    @staticmethod
    def _weight(sentence: Sentence, mention: Mention) -> float:
        """What a word for a place, time or weather counts where it stands."""
        near = {word.text for word in sentence.words[max(0, mention.first - 3) : mention.first]}
        placed = near & PREPOSITIONS or mention.category != "settings"
        return (NEW if mention.new else 1.0) * (HINTED if mention.weak else SAID if placed else MAYBE_SAID)

    def _told(self, sentence: Sentence, scores: dict[str, tuple[float, Span]]) -> None:
        """Add what the things of a sentence tell of its place."""
        for place, signs in self.lexicon.told(sentence.words).items():
            chance, span = scores.get(place, (0.0, sentence.span))
            scores[place] = (chance + TOLD + MORE_TOLD * (len(signs) - 1), span)

    @staticmethod
    def _of_thing(sentence: Sentence, verb: Mention) -> bool:
        """Whether a verb tells what a thing does: "the dishes danced", but not "the girl with the dish danced"."""
        before = [one for one in sentence.mentions if one.last < verb.first]
        if not before or before[-1].category not in ("things", "nouns"):
            return False
        if any(word.text not in AUXILIARIES for word in sentence.words[before[-1].last + 1 : verb.first]):
            return False
        if before[-1].category == "nouns" and before[-1].name.startswith("kinds:"):
            return False
        lead = [word.text for word in sentence.words[max(0, before[-1].first - 4) : before[-1].first]]
        gap = sentence.text[before[-1].span[1] : verb.span[0]]
        return "," not in gap and not (set(lead) & PREPOSITIONS) and bool(lead) and verb.category == "poses"

    # Who

    @staticmethod
    def _is_joined(text: str, draft: Draft, last: CelPlan, mention: Mention) -> bool:
        spans = draft.cels[last.id].spans
        return bool(spans) and text[max(span[1] for span in spans) : mention.span[0]].strip() in _JOINING

    def _figure(self, draft: Draft, mention: Mention, words: Sequence[Word]) -> CelPlan:
        if mention.category == "strangers":
            name, _, kind = mention.name.partition("=")
            cel = draft.cels.get(slug(name)) or CelPlan(slug(name), "figure", kind)
            draft.cels[cel.id] = replace(cel, spans=(*cel.spans, mention.span))
            return draft.cels[cel.id]
        character = next((one for one in self.cast if one.id == mention.name), None)
        if mention.category == "kinds":
            character = self._meant(draft, mention.name)
        concept = character.concept if character else mention.name
        key = slug(character.name) if character else mention.name
        before = sum(cel.concept == concept for cel in draft.figures)
        cel = draft.cels.get(key) or CelPlan(key, "figure", concept, character.id if character else None)
        draft.cels[key] = replace(cel, spans=(*cel.spans, mention.span))
        if character is None:
            count = self._count(words, mention)
            self._twins(draft, key, before + count if count > 1 else 1)
        return draft.cels[key]

    def _meant(self, draft: Draft, concept: str) -> Character | None:
        """The one of the cast whom "the fox" means: one who is there, or the only one of that kind."""
        same = [one for one in self.cast if one.concept == concept]
        there = [one for one in same if slug(one.name) in draft.cels]
        return there[0] if there else same[0] if len(same) == 1 else None

    @staticmethod
    def _twins(draft: Draft, key: str, count: int) -> None:
        for index in range(2, min(MOST_FIGURES, count) + 1):
            twin = f"{key}-{index}"
            draft.cels[twin] = replace(draft.cels[key], id=twin)
            draft.together[key], draft.together[twin] = twin, draft.together.get(key)

    @staticmethod
    def _group(draft: Draft, mention: Mention) -> CelPlan:
        """The members of a group ("the children"), unless such are there already."""
        found: CelPlan | None = None
        for index, concept in enumerate(GROUPS[mention.name]):
            key = concept if concept not in draft.cels else f"{concept}-{index + 1}"
            if found is not None:
                draft.together[key] = found.id
            found = draft.cels.setdefault(key, CelPlan(key, "figure", concept, spans=(mention.span,)))
        assert found is not None
        return found

    def _pronoun(self, sentence: Sentence, draft: Draft, mention: Mention, around: Sequence[CelPlan]) -> CelPlan | None:
        """Whom a pronoun stands for: somebody of this sentence, or of those before it."""
        here = [cel for cel in draft.figures if agrees(mention.name, cel.concept)]
        if mention.name == "their":
            return self._they(draft, here, around)
        if here:
            return here[-1]
        before = [cel for cel in around if agrees(mention.name, cel.concept)]
        if not before or (mention.name == "its" and draft.cels):
            return self._owner_named(sentence, draft, mention) if not draft.cels else None
        return brought(draft, before[-1])

    def _owner_named(self, sentence: Sentence, draft: Draft, mention: Mention) -> CelPlan | None:
        """One of the cast who was named as an owner only: "over Sam's toes, and he dropped …"."""
        said = sentence.text[sentence.span[0] : mention.span[0]]
        for one in self.cast:
            name = next((name for name in one.names if name and re.search(rf"\b{re.escape(name)}['’]", said)), None)
            if name and one.concept and agrees(mention.name, one.concept):
                return draft.cels.setdefault(slug(one.name), CelPlan(slug(one.name), "figure", one.concept, one.id))
        return None

    def _they(self, draft: Draft, here: Sequence[CelPlan], around: Sequence[CelPlan]) -> CelPlan | None:
        for cel in around[-4:] if len(here) < 2 else ():
            if cel.id not in draft.cels:
                brought(draft, cel)
        figures = draft.figures
        for one, other in itertools.pairwise(figures):
            draft.together.setdefault(other.id, one.id)
        return figures[-1] if figures else None

    # What they do

    def _acts(self, draft: Draft, mention: Mention, last: CelPlan | None, waiting: list[Mention]) -> None:
        if last is None:
            waiting.append(mention)
            return
        name = "pose" if mention.category == "poses" else "expression"
        draft.actions += not mention.weak
        weight = (NEW if mention.new else 1.0) * (HINTED if mention.weak else SAID)
        who: str | None = last.id
        doing: set[str] = set()
        while who is not None and who not in doing:  # "the knight and the dragon danced": both do
            doing.add(who)
            weights = draft.heard.setdefault((f"said {who}", name), {})
            weights.setdefault(mention.name, weight if not weights else 0.8 * weight)
            who = draft.together.get(who)

    @staticmethod
    def _is_denied(sentence: Sentence, mention: Mention) -> bool:
        return _DENIED.search(sentence.text[sentence.span[0] : mention.span[0]]) is not None

    @staticmethod
    def _deny(draft: Draft, mention: Mention, last: CelPlan) -> None:
        draft.denied.add((last.id, mention.name))
        said = draft.heard.setdefault((f"said {last.id}", "expression"), {})
        if not said:
            said[instead_of(mention.name)] = ENOUGH

    @staticmethod
    def _heard(draft: Draft, cel: CelPlan, opinion: Opinion) -> None:
        for one in draft.figures:
            if one.id == cel.id or (cel.spans and one.spans == cel.spans):  # "two rabbits" are of one mind
                draft.hear(one.id, "pose", opinion.poses)
                draft.hear(one.id, "expression", opinion.expressions)

    def _decide(self, draft: Draft) -> None:
        """Poses and feelings: the net's chances and the lexicon's words together."""
        for cel in draft.figures:
            attributes = dict(cel.attributes)
            for name in ("pose", "expression"):
                scores = {
                    value: weight
                    for value, weight in draft.heard.get((cel.id, name), {}).items()
                    if value != UNSAID and (cel.id, value) not in draft.denied
                }
                for value, weight in draft.heard.get((f"said {cel.id}", name), {}).items():
                    scores[value] = scores.get(value, 0.0) + weight
                value, score = max(scores.items(), key=lambda one: one[1], default=("", 0.0))
                said = value in draft.heard.get((f"said {cel.id}", name), {})
                if score >= (ENOUGH if said else ALONE[name]):
                    attributes[name] = value
            draft.cels[cel.id] = replace(cel, attributes=attributes)

    # What is there

    def _noun(self, sentence: Sentence, draft: Draft, mention: Mention) -> tuple[str, str]:
        """What a noun outside the vocabulary is drawn as; it is told unless it is a person or an animal we have."""
        said = sentence.text[slice(*mention.span)]
        category, _, name = mention.name.partition(":")
        if category == "kinds":
            return category, name
        found = (category, name) if name else self.nearest(said)
        reason = f"“{said}” is drawn as “{found[1]}”." if found else f"The model has not learned to draw “{said}”."
        draft.not_drawn.append(NotDrawn(said, mention.span, reason))
        return found or ("", "")

    def _unworn(self, sentence: Sentence, draft: Draft, mention: Mention) -> tuple[str, str]:
        """An accessory that nobody wears is a thing: "she picked a flower"; one for which there is none is reported."""
        thing = _UNWORN.get(mention.name, mention.name)
        if thing in self.vocabulary.entries["things"]:
            return "things", thing
        return self._noun(sentence, draft, replace(mention, name=""))

    def _things(self, draft: Draft, mention: Mention, words: Sequence[Word], last: CelPlan | None) -> None:
        entry = self.vocabulary.thing(mention.name)
        said = draft.heard.get((f"said {last.id}", "pose"), {}) if last else {}
        pose = max(said, key=lambda one: said[one], default=None)
        if pose == "reading" and "book" in mention.name:
            return  # the figure's own drawing has it in hand
        before = [word.text for word in words[max(0, mention.first - 4) : mention.first]]
        joining = next((word for word in reversed(before) if word in _RELATIONS or word in ("with", "of")), None)
        relation = None
        if last is not None and entry.holdable and (pose == "holding" or joining == "with"):
            relation = Relation("held by", last.id)
            if pose in (None, "standing"):
                draft.heard.setdefault((f"said {last.id}", "pose"), {})["holding"] = SAID
        for index in range(min(3, self._count(words, mention)) or 1):
            key = mention.name if index == 0 else f"{mention.name}-{index + 1}"
            draft.cels[key] = CelPlan(
                key, "thing", mention.name, relation=relation if index == 0 else None, spans=(mention.span,)
            )
        if last is not None and relation is None and joining in _RELATIONS:
            self._relate(draft, mention, last, _RELATIONS[joining])

    def _relate(self, draft: Draft, mention: Mention, last: CelPlan, kind: str) -> None:
        entry = self.vocabulary.thing(mention.name)
        if kind in ("on", "in"):
            fits = entry.seat is not None if kind == "on" else entry.mouth is not None
            if fits:
                draft.cels[last.id] = replace(draft.cels[last.id], relation=Relation(kind, mention.name))
        else:
            draft.cels[mention.name] = replace(draft.cels[mention.name], relation=Relation("beside", last.id))

    def _count(self, words: Sequence[Word], mention: Mention) -> int:
        """How many are meant: the number before a mention, or two where it is a plural."""
        before = [word.text for word in words[max(0, mention.first - 3) : mention.first]]
        number = next((COUNTS[word] for word in reversed(before) if word in COUNTS), None)
        if number is not None or mention.category != "kinds":
            return number or 1
        word = words[mention.last].text
        return 2 if word.endswith("s") and word not in self.lexicon.known and word[-2:] != "ss" else 1

    # Looks

    def _worn(self, sentence: Sentence) -> list[Clothes]:
        """The clothes that the sentence tells of, at their places in the whole text."""
        begin, names = sentence.span[0], self.vocabulary.names
        found = worn(sentence.text[slice(*sentence.span)], names("colours"), names("accessories"))
        return [((begin + start, begin + end), looks) for (start, end), looks in found]

    def _looks(self, clothes: Sequence[Clothes], draft: Draft) -> None:
        """Clothes and accessories are those of the figure that was named last before them."""
        dressed: set[str] = set()
        for span, looks in clothes:
            owner = self._owner(draft, span[0])
            if owner is None:
                continue
            if "accessory" not in looks or owner not in dressed:  # nobody wears more than one
                cel = draft.cels[owner]
                draft.cels[owner] = replace(cel, attributes={**cel.attributes, **looks})
            if "accessory" in looks:
                dressed.add(owner)

    @staticmethod
    def _owner(draft: Draft, place: int) -> str | None:
        before = [(span[0], cel.id) for cel in draft.figures for span in cel.spans if span[0] < place]
        return max(before)[1] if before else None


def brought(draft: Draft, cel: CelPlan) -> CelPlan:
    """A figure from before comes into the draft: it keeps its looks, not what it did."""
    looks = {k: v for k, v in cel.attributes.items() if k not in ACTIONS}
    return draft.cels.setdefault(cel.id, replace(cel, attributes=looks, spans=(), relation=None))


def instead_of(feeling: str) -> str:
    """What somebody looks like of whom it is said that they do not feel so."""
    return "sad" if feeling == "happy" else "calm"


def agrees(pronoun: str, concept: str) -> bool:
    """Whether she (her), he (his), it (its) or they (their) may stand for that kind."""
    if pronoun == "their":
        return True
    if pronoun == "its":
        return concept not in HER_KINDS | HIS_KINDS
    return concept not in (HIS_KINDS if pronoun == "her" else HER_KINDS)


def slug(name: str) -> str:
    """The id of a cel that is named so."""
    return re.sub(r"\W+", "-", name.lower()).strip("-") or "somebody"
