"""Names and jobs that do not tell a woman from a man ("Robin", "the doctor"): they are guessed until a pronoun tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from storyapp.story.plan import CelPlan

from ..drafts import ADULT, CHILD, agrees
from ..names.first_names import EITHER_NAMES, JOBS, NAMES, TITLES
from ..names.narrator import NARRATOR
from ..words.english import EITHER_JOBS, HER_KINDS, HIS_KINDS
from ..words.lexicon import Lexicon

_GUESSED = frozenset((*CHILD.values(), *ADULT.values()))


def given(cel: CelPlan) -> str:
    """The kind of whom an animal's name is the name, else its own: Ellie the elephant has a girl's."""
    kinds = (NAMES[part] for part in cel.id.split("-") if part in NAMES and part not in EITHER_NAMES)
    human = cel.concept in HER_KINDS | HIS_KINDS
    return cel.concept if human else next(kinds, cel.concept)


class Guesses:
    """Knows which figures are only guessed to be a girl or a boy, a woman or a man.

    `told` are the figures of earlier scenes, the latest last; `known` maps those of whom a pronoun has told to it.
    """

    def __init__(self, lexicon: Lexicon, told: Sequence[CelPlan] = (), known: Mapping[str, str] | None = None) -> None:
        self.lexicon, self.told, self.known = lexicon, told, dict(known or {})

    def confirm(self, cel: CelPlan, pronoun: str) -> None:
        """Note that somebody was called "she" or "he": what was a guess is known from here on."""
        if pronoun in CHILD and self.is_open(cel):
            self.known.setdefault(cel.id, pronoun)

    def is_open(self, cel: CelPlan) -> bool:
        """Whether the word for a figure tells neither man nor woman, so that its kind is a guess."""
        if cel.kind != "figure" or cel.who is not None or cel.concept not in _GUESSED or cel.id == NARRATOR:
            return False
        return self.is_name(cel) or self._is_job(cel.id)

    def is_name(self, cel: CelPlan) -> bool:
        """Whether a figure has a name that does not tell it: "Robin", "Astronaut Nova", but not "Anna" or "Mr Hill"."""
        parts = cel.id.split("-")
        if any(part in NAMES and part not in EITHER_NAMES for part in parts):
            return False
        if len(parts) > 1 and parts[0] in TITLES and parts[0] not in JOBS:
            return False
        return parts[-1] in EITHER_NAMES or not self._is_word(parts[-1])

    def is_named(self, cel: CelPlan) -> bool:
        """Whether a figure has a name, whatever it tells."""
        title, _, behind = cel.id.partition("-")
        titled = title in TITLES and behind != "" and not behind.isdigit()  # Doctor Owl
        return cel.who is not None or titled or any(part in NAMES for part in cel.id.split("-")) or self.is_name(cel)

    def corrected(self, pronoun: str, cels: Sequence[CelPlan]) -> CelPlan | None:
        """The only one of some figures who was guessed to be another, as the pronoun says; None if there are none or several."""
        wrong = [cel for cel in cels if not agrees(pronoun, cel.concept) and self.is_open(cel)]
        wrong = [cel for cel in wrong if self.known.get(cel.id, pronoun) == pronoun]
        fits = {cel.id: cel for cel in [cel for cel in wrong if self.is_name(cel)] or wrong}
        if len(fits) != 1:
            return None
        (cel,) = fits.values()
        return replace(cel, concept=(CHILD if cel.concept in CHILD.values() else ADULT)[pronoun])

    def of_earlier(self, pronoun: str) -> CelPlan | None:
        """Whom "she" or "he" means where nobody has been there for a while: the latest of earlier scenes, names first."""
        people = [cel for cel in self.told if cel.who is None and self.lexicon.vocabulary.kind(cel.concept).human]
        fits = [cel for cel in people if agrees(pronoun, cel.concept)]
        named = [cel for cel in fits if self.is_named(cel)]
        return (named or fits)[-1] if fits else self.corrected(pronoun, people)

    def _is_job(self, word: str) -> bool:
        known = word in self.lexicon.known or word.endswith("man")
        return word in EITHER_JOBS or (word in self.lexicon.nouns and not known and word not in NAMES)

    def _is_word(self, word: str) -> bool:
        return word.isdigit() or word in self.lexicon.known or word in self.lexicon.nouns
