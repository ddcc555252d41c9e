"""People whom nobody has introduced: who is one, and what kind."""

from __future__ import annotations

from typing import Any

import pytest

from storyapp.engine.reading.names.naming import own_kind
from storyapp.engine.reading.names.strangers import strangers
from storyapp.engine.reading.words.dictionary import Dictionary, Noun
from storyapp.engine.reading.words.lexicon import Lexicon
from storyapp.story.model import Character


@pytest.fixture(scope="module")
def lexicon(vocabulary: Any) -> Lexicon:
    return Lexicon(vocabulary)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anna ran home. She was happy.", {"Anna": "girl"}),
        ("Then Tom laughed and shook his head.", {"Tom": "boy"}),
        ("Bruno, the bear, danced.", {"Bruno": "bear"}),
        ("Mrs Tiggle swept the floor.", {"Mrs Tiggle": "woman"}),
        ("They drove to London in the rain.", {}),
        ("Suddenly it snowed.", {}),
        ("Suddenly the wind blew.", {}),
        ("Tom laughed.", {"Tom": "boy"}),
        ("The bear saw Rose.", {"Rose": "girl"}),
        ("Once there was a fox called Bramble.", {"Bramble": "fox"}),
        ("Polly the bear danced.", {"Polly": "bear"}),
        ("On Sunday the shop is shut.", {}),
        ("Bilbo the rat gnawed the rope.", {"Bilbo": ""}),
        ("Meanwhile the bear slept.", {}),
        ("Then Peter Pan flew away.", {"Peter Pan": "boy"}),
        ("Little Red Riding Hood walked on.", {"Red Riding Hood": "girl"}),
        ("Peter Rabbit ran home.", {"Peter Rabbit": "rabbit"}),
        ("He walked to the great Throne Room.", {}),
        ("The fox met her brother Tim.", {"Tim": "boy"}),
        ("Mia's cat Biscuit slept.", {"Biscuit": "cat"}),
        ("Noah rode away and Mia ran behind him.", {"Noah": "boy", "Mia": "girl"}),
        ("Ben shone a torch at the owl.", {"Ben": "boy"}),
        ("Somebody lost a mitten!", {}),
        ("Anyone may borrow it. Somebody laughed.", {}),
    ],
)
def test_strangers_and_their_kinds(lexicon: Lexicon, text: str, found: dict[str, str]) -> None:
    assert {name: one.concept for name, one in strangers(text, (), lexicon).items()} == found


def test_a_rare_noun_is_a_name_where_only_names_stand(vocabulary: Any) -> None:
    lexicon = Lexicon(vocabulary, Dictionary(nouns={"quill": Noun(), "stork": Noun("things", "bird")}))
    found = strangers("Oskar sang and Quill sat down.", (), lexicon)
    assert {name: one.concept for name, one in found.items()} == {"Oskar": "boy", "Quill": "boy"}
    assert strangers("They looked up, and a Stork flew by.", (), lexicon) == {}


def test_the_cast_are_no_strangers(lexicon: Lexicon) -> None:
    cast = [Character("anna", "Anna Bell", concept="girl")]
    assert strangers("Anna ran. Anna Bell laughed.", cast, lexicon) == {}


def test_own_words_say_the_kind_and_where(lexicon: Lexicon) -> None:
    text = "Tom, a small bear, slept."
    found = own_kind(text, 3, lexicon)
    assert found is not None and found[0] == "bear" and text[found[1] :].startswith("bear")
