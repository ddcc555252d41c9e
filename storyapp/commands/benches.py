"""`storyapp bench …`: seconds and memory, with machine, threads and number format named."""

from __future__ import annotations

import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from storyapp.engine.illustrator import StoryIllustrator

SCENE = "Mia the fox ran through the forest at night with a knight, and there was a lantern."
SIDE = 2048  # of the matrices that are multiplied


def engine(illustrator: StoryIllustrator, count: int, as_json: bool) -> None:
    """One picture with two characters and a thing: whole, and a redo of one cel."""
    began = time.perf_counter()
    for _ in illustrator.load():
        pass
    loading = time.perf_counter() - began
    parts, product, status = _seconds_of_parts(illustrator, count), _seconds_of_product(), illustrator.status()
    report(
        {
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
        },
        as_json,
    )


def _seconds_of_parts(illustrator: StoryIllustrator, count: int) -> dict[str, float]:
    """Reading, encoding, decoding, composing, one cel again, and all of a picture."""
    from storyapp.stage.compose import compose_painted
    from storyapp.story.request import CelRequest, Painted, PaintRequest, Picture

    def picture(seed: int) -> Painted:
        *_, last = illustrator.illustrate(PaintRequest(SCENE, "cartoon", seed))
        assert last.result is not None
        put_together(last.result)
        return last.result

    def put_together(painted: Painted) -> None:
        compose_painted(painted, illustrator.styles, illustrator.vocabulary, (512, 512))

    def redo(seed: int) -> None:
        for _ in illustrator.paint([CelRequest("fox", "figure", "fox, running, happy", "cartoon", seed)]):
            pass

    painted = picture(0)
    grid = next(illustrator.painter.paint([CelRequest("fox", "figure", "fox", "cartoon", 1)])).grids[0]
    blank = Picture(256, 256, "RGBA", bytes(256 * 256 * 4))
    return {
        "read_s": _median(lambda _: illustrator.read(SCENE, ()), count),
        "encode_s": _median(lambda _: illustrator.painter.encode(blank, "figure"), count),
        "decode_s": _median(lambda _: illustrator.decode(grid), count),
        "compose_s": _median(lambda _: put_together(painted), count),
        "redo_p50_s": _median(redo, count),
        "picture_p50_s": _median(picture, count),
    }


def _seconds_of_product() -> float:
    """A product of two matrices, against which machines of other speeds can be compared."""
    import torch

    left = torch.randn(SIDE, SIDE, dtype=torch.bfloat16)
    return _median(lambda _: left @ left, 5)


def export(count: int, as_json: bool) -> None:
    """A book of eight pages with plain pictures."""
    from PIL import Image

    from storyapp import paths
    from storyapp.export.layout import Book, Page
    from storyapp.export.pdf import export_pdf
    from storyapp.story.model import Illustration
    from storyapp.story.plan import ScenePlan

    picture = Illustration("a", ScenePlan(), (), (), {}, "cartoon", 1, "")
    book = Book("Bench", "", "en", tuple(Page(f"Page {i}", "Words. " * 40, picture, "plain") for i in range(8)))
    plain = Image.new("RGB", (1536, 1536), "#cde")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "bench.pdf"
        seconds = _median(lambda _: list(export_pdf(book, target, paths.resources(), lambda _: plain)), count)
    size = {"pages": len(book.pages), "picture_pixels": plain.width}
    report({**machine(), **size, "pdf_p50_s": round(seconds, 3), "peak_memory_mb": peak_memory()}, as_json)


def desk(count: int, as_json: bool) -> None:
    """The program's start, and a story of 300 scenes: opened, typed into, scrolled through."""
    from .desk_bench import measure_desk

    report({**machine(), **measure_desk(count), "peak_memory_mb": peak_memory()}, as_json)


def heartbeat(count: int, as_json: bool) -> None:
    """How long the window is held while pictures are made, and the pictures a second of a drag."""
    from .heartbeat import measure_heartbeat

    report({**machine(), **measure_heartbeat(count), "peak_memory_mb": peak_memory()}, as_json)


def world(count: int, as_json: bool) -> None:
    """Drawings a second of figures and backdrops."""
    import random

    from storyapp.training.world import drawing

    found: dict[str, Any] = {}
    for frame in ("figure", "backdrop"):
        rng = random.Random(1)
        specs = [drawing.sample(frame, rng) for _ in range(count)]
        began = time.perf_counter()
        for spec in specs:
            drawing.draw(spec, drawing.CODED_SIZE)
        found[f"{frame}s_a_second"] = round(count / (time.perf_counter() - began), 1)
    report({**machine(), "pixels": drawing.CODED_SIZE["figure"], **found}, as_json)


def machine() -> dict[str, Any]:
    """What the figures were taken on."""
    return {"machine": platform.processor() or platform.machine(), "cores": os.cpu_count(), "system": platform.system()}


def peak_memory() -> int | None:
    """The most memory that this process ever held, in megabytes, where the system tells."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return largest // (1024 * 1024 if sys.platform == "darwin" else 1024)


def _median(task: Callable[[int], Any], count: int) -> float:
    seconds = []
    for index in range(count + 1):
        began = time.perf_counter()
        task(index)
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds[1:])  # the first warms up


def report(values: dict[str, Any], as_json: bool) -> None:
    """Print figures."""
    if as_json:
        print(json.dumps(values))
        return
    for name, value in values.items():
        print(f"{name:18} {value}")
