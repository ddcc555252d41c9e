"""The pitfalls of vector quantizers that others met, each as a test."""

from dataclasses import replace

import pytest
import torch

from storyapp.engine.quantizer import (
    FiniteScalarQuantizer,
    QuantizerConfig,
    VectorQuantizer,
    build_quantizer,
    nearest,
    perplexity,
)


def vectors(seed: int = 0, count: int = 4) -> torch.Tensor:
    return torch.randn(count, 8, 6, 6, generator=torch.Generator().manual_seed(seed))


def quantizer(**changes: object) -> VectorQuantizer:
    torch.manual_seed(0)
    return VectorQuantizer(replace(QuantizerConfig(size=32), **changes))  # type: ignore[arg-type]


def test_nearest_is_the_least_distance() -> None:
    generator = torch.Generator().manual_seed(1)
    points, codebook = torch.randn(50, 8, generator=generator), torch.randn(20, 8, generator=generator)
    assert torch.equal(nearest(points, codebook), torch.cdist(points, codebook).argmin(1))


@pytest.mark.parametrize("depth", [1, 2])
def test_lookup_gives_the_quantized_vectors(depth: int) -> None:
    model = quantizer(depth=depth)
    model(vectors())
    out = model.eval()(vectors(1))
    assert out.codes.shape == (4, 6, 6, depth)
    torch.testing.assert_close(model.lookup(out.codes), out.vectors, atol=1e-5, rtol=0)


def test_a_second_residual_code_comes_nearer() -> None:
    errors = []
    for depth in (1, 2):
        model = quantizer(depth=depth)
        for seed in range(30):
            out = model(vectors(seed, 16))
        errors.append(float(out.loss) / depth)
    assert errors[1] < 0.8 * errors[0]


def test_gradient_passes_straight_through() -> None:
    model = quantizer()
    inputs = vectors().requires_grad_()
    model(inputs).vectors.sum().backward()
    assert inputs.grad is not None
    assert float(inputs.grad.abs().sum()) > 0


def test_the_gradient_codebook_moves() -> None:
    """A codebook loss on the straight-through output has no gradient, while reconstruction still improves."""
    model = quantizer(kind="gradient")
    model(vectors())
    model.zero_grad()
    model(vectors(1)).loss.backward()
    assert isinstance(model.codebooks, torch.nn.Parameter)
    assert model.codebooks.grad is not None
    assert float(model.codebooks.grad.abs().max()) > 0


def test_beta_weighs_the_commitment_and_not_the_codebook_term() -> None:
    def losses(beta: float) -> tuple[float, float]:
        model = quantizer(kind="gradient", beta=beta)
        model(vectors())
        inputs = vectors(1).requires_grad_()
        model.zero_grad()
        model(inputs).loss.backward()
        assert inputs.grad is not None
        assert model.codebooks.grad is not None  # type: ignore[union-attr]
        return float(inputs.grad.norm()), float(model.codebooks.grad.norm())  # type: ignore[union-attr]

    (input_small, codebook_small), (input_large, codebook_large) = losses(0.25), losses(1.0)
    assert input_large == pytest.approx(4 * input_small, rel=1e-4)
    assert codebook_large == pytest.approx(codebook_small, rel=1e-4)


def test_the_lookup_comes_before_the_update() -> None:
    model = quantizer(decay=0.0)
    model(vectors())
    before = model.codebooks.clone()
    out = model(vectors(3))
    flat = vectors(3).permute(0, 2, 3, 1).reshape(-1, 8)
    unit = torch.nn.functional.normalize(model._whitened(flat), dim=-1)
    assert torch.equal(out.codes.flatten(), nearest(unit, before[0]))
    assert not torch.equal(model.codebooks, before)


def test_a_narrow_cone_still_uses_the_codebook() -> None:
    """Encoder outputs share a large mean and one strong direction; centring and whitening undo both."""
    model = quantizer()
    narrow = vectors(0, 16) * torch.tensor([5.0, *[0.01] * 7]).view(1, 8, 1, 1) + 100.0
    for _ in range(3):
        model(narrow)
    assert perplexity(model.eval()(narrow).codes, 32) > 16


def test_vectors_pass_unquantized_while_continuous() -> None:
    model = quantizer()
    model.continuous = True
    out = model(vectors())
    assert not bool(model.started)
    torch.testing.assert_close(out.vectors.norm(dim=1), torch.ones(4, 6, 6))
    model.continuous = False
    model(vectors())
    assert bool(model.started)


def test_dead_codes_are_restarted() -> None:
    model = quantizer(decay=0.5)
    model(vectors())
    with torch.no_grad():
        model.codebooks[0, 1:] = 100.0
        model.sums[0, 1:] = 100.0
    for seed in range(20):
        out = model(vectors(seed, 16))
    assert perplexity(out.codes, 32) > 16


def test_evaluation_changes_nothing() -> None:
    model = quantizer()
    model(vectors())
    model.eval()
    before = {name: value.clone() for name, value in model.state_dict().items()}
    model(vectors(5))
    assert all(torch.equal(before[name], value) for name, value in model.state_dict().items())


def test_autocast_does_not_reach_the_lookup() -> None:
    model = quantizer()
    model(vectors())
    model.eval()
    plain = model(vectors(2)).codes
    with torch.autocast("cpu", dtype=torch.bfloat16):
        assert torch.equal(model(vectors(2)).codes, plain)


def test_fsq_codes_round_trip() -> None:
    model = build_quantizer(QuantizerConfig(kind="fsq", dim=3, levels=(8, 6, 5)))
    assert isinstance(model, FiniteScalarQuantizer)
    out = model(torch.randn(2, 3, 4, 4, generator=torch.Generator().manual_seed(0)))
    assert int(out.codes.max()) < model.size == 240
    torch.testing.assert_close(model.lookup(out.codes), out.vectors, atol=1e-5, rtol=0)


def test_a_wrong_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="kind must be"):
        VectorQuantizer(QuantizerConfig(kind="fsq"))


def test_perplexity_of_even_and_of_single_use() -> None:
    assert perplexity(torch.arange(64), 64) == pytest.approx(64)
    assert perplexity(torch.zeros(64, dtype=torch.long), 64) == pytest.approx(1)
