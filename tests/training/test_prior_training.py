"""Training of the painter: what a batch shows, and a run that is stopped and goes on."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest
import torch

from storyapp.engine.checkpoint import load_weights, read_config, read_tensors, write_tensors
from storyapp.engine.transformer import LatentTransformer, TransformerConfig
from storyapp.story.codes import FRAMES
from storyapp.story.plan import DETAILS
from storyapp.training.codes import CodeTable, Families
from storyapp.training.prior import random_mask, table_path, train_prior, warm_start
from storyapp.training.prior_batches import SHIFTED, WIDE, WORDS, PriorTraining, Sampler
from tests.models import CODES, write_tiny_model

RUN = PriorTraining(
    steps=2, warm_up=1, locked_figures=2, free_figures=1, backdrops=1, locked_backdrops=1, things=1, save_every=1,
    more_portraits=1.0,
)  # fmt: skip
FAMILIES = 3


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Tables of random codes; cell (0, 0) tells which family and member they are of."""
    for frame in (*FRAMES, WIDE, SHIFTED):
        side, specs = 8 if frame == "thing" else 16, []
        members = [
            Families("backdrop" if frame in (WIDE, SHIFTED) else frame, FAMILIES, "x").specs(
                index, random.Random(index)
            )
            for index in range(FAMILIES)
        ]
        codes = torch.randint(CODES, (FAMILIES, len(members[0]), side, side, 2), dtype=torch.int16)
        for family, each in enumerate(members):
            specs.append(json.dumps([asdict(spec) for spec in each]))
            codes[family, :, 0, 0, 0] = family
            codes[family, :, 0, 0, 1] = torch.arange(len(each))
        path = table_path(tmp_path, frame, 0)
        tensors = {"codes": codes, "weights": torch.ones(codes.shape[:-1], dtype=torch.float16)}
        if frame == SHIFTED:
            tensors["windows"] = torch.zeros(FAMILIES, side, side, dtype=torch.uint8)
            tensors["windows"][:, 2:4, 5] = torch.arange(1, FAMILIES + 1, dtype=torch.uint8)[:, None]
        write_tensors(path, tensors)
        path.with_suffix(".jsonl").write_text("\n".join(specs) + "\n")
    return tmp_path


def batches(folder: Path, run: PriorTraining) -> Iterator[list[list[int]]]:
    """Of many locked figures: (family, member) of the target and of the portraits that are shown with it."""
    sampler = Sampler({frame: CodeTable(table_path(folder, frame, 0)) for frame in (*FRAMES, WIDE, SHIFTED)}, run)
    for seed in range(20):
        batch = next(one for one in sampler.batches(random.Random(seed)) if one.portraits is not None)
        assert batch.portraits is not None and batch.has_portrait is not None
        for target, portraits, present in zip(batch.codes, batch.portraits, batch.has_portrait, strict=True):
            shown = [one[0, 0].tolist() for one, there in zip(portraits, present, strict=True) if there]
            yield [target[0, 0].tolist(), *shown]


def test_one_to_three_portraits_of_the_same_person_and_never_the_picture_to_be_painted(folder: Path) -> None:
    counts = set()
    for target, first, *others in batches(folder, RUN):
        assert first == [target[0], 0]
        assert all(family == target[0] and member in (1, 2) for family, member in others)
        assert target not in (first, *others)
        counts.add(1 + len(others))
    assert counts == {2, 3}
    assert all(len(each) == 2 for each in batches(folder, PriorTraining(more_portraits=0.0)))


def told(folder: Path, run: PriorTraining, name: str) -> Iterator[tuple[str, str | None]]:
    """Of many figures: the phrase, and what is told of the attribute besides."""
    sampler = Sampler({frame: CodeTable(table_path(folder, frame, 0)) for frame in (*FRAMES, WIDE, SHIFTED)}, run)
    column = len(DETAILS) + list(WORDS).index(name)
    for seed in range(40):
        for batch in sampler.batches(random.Random(seed))[:2]:
            for phrase, values in zip(batch.phrases, batch.details.tolist(), strict=True):
                yield phrase, WORDS[name][values[column] - 1] if values[column] else None


@pytest.mark.parametrize("name", ["expression", "kind", "pose"])
def test_what_the_phrase_says_is_told_besides_unless_it_is_left_open(folder: Path, name: str) -> None:
    pairs = list(told(folder, RUN, name))
    assert all(word is None or word in phrase for phrase, word in pairs)
    assert None in {word for _, word in pairs} and len({word for _, word in pairs}) > 2
    open_never = list(told(folder, replace(RUN, leave_open=0.0, other_words=0.0), name))
    assert all(word is not None for phrase, word in open_never if set(phrase.split(", ")) & set(WORDS[name]))


