"""The networks of one model folder, loaded on first use, and the backend they run on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import torch

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.request import EngineStatus, Progress

from .device import Backend, choose_backend
from .painter import Painter
from .pairing import Pairing
from .reading.reader import Reader
from .text import TextEncoder

MODEL_ID = "storybook-3"


class Networks:
    """Reader, painter and dual encoder. The reader can be used before the others are loaded."""

    def __init__(self, folder: Path, vocabulary: Vocabulary, device: str = "auto", cache: Path | None = None) -> None:
        self.folder, self.vocabulary = folder, vocabulary
        self.wanted_device = device
        self.measured = cache / "device.json" if cache else None  # where `choose_backend` keeps its measurement
        self._painter: Painter | None = None
        self._pairing: Pairing | None = None
        self._reader: Reader | None = None
        self._notice = ""
        self._loading = threading.Lock()

    def status(self) -> EngineStatus:
        """What is loaded, and on which backend; loads nothing."""
        painter = self._painter
        if painter is None:
            return EngineStatus(loaded=False, model=MODEL_ID, notice=self._notice)
        backend = painter.backend
        dtype = str(backend.dtype).removeprefix("torch.")
        return EngineStatus(True, str(backend.device), dtype, torch.get_num_threads(), MODEL_ID, self._notice)

    def load(self) -> Iterator[Progress[EngineStatus]]:
        """Load all networks; finishes at once if they are loaded already.

        Raises:
            ModelError: if a model file is missing or damaged.
            DeviceError: if the wanted device is not available.
        """
        if self._painter is None:
            yield Progress(0, 1, "loading the picture model")
            if self._painter is None:  # another window may have loaded it since
                self._load(choose_backend(self.wanted_device, self.measured))
        yield Progress(1, 1, "ready", result=self.status())

    def move_to_cpu(self) -> None:
        """Reload the painter on the CPU after the graphics card ran out of memory; `status` says so from now on."""
        self._notice = "The graphics card ran out of memory; pictures are painted on the processor now."
        self._load(choose_backend("cpu", self.measured))

    def _load(self, backend: Backend) -> None:
        reader = self.reader
        with self._loading:
            self._pairing = Pairing.load(self.folder, reader.text)
            self._painter = Painter.load(self.folder, reader.text, backend)

    @property
    def reader(self) -> Reader:
        """The reader, loaded on first use; it needs no weights of the picture model."""
        with self._loading:
            if self._reader is None:
                self._reader = Reader.load(self.folder, self.vocabulary, TextEncoder())
            return self._reader

    @property
    def painter(self) -> Painter:
        """The painter, loaded on first use together with all other networks."""
        for _ in self.load():
            pass
        assert self._painter is not None
        return self._painter

    @property
    def pairing(self) -> Pairing:
        """The dual encoder, loaded with the painter."""
        assert self.painter and self._pairing is not None
        return self._pairing
