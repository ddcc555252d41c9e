"""How a text uses a name: what kind it tells of it, whether somebody acts under it, is met or is only spoken to."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import re

from storyapp.stage.vocabulary import word_forms
from storyapp.story.plan import Span

from ..words.english import ADJECTIVES, ADVERBS, DETERMINERS, GIVING, MODALS, PREPOSITIONS, RELATIVES
from ..words.lexicon import Lexicon
from ..words.possessives import is_owner
from ..words.splitting import Word, words_of
from .first_names import NAMES

_OF_KIND = re.compile(r"(?:(,)\s+(?:[Tt]he|an?)|()\s+[Tt]he)\s+([A-Za-z]+)(?:\s+([A-Za-z]+))?\b")
_ENDS_APPOSITION = re.compile(r", (?!and\b|or\b|the\b|an?\b|h[ie][sr]\b|[A-Z])")  # "Turbo, a snail, slept"
# "Vera, the old librarian's daughter", "Tom, Mia's big brother,".
_OF_KIN = re.compile(
    r"(?:,?\s+[Tt]he(?:\s+[\w-]+){0,2}?\s+[\w-]+['’]s|,\s+[A-Z]\w+['’]s)\s+(?:([a-z]+)\s+)?([a-z]+)\b(?=[,.;!?]|\s+[a-z]+\b)"
)
_CALLED = re.compile(r"\b([a-z]+),?\s+(?:called|named|whose name (?:was|is)|by the name of)\s+$")
# "Mia kissed baby Ben", "a baby sister called Ada".
_BABY = re.compile(r"\b(baby)(?:\s+(?:brother|sister|boy|girl|cousin))?(?:,?\s+(?:called|named))?\s+$", re.IGNORECASE)
_OWNED = r"\b(?i:his|her|its|their|my|our|your)|['’]s"
_BEGUN = r"(?:^|[.!?“\"]\s*|\b(?:and|then|by|with) )[Tt]he"
_BESIDE = re.compile(rf"(?:{_OWNED}|{_BEGUN})\s+(?:([a-z]+)\s+)?([a-z]+)\s+$")
# Before the owner of what stands beside a name: "on his horse Tim rode away".
_PLACED = re.compile(
    r"\b(?:in|on|at|under|behind|beside|near|inside|from|by|into|onto|over|through|after|before)\s+$", re.IGNORECASE
)
# Behind one of these two stand side by side: "she gave Mia the ball".
_GIVING = GIVING | frozenset("sing sings sang write writes wrote promised paid find finds found asks asked".split())
# "… and Finn the kite."
_GAVE = re.compile(r"\b(?:g[ai]ve[sn]?|brought|handed|bought|showed|threw|offered|lent|passed|sent)\b")
_KIN = "|".join(RELATIVES)
# What may be told of a toy.
_BEFALLS = frozenset(
    """was is has had fell flew sat sits lay landed looked seemed tumbled dropped rolled slid hung slept got felt smelt smelled stayed
    wanted needed loved liked agreed bounced vanished disappeared belonged lived""".split()
)
# What somebody does or did, where no rule tells it.
DOING = frozenset(
    """was is has had saw went came said found took gave made got put felt heard knew thought told began built blew brought
    caught drew drove fell fed hid kept left let looks loves likes lived lives met rose sang says set shook shows stood threw
    woke wore wanted goes makes takes plays sat lay ran did does shone dug hung slid swung sprang sank swept wept
    crept knelt leapt leant learnt lit led sent spent bent dealt meant slept bought sought taught fought paid lost won hit
    cut hurt shut split flew swam rang drank stole spoke chose froze rode wrote broke tore bit grew
    clung flung stuck struck swore spread burst cast sped fled bled bound wound ground held sold stung spun ate became forgot
    understood overslept sawed wove strode dreamt burnt bent bled clad dealt dwelt fought forgave heard hove meant misled rid shod
    slain slew slit smelt smote sowed spat spelt spilt spoilt strung stung strewn swollen thrust tore trod withdrew withstood wrung""".split()
)
_MODALS = MODALS | frozenset("wo ca dare dared need needed ought".split())
# What follows a verb rather than a noun: "Mia cooks soup" is like "Apple trees fell", "Mia cooks a soup" is not.
_BEHIND_VERBS = (
    DETERMINERS | PREPOSITIONS | frozenset("him me us them you it herself himself and away back home".split())
)
_BEFORE_PLACES = frozenset("in at from near to of into through".split())
# Behind these a name is that of a place ("in Bergen"), even one that people have ("in Victoria").
_WITHIN = frozenset("in into through".split())
# What is done to people alone: "waved to Zorp", but not "went to Zorp".
_TO_PEOPLE = re.compile(
    r"\b(?:gives?|gave|giving|wav(?:es?|ed|ing)|smil(?:es?|ed|ing)|grinn?(?:s|ed|ing)?|laugh(?:s|ed|ing)?|talk(?:s|ed|ing)?|"
    r"spoke|speaks?|whisper(?:s|ed)?|said|says?|sang|sings?|listen(?:s|ed)?|nod(?:s|ded)?|shout(?:s|ed)?|call(?:s|ed)|"
    r"shows?|showed|reads?|winks?|winked|bow(?:s|ed)|handed|threw|throws|next|close|nice|kind|in front|ahead|care)\b"
    r"[^,.;!?]{0,30}\s(?:to|at|of)\s+$",
    re.IGNORECASE,
)
# Of whom one of these is told is not there: "a picture of Mia".
_OF_PEOPLE = re.compile(
    r"\b(?:front|ahead|care|hold|top|side|proud|fond|full|back|behind|each|one|out|both|tired)\s+of\s+$", re.IGNORECASE
)
# What comes from somebody who is elsewhere.
_SENT = re.compile(
    r"\b(?:letter|postcard|card|present|gift|parcel|package|message|note|e-?mail|call|invitation|news)s? from\s+$"
)
# What is said of times and ideas too.
_OF_TIME = frozenset(
    "was is were came comes went goes had has will would can began begins passed ended and the".split()
)


def own_kind(text: str, end: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The kind that is told behind a name ("Tom, a small bear"), and where its word begins."""
    kin = _OF_KIN.match(text, end)
    if kin is not None:
        return _relative(kin, text, lexicon)
    match = _apposition(text, end)
    for group in (3, 4) if match else ():
        if match and (kind := lexicon.kind((match[group] or "").lower())):
            return kind, match.start(group)
    return None


