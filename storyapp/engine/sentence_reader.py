"""One sentence → its draft: mention by mention, who and what comes in and what they do."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.model import Character
from storyapp.story.plan import CelPlan

from .absence import is_introduced, is_only_addressed
from .actions import (
    act,
    decide,
    earlier_subject,
    hear,
    is_call,
    is_inverted,
    is_outdone,
    is_passive,
    of_thing,
    own_verb,
    releases,
    sends_flying,
)
from .appearance import Describe, looks_behind, looks_said
from .denials import deny, deny_misheard, is_denied, is_kept_up
from .drafts import MOST_FIGURES, SAID, Draft, Sentence, agrees, brought, slug
from .english import ALL_OF_THEM, GROUPS
from .lexicon import Lexicon, Mention, Word
from .objects import Nearest, ObjectReader, count_of
from .reader_net import Opinion
from .surroundings import read_surroundings
from .wardrobe import Wardrobe, dress, undress

FIGURES = ("who", "kinds", "strangers", "groups", "pronouns")
HIDDEN, UNSURE = 0.1, 0.6  # chances of being there below which a mention, or a doubtful one, is not drawn
_JOINING = ("and", ", and", "and the", "and a", "and an", "and his", "and her", ",", ", the", "with", "with the")


def _is_somebody(mention: Mention) -> bool:
    """Whether a mention is of a figure."""
    return mention.category in FIGURES or mention.name.lstrip("~").startswith("kinds:")


class SentenceReader:
    """Makes the draft of a sentence; `around` are the figures of earlier sentences and scenes, the latest last."""

    def __init__(self, lexicon: Lexicon, cast: Sequence[Character], nearest: Nearest, describe: Describe) -> None:
        self.lexicon, self.cast, self.describe = lexicon, cast, describe
        self.objects = ObjectReader(lexicon, nearest)
        self.vocabulary: Vocabulary = lexicon.vocabulary
        self.wardrobe = Wardrobe(self.vocabulary)

    def read(self, sentence: Sentence, around: Sequence[CelPlan]) -> Draft:
        """The draft of one sentence."""
        draft = Draft(sentence.span)
        read_surroundings(sentence, draft, self.lexicon)
        waiting: list[Mention] = []  # verbs whose subject comes behind them: "there sat a mouse"
        last: CelPlan | None = None
        clothes = self.wardrobe.worn(sentence, [one.span[1] for one in sentence.mentions if _is_somebody(one)])
        bare = self.wardrobe.unworn(sentence)
        lost = [span for span, _, there in bare if not there]
        for mention in sentence.mentions:
            if last is not None and any(
                mention.span[0] < end and start < mention.span[1] for (start, end), _ in clothes
            ):
                continue  # what somebody wears is no thing besides
            if mention.category in ("accessories", "things") and any(
                start <= mention.span[0] < end for start, end in lost
            ):
                continue
            opinion = sentence.opinions.get(mention.span, Opinion())
            if mention.category in ("poses", "expressions") and last is not None and is_denied(sentence, mention):
                deny(draft, mention, last)
            elif is_outdone(sentence, mention) and last is not None:
                draft.denied.add((last.id, mention.name))
            elif mention.category in ("poses", "expressions"):
                does = (
                    (mention.absent < 1 or is_kept_up(sentence, mention))
                    and not of_thing(sentence, mention)
                    and not is_call(sentence, mention)
                )
                if does and sends_flying(sentence, mention):
                    act(draft, replace(mention, name="holding"), last, waiting)
                elif does and (is_passive(sentence, mention) or is_inverted(sentence, mention)):
                    act(draft, replace(mention, weak=False), None, waiting)
                elif does:
                    act(draft, mention, self._doer(sentence, draft, mention, last), waiting)
            elif self._is_there(mention, opinion) or self._is_introduced(sentence, mention):
                found = self._enter(sentence, draft, mention, last, around)
                if found is not None:
                    hear(draft, found, opinion)
                    releases(sentence, draft, mention, found)
                    for verb in waiting:
                        act(draft, verb, found, [])
                    waiting, last = [], found
        self._deny(sentence, draft)
        decide(draft)
        dress(clothes, draft)
        undress(bare, draft)
        return draft

    @staticmethod
    def _is_there(mention: Mention, opinion: Opinion) -> bool:
        if mention.category == "pronouns":
            return True
        if mention.absent == 2:
            return False
        return opinion.there >= (UNSURE if mention.absent else HIDDEN)

    @staticmethod
    def _is_introduced(sentence: Sentence, mention: Mention) -> bool:
        return not mention.absent and is_introduced(sentence.text, sentence.span, mention.span)

    def _enter(
        self, sentence: Sentence, draft: Draft, mention: Mention, last: CelPlan | None, around: Sequence[CelPlan]
    ) -> CelPlan | None:
        """Bring what a mention names into the draft; the figure, if it is one."""
        category, name = mention.category, mention.name
        if category == "settings" and self.lexicon.outside(sentence.words[mention.last].text):
            category = "nouns"  # a place that is a thing as well: "on the raft"
            mention = replace(mention, category=category, name="", span=sentence.words[mention.last].span)
        if category == "nouns":
            category, name = self.objects.noun(sentence, draft, mention)
        if category == "pronouns":
            return self._described(draft, self._pronoun(sentence, draft, mention, around), sentence.words, mention)
        if category == "groups":
            return self._group(draft, mention)
        if category in ("who", "kinds", "strangers"):
            joined = last is not None and self._is_joined(sentence, draft, last, mention)
            found = self._figure(draft, replace(mention, category=category, name=name), sentence.words)
            if joined and last is not None and found.id != last.id:
                draft.together[found.id] = last.id
            return found
        if category == "accessories":
            category, name = self.objects.unworn(sentence, draft, mention)
        if category == "things":
            self.objects.enter(sentence, draft, replace(mention, name=name), last)
        return None

    # Who

    @staticmethod
    def _doer(sentence: Sentence, draft: Draft, verb: Mention, last: CelPlan | None) -> CelPlan | None:
        """Who does something: who was named last, or one before to whom that one is only an object."""
        subject = earlier_subject(sentence, verb)
        doers = [cel for cel in draft.figures if subject and subject.span in cel.spans]
        if not doers or last is None:
            return last
        draft.denied.add((last.id, verb.name))
        return doers[-1]

    @staticmethod
    def _is_joined(sentence: Sentence, draft: Draft, last: CelPlan, mention: Mention) -> bool:
        spans = draft.cels[last.id].spans
        between = sentence.text[max(span[1] for span in spans) : mention.span[0]].strip() if spans else ""
        if between not in _JOINING:
            return False
        own = own_verb(sentence, mention)
        if own is not None:
            draft.denied.add((last.id, own.name))
        return own is None

    def _figure(self, draft: Draft, mention: Mention, words: Sequence[Word]) -> CelPlan:
        if mention.category == "strangers":
            name, _, kind = mention.name.partition("=")
            cel = draft.cels.get(slug(name)) or CelPlan(slug(name), "figure", kind)
            looks = looks_said(words, mention, kind, self.describe)
            draft.cels[cel.id] = replace(cel, attributes={**looks, **cel.attributes}, spans=(*cel.spans, mention.span))
            return draft.cels[cel.id]
        character = next((one for one in self.cast if one.id == mention.name), None)
        if mention.category == "kinds":
            character = self._meant(draft, mention.name)
        concept = character.concept if character else mention.name
        key = slug(character.name) if character else mention.name
        before = sum(cel.concept == concept for cel in draft.figures)
        cel = draft.cels.get(key) or CelPlan(key, "figure", concept, character.id if character else None)
        looks = looks_said(words, mention, concept, self.describe) if character is None else {}
        draft.cels[key] = replace(cel, attributes={**looks, **cel.attributes}, spans=(*cel.spans, mention.span))
        doing = self.lexicon.pose_before(words, mention.first)
        if doing is not None:  # "the sleeping dragon", whatever else is done
            draft.heard.setdefault((f"said {key}", "pose"), {})[doing] = 2 * SAID
        if character is None:
            count = count_of(words, mention, self.lexicon)
            self._twins(draft, key, before + count if count > 1 else 1)
        return draft.cels[key]

    def _meant(self, draft: Draft, concept: str) -> Character | None:
        """The one of the cast whom "the fox" means: one who is there, or the only one of that kind."""
        same = [one for one in self.cast if one.concept == concept]
        there = [one for one in same if slug(one.name) in draft.cels]
        return there[0] if there else same[0] if len(same) == 1 else None

    @staticmethod
    def _twins(draft: Draft, key: str, count: int) -> None:
        for index in range(2, min(MOST_FIGURES, count) + 1):
            twin = f"{key}-{index}"
            draft.cels[twin] = replace(draft.cels[key], id=twin)
            draft.together[key], draft.together[twin] = twin, draft.together.get(key)

    @staticmethod
    def _group(draft: Draft, mention: Mention) -> CelPlan:
        """The members of a group ("the children"), unless such are there already."""
        found: CelPlan | None = None
        for index, concept in enumerate(GROUPS[mention.name]):
            key = concept if concept not in draft.cels else f"{concept}-{index + 1}"
            if found is not None:
                draft.together[key] = found.id
            found = draft.cels.setdefault(key, CelPlan(key, "figure", concept, spans=(mention.span,)))
        assert found is not None
        return found

    def _pronoun(self, sentence: Sentence, draft: Draft, mention: Mention, around: Sequence[CelPlan]) -> CelPlan | None:
        """Whom a pronoun stands for: somebody of this sentence, or of those before it."""
        here = [cel for cel in draft.figures if agrees(mention.name, cel.concept)]
        if mention.name == "their":
            self._whole_cast(draft, sentence.text[slice(*mention.span)].lower())
            return self._they(draft, here, around)
        here = [cel for cel in here if not is_only_addressed(sentence.text, cel.spans, mention.span)]
        if here:
            return here[-1]
        before = [cel for cel in around if agrees(mention.name, cel.concept)]
        before = [cel for cel in before if not is_only_addressed(sentence.text, cel.spans, mention.span)]
        if not before or (mention.name == "its" and draft.cels):
            return self._owner_named(sentence, draft, mention) if not draft.cels else None
        return brought(draft, before[-1])

    def _owner_named(self, sentence: Sentence, draft: Draft, mention: Mention) -> CelPlan | None:
        """One who was named as an owner only: "over Sam's toes, and he dropped …", "The robot's arms were gone. It …"."""
        said = sentence.text[sentence.span[0] : mention.span[0]]
        for one in self.cast:
            name = next((name for name in one.names if name and re.search(rf"\b{re.escape(name)}['’]", said)), None)
            if name and one.concept and agrees(mention.name, one.concept):
                return draft.cels.setdefault(slug(one.name), CelPlan(slug(one.name), "figure", one.concept, one.id))
        for owner in reversed(re.findall(r"\b([a-z]+)['’]s\b", sentence.text[: mention.span[0]])):
            kind = self.lexicon.kind(owner)
            if kind and agrees(mention.name, kind):
                character = self._meant(draft, kind)
                key, who = (slug(character.name), character.id) if character else (kind, None)
                return draft.cels.setdefault(key, CelPlan(key, "figure", kind, who))
        return None

    def _whole_cast(self, draft: Draft, said: str) -> None:
        """Bring everybody in where as many are meant as the story has: "all three danced"."""
        if len(self.cast) > 1 and ALL_OF_THEM.get(said) == len(self.cast):
            for one in self.cast:
                if one.concept:
                    draft.cels.setdefault(slug(one.name), CelPlan(slug(one.name), "figure", one.concept, one.id))

    def _they(self, draft: Draft, here: Sequence[CelPlan], around: Sequence[CelPlan]) -> CelPlan | None:
        for cel in around[-4:] if len(here) < 2 else ():
            if cel.id not in draft.cels:
                brought(draft, cel)
        figures = draft.figures
        for one, other in itertools.pairwise(figures):
            draft.together.setdefault(other.id, one.id)
        return figures[-1] if figures else None

    def _deny(self, sentence: Sentence, draft: Draft) -> None:
        """What the net may hear and is not meant, of all who are there and of single ones: a kite flies alone."""
        denied = {"sad"} if any(is_call(sentence, one) for one in sentence.mentions) else set()
        denied |= {"flying"} if any(sends_flying(sentence, one) for one in sentence.mentions) else set()
        draft.denied |= {(cel.id, value) for cel in draft.figures for value in denied}
        deny_misheard(sentence, draft, self.lexicon)

    def _described(self, draft: Draft, cel: CelPlan | None, words: Sequence[Word], mention: Mention) -> CelPlan | None:
        """Somebody, with the looks that the words behind a pronoun tell: "she had long black hair"."""
        if cel is None or cel.who:
            return cel
        looks = looks_behind(words, mention, cel.concept, self.describe)
        draft.cels[cel.id] = replace(cel, attributes={**cel.attributes, **looks})
        return draft.cels[cel.id]
