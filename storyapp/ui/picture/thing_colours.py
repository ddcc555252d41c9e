"""The colours that a thing can be given, with their names, for menus and boxes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from storyapp.stage.tint import TONES
from storyapp.stage.vocabulary import Vocabulary

from ..languages import concept_name


def thing_colours(vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Every colour of a thing with what it is called, that of none first: as it is painted."""
    as_painted = QCoreApplication.translate("ThingColours", "as it is painted")
    return [("", as_painted), *((one, concept_name(vocabulary, one, "colours")) for one in TONES)]
