"""Responsiveness of the window while pictures are painted, and the frame rate of dragging.

A timer fires on the event loop of a real window. A late tick means that the loop was blocked for that long, by the
program's own work or by another thread that held the interpreter lock. `ui_work` is the processor time of the ui thread
between two ticks, which does not depend on other load on the machine.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from storyapp.app import make_engine, make_window, open_session
from storyapp.story.errors import DeviceError
from storyapp.story.model import Character, Scene, Story, new_id
from storyapp.story.store import StoryFile
from storyapp.ui.main_window import MainWindow

from .desk_bench import application, quantile, rest

INTERVAL = 5  # milliseconds between ticks
DRAGGED = 60  # mouse moves
LONGEST = 600.0  # seconds to wait for pictures
LINES = (
    "Pip ran across the beach with a kite. Nora sat on a chair.",
    "Nora and Pip walked through the forest at night with a lantern.",
    "Pip was sad in the kitchen. Nora was reading a book.",
    "Nora and Pip danced in the garden in the rain.",
)


@dataclass
class LoopProbe:
    """Measures the event loop: by tick, its lateness and the work of the ui thread since the last one, in milliseconds."""

    late: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=INTERVAL)
        self._timer.timeout.connect(self._tick)
        self._last = self._last_work = 0.0

    def start(self) -> None:
        """Start measuring."""
        self._last, self._last_work = time.perf_counter(), time.thread_time()
        self._timer.start()

    def _tick(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        self.late.append(max(0.0, 1000 * (now - self._last) - INTERVAL))
        self.worked.append(1000 * (work - self._last_work))
        self._last, self._last_work = now, work

    def taken(self) -> tuple[list[float], list[float]]:
        """Lateness and work of all ticks since the last call."""
        found = self.late or [0.0], self.worked or [0.0]
        self.late, self.worked = [], []
        return found


def measure_heartbeat(scenes: int) -> dict[str, Any]:
    """Illustrate scenes in a real window with the real engine, then drag a figure in the story and in the large editor."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.story"
        story = _story(scenes)
        StoryFile.create(path, story).close()
        window = make_window(open_session(path), make_engine())
        try:
            return _measure(app, window, story)
        finally:
            window.queue.cancel_all()
            _until(app, lambda: not window.queue.jobs)
            window.close()


def _measure(app: QApplication, window: MainWindow, story: Story) -> dict[str, Any]:
    wrong: list[str] = []
    window.work.failed.connect(lambda scene, words: wrong.append(words))
    window.show()
    rest(app)
    probe = LoopProbe()
    probe.start()
    window.work.illustrate([story.scenes[0].id])
    _until(app, lambda: not window.queue.jobs)
    first_late, first_work = probe.taken()
    began = time.perf_counter()
    window.actions_.all.trigger()
    _until(app, lambda: not window.queue.jobs)
    rest(app, 1.0)
    seconds = time.perf_counter() - began
    late, worked = probe.taken()
    if wrong:
        raise DeviceError(wrong[0])
    scene = story.scenes[0].id
    small = _drag(app, window, scene, large=False)
    big = _drag(app, window, scene, large=True)
    return {
        "scenes": len(story.scenes),
        "seconds": round(seconds, 1),
        "beats": len(late),
        "hold_p50_ms": quantile(late, 0.5),
        "hold_p99_ms": quantile(late, 0.99),
        "hold_max_ms": quantile(late, 1.0),
        "ui_work_p99_ms": quantile(worked, 0.99),
        "ui_work_max_ms": quantile(worked, 1.0),
        "first_hold_p99_ms": quantile(first_late, 0.99),
        "first_hold_max_ms": quantile(first_late, 1.0),
        "first_ui_work_max_ms": quantile(first_work, 1.0),
        "drag_in_story_fps": small[0],
        "drag_in_story_work_ms": small[1],
        "drag_large_fps": big[0],
        "drag_large_work_ms": big[1],
    }


def _story(scenes: int) -> Story:
    cast = (
        Character(new_id(), "Pip", description="a fox in a red shirt", concept="fox"),
        Character(new_id(), "Nora", description="a woman in a blue shirt", concept="woman"),
    )
    lines = [LINES[index % len(LINES)] for index in range(scenes)]
    return Story(
        new_id(),
        "Heartbeat",
        scenes=tuple(Scene(new_id(), f"Scene {n}", line) for n, line in enumerate(lines, 1)),
        characters=cast,
    )


def _until(app: QApplication, done: Callable[[], bool]) -> None:
    """Process events until `done`.

    Raises:
        TimeoutError: after LONGEST seconds.
    """
    until = time.perf_counter() + LONGEST
    while not done():
        if time.perf_counter() > until:
            raise TimeoutError("The pictures did not get ready in time.")
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


class _Frames(QObject):
    """Counts the paint events of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def _drag(app: QApplication, window: MainWindow, scene: str, large: bool) -> tuple[float, float]:
    """Frames per second while a figure is dragged to and fro, and milliseconds of the ui thread's work per frame."""
    if large:
        stage = window.view.reveal(scene).stage
        _mouse(app, stage, QEvent.Type.MouseButtonDblClick, QPointF(stage.rect().center()))
        rest(app)
        view = window.picture_editor.view
        target, place = view.viewport(), view.point_of
    else:
        stage = window.view.reveal(scene).stage
        rest(app)
        target = stage

        def place(x: float, y: float) -> QPointF:
            rect = stage.picture_rect()
            return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height())

    picture = window.session.story.scene(scene).illustration
    assert picture is not None
    box = next(one.box for one in picture.placements if any(cel.id == one.cel and cel.who for cel in picture.plan.cels))
    x, y = box.x + box.width / 2, box.y + box.height * 0.6
    frames = _Frames(target)
    _mouse(app, target, QEvent.Type.MouseButtonPress, place(x, y))
    _mouse(app, target, QEvent.Type.MouseMove, place(x + 0.01, y))
    frames.count, began, work = 0, time.perf_counter(), time.thread_time()
    for step in range(DRAGGED):
        _mouse(app, target, QEvent.Type.MouseMove, place(x + 0.1 - abs(step % 40 - 20) / 200, y - 0.001 * (step % 7)))
    seconds, work = time.perf_counter() - began, time.thread_time() - work
    _mouse(app, target, QEvent.Type.MouseButtonRelease, place(x, y))
    return round(frames.count / seconds, 1), round(1000 * work / max(1, frames.count), 1)


def _mouse(app: QApplication, target: QWidget, kind: QEvent.Type, point: QPointF) -> None:
    left = Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else left
    event = QMouseEvent(kind, point, target.mapToGlobal(point), left, held, Qt.KeyboardModifier.NoModifier)
    app.sendEvent(target, event)
    app.processEvents()
