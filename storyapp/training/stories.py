"""Evaluation of whole pictures from generated sentences: errors of the reader, and of the painter given its plan."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any

import torch

from storyapp.engine.illustrator import StoryIllustrator
from storyapp.engine.reading.reader import Reader
from storyapp.engine.vqvae import VQVAE
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import BACKDROP, CelPlan, ScenePlan
from storyapp.story.request import Painted, Progress

from .judges import Evaluator, answers, correct
from .language.sentences import SentenceMaker
from .language.told import Labelled, Told
from .metrics import Tally
from .painted import decoded
from .scenes import illustrated, visible_codes, visible_shares
from .world.spec import BackdropSpec, FigureSpec

PLACE = {"setting": "settings", "time": "times", "weather": "weathers"}
MUST_BE = ("kind", "pose")  # what makes a character right; sentences name no colours


@torch.no_grad()
def evaluate_stories(
    illustrator: StoryIllustrator, evaluators: Mapping[str, Evaluator], count: int, seed: int
) -> Iterator[Progress[dict[str, Any]]]:
    """The share of `count` generated sentences that become right pictures.

    A third of the sentences use training words. The others use words held out of the reader's training and removed from
    its lexicon: all of them, or all but those for characters, since without knowing who acts the reader says nothing.
    "reader": the plan has each character, pose, feeling and place that the sentence names. "painter": the evaluators see
    in the picture what the plan says, right or not. "picture": both. "all right" means everybody at once, in kind and
    pose; "nobody else" is the share of plans without additional figures.
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
    """The words of `categories` (default: all) that are held out of the reader's training."""
    entries = [entry for name in categories or vocabulary.entries for entry in vocabulary.entries[name].values()]
    return frozenset(word.lower() for entry in entries for word in entry.held_out)


def _without(illustrator: StoryIllustrator, words: frozenset[str]) -> Reader:
    return Reader.load(illustrator.networks.folder, illustrator.vocabulary, illustrator.reader.text, words)


def told_figures(sentence: Labelled) -> list[Told]:
    """The figures that a sentence says are there."""
    return [one for one in sentence.told if one.kind == "figure" and one.there]


def sample_sentence(maker: SentenceMaker, rng: random.Random) -> Labelled:
    """A sentence whose characters are all called by their kind; a name alone does not say what to draw."""
    while True:
        sentence = maker.make(rng)
        people = told_figures(sentence)
        if people and all(one.concept for one in people):
            return sentence


def matched(people: list[Told], plan: ScenePlan) -> list[tuple[Told, CelPlan | None]]:
    """Each figure of the sentence with a cel of its kind in the plan, or None; every cel is used once."""
    left = [cel for cel in plan.cels if cel.kind == "figure"]
    pairs: list[tuple[Told, CelPlan | None]] = []
    for one in people:
        found = next((cel for cel in left if cel.concept == one.concept), None)
        pairs.append((one, found))
        if found is not None:
            left.remove(found)
    return pairs


def what_is_read(told: Told, cel: CelPlan | None) -> dict[str, bool]:
    """Whether the plan has a character, and the pose and feeling that the sentence gives it."""
    said = {name: value for name in ("pose", "expression") if (value := getattr(told, name))}
    right = {name: cel is not None and cel.attributes.get(name) == value for name, value in said.items()}
    return {"kind": cel is not None, **right}


def what_is_painted(cel: CelPlan, painted: Painted, tokenizer: VQVAE, evaluator: Evaluator) -> dict[str, bool]:
    """Whether a character is visible, and recognised with the kind, pose and feeling of its plan."""
    actions = {name: cel.attributes[name] for name in ("pose", "expression") if name in cel.attributes}
    right = answers("figure", FigureSpec(cel.concept, **actions))  # type: ignore[arg-type]
    asked = {name: right[name] for name in (*MUST_BE, *actions)}
    codes = visible_codes(painted, visible_shares(painted.illustration.placements, painted.cels), cel.id)
    seen = correct(evaluator, decoded(tokenizer, codes), asked) if codes is not None else dict.fromkeys(asked, False)
    return {"visible": codes is not None, **seen}


def _count_people(
    sentence: Labelled, painted: Painted, tokenizer: VQVAE, evaluator: Evaluator, tally: Tally, words: str
) -> None:
    plan = painted.illustration.plan
    read_right, shown_right = [], []
    for told, cel in matched(told_figures(sentence), plan):
        read = what_is_read(told, cel)
        read_right.append(all(read.get(name, True) for name in MUST_BE))  # no pose may be told
        tally.add_all({**read, "one right": read_right[-1]}, words, "reader")
        shown = what_is_painted(cel, painted, tokenizer, evaluator) if cel is not None else {}
        good = all(shown.get(name, False) for name in MUST_BE)
        tally.add_all({**shown, "one right": good} if shown else {}, words, "painter")
        shown_right.append(read_right[-1] and good)
        tally.add_all({"one right": shown_right[-1]}, words, "picture")
    figures = sum(cel.kind == "figure" for cel in plan.cels)
    tally.add_all({"all right": all(read_right), "nobody else": figures <= len(read_right)}, words, "reader")
    tally.add_all({"all right": all(shown_right)}, words, "picture")


def _count_place(
    sentence: Labelled, painted: Painted, tokenizer: VQVAE, evaluator: Evaluator, tally: Tally, words: str
) -> None:
    plan, shown = painted.illustration.plan, painted.illustration.shown(BACKDROP)
    said = {name: sentence.surroundings.get(category) for name, category in PLACE.items()}
    tally.add_all({name: getattr(plan, name) == value for name, value in said.items() if value}, words, "reader")
    if plan.setting and shown is not None and shown.codes is not None:
        right = answers("backdrop", BackdropSpec(plan.setting, plan.time, plan.weather))
        tally.add_all(correct(evaluator, decoded(tokenizer, shown.codes), right), words, "painter")