def _relative(kin: re.Match[str], text: str, lexicon: Lexicon) -> tuple[str, int] | None:
    """Who is told of as a relative of somebody; "Tom, Mia's brother and the dog" may be three."""
    for group in (1, 2):
        word = (kin[group] or "").lower()
        several = re.match(r",? and\b", text[kin.end(group) :])
        whole = word in RELATIVES or text[kin.end(group) : kin.end(group) + 1] in (",", ".", ";", "!", "?")
        if whole and not several and (kind := lexicon.kind(word)):
            return kind, kin.start(group)
    return None


def _apposition(text: str, end: int) -> re.Match[str] | None:
    """What is told behind a name; neither the next of a list ("Tom, the cat and the dog") nor what somebody is given."""
    match = _OF_KIND.match(text, end)
    if match is None or (match[1] and re.match(r",? and\b", text[match.end(3) :])):
        return None
    clause = re.split(r"[.!?“”\"]", text[max(0, end - 80) : end])[-1]
    words = re.sub(r"\w+$", "", clause).lower().split()
    verb = words[-1] if words else ""
    given = verb in _GIVING or (verb in ("and", "to", "for") and _GAVE.search(clause))
    return None if given else match


def noun_told(text: str, place: Span, lexicon: Lexicon) -> str:
    """The noun for who has a name that is told right beside it: "giant" of "a giant named Humphrey"; "" if none is."""
    found = own_kind(text, place[1], lexicon) or kind_called(text, place[0], lexicon)
    return re.split(r"\W", text[found[1] :], maxsplit=1)[0].lower() if found else ""


