"""The measure of how fluent the window is while pictures are made, with the fake engine."""

from __future__ import annotations

from typing import Any

import pytest

from storyapp import app
from storyapp.commands.heartbeat import LoopProbe, measure_heartbeat
from tests.fakes import FakeIllustrator

pytestmark = pytest.mark.gui
WORKED = 150.0  # milliseconds of processor time between two beats; a machine in between may be slow, not this slow


def test_a_late_beat_is_told_with_what_the_thread_did(qtbot: Any) -> None:
    probe = LoopProbe()
    probe.start()
    qtbot.waitUntil(lambda: len(probe.late) > 3, timeout=60_000)
    late, worked = probe.taken()
    assert min(late) >= 0 and len(late) == len(worked)
    assert probe.taken() == ([0.0], [0.0])


def test_the_window_is_worked_on_shortly_while_scenes_are_painted_and_somebody_is_dragged(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "LazyIllustrator", lambda vocabulary, styles: FakeIllustrator(vocabulary, delay=0.02))
    found = measure_heartbeat(2)
    assert found["beats"] > 0
    assert found["ui_work_p99_ms"] <= WORKED
    for name in ("drag_in_story", "drag_large"):
        assert found[f"{name}_fps"] > 0
        assert found[f"{name}_work_ms"] <= 1000 / 30
