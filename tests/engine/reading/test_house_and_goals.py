"""Places that only doings tell of, in the house and on the way, and such as nobody is at yet, on the shipped reader."""

from __future__ import annotations

import pytest

from storyapp.engine.reading.reader import Reader

from .stories import story


@pytest.mark.parametrize(
    ("scenes", "place"),
    [
        ("Ben is in the kitchen. > Ben wanted to go to the beach.", "kitchen"),
        ("Ben is in the kitchen. > “Let's go to the park!” said Dad.", "kitchen"),
        ("Ben is in the kitchen. > It was Grandma, who lived by the sea.", "kitchen"),
        ("Ben is in the kitchen. > They went to the beach.", "beach"),
        ("Ben is in the bedroom. > He packed his school bag.", "bedroom"),
        ("Ben is in the garden. > They ran inside and played cards.", "living room"),
        ("Ben is in the forest. > They ran inside the cave.", "cave"),
        ("Ben is in the bedroom. > Ben ran downstairs. Something smelled of pancakes.", "kitchen"),
        ("Ben is in the kitchen. > Ben ran upstairs to fetch his hat.", "bedroom"),
        ("Ben is in the kitchen. > Ben heard a noise upstairs.", "kitchen"),
        ("Mia is at the beach. > At Gran's house, they had fish by the fire.", "living room"),
        ("They are at the beach. > They set sail at once. The waves were high.", "sea"),
        ("They are in the kitchen. > Jack made a snowman.", "snowfield"),
        ("Leo is on the hill. > On the way back, Leo was cold.", "hills"),
        ("Mia got on the bus. > She sat down beside an old lady.", "street"),
        ("Ben is in the kitchen. > They drove all day and sang songs.", "street"),
        ("Ben is in the kitchen. > Ben sat in his toy car.", "kitchen"),
        ("Ben is on the farm. > The farmer drove off on his tractor.", "farm"),
        ("Ben is at the beach. > On the train home he slept.", "hills"),
        ("Ben is in the kitchen. > He sat on the train set.", "kitchen"),
        ("The family sat in the plane.", "sky"),
        ("Tom lay in hospital with a broken leg. > A nurse brought him soup.", "bedroom"),
        ("At the station the people waited for the train. > They got in.", "street"),
        ("In the tree house the friends had a secret.", "garden"),
        ("It was Sam's birthday party. > The children played games.", "living room"),
        ("Ben is in the garden. > It was Sam's birthday party.", "garden"),
        ("An owl sat on a branch. > A mouse came along.", "forest"),
        ("Ben is in the garden. > An owl sat on a branch.", "garden"),
        ("In the tent it was warm.", "hills"),
        ("The lion slept in the shade of a tree.", "forest"),
        ("Tom wiggled his tooth at breakfast.", "kitchen"),
        ("Ben is on the farm. > Ben wiggled his tooth at breakfast.", "farm"),
        ("Ben's family moved to a new house. > His room was empty.", "bedroom"),
        ("Ben is in the shop. > They ate their sandwiches on the grass.", "hills"),
        ("Ben is in the bedroom. > On a branch sat an owl and watched them.", "garden"),
        ("Ben is in the bedroom. > That night the whole house slept.", "bedroom"),
        ("Ben is in the bedroom. > At breakfast everybody yawned.", "kitchen"),
        ("Ben is at school. > At lunch everybody yawned.", "classroom"),
        ("Mole sat in his cave. > He stepped into the open. > Mole blinked.", "hills"),
        ("The seal is at the beach. > They took a deep breath and dived after it.", "underwater"),
        ("The gull is at the beach. > The gull dived down.", "beach"),
        ("Ben knocked at the door of the cottage. > An old woman opened.", "garden"),
        ("Ben knocked at the door of the cottage. > “Come in,” said an old woman. > They drank tea.", "living room"),
        ("The bear stepped out of his cave. > He sniffed the air.", "hills"),
        ("Ben is in the kitchen. > The children ran out to play.", "garden"),
        ("Ben is in the kitchen. > He dug a hole for the bone.", "garden"),
        ("Ben is in the kitchen. > He put on his coat and jumped in the puddles.", "garden"),
        ("Ben sat by the river. > Grandpa made soup in the kitchen, and Ben sat on his knee by the fire.", "kitchen"),
        ("In the kitchen the puppy was digging in the flour.", "kitchen"),
        ("Grandpa and Lily planted beans.", "garden"),
        ("Ben is in the kitchen. > Mum watered the plants.", "kitchen"),
        ("Pip flew over the sea. > Then he woke up. It was only a dream.", "bedroom"),
        ("Pip is in the garden. > It was a dream come true.", "garden"),
        ("They flew in the balloon. > The town was tiny below.", "sky"),
        ("They flew in the balloon. > Far below lay a village.", "sky"),
        ("They are in the jungle. > Behind a waterfall they found a dark cave.", "cave"),
        ("Ben is in the kitchen. > He opened the door, and there was the garden.", "garden"),
        ("Smoke rose from the roof. > Lena saw smoke rising from the shop roof.", "street"),
        ("They walked in the hills. > There, at last, lay the sea.", "sea"),
        ("Ben is in the kitchen. > He opened the curtains, and there was the sea.", "kitchen"),
        ("Ben is in the garden. > Pip climbed up the trunk, higher and higher.", "garden"),
        ("Ben is in the garden. > Grandpa showed him the stars with his telescope.", "garden"),
        ("Ada flew higher and higher, up into the sky.", "sky"),
    ],
)
def test_where_somebody_is_by_what_is_done(reader: Reader, scenes: str, place: str) -> None:
    assert story(reader, scenes).setting == place
