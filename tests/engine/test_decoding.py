"""The step loop without a network: schedules, order, locks, generators."""

import itertools

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from storyapp.engine.decoding import guided, masked_decode, sample, still_masked


def generators(count: int, seed: int = 0) -> list[torch.Generator]:
    return [torch.Generator().manual_seed(seed + index) for index in range(count)]


class Counter:
    """Proposes 7 everywhere, surest at the upper left, and keeps what it was shown."""

    def __init__(self) -> None:
        self.masks: list[torch.Tensor] = []

    def __call__(self, codes: torch.Tensor, masked: torch.Tensor, share: float) -> tuple[torch.Tensor, torch.Tensor]:
        self.masks.append(masked.clone())
        confidence = -torch.arange(masked[0].numel()).view(masked.shape[1:]).float().expand(masked.shape)
        return torch.full_like(codes, 7), confidence


@given(st.integers(1, 40), st.integers(1, 300))
def test_the_schedule_starts_full_ends_empty_and_never_grows(steps: int, free: int) -> None:
    left = [still_masked(step, steps, free) for step in range(1, steps + 1)]
    assert left[-1] == 0
    assert left[0] < free
    assert all(earlier >= later for earlier, later in itertools.pairwise(left))


def test_half_way_the_cosine_has_left_seven_tenths() -> None:
    assert still_masked(6, 12, 100) == 71


@pytest.mark.parametrize("order", ["confidence", "autoregressive"])
def test_everything_free_is_filled_and_masks_only_shrink(order: str) -> None:
    propose = Counter()
    codes = torch.zeros(2, 8, 8, 2, dtype=torch.long)
    free = torch.ones(2, 8, 8, dtype=torch.bool)
    *_, (filled, masked) = masked_decode(propose, codes, free, 5, generators(2), order=order)
    assert bool((filled == 7).all())
    assert not bool(masked.any())
    for before, after in zip(propose.masks, propose.masks[1:], strict=False):
        assert bool((before | ~after).all())
        assert int(after.sum()) < int(before.sum())


def test_the_surest_cells_come_first() -> None:
    propose = Counter()
    free = torch.ones(1, 8, 8, dtype=torch.bool)
    codes = torch.zeros(1, 8, 8, 1, dtype=torch.long)
    list(masked_decode(propose, codes, free, 4, generators(1), choice_noise=0.0))
    assert not bool(propose.masks[1][0, :2, :2].any())
    assert bool(propose.masks[1][0, -2:, -2:].all())


def test_autoregressive_fills_one_unit_a_step_row_by_row() -> None:
    propose = Counter()
    free = torch.ones(1, 4, 4, dtype=torch.bool)
    list(
        masked_decode(
            propose, torch.zeros(1, 4, 4, 1, dtype=torch.long), free, 1, generators(1), order="autoregressive"
        )
    )
    assert [int(mask.sum()) for mask in propose.masks] == [16, 12, 8, 4]
    assert propose.masks[1][0].tolist()[0] == [False, False, True, True]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 9), st.sampled_from(["confidence", "autoregressive"]))
def test_locked_cells_never_change(seed: int, steps: int, order: str) -> None:
    generator = torch.Generator().manual_seed(seed)
    free = torch.rand(2, 8, 8, generator=generator) < 0.4
    codes = torch.randint(0, 5, (2, 8, 8, 2), generator=generator)
    *_, (filled, masked) = masked_decode(Counter(), codes, free, steps, generators(2), order=order)
    assert torch.equal(filled[~free], codes[~free])
    assert bool((filled[free] == 7).all())
    assert not bool(masked.any())


def test_nothing_free_returns_at_once_without_asking() -> None:
    propose = Counter()
    codes = torch.randint(0, 5, (1, 4, 4, 1))
    results = list(masked_decode(propose, codes, torch.zeros(1, 4, 4, dtype=torch.bool), 8, generators(1)))
    assert len(results) == 1
    assert torch.equal(results[0][0], codes)
    assert propose.masks == []


def test_bad_arguments_are_refused() -> None:
    codes, free = torch.zeros(1, 4, 4, 1, dtype=torch.long), torch.ones(1, 4, 4, dtype=torch.bool)
    with pytest.raises(ValueError, match="at least one step"):
        next(masked_decode(Counter(), codes, free, 0, generators(1)))
    with pytest.raises(ValueError, match="order"):
        next(masked_decode(Counter(), codes, free, 2, generators(1), order="random"))


def test_a_sample_depends_on_its_own_generator_alone() -> None:
    logits = torch.randn(3, 4, 4, 10, generator=torch.Generator().manual_seed(0))
    together, _ = sample(logits, 1.0, generators(3))
    alone, _ = sample(logits[1:2], 1.0, generators(1, seed=1))
    assert torch.equal(together[1:2], alone)


def test_temperature_zero_takes_the_likeliest() -> None:
    logits = torch.randn(2, 3, 3, 6)
    chosen, confidence = sample(logits, 0.0, generators(2))
    assert torch.equal(chosen, logits.argmax(-1))
    assert bool((confidence <= 0).all())


def test_guidance_of_one_is_none() -> None:
    conditional = torch.randn(4)
    torch.testing.assert_close(guided(torch.randn(4), conditional, 1.0), conditional)
