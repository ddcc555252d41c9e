"""The networks of one model folder, each loaded when it is first needed, and where they are."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import torch

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.request import EngineStatus, Progress

from .device import Place, choose_place
from .painter import Painter
from .pairing import Pairing
from .reader import Reader
from .text import TextEncoder

MODEL_ID = "storybook-3"


class Networks:
    """Reader, painter and dual encoder. The reader alone may be asked for while the others are not there yet."""

    def __init__(self, folder: Path, vocabulary: Vocabulary, device: str = "auto", cache: Path | None = None) -> None:
        self.folder, self.vocabulary = folder, vocabulary
        self.wanted_device = device
        self.measured = cache / "device.json" if cache else None  # where `choose_place` keeps what it measured
        self._painter: Painter | None = None
        self._pairing: Pairing | None = None
        self._reader: Reader | None = None
        self._notice = ""
        self._loading = threading.Lock()

    def status(self) -> EngineStatus:
        """Say what is loaded, where."""
        painter = self._painter
        if painter is None:
            return EngineStatus(loaded=False, model=MODEL_ID, notice=self._notice)
        place = painter.place
        dtype = str(place.dtype).removeprefix("torch.")
        return EngineStatus(True, str(place.device), dtype, torch.get_num_threads(), MODEL_ID, self._notice)

    def load(self) -> Iterator[Progress[EngineStatus]]:
        """Load everything; at once when it is loaded.

        Raises:
            ModelError: if it is missing or damaged.
            DeviceError: if the wanted device is not there.
        """
        if self._painter is None:
            yield Progress(0, 1, "loading the picture model")
            self._load(choose_place(self.wanted_device, self.measured))
        yield Progress(1, 1, "ready", result=self.status())

    def move_to_processor(self) -> None:
        """Load the painter anew for the processor, and say so from now on: the graphics card has no room for it."""
        self._notice = "The graphics card ran out of memory; pictures are painted on the processor now."
        self._load(choose_place("cpu", self.measured))

    def _load(self, place: Place) -> None:
        reader = self.reader
        with self._loading:
            self._pairing = Pairing.load(self.folder, reader.text)
            self._painter = Painter.load(self.folder, reader.text, place)

    @property
    def reader(self) -> Reader:
        """The reader, loaded now if it is not yet; it needs none of the picture model's weights."""
        with self._loading:
            if self._reader is None:
                self._reader = Reader.load(self.folder, self.vocabulary, TextEncoder())
            return self._reader

    @property
    def painter(self) -> Painter:
        """The painter, loaded now with all the others if it is not yet."""
        for _ in self.load():
            pass
        assert self._painter is not None
        return self._painter

    @property
    def pairing(self) -> Pairing:
        """The dual encoder, loaded with the painter."""
        assert self.painter and self._pairing is not None
        return self._pairing
