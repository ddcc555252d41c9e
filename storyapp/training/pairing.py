"""Trains and measures the dual encoder on the drawings that the prior learns from."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from storyapp.engine.checkpoint import save_net
from storyapp.engine.pairing import PairEncoder, Pairing, PairingConfig
from storyapp.engine.text import TextEncoder
from storyapp.engine.transformer import LONGEST_PHRASE
from storyapp.engine.vqvae import VQVAE
from storyapp.story.codes import FRAMES
from storyapp.story.phrases import phrase_of_figure
from storyapp.story.request import Progress

from .codes import CodeTable
from .data import as_input
from .loop import Loop
from .prior import table_path
from .world import drawing
from .world.spec import FigureSpec, sample_figure

# The attributes that a phrase can name, by frame
SAID = {
    "figure": ("kind", "top_colour", "bottom_colour", "accessory", "pose", "expression"),
    "backdrop": ("setting", "time", "weather"),
    "thing": ("concept",),
}
Said = dict[str, Any]


@dataclass(frozen=True)
class PairingTraining:
    """One run; `figures`, `backdrops`, `things` and `families` are batch sizes."""

    steps: int = 1500
    figures: int = 48
    backdrops: int = 24
    things: int = 24
    families: int = 48  # characters to tell apart, two cels of each
    learning_rate: float = 1e-3
    warm_up: int = 50
    mention: float = 0.55  # probability that a phrase names an attribute other than the subject
    seed: int = 1
    save_every: int = 200


def words_for(frame: str, spec: Said, rng: random.Random, mention: float = 1.0) -> tuple[str, Said]:
    """A phrase that names some attributes of a drawing, and those attributes."""
    names = [name for name in SAID[frame] if spec[name] and rng.random() < mention]
    if frame == "figure":
        said = {name: spec[name] for name in {"kind", *names}}
        colour = {"accessory_colour": spec["accessory_colour"]} if "accessory" in said and rng.random() < 0.5 else {}
        phrase = phrase_of_figure(spec["kind"], {**said, **colour})
        if "accessory" not in said:
            phrase = phrase.replace(", nothing worn", "")
        return (phrase if "pose" in said else phrase.replace(", standing", "")), said
    if frame == "backdrop":
        said = {name: spec[name] for name in {"setting", *names}}
        return ", ".join(str(said[name]) for name in SAID[frame] if name in said), said
    return spec["concept"], {"concept": spec["concept"]}


def belongs(said: Said, spec: Said) -> bool:
    """Whether every attribute that a phrase names is true of a drawing."""
    return all(spec.get(name) == value for name, value in said.items())


def pair_loss(scale_and_bias: Tensor, one: Tensor, other: Tensor, belong: Tensor) -> Tensor:
    """Sigmoid loss over all pairs of vectors (n, vector) and (m, vector); matches and mismatches have equal weight.

    `belong` (n, m) is True for matches.
    """
    logits = scale_and_bias[0] * (one @ other.t()) + scale_and_bias[1]
    each = functional.binary_cross_entropy_with_logits(logits, belong.float(), reduction="none")
    return each[belong].mean() + each[~belong].mean()


class _Batches:
    """Draws cels with phrases, and pairs of cels of the same character."""

    def __init__(self, tables: dict[str, CodeTable], run: PairingTraining) -> None:
        self.tables, self.run = tables, run
        self.by_kind: dict[str, list[int]] = {}
        for family, specs in enumerate(tables["figure"].specs):
            self.by_kind.setdefault(specs[0]["kind"], []).append(family)

    def phrases(self, rng: random.Random) -> Iterator[tuple[str, Tensor, list[Said], list[tuple[str, Said]]]]:
        """For each frame: its name, and codes, specs and phrases of its cels."""
        counts = {"figure": self.run.figures, "backdrop": self.run.backdrops, "thing": self.run.things}
        for frame, count in counts.items():
            table = self.tables[frame]
            places = [(rng.randrange(len(table)), rng.randrange(table.codes.shape[1])) for _ in range(count)]
            specs = [table.specs[family][member] for family, member in places]
            words = [words_for(frame, spec, rng, self.run.mention) for spec in specs]
            yield frame, torch.stack([table.codes[place] for place in places]), specs, words

    def characters(self, rng: random.Random) -> tuple[Tensor, Tensor]:
        """Codes of two cels of each character; only four kinds, so that there are hard negatives."""
        table, kinds = self.tables["figure"], rng.sample(sorted(self.by_kind), 4)
        families = [rng.choice(self.by_kind[kinds[index % 4]]) for index in range(self.run.families)]
        families = list(dict.fromkeys(families))
        others = [rng.randrange(1, table.codes.shape[1] - 1) for _ in families]  # the last wears another outfit
        return table.codes[families, 0], table.codes[families, others]


def train_pairing(run: PairingTraining, folder: Path, models: Path) -> Iterator[Progress[Path]]:
    """Train on the code tables that `train prior` left in `folder`; the weights are written to `models`.

    Raises:
        FileNotFoundError: if the prior was not trained in `folder`.
    """
    tables = {frame: CodeTable(table_path(folder, frame, 0)) for frame in FRAMES}
    torch.manual_seed(run.seed)
    net, batches, encoder = PairEncoder(PairingConfig()), _Batches(tables, run), TextEncoder()
    optimizer = torch.optim.AdamW(net.parameters(), lr=run.learning_rate, weight_decay=0.05)

    def backward(step: int) -> dict[str, float]:
        meaning, identity = _losses(net, batches, encoder, random.Random(f"{run.seed}-{step}"))
        (meaning + identity).backward()
        return {"meaning": float(meaning.detach()), "identity": float(identity.detach())}

    yield from Loop("pairing", folder, net, [optimizer], run).steps(backward)
    save_net(models, "pairing", net, net.config)
    yield Progress(run.steps, run.steps, "pairing trained", result=models)


def _losses(net: PairEncoder, batches: _Batches, encoder: TextEncoder, rng: random.Random) -> tuple[Tensor, Tensor]:
    pictures: list[Tensor] = []
    specs: list[Said] = []
    words: list[tuple[str, Said]] = []
    for frame, codes, shown, told in batches.phrases(rng):
        frames = torch.full((len(codes),), FRAMES.index(frame))
        pictures.append(net.of_picture(net.features(codes, frames)))
        specs, words = [*specs, *shown], [*words, *told]
    text = encoder.encode([phrase for phrase, _ in words], LONGEST_PHRASE)
    belong = torch.tensor([[belongs(said, spec) for spec in specs] for _, said in words])
    meaning = pair_loss(net.meaning, net.of_words(text.states, text.mask), torch.cat(pictures), belong)
    figure = FRAMES.index("figure")
    one, other = (
        net.of_character(net.features(codes, torch.full((len(codes),), figure))) for codes in batches.characters(rng)
    )
    return meaning, pair_loss(net.identity, one, other, torch.eye(len(one), dtype=torch.bool))


@torch.no_grad()
def evaluate_pairing(
    tokenizer: VQVAE, pairing: Pairing, count: int, among: int = 20, seed: int = 99
) -> Iterator[Progress[dict[str, Any]]]:
    """Retrieval among `among` held-out drawings in both directions, and verification of characters of one kind.

    `picture_of_words` and `words_of_picture` are top-1 accuracies on figures and places (chance is 1/among);
    `character` is the accuracy of deciding whether two cels show the same character or two of a kind (chance is 1/2).
    """
    rng, net = random.Random(seed), pairing.net
    hits: dict[str, list[bool]] = {"picture_of_words": [], "words_of_picture": [], "character": []}
    for number in range(max(1, count // among)):
        frame = ("figure", "backdrop")[number % 2]
        specs = [drawing.sample(frame, rng, test=True) for _ in range(among)]
        plain = [{**vars(spec)} for spec in specs]
        told = [words_for(frame, one, rng) for one in plain]
        text = pairing.text_encoder.encode([phrase for phrase, _ in told], LONGEST_PHRASE)
        shown = _vectors(net, tokenizer, specs, frame)
        scores = net.of_words(text.states, text.mask) @ net.of_picture(shown).t()
        for index in range(among):
            best = int(scores[index].argmax()), int(scores[:, index].argmax())
            hits["picture_of_words"].append(belongs(told[index][1], plain[best[0]]))
            hits["words_of_picture"].append(belongs(told[best[1]][1], plain[index]))
        hits["character"] += _verified(net, tokenizer, rng)
        yield Progress(number, max(1, count // among), "evaluating the dual encoder")
    result = {name: round(sum(each) / len(each), 3) for name, each in hits.items()}
    yield Progress(1, 1, "done", result={"drawings": len(hits["picture_of_words"]), "among": among, **result})


def _verified(net: PairEncoder, tokenizer: VQVAE, rng: random.Random, each: int = 4) -> list[bool]:
    """Whether pairs of cels are classified correctly: `each` of the same character, `each` of two characters of a kind."""
    first = [sample_figure(rng) for _ in range(each)]
    other = [sample_figure(rng, kind=one.kind) for one in first]
    cels = [_acting(one, rng) for one in (*first, *first, *other)]
    who = net.of_character(_vectors(net, tokenizer, cels, "figure"))
    scale, bias = net.identity
    same = scale * (who[:each] * who[each : 2 * each]).sum(-1) + bias > 0
    apart = scale * (who[:each] * who[2 * each :]).sum(-1) + bias < 0
    return [*same.tolist(), *apart.tolist()]


def _acting(spec: FigureSpec, rng: random.Random) -> FigureSpec:
    action = sample_figure(rng)
    return replace(spec, pose=action.pose, expression=action.expression, facing=action.facing, sway=action.sway)


def _vectors(net: PairEncoder, tokenizer: VQVAE, specs: Sequence[drawing.Spec], frame: str) -> Tensor:
    inputs = torch.cat([as_input(drawing.draw(spec, drawing.CODED_SIZE)) for spec in specs])
    return net.features(tokenizer.quantize(inputs)[0].codes, torch.full((len(specs),), FRAMES.index(frame)))
