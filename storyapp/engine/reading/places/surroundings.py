"""Place, time and weather of a sentence: what the net hears, and what the words and the things in it say."""

from __future__ import annotations

from storyapp.story.plan import NotDrawn, Span

from ..drafts import ENOUGH, HINTED, LOOSELY, MAYBE_SAID, MORE_TOLD, NEW, SAID, TOLD, Draft, Sentence
from ..reader_net import UNSAID
from ..words.absence import absence
from ..words.concept_mentions import ConceptMention
from ..words.english import PREPOSITIONS
from ..words.lexicon import Lexicon
from ..words.quotations import is_quoted
from .goals import belongs_to, is_at_its_gate, is_goal
from .hints import FAR_OFF, hint, is_aloft, is_camp, only_hints
from .in_the_house import read_house
from .near_places import near_places
from .nightfall import ABSENT, is_not_today, is_ripe, read_nightfall
from .open_air import OUTSIDE, outside_of
from .weather_changes import is_bright, is_over, is_puddle, is_wet
from .whereabouts import arrives, is_elsewhere, is_left, is_no_place, is_on_the_way, is_outside, is_snowy

Scores = dict[str, tuple[float, Span]]  # place, time or weather → what speaks for it, and where that stands

_OF_NO_PLACE = frozenset(("with", "without", "about", "like", "for"))
HEARD = 0.5  # what the net's chance of a place counts beside words and things that tell of one
# What it takes to change a place that is known: of a thing together with the net, and of the net alone.
SURELY_TOLD, SURELY_HEARD = 0.65, 0.9
SURE = 0.8  # the net's chance of a time or weather that no word tells
HOME_ROOMS = {"bedroom", "kitchen", "living room"}
LONG = 4  # words of a phrase that says where it is against all that the net hears
_FALLING = frozenset(("rain", "snow"))
_ABSENT = frozenset(("far", "closed", "over", "gone", "made", "not", "like"))


