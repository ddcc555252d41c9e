"""The bottom phase: bottom codes painted under finished top codes."""

from __future__ import annotations

from dataclasses import replace

import torch

from storyapp.engine.bottom import BottomConfig, BottomNet
from storyapp.engine.illustrator import StoryIllustrator
from storyapp.story.codes import CodeLock
from storyapp.story.request import CelRequest, Options, PaintedCel
from storyapp.training.bottom import bottom_loss

SMALL = BottomConfig(width=16, blocks=1, code_width=4, top_codes=8, top_depth=1, codes=8)


def small() -> BottomNet:
    torch.manual_seed(2)
    return BottomNet(SMALL)


def generators(count: int) -> list[torch.Generator]:
    return [torch.Generator().manual_seed(index) for index in range(count)]


def painted(engine: StoryIllustrator, request: CelRequest) -> PaintedCel:
    *_, last = engine.paint([request])
    assert last.result is not None
    return last.result[0]


def test_what_is_hidden_does_not_reach_the_prediction() -> None:
    net, top = small(), torch.randint(8, (1, 4, 4, 1))
    bottom, frame = torch.randint(8, (1, 8, 8)), torch.ones(1, dtype=torch.long)
    masked = torch.rand(1, 8, 8) < 0.5
    one = net(top, bottom, masked, frame)
    assert torch.equal(one, net(top, torch.where(masked, (bottom + 3) % 8, bottom), masked, frame))
    assert not torch.equal(one, net(top, torch.where(masked, bottom, (bottom + 3) % 8), masked, frame))
    assert not torch.equal(one, net((top + 1) % 8, bottom, masked, frame))


def test_known_cells_stay() -> None:
    net, top, frame = small().eval(), torch.randint(8, (2, 4, 4, 1)), torch.ones(2, dtype=torch.long)
    known, free = torch.randint(8, (2, 8, 8, 1)), torch.zeros(2, 8, 8, dtype=torch.bool)
    free[:, :3] = True
    painted = net.paint(top, frame, generators(2), 0.0, (known, free))
    assert torch.equal(painted[:, 3:], known[:, 3:])
    assert net.paint(top, frame, generators(2), 0.0).shape == (2, 8, 8, 1)


def test_it_learns_what_the_top_says() -> None:
    net = small()
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-2)
    generator = torch.Generator().manual_seed(1)
    frame = torch.zeros(4, dtype=torch.long)
    for _ in range(80):
        top = torch.randint(8, (4, 4, 4, 1), generator=generator)
        bottom = top[..., 0].repeat_interleave(2, 1).repeat_interleave(2, 2)
        loss = bottom_loss(net, top, bottom, frame, torch.ones(bottom.shape), generator)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    top = torch.randint(8, (4, 4, 4, 1), generator=generator)
    painted = net.eval().paint(top, frame, generators(4), 0.0)[..., 0]
    right = painted == top[..., 0].repeat_interleave(2, 1).repeat_interleave(2, 2)
    assert float(right.float().mean()) > 0.9


def test_generation_cascades_from_top_to_bottom(engine: StoryIllustrator) -> None:
    plain = CelRequest("fox", "figure", "fox, running", "cartoon", 4, options=Options(steps=2))
    finer = replace(plain, options=Options(steps=2, bottom=True))
    one, other = painted(engine, plain), painted(engine, finer)
    assert one.variant.codes is not None and other.variant.codes is not None
    assert not one.variant.codes.bottom
    assert other.variant.codes.top == one.variant.codes.top
    assert len(other.variant.codes.bottom) == 4 * 16 * 16
    assert other.picture.data != one.picture.data


def test_a_part_of_a_finer_cel_is_painted_again_with_its_bottom_kept(engine: StoryIllustrator) -> None:
    finer = CelRequest("fox", "figure", "fox, running", "cartoon", 4, options=Options(steps=2, bottom=True))
    grid = painted(engine, finer).variant.codes
    assert grid is not None
    lock = CodeLock(grid, frozenset(cell for cell in grid.cells() if cell[0] < 8))
    again = painted(engine, replace(finer, seed=5, lock=lock, options=Options(steps=2)))
    assert again.variant.codes is not None and again.variant.codes.bottom
    assert not lock.violations(again.variant.codes)
    assert again.variant.codes != grid
