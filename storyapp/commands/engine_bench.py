"""`storyapp bench engine`: seconds of a picture and of its parts."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from storyapp.story.request import result_of

from .measuring import machine, median, peak_memory

if TYPE_CHECKING:
    from storyapp.engine.illustrator import StoryIllustrator

SCENE = "Mia the fox ran through the forest at night with a knight, and there was a lantern."
SIDE = 2048  # of the matrices that are multiplied


def measure_engine(illustrator: StoryIllustrator, count: int) -> dict[str, Any]:
    """Median seconds of a picture with two characters and a thing and of its parts, with machine and number format."""
    began = time.perf_counter()
    result_of(illustrator.load())
    loading = time.perf_counter() - began
    parts, product, status = _seconds_of_parts(illustrator, count), _seconds_of_product(), illustrator.status()
    return {
        **machine(),
        "device": status.device,
        "dtype": status.dtype,
        "threads": status.threads,
        "matmul_tflops": round(2 * SIDE**3 / product / 1e12, 3),
        "load_s": round(loading, 2),
        **{name: round(seconds, 4) for name, seconds in parts.items()},
        "picture_in_matmuls": round(parts["picture_p50_s"] / product, 1),
        "encode_in_matmuls": round(parts["encode_s"] / product, 2),
        "decode_in_matmuls": round(parts["decode_s"] / product, 2),
        "peak_memory_mb": peak_memory(),
    }


def _seconds_of_parts(illustrator: StoryIllustrator, count: int) -> dict[str, float]:
    """Median seconds of reading, encoding, decoding, composing, repainting one cel, and painting a whole picture."""
    from storyapp.stage.compose import compose_painted
    from storyapp.story.request import CelRequest, Painted, PaintRequest, Picture

    def picture(seed: int) -> Painted:
        painted = result_of(illustrator.illustrate(PaintRequest(SCENE, "cartoon", seed)))
        compose(painted)
        return painted

    def compose(painted: Painted) -> None:
        compose_painted(painted, illustrator.styles, illustrator.vocabulary, (512, 512))

    def redo(seed: int) -> None:
        result_of(illustrator.paint([CelRequest("fox", "figure", "fox, running, happy", "cartoon", seed)]))

    painted = picture(0)
    grid = next(illustrator.painter.paint([CelRequest("fox", "figure", "fox", "cartoon", 1)])).grids[0]
    blank = Picture(256, 256, "RGBA", bytes(256 * 256 * 4))
    return {
        "read_s": median(lambda _: illustrator.read(SCENE, ()), count),
        "encode_s": median(lambda _: illustrator.painter.encode(blank, "figure"), count),
        "decode_s": median(lambda _: illustrator.decode(grid), count),
        "compose_s": median(lambda _: compose(painted), count),
        "redo_p50_s": median(redo, count),
        "picture_p50_s": median(picture, count),
    }


def _seconds_of_product() -> float:
    """Median seconds of a bf16 matrix product, a unit for comparing machines of different speed."""
    import torch

    left = torch.randn(SIDE, SIDE, dtype=torch.bfloat16)
    return median(lambda _: left @ left, 5)
