"""The engine on a tiny random model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch

from storyapp import paths
from storyapp.engine.illustrator import StoryIllustrator
from storyapp.engine.reading.reader import Reader
from storyapp.engine.text import TextEncoder
from tests.models import write_tiny_model


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.set_num_threads(2)
    return write_tiny_model(tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="session")
def engine(tiny_model: Path, vocabulary: Any, styles: Any) -> StoryIllustrator:
    return StoryIllustrator(tiny_model, vocabulary, styles, "cpu")


@pytest.fixture(scope="session")
def reader(vocabulary: Any) -> Reader:
    """The shipped reader."""
    return Reader.load(paths.model(), vocabulary, TextEncoder())
