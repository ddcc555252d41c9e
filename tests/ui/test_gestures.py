"""Gestures keep everybody within bounds: not too large, not out of sight."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from storyapp.story.plan import Box, Placement
from storyapp.ui.main_window import MainWindow
from storyapp.ui.picture.gestures import LARGEST, SEEN, SMALLEST, moved, resized, stretched

from .conftest import painted, place
from .hands import body, drag

pytestmark = pytest.mark.gui
SOLID = Box(0.3, 0.45, 0.3, 0.5)  # one who lies
far = st.floats(-30, 30)


def seen(placement: Placement, solid: Box) -> tuple[float, float]:
    """The shares of the width and height of what is solid that are in the picture."""
    box = placement.box
    x = box.x + (1 - solid.x - solid.width if placement.mirrored else solid.x) * box.width
    y, wide, high = box.y + solid.y * box.height, solid.width * box.width, solid.height * box.height
    return (min(1, x + wide) - max(0, x)) / min(wide, 1 / SEEN), (min(1, y + high) - max(0, y)) / min(high, 1 / SEEN)


@given(far, far, st.booleans(), st.floats(0.05, 2.4))
def test_nobody_is_moved_out_of_sight(dx: float, dy: float, mirrored: bool, width: float) -> None:
    before = Placement("fox", Box(0.2, 0.1, width, width), depth=0.1 + width, mirrored=mirrored)
    after = moved(before, dx, dy, SOLID)
    assert min(seen(after, SOLID)) >= SEEN - 1e-6
    assert after.depth - before.depth == pytest.approx(after.box.y - before.box.y)


def test_who_is_in_sight_is_moved_as_far_as_the_hand_went() -> None:
    before = Placement("fox", Box(0.2, 0.1, 0.4, 0.4))
    box = moved(before, 0.4, -0.1).box
    assert (box.x, box.y, box.width, box.height) == pytest.approx((0.6, 0.0, 0.4, 0.4))


@given(st.floats(0.001, 1000), far, far)
def test_no_resizing_goes_beyond_all_bounds(factor: float, dx: float, dy: float) -> None:
    before = Placement("fox", Box(0.7, 0.6, 0.3, 0.3))
    for after in (resized(before, factor, SOLID), stretched(before, dx > 0, dy > 0, dx, dy, SOLID)):
        assert SMALLEST - 1e-9 <= after.box.width <= LARGEST + 1e-9
        assert min(seen(after, SOLID)) >= SEEN - 1e-6


def fox_chosen(desk: MainWindow, qtbot: Any, page: str) -> Any:
    """The picture of the first scene, beside its words or large, in which the fox is chosen."""
    painted(desk, qtbot)
    view: Any = desk.cards["a"].stage
    if page == "large":
        desk.pages.open("a")
        view = desk.picture_editor.view
    view.select("fox")
    return view


@pytest.mark.parametrize("page", ["story", "large"])
def test_a_held_key_makes_nobody_a_giant(desk: MainWindow, qtbot: Any, page: str) -> None:
    view = fox_chosen(desk, qtbot, page)
    for _ in range(60):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert place(desk, "fox").box.width == pytest.approx(LARGEST)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
        for _ in range(60):
            qtbot.keyClick(view, key, Qt.KeyboardModifier.ShiftModifier)
    box, solid = place(desk, "fox").box, Box(0.28, 0.06, 0.44, 0.9)  # as the fake paints
    assert box.x + (solid.x + solid.width) * box.width > 0.05
    assert box.y + (solid.y + solid.height) * box.height > 0.05


def test_a_drag_out_of_the_picture_leaves_something_to_take(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    desk.pages.open("a")
    view = desk.picture_editor.view
    x, y = body(place(desk, "fox"))
    drag(qtbot, view, (x, y), (x - 3, y))
    box = place(desk, "fox").box
    drag(qtbot, view, (0.01, box.y + 0.28 * box.height), (0.5, y))
    assert place(desk, "fox").box.x > box.x + 0.3


@pytest.mark.parametrize("page", ["story", "large"])
def test_a_locked_figure_says_so_to_a_key(desk: MainWindow, qtbot: Any, page: str) -> None:
    view = fox_chosen(desk, qtbot, page)
    qtbot.keyClick(view, Qt.Key.Key_L)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Delete, Qt.Key.Key_Plus):
        before = place(desk, "fox")
        desk.notice.setText("")
        qtbot.keyClick(view, key)
        assert desk.notice.text() == "Fox is locked; press L to unlock."
        assert place(desk, "fox") == before
    qtbot.keyClick(view, Qt.Key.Key_L)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert "fox" not in {one.cel for one in desk.session.story.scene("a").illustration.placements}  # type: ignore[union-attr]
