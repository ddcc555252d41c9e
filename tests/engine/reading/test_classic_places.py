"""Sentences in the manner of older books: where they are, and which of their things are told as not drawn."""

import pytest

from storyapp.engine.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("They rested upon their oars, and the skiff drifted under the alders.", "river"),
        ("The reapers sat down beside the last sheaf and wiped their scythes.", "farm"),
        ("She swept the hearth and set the kettle upon the hob beside the fender.", "living room"),
        ("The cook shook her ladle at the scullion and went on kneading.", "kitchen"),
        ("He wheeled the barrow round to the potting-shed and filled the watering-can.", "garden"),
        ("The boatswain ran up to the bowsprit, for a squall was coming.", "sea"),
        # what moves about tells of no place by itself, nor what is only talked of, nor the sky above
        ("The king laughed until his sides ached.", None),
        ("“I should like a teapot,” said the tailor.", None),
        ("The sheets swelled like sails.", None),
        ("Old Ned rode a big bay horse.", None),
        ("He thought of the kitchen at home, and his heart was heavy.", None),
    ],
)
def test_places_of_older_books(reader: Reader, text: str, setting: str | None) -> None:
    assert reader.read(text, ()).setting == setting


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A wolf came out between the pines.", {"pines"}),
        ("They sat down under the lilac with a jug.", {"lilac"}),
        ("Beside it stood a tumbledown sundial.", {"sundial"}),
        ("An old woman was selling matches from a tray.", {"matches"}),
        ("The carrier's anvil stood before the door.", {"anvil"}),
        ("She bought a ball of twine.", {"twine"}),
        ("By the light of a glow-worm the tailor stitched.", {"glow-worm"}),
        # and what is no thing of its own, or drawn as just what it is
        ("The mare looked over the gate.", set()),
        ("He lost his slipper upon the doorstep.", set()),
        ("The tortoise sighed, drawing in his head.", set()),
        ("The little girl wore a lilac frock.", set()),
        ("She told the story of a cuckoo.", set()),
    ],
)
def test_things_of_older_books(reader: Reader, text: str, told: set[str]) -> None:
    words = {one.words for one in reader.read(text, ()).not_drawn}
    assert told <= words and (told or not words - {"tailor"})
