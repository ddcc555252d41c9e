"""Whole pictures from words alone: what the reader loses of a sentence, and the painter of the reader's plan."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any

import torch

from storyapp.engine.illustrator import StoryIllustrator
from storyapp.engine.reader import Reader
from storyapp.engine.vqvae import VQVAE
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import BACKDROP, CelPlan, ScenePlan
from storyapp.story.request import Painted, Progress

from .judges import Evaluator, answers
from .language.sentences import SentenceMaker
from .language.told import Labelled, Told
from .metrics import Tally
from .painted import decoded, named
from .scenes import illustrated, visible_codes, visible_shares
from .world.spec import BackdropSpec, FigureSpec

PLACE = {"setting": "settings", "time": "times", "weather": "weathers"}
MUST_BE = ("kind", "pose")  # of everybody, for a picture to be right; no sentence tells colours


@torch.no_grad()
def evaluate_stories(
    illustrator: StoryIllustrator, evaluators: Mapping[str, Evaluator], count: int, seed: int
) -> Iterator[Progress[dict[str, Any]]]:
    """Of `count` generated sentences, how many become pictures with everybody as told.

    A third is made of the words that the reader learnt, the rest of words held out of its training and, here, of its
    lexicon: all of them, or all but those for characters, for of whom it does not know it tells nothing else.
    "reader": the plan has the character, and its pose and feeling, and the place, where they are told.
    "painter": who is in the plan can be seen to be and do what the plan says, whether that is right or not.
    "picture": both. "all right" is everybody at once, in kind and pose. "nobody else" counts plans.
    """
    test, hidden = SentenceMaker("test"), held_out_words(illustrator.vocabulary)
    sources = {
        "known words": (SentenceMaker("training"), illustrator.reader),
        "unseen but for who": (test, _without(illustrator, hidden - held_out_words(illustrator.vocabulary, "kinds"))),
        "unseen words": (test, _without(illustrator, hidden)),
    }
    rng, tally, tokenizer = random.Random(f"{seed}-stories"), Tally(), illustrator.painter.tokenizer
    for index in range(count):
        yield Progress(index, count, "words")
        words = list(sources)[index % len(sources)]
        maker, reader = sources[words]
        sentence = sample_sentence(maker, rng)
        plan = reader.read(sentence.text, ())
        painted = illustrated(illustrator, plan, seed + index)
        _count_place(sentence, painted, tokenizer, evaluators["backdrop"], tally, words)
        _count_people(sentence, painted, tokenizer, evaluators["figure"], tally, words)
    yield Progress(count, count, "words", result={"sentences": count, **tally.to_json()})


def held_out_words(vocabulary: Vocabulary, *categories: str) -> frozenset[str]:
    """The words of these categories, or of all, that the reader never learnt."""
    entries = [entry for name in categories or vocabulary.entries for entry in vocabulary.entries[name].values()]
    return frozenset(word.lower() for entry in entries for word in entry.held_out)


def _without(illustrator: StoryIllustrator, words: frozenset[str]) -> Reader:
    return Reader.load(illustrator.networks.folder, illustrator.vocabulary, illustrator.reader.text, words)


def told_figures(sentence: Labelled) -> list[Told]:
    """Who is to be seen."""
    return [one for one in sentence.told if one.kind == "figure" and one.there]


def sample_sentence(maker: SentenceMaker, rng: random.Random) -> Labelled:
    """A sentence of one or two characters, all called by their kind: of a mere name nobody knows who it is."""
    while True:
        sentence = maker.make(rng)
        people = told_figures(sentence)
        if people and all(one.concept for one in people):
            return sentence


def matched(people: list[Told], plan: ScenePlan) -> list[tuple[Told, CelPlan | None]]:
    """Each who is told of with a cel of that kind in the plan, every cel once."""
    left = [cel for cel in plan.cels if cel.kind == "figure"]
    pairs: list[tuple[Told, CelPlan | None]] = []
    for one in people:
        found = next((cel for cel in left if cel.concept == one.concept), None)
        pairs.append((one, found))
        if found is not None:
            left.remove(found)
    return pairs


def what_is_read(told: Told, cel: CelPlan | None) -> dict[str, bool]:
    """What the plan has right of a character: that it is there, and what is told of it."""
    said = {name: value for name in ("pose", "expression") if (value := getattr(told, name))}
    right = {name: cel is not None and cel.attributes.get(name) == value for name, value in said.items()}
    return {"kind": cel is not None, **right}


def what_is_painted(cel: CelPlan, painted: Painted, tokenizer: VQVAE, evaluator: Evaluator) -> dict[str, bool]:
    """Whether a character can be seen, and to be and do what its plan says."""
    actions = {name: cel.attributes[name] for name in ("pose", "expression") if name in cel.attributes}
    right = answers("figure", FigureSpec(cel.concept, **actions))  # type: ignore[arg-type]
    asked = {name: right[name] for name in (*MUST_BE, *actions)}
    codes = visible_codes(painted, visible_shares(painted.illustration.placements, painted.cels), cel.id)
    seen = named(evaluator, decoded(tokenizer, codes), asked) if codes is not None else dict.fromkeys(asked, False)
    return {"visible": codes is not None, **seen}


def _count_people(
    sentence: Labelled, painted: Painted, tokenizer: VQVAE, evaluator: Evaluator, tally: Tally, words: str
) -> None:
    plan = painted.illustration.plan
    read_right, shown_right = [], []
    for told, cel in matched(told_figures(sentence), plan):
        read = what_is_read(told, cel)
        read_right.append(all(read.get(name, True) for name in MUST_BE))  # no pose may be told
        _count(tally, words, "reader", {**read, "one right": read_right[-1]})
        shown = what_is_painted(cel, painted, tokenizer, evaluator) if cel is not None else {}
        good = all(shown.get(name, False) for name in MUST_BE)
        _count(tally, words, "painter", {**shown, "one right": good} if shown else {})
        shown_right.append(read_right[-1] and good)
        _count(tally, words, "picture", {"one right": shown_right[-1]})
    figures = sum(cel.kind == "figure" for cel in plan.cels)
    _count(tally, words, "reader", {"all right": all(read_right), "nobody else": figures <= len(read_right)})
    _count(tally, words, "picture", {"all right": all(shown_right)})


def _count_place(
    sentence: Labelled, painted: Painted, tokenizer: VQVAE, evaluator: Evaluator, tally: Tally, words: str
) -> None:
    plan, shown = painted.illustration.plan, painted.illustration.shown(BACKDROP)
    said = {name: sentence.surroundings.get(category) for name, category in PLACE.items()}
    _count(tally, words, "reader", {name: getattr(plan, name) == value for name, value in said.items() if value})
    if plan.setting and shown is not None and shown.codes is not None:
        right = answers("backdrop", BackdropSpec(plan.setting, plan.time, plan.weather))
        _count(tally, words, "painter", named(evaluator, decoded(tokenizer, shown.codes), right))


def _count(tally: Tally, words: str, who: str, right: Mapping[str, bool]) -> None:
    for name, good in right.items():
        tally.add(words, who, name, right=good)
