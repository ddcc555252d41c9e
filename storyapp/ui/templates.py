"""New stories that are already begun: headings, and for each scene a sentence that says what belongs there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from storyapp.story.model import Scene, Story, new_id


@dataclass(frozen=True)
class Template:
    """A kind of story; `make` makes a new one."""

    name: str
    about: str
    scenes: tuple[tuple[str, str], ...]  # heading, synopsis
    settings: tuple[tuple[str, str], ...] = ()

    def make(self, language: str = "en") -> Story:
        """A new story of this kind."""
        scenes = tuple(Scene(new_id(), heading, synopsis=synopsis) for heading, synopsis in self.scenes)
        return Story(new_id(), language=language, scenes=scenes, settings=dict(self.settings))


def templates() -> list[Template]:
    """All of them, in the language of the program."""
    return [_picture_book(), _class_story(), _comic()]


def _picture_book() -> Template:
    tr = QCoreApplication.translate
    scenes = (
        (tr("Templates", "A small hero"), tr("Templates", "Who is it about, and where do they live?")),
        (tr("Templates", "A wish"), tr("Templates", "What does the hero want more than anything?")),
        (tr("Templates", "Setting out"), tr("Templates", "The hero leaves home. What is the weather like?")),
        (tr("Templates", "A friend"), tr("Templates", "Somebody comes along. Are they helpful or funny?")),
        (tr("Templates", "Trouble"), tr("Templates", "Something goes wrong.")),
        (tr("Templates", "Darkest night"), tr("Templates", "It looks as if the wish will never come true.")),
        (tr("Templates", "An idea"), tr("Templates", "What does the hero try now?")),
        (tr("Templates", "It works"), tr("Templates", "The wish comes true, but not as expected.")),
        (tr("Templates", "Home again"), tr("Templates", "What is different now?")),
    )
    about = tr("Templates", "Nine scenes from a wish to coming home, on square pages.")
    return Template(tr("Templates", "Picture book"), about, scenes, (("page", "square"),))


def _class_story() -> Template:
    tr = QCoreApplication.translate
    scenes = (
        (tr("Templates", "Beginning"), tr("Templates", "Who, where and when?")),
        (tr("Templates", "First"), tr("Templates", "What happens first?")),
        (tr("Templates", "Then"), tr("Templates", "What happens then? What do they say?")),
        (tr("Templates", "Suddenly"), tr("Templates", "Something nobody expected.")),
        (tr("Templates", "Ending"), tr("Templates", "How does it end, and how does everybody feel?")),
    )
    about = tr("Templates", "Five scenes that a class can write together, on A4 pages.")
    return Template(tr("Templates", "Class story"), about, scenes, (("page", "a4"),))


def _comic() -> Template:
    tr = QCoreApplication.translate
    scenes = tuple(
        (tr("Templates", "Panel %1").replace("%1", str(number)), what)
        for number, what in enumerate(
            (
                tr("Templates", "Show where we are."),
                tr("Templates", "The hero does something."),
                tr("Templates", "Somebody answers."),
                tr("Templates", "It gets out of hand."),
                tr("Templates", "The great surprise."),
                tr("Templates", "The joke at the end."),
            ),
            start=1,
        )
    )
    about = tr("Templates", "Six panels with a joke at the end, on wide pages.")
    return Template(tr("Templates", "Comic of six"), about, scenes, (("page", "a5"),))
