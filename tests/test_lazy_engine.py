"""The engine that is imported late: what would hold the window meanwhile is kept away."""

import gc
import sys

import pytest

from storyapp.lazy_engine import LazyIllustrator, no_collections, open_torch
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.model import Style


def test_no_garbage_is_collected_while_modules_are_imported() -> None:
    try:
        with no_collections():
            assert not gc.isenabled()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0, "what was imported would be looked through again and again"
    finally:
        gc.unfreeze()


def test_garbage_is_collected_again_after_an_import_that_failed() -> None:
    with pytest.raises(ModuleNotFoundError), no_collections():
        raise ModuleNotFoundError("torch")
    assert gc.isenabled()
    gc.unfreeze()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens libraries otherwise")
def test_the_libraries_of_torch_can_be_opened_before_it_is_imported() -> None:
    assert open_torch()


def test_asking_what_is_loaded_makes_no_engine(vocabulary: Vocabulary, styles: dict[str, Style]) -> None:
    illustrator = LazyIllustrator(vocabulary, styles)
    assert not illustrator.status().loaded
    assert illustrator._engine is None
