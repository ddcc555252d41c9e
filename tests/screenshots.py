"""Renders the desk with an illustrated sample story: `python -m tests.screenshots FOLDER [SCENES]`.

Three sizes, light and dark, by the bundled model; to be looked at.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from storyapp import paths
from storyapp.app import make_window
from storyapp.commands.books import illustrated
from storyapp.commands.common import make_illustrator
from storyapp.story.markdown import story_from_markdown
from storyapp.story.model import Story
from storyapp.ui.home import Home, RecentStories
from storyapp.ui.session import Session
from storyapp.ui.theme import apply_theme

SIZES = ((1024, 700), (1280, 860), (1680, 1050))


def illustrated_sample(scenes: int) -> Story:
    """The first scenes of the first sample story, with pictures."""
    story = story_from_markdown((paths.resources() / "stories" / "the-lighthouse-kite.md").read_text("utf-8"))
    story = replace(story, scenes=story.scenes[:scenes])
    *_, last = illustrated(story, make_illustrator(), 1)
    assert last.result is not None
    return last.result


def main(folder: Path, scenes: int) -> None:
    """Write the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    story = illustrated_sample(scenes)
    for theme in ("light", "dark"):
        apply_theme(app, theme == "dark")
        window = make_window(Session(story))
        for tab in range(window.tabs.count()):
            for width, height in SIZES if tab == 0 else SIZES[1:2]:
                window.resize(width, height)
                window.show()
                window.tabs.setCurrentIndex(tab)
                while window.queue.jobs:
                    app.processEvents()
                card = window.cards[story.scenes[0].id]
                if tab == 2 and card.stage.illustration is not None and card.stage.illustration.plan.cels:
                    window.picture_panel.select(card.stage.illustration.plan.cels[0].id)
                window.view.verticalScrollBar().setValue(110)
                for _ in range(5):
                    app.processEvents()
                name = window.tabs.tabText(tab).lower()
                window.grab().save(str(folder / f"desk-{name}-{theme}-{width}.png"))
        window.close()
        home = Home(
            RecentStories(Path(tempfile.mkdtemp()) / "recent.json"), list((paths.resources() / "stories").glob("*.md"))
        )
        home.show()
        app.processEvents()
        home.grab().save(str(folder / f"home-{theme}.png"))
        home.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 8)
