"""A scene in Chinese → drafts, a sentence at a time; no net is asked."""

from __future__ import annotations

from collections.abc import Sequence

from storyapp.stage.chinese.chinese_finder import ChineseFinder
from storyapp.story.model import Character
from storyapp.story.plan import ScenePlan

from ..drafts import Draft
from ..words.lexicon import Lexicon
from ..words.splitting import sentences
from .sentence import ChineseSentence


class ChineseReader:
    """Makes the drafts of a scene in Chinese."""

    def __init__(self, lexicon: Lexicon, cast: Sequence[Character]) -> None:
        self.lexicon = lexicon
        self.finder = ChineseFinder(lexicon.vocabulary, cast)

    def drafts(self, text: str, before: ScenePlan) -> list[Draft]:
        """A draft a sentence, each knowing who was there before it."""
        drafts: list[Draft] = []
        around = [cel for cel in before.cels if cel.kind == "figure"]
        for span in sentences(text):
            draft = ChineseSentence(self.lexicon, self.finder, text, span, around).read()
            drafts.append(draft)
            around = [cel for cel in around if cel.id not in draft.cels] + draft.figures
        return drafts