def test_a_part_of_the_words_are_synonyms_which_are_not_told_besides(folder: Path) -> None:
    own = {phrase.split(", ")[0] for phrase, _ in told(folder, replace(RUN, other_words=0.0), "kind")}
    others = list(told(folder, replace(RUN, other_words=1.0), "kind"))
    assert own <= set(WORDS["kind"])
    assert any(phrase.split(", ")[0] not in WORDS["kind"] and word is None for phrase, word in others)


def test_of_a_window_into_a_wide_place_the_layout_is_left_open(folder: Path) -> None:
    for share in (0.0, 1.0):
        run = replace(RUN, wide=share, shifted=0.0, leave_open=0.0)
        sampler = Sampler({frame: CodeTable(table_path(folder, frame, 0)) for frame in (*FRAMES, WIDE, SHIFTED)}, run)
        batch = next(one for one in sampler.batches(random.Random(1)) if one.frame == "backdrop")
        told = dict(zip(DETAILS, batch.details[0].tolist(), strict=False))
        assert (told["layout"] == 0) == (share == 1.0) and told["camera"] > 0


def test_a_run_is_stopped_goes_on_and_its_weights_load_strictly(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    models = write_tiny_model(tmp_path / "models")
    for progress in train_prior(RUN, folder, models):
        if progress.step == 1:
            break
    assert int(read_tensors(folder / "prior.safetensors")["step"]) == 1
    for _ in train_prior(RUN, folder, models):
        pass
    assert int(read_tensors(folder / "prior.safetensors")["step"]) == 2
    load_weights(
        models / "prior.safetensors", LatentTransformer(TransformerConfig.from_json(read_config(models / "prior.json")))
    )
    lines = [json.loads(line) for line in (folder / "prior.jsonl").read_text().splitlines()]
    assert {"figure+", "figure", "backdrop", "thing", "norm"} <= set(lines[0])


def test_random_masks_hide_from_little_to_everything() -> None:
    def shares(hide_all: float) -> torch.Tensor:
        generator, codes = torch.Generator().manual_seed(1), torch.zeros((16, 16, 16, 2))
        masks = torch.cat([random_mask(codes, hide_all, generator) for _ in range(20)])
        return masks.float().flatten(1).mean(1)

    some = shares(0.0)
    assert 0 < some.min() < 0.3 < 0.9 < some.max()
    assert 0.5 < some.mean() < 0.75  # a cosine hides two thirds on average
    assert (shares(1.0) == 1).all()
    assert 0.5 < (shares(0.6) == 1).float().mean() < 0.7


def test_a_first_run_begins_with_the_prior_that_knows_the_codes(tmp_path: Path) -> None:
    models = write_tiny_model(tmp_path)
    known = read_tensors(models / "prior.safetensors")
    config = TransformerConfig.from_json(read_config(models / "prior.json"))
    model = LatentTransformer(replace(config, words={"kind": ("fox",)}, pairs=(("kind", "layout"),)))
    assert not warm_start(model, models)  # other codebooks
    model.codebooks.copy_(known["codebooks"].float())
    before = model.details[-1].weight.clone()
    assert warm_start(model, models)
    assert torch.equal(model.row, known["row"].float())
    assert torch.equal(model.details[-1].weight, before)  # a table that the other has not
    assert not warm_start(model, tmp_path / "elsewhere")


def test_a_shifted_room_is_told_where_its_windows_are_instead_of_its_layout(folder: Path) -> None:
    tables = {frame: CodeTable(table_path(folder, frame, 0)) for frame in (*FRAMES, WIDE, SHIFTED)}
    layout = list(DETAILS).index("layout")
    views = set()
    for seed in range(30):
        run = replace(RUN, backdrops=2, wide=0.0, shifted=0.5, leave_open=0.0)
        batch = Sampler(tables, run).batches(random.Random(seed))[2]
        assert batch.frame == "backdrop" and batch.portraits is None
        for index, codes in enumerate(batch.codes):
            where = batch.windows[index] if batch.windows is not None else torch.zeros(1)
            assert bool(where.any()) == (int(batch.details[index, layout]) == 0)
            if where.any():
                assert where[2:4, 5].tolist() == [1 + int(codes[0, 0, 0])] * 2
            views.add(bool(where.any()))
    assert views == {True, False}
