"""Writes `vocabulary.json`: all that staging and reading need to know of what the world can draw."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ..language.synonyms import Words, all_tables
from . import concepts
from .backdrops import WATER, lines
from .figures import render_figure
from .looks import hair_tones, skin_tones
from .palette import Colour
from .spec import BackdropSpec, FigureSpec
from .things import load_things, render_thing

# Heights in metres, storybook-like: a mouse can stand beside a bear.
SIZES = {
    "girl": 1.2, "boy": 1.2, "woman": 1.6, "man": 1.7, "grandmother": 1.5, "grandfather": 1.6, "baby": 0.8,
    "knight": 1.7, "princess": 1.4, "witch": 1.6, "pirate": 1.6, "teacher": 1.6, "fox": 1.1, "rabbit": 1.0,
    "bear": 1.7, "cat": 1.0, "dog": 1.1, "mouse": 0.8, "lion": 1.5, "panda": 1.5, "frog": 0.8, "pig": 1.1,
    "elephant": 1.8, "monkey": 1.1, "owl": 0.9, "penguin": 1.0, "wolf": 1.3, "squirrel": 0.9, "hedgehog": 0.8, "tiger": 1.5,
    "crocodile": 1.5, "turtle": 0.9, "duck": 0.9, "dragon": 1.8, "robot": 1.4, "ghost": 1.2,
    "unicorn": 1.6, "fairy": 0.9, "hen": 0.8, "sheep": 1.1, "cow": 1.5, "alien": 1.2, "monster": 1.6,
}  # fmt: skip
SUPPORTS = {"flying": "air", "falling": "air", "swimming": "water", "sleeping": "lying"}
CHINESE = {
    "left of": "左边", "right of": "右边", "in front of": "前面", "behind": "后面", "held by": "拿着", "on": "上面",
    "in": "里面", "beside": "旁边", "front": "正面", "right": "朝右", "left": "朝左", "cartoon": "卡通",
    "watercolour": "水彩", "clay": "黏土", "ink": "钢笔", "crayon": "蜡笔", "cutout": "剪纸",
}  # fmt: skip


def build_vocabulary() -> dict[str, list[dict[str, Any]]]:
    """The whole vocabulary as plain values."""
    tables = all_tables()
    found = {key: [_words(table[name]) for name in table] for key, table in tables.items()}
    for entry in found["kinds"]:
        kind = entry["name"]
        entry.update(
            size=SIZES[kind], human=kind in concepts.HUMANS, skin=_hex(skin_tones(kind)), hair=_hex(hair_tones(kind))
        )
    for entry in found["settings"]:
        ground = lines(BackdropSpec(entry["name"]))
        indoor = entry["name"] in concepts.INDOORS
        entry.update(indoor=indoor, ground=round(ground.ground, 3), water=ground.water)
        if entry["name"] not in WATER:
            entry["water"] = None
    for entry in found["poses"]:
        entry.update(support=SUPPORTS.get(entry["name"], "ground"), anchors=_anchors(entry["name"]))
    found["things"] = [_thing(name) for name in load_things()]
    for key, names in (
        ("styles", concepts.STYLES),
        ("relations", concepts.RELATIONS),
        ("facings", (*concepts.FACINGS, "left")),
    ):
        found[key] = [{"name": name, "name_zh": CHINESE[name]} for name in names]
    return found


def write_vocabulary(path: Path) -> None:
    """Write vocabulary.json."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(build_vocabulary(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _hex(tones: Sequence[Colour]) -> list[str]:
    return ["#{:02x}{:02x}{:02x}".format(*tone) for tone in tones]


def _words(words: Words) -> dict[str, Any]:
    return {
        "name": words.name,
        "name_zh": words.zh,
        "synonyms_en": list(words.training),
        "heldout_en": list(words.held_out),
    }


def _anchors(pose: str) -> dict[str, dict[str, list[float]]]:
    found = {}
    for facing in concepts.FACINGS:
        _, anchors = render_figure(FigureSpec("girl", pose=pose, facing=facing), 64)
        found[facing] = {
            part: [round(float(value), 3) for value in getattr(anchors, part)]
            for part in ("face", "head", "left_hand", "right_hand", "left_foot", "right_foot", "grip")
        }
    return found


def _thing(name: str) -> dict[str, Any]:
    entry = load_things()[name]
    rows, columns = np.nonzero(render_thing(name, 128)[..., 3] > 30)
    box = [columns.min() / 128, rows.min() / 128, (columns.max() + 1) / 128, (rows.max() + 1) / 128]
    used = {"use": entry.use} if entry.use else {}
    return {
        "name": name,
        "name_zh": "",
        "synonyms_en": list(entry.synonyms),
        "heldout_en": list(entry.held_out),
        "size": entry.size,
        "support": entry.support,
        "holdable": entry.holdable,
        "seat": entry.seat,
        "mouth": entry.mouth,
        "box": [round(float(value), 3) for value in box],
        **used,
        **({"middle": entry.middle} if entry.middle != 0.5 else {}),
        **({"most": entry.most} if entry.most is not None else {}),
    }
