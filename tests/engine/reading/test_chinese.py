"""Scenes in Chinese: who, what and where is read from the tables, and what is not understood is told."""

from __future__ import annotations

from typing import Any

import pytest

from storyapp.engine.reading.drafts import slug
from storyapp.engine.reading.reader import Reader
from storyapp.engine.reading.words.english import GROUPS
from storyapp.stage.chinese.chinese_finder import chinese_words, is_chinese
from storyapp.stage.chinese.word_table import WORDS
from storyapp.story.model import Character
from storyapp.story.plan import Relation

from .plans import figures, things

MING = Character("a", "小明", concept="boy")
HONG = Character("b", "小红", ("红红",), concept="girl")
FOX = Character("c", "皮皮", concept="fox")


def test_every_concept_of_the_tables_can_be_drawn(vocabulary: Any) -> None:
    for category, name in chinese_words(vocabulary).values():
        if category in vocabulary.entries:
            assert name in vocabulary.names(category), (category, name)
        elif category == "groups":
            assert name in GROUPS
        else:
            assert category in WORDS
    assert len(set(name for category, name in chinese_words(vocabulary).values() if category == "things")) > 150


@pytest.mark.parametrize(
    ("text", "chinese"), [("小狐狸跑了。", True), ("Pip 在森林里跑。", True), ("A fox, 狐狸.", False), ("123", False)]
)
def test_chinese_is_known_by_its_letters(text: str, chinese: bool) -> None:
    assert is_chinese(text) is chinese


@pytest.mark.parametrize(
    ("text", "surroundings", "who", "what"),
    [
        (
            "小狐狸和熊在森林里烤面包。月亮很圆,星星也来了。",
            ("forest", "night", "clear"),
            ["bear", "fox"],
            ["bread"],
        ),
        ("傍晚，爷爷在海边放风筝。", ("beach", "sunset", "clear"), ["grandfather"], ["kite"]),
        ("晚上下雪了，三只企鹅在雪地里跳。", ("snowfield", "night", "snow"), ["penguin"] * 3, []),
        ("雨停了，一群孩子在操场上奔跑。", ("playground", "day", "clear"), ["boy", "girl"], []),
        ("熊猫和猫头鹰在山洞里吃苹果。", ("cave", "day", "clear"), ["owl", "panda"], ["apple"]),
        ("小兔子没有胡萝卜，很难过。", (None, "day", "clear"), ["rabbit"], []),
        ("女孩梦见一条龙。", (None, "day", "clear"), ["girl"], []),
        ("小熊马上回答：“外面有恐龙！”", (None, "day", "clear"), ["bear"], []),
        ("男孩的妈妈在厨房里。", ("kitchen", "day", "clear"), ["woman"], []),
        ("小熊和熊妈妈坐着。", (None, "day", "clear"), ["bear", "bear"], []),
        ("两只小猫在床上睡着了。", ("bedroom", "day", "clear"), ["cat", "cat"], ["bed"]),
    ],
)
def test_who_and_what_is_where(
    reader: Reader, text: str, surroundings: tuple[str | None, str, str], who: list[str], what: list[str]
) -> None:
    plan = reader.read(text, ())
    assert (plan.setting, plan.time, plan.weather) == surroundings
    assert (figures(plan), things(plan)) == (who, what)


@pytest.mark.parametrize(
    ("text", "cel", "name", "value"),
    [
        ("小狐狸跑了。", "fox", "pose", "running"),
        ("骑士和龙在跳舞。", "knight", "pose", "dancing"),
        ("骑士和龙在跳舞。", "dragon", "pose", "dancing"),
        ("爷爷在看书，奶奶睡着了。", "grandmother", "pose", "sleeping"),
        ("森林里坐着一只熊。", "bear", "pose", "sitting"),
        ("伤心的兔子走来了。", "rabbit", "expression", "sad"),
        ("猫看见伤心的兔子，笑了。", "rabbit", "expression", "sad"),
        ("猫看见伤心的兔子，笑了。", "cat", "expression", "happy"),
        ("小狗不高兴。", "dog", "expression", "sad"),
        ("小狗不害怕。", "dog", "expression", "calm"),
        ("小狗特别高兴。", "dog", "expression", "happy"),
        ("兔子躲起来。它很害怕。", "rabbit", "expression", "scared"),
        ("小女孩戴着红色的帽子。", "girl", "accessory_colour", "red"),
        ("穿着蓝裙子的公主在散步。", "princess", "top_colour", "blue"),
    ],
)
def test_poses_and_feelings(reader: Reader, text: str, cel: str, name: str, value: str) -> None:
    assert reader.read(text, ()).cel(cel).attributes[name] == value


