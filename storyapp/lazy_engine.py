"""The engine, imported on the worker thread with the first picture, so that the window need not wait for torch.

A thread that imports lets the window live on, but for what keeps the interpreter's lock: opening torch's libraries
(half a second), and every full collection of garbage among the hundred thousands of objects that are made (a third
of a second, six times). The first is done here without the lock, the second not at all.
"""

from __future__ import annotations

import ctypes
import gc
import importlib.util
import os
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import GeneratorType
from typing import TYPE_CHECKING, Any

from storyapp import paths
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.model import Style
from storyapp.story.request import EngineStatus

if TYPE_CHECKING:
    from storyapp.engine.illustrator import StoryIllustrator


class LazyIllustrator:
    """Stands for the engine and makes it when something is asked of it; see `story.request.Illustrator`.

    The worker threads of all windows may ask: they take turns, of long work step by step.
    """

    def __init__(self, vocabulary: Vocabulary, styles: Mapping[str, Style]) -> None:
        self._vocabulary, self._styles = vocabulary, styles
        self._engine: StoryIllustrator | None = None
        self._turn = threading.RLock()

    @property
    def engine(self) -> StoryIllustrator:
        """The real engine."""
        with self._turn:
            if self._engine is None:
                self._engine = self._imported()
            return self._engine

    def _imported(self) -> StoryIllustrator:
        open_torch()
        with no_collections():
            from storyapp.engine.illustrator import StoryIllustrator
            from storyapp.engine.text import import_bert

            import_bert()
        return StoryIllustrator(paths.model(), self._vocabulary, self._styles, cache=paths.cache())

    def status(self) -> EngineStatus:
        """What is loaded; never imports anything."""
        return EngineStatus(loaded=False) if self._engine is None else self._engine.status()

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.engine, name)
        return self._in_turn(found) if callable(found) else found

    def _in_turn(self, do: Callable[..., Any]) -> Callable[..., Any]:
        def done(*given: Any, **named: Any) -> Any:
            with self._turn:
                result = do(*given, **named)
            return self._stepwise(result) if isinstance(result, GeneratorType) else result

        return done

    def _stepwise(self, steps: Generator[Any, None, None]) -> Iterator[Any]:
        """The same steps, between which others have their turn; who stops early ends them in a turn, too."""
        over = object()
        try:
            while True:
                with self._turn:
                    step = next(steps, over)
                if step is over:
                    return
                yield step
        finally:
            with self._turn:
                steps.close()


def open_torch() -> bool:
    """Map torch's libraries into memory without the interpreter's lock; whether that could be done.

    Where it cannot, `import torch` opens them itself, a little more noticeably.
    """
    found = importlib.util.find_spec("torch")
    if sys.platform == "win32" or found is None or not found.submodule_search_locations:
        return False
    folder = Path(found.submodule_search_locations[0]) / "lib"
    ending = ".dylib" if sys.platform == "darwin" else ".so"
    # In the order and for whom torch opens them. `ctypes.CDLL(path)` would keep the lock; what it calls does not.
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.argtypes, dlopen.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
    dlopen(os.fsencode(folder / f"libtorch_global_deps{ending}"), os.RTLD_NOW | os.RTLD_GLOBAL)
    return dlopen(os.fsencode(folder / f"libtorch_python{ending}"), os.RTLD_NOW | os.RTLD_LOCAL) is not None


@contextmanager
def no_collections() -> Iterator[None]:
    """Collect no garbage meanwhile, and never look for any among what is there at the end: modules stay."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
