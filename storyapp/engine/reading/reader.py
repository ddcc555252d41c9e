"""The Reader: a scene's words → ScenePlan.

A lexicon of the vocabulary's words and a dictionary of visible nouns find who and what is named; the trained net
(reader_net.py) says of each whether it is to be seen, in what pose and with what feeling, and of each sentence its
place, time and weather. Grammar joins the two (sentence_reader.py; the packages say who is there, what, and where). Nouns
outside the vocabulary go to the nearest concept, and are reported. What a scene leaves unsaid comes from the scene
before it. Scenes in Chinese are read by tables (chinese/).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from storyapp.stage.chinese.chinese_finder import is_chinese
from storyapp.stage.looks import looks_reader
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.model import Character
from storyapp.story.plan import NotDrawn, ScenePlan, Span

from ..checkpoint import load_weights, read_config
from ..text import TextEncoder
from .chinese.chinese_reader import ChineseReader
from .drafts import Draft, Sentence, figure_of, slug
from .names.cast_names import find_names, without_names
from .names.known_names import Names, names_in
from .names.named_mentions import with_names
from .names.naming import DOING
from .names.narrator import NARRATOR, Narrator
from .names.owners import named_owners
from .names.uncapitalised import with_capitals
from .people.company import all_together
from .people.costumes import costumes_of, dressed_up, undressed
from .people.facing import facing_each_other
from .people.family import with_families
from .places.going_on import forget_guesses, surroundings
from .reader_net import Asked, Opinion, ReaderNet, make_net, opinions
from .sentence_reader import SentenceReader
from .shown import Surroundings, earlier, finished, moment_of, nothing, related, together
from .things.aboard import still_aboard
from .things.colouring import as_before
from .things.taking_place import settled_in
from .words.concept_mentions import FIGURES, ConceptMention
from .words.dictionary import Dictionary
from .words.english import COUNTS
from .words.lexicon import Lexicon
from .words.mention_finder import MentionFinder
from .words.misspelt import Misspelt
from .words.splitting import Word, sentences, words_of
from .words.talk import talked_of, without
from .words.toys import as_toys

NEAR = 0.75  # cosine from which an unknown noun is drawn as its nearest concept
FAMILIAR = 0.45  # the share of known words below which a scene is in another language
_ENGLISH = re.compile(r"\w{3,}(?:ed|ing|ly)|(?:four|six|seven|eigh|nine)teen")  # whatever it means
LONGEST_NOUN = 16  # tokens
_ASKED = (*FIGURES, "things", "nouns", "accessories")


class Reader:
    """Reads scenes with one vocabulary, one text encoder and its trained net."""

    def __init__(
        self, lexicon: Lexicon, text: TextEncoder, net: ReaderNet, names: Mapping[str, Sequence[str]]
    ) -> None:  # fmt: skip
        self.lexicon, self.text, self.net, self.names = lexicon, text, net.eval(), names
        self.vocabulary, self.finder = lexicon.vocabulary, MentionFinder(lexicon)
        self.misspelt = Misspelt(lexicon, text.is_word)
        self._describe = looks_reader(self.vocabulary)
        self._concepts: tuple[list[tuple[str, str]], Tensor] | None = None

    @classmethod
    def load(
        cls, folder: Path, vocabulary: Vocabulary, text: TextEncoder, without: Collection[str] = frozenset()
    ) -> Reader:
        """Load the trained net of a model folder; to be tested on unseen words it is loaded `without` these.

        Raises:
            ModelMissingError: if a file is not there.
            ModelDamagedError: if one is damaged.
        """
        config = read_config(folder / "reader.json")
        names: dict[str, list[str]] = config["heads"]
        net = make_net(text, names)
        load_weights(folder / "reader.safetensors", net)
        return cls(Lexicon(vocabulary, Dictionary.of(config), without), text, net, names)

    def read(
        self, text: str, cast: Sequence[Character], previous: ScenePlan | None = None, moment: Span | None = None
    ) -> ScenePlan:
        """The plan of a scene; what it leaves unsaid comes from `previous`, a first scene without place is paper."""
        text = with_capitals(text, self.lexicon)
        worn = costumes_of(previous or ScenePlan())
        before = undressed(previous or ScenePlan())
        drafts = self._drafts(text, cast, before, worn) or [Draft((0, len(text)))]
        chosen = moment_of(drafts, moment, text)
        forget_guesses(drafts, before, self.vocabulary)
        around, said = surroundings(text, drafts, chosen, before, self.vocabulary)
        shown = together(chosen, drafts, text)
        for draft in drafts:
            worn |= draft.costumes
        turned = facing_each_other(finished(shown), text, chosen.span)
        turned = settled_in(turned, around[0], text, self.vocabulary)
        turned = still_aboard(turned, around[0], text, before, self.vocabulary)
        cels = [dressed_up(cel, worn) for cel in as_before(turned, before, text)]
        scenery = Surroundings(text, *around, self.vocabulary)
        told = {*shown, *(key for draft in drafts for key in draft.renamed)}
        plan = ScenePlan(
            *around,
            tuple(related({cel.id: cel for cel in cels if not scenery.have(cel, cels)})),
            not_drawn=tuple(one for draft in drafts for one in draft.not_drawn) or nothing(text, drafts),
            moment=chosen.span,
            spans={name: span for name, (_, span) in said.items()},
            earlier=tuple(dressed_up(cel, worn) for cel in earlier(before, told, worn)),
            called={**before.called, **drafts[-1].known},
        )
        return with_families(plan, before, text, self.vocabulary)

    def _drafts(
        self, text: str, cast: Sequence[Character], before: ScenePlan, worn: Mapping[str, str]
    ) -> list[Draft]:  # fmt: skip
        """A draft a sentence, each knowing who was there before it."""
        nameless = without_names(text, cast)
        spans = sentences(nameless)
        if not spans:
            return []
        if is_chinese(text):
            return ChineseReader(self.lexicon, cast).drafts(text, before)
        words = [words_of(text, span) for span in spans]
        if self._is_foreign(text, words):
            return self._foreign(text, spans, cast)
        words = [self.misspelt.corrected(each, text) for each in words]
        names = names_in(text, nameless, cast, self.lexicon, before)
        mentions = [self._mentions(text, span, each, cast, names) for span, each in zip(spans, words, strict=True)]
        around = [replace(cel, spans=()) for cel in before.cels if cel.kind == "figure"]
        tellers = [replace(cel, spans=()) for cel in before.earlier if cel.id == NARRATOR]
        narrator = Narrator(text, cast, [*around, *tellers], self.lexicon)
        reader = SentenceReader(self.lexicon, cast, self._nearest, self._describe, narrator, before, worn)
        drafts: list[Draft] = []
        for sentence in self._heard(text, spans, words, mentions):
            draft = reader.read(sentence, around)
            drafts.append(draft)
            there = {cel.id for cel in draft.figures}
            around = [cel for cel in around if cel.id not in there] + draft.figures
        reader.settle(drafts)
        return drafts

    def _heard(
        self,
        text: str,
        spans: Sequence[Span],
        words: Sequence[Sequence[Word]],
        mentions: Sequence[Sequence[ConceptMention]],
    ) -> Iterator[Sentence]:
        """Each sentence with what the net thinks of it; what is only talked of tells it nothing of the place."""
        asked = [
            Asked(row, (one.span[0] - spans[row][0], one.span[1] - spans[row][0]))
            for row, found in enumerate(mentions)
            for one in found
            if one.category in _ASKED
        ]
        talked = [talked_of(text, each) for each in words]
        shorter = {row: without(text, spans[row], places) for row, places in enumerate(talked) if places}
        shown = [text[slice(*span)] for span in spans] + list(shorter.values())
        thought = opinions(self.net, self.text, self.names, shown, asked)
        heard = {row: thought.surroundings[len(spans) + index] for index, row in enumerate(shorter)}
        for row, span in enumerate(spans):
            about: dict[Span, Opinion] = {
                (place[0] + span[0], place[1] + span[0]): one
                for (at, place), one in thought.mentions.items()
                if at == row
            }
            surroundings = heard.get(row, thought.surroundings[row])
            yield Sentence(text, span, words[row], mentions[row], surroundings, about, talked[row])

    def _is_foreign(self, text: str, sentences: Sequence[Sequence[Word]]) -> bool:
        """Whether hardly a word of a scene is known, names aside."""
        words = [word for words in sentences for word in words if word.text.isalpha() and text[word.span[0]].islower()]
        familiar = sum(
            self.lexicon.familiar(word.text)
            or word.text in DOING
            or word.text in COUNTS
            or _ENGLISH.fullmatch(word.text) is not None
            for word in words
        )
        return len(words) > 1 and familiar < FAMILIAR * len(words)

    @staticmethod
    def _foreign(text: str, spans: Sequence[Span], cast: Sequence[Character]) -> list[Draft]:
        """Drafts of a scene in an unknown language: names are names in all of them; the rest is reported."""
        drafts = [Draft(span) for span in spans]
        for draft in drafts:
            for who, place in find_names(text, draft.span, cast):
                one = next(one for one in cast if one.id == who)
                draft.cels.setdefault(slug(one.name), replace(figure_of(one), spans=(place,)))
        whole = (spans[0][0], spans[-1][1])
        reason = (
            "These words are not known: scenes are read in English and Chinese. Set by hand what the picture shows."
        )
        drafts[0].not_drawn.append(NotDrawn(text[slice(*whole)].strip(), whole, reason))
        return drafts

    def _mentions(
        self, text: str, span: Span, words: Sequence[Word], cast: Sequence[Character], names: Names
    ) -> list[ConceptMention]:
        """With a mention where a stranger is named; "the fox" behind a name, or called so, is the same one."""
        found = as_toys(self.finder.find(text, span, words, cast), text, words, self.vocabulary)
        found = with_names(found, text, span, words, names, self.lexicon)
        people = {name: one.concept for name, one in names.bearers.items() if not one.is_thing}
        found += named_owners(text, span, words, cast, people, self.lexicon)
        return sorted((*found, *all_together(words, self.lexicon)), key=lambda mention: mention.span)

    @torch.no_grad()
    def _nearest(self, noun: str) -> tuple[str, str] | None:
        """The thing of the vocabulary that a noun is closest to, by the text encoder."""
        if self._concepts is None:
            names = [("things", name) for name in self.vocabulary.names("things")]
            self._concepts = names, sentence_states(self.text, [name for _, name in names])
        names, states = self._concepts
        similarity, index = (states @ sentence_states(self.text, [noun.lower()])[0]).max(0)
        return names[int(index)] if float(similarity) >= NEAR else None


def sentence_states(encoder: TextEncoder, texts: Sequence[str]) -> Tensor:
    """Mean token state of each text (batch, 384), of length 1."""
    found = encoder.encode(texts, LONGEST_NOUN)
    weight = found.mask[..., None].float()
    return functional.normalize((found.states * weight).sum(1) / weight.sum(1), dim=-1)
