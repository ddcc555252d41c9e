"""The engine behind its one interface, on a tiny random model: what must hold whatever the weights are."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
import torch
from PIL import Image

from storyapp.engine import illustrator
from storyapp.engine.device import Backend
from storyapp.engine.illustrator import StoryIllustrator
from storyapp.engine.painter import Step
from storyapp.stage.compose import compose_painted
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.cels import portrait_request
from storyapp.story.codes import CodeGrid, CodeLock, agreement
from storyapp.story.errors import (
    DeviceError,
    EmptyStoryError,
    ModelDamagedError,
    ModelMissingError,
    PictureError,
    TextTooLongError,
)
from storyapp.story.model import Character, Style, Variant
from storyapp.story.plan import BACKDROP
from storyapp.story.request import CelRequest, Options, Painted, PaintRequest, Picture, Progress

Result = TypeVar("Result")
TEXT = "The fox ran through the forest with a kite."
FEW = Options(steps=3)


def saved_png(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGBA", (width, height), (10, 200, 30, 255)).save(file, "PNG")
    return file.getvalue()


def result(steps: Iterator[Progress[Result]]) -> Result:
    *_, last = steps
    assert last.result is not None
    return last.result


def request(text: str = TEXT, **more: Any) -> PaintRequest:
    return PaintRequest(text, "cartoon", 5, **{"options": FEW, **more})


@pytest.fixture(scope="module")
def painted(engine: StoryIllustrator) -> Painted:
    return result(engine.illustrate(request()))


def codes(one: Painted, cel: str) -> Any:
    variant = one.illustration.shown(cel)
    assert variant is not None and variant.codes is not None
    return variant.codes


def test_a_picture_has_every_part_of_its_plan(painted: Painted) -> None:
    picture = painted.illustration
    wanted = {BACKDROP, *(cel.id for cel in picture.plan.cels)}
    assert {"fox", "kite"} < wanted
    assert set(picture.chosen) == set(painted.cels) == wanted
    assert painted.cels[BACKDROP].mode == "RGB"
    assert (painted.cels["fox"].width, painted.cels["fox"].mode) == (512, "RGBA")
    assert painted.cels["kite"].width == 256


def test_previews_come_on_the_way_where_painting_takes_long(
    engine: StoryIllustrator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(illustrator, "PREVIEW_AFTER", 0.0)
    steps = list(engine.illustrate(request(options=Options(steps=6))))
    assert sum(one.preview is not None for one in steps) >= 2
    assert [one.step for one in steps if one.of > 1] == sorted(one.step for one in steps if one.of > 1)


def test_equal_requests_give_equal_codes_and_another_seed_others(engine: StoryIllustrator, painted: Painted) -> None:
    again = result(engine.illustrate(request()))
    assert codes(again, "fox") == codes(painted, "fox")
    assert again.cels["fox"].data == painted.cels["fox"].data
    other = result(engine.illustrate(replace(request(), seed=6)))
    assert codes(other, "fox") != codes(painted, "fox")


def test_kept_cels_are_not_painted_again(engine: StoryIllustrator, painted: Painted) -> None:
    fox = painted.illustration.shown("fox")
    assert fox is not None
    again = result(engine.illustrate(replace(request(), seed=9, keep={"fox": fox})))
    assert codes(again, "fox") == codes(painted, "fox")
    assert codes(again, BACKDROP) != codes(painted, BACKDROP)


def test_locked_cells_keep_their_codes(engine: StoryIllustrator, painted: Painted) -> None:
    grid = codes(painted, "fox")
    lock = CodeLock(grid, frozenset(cell for cell in grid.cells() if cell[0] < 8))
    again = result(engine.illustrate(replace(request(), seed=9, locks={"fox": lock})))
    assert not lock.violations(replace(codes(again, "fox"), bottom=grid.bottom))
    assert codes(again, "fox") != grid


def test_a_whole_lock_paints_nothing(engine: StoryIllustrator, painted: Painted) -> None:
    lock = CodeLock.whole(codes(painted, "fox"))
    again = result(engine.illustrate(replace(request(), seed=9, locks={"fox": lock})))
    assert codes(again, "fox").top == lock.grid.top


def test_a_locked_portrait_changes_what_is_painted(engine: StoryIllustrator, painted: Painted) -> None:
    hero = Character("h", "Pip", concept="fox", looks={"top_colour": "red"})
    portrait = result(engine.paint([portrait_request(hero, "cartoon", 3, FEW)]))[0].variant
    locked = replace(hero, portraits=(portrait,), chosen=portrait.id, locked=True)
    text = "Pip ran through the forest."
    free = result(engine.illustrate(request(text, cast=(replace(locked, locked=False),))))
    tied = result(engine.illustrate(request(text, cast=(locked,))))
    cel = next(one.id for one in tied.illustration.plan.cels if one.who == "h")
    assert codes(free, cel) != codes(tied, cel)


def test_a_cel_is_the_same_alone_and_in_company(engine: StoryIllustrator) -> None:
    one = CelRequest("fox", "figure", "fox, running", "cartoon", 4, options=FEW)
    other = CelRequest("bear", "figure", "bear, sitting", "cartoon", 4, options=FEW)
    alone = result(engine.paint([one]))[0].variant.codes
    together = result(engine.paint([other, one]))[1].variant.codes
    assert alone is not None and together is not None
    # Sums of another batch size may round otherwise; nearly every code must agree all the same.
    assert agreement(alone, together) > 0.9


def test_the_same_cels_look_different_in_another_style(
    painted: Painted, vocabulary: Vocabulary, styles: dict[str, Style]
) -> None:
    ink, clay = (
        compose_painted(
            replace(painted, illustration=replace(painted.illustration, style=style)), styles, vocabulary, (96, 96)
        )
        for style in ("ink", "clay")
    )
    assert ink.tobytes() != clay.tobytes()


def test_a_backdrop_grows_around_its_old_cells(engine: StoryIllustrator, painted: Painted) -> None:
    old = codes(painted, BACKDROP)
    asked = CelRequest(BACKDROP, "backdrop", "forest, day, clear", "cartoon", 1, options=FEW)
    wide = result(engine.extend(old, 16, 24, asked)).variant.codes
    assert wide is not None and (wide.rows, wide.columns) == (16, 24)
    assert [wide.cell((row, column + 4)) for row, column in old.cells()] == [old.cell(cell) for cell in old.cells()]


def test_a_character_as_drawn_is_the_drawing_itself(engine: StoryIllustrator) -> None:
    drawing = Variant("v", "Pip", "", "cartoon", 0, None, drawing=saved_png(512, 512))
    hero = Character("h", "Pip", portraits=(drawing,), chosen="v", locked=True, as_drawn=True)
    shown = result(engine.illustrate(request("Pip ran through the forest.", cast=(hero,))))
    cel = next(one.id for one in shown.illustration.plan.cels if one.who == "h")
    assert shown.cels[cel].data[:4] == bytes((10, 200, 30, 255))


@pytest.mark.parametrize("data", [None, b"", b"no picture", saved_png(5000, 1), saved_png(64, 64)[:60]])
def test_a_damaged_drawing_is_told(engine: StoryIllustrator, data: bytes | None) -> None:
    with pytest.raises(PictureError, match="damaged"):
        engine.picture_of(Variant("v", "Pip", "", "cartoon", 0, None, drawing=data))


def test_an_imported_picture_comes_back_with_its_distance(engine: StoryIllustrator) -> None:
    image = Image.new("RGBA", (300, 400))
    image.paste((200, 40, 40, 255), (100, 50, 200, 390))
    encoded = engine.encode(Picture(300, 400, "RGBA", image.tobytes()), "figure")
    assert (encoded.codes.rows, encoded.codes.columns) == (16, 16)
    assert encoded.codes.bottom
    assert encoded.decoded.width == 512
    assert 0 < encoded.error <= 1
    assert Image.open(io.BytesIO(encoded.drawing)).size == (512, 512)


def test_search_ranks_all_candidates(engine: StoryIllustrator, painted: Painted) -> None:
    found = engine.search("fox", {"a": [codes(painted, "fox")], "b": [codes(painted, BACKDROP)]})
    assert {one.key for one in found} == {"a", "b"}
    assert found[0].score >= found[1].score


@pytest.mark.parametrize(("words", "error"), [("  … ", EmptyStoryError), ("fox " * 6000, TextTooLongError)])
def test_what_cannot_be_illustrated_is_told(engine: StoryIllustrator, words: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        list(engine.illustrate(request(words)))


def test_nothing_is_loaded_before_it_is_needed(tiny_model: Path, vocabulary: Any, styles: Any) -> None:
    fresh = StoryIllustrator(tiny_model, vocabulary, styles, "cpu")
    assert not fresh.status().loaded
    fresh.read(TEXT, ())
    assert not fresh.status().loaded
    result(fresh.load())
    status = fresh.status()
    assert status.loaded and status.device == "cpu" and status.threads > 0


def test_two_windows_load_the_model_once(tiny_model: Path, vocabulary: Any, styles: Any) -> None:
    engine = StoryIllustrator(tiny_model, vocabulary, styles, "cpu")
    first, second = engine.load(), engine.load()
    next(first), next(second)  # both have found it missing
    result(first)
    painter = engine.painter
    assert result(second).loaded and engine.painter is painter


@pytest.mark.parametrize("name", ["tokenizer.safetensors", "prior.json", "reader.safetensors"])
def test_a_missing_or_damaged_file_is_told_in_words(
    name: str, tiny_model: Path, tmp_path: Path, vocabulary: Any, styles: Any
) -> None:
    for file in tiny_model.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    broken = StoryIllustrator(tmp_path, vocabulary, styles, "cpu")
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:40])
    with pytest.raises(ModelDamagedError):
        list(broken.load())
    (tmp_path / name).unlink()
    with pytest.raises(ModelMissingError):
        list(broken.load())


class FullCard:
    """A painter on a device whose memory is full."""

    def __init__(self, device: str, error: Exception) -> None:
        self.backend = Backend(torch.device(device), torch.float32)
        self.error = error

    def paint(self, requests: Sequence[CelRequest]) -> Iterator[Step]:
        raise self.error
        yield


FULL = (
    ("cuda", torch.OutOfMemoryError("CUDA out of memory.")),
    ("mps", RuntimeError("MPS backend out of memory (MPS allocated: 18.13 GB, max allowed: 18.13 GB).")),
)


@pytest.mark.parametrize(("device", "error"), FULL)
def test_what_a_full_graphics_card_cannot_paint_the_processor_does(
    device: str, error: Exception, tiny_model: Path, tmp_path: Path, vocabulary: Any, styles: Any, monkeypatch: Any
) -> None:
    engine = StoryIllustrator(tiny_model, vocabulary, styles, "cpu", cache=tmp_path)  # the number format is kept there
    asked = CelRequest("fox", "figure", "fox", "cartoon", 1, options=Options(steps=6))
    (expected,) = result(engine.paint([asked]))
    monkeypatch.setattr(engine.networks, "_painter", FullCard(device, error))
    (painted,) = result(engine.paint([asked]))
    assert painted.variant.codes == expected.variant.codes
    assert engine.status().device == "cpu" and "ran out of memory" in engine.status().notice


def test_a_place_that_a_full_graphics_card_cannot_extend_is_extended_on_the_processor(
    tiny_model: Path, tmp_path: Path, vocabulary: Any, styles: Any, monkeypatch: Any
) -> None:
    engine = StoryIllustrator(tiny_model, vocabulary, styles, "cpu", cache=tmp_path)
    asked = CelRequest("backdrop", "backdrop", "forest", "cartoon", 1, options=Options(steps=2))
    (place,) = result(engine.paint([asked]))
    monkeypatch.setattr(engine.networks, "_painter", FullCard(*FULL[0]))
    wide = result(engine.extend(place.variant.codes, 16, 24, asked))
    assert wide.variant.codes.columns == 24 and engine.status().device == "cpu"


def test_a_full_processor_is_told(tiny_model: Path, vocabulary: Any, styles: Any, monkeypatch: Any) -> None:
    engine = StoryIllustrator(tiny_model, vocabulary, styles, "cpu")
    list(engine.load())
    with pytest.raises(RuntimeError) as full:
        torch.empty(10**15)
    monkeypatch.setattr(engine.networks, "_painter", FullCard("cpu", full.value))
    asked = [CelRequest("fox", "figure", "fox", "cartoon", 1)]
    with pytest.raises(DeviceError, match="close other programs"):
        result(engine.paint(asked))
    monkeypatch.setattr(engine.networks, "_painter", FullCard("cpu", RuntimeError("shapes differ")))
    with pytest.raises(RuntimeError, match="shapes differ"):  # another fault is told as what it is
        result(engine.paint(asked))


def test_codes_of_another_model_are_refused(engine: StoryIllustrator, painted: Painted) -> None:
    fox = codes(painted, "fox")
    for alien in (
        replace(fox, top=(400,) * 512),
        replace(fox, bottom=(400,) * 1024),
        CodeGrid("backdrop", 255, 255, 2, (0,) * (2 * 255 * 255)),
    ):
        with pytest.raises(ModelDamagedError, match="another model"):
            engine.decode(alien)
