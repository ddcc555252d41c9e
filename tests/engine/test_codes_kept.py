"""Codes through weights on disk and through a story's file: what comes back is what was painted, bit by bit."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import torch
from PIL import Image

from storyapp.engine.checkpoint import load_weights, read_tensors, save_weights
from storyapp.engine.illustrator import StoryIllustrator
from storyapp.engine.quantizer import QuantizerConfig
from storyapp.engine.vqvae import VQVAE, VQVAEConfig
from storyapp.story.codes import CodeGrid
from storyapp.story.model import Character, Story, Variant
from storyapp.story.request import CelRequest, Picture
from storyapp.story.store import StoryFile


def through_file(path: Path, codes: CodeGrid) -> CodeGrid:
    """`codes` as a portrait in a story that is saved and opened again."""
    portrait = Variant("v", "pip", "fox", "cartoon", 1, codes, "model")
    pip = Character("pip", "Pip", portraits=(portrait,), chosen="v", locked=True)
    with StoryFile.create(path, Story("s", "Kite", characters=(pip,))):
        pass
    with StoryFile.open(path) as opened:
        kept = opened.story.character("pip").portrait
    assert kept is not None and kept.codes is not None
    return kept.codes


@pytest.mark.parametrize("with_bottom", [True, False])
@pytest.mark.parametrize(("frame", "rows", "columns"), [("figure", 16, 16), ("thing", 8, 8), ("backdrop", 16, 24)])
def test_any_codes_come_back_from_a_story_as_they_were(
    tmp_path: Path, frame: str, rows: int, columns: int, with_bottom: bool
) -> None:
    rng = random.Random(f"{frame}{with_bottom}")
    top = (0, 65_535, *(rng.randrange(65_536) for _ in range(rows * columns * 2 - 2)))
    bottom = tuple(rng.randrange(65_536) for _ in range(4 * rows * columns)) if with_bottom else ()
    grid = CodeGrid(frame, rows, columns, 2, top, bottom)
    assert through_file(tmp_path / "kite.story", grid) == grid


def test_an_imported_picture_decodes_from_a_story_to_the_same_bytes(engine: StoryIllustrator, tmp_path: Path) -> None:
    image = Image.new("RGBA", (300, 400))
    image.paste((200, 40, 40, 255), (100, 50, 200, 390))
    encoded = engine.encode(Picture(300, 400, "RGBA", image.tobytes()), "figure")
    kept = through_file(tmp_path / "kite.story", encoded.codes)
    assert kept == encoded.codes and kept.bottom
    assert engine.decode(kept).data == encoded.decoded.data


def test_a_painted_cel_decodes_from_a_story_to_the_same_bytes(engine: StoryIllustrator, tmp_path: Path) -> None:
    *_, last = engine.paint([CelRequest("fox", "figure", "fox, standing", "cartoon", 1)])
    assert last.result is not None
    painted = last.result[0]
    assert painted.variant.codes is not None
    kept = through_file(tmp_path / "kite.story", painted.variant.codes)
    assert engine.decode(kept).data == painted.picture.data


def grown(scale: float) -> VQVAE:
    """A tiny tokenizer in evaluation whose encoder gives values as large as trained ones did that overflowed."""
    torch.manual_seed(0)
    quantizers = QuantizerConfig(size=16, depth=2), QuantizerConfig(size=16)
    model = VQVAE(VQVAEConfig(8, 8, 8, 1, 8, 8, 8, (1, 1, 1), *quantizers))
    with torch.no_grad():
        model.encoder.to_top.weight.mul_(scale)
        model.train().quantize(torch.rand(8, 4, 64, 64))
    return model.eval()


def test_large_values_survive_the_file_and_evaluation(tmp_path: Path) -> None:
    """float16 would turn them into infinity and every top code into 0, while training looks healthy."""
    model = grown(1e6)
    assert float(model.top_quantizer.covariance.max()) > 65_504  # type: ignore[operator,union-attr]
    save_weights(tmp_path / "tokenizer.safetensors", model)
    stored = read_tensors(tmp_path / "tokenizer.safetensors")
    assert not any(one.dtype is torch.float16 for one in stored.values())
    again = grown(1.0)
    load_weights(tmp_path / "tokenizer.safetensors", again)
    codes = again.quantize(torch.rand(4, 4, 64, 64))[0].codes
    assert len(codes.unique()) > 8


def test_what_decides_codes_is_stored_in_full(tmp_path: Path) -> None:
    model = grown(1.0)
    save_weights(tmp_path / "tokenizer.safetensors", model)
    stored = read_tensors(tmp_path / "tokenizer.safetensors")
    for name, value in model.state_dict().items():
        if "quantizer" in name:
            assert torch.equal(stored[name], value)
