"""Words that somebody writes for one cel of a picture: what it is painted from, and what changes in the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from storyapp.stage.chinese.chinese_phrases import phrase_from_chinese
from storyapp.stage.looks import colour_and_rest, figure_words
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story import replanning
from storyapp.story.book import Looks
from storyapp.story.casting import request_in
from storyapp.story.model import Illustration, Scene, Story
from storyapp.story.phrases import SAID_OF, attributes_said
from storyapp.story.plan import BACKDROP, COLOUR, ScenePlan

from ..painting.repainting import Replan


@dataclass(frozen=True)
class Understood:
    """What own words come to: the painter's words (None: the plan's), and the correction of the plan, if there is one."""

    phrase: str | None
    replan: Replan | None


@dataclass(frozen=True)
class OwnWords:
    """Understands words for one cel of a scene's picture."""

    story: Story
    scene: Scene
    picture: Illustration
    cel: str
    vocabulary: Vocabulary
    look: Looks

    def understood(self, words: str | None) -> Understood:
        """Words as the painter knows them; empty ones are the plan's again, and None are no words at all."""
        if words and all(one.id != self.cel for one in self.picture.plan.cels if one.kind == "figure"):
            words = phrase_from_chinese(words, self.vocabulary)  # a figure's may tell of skin and hair, too
        colour, words = self._coloured(words)
        words, body = self._of_a_figure(words)
        replan = self._correction(words, body) if words is not None else None
        if colour is not None:
            replan = _in_colour(replan, self.cel, colour)
        return Understood(words, replan)

    def _coloured(self, words: str | None) -> tuple[str | None, str | None]:
        """The colour that words for a thing tell anew (None: that which it has), and the words without it."""
        plan = next((one for one in self.picture.plan.cels if one.id == self.cel and one.kind == "thing"), None)
        if plan is None or not words:
            return None, words
        colour, rest = colour_and_rest(words, self.vocabulary)
        return (colour if colour != plan.attributes.get(COLOUR, "") else None), rest or plan.concept

    def _of_a_figure(self, words: str | None) -> tuple[str | None, dict[str, str]]:
        """Own words as the painter's, and what they say of skin, hair and build."""
        one = next((one for one in self.picture.plan.cels if one.id == self.cel and one.kind == "figure"), None)
        if not words or one is None:
            return (self.vocabulary.own_words(words) if words else words), {}
        return figure_words(words, self._usual_phrase(), self.vocabulary, self.look)

    def _usual_phrase(self) -> str:
        """What the cel is painted from where nobody wrote own words for it."""
        plain = replanning.with_words(self.picture.plan, self.cel, "")
        return request_in(self.story, self.scene, plain, self.cel, self.picture.seed).phrase

    def _correction(self, own: str, body: Mapping[str, str]) -> Replan | None:
        """What makes own words a correction that stays, or takes it back; None where they say nothing new.

        Of a place what they name stays: setting, time and weather.
        """
        shown, cel = self.picture.shown(self.cel), self.cel
        if cel == BACKDROP:
            known = {name: self.vocabulary.names(f"{name}s") for name in SAID_OF[BACKDROP]}
            said = attributes_said(own, BACKDROP, known)
            return (lambda plan: replanning.correct_places(plan, said)) if said else None
        if all(one.id != cel for one in self.picture.plan.cels) or (shown and own == shown.phrase and not body):
            return None
        kept = "" if own == self._usual_phrase() else own

        def changed(plan: ScenePlan) -> ScenePlan:
            for name, value in body.items():
                plan = replanning.correct_cel(plan, cel, name, value)
            return replanning.with_words(plan, cel, kept)

        return changed


def _in_colour(replan: Replan | None, cel: str, colour: str) -> Replan:
    """What makes the plan as `replan` does, and gives a thing a colour."""
    return lambda plan: replanning.colour_cel(replan(plan) if replan else plan, cel, colour)
