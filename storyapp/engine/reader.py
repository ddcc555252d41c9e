"""The Reader: a scene's words → ScenePlan.

A lexicon of the vocabulary's words comes first. Where a sentence has none for its place, time, weather,
pose or feeling, small heads on the text encoder's states answer, or say "unsaid"; nouns outside the
vocabulary go to the nearest concept by embedding, or are reported as not drawn.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.model import Character
from storyapp.story.plan import CelPlan, NotDrawn, Relation, ScenePlan, Span

from .checkpoint import load_weights, read_config
from .english import ADJECTIVES, COUNTS, DETERMINERS, FUNCTION_WORDS, PREPOSITIONS, UNSEEN_NOUNS
from .lexicon import Lexicon, Mention, Word, sentences, words_of
from .text import WIDTH, TextEncoder

UNSAID = "unsaid"
HEADS = ("settings", "times", "weathers", "poses", "expressions")
SURE = 0.75  # probability from which a head's answer counts
NEAR = 0.70  # cosine from which an unknown noun is drawn as its nearest concept
LONGEST_SENTENCE = 64  # tokens
SIDEWAYS = frozenset(("walking", "running", "flying", "swimming", "pointing", "hugging"))
TOPS = "shirt|t-shirt|top|jumper|sweater|coat|dress|jacket|blouse|pullover"
BOTTOMS = "trousers|pants|skirt|shorts|jeans|leggings|dungarees"
_RELATIONS = {
    "on": "on", "onto": "on", "in": "in", "into": "in", "inside": "in", "behind": "behind", "beside": "beside",
    "near": "beside", "by": "beside", "under": "beside",
}  # fmt: skip
_SINGULAR, _PLURAL = frozenset(("he", "she", "it", "him")), frozenset(("they", "them", "we", "both"))
_NAME = re.compile(r"\b[A-Z][a-z]{1,14}\b(?!['’]s)")
_OF_KIND = re.compile(r",?\s+(?:the|a|an)\s+([a-z]+)(?:\s+([a-z]+))?\b")
_PRONOUN = re.compile(r"\b(she|her|herself|he|his|him|himself)\b", re.IGNORECASE)
_JOINING = ("and", ", and", "and the", "and a", "and an", "and his", "and her", ",", ", the", "with", "with the")
_DOING = frozenset(
    [
        "was",
        "is",
        "had",
        "has",
        "saw",
        "went",
        "came",
        "said",
        "found",
        "took",
        "gave",
        "made",
        "got",
        "put",
        "felt",
        "heard",
        "knew",
        "thought",
        "told",
        "began",
        "built",
        "blew",
        "brought",
        "caught",
        "drew",
        "drove",
        "fell",
        "fed",
        "hid",
        "kept",
        "left",
        "let",
        "looks",
        "loves",
        "likes",
        "lived",
        "lives",
        "met",
        "rose",
        "sang",
        "says",
        "set",
        "shook",
        "shows",
        "stood",
        "threw",
        "woke",
        "wore",
        "wanted",
        "goes",
        "makes",
        "takes",
        "plays",
    ]
)
_ADJECTIVE_ENDING = re.compile(r"(?:y|ous|ful|less|ish|en|ed|ing|al|ic|ive|est|er)$")
_ABSTRACT_ENDING = re.compile(r"(?:ing|ly|ed|ness|ment|tion|ity|ance|ence)$")


class ReaderHeads(nn.Module):
    """Sentence state (batch, 384) → logits of each attribute, the last of which is "unsaid"."""

    def __init__(self, sizes: Mapping[str, int], width: int = 192) -> None:
        super().__init__()
        self.body = nn.Sequential(nn.Linear(WIDTH, width), nn.GELU())
        self.heads = nn.ModuleDict({name: nn.Linear(width, size) for name, size in sizes.items()})

    def forward(self, states: Tensor) -> dict[str, Tensor]:
        """Logits by attribute."""
        hidden = self.body(states)
        return {name: head(hidden) for name, head in self.heads.items()}


def sentence_states(encoder: TextEncoder, texts: Sequence[str]) -> Tensor:
    """Mean token state of each text (batch, 384), of length 1."""
    found = encoder.encode(texts, LONGEST_SENTENCE)
    weight = found.mask[..., None].float()
    return functional.normalize((found.states * weight).sum(1) / weight.sum(1), dim=-1)


@dataclass
class _Draft:
    """What one sentence shows, while it is read."""

    span: Span
    cels: dict[str, CelPlan] = field(default_factory=dict)
    not_drawn: list[NotDrawn] = field(default_factory=list)
    together: dict[str, str | None] = field(default_factory=dict)  # who does what the one before them does
    said: dict[str, tuple[str, Span]] = field(default_factory=dict)  # setting, time, weather
    actions: int = 0
    pronoun: bool = False

    @property
    def drawable(self) -> float:
        """How much there is to draw."""
        figures = sum(cel.kind == "figure" for cel in self.cels.values())
        return 2.0 * max(figures, self.pronoun) + 1.25 * len(self.cels) + 1.5 * self.actions


class Reader:
    """Reads scenes with one vocabulary, one text encoder and its trained heads."""

    def __init__(
        self, vocabulary: Vocabulary, text: TextEncoder, heads: ReaderHeads, names: Mapping[str, Sequence[str]]
    ) -> None:
        self.vocabulary, self.text, self.heads, self.names = vocabulary, text, heads.eval(), names
        self.lexicon = Lexicon(vocabulary)
        self._concepts: tuple[list[tuple[str, str]], Tensor] | None = None

    @classmethod
    def load(cls, folder: Path, vocabulary: Vocabulary, text: TextEncoder) -> Reader:
        """Load the trained heads of a model folder.

        Raises:
            ModelMissingError: if a file is not there.
            ModelDamagedError: if one is damaged.
        """
        names: dict[str, list[str]] = read_config(folder / "reader.json")["heads"]
        heads = ReaderHeads({name: len(values) for name, values in names.items()})
        load_weights(folder / "reader.safetensors", heads)
        return cls(vocabulary, text, heads, names)

    def read(
        self, text: str, cast: Sequence[Character], previous: ScenePlan | None = None, moment: Span | None = None
    ) -> ScenePlan:
        """The plan of a scene; what it leaves unsaid comes from `previous`, a first scene without place is paper."""
        strangers = self._strangers(text, cast)
        drafts = [self._sentence(text, span, cast, strangers) for span in sentences(text)]
        drafts = drafts or [_Draft((0, len(text)))]
        chosen = self._moment(drafts, moment)
        self._carry_cast(text, chosen, drafts, previous)
        self._carry_feeling(text, chosen, drafts)
        said: dict[str, tuple[str, Span]] = {}
        for draft in sorted(drafts, key=lambda one: one is chosen):
            said.update(draft.said)
        values = {name: value for name, (value, _) in said.items()}
        before = previous or ScenePlan()
        return ScenePlan(
            setting=values.get("setting", before.setting),
            time=values.get("time", before.time),
            weather=values.get("weather", before.weather if "setting" not in values else "clear"),
            cels=tuple(self._related(chosen.cels)),
            not_drawn=tuple(one for draft in drafts for one in draft.not_drawn),
            moment=chosen.span,
            spans={name: span for name, (_, span) in said.items()},
        )

    @staticmethod
    def _moment(drafts: Sequence[_Draft], moment: Span | None) -> _Draft:
        if moment is not None:
            return max(drafts, key=lambda draft: min(draft.span[1], moment[1]) - max(draft.span[0], moment[0]))
        return max(drafts, key=lambda draft: draft.drawable)

    def _carry_cast(self, text: str, chosen: _Draft, drafts: Sequence[_Draft], previous: ScenePlan | None) -> None:
        """Pronouns of the chosen sentence stand for whoever was there before."""
        words = {word.text for word in words_of(text, chosen.span)}
        if any(cel.kind == "figure" for cel in chosen.cels.values()) and not words & _PLURAL:
            return
        earlier = [cel for draft in drafts[: drafts.index(chosen)] for cel in draft.cels.values()]
        earlier = earlier or list(previous.cels if previous else ())
        people = [cel for cel in earlier if cel.kind == "figure" and cel.id not in chosen.cels]
        count = len(people) if words & _PLURAL else (1 if words & _SINGULAR else 0)
        actions = self._own_actions(text, chosen.span)
        for cel in people[-count:] if count else ():
            looks = {k: v for k, v in cel.attributes.items() if k not in ("pose", "expression", "facing")}
            chosen.cels[cel.id] = replace(cel, attributes={**looks, **actions}, spans=(), relation=None)

    def _carry_feeling(self, text: str, chosen: _Draft, drafts: Sequence[_Draft]) -> None:
        """What a sentence that names nobody says of her or him, for the one who is drawn alone."""
        figures = [cel for cel in chosen.cels.values() if cel.kind == "figure"]
        if len(figures) != 1 or "expression" in figures[0].attributes:
            return
        for draft in drafts:
            if draft is chosen or any(cel.kind == "figure" for cel in draft.cels.values()):
                continue
            words = words_of(text, draft.span)
            if not any(word.text in _SINGULAR for word in words):
                continue
            feeling = [
                one for one in self.lexicon.mentions(text, draft.span, words, ()) if one.category == "expressions"
            ]
            if feeling:
                self._set(chosen, figures[0].id, "expression", feeling[0].name)

    def _own_actions(self, text: str, span: Span) -> dict[str, str]:
        words = words_of(text, span)
        found = {one.category: one.name for one in self.lexicon.mentions(text, span, words, ())}
        said = {name: found[key] for name, key in (("pose", "poses"), ("expression", "expressions")) if key in found}
        return self._with_heads(text[span[0] : span[1]], said)

    def _strangers(self, text: str, cast: Sequence[Character]) -> dict[str, str]:
        """Names of people who are not in the cast → girl or boy, as the next pronoun or their own kind says."""
        known = {name.lower() for one in cast for name in one.names}
        found: dict[str, str] = {}
        for match in _NAME.finditer(text):
            name, lower = match.group(), match.group().lower()
            ordinary = (
                self.lexicon.known.get(lower) or lower in FUNCTION_WORDS | DETERMINERS | PREPOSITIONS | ADJECTIVES
            )
            if ordinary or lower in known or lower in UNSEEN_NOUNS or not self._acts(text, match.end()):
                continue
            own = self._own_kind(text, match.end())
            pronoun = _PRONOUN.search(text, match.end())
            said = pronoun.group(1).lower() in ("she", "her", "herself") if pronoun else name.endswith(("a", "ie"))
            found.setdefault(name, own[0] if own else "girl" if said else "boy")
        return found

    def _own_kind(self, text: str, end: int) -> tuple[str, int] | None:
        """The kind that is told behind a name ("Tom, a small bear"), and where its word begins."""
        match = _OF_KIND.match(text, end)
        if match is None:
            return None
        for group in (1, 2):
            category, name = self.lexicon.known.get((match[group] or "").lower(), ("", ""))
            if category == "kinds":
                return name, match.start(group)
        return None

    def _acts(self, text: str, end: int) -> bool:
        """Whether the words behind a name are what somebody does, or tell who it is."""
        following = [word.text for word in words_of(text, (end, min(len(text), end + 40)))[:3]]
        if not following:
            return False
        verbs = following[0] in _DOING or following[0] in self.lexicon.verbs or following[0].endswith("ed")
        return verbs or (following[0] in ("and", "the") and len(following) > 1)

    def _sentence(self, text: str, span: Span, cast: Sequence[Character], strangers: Mapping[str, str]) -> _Draft:
        words = words_of(text, span)
        draft = _Draft(span, pronoun=any(word.text in _SINGULAR | _PLURAL for word in words))
        mentions = self.lexicon.mentions(text, span, words, cast)
        mentions = self._with_strangers(text, span, words, mentions, strangers)
        self._surroundings(text, draft, mentions, words)
        last: CelPlan | None = None
        for mention in mentions:
            if mention.absent:
                continue
            if mention.category in ("who", "kinds", "strangers"):
                joined = last is not None and text[self._end_of(draft, last) : mention.span[0]].strip() in _JOINING
                before, last = last, self._figure(draft, mention, cast, words)
                if joined and before is not None:
                    draft.together[last.id] = before.id
            elif mention.category == "things":
                self._things(draft, mention, words, last)
            elif mention.category in ("poses", "expressions"):
                name = "pose" if mention.category == "poses" else "expression"
                draft.actions += 1
                if last is not None and name not in draft.cels[last.id].attributes:
                    who: str | None = last.id
                    while who is not None:  # "the knight and the dragon danced": both do
                        if name not in draft.cels[who].attributes:
                            self._set(draft, who, name, mention.name)
                        who = draft.together.get(who)
        self._looks(text, draft, words)
        self._complete(text, draft)
        self._unknown(text, draft, mentions)
        return draft

    def _surroundings(self, text: str, draft: _Draft, mentions: Sequence[Mention], words: Sequence[Word]) -> None:
        found: dict[str, list[tuple[int, Mention]]] = {}
        for mention in mentions:
            if mention.category in ("settings", "times", "weathers") and not mention.absent:
                near = {word.text for word in words[max(0, mention.first - 3) : mention.first]}
                found.setdefault(mention.category[:-1], []).append((2 * bool(near & PREPOSITIONS), mention))
        for name, each in found.items():
            best = max(each, key=lambda pair: pair[0])[1]
            draft.said[name] = (best.name, best.span)
        answers = self._ask(text[draft.span[0] : draft.span[1]])
        for category in ("settings", "times", "weathers"):
            if category[:-1] not in draft.said and category in answers:
                draft.said[category[:-1]] = (answers[category], draft.span)

    @torch.no_grad()
    def _ask(self, sentence: str) -> dict[str, str]:
        """What the heads are sure of."""
        logits = self.heads(sentence_states(self.text, [sentence.strip()]))
        answers = {}
        for name, values in logits.items():
            probability, index = values.softmax(-1)[0].max(0)
            answer = self.names[name][int(index)]
            if answer != UNSAID and float(probability) >= SURE:
                answers[name] = answer
        return answers

    def _with_strangers(
        self, text: str, span: Span, words: Sequence[Word], mentions: list[Mention], strangers: Mapping[str, str]
    ) -> list[Mention]:
        """With a mention where a stranger is named; "the fox" behind the name is the same one."""
        found = list(mentions)
        for name, kind in strangers.items():
            for match in re.finditer(rf"\b{re.escape(name)}\b(?!['’]s)", text[span[0] : span[1]]):
                place = (span[0] + match.start(), span[0] + match.end())
                own = self._own_kind(text, place[1])
                found = [one for one in found if own is None or one.span[0] != own[1]]
                first = next(i for i, word in enumerate(words) if word.span[1] >= place[1])
                found.append(Mention("strangers", f"{name}={kind}", place, first, first))
        return sorted(found, key=lambda mention: mention.span)

    @staticmethod
    def _end_of(draft: _Draft, cel: CelPlan) -> int:
        return max(span[1] for span in draft.cels[cel.id].spans)

    def _figure(self, draft: _Draft, mention: Mention, cast: Sequence[Character], words: Sequence[Word]) -> CelPlan:
        if mention.category == "strangers":
            name, _, kind = mention.name.partition("=")
            cel = draft.cels.get(_slug(name)) or CelPlan(_slug(name), "figure", kind)
            draft.cels[cel.id] = replace(cel, spans=(*cel.spans, mention.span))
            return draft.cels[cel.id]
        character = next((one for one in cast if one.id == mention.name), None)
        if mention.category == "kinds":
            character = next((one for one in cast if one.concept == mention.name), None)
        concept = character.concept if character else mention.name
        key = _slug(character.name) if character else mention.name
        count = _count(words, mention)
        there = sum(cel.concept == concept and cel.kind == "figure" for cel in draft.cels.values()) if count > 1 else 0
        cel = draft.cels.get(key) or CelPlan(key, "figure", concept, character.id if character else None)
        draft.cels[key] = replace(cel, spans=(*cel.spans, mention.span))
        if character is None:
            for index in range(2, there + count + 1):
                twin = f"{key}-{index}"
                draft.cels[twin] = replace(draft.cels[key], id=twin)
                draft.together[key], draft.together[twin] = twin, draft.together.get(key)
        return draft.cels[key]

    def _things(self, draft: _Draft, mention: Mention, words: Sequence[Word], last: CelPlan | None) -> None:
        before = [word.text for word in words[max(0, mention.first - 4) : mention.first]]
        count = _count(words, mention)
        pose = draft.cels[last.id].attributes.get("pose") if last else None
        if (pose == "reading" and "book" in mention.name) or (
            pose == "eating" and self.vocabulary.thing(mention.name).holdable
        ):
            return  # the figure's own drawing has it in hand
        joining = next((word for word in reversed(before) if word in _RELATIONS or word in ("with", "of")), None)
        relation = None
        if last is not None and pose == "holding":
            relation = Relation("held by", last.id)
        elif last is not None and joining == "with" and self.vocabulary.thing(mention.name).holdable:
            relation = Relation("held by", last.id)
            if pose in (None, "standing"):
                self._set(draft, last.id, "pose", "holding")
        for index in range(count):
            key = mention.name if index == 0 else f"{mention.name}-{index + 1}"
            held = relation if index == 0 else None
            draft.cels[key] = CelPlan(key, "thing", mention.name, relation=held, spans=(mention.span,))
        if last is not None and relation is None and joining in _RELATIONS and _RELATIONS[joining] in ("on", "in"):
            entry = self.vocabulary.thing(mention.name)
            fits = entry.seat is not None if _RELATIONS[joining] == "on" else entry.mouth is not None
            if fits:
                draft.cels[last.id] = replace(draft.cels[last.id], relation=Relation(_RELATIONS[joining], mention.name))
        elif last is not None and relation is None and joining in _RELATIONS:
            draft.cels[mention.name] = replace(draft.cels[mention.name], relation=Relation("beside", last.id))

    @staticmethod
    def _set(draft: _Draft, key: str, name: str, value: str) -> None:
        cel = draft.cels[key]
        draft.cels[key] = replace(cel, attributes={**cel.attributes, name: value})

    def _looks(self, text: str, draft: _Draft, words: Sequence[Word]) -> None:
        """Clothes and accessories said of the figure that was named last before them."""
        colours = "|".join(self.vocabulary.names("colours"))
        accessories = "|".join(self.vocabulary.names("accessories"))
        sentence = text[draft.span[0] : draft.span[1]].lower()
        for match in re.finditer(rf"\b({colours})\s+(?:\w+\s+)?({TOPS}|{BOTTOMS}|{accessories})\b", sentence):
            owner = self._owner(draft, draft.span[0] + match.start())
            if owner is None:
                continue
            colour, what = match.groups()
            if re.fullmatch(TOPS, what):
                self._set(draft, owner, "top_colour", colour)
            elif re.fullmatch(BOTTOMS, what):
                self._set(draft, owner, "bottom_colour", colour)
            else:
                self._set(draft, owner, "accessory", what)
                self._set(draft, owner, "accessory_colour", colour)

    @staticmethod
    def _owner(draft: _Draft, place: int) -> str | None:
        before = [
            (span[0], cel.id)
            for cel in draft.cels.values()
            if cel.kind == "figure"
            for span in cel.spans
            if span[0] < place
        ]
        return max(before)[1] if before else None

    def _complete(self, text: str, draft: _Draft) -> None:
        """Poses and feelings that the lexicon did not find, from the heads; and where everybody looks."""
        figures = [cel for cel in draft.cels.values() if cel.kind == "figure"]
        for cel in figures:
            attributes = dict(cel.attributes)
            if len(figures) == 1:
                attributes = self._with_heads(text[draft.span[0] : draft.span[1]], attributes)
            if "pose" in attributes:
                attributes.setdefault("facing", "right" if attributes["pose"] in SIDEWAYS else "front")
            draft.cels[cel.id] = replace(cel, attributes=attributes)

    def _with_heads(self, sentence: str, said: Mapping[str, str]) -> dict[str, str]:
        answers = self._ask(sentence)
        heads = {
            name: answers[key] for name, key in (("pose", "poses"), ("expression", "expressions")) if key in answers
        }
        return {**heads, **said}

    def _unknown(self, text: str, draft: _Draft, mentions: Sequence[Mention]) -> None:
        """Nouns outside the vocabulary: the nearest concept, or not drawn."""
        known = [mention.span for mention in mentions]
        for word in self._nouns(text, words_of(text, draft.span)):
            if any(start < word.span[1] and word.span[0] < end for start, end in known):
                continue
            near = self._nearest(word.text)
            if near is None:
                said = text[slice(*word.span)]
                draft.not_drawn.append(NotDrawn(said, word.span, f"The model has not learned to draw “{said}”."))
            elif near[0] == "things" and near[1] not in draft.cels:
                draft.cels[near[1]] = CelPlan(near[1], "thing", near[1], spans=(word.span,))

    def _nouns(self, text: str, words: Sequence[Word]) -> Iterator[Word]:
        """The noun behind each determiner, if it is one that could be seen."""
        for index, word in enumerate(words):
            if word.text not in DETERMINERS:
                continue
            phrase = [one for one in words[index + 1 : index + 4] if one.text not in DETERMINERS]
            noun = phrase[0] if phrase else None
            for one, following in itertools.pairwise(phrase):
                ends = following.text in FUNCTION_WORDS | PREPOSITIONS or following.text in self.lexicon.verbs
                if ends or not self._adjective(one.text) or text[one.span[1] : following.span[0]].strip():
                    break
                noun = following
            if noun is not None and self._could_be_seen(noun.text):
                yield noun

    @staticmethod
    def _adjective(word: str) -> bool:
        return word in ADJECTIVES or _ADJECTIVE_ENDING.search(word) is not None

    def _could_be_seen(self, noun: str) -> bool:
        if noun in UNSEEN_NOUNS | FUNCTION_WORDS | PREPOSITIONS | ADJECTIVES or _ABSTRACT_ENDING.search(noun):
            return False
        clothes = f"{TOPS}|{BOTTOMS}".split("|")
        return noun not in clothes and noun not in self.lexicon.known and not noun.endswith("'s")

    @torch.no_grad()
    def _nearest(self, noun: str) -> tuple[str, str] | None:
        if self._concepts is None:
            names = [(key, name) for key in ("things", "kinds") for name in self.vocabulary.names(key)]
            self._concepts = names, sentence_states(self.text, [name for _, name in names])
        names, states = self._concepts
        similarity, index = (states @ sentence_states(self.text, [noun])[0]).max(0)
        return names[int(index)] if float(similarity) >= NEAR else None

    @staticmethod
    def _related(cels: Mapping[str, CelPlan]) -> list[CelPlan]:
        """Relations to cels that are not there are dropped."""
        return [
            replace(cel, relation=None) if cel.relation and cel.relation.target not in cels else cel
            for cel in cels.values()
        ]


def _count(words: Sequence[Word], mention: Mention) -> int:
    """How many are meant, from the words before a mention."""
    before = [word.text for word in words[max(0, mention.first - 3) : mention.first]]
    return next((COUNTS[word] for word in reversed(before) if word in COUNTS), 1)


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", name.lower()).strip("-") or "somebody"
