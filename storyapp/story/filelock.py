"""A file lock that the operating system releases when its holder dies.

The lock is taken on a small file beside the locked one (`kite.story-lock`), never on the file itself: on
POSIX, closing any handle of a SQLite file drops the locks that SQLite holds on it in this process. A lock
file left behind by a killed process is not locked, so it never blocks anybody.
"""

from __future__ import annotations

import errno
import logging
import os
import sys
from pathlib import Path

logger = logging.getLogger(__name__)

_TRIES = 20
_HELD = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(handle: int) -> None:
        # flock rather than lockf: it also excludes a second opener in the same process.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """An exclusive lock for one file, held by at most one object on this machine."""

    def __init__(self, path: Path) -> None:
        self.lock_path = path.with_name(path.name + "-lock")
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._handle is not None

    def acquire(self) -> bool:
        """Try to take the lock without waiting; returns whether it is held now.

        Raises:
            OSError: if the lock file cannot be made, because the folder cannot be written.
        """
        for _ in range(_TRIES):
            if self.held:
                return True
            handle = os.open(self.lock_path, os.O_RDWR | os.O_CREAT, 0o666)
            try:
                _try_lock(handle)
            except OSError as error:
                if error.errno in _HELD:
                    os.close(handle)
                    return False
                # Some network shares support no locks; SQLite's own still protect the file there.
                logger.warning("no lock on %s: %s", self.lock_path, error)
            if self._is_current(handle):
                self._handle = handle
                return True
            os.close(handle)  # its last holder removed the file between our opening and locking it
        return False

    def release(self) -> None:
        """Release the lock and remove its file."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        # On POSIX remove the file while holding the lock, so that no new holder's file is removed; on Windows after.
        if sys.platform != "win32":
            self._remove()
        os.close(handle)
        if sys.platform == "win32":
            self._remove()

    def _is_current(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), os.stat(self.lock_path))
        except FileNotFoundError:
            return False

    def _remove(self) -> None:
        try:
            self.lock_path.unlink(missing_ok=True)
        except OSError as error:
            logger.debug("the lock file %s stays: %s", self.lock_path, error)
