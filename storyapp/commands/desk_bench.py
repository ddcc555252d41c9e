"""Latency of the desk: start, opening, typing and scrolling in a long story."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from storyapp.app import has_screen, make_engine, make_window, open_desk, open_session
from storyapp.story.model import Character, Scene, Story, new_id
from storyapp.story.store import StoryFile
from storyapp.ui.main_window import MainWindow

SENTENCE = "Pip the fox ran over the hill and the wind sang. "  # 11 words
STARTS = 3


def long_story(scenes: int, words: int) -> Story:
    """A story of that many scenes and about that many words, with two heroes."""
    text = (SENTENCE * (words // scenes // 11 + 1)).strip()
    cast = (Character(new_id(), "Pip", concept="fox"), Character(new_id(), "Nora", concept="woman"))
    story = Story(new_id(), "Bench", scenes=tuple(Scene(new_id(), f"Scene {i}", text) for i in range(scenes)))
    return replace(story, characters=cast)


class _FirstPaint(QObject):
    """Records the time of a window's first paint event."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.at: float | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.at is None:
            self.at = time.time()
        return False


def tell_first_paint(file: Path) -> None:
    """Open the desk on a file, print the time of its first paint, and close it; runs in a process of its own."""
    app = application()
    desk = open_desk(app)
    desk.preferences.value = replace(desk.preferences.value, toured=True)
    window = desk.show(open_session(file))
    painted = _FirstPaint(window)
    while painted.at is None:
        app.processEvents()
    print(f"first paint {painted.at}", flush=True)
    window.close()


def measure_desk(count: int, scenes: int = 300, words: int = 100_000) -> dict[str, Any]:
    """Milliseconds until the program's window, until a long story shows, of one key, and of one step of scrolling."""
    app = application()
    story = long_story(scenes, words)
    with tempfile.TemporaryDirectory() as folder:
        short, long = Path(folder) / "short.story", Path(folder) / "long.story"
        StoryFile.create(short, Story(new_id(), scenes=(Scene(new_id(), "One", SENTENCE),))).close()
        StoryFile.create(long, story).close()
        starts = [_start(short, folder) for _ in range(STARTS)]
        began = time.perf_counter()
        window = make_window(open_session(long), make_engine())
        window.show()
        app.processEvents()
        opened = 1000 * (time.perf_counter() - began)
        rest(app)
        keys = _type(app, window, story.scenes[scenes // 2].id, max(count, 60))
        steps = _scroll(app, window, max(count, 60))
        window.close()
    return {
        "scenes": scenes,
        "words": sum(len(one.text.split()) for one in story.scenes),
        "start_first_ms": round(starts[0]),
        "start_ms": round(sorted(starts)[len(starts) // 2]),
        "open_ms": round(opened),
        "key_p50_ms": quantile(keys, 0.5),
        "key_p95_ms": quantile(keys, 0.95),
        "key_max_ms": quantile(keys, 1.0),
        "scroll_p95_ms": quantile(steps, 0.95),
        "scroll_max_ms": quantile(steps, 1.0),
    }


def application() -> QApplication:
    """The one application; without a screen an offscreen one."""
    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    return app


def _start(file: Path, home: str) -> float:
    """Milliseconds from starting a new process to its window."""
    code = "import sys; from pathlib import Path; from storyapp.commands.desk_bench import tell_first_paint; "
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code + "tell_first_paint(Path(sys.argv[1]))", str(file)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": home},
    )
    line = next(one for one in done.stdout.splitlines() if one.startswith("first paint"))
    return 1000 * (float(line.split()[-1]) - began)


def rest(app: QApplication, seconds: float = 1.5) -> None:
    """Process events for a while, so that idle work such as loading the dictionary is done."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.01)


def _type(app: QApplication, window: MainWindow, scene_id: str, count: int) -> list[float]:
    words = window.view.reveal(scene_id).words
    words.setFocus()
    rest(app, 0.3)
    times = []
    for index in range(count):
        began = time.perf_counter()
        QTest.keyClick(words, Qt.Key.Key_Space if index % 6 == 5 else Qt.Key.Key_A)
        app.processEvents()
        times.append(1000 * (time.perf_counter() - began))
        time.sleep(0.02)
    return times


def _scroll(app: QApplication, window: MainWindow, count: int) -> list[float]:
    """Milliseconds of scrolling by half a viewport, with a jump to a far place every tenth step."""
    bar, times = window.view.verticalScrollBar(), []
    bar.setValue(0)
    rest(app, 0.3)
    for step in range(count):
        began = time.perf_counter()
        far = bar.maximum() * (step // 10 + 1) // (count // 10 + 2)
        bar.setValue(far if step % 10 == 9 else bar.value() + window.view.viewport().height() // 2)
        app.processEvents()
        times.append(1000 * (time.perf_counter() - began))
        time.sleep(0.03)
    return times


def quantile(values: list[float], part: float) -> float:
    """The quantile `part` (0 … 1) of the values, rounded to one decimal."""
    return round(sorted(values)[min(len(values) - 1, int(part * len(values)))], 1)
