"""What several words together show of a pose or a feeling, on the shipped reader, and what like words do not."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader
from storyapp.story.model import Character

from .stories import story


@pytest.mark.parametrize(
    ("text", "cel", "pose"),
    [
        ("Mia gave her mother a big hug.", "mia", "hugging"),
        ("Mia gave her mother a big hug.", "woman", None),
        ("Mia did not give him a hug.", "mia", None),
        ("Tom threw his arms around his grandpa.", "tom", "hugging"),
        ("Tom gave Mia a wave.", "tom", "waving"),
        ("Tom gave Mia a book.", "tom", "holding"),
        ("Down tumbled Tom, head over heels, and landed in a pile of leaves.", "tom", "falling"),
        ("A tear rolled down Mia's cheek.", "mia", None),
        ("Mia sat down. Tears rolled down her cheeks.", "mia", "sitting"),
        ("Mia's stomach fluttered.", "mia", None),
        ("Mia's eyes grew wide.", "mia", None),
        ("Tom's face fell.", "tom", None),
        ("Tom's heart skipped a beat.", "tom", None),
        ("Tom swallowed hard.", "tom", None),
        ("Tom swallowed the soup.", "tom", "eating"),
        ("Mia's eyes closed and she slept.", "mia", "sleeping"),
        ("Mia's face was red, and she ran home.", "mia", "running"),
        ("Tom's feet flew over the grass as he ran.", "tom", "running"),
        ("Rosie's mouth fell open.", "rosie", None),
        ("An owl swooped down and landed on a rock.", "owl", "standing"),
        ("The owl landed on a rock, then it flew away.", "owl", "flying"),
        ("The duck floated on the pond.", "duck", "swimming"),
        ("The fairy floated across the room.", "fairy", "flying"),
        ("Tom floated his little boat.", "tom", "holding"),
        ("Penguins glided across the frozen lake.", "penguin", "running"),
        ("Tom lay on his tummy and read a comic.", "tom", "reading"),
        ("Mia lay in the grass and looked at the clouds.", "mia", "sitting"),
        ("Mia lay down and slept.", "mia", "sleeping"),
        ("Tom pulled on his boots.", "tom", None),
        ("Tom pulled on the rope.", "tom", "holding"),
        ("Oscar spilled the water all over the floor.", "oscar", None),
        ("Mia took a deep breath and blew out the candles.", "mia", None),
        ("Mia yawned and stretched.", "mia", None),
        ("The bear scratched its head.", "bear", None),
        ("Ella pointed up at Ben.", "ben", None),
        ("Captain Rosie found a map. Her parrot Coco flapped his wings.", "captain-rosie", "holding"),
        ("Mia ran. Her old parrot flew away, and she waved.", "mia", "waving"),
        ("Mia was eating when Mum and Dad came into the kitchen.", "mia", "eating"),
        ("Mia was reading when Tom and Ben came in.", "tom", None),
        ("Mia hugged Tom and Ben laughed.", "tom", "hugging"),
        ("The room fell silent. Tom and Ben both fell asleep.", "ben", "sleeping"),
        ("Tom fell asleep at once.", "tom", "sleeping"),
        ("Mia was there. Tom hopped over to her. Ann ran to him.", "ann", "running"),
        ("Tom sat down. > Mia ran to him.", "tom", None),
        ("Tom and Ann ate soup. > Mia ran with them.", "ann", "running"),
        ("Soon Mia's eyes closed, and Tom fell asleep too.", "mia", "sleeping"),
        ("Soon Mia's eyes closed, and Tom fell asleep too.", "tom", "sleeping"),
        ("Mia fed a duck. A swan chased her, and she ran to her dad.", "mia", "running"),
        ("Ella pointed at Ben and Ben waved.", "ben", "waving"),
    ],
)
def test_poses_of_turns(reader: Reader, text: str, cel: str, pose: str | None) -> None:
    found = {one.id: one.attributes.get("pose") for one in story(reader, text).cels}
    assert found[cel] == pose


@pytest.mark.parametrize(
    ("text", "cel", "feeling"),
    [
        ("A tear rolled down Mia's cheek.", "mia", "sad"),
        ("Mia's lip began to tremble.", "mia", "sad"),
        ("Tom bit his lip and tried hard not to cry.", "tom", "sad"),
        ("Mia had a knot in her stomach.", "mia", "scared"),
        ("Mia's heart was pounding.", "mia", "scared"),
        ("Rosie's mouth fell open.", "rosie", "surprised"),
        ("Mia jumped for joy.", "mia", "happy"),
        # whose eyes or knees they are is there, whatever phrase they belong to
        ("Tom sat down. His knees shook.", "tom", "scared"),
        ("Mia was there. Her eyes filled with tears.", "mia", "sad"),
        ("Mia was there. Her mouth fell open.", "mia", "surprised"),
        ("Mia's lip trembled.", "mia", "sad"),
        ("A lump rose in Tom's throat.", "tom", "sad"),
        ("Tom had a lump of clay.", "tom", None),
        ("Tom's face went pale.", "tom", "scared"),
        ("The mouse hid from the cat.", "mouse", "scared"),
        ("Tom hid under the bed, trembling.", "tom", "scared"),
        ("Tom hid under the bed because of the thunder.", "tom", "scared"),
        ("Tom hid behind the sofa and giggled.", "tom", "happy"),
        ("Mia counted to ten while Tom hid in the wardrobe.", "tom", None),
        ("The boy hid the present from Mum.", "boy", None),
        ("Mum put her hands on her hips.", "woman", "angry"),
        ("The dog wagged its tail.", "dog", "happy"),
        ("The dog wagged its tail sadly.", "dog", "sad"),
        ("The dog hid with its tail between its legs.", "dog", "scared"),
        ("Ella shrieked with delight, but Ben covered his eyes.", "ella", "happy"),
        ("Ella shrieked with delight, but Ben covered his eyes.", "ben", "scared"),
        ("The pig went red with shame.", "pig", "sad"),
        ("The frog hopped behind Ember, shaking with fright.", "frog", "scared"),
        ("The frog hopped behind Ember, shaking with fright.", "ember", None),
    ],
)
def test_feelings_of_turns(reader: Reader, text: str, cel: str, feeling: str | None) -> None:
    found = {one.id: one.attributes.get("expression") for one in reader.read(text, []).cels}
    assert found[cel] == feeling


@pytest.mark.parametrize(
    ("text", "pose"),
    [
        ("Fizz was sad.", None),
        ("Fizz and Mia were on the beach.", None),
        ("“I am hungry,” sighed Fizz.", None),
        ("Fizz scurried along the beach.", "running"),
    ],
)
def test_where_no_verb_is_nobody_moves(reader: Reader, text: str, pose: str | None) -> None:
    found = {one.who: one for one in reader.read(text, [Character("fizz", "Fizz", concept="mouse")]).cels}
    assert found["fizz"].attributes.get("pose") == pose
