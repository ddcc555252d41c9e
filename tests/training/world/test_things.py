"""The tables and drawings of things."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from storyapp.training.world import things

OWN = sorted(path.stem for path in things.DRAWINGS.glob("*.svg"))


def test_every_drawing_of_ours_is_that_of_a_thing() -> None:
    assert set(OWN) <= {entry.icon for entry in things.load_things().values()}


def test_a_thing_is_named_once_and_uses_are_of_things() -> None:
    rows = things.TABLE.read_text(encoding="utf-8").splitlines()[1:]
    names = Counter(row.partition(",")[0] for row in rows)
    assert max(names.values()) == 1
    uses = {row.partition(",")[0] for row in things.USES.read_text(encoding="utf-8").splitlines()[1:]}
    assert uses <= names.keys()


@pytest.mark.parametrize("icon", OWN)
def test_a_drawing_fills_its_frame_and_stands_on_the_baseline(icon: str) -> None:
    concept = next(name for name, entry in things.load_things().items() if entry.icon == icon)
    rows, columns = np.nonzero(things.render_thing(concept, 64)[..., 3] > 30)
    assert max(np.ptp(rows), np.ptp(columns)) >= 54  # of 59
    assert 58 <= rows.max() <= 62
