"""New stories that are already begun: headings, and for each scene a sentence that says what belongs there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from storyapp.story.model import Scene, Story, new_id

from ..words import filled


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
    translate = QCoreApplication.translate
    scenes = (
        (translate("Templates", "A small hero"), translate("Templates", "Who is it about, and where do they live?")),
        (translate("Templates", "A wish"), translate("Templates", "What does the hero want more than anything?")),
        (
            translate("Templates", "Setting out"),
            translate("Templates", "The hero leaves home. What is the weather like?"),
        ),
        (
            translate("Templates", "A friend"),
            translate("Templates", "Somebody comes along. Are they helpful or funny?"),
        ),
        (translate("Templates", "Trouble"), translate("Templates", "Something goes wrong.")),
        (
            translate("Templates", "Darkest night"),
            translate("Templates", "It looks as if the wish will never come true."),
        ),
        (translate("Templates", "An idea"), translate("Templates", "What does the hero try now?")),
        (translate("Templates", "It works"), translate("Templates", "The wish comes true, but not as expected.")),
        (translate("Templates", "Home again"), translate("Templates", "What is different now?")),
    )
    about = translate("Templates", "Nine scenes from a wish to coming home, on square pages.")
    return Template(translate("Templates", "Picture book"), about, scenes, (("page", "square"),))


def _class_story() -> Template:
    translate = QCoreApplication.translate
    scenes = (
        (translate("Templates", "Beginning"), translate("Templates", "Who, where and when?")),
        (translate("Templates", "First"), translate("Templates", "What happens first?")),
        (translate("Templates", "Then"), translate("Templates", "What happens then? What do they say?")),
        (translate("Templates", "Suddenly"), translate("Templates", "Something nobody expected.")),
        (translate("Templates", "Ending"), translate("Templates", "How does it end, and how does everybody feel?")),
    )
    about = translate("Templates", "Five scenes that a class can write together, on A4 pages.")
    return Template(translate("Templates", "Class story"), about, scenes, (("page", "a4"),))


def _comic() -> Template:
    translate = QCoreApplication.translate
    scenes = tuple(
        (filled(translate("Templates", "Panel %1"), number), what)
        for number, what in enumerate(
            (
                translate("Templates", "Show where we are."),
                translate("Templates", "The hero does something."),
                translate("Templates", "Somebody answers."),
                translate("Templates", "It gets out of hand."),
                translate("Templates", "The great surprise."),
                translate("Templates", "The joke at the end."),
            ),
            start=1,
        )
    )
    about = translate("Templates", "Six panels with a joke at the end, on wide pages.")
    return Template(translate("Templates", "Comic of six"), about, scenes, (("page", "a5"),))