def read_surroundings(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> None:
    """Put into the draft where and when it is, as far as that is sure, and what hints at a place else."""
    for category in ("settings", "times", "weathers"):
        scores = {
            value: (_heard(sentence, category, value), sentence.span) for value in sentence.surroundings[category]
        }
        scores.pop(UNSAID, None)
        told = _told(sentence, scores, lexicon) if category == "settings" else set()
        said = _said(sentence, draft, category, scores, lexicon)
        if category == "settings":
            said |= _near(sentence, draft, scores)
            if not said | told:
                _listen(sentence, scores)
            if not is_aloft(sentence):
                scores = {place: one for place, one in scores.items() if place not in ("sky", "space")}
            if any(one.name == "sandcastle" for one in sentence.mentions):
                scores.pop("castle", None)
            if is_camp(sentence):
                scores = {place: one for place, one in scores.items() if place in said or place not in HOME_ROOMS}
            if is_snowy(sentence) and said - {"snowfield"}:  # "through the snowy forest"
                scores.pop("snowfield", None)
            arrived = said or any(scores[place][0] >= ENOUGH for place in told & HOME_ROOMS)  # "flew home and slept"
            draft.outdoors |= is_on_the_way(sentence) and not arrived
            if draft.elsewhere or draft.outdoors:  # what the net hears is not where it is
                scores = {place: one for place, one in scores.items() if place in said}
        if category == "weathers" and said & _FALLING:  # clouds bring it
            scores.pop("cloudy", None)
        if category == "weathers" and not said and is_wet(sentence):
            scores.pop("rain", None)
        if category == "times" and not said and is_ripe(sentence):
            scores.pop("sunset", None)
        if category == "settings":  # "in the kitchen, by the fire": a fire tells of a place only if nothing else does
            firm = {place for place in said & scores.keys() if not only_hints(sentence, (), scores[place][1])}
            scores = {place: one for place, one in scores.items() if not firm or place in firm or place not in said}
        value, (chance, span) = max(scores.items(), key=lambda one: one[1][0], default=("", (0.0, sentence.span)))
        if chance >= (SURE if category != "settings" and not said else ENOUGH):
            draft.said[category[:-1]] = (value, span)
            if category == "settings" and value not in said:
                draft.guessed = chance < (SURELY_TOLD if value in told else SURELY_HEARD)
            if category == "settings":
                signs = lexicon.told(sentence.words).get(value, ()) if value in told else ()
                draft.guessed |= only_hints(sentence, signs, span if value in said else None)
        elif category == "settings":
            draft.hints |= {place: score for place, (score, _) in scores.items() if score >= HINTED}
    hint(sentence, draft)
    read_nightfall(sentence, draft)
    read_house(sentence, draft)
    draft.bright = "weather" not in draft.said and is_bright(sentence)


def _heard(sentence: Sentence, category: str, value: str) -> float:
    """What the net's chance counts: of a place less than its words and things, for it is often sure and wrong."""
    return sentence.surroundings[category].get(value, 0.0) * (HEARD if category == "settings" else 1.0)


def _said(sentence: Sentence, draft: Draft, category: str, scores: Scores, lexicon: Lexicon) -> set[str]:
    """Add what the words of a category say to the net's scores, and take away what they deny; what they say."""
    said: set[str] = set()
    sure: set[str] = set()
    for mention in sentence.mentions:
        if mention.category != category or sentence.is_talk(mention.span) or _means_another(sentence, mention):
            continue
        if _is_not_here(sentence, draft, mention, lexicon):
            scores.pop(mention.name, None)
            continue
        said.add(mention.name)
        if mention.absent:
            if mention.absent < ABSENT:  # "could not leave the cave": the net tells
                chance = sentence.surroundings[category].get(mention.name, 0.0)
                scores[mention.name] = max(scores.get(mention.name, (0.0, sentence.span)), (chance, sentence.span))
            continue
        weight = _weight(sentence, mention)
        sure |= {mention.name} if weight >= ENOUGH and mention.last - mention.first >= LONG - 1 else set()
        chance = _heard(sentence, category, mention.name) + weight
        if chance > scores.get(mention.name, (0.0, ()))[0]:
            scores[mention.name] = (chance, mention.span)
    for value in scores.keys() - said if sure else ():
        scores.pop(value)  # what the net hears of single words: "school" in "on the way to school"
    return said


def _means_another(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a word for a place or a weather means another thing: "a mountain of plates", "a puddle"."""
    if mention.category == "settings":
        return is_no_place(sentence, mention)
    return mention.category == "weathers" and is_puddle(sentence, mention)


def _is_not_here(sentence: Sentence, draft: Draft, mention: ConceptMention, lexicon: Lexicon) -> bool:
    """Whether a place, time or weather is said not to be; what is instead, or is over, is put into the draft."""
    place = mention.category == "settings"
    if mention.category == "times" and is_not_today(sentence, mention):
        return True
    if place and (_is_of_another(sentence, mention) or belongs_to(sentence, mention)):
        return True
    if place and mention.name in OUTSIDE and is_at_its_gate(sentence, mention):
        draft.outside = OUTSIDE[mention.name]
        return True
    if place and is_goal(sentence, mention):
        draft.hints[mention.name] = ENOUGH
        return True
    if place and mention.name in OUTSIDE and is_left(sentence, mention):
        draft.outside = OUTSIDE[mention.name]
        return True
    if is_elsewhere(sentence, mention) or (mention.category == "weathers" and is_over(sentence, mention)):
        draft.over.add((mention.category[:-1], mention.name))
        return True
    if place and lexicon.vocabulary.setting(mention.name).indoor and is_outside(sentence, mention):
        draft.outdoors, draft.outside = True, outside_of(mention.name)
        return True
    return False


def _is_of_another(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a word for a place only tells of which place another is: the school of "school garden"."""
    follows = (one for one in sentence.mentions if one.category == "settings" and one.first == mention.last + 1)
    other = next(follows, None)
    return other is not None and sentence.text[mention.span[1] : other.span[0]] == " " and other.name != mention.name


def _near(sentence: Sentence, draft: Draft, scores: Scores) -> set[str]:
    """Add the nearest of the settings to what the vocabulary lacks, and report a place that has none."""
    said: set[str] = set()
    for place, span in near_places(sentence):
        if place:
            said.add(place)
            scores[place] = (_heard(sentence, "settings", place) + SAID, span)
            continue
        draft.elsewhere = True
        told = (one for one in sentence.mentions if one.category in ("nouns", "things"))
        if not any(one.span[0] < span[1] and span[0] < one.span[1] for one in told):
            word = sentence.text[slice(*span)]
            draft.not_drawn.append(NotDrawn(word, span, f"The model has not learned to draw “{word}”."))
    return said


def _weight(sentence: Sentence, mention: ConceptMention) -> float:
    """What a word for a place, time or weather counts where it stands."""
    near = {word.text for word in sentence.words[max(0, mention.first - 3) : mention.first]}
    if mention.last > mention.first:  # "on the way to school" has its own
        near.add(sentence.words[mention.first].text)
    placed = near & (PREPOSITIONS - _OF_NO_PLACE) or mention.category != "settings" or _is_described(sentence, mention)
    elsewhere = mention.weak or (near & _OF_NO_PLACE and not placed)  # "a sandcastle with a tower"
    arrival = SAID if mention.category == "settings" and arrives(sentence, mention) else 0.0
    return arrival + (NEW if mention.new else 1.0) * (HINTED if elsewhere else SAID if placed else MAYBE_SAID)


def _is_described(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether it is told what a place is like: "the forest was dark", but not "the castle was far away"."""
    words = [word.text for word in sentence.words]
    behind = words[mention.last + 1 : mention.last + 4]
    return words[max(0, mention.first - 1)] == "the" and behind[:1] in (["was"], ["is"]) and not _ABSENT & {*behind}


def _listen(sentence: Sentence, scores: Scores) -> None:
    """Take the place that the net is sure of where neither a word nor a thing tells of one."""
    for place, chance in sentence.surroundings["settings"].items():
        if place in scores and chance >= (SURELY_HEARD if place in FAR_OFF else ENOUGH):
            scores[place] = (chance, sentence.span)


def _told(sentence: Sentence, scores: Scores, lexicon: Lexicon) -> set[str]:
    """Add what the things of a sentence tell of its place, but for those that are said not to be there; the places."""
    found: set[str] = set()
    for place, signs in lexicon.told(sentence.words).items():
        said = {
            sign: max(
                2 * sentence.is_talk(span), absence(sentence.text, sentence.span, span), is_quoted(sentence.text, span)
            )
            for sign, span in signs.items()
            if not _is_part(sentence, span)
        }
        there = [sign for sign, absent in said.items() if absent < ABSENT]
        if there:
            firm = any(not (lexicon.signs[sign].loose or said[sign]) for sign in there)
            chance, span = scores.get(place, (0.0, sentence.span))
            scores[place] = (chance + (TOLD if firm else LOOSELY) + MORE_TOLD * (len(there) - 1), span)
            found.add(place)
    return found


def _is_part(sentence: Sentence, span: Span) -> bool:
    """Whether a word is a name, what somebody does ("Dad waves"), or only begins a thing: the ice of "ice cream"."""
    things = (one.span for one in sentence.mentions if one.category in ("things", "settings"))
    named = [one.span for one in sentence.mentions if one.category in ("who", "strangers")]
    done = (one.span[0] for one in sentence.mentions if one.category == "poses")
    return any(start <= span[0] and span[1] < end for start, end in things) or span in named or span[0] in done
