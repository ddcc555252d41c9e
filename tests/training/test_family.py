"""The VQ-VAE family on networks too small to learn anything."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from storyapp.engine.checkpoint import read_tensors
from storyapp.story.errors import InputError
from storyapp.training.data import DrawingBatch
from storyapp.training.family import train
from storyapp.training.family.adversary import FeaturePyramid, PatchDiscriminator, bounded_weight
from storyapp.training.family.config import FAMILY, FamilyConfig
from storyapp.training.family.net import FamilyNet
from storyapp.training.family.table import measure, picture_strip, table, train_family
from storyapp.training.family.train import FamilyTraining, Member, backward, draw_step, rate, train_member

SMALL = {name: replace(config, width=8, fine=8, size=32) for name, config in FAMILY.items()}
RUN = FamilyTraining(minutes=0.1, figures=1, backdrops=1, things=0, save_every=1)


def pictures(count: int = 2, side: int = 32, seed: int = 0) -> torch.Tensor:
    return torch.rand((count, 4, side, side), generator=torch.Generator().manual_seed(seed))


def batch(seed: int = 0) -> list[DrawingBatch]:
    return [DrawingBatch("figure", (pictures(side=64, seed=seed) * 255).byte(), torch.zeros(2, 4))]


@pytest.mark.parametrize("name", FAMILY)
def test_every_member_codes_paints_and_passes_gradients_to_its_first_layer(name: str) -> None:
    torch.manual_seed(0)
    net = FamilyNet(SMALL[name]).train()
    latents = net.encode(pictures(), torch.Generator().manual_seed(0))
    painted = net.decode(latents)
    assert painted.shape == (2, 4, 32, 32)
    (painted.square().mean() + latents.loss).backward()
    assert net.stem.weight.grad is not None
    assert float(net.stem.weight.grad.abs().sum()) > 0
    assert [tuple(codes.shape) for codes in latents.codes] == {
        "VAE": [], "VQ-VAE-2": [(2, 4, 4), (2, 2, 2)],
    }.get(name, [(2, 4, 4)])  # fmt: skip


def test_bits_are_what_the_codes_could_tell_apart() -> None:
    assert FamilyNet(SMALL["EMA"]).train().encode(pictures()).bits == 16 * 5
    assert FamilyNet(SMALL["VQ-VAE-2"]).train().encode(pictures()).bits == (16 + 4) * 5
    assert FamilyNet(SMALL["FSQ"]).train().encode(pictures()).bits == pytest.approx(16 * 9)


def test_a_vae_costs_nothing_where_it_says_nothing() -> None:
    net = FamilyNet(SMALL["VAE"])
    with torch.no_grad():
        for one in net.to_codes.parameters():
            one.zero_()
    with torch.no_grad():
        latents = net.encode(pictures(), torch.Generator().manual_seed(0))
    assert latents.bits == pytest.approx(0, abs=1e-5)
    assert float(latents.vectors[0].std()) == pytest.approx(1, abs=0.2)


def test_the_lower_level_is_coded_knowing_the_upper_one() -> None:
    torch.manual_seed(1)
    net = FamilyNet(SMALL["VQ-VAE-2"]).train()
    net.encode(pictures(8))
    net.eval()
    before = net.encode(pictures(8)).codes[0]
    with torch.no_grad():
        net.from_upper.weight.mul_(30)
    assert not torch.equal(net.encode(pictures(8)).codes[0], before)


@pytest.mark.parametrize("wrong", [{"bottleneck": "vq"}, {"levels": 3}, {"bottleneck": "gaussian", "levels": 2}])
def test_what_is_not_in_the_family_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"must be|there are"):
        FamilyConfig(**wrong)


def test_features_of_equal_pictures_are_equal_and_of_a_step_are_known() -> None:
    """A perceptual loss whose weights were never loaded gives some number too: this one is checked by hand."""
    pyramid, flat = FeaturePyramid(), torch.zeros(1, 4, 64, 64)
    assert float(pyramid(pictures(side=64), pictures(side=64))) == 0
    assert float(pyramid(flat, flat + 0.5)) == pytest.approx(0, abs=1e-5)  # no filter sees a flat change
    step = flat.clone()
    step[..., 32:] = 1
    sobel = torch.nn.functional.conv2d(step, pyramid.filters[:1])
    assert float(sobel.max()) == pytest.approx(0.5)  # of a step of 1: (1 + 2 + 1) / 8
    assert float(pyramid(flat, 2 * step)) == pytest.approx(2 * float(pyramid(flat, step)), rel=1e-5)
    assert not list(pyramid.parameters())


def test_the_discriminator_learns_and_sends_nothing_back() -> None:
    torch.manual_seed(0)
    judge = PatchDiscriminator(8)
    drawn, painted = pictures(seed=1), pictures(seed=2).mul(0.1).requires_grad_()
    optimizer = torch.optim.Adam(judge.parameters(), 3e-2)
    losses = []
    for _ in range(8):
        optimizer.zero_grad()
        loss = judge.loss(drawn, painted)
        loss.backward()
        optimizer.step()
        losses.append(float(loss.detach()))
    assert losses[-1] < 0.5 * losses[0]
    assert painted.grad is None


@pytest.mark.parametrize(("factor", "weight"), [(1e-3, 0.5), (1.0, 0.5), (100.0, 0.005)])
def test_the_adversary_pulls_no_harder_than_the_rest_and_is_clamped(factor: float, weight: float) -> None:
    last = torch.ones(3, requires_grad=True)
    found = bounded_weight(last.sum(), factor * last.sum(), last, 0.5)
    assert float(found) == pytest.approx(weight, rel=1e-2)
    assert not found.requires_grad


def test_the_discriminator_is_late_and_learns_before_it_is_heard() -> None:
    def parts_at(share: float) -> dict[str, float]:
        torch.manual_seed(0)
        member = Member(SMALL["VQGAN"]).train()
        return backward(member, batch(), RUN, share, torch.Generator().manual_seed(0))

    early, warming, late = (parts_at(share) for share in (0.5, 0.65, 0.8))
    assert "discriminator" not in early and "adversarial" not in early
    assert "discriminator" in warming and "adversarial" not in warming
    assert {"discriminator", "adversarial"} <= late.keys()
    assert 0 < late["weight"] <= SMALL["VQGAN"].adversarial


def test_all_members_get_the_same_drawings_and_the_rate_ends_low() -> None:
    one, again, other = draw_step(RUN, 3), draw_step(RUN, 3), draw_step(RUN, 4)
    assert torch.equal(one[0].pictures, again[0].pictures)
    assert not torch.equal(one[0].pictures, other[0].pictures)
    assert one[0].pictures.shape == (1, 4, 128, 128)
    assert rate(0, RUN) < rate(0.05, RUN) > rate(0.5, RUN) > rate(1, RUN) > 0


def test_a_stopped_run_goes_on_as_if_it_had_not_been(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    clock = itertools.count()  # every step takes one second of six
    monkeypatch.setattr(train.time, "process_time", lambda: float(next(clock)))
    monkeypatch.setattr(train, "draw_step", lambda run, step: batch(step))
    for _ in train_member("EMA", SMALL["EMA"], RUN, tmp_path / "whole"):
        pass
    for progress in train_member("EMA", SMALL["EMA"], RUN, tmp_path / "parts"):
        if progress.step == 3:
            break
    for _ in train_member("EMA", SMALL["EMA"], RUN, tmp_path / "parts"):
        pass
    whole, parts = (read_tensors(tmp_path / name / "EMA.safetensors") for name in ("whole", "parts"))
    assert int(whole["step"]) == int(parts["step"]) == 6
    assert all(torch.equal(whole[name], parts[name]) for name in whole)


def test_measuring_and_showing_a_member(tmp_path: Path) -> None:
    torch.manual_seed(0)
    net = FamilyNet(SMALL["VQ-VAE-2"]).train()
    net.encode(pictures(8))
    row = measure("VQ-VAE-2", net.eval(), RUN, tmp_path, count=2)
    assert {"figure_psnr", "backdrop_psnr", "alpha_iou", "ssim", "sharpness", "bits"} <= row.keys()
    assert len(row["codes_used"]) == 2
    assert row["parameters"] == sum(one.numel() for one in net.parameters())
    lines = table({"rows": [row]}).splitlines()
    assert len({line.count("|") for line in lines}) == 1
    assert picture_strip({"VQ-VAE-2": net}, ("figure", "backdrop")).size == (256, 256)


def test_a_name_that_is_not_in_the_family_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="choose one of VAE, VQ-VAE"):
        next(train_family(RUN, tmp_path, "diffusion"))
