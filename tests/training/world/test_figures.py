"""The drawn characters: inside their frame, readable, coloured as specified, and always the same."""

from __future__ import annotations

import dataclasses
import math
from typing import Any

import numpy as np
import pytest
import skia
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from storyapp.training.world import concepts, palette
from storyapp.training.world.figures import MARGIN, draw_figure, render_figure
from storyapp.training.world.spec import FigureSpec

SIZE = 128
UPRIGHT = ("standing", "walking", "running", "jumping", "waving", "pointing", "dancing", "reading", "eating",
           "hugging", "holding")  # fmt: skip

specs = st.builds(
    FigureSpec,
    kind=st.sampled_from(concepts.KINDS),
    skin=st.integers(0, 5),
    hair=st.integers(0, 5),
    hair_style=st.integers(0, 2),
    top_colour=st.sampled_from(concepts.COLOURS),
    bottom_colour=st.sampled_from(concepts.COLOURS),
    accessory=st.sampled_from((None, *concepts.ACCESSORIES)),
    accessory_colour=st.sampled_from(concepts.COLOURS),
    build=st.floats(0, 1),
    pose=st.sampled_from(concepts.POSES),
    expression=st.sampled_from(concepts.EXPRESSIONS),
    facing=st.sampled_from(concepts.FACINGS),
    sway=st.floats(0, 1),
)


def box(alpha: NDArray[np.uint8]) -> tuple[float, float, float, float]:
    """The box around clearly drawn pixels, in units of the 512-unit frame."""
    drawn = alpha > 40
    xs, ys = np.flatnonzero(drawn.any(axis=0)), np.flatnonzero(drawn.any(axis=1))
    unit = 512 / alpha.shape[0]
    return xs[0] * unit, ys[0] * unit, (xs[-1] + 1) * unit, (ys[-1] + 1) * unit


def share_of(pixels: NDArray[np.uint8], colour: palette.Colour) -> float:
    """The share of the drawn pixels that have a colour."""
    drawn = pixels[..., 3] > 200
    distance = np.abs(pixels[..., :3].astype(int) - np.array(colour)).sum(axis=-1)
    return float((drawn & (distance < 24)).sum() / drawn.sum())


def assert_inside(pixels: NDArray[np.uint8], spec: FigureSpec) -> None:
    x0, y0, x1, y1 = box(pixels[..., 3])
    pixel = 512 / pixels.shape[0]
    assert min(x0, y0) >= MARGIN - pixel and max(x1, y1) <= 512 - MARGIN + pixel, (spec, (x0, y0, x1, y1))


@pytest.mark.parametrize("kind", concepts.KINDS)
def test_every_pose_fills_its_frame_and_is_not_cut(kind: str) -> None:
    for number, pose in enumerate(concepts.POSES):
        for facing in concepts.FACINGS:
            accessory = concepts.ACCESSORIES[(number + len(kind)) % 12]
            spec = FigureSpec(kind=kind, pose=pose, facing=facing, accessory=accessory)
            pixels, _ = render_figure(spec, SIZE)
            assert_inside(pixels, spec)
            x0, y0, x1, y1 = box(pixels[..., 3])
            assert max(x1 - x0, y1 - y0) > 360, spec


@settings(max_examples=60, deadline=None)
@given(spec=specs)
def test_any_figure_is_inside_its_frame_with_its_anchors(spec: FigureSpec) -> None:
    pixels, anchors = render_figure(spec, SIZE)
    assert pixels.shape == (SIZE, SIZE, 4) and pixels.dtype == np.uint8
    assert_inside(pixels, spec)
    for place in dataclasses.astuple(anchors):
        assert all(0 <= value <= 1 for value in place), (spec, anchors)
    x0, y0, x1, y1 = anchors.face
    assert x0 < anchors.head[0] < x1 and y0 < anchors.head[1] < y1


def test_upright_poses_stand_on_the_baseline_with_aligned_heads() -> None:
    _, standing = render_figure(FigureSpec(kind="girl"), SIZE)
    for kind in ("girl", "rabbit", "dragon", "ghost"):
        for pose in UPRIGHT:
            pixels, anchors = render_figure(FigureSpec(kind=kind, pose=pose), SIZE)
            assert math.dist(anchors.head, standing.head) < 0.02, (kind, pose)
            if pose in ("standing", "waving", "pointing", "holding"):
                assert abs(box(pixels[..., 3])[3] - 492) <= 8, (kind, pose)