def test_what_a_thing_does_nobody_does(reader: Reader) -> None:
    pond = reader.read("小鸭子在池塘里游来游去，青蛙坐在荷花上。", ())
    assert pond.cel("frog").attributes["pose"] == "sitting"
    plan = reader.read("小明的气球飞走了，他伤心地哭了。", (MING,))
    assert plan.cel("小明").attributes == {"expression": "sad"}
    assert things(plan) == ["balloon"]


@pytest.mark.parametrize(
    ("text", "cel", "relation"),
    [
        ("小女孩拿着三个气球。", "balloon", Relation("held by", "girl")),
        ("妈妈抱着一个大苹果。", "apple", Relation("held by", "woman")),
        ("熊坐在椅子上。", "bear", Relation("on", "chair")),
        ("船上站着一个海盗。", "pirate", Relation("in", "sailboat")),
        ("公主骑着白马来到城堡。", "princess", Relation("on", "horse")),
        ("兔子坐在树下。", "tree", Relation("beside", "rabbit")),
        ("狐狸和熊坐在小船上。", "fox", Relation("in", "sailboat")),
        ("狐狸和熊坐在小船上。", "bear", Relation("in", "sailboat")),
        ("小猫站在椅子旁边，小狗坐在椅子上。", "cat", None),
    ],
)
def test_relations(reader: Reader, text: str, cel: str, relation: Relation | None) -> None:
    assert reader.read(text, ()).cel(cel).relation == relation


def test_the_cast_is_known_by_name_and_by_kind(reader: Reader) -> None:
    plan = reader.read("小明和红红在花园里跳舞，狐狸睡着了。", (MING, HONG, FOX))
    assert [(cel.id, cel.who) for cel in plan.cels] == [("小明", "a"), ("小红", "b"), ("皮皮", "c")]
    assert [cel.attributes["pose"] for cel in plan.cels] == ["dancing", "dancing", "sleeping"]
    assert slug("小明") != slug("小红")


@pytest.mark.parametrize(
    ("text", "weather", "things"),
    [
        ("小猫堆了一个大雪人。", None, ["snowman"]),
        ("下大雪了，小猫在家里。", "snow", []),
        ("小猫走在大马路上。", None, []),
    ],
)
def test_a_big_thing_is_one_word(reader: Reader, text: str, weather: str | None, things: list[str]) -> None:
    plan = reader.read(text, ())
    assert [cel.concept for cel in plan.cels if cel.kind == "thing"] == things
    assert weather in (None, plan.weather)


def test_a_pronoun_and_the_place_come_from_the_scene_before(reader: Reader) -> None:
    before = reader.read("晚上，小明和小红在海边。", (MING, HONG))
    plan = reader.read("她很累。", (MING, HONG), before)
    assert (plan.setting, plan.time) == ("beach", "night")
    assert [(cel.id, cel.attributes) for cel in plan.cels] == [("小红", {"expression": "sleepy"})]
    both = reader.read("他们跑进森林。", (MING, HONG), before)
    assert [(cel.id, cel.attributes["pose"]) for cel in both.cels] == [("小明", "running"), ("小红", "running")]


def test_spans_are_those_of_the_words(reader: Reader) -> None:
    text = "下雨了。晚上，小狐狸拿着雨伞走进森林。"
    plan = reader.read(text, ())
    assert {name: text[slice(*span)] for name, span in plan.spans.items()} == {
        "weather": "下雨", "time": "晚上", "setting": "森林"
    }  # fmt: skip
    assert [text[slice(*span)] for cel in plan.cels for span in cel.spans] == ["小狐狸", "雨伞"]
    assert plan.moment == (4, len(text))


def test_the_moment_can_be_chosen(reader: Reader) -> None:
    text = "小狐狸跑了。小狐狸和熊在森林里跳舞。"
    assert reader.read(text, ()).cel("fox").attributes["pose"] == "dancing"
    assert reader.read(text, (), moment=(0, 6)).cel("fox").attributes["pose"] == "running"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("道可道，非常道。名可名。", "The model has not learned to draw “"),
        ("Жила-была лиса. В лесу.", "These words are not known: "),
        ("くまがもりでパンをやいています。", "The model has not learned to draw “"),
    ],
)
def test_a_scene_that_is_not_understood_says_so(reader: Reader, text: str, reason: str) -> None:
    plan = reader.read(text, ())
    assert plan.cels == ()
    (told,) = plan.not_drawn
    assert text.startswith(told.words) and text[slice(*told.span)] == told.words
    assert told.reason.startswith(reason)


def test_what_the_vocabulary_lacks_is_told(reader: Reader) -> None:
    plan = reader.read("桌子上有一个蛋糕。", ())
    assert things(plan) == ["cake"]
    assert [one.words for one in plan.not_drawn] == ["桌子"]
