"""What the desk asks of the engine, and what it gets: the seam between the two.

Everything that matters for a picture is in its request. Long calls are plain generators of `Progress`; the
last one carries the result. Only bytes and ints cross the seam, so a fake without torch can stand behind it.
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
    """Pixels without a library: `mode` is "RGB" or "RGBA" (straight alpha), rows from the top."""

    width: int
    height: int
    mode: str
    data: bytes

    def __post_init__(self) -> None:
        if len(self.data) != self.width * self.height * len(self.mode):
            raise ValueError(f"{len(self.data)} bytes are not a {self.width}×{self.height} {self.mode} picture")


@dataclass(frozen=True)
class Options:
    """How to paint. `order` "confidence" is masked decoding, "autoregressive" one cell a step.

    `bottom` paints bottom codes too, in a second phase.
    """

    steps: int = USUAL_STEPS
    temperature: float = USUAL_TEMPERATURE
    guidance: float = USUAL_GUIDANCE
    order: str = "confidence"
    bottom: bool = False


@dataclass(frozen=True)
class PaintRequest:
    """One picture of one scene.

    With `plan` None the text is read; with `placements` None the plan is staged. Cels named in `keep` are
    not painted again; `locks` hold cells of a cel. `previous` is the plan of the scene before.
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
    place: Variant | None = None  # the locked place: a backdrop painted before
    options: Options = Options()


@dataclass(frozen=True)
class CelRequest:
    """One cel alone: a portrait, a redo with new words, a repainted region, or a variation.

    `frame` is "backdrop", "figure" or "thing". `portraits` are locked codes that condition a figure, or a
    place for a backdrop. `details` are choices out of plan.DETAILS; one that is not among them is left open.
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
    """Step `step` of `of`. The last has `result`; earlier ones may have a `preview` of the whole picture."""

    step: int
    of: int
    what: str = ""
    preview: Picture | None = None
    result: Result | None = None
    forming: Mapping[str, Picture] | None = None  # cel id → how it looks so far, while cels are painted alone
    notice: str = ""  # a sentence for the person about what came out otherwise than wanted


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
    """What runs where, in words that can be shown."""

    loaded: bool
    device: str = ""
    dtype: str = ""
    threads: int = 0
    model: str = ""
    notice: str = ""


@dataclass(frozen=True)
class Encoded:
    """An imported picture as codes, how it looks decoded, and how far that is off.

    `error` is the mean absolute difference inside the alpha (0 … 1); above 0.1 the model cannot draw it and
    *as drawn* should be offered. `drawing` is the fitted, cut-out original as PNG.
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
    """Everything the desk needs of an engine. Calls come from one worker thread."""

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
