"""The little words of Chinese around those that `chinese_finder` finds: not, and, in, with; and how many."""

from __future__ import annotations

import re

# What stands between the beginning of a clause and a word, and ends right before the word.
_DENYING = "不(?:再|太|是|会|用|要|很|那么)*|没有?|(?<!特)(?<!分)别"  # but 特别 and 分别 deny nothing
NOT = re.compile(rf"(?:{_DENYING})(?:一[点只个])?$")
TALKED = re.compile(r"(?:梦见|梦到|想起|想念|想到|想着|讲)[^，,；;给]*$")  # dreamed, thought or told of: not there
JOINING = re.compile(r"(?:和|跟|与|同|、|还有|以及)[^，,；;：:]{0,8}$")  # "and": who comes acts with those before
AT = re.compile(r"[在到进][^在到进]{0,4}$")  # at, to or into a place
RIDING = re.compile(r"[骑坐乘][着上了]?[^，,在着]{0,4}$")
WORN = re.compile(r"[戴穿系披背围][^，,]*$")
_MEASURE = r"(?:只|个|条|匹|头|位|名|朵|颗|本|把|棵|块|片|辆|艘|群|座|盏|对|张|顶)"
_COUNT = re.compile(rf"(?:([两二三四五六七八九十几2-9]){_MEASURE}|(许多|很多|好多|一群|一对))[^，,、；;和跟]{{0,4}}$")
_NUMBERS = {2: "两 二 2 一对", 3: "三 几 3", 4: "四 4 许多 很多 好多 一群"}  # all others are five

# What stands anywhere.
PAUSE = re.compile(r"[，,；;：:]")
IS_SO = re.compile(
    "(?:[也都又很]|全部|原来)*(?:是|变成了?|变|涂成了?|染成了?|画成了?)"
)  # between a thing and its colour
OBJECT = re.compile(r"[看见着给对把向追找叫被在从往用跟坐骑乘]|[遇碰]到")  # whom it is done to stands behind these

# What stands right behind a word.
SO = re.compile("色?[的了]?(?=[，,。！!？?；;、”」]|$)|色")  # behind a colour that is told of what stands before
_WHERE = re.compile(r"的?([上里中旁边下后])")
_RELATIONS = {"上": "on", "里": "in", "中": "in"}  # all others are beside


def count(text: str, start: int, end: int) -> int:
    """How many are meant by the number between two places, the second that of the word; one if there is none."""
    match = _COUNT.search(text, start, end)
    if match is None:
        return 1
    return next((number for number, words in _NUMBERS.items() if (match[1] or match[2]) in words.split()), 5)


def where(text: str, end: int) -> str | None:
    """Whether somebody is on, in or beside the thing whose word ends there; None where that is not said."""
    match = _WHERE.match(text, end)
    return _RELATIONS.get(match[1], "beside") if match else None
