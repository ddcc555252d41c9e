"""British spelling is right, too."""

from __future__ import annotations

from typing import Any

import pytest

from storyapp.ui.writing.british import is_british
from storyapp.ui.writing.spelling import Speller, load_dictionary

pytestmark = pytest.mark.gui

BRITISH = """colour colours colourful favourite neighbour neighbourhood harbour realise realised organisation apologising
    analyse paralysed travelled traveller marvellous jewellery woollen centre metres theatre centred fibre grey tyres
    pyjamas cosily ploughed aeroplane programme cheque moulded draughty sceptical"""
WRONG = "hourse fourgot courn colur smilled feelled watre bettre sise freind neibour wented"


@pytest.fixture(scope="module")
def dictionary() -> Any:
    return load_dictionary("en")


@pytest.mark.parametrize("word", BRITISH.split())
def test_british_words_are_right(dictionary: Any, word: str) -> None:
    assert word in dictionary or is_british(word, dictionary.__contains__)


@pytest.mark.parametrize("word", WRONG.split())
def test_wrong_words_stay_wrong(dictionary: Any, word: str) -> None:
    assert word not in dictionary and not is_british(word, dictionary.__contains__)


def test_the_speller_takes_them_in_english_only(qtbot: Any, dictionary: Any) -> None:
    speller = Speller(lambda language: dictionary)
    for language, right in (("en", True), ("fr", False)):
        with qtbot.waitSignal(speller._loaded):
            speller.use(language)
        assert speller.is_right("Colours") == speller.is_right("neighbour’s") == right
        assert not speller.is_right("colurs")
