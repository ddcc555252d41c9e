"""Portraits as jobs: painted, imported, or taken out of a scene."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from storyapp.stage.pixels import check_contrast, read_picture, read_picture_file
from storyapp.story.book import with_looks
from storyapp.story.cels import next_portrait, portrait_request
from storyapp.story.model import Character, Story, Variant, new_id
from storyapp.story.request import Encoded, PaintedCel, Picture, Progress

from ..session import Together
from ..words import filled
from .work import Work

TOO_FAR = 0.1  # difference from which an imported drawing is used as drawn


class Portraits(Work):
    """Work on the portraits of characters."""

    def paint_portrait(
        self, character_id: str, count: int = 1, together: Together | None = None, missing: bool = False
    ) -> None:
        """Paint a portrait, which is locked, or several to choose from, which leave a locked one in its place.

        One that is only `missing` is not painted if there is one when its turn comes: it would take the place of that.
        """
        seed = self.next_seed()

        def task() -> Iterator[Progress[tuple[PaintedCel, ...]]]:
            story = self.session.story
            if all(one.id != character_id for one in story.characters):  # taken out while it waited
                return iter(())
            character = with_looks(story.character(character_id), self.look)
            if missing and character.portrait is not None:
                return iter(())
            if count == 1:
                return self.illustrator.paint([next_portrait(character, story.style, seed, self.options)])
            several = [portrait_request(character, story.style, seed + i, self.options) for i in range(count)]
            return self.illustrator.paint(several)

        name = self.session.story.character(character_id).name
        job = self._submit(filled(self.tr("Portrait of %1"), name), task)
        job.done.connect(lambda painted: self._portrait_painted(character_id, painted, together))

    def _portrait_painted(
        self, character_id: str, painted: tuple[PaintedCel, ...] | None, together: Together | None
    ) -> None:
        for one in painted or ():
            self.keep(one.variant.id, one.picture)
        if painted:
            new = tuple(one.variant for one in painted)
            self.take_portraits(character_id, self.tr("Paint portrait"), new, together=together)

    def take_portraits(
        self,
        character_id: str,
        name: str,
        new: tuple[Variant, ...],
        as_drawn: bool = False,
        together: Together | None = None,
    ) -> None:
        """Give somebody portraits, as one step; the first one is shown and locked.

        Where several are to choose from, one that is locked already stays until another one is chosen.
        """

        def change(story: Story) -> Story:
            if all(one.id != character_id for one in story.characters):
                return story
            character: Character = with_looks(story.character(character_id), self.look)
            more = replace(character, portraits=(*character.portraits, *new))
            if len(new) == 1 or not character.locked or character.portrait is None:
                more = replace(more, chosen=new[0].id, locked=True, as_drawn=as_drawn)
            return story.with_character(more)

        self.session.take_result(name, change, together)

    def import_portrait(self, character_id: str, path: Path) -> None:
        """Make a picture file the portrait of somebody: its codes if the model can draw it, else as drawn."""
        self._read_portrait(character_id, path.name, self.tr("Import portrait"), lambda: read_picture_file(path))

    def cut_portrait(self, character_id: str, cutting: Picture) -> None:
        """Make a part of a scene's picture the portrait of somebody."""
        self._read_portrait(
            character_id, self.tr("cut from a scene"), self.tr("Cut portrait from a scene"), lambda: cutting
        )

    def _read_portrait(self, character_id: str, what: str, name: str, read: Callable[[], Picture]) -> None:
        def task() -> Iterator[Progress[Encoded]]:
            yield Progress(0, 1)
            picture = read()
            check_contrast(picture)
            yield Progress(1, 1, result=self.illustrator.encode(picture, "figure"))

        job = self._submit(self.tr("Reading the picture"), task)
        job.done.connect(lambda encoded: self._portrait_read(character_id, what, name, encoded))

    def _portrait_read(self, character_id: str, what: str, name: str, encoded: Encoded | None) -> None:
        if encoded is None:
            return
        far = encoded.error > TOO_FAR
        alike = max(0.0, 1 - encoded.error / (2 * TOO_FAR))  # less than half: too far
        drawing, style = encoded.drawing or None, self.session.story.style
        variant = Variant(new_id(), what, "", style, 0, encoded.codes, drawing=drawing, likeness=alike)
        self.keep(variant.id, read_picture(encoded.drawing) if drawing else encoded.decoded)
        self.take_portraits(character_id, name, (variant,), as_drawn=far)
        if far:
            self.failed.emit("", self.tr("The model cannot draw this picture well, so it is used as it was drawn."))