def kind_called(text: str, start: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The kind that is told before a name ("a small bear called Tom", "her brother Tim"), and where its word begins."""
    for word, place in _told_before(text, start, lexicon):
        kind = lexicon.kind(word)
        if kind and word not in ADJECTIVES:
            return kind, place
    return None


def _told_before(text: str, start: int, lexicon: Lexicon) -> list[tuple[str, int]]:
    """The nouns before a name that may tell what is called so, and where they begin."""
    called, beside = _CALLED.search(text, max(0, start - 80), start), _BESIDE.search(text, max(0, start - 60), start)
    baby = _BABY.search(text, max(0, start - 60), start)
    found = [("baby", baby.start(1))] if baby else []
    if called:
        found.append((called[1], called.start(1)))
    if beside is not None and not _PLACED.search(text[: beside.start()]):
        noun = beside[1] is not None and beside[1] not in ADJECTIVES and _is_noun(beside[1], lexicon)
        if not noun:  # "the bear saw Rose"
            found.append((beside[2], beside.start(2)))
    return found


def is_thing(text: str, place: Span, lexicon: Lexicon) -> bool:
    """Whether what is named so is no figure that we have: "Bilbo the rat", "a snail named Turbo", "her doll Susi"."""
    behind = _apposition(text, place[1])
    nouns = [behind[3]] if behind and not behind[1] else []
    if behind and not behind[1] and behind[4] and behind[3].lower() in ADJECTIVES:
        nouns.append(behind[4])
    return is_called_thing(text, place, lexicon) or any(_names_thing(noun.lower(), lexicon) for noun in nouns)


def is_called_thing(text: str, place: Span, lexicon: Lexicon) -> bool:
    """Whether a text surely tells that a thing is called so: "his parrot Pepper", "Turbo, a snail, slept"."""
    behind = _apposition(text, place[1])
    nouns = [noun for noun, _ in _told_before(text, place[0], lexicon)]
    if behind and behind[1] and _ENDS_APPOSITION.match(text, behind.end()):
        nouns.append((behind[4] or behind[3]) if behind[3].lower() in ADJECTIVES else behind[3])
    return any(_names_thing(noun.lower(), lexicon) for noun in nouns)


def _names_thing(noun: str, lexicon: Lexicon) -> bool:
    found = lexicon.known.get(noun)
    listed = lexicon.nouns.get(noun)
    return found[0] == "things" if found else listed is not None and listed.category == "things"


def acts_as(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether what is told right behind a name does something: "Biscuit the cat slept", but not "Feed the cat!"."""
    told = _apposition(text, end)
    if told is None or told[1] or re.match(r" and\b", text[told.end(3) :]):
        return False
    return acts(text, told.end(3), lexicon)


def acts(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether the words behind a name are what somebody does, or tell who it is: "Mia never cried", "Mia, who …"."""
    following = _following(text, end)
    if re.match(r"['’]s\b", text[end : end + 3]):
        return not is_owner(text, (end, end))
    if not following:
        return False
    comma = text[end : following[0].span[0]].startswith(",")
    words = [word.text for word in following]
    while len(words) > 1 and (words[0] in ADVERBS or (words[0].endswith("ly") and len(words[0]) > 4)):
        words.pop(0)
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in ("who", "whose"):
        return True
    if first in ("and", "the"):
        return bool(second)
    if comma and len(words) == len(following):
        return False  # "Mmm, said Nora"
    if first in _MODALS or first in DOING or first.endswith(("n't", "n’t")):
        return True
    if first.endswith("ed") and len(first) > 3:
        return True
    return any(form in lexicon.verbs for form in word_forms(first)) or _is_present(
        first, second, following, text, lexicon
    )


def lives(text: str, name: str) -> bool:
    """Whether a text tells of a name what somebody alone does, and no toy: "Teddy ran home", but not "Teddy fell"."""
    if re.search(rf"\b(?:said|asked|cried|shouted|laughed|whispered) {name}\b|\b{name}['’]s (?:{_KIN})\b", text):
        return True
    verbs = re.findall(rf"\b{name}(?: \w+ly| then| soon)? ([a-z]+)", text)
    return any((verb in DOING or verb.endswith("ed")) and verb not in _BEFALLS for verb in verbs)


def _following(text: str, end: int) -> list[Word]:
    """The next words of the clause that a name stands in."""
    stop = re.search(r"[.!?“”\"\n:;—]|$", text[end:])
    assert stop is not None
    return words_of(text, (end, min(end + stop.start(), end + 60)))[:5]


def _is_present(first: str, second: str, following: list[Word], text: str, lexicon: Lexicon) -> bool:
    """Whether a word is what somebody does now: "cooks soup", "helps Dad"."""
    if not first.endswith("s") or first.endswith(("ss", "us", "'s")) or len(first) < 4:
        return False
    behind = next((word for word in following if word.text == second), None)
    capital = behind is not None and text[behind.span[0]].isupper()
    if second in _BEHIND_VERBS or capital or not _is_noun(first, lexicon):
        return True
    return _is_noun(second, lexicon) and second not in lexicon.verbs


def _is_noun(word: str, lexicon: Lexicon) -> bool:
    return any(
        form in lexicon.nouns or lexicon.known.get(form, ("",))[0] in ("things", "kinds") for form in word_forms(word)
    )


def before(text: str, start: int) -> str:
    """The word before a place, "" where there is none in the same clause."""
    found = re.search(r"[\w'’]+(?=\s*$)", text[max(0, start - 40) : start])
    return found.group() if found else ""


def is_met(text: str, start: int, common: bool = False) -> bool:
    """Whether a capital within a sentence can only be a person's name, of all words or, if `common`, of common names."""
    ahead = text[:start].rstrip()
    if not ahead or ahead[-1] in ".!?\"“”'‘’:":
        return False
    word = before(text, start).lower()
    if word not in _BEFORE_PLACES | {"the"}:
        return True
    if word in _WITHIN or word == "the":
        return False
    if common and word != "of":
        return word != "from" or _SENT.search(text[max(0, start - 30) : start]) is None
    pattern = _OF_PEOPLE if word == "of" else _TO_PEOPLE
    return pattern.search(text[max(0, start - 60) : start]) is not None


def is_spoken_to(text: str, place: Span) -> bool:
    """Whether a name at the beginning is only called out: "Mia!"."""
    return re.match(r"[!?]|[,.]?[”\"]", text[place[1] :]) is not None


def is_in_state(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether what is told behind a name is told of people alone: "April was happy", "Summer picked a rose"."""
    first, second = ([word.text for word in _following(text, end)] + ["", ""])[:2]
    if first not in _OF_TIME:
        return True
    return second.endswith("ing") or lexicon.known.get(second, ("",))[0] == "expressions"


def is_adverb(text: str, end: int, word: str) -> bool:
    """Whether a clause begins behind the word: "Suddenly the wind blew", but not "Emily the fox"."""
    adverb = word.endswith("ly") and word not in NAMES
    return adverb and re.match(r",? (?:the|a|an|his|her|its|their|it|he|she|they)\b", text[end:]) is not None
