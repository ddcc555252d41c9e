"""The interface between desk and engine: requests, results, and the protocol `Illustrator`.

A request holds everything that determines its picture. Long calls are plain generators of `Progress`; the last one
carries the result. Only bytes and integers cross the interface, so a fake without torch can implement it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from .codes import CodeGrid, CodeLock
from .model import USUAL_GUIDANCE, USUAL_STEPS, USUAL_TEMPERATURE, Character, Illustration, Variant
from .plan import Placement, ScenePlan

Result = TypeVar("Result")


@dataclass(frozen=True)
class Picture:
    """Pixels as bytes, row by row from the top; `mode` is "RGB" or "RGBA" (straight alpha).

    Raises:
        ValueError: if `data` has another length.
    """

    width: int
    height: int
    mode: str
    data: bytes

    def __post_init__(self) -> None:
        if len(self.data) != self.width * self.height * len(self.mode):
            raise ValueError(f"{len(self.data)} bytes are not a {self.width}×{self.height} {self.mode} picture")


@dataclass(frozen=True)
class Options:
    """Sampling options. `order` is "confidence" (masked decoding) or "autoregressive" (one 2×2 unit a step, row by row).

    `bottom` adds a second phase that paints bottom codes.
    """

    steps: int = USUAL_STEPS
    temperature: float = USUAL_TEMPERATURE
    guidance: float = USUAL_GUIDANCE
    order: str = "confidence"
    bottom: bool = False


@dataclass(frozen=True)
class PaintRequest:
    """One picture of one scene.

    With `plan` None the text is read; with `placements` None the plan is staged. `keep` has variants by cel id that are
    not repainted, `locks` the locked cells by cel id. `previous` is the plan of the scene before.
    """

    text: str
    style: str
    seed: int
    plan: ScenePlan | None = None
    placements: tuple[Placement, ...] | None = None
    cast: tuple[Character, ...] = ()
    previous: ScenePlan | None = None
    keep: Mapping[str, Variant] = field(default_factory=dict)
    locks: Mapping[str, CodeLock] = field(default_factory=dict)
    place: Variant | None = None  # the backdrop of a locked place
    options: Options = Options()


@dataclass(frozen=True)
class CelRequest:
    """One cel alone: a portrait, a redo with new words, a repainted region, or a variation.

    `frame` is "backdrop", "figure" or "thing". `portraits` are codes that condition the cel: portraits of a figure, or a
    locked place for a backdrop; `strength` (0 … 2) is the guidance on them. `details` are values of plan.DETAILS;
    missing ones are left open. Cells of `lock` keep their codes.
    """

    cel: str
    frame: str
    phrase: str
    style: str
    seed: int
    portraits: tuple[CodeGrid, ...] = ()
    details: Mapping[str, int] = field(default_factory=dict)
    strength: float = 1.0
    lock: CodeLock | None = None
    options: Options = Options()


@dataclass(frozen=True)
class PaintedCel:
    """A painted cel and its picture (RGBA; a backdrop's is RGB)."""

    variant: Variant
    picture: Picture


@dataclass(frozen=True)
class Painted:
    """A finished picture with all its parts, so that it can be composed again without the engine."""

    illustration: Illustration
    cels: Mapping[str, Picture]  # cel id → picture, BACKDROP among them


@dataclass(frozen=True)
class Progress(Generic[Result]):
    """Step `step` of `of`; `what` says what is being done. The last one has the `result`, others may have a `preview`."""

    step: int
    of: int
    what: str = ""
    preview: Picture | None = None
    result: Result | None = None
    forming: Mapping[str, Picture] | None = None  # cel id → preview, while cels are painted alone
    notice: str = ""  # a sentence to show about what did not work as wanted


def result_of(steps: Iterator[Progress[Result]]) -> Result:
    """Run a task to its end and return its result.

    Raises:
        ValueError: if it ends without one.
    """
    result: Result | None = None
    for progress in steps:
        if progress.result is not None:
            result = progress.result
    if result is None:
        raise ValueError("the task ended without a result")
    return result


@dataclass(frozen=True)
class EngineStatus:
    """Whether the engine is loaded, and on which device, in words that can be shown."""

    loaded: bool
    device: str = ""
    dtype: str = ""
    threads: int = 0
    model: str = ""
    notice: str = ""


@dataclass(frozen=True)
class Encoded:
    """An imported picture as codes, with its reconstruction.

    `error` is the mean absolute difference of the two inside the alpha (0 … 1); above 0.1 the model cannot draw the
    picture, and *as drawn* should be offered. `drawing` is the cut-out original, fitted to its frame, as PNG.
    """

    codes: CodeGrid
    decoded: Picture
    drawing: bytes
    error: float


@dataclass(frozen=True)
class Match:
    """One hit of a search: a key given by the caller and a similarity (−1 … 1)."""

    key: str
    score: float


class Illustrator(Protocol):
    """Everything that the desk needs of an engine. Calls come from one worker thread."""

    def status(self) -> EngineStatus:
        """Say what is loaded, where; never loads anything and may be called from any thread."""
        ...

    def load(self) -> Iterator[Progress[EngineStatus]]:
        """Load the model; returns at once when it is loaded."""
        ...

    def read(self, text: str, cast: Sequence[Character], previous: ScenePlan | None = None) -> ScenePlan:
        """Make a plan of a scene's words."""
        ...

    def illustrate(self, request: PaintRequest) -> Iterator[Progress[Painted]]:
        """Read, stage and paint one picture."""
        ...

    def paint(self, requests: Sequence[CelRequest]) -> Iterator[Progress[tuple[PaintedCel, ...]]]:
        """Paint cels alone, all as one batch a frame size."""
        ...

    def decode(self, codes: CodeGrid) -> Picture:
        """The flat picture of stored codes, without any style; equal codes give equal pictures."""
        ...

    def picture_of(self, variant: Variant) -> Picture:
        """The flat picture of a stored variant: its drawing as it is, or its codes decoded."""
        ...

    def encode(self, picture: Picture, frame: str) -> Encoded:
        """Turn an imported picture into codes."""
        ...

    def extend(self, codes: CodeGrid, rows: int, columns: int, request: CelRequest) -> Iterator[Progress[PaintedCel]]:
        """A wider or taller backdrop around locked cells."""
        ...

    def search(self, words: str, candidates: Mapping[str, Sequence[CodeGrid]]) -> list[Match]:
        """Rank pictures (key → codes of their cels) by how well they show `words`."""
        ...
