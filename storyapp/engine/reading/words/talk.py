"""What a sentence only tells of ("a book about sharks", "a dress with stars", "roared like the sea"), or a tank holds."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

from collections.abc import Iterator, Sequence

from storyapp.story.plan import Span

from .english import CLAUSES, DETERMINERS, FUNCTION_WORDS, PREPOSITIONS
from .splitting import Word

# Of what they are about, or what they have on them, nothing need be there.
_WORKS = frozenset(
    """
    book books story stories tale tales picture pictures drawing drawings painting paintings photo photos photograph
    photographs poster posters postcard postcards poem poems poetry song songs film films movie movies comic comics magazine
    magazines cartoon cartoons programme programmes fairytale fairytales legend legends dream dreams nightmare nightmares
    lesson lessons facts sticker stickers
    """.split()
)
_SHOWING = frozenset(
    """
    cover covers page pages screen television tv shirt t-shirt dress skirt pyjamas pajamas jumper sweater pullover curtains
    wallpaper mug stamp stamps flag card cards badge apron
    """.split()
)
_PATTERNED = _SHOWING | frozenset("blanket quilt duvet cushion backpack schoolbag puzzle jigsaw".split())
_TELLING = frozenset(
    """
    tell tells told telling talk talks talked talking read reads reading learn learns learned learnt learning know knows
    knew think thinks thought thinking wonder wondered wondering dream dreams dreamed dreamt dreaming ask asks asked asking
    hear hears heard sing sings sang singing write writes wrote writing worry worries worried worrying speak speaks spoke
    joke jokes joked forget forgot all
    """.split()
)
_THINKING_OF = frozenset(
    """
    dream dreams dreamed dreamt dreaming think thinks thought thinking afraid scared frightened terrified fond talk talks
    talked talking speak spoke speaking heard
    """.split()
)
_WISHING_FOR = frozenset(
    "wish wishes wished wishing long longs longed longing ask asks asked asking hope hoped".split()
)
_DRAWING = frozenset("draw draws drew drawing paint paints painted painting sketch sketched".split())
_TOYS = frozenset("toy toys plastic stuffed cuddly inflatable model".split())
_NO_TOYS = frozenset("shop shops store stores box boxes department cupboard chest".split())
# Water in a room.
_TANKS = frozenset("aquarium aquariums fishbowl fishbowls fishtank fishtanks".split())
_OF_TANKS = {("fish", "tank"), ("fish", "tanks"), ("fish", "bowl"), ("goldfish", "bowl")}
_ON = frozenset("on over across inside".split())
_DRESSING = frozenset("put puts putting pull pulls pulled pulling has had".split())  # "put on her pyjamas"
_LONGEST = 5  # words of what is told of
_NEAR = 5  # words between the verb and what is told about
_BEING = frozenset("is are was were be looked felt smelled smelt sounded tasted seemed shone lay".split())
_IN = frozenset("in on at under inside over".split())
_ENDS = (FUNCTION_WORDS | PREPOSITIONS | CLAUSES) - {"other"}
_SOME = frozenset(("a", "an", "some", "two", "three"))
_ARTICLES = frozenset(("a", "an", "the"))


def talked_of(text: str, words: Sequence[Word]) -> list[Span]:
    """The places in a text of what its words only tell of, with "about" or "of" before it."""
    found = sorted((words[first].span[0], words[last].span[1]) for first, last in _phrases(text, words))
    joined: list[Span] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def without(text: str, span: Span, places: Sequence[Span]) -> str:
    """A sentence without some of its words."""
    kept, start = [], span[0]
    for first, last in places:
        kept.append(text[start:first].rstrip())
        start = last
    return "".join((*kept, text[start : span[1]]))


def _phrases(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The first and the last word of what is only told of."""
    named = [word.text for word in words]
    for index, word in enumerate(named):
        before = named[index - 1] if index else ""
        if word in _TANKS or (before, word) in _OF_TANKS:
            first = index - (word not in _TANKS)
            while first > 0 and (named[first - 1] in DETERMINERS or named[first - 1] in PREPOSITIONS):
                first -= 1
            yield first, index
        elif word in _SHOWING and (found := _shown_on(named, index)):
            yield found
        elif word in _TOYS and named[index + 1 : index + 2] and named[index + 1] not in _NO_TOYS:
            last = _end(text, words, index + 1)
            if last and not _NO_TOYS & {*named[index : last + 1]}:  # "in the toy shop"
                yield index, last
        elif _is_talk(named, index) or (word == "as" and _is_likeness(named, index)):
            last = _end(text, words, index + 1)
            if last is not None:
                yield index, _of_whom(text, words, last) if word == "about" else _of_what(text, words, index, last)
        elif word == "as" and named[index + 1 : index + 2] in (["if"], ["though"]):
            yield index, _clause_end(text, words, index)
        elif before in _DRAWING and (word in _SOME or (word[-1] == "s" and word not in DETERMINERS)):
            last = _end(text, words, index)
            if last is not None:
                yield index, last


