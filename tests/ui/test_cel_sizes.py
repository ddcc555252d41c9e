"""Somebody or something gets another size by its chip: at once, where it stands, undoable, and nothing is painted."""

from __future__ import annotations

from typing import Any

import pytest

from storyapp.ui.main_window import MainWindow

from .conftest import painted, picture

pytestmark = pytest.mark.gui


def choose(desk: MainWindow, cel: str, words: str) -> None:
    chip = desk.cards["a"].chips.chips[cel]
    chip.menu().aboutToShow.emit()
    sizes = next(one.menu() for one in chip.menu().actions() if one.text() == "Size")
    next(one for one in sizes.actions() if one.text() == words).trigger()


def test_a_chip_gives_a_size_that_is_undone(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    before, paintings = picture(desk), len(desk.engine.painted)  # type: ignore[attr-defined]
    cel = next(one.id for one in before.plan.cels if one.kind == "figure")
    choose(desk, cel, "tiny")
    small = picture(desk)
    old, new = (next(one for one in it.placements if one.cel == cel) for it in (before, small))
    assert small.plan.cel(cel).attributes["size"] == "tiny"
    assert new.box.height == pytest.approx(old.box.height / 2)
    assert new.box.x + new.box.width / 2 == pytest.approx(old.box.x + old.box.width / 2)
    assert small.chosen == before.chosen and len(desk.engine.painted) == paintings  # type: ignore[attr-defined]
    choose(desk, cel, "as usual")
    assert "size" not in picture(desk).plan.cel(cel).attributes
    assert next(one for one in picture(desk).placements if one.cel == cel).box.height == pytest.approx(old.box.height)
    desk.session.undo()
    desk.session.undo()
    assert picture(desk).placements == before.placements
