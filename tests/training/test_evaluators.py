"""The judges: where they look, what they are asked, and that a run writes weights that load."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from storyapp.engine.quantizer import QuantizerConfig
from storyapp.engine.vqvae import VQVAE, VQVAEConfig
from storyapp.training import evaluators, judges
from storyapp.training.evaluators import (
    EvaluatorTraining,
    LabelledBatch,
    draw_labelled,
    judging_loss,
    train_evaluators,
    translated,
)
from storyapp.training.judges import (
    FACE_INPUT,
    HIDDEN,
    WHO,
    Evaluator,
    answers,
    as_centre,
    crop_face,
    labels_of,
    load_evaluators,
)
from storyapp.training.world import drawing
from storyapp.training.world.spec import BackdropSpec, FigureSpec


def tiny_tokenizer() -> VQVAE:
    torch.manual_seed(0)
    return VQVAE(
        VQVAEConfig(4, 4, 4, 1, 4, 4, 4, (0, 0, 0), QuantizerConfig(size=16, depth=2), QuantizerConfig(size=16))
    ).eval()


def test_every_answer_is_among_the_labels() -> None:
    rng = random.Random(1)
    for frame in ("figure", "backdrop"):
        for _ in range(30):
            right = answers(frame, drawing.sample(frame, rng))
            labels = labels_of(frame)
            assert right.keys() == labels.keys()
            assert all(0 <= right[name] < len(labels[name]) or right[name] == HIDDEN for name in right)
    assert set(WHO) <= labels_of("figure").keys()


def test_nobody_is_asked_for_what_a_drawing_does_not_show() -> None:
    assert answers("backdrop", BackdropSpec("space"))["weather"] == HIDDEN
    assert answers("backdrop", BackdropSpec("forest"))["weather"] != HIDDEN
    assert answers("figure", FigureSpec("fox"))["accessory_colour"] == HIDDEN
    assert answers("figure", FigureSpec("fox", accessory="hat"))["accessory_colour"] != HIDDEN
    model = Evaluator("backdrop").train()
    batch = LabelledBatch(
        torch.zeros(2, 4, 128, 128), torch.zeros(2, 4), {"weather": torch.tensor([HIDDEN, HIDDEN])}
    )  # fmt: skip
    loss, _ = judging_loss(model, batch, torch.Generator())
    assert float(loss.detach()) == 0


def test_the_face_is_looked_at_where_it_is() -> None:
    picture = torch.zeros(1, 4, 256, 256)
    picture[..., 40:120, 100:180] = 1  # centre 140, 80; half 40
    box = as_centre(torch.tensor([[100, 40, 180, 120]]) / 256)
    assert torch.allclose(box, torch.tensor([[140, 80, 40]]) / 256)
    inside = crop_face(picture, box * torch.tensor([1, 1, 0.8]))
    assert inside.shape == (1, 4, FACE_INPUT, FACE_INPUT)
    assert float(inside.min()) > 0.999
    around = crop_face(picture, box * torch.tensor([1, 1, 2]))
    assert float(around[..., 0, 0].max()) == 0 and float(around[..., 32, 32].min()) > 0.999


def test_the_centre_of_the_face_is_the_mean_of_where_it_is_seen() -> None:
    model = Evaluator("figure").eval()
    seen = torch.zeros(1, model.find_face.in_channels, 8, 8)
    with torch.no_grad():
        model.find_face.weight.fill_(1)
        seen[0, :, 2, 5] = 5
        box = model._face_box(torch.zeros(1, model.face_size.in_features), seen)
    assert box[0, :2].tolist() == pytest.approx([5.5 / 8, 2.5 / 8], abs=1e-4)


def test_a_moved_picture_takes_its_face_along() -> None:
    picture = torch.zeros(1, 4, 128, 128)
    picture[..., 40:60, 70:90] = 1
    batch = LabelledBatch(picture, torch.tensor([[70, 40, 90, 60]]) / 128, {})
    for seed in range(4):
        after = translated(batch, torch.Generator().manual_seed(seed), most=0.1)
        x0, y0, x1, y1 = (after.faces[0] * 128).round().int().tolist()
        assert float(after.pictures[..., y0:y1, x0:x1].min()) == 1
        assert after.pictures.sum() == picture.sum()


def test_the_loss_asks_for_every_attribute_and_for_the_face() -> None:
    model = Evaluator("figure").train()
    loss, parts = judging_loss(model, draw_labelled("figure", 2, random.Random(0)), torch.Generator())
    loss.backward()
    assert parts.keys() == {*labels_of("figure"), "face"}
    for part in (model.whole, model.face, model.find_face):
        assert part is not None
        assert all(one.grad is not None for one in part.parameters())


def test_held_out_combinations_are_not_trained_on() -> None:
    rng = random.Random(0)
    assert all(not drawing.held_out(drawing.sample("figure", rng)) for _ in range(50))


def test_a_run_writes_weights_that_load(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    frames = ("backdrop", "figure")
    for module in (evaluators, judges):
        monkeypatch.setattr(module, "FRAMES", frames)
    run = EvaluatorTraining(steps=2, others=0.5, renders=2, reconstructions=2, pool=8)
    *_, last = train_evaluators(run, tiny_tokenizer(), tmp_path, tmp_path / "out")
    assert last.result == tmp_path / "out"
    trained = load_evaluators(tmp_path / "out")
    picture = draw_labelled("figure", 1, random.Random(0)).pictures
    assert {name: logits.shape[1] for name, logits in trained["figure"](picture).items()} == {
        name: len(values) for name, values in labels_of("figure").items()
    }
    assert all((tmp_path / f"evaluator-{frame}.jsonl").read_text().count("\n") == 1 for frame in frames)


def test_a_run_goes_on_from_its_checkpoint_and_a_new_one_from_the_weights(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for module in (evaluators, judges):
        monkeypatch.setattr(module, "FRAMES", ("thing",))
    run = EvaluatorTraining(steps=1, others=1.0, renders=2, reconstructions=2, pool=8)
    list(train_evaluators(run, tiny_tokenizer(), tmp_path / "a", tmp_path / "out"))
    first = load_evaluators(tmp_path / "out")["thing"].state_dict()
    list(train_evaluators(run, tiny_tokenizer(), tmp_path / "a", tmp_path / "out"))  # nothing is left to do
    again = load_evaluators(tmp_path / "out")["thing"].state_dict()
    assert all(torch.equal(first[name], again[name]) for name in first)
    rate = replace(run, learning_rate=0.0)
    list(train_evaluators(rate, tiny_tokenizer(), tmp_path / "b", tmp_path / "out"))
    other = load_evaluators(tmp_path / "out")["thing"].state_dict()
    assert all(
        torch.equal(first[name], other[name]) for name in first if "running" not in name and "batches" not in name
    )