@pytest.mark.parametrize("kind", concepts.KINDS)
def test_an_expression_changes_the_face_and_hardly_anything_else(kind: str) -> None:
    drawn: list[NDArray[Any]] = []
    for expression in concepts.EXPRESSIONS:
        pixels, anchors = render_figure(FigureSpec(kind=kind, expression=expression), SIZE)
        drawn.append(pixels.astype(int))
    x0, y0, x1, y1 = (round(value * SIZE) for value in anchors.face)
    for i, first in enumerate(drawn):
        for second in drawn[i + 1 :]:
            changed = np.abs(first - second).sum(axis=-1) > 60
            inside = changed[y0:y1, x0:x1].sum()
            assert inside > 30, kind
            assert inside >= 0.8 * changed.sum(), kind


@pytest.mark.parametrize("kind", concepts.KINDS)
def test_clothes_are_seen_in_their_colours(kind: str) -> None:
    for number, pose in enumerate(concepts.POSES):
        spec = FigureSpec(
            kind=kind, hair_style=number % 3, hair=1, top_colour="purple", bottom_colour="teal", pose=pose
        )
        pixels, _ = render_figure(spec, SIZE)
        assert share_of(pixels, palette.CLOTHES["purple"]) > 0.028, pose
        assert share_of(pixels, palette.CLOTHES["teal"]) > 0.028, pose


@pytest.mark.parametrize("accessory", concepts.ACCESSORIES)
def test_accessories_are_seen(accessory: str) -> None:
    for number, kind in enumerate(concepts.KINDS):
        facing = concepts.FACINGS[number % 2]
        bare, _ = render_figure(FigureSpec(kind=kind, facing=facing), SIZE)
        spec = FigureSpec(kind=kind, facing=facing, accessory=accessory, accessory_colour="green")
        dressed, _ = render_figure(spec, SIZE)
        changed = np.abs(bare.astype(int) - dressed.astype(int)).sum(axis=-1) > 60
        assert changed.mean() > 0.002, (kind, accessory)


@pytest.mark.parametrize("facing", concepts.FACINGS)
def test_poses_have_different_silhouettes(facing: str) -> None:
    shapes = {}
    for pose in concepts.POSES:
        pixels, _ = render_figure(FigureSpec(kind="bear", pose=pose, facing=facing), SIZE)
        # A book or an apple differs in colour rather than in outline.
        shapes[pose] = np.dstack([pixels[..., 3] > 128, share_map(pixels)])
    for first, second in zip(concepts.POSES, concepts.POSES[1:], strict=False):
        assert (shapes[first] != shapes[second]).mean() > 0.01, (first, second)


def share_map(pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where the shirt's default red is seen."""
    distance = np.abs(pixels[..., :3].astype(int) - np.array(palette.CLOTHES["red"])).sum(axis=-1)
    return (distance < 24) & (pixels[..., 3] > 128)


@pytest.mark.parametrize(
    "change",
    [{"skin": 5}, {"hair": 4}, {"hair_style": 2}, {"build": 1.0}, {"sway": 1.0}, {"facing": "right"}],
)
def test_each_attribute_shows(change: dict[str, Any]) -> None:
    for kind in ("girl", "grandfather", "cat", "lion", "robot"):
        spec = FigureSpec(kind=kind, build=0.0, sway=0.0)
        before, _ = render_figure(spec, SIZE)
        after, _ = render_figure(dataclasses.replace(spec, **change), SIZE)
        assert (np.abs(before.astype(int) - after.astype(int)).sum(axis=-1) > 30).mean() > 0.002, kind


def test_equal_specs_are_equal_pictures_and_identity_leaves_out_the_pose() -> None:
    spec = FigureSpec(kind="unicorn", accessory="cape", pose="flying")
    moved = dataclasses.replace(spec, pose="sitting", expression="sad", facing="right", sway=0.1)
    first, anchors = render_figure(spec, SIZE)
    again, anchors_again = render_figure(dataclasses.replace(spec), SIZE)
    assert np.array_equal(first, again) and anchors == anchors_again
    assert moved.identity() == spec.identity()
    assert dataclasses.replace(spec, build=0.9).identity() != spec.identity()
    assert not np.array_equal(first, render_figure(moved, SIZE)[0])


def test_a_figure_can_be_drawn_on_any_canvas_and_leaves_its_state() -> None:
    surface = skia.Surface.MakeRasterN32Premul(64, 64)
    canvas = surface.getCanvas()
    canvas.scale(0.125, 0.125)
    before = [canvas.getTotalMatrix()[i] for i in range(9)]
    draw_figure(canvas, FigureSpec(kind="fox"))
    assert [canvas.getTotalMatrix()[i] for i in range(9)] == before
    assert np.asarray(surface.toarray())[..., 3].max() == 255


def test_unknown_names_are_refused() -> None:
    with pytest.raises(KeyError):
        render_figure(FigureSpec(kind="girl", pose="levitating"), SIZE)
    with pytest.raises(KeyError):
        render_figure(FigureSpec(kind="girl", top_colour="infrared"), SIZE)
