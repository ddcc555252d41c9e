"""What people say of looks, in the painter's words."""

from __future__ import annotations

import pytest

from storyapp.stage.chinese.chinese_phrases import phrase_from_chinese, phrase_in_chinese
from storyapp.stage.looks import colour_and_rest, figure_words, looks_reader
from storyapp.stage.vocabulary import Vocabulary

USUAL = "girl, red shirt, teal trousers, brown hat, holding, happy"


@pytest.mark.parametrize(
    ("words", "phrase", "hair"),
    [
        # What is not told is as it was.
        ("long black hair, a green dress", "girl, green shirt, teal trousers, brown hat, holding, happy", "0"),
        ("sad", "girl, red shirt, teal trousers, brown hat, holding, sad", None),
        ("a green hat", "girl, red shirt, teal trousers, green hat, holding, happy", None),
        ("no hat", "girl, red shirt, teal trousers, nothing worn, holding, happy", None),
        ("a boy with black hair, sitting", "boy, red shirt, teal trousers, brown hat, sitting, happy", "0"),
        ("breathing fire", "girl, breathing fire", None),
        # A phrase of one's own.
        ("bear, scarlet shirt, twirling", "bear, red shirt, dancing", None),
        ("an old king in a blue cloak, asleep", "an old man in a blue cape, sleeping", None),
        ("a dragon breathing fire", "a dragon breathing fire", None),
    ],
)
def test_own_words_for_a_figure(vocabulary: Vocabulary, words: str, phrase: str, hair: str | None) -> None:
    own, found = figure_words(words, USUAL, vocabulary, looks_reader(vocabulary))
    assert (own, found) == (phrase, {"hair": hair} if hair else {})


@pytest.mark.parametrize(
    ("words", "phrase", "body"),
    [
        ("女孩，红色上衣，青色裤子，棕色帽子，拿，高兴", USUAL, {}),  # as it is shown
        ("伤心", "girl, red shirt, teal trousers, brown hat, holding, sad", {}),
        ("戴着绿帽子坐着", "girl, red shirt, teal trousers, green hat, sitting, happy", {}),
        ("黑色的头发", USUAL, {"hair": "0"}),
    ],
)
def test_own_words_for_a_figure_in_chinese(
    vocabulary: Vocabulary, words: str, phrase: str, body: dict[str, str]
) -> None:
    assert figure_words(words, USUAL, vocabulary, looks_reader(vocabulary)) == (phrase, body)


@pytest.mark.parametrize(
    ("phrase", "chinese"),
    [
        ("beach, day, clear", "海滩，白天，晴"),
        ("red ball", "红色球"),
        ("gold crown", "金色王冠"),
        (USUAL, "女孩，红色上衣，青色裤子，棕色帽子，拿，高兴"),
        ("fox, nothing worn, sitting, from the side", "狐狸，不佩戴，坐，侧面"),
        ("a zorb, happy", "a zorb，高兴"),
    ],
)
def test_phrases_are_shown_in_chinese_and_understood_again(vocabulary: Vocabulary, phrase: str, chinese: str) -> None:
    assert phrase_in_chinese(phrase, vocabulary) == chinese
    assert phrase_from_chinese(chinese, vocabulary) == phrase


def test_sentences_in_chinese_are_phrases_and_english_stays(vocabulary: Vocabulary) -> None:
    assert phrase_from_chinese("夜晚的森林，下雪", vocabulary) == "night forest, snow"
    assert phrase_from_chinese("beach; at night", vocabulary) == "beach; at night"
    assert phrase_from_chinese("嗯嗯", vocabulary) == "嗯嗯"


def test_words_for_who_has_a_portrait_tell_looks_only_where_these_are_told(vocabulary: Vocabulary) -> None:
    look = looks_reader(vocabulary)
    assert figure_words("sad", "girl, holding, happy", vocabulary, look) == ("girl, holding, sad", {})
    told, _ = figure_words("a green hat", "girl, holding, happy", vocabulary, look)
    assert told == "girl, green hat, holding, happy"


@pytest.mark.parametrize(
    ("words", "colour", "rest"),
    [("yellow", "yellow", ""), ("a balloon, red", "red", "balloon"), ("orange", "", "orange"), ("car", "", "car")],
)
def test_a_colour_alone_is_one(vocabulary: Vocabulary, words: str, colour: str, rest: str) -> None:
    assert colour_and_rest(words, vocabulary) == (colour, rest)


@pytest.mark.parametrize(
    ("description", "concept", "looks"),
    [
        (
            "一只小狐狸，穿着蓝色的上衣，戴着黄色的围巾",
            "fox",
            {"top_colour": "blue", "accessory": "scarf", "accessory_colour": "yellow"},
        ),
        ("戴着红色小帽子的大灰狼", "wolf", {"accessory": "hat", "accessory_colour": "red"}),
        ("老奶奶，紫色毛衣，灰色裙子", "grandmother", {"top_colour": "purple", "bottom_colour": "grey"}),
        ("穿粉色裙子的小公主", "princess", {"top_colour": "pink"}),
        ("一个穿绿上衣和棕色裤子的男孩", "boy", {"top_colour": "green", "bottom_colour": "brown"}),
        ("他戴眼镜，背着书包", None, {"accessory": "glasses", "accessory_colour": "black"}),
        ("一只胖胖的熊", "bear", {"build": "2"}),
        ("一个快乐的女孩", "girl", {}),
        ("a fox in a red shirt, 小橙", "fox", {"top_colour": "red"}),
    ],
)
def test_a_description_in_chinese_tells_kind_and_clothes(
    vocabulary: Vocabulary, description: str, concept: str | None, looks: dict[str, str]
) -> None:
    assert looks_reader(vocabulary)(description) == (concept, looks)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("一个金色头发的女孩", "a girl with golden hair"),
        ("黑色长发的公主", "a princess with black hair"),
        ("一只白色的小兔", "a white rabbit"),
        ("棕色皮肤的男孩", "a boy with brown skin"),
        ("一只灰色的猫，穿红色的衣服", "a grey cat in a red shirt"),
    ],
)
def test_hair_skin_and_fur_are_told_alike_in_chinese_and_english(
    vocabulary: Vocabulary, chinese: str, english: str
) -> None:
    look = looks_reader(vocabulary)
    assert look(chinese) == look(english)


@pytest.mark.parametrize(
    ("description", "concept"),
    [
        ("a giant with a long orange beard", "man"),
        ("a tall grey heron with round glasses", "duck"),
        ("A firefighter, who is never afraid", "teacher"),
        ("an old, grumpy troll", "monster"),
        ("a white pony", "cow"),
        ("a giant girl", "girl"),
        ("a dwarf rabbit with long ears", "rabbit"),
        ("a boy on a pony", "boy"),
        ("holding a bird", None),
        ("tall, with a lamb", None),
    ],
)
def test_who_is_in_no_vocabulary_is_the_nearest_figure(
    vocabulary: Vocabulary, description: str, concept: str | None
) -> None:
    assert looks_reader(vocabulary)(description)[0] == concept
