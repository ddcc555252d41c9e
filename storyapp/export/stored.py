"""Composes the stored pictures of a story for its book, at any size."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PIL import Image

from storyapp.stage.compose import compose_painted
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.edits import aspect_of
from storyapp.story.model import Illustration, Style, Variant
from storyapp.story.request import Painted, Picture

from .making import ComposeAt

PictureOf = Callable[[Variant], Picture]  # as an illustrator's `picture_of`


def composer(picture_of: PictureOf, vocabulary: Vocabulary, styles: Mapping[str, Style]) -> ComposeAt:
    """A function that composes stored pictures; `picture_of` is not called before its first call."""
    return lambda illustration, side: compose_stored(illustration, side, picture_of, vocabulary, styles)


def compose_stored(
    illustration: Illustration, side: int, picture_of: PictureOf, vocabulary: Vocabulary, styles: Mapping[str, Style]
) -> Image.Image:
    """A stored picture, composed with a longer side of `side` pixels."""
    aspect = aspect_of(illustration)
    shape = (round(side * min(1.0, aspect)), round(side / max(1.0, aspect)))
    shown = [variant for cel in illustration.chosen if (variant := illustration.shown(cel))]
    painted = Painted(illustration, {variant.cel: picture_of(variant) for variant in shown})
    return compose_painted(painted, styles, vocabulary, shape)
