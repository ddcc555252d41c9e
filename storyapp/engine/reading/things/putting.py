"""What is put, carried or lies in something: "picked apples and put them in a basket", "carried apples in a basket"."""

from __future__ import annotations

from storyapp.stage.vocabulary import ThingEntry

from ..drafts import Sentence
from ..words.concept_mentions import ConceptMention
from ..words.english import CLAUSES, PREPOSITIONS
from .relations import PUTTING, RESTING, SUBJECTS, THINGS, listed, phrase_start

VESSEL = 0.65  # metres: the most of what is carried with things in it
MOUTH_OF_VESSEL = 0.5  # of its frame from the top, at most: a puddle is open too
_TAKING_OUT = frozenset(
    "found finds find took takes take got gets get caught catches picked picks grabbed grabs discovered fetched".split()  # noqa: SIM905
)


def put_there(sentence: Sentence, mention: ConceptMention) -> list[ConceptMention]:
    """The things told before that are put to where a thing is: the apples of "picked apples and put them in a basket"."""
    words = sentence.words
    verb = next((one for one in range(mention.first - 1, 0, -1) if words[one].text in PUTTING), None)
    if verb is None or verb + 1 >= mention.first or words[verb + 1].text not in ("it", "them"):
        return []
    if CLAUSES & {word.text for word in words[verb + 1 : mention.first]}:
        return []
    before = [one for one in sentence.mentions if one.last < verb and one.category in THINGS and not one.is_of_kind]
    before = [one for one in before if not _is_behind_preposition(sentence, one)]
    if not before or (words[verb + 1].text == "it" and words[verb - 1].text in SUBJECTS and len(before) > 1):
        return before[-1:]
    return listed(sentence, before[-1]) if words[verb + 1].text == "them" else before[-1:]


def _is_behind_preposition(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a thing only tells where another is or was: the bag of "took the plates out of the bag"."""
    start = phrase_start(sentence.words, mention)
    return start > 0 and sentence.words[start - 1].text in PREPOSITIONS - {"with"}


def goes_into(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether something that is done to goes into a thing, and not who does it: "she milked the goat into a bucket"."""
    start = phrase_start(sentence.words, mention) - 1
    done_to = any(one.last == start - 1 and one.category in THINGS for one in sentence.mentions)
    return done_to and sentence.words[start].text in ("into", "onto")


def lying_in(sentence: Sentence, mention: ConceptMention) -> list[ConceptMention]:
    """The things named right before "in" and a vessel: "she carried apples in a basket"."""
    start = phrase_start(sentence.words, mention) - 1
    before = [one for one in sentence.mentions if one.last < mention.first and one.category != "pronouns"]
    if not before or before[-1].category not in THINGS or before[-1].is_of_kind or before[-1].last != start - 1:
        return []
    all_ = listed(sentence, before[-1])
    verb = phrase_start(sentence.words, all_[0]) - 1
    taken = verb >= 0 and sentence.words[verb].text in _TAKING_OUT
    if verb >= 0 and sentence.words[verb].text in RESTING:
        all_ = all_[-1:]  # "there were a plate, an egg in a cup and a spoon"
    return all_ if sentence.words[start].text in ("in", "inside") and not taken else []


def is_vessel(entry: ThingEntry) -> bool:
    """Whether a thing is one to carry others in, open at its top: a basket, and no puddle."""
    return entry.mouth is not None and entry.mouth <= MOUTH_OF_VESSEL and entry.size <= VESSEL