def _is_talk(words: Sequence[str], index: int) -> bool:
    """Whether a preposition is before what is only told of."""
    word, before = words[index], words[index - 1] if index else ""
    near = {*words[max(0, index - _NEAR) : index]}
    return (
        word == "like"
        or (word == "about" and bool(near & (_TELLING | _WORKS)))
        or (word == "of" and before in _WORKS | _THINKING_OF)
        or (word == "with" and before in _WORKS | _PATTERNED)
        or (word == "for" and before in _WISHING_FOR)
    )


def _is_likeness(words: Sequence[str], index: int) -> bool:
    """Whether "as" is the second of "as tall as a tree"."""
    if "as" in words[max(0, index - 3) : index - 1]:
        return words[index + 1 : index + 2] not in (["he"], ["she"])
    behind = words[index + 1 : index + 4]
    alike = words[max(0, index - 2) : index - 1]  # "he was quick as the wind", but not "he was sad as the wind blew"
    return {*alike} <= _BEING and behind[:1] != [] and behind[0] in _ARTICLES and {*behind[2:]} <= PREPOSITIONS


def _of_what(text: str, words: Sequence[Word], like: int, last: int) -> int:
    """The last word of a likeness that ends at a word, with where it comes from: "warm, like a bun from the oven"."""
    behind = [word.text for word in words[last + 1 : last + 3]]
    if (
        words[like].text not in ("like", "as")
        or len(behind) < 2
        or text[words[last].span[1] : words[last + 1].span[0]].strip()
    ):
        return last
    states = bool(
        _BEING & {word.text for word in words[max(0, like - 3) : like]}
    )  # "the moon was round like a cheese in the pantry"
    if behind[0] in ("of", "from") or (
        behind[0] in _IN and (behind[1] in ("a", "an") or (states and behind[1] == "the"))
    ):
        return _end(text, words, last + 2) or last
    return last


def _clause_end(text: str, words: Sequence[Word], last: int) -> int:
    """The last word of the clause that a word is in."""
    while last + 1 < len(words) and not text[words[last].span[1] : words[last + 1].span[0]].strip():
        last += 1
    return last


def _end(text: str, words: Sequence[Word], start: int) -> int | None:
    """The last word of the nouns that begin at a word."""
    last = None
    for index in range(start, min(len(words), start + _LONGEST)):
        if index > start and text[words[index - 1].span[1] : words[index].span[0]].strip():
            break
        word = words[index].text
        if word in DETERMINERS and last is None:
            continue
        if word == "and" and last is not None and {one.text for one in words[index + 1 : index + 2]} & _ARTICLES:
            return _end(text, words, index + 1) or last
        if word in _ENDS or word in DETERMINERS:
            break
        last = index
    return last


def _of_whom(text: str, words: Sequence[Word], last: int) -> int:
    """The last word of what is told of nouns that end at a word: "a bear who lived in a lighthouse"."""
    told = {one.text for one in words[last + 1 : last + 2]} & {"who", "whose", "where"}
    return _clause_end(text, words, last) if told else last


def _shown_on(words: Sequence[str], index: int) -> tuple[int, int] | None:
    """The words of "a shark on the cover"."""
    start = index - 1
    while start > 0 and index - start <= 3 and words[start] not in _ON:
        start -= 1
    if start < 1 or words[start] not in _ON or not {*words[start + 1 : index]} & DETERMINERS:
        return None
    first = start - 1
    while first > 0 and start - first < 3 and words[first - 1] not in _ENDS and words[first] not in DETERMINERS:
        first -= 1
    if words[first] in _ENDS - DETERMINERS or words[start - 1] in _ENDS | _DRESSING:
        return None
    return first, index
