"""What many tests share: the shipped vocabulary and styles, and Qt without a screen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import pytest

from storyapp import paths
from storyapp.stage.styles import load_styles
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.model import Style


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return Vocabulary.load(paths.vocabulary())


@pytest.fixture(scope="session")
def styles() -> dict[str, Style]:
    return load_styles(paths.resources() / "styles")
