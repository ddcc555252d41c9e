"""Several who are meant by one word: "they", "all three", "both", "everybody", "the children"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from storyapp.stage.vocabulary import word_forms
from storyapp.story.model import Character
from storyapp.story.plan import SIZE, CelPlan

from ..drafts import ADULT, CHILD, MOST_FIGURES, Draft, Sentence, brought, figure_of, slug
from ..names.first_names import JOBS, TITLES_IN_FULL
from ..names.tellings import is_drawn_as_another, is_nameless
from ..things.counting import number_before
from ..words.concept_mentions import ConceptMention
from ..words.english import (
    AUXILIARIES,
    BEASTS_OF,
    COUNTS,
    DETERMINERS,
    EITHER_JOBS,
    GROUPS,
    ORDER,
    ORDINARY,
    PREPOSITIONS,
    RELATIVES,
    TAKE_NO_OBJECT,
    UNSEEN_NOUNS,
    YOUNG,
)
from ..words.lexicon import Lexicon
from ..words.splitting import Word
from .who_is_who import alike, is_joined, naming

_NUMBERS = {number: COUNTS[number] for number in ("two", "three", "four", "five")}
_ALL_OF_THEM = ("everybody", "everyone")
_YOUNG = ("children", "kids", "twins", "siblings", "pupils", "classmates")
_DEFINITE = ("the", "both", "all", "these", "those")
_NOT_THOSE = frozenset(("than", "like", "unlike", "of", "all", "as"))  # before "the others"
_WHICH = re.compile(r",? (?:next|who|that|with|in|on|from|behind|beside|near|at|of|whose|opposite)\b")  # and no other
MOST_ANIMALS = 4  # that "all the animals" brings in
AS_BEFORE = 4  # how many of before "they" may be


class Company:
    """Brings several figures into a draft: some who are known, some of the cast, or new ones.

    `place` is that of the scene before, `trades` are those of animals by their ids, `before` are the figures of all earlier scenes, `around` those of the sentences and the scene before, the latest last.
    Each method returns the last of those whom it brings in, who is the one that a verb behind them is told of.
    """

    def __init__(
        self, lexicon: Lexicon, cast: Sequence[Character], before: Sequence[CelPlan] = (), place: str | None = None,
        trades: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        self.lexicon, self.cast, self.before, self.place = lexicon, cast, before, place
        self.trades = trades if trades is not None else {}

    def group(self, sentence: Sentence, draft: Draft, mention: ConceptMention, around: Sequence[CelPlan]) -> CelPlan:
        """Those whom a word for several means: some who are known, else its usual members."""
        found = self._of_before(sentence, draft, mention, around)
        if found is None and mention.name in _ALL_OF_THEM and (self.before or around):  # everybody in the story
            found = self.they(draft, around)
        if mention.name == "animals":
            found = self._animals(sentence, draft, mention, around)
        pirates = any(cel.concept == "pirate" for cel in (*self.before, *around, *draft.figures))
        pirates = pirates and draft.said.get("setting", (self.place, ()))[0] != "space"
        members = ("pirate", "pirate") if mention.name == "crew" and pirates else GROUPS[mention.name]
        return found or self._newcomers(draft, mention, members, number_before(sentence.words, mention))

    def _animals(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, around: Sequence[CelPlan]
    ) -> CelPlan | None:
        """Those of the story, and some that belong to the place: "all the animals of the farm"."""
        vocabulary = self.lexicon.vocabulary
        told = {cel.id: cel for cel in (*self.before, *around) if not vocabulary.kind(cel.concept).human}
        if naming(mention, sentence.words, self.lexicon).article in _DEFINITE:
            _fill(draft, reversed(told.values()), MOST_FIGURES)
        said = [word.text for word in sentence.words if word.text in BEASTS_OF]
        place = said[0] if said else draft.said.get("setting", (self.place or "", ()))[0]
        found = [cel for cel in draft.figures if not vocabulary.kind(cel.concept).human]
        there = {cel.concept for cel in found}
        for concept in BEASTS_OF.get(place, GROUPS["animals"]):
            if len(found) < MOST_ANIMALS and len(draft.figures) < MOST_FIGURES and concept not in there:
                cel = CelPlan(concept, "figure", concept, spans=(mention.span,))
                found.append(draft.cels.setdefault(concept, cel))
        return self.together(found, draft)

    def _of_before(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, around: Sequence[CelPlan]
    ) -> CelPlan | None:  # fmt: skip
        """Those who are known, where a word for a group means them: "the children", "the three friends", "everybody"."""
        article = naming(mention, sentence.words, self.lexicon).article
        if mention.name not in _ALL_OF_THEM and article not in _DEFINITE:
            return None
        if mention.name in _YOUNG:
            young = [cel for cel in around if self._is_child(cel) and cel.id not in draft.cels]
            if len(young) < 2:  # those of the story
                told = {cel.id: cel for cel in (*self.before, *around) if not is_nameless(cel, self.lexicon)}
                young = [cel for cel in told.values() if self._is_child(cel) and cel.id not in draft.cels][-2:]
            return self.together([brought(draft, cel) for cel in young], draft) if len(young) > 1 else None
        count = number_before(sentence.words, mention)
        known = {cel.id for cel in (*around, *(draft.figures if count else ()), *(self.before if count else ()))}
        if mention.name not in (*_ALL_OF_THEM, "friends") or len(known) < (count or 2):
            return None
        if count:  # people before animals: the last are taken first
            around = sorted(around, key=lambda cel: self.lexicon.vocabulary.kind(cel.concept).human)
        return self.all_of_them(draft, count, around)

    def _is_child(self, cel: CelPlan) -> bool:
        """Whether a figure is a girl or a boy, and no mermaid who is drawn as one."""
        return cel.concept in CHILD.values() and not is_drawn_as_another(cel.id.partition("-")[0], self.lexicon)

    def of_kind(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, count: int, around: Sequence[CelPlan]
    ) -> CelPlan | None:  # fmt: skip
        """Those who are known and whom "the bears" means, or "the bear" if it is the only one and has a name; None for others."""
        said, concept = naming(mention, sentence.words, self.lexicon), mention.name
        new = said.article not in _DEFINITE or said.near or _WHICH.match(sentence.text, mention.span[1])
        if new or (said.traits if count > 1 else said.traits.get(ORDER, 0)):
            return None
        here = [cel for cel in draft.figures if cel.concept == concept]
        if here:  # "all the animals clapped, and Mia hugged the bear"
            one = here[0] if len(here) == count == 1 and here[0].id == concept else None
            if one is not None:
                draft.cels[one.id] = replace(one, spans=(*one.spans, mention.span))
            return one and draft.cels[one.id]
        human = self.lexicon.vocabulary.kind(concept).human
        if human and not (said.noun == concept or (count > 1 and concept in CHILD.values())):
            return None  # "the king" may be another man
        told = {cel.id: cel for cel in (*self.before, *around) if cel.concept == concept and cel.who is None}
        young = {key: cel for key, cel in told.items() if (cel.attributes.get(SIZE) == "small") == (said.noun in YOUNG)}
        apart = 0 < len(young) < len(told)  # the kittens without their mother
        told = young or told
        if count == 1:
            found = list(told.values()) if len(told) == 1 else []
            found = [cel for cel in found if apart or not is_nameless(cel, self.lexicon)]
        else:
            number = number_before(sentence.words, mention)
            last = [cel for cel in around if cel.id in told]
            found = last if len(last) >= (number or 2) else [] if human else list(told.values())
            found = found[-(number or MOST_FIGURES) :] if len(found) >= (number or 2) else []
        for cel in found:
            draft.cels[cel.id] = replace(brought(draft, cel), spans=(mention.span,))
        return self.together([draft.cels[cel.id] for cel in found], draft)

    def of_title(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, around: Sequence[CelPlan]
    ) -> CelPlan | None:
        """Whom of before "the captain" means: Captain Crumb, where no other captain was told of last."""
        said = naming(mention, sentence.words, self.lexicon)
        article = said.article or ("the" if said.noun in RELATIVES else "")  # "Grandma laughed" is Granny Rose
        new = article != "the" or said.traits.get(ORDER, 0) or _WHICH.match(sentence.text, mention.span[1])
        if new or mention.category != "kinds":
            return None
        for told in (draft.figures, around, self.before):
            nameless = any(re.fullmatch(rf"{re.escape(said.noun)}(?:-\d+)?", cel.id) for cel in told)
            found = {cel.id: cel for cel in told if self._has_title(cel, said.noun, mention.name)}
            if found or nameless:
                latest = [*found.values()][-1] if found and not nameless else None
                several = len(found) > 1 and told is not self.before
                if latest is None or several or self._is_beside(sentence, latest, mention):
                    return None
                one = brought(draft, latest)
                draft.cels[one.id] = replace(one, spans=(*one.spans, mention.span))
                return draft.cels[one.id]
        return None

    def _has_title(self, cel: CelPlan, noun: str, concept: str) -> bool:
        """Whether somebody is called by a title that a noun is, and may be drawn as what the noun is drawn as."""
        if self.trades.get(cel.id) == noun:
            return True
        title, _, name = cel.id.partition("-")
        beast = not self.lexicon.vocabulary.kind(cel.concept).human
        same = alike(TITLES_IN_FULL.get(title, title), noun) and name != "" and not is_nameless(cel, self.lexicon)
        return (
            same
            and cel.who is None
            and (beast or cel.concept in (concept, *ADULT.values()) or noun in EITHER_JOBS | JOBS)
        )

    @staticmethod
    def _is_beside(sentence: Sentence, cel: CelPlan, mention: ConceptMention) -> bool:
        """Whether two are told of together: "Captain Crumb and the captain"."""
        ends = [end for _, end in cel.spans if end <= mention.span[0]]
        return bool(ends) and is_joined(sentence.text[max(ends) : mention.span[0]])

    @staticmethod
    def _newcomers(
        draft: Draft, mention: ConceptMention, members: Sequence[str], number: int | None = None
    ) -> CelPlan:  # fmt: skip
        """The usual members of a group ("parents" are a woman and a man), in turn if more are counted, but those there."""
        found: CelPlan | None = None
        count = min(MOST_FIGURES, max(len(members), number or 0))
        for index, concept in enumerate(itertools.islice(itertools.cycle(members), count)):
            key = concept if concept not in draft.cels else f"{concept}-{index + 1}"
            if found is not None:
                draft.together[key] = found.id
            found = draft.cels.setdefault(key, CelPlan(key, "figure", concept, spans=(mention.span,)))
        assert found is not None
        return found

    def they(self, draft: Draft, around: Sequence[CelPlan]) -> CelPlan | None:
        """Those whom "they" means: who is in the draft, with those around where that is one or nobody, at least two if known."""
        human = self.lexicon.vocabulary.kind
        people = [cel for cel in self.before if human(cel.concept).human]
        if not draft.figures and len(people) > 1 and len(around) == 1 and not human(around[0].concept).human:
            around = people[-2:]  # the frog of the scene before is not they
        for cel in around[-AS_BEFORE:] if len(draft.figures) < 2 else ():
            brought(draft, cel)
        _fill(draft, reversed(self.before), 2)
        return self.together(draft.figures, draft)

    def all_of_them(
        self, draft: Draft, count: int | None, around: Sequence[CelPlan], besides: int = 0
    ) -> CelPlan | None:
        """Those whom "all three", "both" or "they all" means: as many as the `count` says, the latest first, then the cast.

        `besides` is how many in the draft are none of them: one in "Mum kissed all three".
        """
        count = count + besides if count else None
        wanted = count or MOST_FIGURES
        _fill(draft, reversed(around), wanted)
        if len(draft.figures) < (count or 2):  # who was there earlier
            _fill(draft, reversed(self.before), count or 3)
        if count or len(self.cast) <= AS_BEFORE:
            whole = len(self.cast) == count  # as many as the story has
            if draft.figures or whole:
                self.bring_cast(draft, wanted)
        return self.together(draft.figures, draft)

    def others(self, draft: Draft, around: Sequence[CelPlan], met: Sequence[str]) -> CelPlan | None:
        """Those of before whom "the others" means: nobody of the sentence, nor those `met` in the scene, else not the latest."""
        free = [cel for cel in around if cel.id not in draft.cels]
        rest = [cel for cel in free if cel.id not in met] or [cel for cel in free if cel.id not in met[-1:]]
        return self.together([brought(draft, cel) for cel in rest[: MOST_FIGURES - len(draft.figures)]], draft)

    def bring_cast(self, draft: Draft, most: int = MOST_FIGURES) -> None:
        """Bring in one of the cast after the other, until `most` figures are there."""
        for one in self.cast:
            if len(draft.figures) < most:
                draft.cels.setdefault(slug(one.name), figure_of(one))

    @staticmethod
    def together(figures: Sequence[CelPlan], draft: Draft) -> CelPlan | None:
        """Note that some figures do the same from here on; returns the last of them."""
        for one, other in itertools.pairwise(figures):
            draft.together.setdefault(other.id, one.id)
        return figures[-1] if figures else None


def _fill(draft: Draft, cels: Iterable[CelPlan], wanted: int) -> None:
    """Bring known figures into a draft, as long as it has fewer than are wanted."""
    for cel in cels:
        if len(draft.figures) < wanted:
            brought(draft, cel)


def all_together(words: Sequence[Word], lexicon: Lexicon) -> Iterator[ConceptMention]:
    """Mentions that stand for those who were told of: "both laughed", "all three of them", but not "both dogs"."""
    for index, word in enumerate(words):
        if [one.text for one in words[index : index + 4] if one.text not in _NUMBERS] == ["the", "of", "them"]:
            count = _NUMBERS.get(words[index + 1].text)
            yield _all(words, index, index + 3, count)
        elif word.text == "the" and _are_alone(words, index + 1, lexicon):
            count = _NUMBERS[words[index + 1].text]
            yield _all(words, index, index + 1, count)
        before = [one.text for one in words[max(0, index - 2) : index]]
        if word.text == "others" and before[-1:] == ["the"] and _NOT_THOSE.isdisjoint(before):
            yield replace(_all(words, index - 1, index, None), name="others")
        first = word.text == "each" and not index
        if (word.text not in ("all", "both") and not first) or before[-1:] in (["they"], ["we"], ["are"], ["were"]):
            continue
        number = _NUMBERS.get(words[index + 1].text) if index + 1 < len(words) else None
        last = index + 1 if word.text == "all" and number else index
        after = [one.text for one in words[last + 1 : last + 3]]
        if not after and number and word.text == "all":
            yield _all(words, index, last, number)
        if not after or (last == index and word.text == "all" and after != ["of", "them"]):
            continue
        verb = (
            after[0].endswith("ed")
            or after[0] in AUXILIARIES
            or any(one in lexicon.verbs for one in word_forms(after[0]))
        )
        if first and after[1:] and after[1] not in DETERMINERS | PREPOSITIONS:
            verb = False  # "each painted egg"
        if verb or after == ["of", "them"]:
            count = 2 if word.text == "both" else number
            yield _all(words, index, last, count)


def _all(words: Sequence[Word], first: int, last: int, number: int | None) -> ConceptMention:
    """The mention of "all" of them, or of a number, from the first to the last of its words."""
    return ConceptMention("pronouns", "all", (words[first].span[0], words[last].span[1]), first, last, number=number)


def _are_alone(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a number at a place of the words stands alone: "the two walked home", but not "the two tired dogs"."""
    if at + 1 >= len(words) or words[at].text not in _NUMBERS:
        return False
    after = [one.text for one in words[at + 1 : at + 3]]
    if after[0] not in AUXILIARIES | TAKE_NO_OBJECT and not after[0].endswith("ed"):
        return False
    if lexicon.known.get(after[0], ("",))[0] in ("expressions", "colours"):
        return False
    behind = [form for word in after[1:] if word not in UNSEEN_NOUNS | ORDINARY for form in word_forms(word)]
    return not any(form in lexicon.nouns or lexicon.known.get(form, ("",))[0] in ("things", "kinds") for form in behind)
