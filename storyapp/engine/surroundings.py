"""Place, time and weather of a sentence: what the net hears, and what the words and the things in it say."""

from __future__ import annotations

from storyapp.story.plan import Span

from .drafts import ENOUGH, HINTED, MAYBE_SAID, MORE_TOLD, NEW, SAID, TOLD, Draft, Sentence
from .english import PREPOSITIONS
from .lexicon import Lexicon, Mention
from .reader_net import UNSAID

_OF_NO_PLACE = frozenset(("with", "without", "about", "like", "for"))
_OVER = frozenset(("stopped", "stops", "ended", "ceased", "cleared", "lifted", "melted", "passed", "gone"))


def read_surroundings(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> None:
    """Put into the draft where and when it is, as far as that is sure, and what hints at a place else."""
    for category in ("settings", "times", "weathers"):
        scores = {value: (chance, sentence.span) for value, chance in sentence.surroundings[category].items()}
        scores.pop(UNSAID, None)
        if category == "settings":
            _told(sentence, scores, lexicon)
        for mention in sentence.mentions:
            if mention.category != category or mention.absent:
                continue
            if category == "weathers" and _is_over(sentence, mention):
                scores.pop(mention.name, None)
                continue
            chance = sentence.surroundings[category].get(mention.name, 0.0) + _weight(sentence, mention)
            if chance > scores.get(mention.name, (0.0, ()))[0]:
                scores[mention.name] = (chance, mention.span)
        value, (chance, span) = max(scores.items(), key=lambda one: one[1][0], default=("", (0.0, sentence.span)))
        if chance >= ENOUGH:
            draft.said[category[:-1]] = (value, span)
        elif category == "settings":
            draft.hints = {place: score for place, (score, _) in scores.items() if score >= HINTED}


def _is_over(sentence: Sentence, mention: Mention) -> bool:
    """Whether the words behind a weather say that it has passed: "when the rain stopped"."""
    return any(word.text in _OVER for word in sentence.words[mention.last + 1 : mention.last + 4])


def _weight(sentence: Sentence, mention: Mention) -> float:
    """What a word for a place, time or weather counts where it stands."""
    near = {word.text for word in sentence.words[max(0, mention.first - 3) : mention.first]}
    placed = near & (PREPOSITIONS - _OF_NO_PLACE) or mention.category != "settings"
    elsewhere = mention.weak or (near & _OF_NO_PLACE and not placed)  # "a sandcastle with a tower"
    return (NEW if mention.new else 1.0) * (HINTED if elsewhere else SAID if placed else MAYBE_SAID)


def _told(sentence: Sentence, scores: dict[str, tuple[float, Span]], lexicon: Lexicon) -> None:
    """Add what the things of a sentence tell of its place."""
    for place, signs in lexicon.told(sentence.words).items():
        chance, span = scores.get(place, (0.0, sentence.span))
        scores[place] = (chance + TOLD + MORE_TOLD * (len(signs) - 1), span)
