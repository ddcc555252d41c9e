"""Whom a pronoun means: somebody of this sentence, of those before it, of the cast, or the one who tells the story."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from storyapp.story.model import Character
from storyapp.story.plan import CelPlan

from .absence import is_only_addressed
from .company import AS_BEFORE, Company
from .drafts import ADULT, CHILD, Draft, Sentence, agrees, brought, figure_of, is_named_thing, slug
from .english import BODY, CLAUSES, COUNTS, DETERMINERS, EITHER_KINDS, HER_KINDS, HIS_KINDS, PREPOSITIONS
from .lexicon import Lexicon
from .mentions import Mention
from .narrator import Narrator, is_spoken
from .owners import owner_meant
from .who_is_who import is_joined, starts_clause

_CLAUSE_BEGINS = re.compile(r"[,;:]|\b(?:and|but|so|when|while|as|then|until|because|that)\b")
_EACH = re.compile(r" (?:\w+ )?(all|both)\b")  # "they all", "they were both"
_OBJECTS = ("him", "her")
_SUBJECTS = ("he", "she", "he's", "she's", "he'd", "she'd", "he'll", "she'll")
# What follows "her" where it is an object: "hugged her tightly", not "her hand", "her two friends".
_NO_NOUN = (PREPOSITIONS | DETERMINERS | CLAUSES) - {"past", *COUNTS} | frozenset(
    "if again very too home away goodbye goodnight tightly gently".split()
)
# Behind these a pronoun may be the one who does it: "she looked behind her".
_ONESELF = frozenset("behind around round about over above before after under beneath near ahead inside".split())
_ABOUT = ("about", "for", "of", "without", "like", "than")  # who is only talked of
_THINGS = ("things", "nouns", "settings", "accessories")
_SOMETHING = frozenset(("something", "somebody", "someone", "nothing", "nobody", "everything", "what"))
_TOUCHES = re.compile(
    r"\b(?:hold|held|tak(?:e|ing)|took|grab|grabb(?:ed|ing)|squeez(?:e|ing)|strok(?:e|ing)|pat|patt(?:ed|ing)|kiss|kissing|shook|shak(?:e|ing))"
    r"(?:s|es|d|ed|ing)? $",
    re.IGNORECASE,
)


class PronounReader:
    """Finds whom pronouns mean, sentence by sentence of one scene; `named` is who was named in the one that is read."""

    def __init__(
        self, lexicon: Lexicon, cast: Sequence[Character], narrator: Narrator, before: Sequence[CelPlan] = ()
    ) -> None:
        self.lexicon, self.cast, self.narrator = lexicon, cast, narrator
        self.company = Company(lexicon, cast, before)
        self.named: list[tuple[Mention, str]] = []
        self.met: set[str] = set()  # whom this scene has told of
        self.called: dict[str, str] = {}  # figures that she or he was said of in this scene
        self.either: dict[str, str] = {}  # figures whose word does not tell a man from a woman
        self.told: dict[str, str] = {}  # the kinds of figures, by what is told of them later

    def kind(self, key: str, guessed: str) -> str:
        """The kind of a figure, as far as it is known."""
        return self.told.get(key) or self.either.get(key) or guessed

    def remember(self, mention: Mention, key: str) -> None:
        """A figure was named in the sentence that is read."""
        self.named.append((mention, key))
        self.met.add(key)
        if mention.category == "pronouns" and mention.name in CHILD:
            self.called.setdefault(key, mention.name)

    def settle(self, drafts: Sequence[Draft]) -> None:
        """What is told of somebody later is true of all drafts."""
        for draft in drafts:
            for key, kind in self.told.items():
                if key in draft.cels:
                    draft.cels[key] = replace(draft.cels[key], concept=kind)

    def enter(self, sentence: Sentence, draft: Draft, mention: Mention, around: Sequence[CelPlan]) -> CelPlan | None:
        """The figure that a pronoun means, brought into the draft."""
        word = sentence.words[mention.first].text
        around = [replace(cel, concept=self.kind(cel.id, cel.concept)) for cel in around]
        if mention.name in ("my", "our"):
            return self._narrator(sentence, draft, mention, around)
        if mention.name.startswith("all") or mention.name == "their":
            return self._several(sentence, draft, mention, around)
        other = self._is_other(sentence, mention)
        apart = self._subjects(sentence, mention) if other else set()
        here = [cel for cel in draft.figures if self._may_mean(mention.name, cel) and cel.id not in apart]
        here = [cel for cel in here if not is_only_addressed(sentence.text, cel.spans, mention.span)]
        if here and not apart and word in ("his", "her"):
            here = [cel for cel in here if cel.spans] or here  # not one who was only "him" there
        person = self._beside_animal(sentence, draft, mention, (*here, *around))
        if person is not None:
            return person
        if here:
            return here[-1]
        return self._of_before(sentence, draft, mention, around, apart, other)

    def _of_before(
        self,
        sentence: Sentence,
        draft: Draft,
        mention: Mention,
        around: Sequence[CelPlan],
        apart: set[str],
        other: bool,
    ) -> CelPlan | None:
        """Somebody of a sentence or scene before, or who was only named as an owner; else one of the cast, or a child."""
        pronoun, doer = mention.name, sentence.words[mention.first].text in _SUBJECTS
        before = [cel for cel in around if self._may_mean(pronoun, cel) and cel.id not in apart]
        before = [cel for cel in before if not is_only_addressed(sentence.text, cel.spans, mention.span)]
        near = [cel for cel in before if cel.id in self.met]
        people = [cel for cel in before if cel.concept in HER_KINDS | HIS_KINDS]
        if pronoun in CHILD and not near and (doer if people else not other):
            either = self._either(draft, pronoun, around, apart)
            if either is not None:
                return either
        if before and not (pronoun == "its" and draft.cels):
            nearest = near or before
            alike = [cel for cel in nearest if cel in people] if doer or not near else []
            return brought(draft, (alike or nearest)[-1])  # she is the witch rather than her cat
        return self._unmentioned(sentence, draft, mention, around, other)

    def _either(
        self, draft: Draft, pronoun: str, around: Sequence[CelPlan], apart: set[str]
    ) -> CelPlan | None:  # fmt: skip
        """Somebody whose word tells neither man nor woman: the knight, the doctor."""
        for cel in reversed((*around, *draft.figures)):
            if cel.concept in EITHER_KINDS and cel.id in self.met and cel.id not in apart:
                return brought(draft, cel)
        unsettled = [key for key in self.either if key not in apart and key not in self.told]
        return self._settled(draft, unsettled[-1], pronoun, around) if unsettled else None

    def _unmentioned(
        self, sentence: Sentence, draft: Draft, mention: Mention, around: Sequence[CelPlan], other: bool
    ) -> CelPlan | None:
        """Somebody of whom nothing was told yet but what is theirs, or nothing at all."""
        pronoun, said = mention.name, sentence.text[: mention.span[0]]
        alone = not (draft.cels if pronoun == "its" else draft.figures)
        owner = owner_meant(said, pronoun, self.cast, self.lexicon) if alone else None
        if owner is not None:
            return draft.cels.setdefault(owner.id, owner)
        if is_spoken(sentence.text, mention.span[0]) or any(map(is_named_thing, draft.cels.values())):
            return None  # or "she" is the parrot Coco
        if sentence.words[mention.first].text in _SUBJECTS:
            return self._called_else(draft, pronoun, around) or self._somebody(draft, pronoun)
        before = sentence.words[mention.first - 1].text if mention.first else ""
        there = other and draft.figures and not mention.absent and before not in _ABOUT
        return self._person_of_cast(draft, pronoun) if there else None

    def _called_else(self, draft: Draft, pronoun: str, around: Sequence[CelPlan]) -> CelPlan | None:
        """Where no one else can be meant: the animal that the scene has called "he" may be "she" as well."""
        fits = [cel for cel in (*around, *draft.figures) if agrees(pronoun, cel.concept) and cel.id in self.called]
        return brought(draft, fits[-1]) if fits and not self._people_of_cast(pronoun) else None

    def _may_mean(self, pronoun: str, cel: CelPlan) -> bool:
        """Whether a pronoun may mean a figure: not she whom the scene calls he."""
        called = self.called.get(cel.id, pronoun) if pronoun in CHILD else pronoun
        return agrees(pronoun, cel.concept) and called == pronoun

    def _beside_animal(
        self, sentence: Sentence, draft: Draft, mention: Mention, others: Sequence[CelPlan]
    ) -> CelPlan | None:
        """The girl of the cast in "she showed him her room", where only an animal or a robot was there, which is he."""
        if mention.name not in CHILD or any(cel.concept in HER_KINDS | HIS_KINDS for cel in others):
            return None
        both = {one.name for one in sentence.mentions if one.category == "pronouns"} >= CHILD.keys()
        free = any(self._may_mean(mention.name, cel) for cel in others)
        return self._person_of_cast(draft, mention.name) if both and free else None

    def _people_of_cast(self, pronoun: str) -> list[Character]:
        return [one for one in self.cast if one.concept in (HER_KINDS if pronoun == "her" else HIS_KINDS)]

    def _person_of_cast(self, draft: Draft, pronoun: str) -> CelPlan | None:
        """The only person of the cast that she or he may be."""
        people = self._people_of_cast(pronoun)
        if len(people) != 1:
            return None
        return draft.cels.setdefault(slug(people[0].name), figure_of(people[0]))

    def _settled(self, draft: Draft, key: str, pronoun: str, around: Sequence[CelPlan]) -> CelPlan | None:
        """The doctor who is called "she" is a woman."""
        cel = draft.cels.get(key) or next((one for one in around if one.id == key), None)
        if cel is None or cel.who is not None:
            return None
        kind = (CHILD if cel.concept in CHILD.values() else ADULT)[pronoun]
        self.told[key] = kind
        if key in draft.cels:
            draft.cels[key] = replace(cel, concept=kind)
            return draft.cels[key]
        return brought(draft, replace(cel, concept=kind))

    def _somebody(self, draft: Draft, pronoun: str) -> CelPlan:
        """She or he of whom nothing was told: one of the cast, people first, or a girl or a boy."""
        unlike = {"her": "his", "his": "her"}[pronoun]
        fits = [one for one in self.cast if agrees(pronoun, one.concept) and slug(one.name) not in draft.cels]
        people = [one for one in fits if not agrees(unlike, one.concept)]
        for one in (*people, *fits):
            return draft.cels.setdefault(slug(one.name), figure_of(one))
        kind = CHILD[pronoun]
        return draft.cels.setdefault(kind, CelPlan(kind, "figure", kind))

    # Who does it, and to whom

    def _is_other(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether a pronoun means somebody else than who does it: "hugged him", "held her hand", but not "behind him"."""
        words, at = sentence.words, mention.first
        word = words[at].text
        before = words[at - 1].text if at else ""
        after = words[at + 1].text if at + 1 < len(words) else ""
        stop = sentence.text[mention.span[1] : mention.span[1] + 1] not in (" ", "")
        if word in ("her", "his") and not stop and after in BODY:
            return _TOUCHES.search(sentence.text[: mention.span[0]]) is not None and self._is_by_name()
        if word not in _OBJECTS or before in _ONESELF:
            return False
        if word == "her" and after and not stop and after not in _NO_NOUN:
            return False
        if not self.named or self.named[-1][1] not in self._subjects(sentence, mention):
            return not self.named  # "the girl saw the fox run past her"
        first = self.named[-1][0].last + 1
        between = {one.text for one in words[first:at]}
        things = any(one.category in _THINGS for one in sentence.mentions if first <= one.first and one.last < at)
        return not between & _SOMETHING and not (things and before in PREPOSITIONS)  # "she took the hat with her"

    def _is_by_name(self) -> bool:
        return bool(self.named) and self.named[-1][0].category != "pronouns"

    def _subjects(self, sentence: Sentence, mention: Mention) -> set[str]:
        """Who does what the clause of a mention tells."""
        found: list[str] = []
        end: int | None = None
        joined = True
        for one, key in self.named:
            if one.span[0] >= mention.span[0]:
                break
            gap = sentence.text[end : one.span[0]] if end is not None else ""
            if end is not None and starts_clause(gap):
                found, joined = [], True
            elif end is not None:
                joined = joined and is_joined(gap)
            if not found or joined:
                found.append(key)
            end = one.span[1]
        return set(found)

    def _several(
        self, sentence: Sentence, draft: Draft, mention: Mention, around: Sequence[CelPlan]
    ) -> CelPlan | None:  # fmt: skip
        """ "They", "all three", "they all": those who are there, of before or of the cast."""
        if mention.name != "their":  # "all:3", as `all_together` says
            number = mention.name.partition(":")[2]
            besides = self._who_acts(sentence, mention)
            return self.company.all_of_them(draft, int(number) if number.isdigit() else None, around, besides)
        each = _EACH.match(sentence.text, mention.span[1])
        if sentence.words[mention.first].text in ("they", "them") and each:
            besides = self._who_acts(sentence, mention)
            return self.company.all_of_them(draft, 2 if each[1] == "both" else None, around, besides)
        self.company.they(draft, around)
        they = sentence.words[mention.first].text == "they" and not mention.absent
        if they and len(draft.figures) == 1 and len(self.cast) < AS_BEFORE and mention.first == 0:  # they are not one
            self.company.bring_cast(draft)
        return self.company.together(draft.figures, draft)

    def _who_acts(self, sentence: Sentence, mention: Mention) -> int:
        """How many do something to those whom a mention means: "Mum kissed all three"."""
        named = [one for one, _ in self.named if one.span[1] <= mention.span[0]]
        gap = sentence.text[named[-1].span[1] : mention.span[0]] if named else ""
        acts = re.search(r"\w", gap) is not None and not _CLAUSE_BEGINS.search(gap)
        return len(self._subjects(sentence, mention)) if acts else 0

    # The one who tells it

    def _narrator(
        self, sentence: Sentence, draft: Draft, mention: Mention, around: Sequence[CelPlan]
    ) -> CelPlan | None:
        """ "I" is who tells the story, "we" those with them; in what somebody says it is the speaker, who is named there."""
        if is_spoken(sentence.text, mention.span[0]):
            return None
        cel = self.narrator.enter(draft, around)
        if mention.name == "our":
            return self.company.they(draft, [one for one in around if one.id != cel.id])
        return cel
