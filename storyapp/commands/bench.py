"""`storyapp bench …`: seconds and memory, with machine, threads and number format named."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Annotated, Any

import typer

from storyapp import paths

from .common import make_illustrator, print_table
from .measuring import machine, median, peak_memory
from .options import Device, DeviceOption, JsonOption, subcommands

app = subcommands("Measure speed and memory on this machine.")


@app.command()
def engine(
    count: Annotated[int, typer.Option(min=1, help="Repetitions.")] = 5,
    json: JsonOption = False,
    device: DeviceOption = Device.auto,
) -> None:
    """Seconds of a picture and of its parts."""
    from .engine_bench import measure_engine

    print_table(measure_engine(make_illustrator(device), count), json)


@app.command()
def export(count: Annotated[int, typer.Option(min=1, help="Repetitions.")] = 3, json: JsonOption = False) -> None:
    """Seconds of a PDF."""
    print_table({**machine(), **measure_export(count), "peak_memory_mb": peak_memory()}, json)


@app.command()
def world(count: Annotated[int, typer.Option(min=1, help="Drawings.")] = 200, json: JsonOption = False) -> None:
    """Drawings of the training world a second, at the size that the tokenizer sees, on one core."""
    print_table({**machine(), **measure_world(count)}, json)


@app.command()
def desk(count: Annotated[int, typer.Option(min=1, help="Keys typed.")] = 50, json: JsonOption = False) -> None:
    """Seconds until the window shows, and of a key typed in a long story."""
    from .desk_bench import measure_desk

    print_table({**machine(), **measure_desk(count), "peak_memory_mb": peak_memory()}, json)


@app.command()
def heartbeat(count: Annotated[int, typer.Option(min=1, help="Scenes.")] = 4, json: JsonOption = False) -> None:
    """How long the window is blocked while scenes are illustrated, and frames a second while dragging."""
    from .heartbeat import measure_heartbeat

    print_table({**machine(), **measure_heartbeat(count), "peak_memory_mb": peak_memory()}, json)


def measure_export(count: int) -> dict[str, Any]:
    """A book of eight pages with plain pictures."""
    from PIL import Image

    from storyapp.export.layout import Book, Page
    from storyapp.export.pdf import export_pdf
    from storyapp.story.model import Illustration
    from storyapp.story.plan import ScenePlan

    picture = Illustration("a", ScenePlan(), (), (), {}, "cartoon", 1, "")
    book = Book("Bench", "", "en", tuple(Page(f"Page {i}", "Words. " * 40, picture, "plain") for i in range(8)))
    plain = Image.new("RGB", (1536, 1536), "#cde")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "bench.pdf"
        seconds = median(lambda _: list(export_pdf(book, target, paths.resources(), lambda _: plain)), count)
    return {"pages": len(book.pages), "picture_pixels": plain.width, "pdf_p50_s": round(seconds, 3)}


def measure_world(count: int) -> dict[str, Any]:
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
    return {"pixels": drawing.CODED_SIZE["figure"], **found}
