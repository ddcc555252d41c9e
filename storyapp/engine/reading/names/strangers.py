"""People whom a scene names and whom the story does not know: what kind each of them may be."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import re
from collections.abc import Sequence

from storyapp.stage.vocabulary import word_forms
from storyapp.story.model import Character
from storyapp.story.plan import Span

from ..drafts import CHILD
from ..people.animals import animal_of
from ..words.compounds import BEASTS
from ..words.english import ADJECTIVES, DETERMINERS, HER_KINDS, HIS_KINDS, ORDINARY, PREPOSITIONS, UNSEEN_NOUNS
from ..words.lexicon import Lexicon
from ..words.possessives import is_owner
from .first_names import (
    ALSO_WORDS,
    EITHER_NAMES,
    JOBS,
    NAMES,
    OF_PEOPLE,
    OF_TIMES,
    PLACE_WORDS,
    PLACES,
    SOUNDS,
    SURNAMES,
    TITLES,
)
from .named_things import Bearer
from .naming import (
    acts,
    acts_as,
    before,
    is_adverb,
    is_called_thing,
    is_in_state,
    is_met,
    is_spoken_to,
    is_thing,
    kind_called,
    lives,
    own_kind,
)

_TITLE = rf"(?:{'|'.join(title.capitalize() for title in TITLES)})\b"
_SHORT = r"(?:Mrs?|Ms|Dr)\."  # titles that are written with a point: behind "Granny." the next sentence begins
_PART = r"[A-Z][a-zà-ÿ]{1,14}\b"
_NAME = re.compile(rf"(?<!\w-)(?:\b(?:{_SHORT}|{_TITLE})\s+)?\b{_PART}(?: (?!{_TITLE}){_PART})*")
_PRONOUN = re.compile(r"\b(she|her|herself|he|his|himself)\b", re.IGNORECASE)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday january february march july september october november december"
_CALENDAR = frozenset(
    f"""{_DAYS} {_DAYS.replace(" ", "s ")}s christmas easter halloween diwali eid hanukkah chanukah ramadan passover purim
    thanksgiving advent lent carnival mardi gras holi vesak pentecost whitsun michaelmas yom kippur kwanzaa epiphany nowruz
    songkran midsummer hogmanay oktoberfest""".split()
)
_BEGINNING = frozenset(  # words that a sentence may begin with before "the" or "he"
    """meanwhile afterwards afterward instead perhaps maybe however sometimes somewhere nearby upstairs downstairs overhead
    outside inside indoors outdoors tonight today tomorrow yesterday nowadays thereupon whereupon besides hence henceforth
    next later once twice meet follow watch call ask tell give thank catch wake hug forever please hello goodbye hooray hurrah alas welcome""".split()
)
_NO_NAMES = ORDINARY | UNSEEN_NOUNS | _CALENDAR | _BEGINNING | SOUNDS
_OLD = {"boy": "grandfather", "girl": "grandmother"}
_HOLIDAY = re.compile(r"\b(?:Christmas|Year['’]s|Easter|Holiday) $")
_ASKING = frozenset(("will", "may"))
# Who is called so may be a girl or a boy: "her friend Bo".
_COMPANIONS = frozenset("friend cousin neighbour neighbor classmate playmate child kid twin pupil pal".split())
# "Anna, a baker", "Doctor Emma": of whom the kind is told, and of whom the name is → who is meant.
_OTHER_SEX = {("man", "girl"): "woman", ("woman", "boy"): "man"}
_LEADING = DETERMINERS | ADJECTIVES
_UNSPOKEN = re.compile(r"[^aeiouyà-ÿ]+$|.*(.)\1\1")  # "Mmm", "Whooosh"
_IS_A = re.compile(r" (?:is|was) an?((?: [a-z-]+){1,3})")
_ENDING = re.compile(r"(?:ed|ing|er|est|ly)$")


def strangers(text: str, cast: Sequence[Character], lexicon: Lexicon) -> dict[str, Bearer]:
    """Names of people who are not in the cast, with the kinds that their title, own words or next pronoun say.

    What is no figure ("a snail called Turbo") is not drawn by its name.
    """
    known = {part.lower() for one in cast for name in one.names for part in (name, *name.split())}
    found: dict[str, Bearer] = {}
    for match in _NAME.finditer(text):
        place = (match.start() + little_words(match.group()), match.end())
        words = text[slice(*place)].lower().split()
        if len(words) == 1 and words[0] in _NO_NAMES and words[0] not in NAMES and not _is_called(text, place, lexicon):
            continue
        if text.startswith(" family", place[1]):
            continue
        if words == ["eve"] and _HOLIDAY.search(text, 0, place[0]):
            continue
        if not words or words[-1] in known or " ".join(words) in known or is_owner(text, place):
            continue
        bearer = _Name(text, place, lexicon).bearer()
        if bearer is not None:
            found.setdefault(text[slice(*place)], bearer)
    return found


class _Name:
    """A word in capitals, or several, and what the text makes of them."""

    def __init__(self, text: str, place: Span, lexicon: Lexicon) -> None:
        self.text, self.place, self.lexicon = text, place, lexicon
        self.words = text[slice(*place)].lower().split()
        self.last = self.words[-1]
        self.before = before(text, place[0])
        self.title = self._title() if len(self.words) > 1 else None
        own, called = own_kind(text, place[1], lexicon), kind_called(text, place[0], lexicon)
        placed = self.before.lower() in PREPOSITIONS and self.last not in NAMES  # "in Bergen, a lion slept"
        self.own, self.called = (own and not placed and own[0]) or None, called and called[0]
        self.anybody = called is not None and text[called[1] : place[0]].strip() in _COMPANIONS
        self.thing = is_thing(text, place, lexicon)
        self.called_thing = self.thing and is_called_thing(text, place, lexicon)

    def bearer(self) -> Bearer | None:
        """Who is called so, "" a thing; None where nobody is."""
        if self.words == ["teddy"] and not (self.own or self.called) and not lives(self.text, "Teddy"):
            return Bearer("teddy bear", is_thing=True)
        if self._is_ordinary() or self._is_place() or is_adverb(self.text, self.place[1], self.last):
            return None
        animal = animal_of(self.last, self.lexicon) if self.title and not self._is_surname() else None
        if animal is not None and not self.own:
            return Bearer(animal, is_thing=True)  # "Mrs Hen"
        if self.thing:
            return Bearer("")
        somebody = self.own or self.called or self.title or self._is_somebody()
        return Bearer(self._meant()) if somebody else None

    def _title(self) -> str | None:
        """What the first of several words says: "Aunt Rose", "Robot Beep", but not "the Pirate Ship"."""
        first = self.words[0].rstrip(".")
        if first in TITLES:
            return TITLES[first]
        loose = first in NAMES or (self.before.lower() in _LEADING and self.last not in NAMES)
        return None if loose else self.lexicon.kind(first)

    def _is_surname(self) -> bool:
        """Whether people have the name of a bird, and the scene tells of no such bird: "Miss Lark"."""
        people = self.last in SURNAMES and self.words[0].rstrip(".") in OF_PEOPLE
        return people and re.search(rf"\b{self.last}s?\b", self.text) is None

    def _is_ordinary(self) -> bool:
        """Whether it is a word of the language here, and nobody is called so."""
        if len(self.words) > 1:  # "the great Throne Room", but "poor Peter Pan"
            whole = NAMES.keys() & {*self.words, " ".join(self.words)}
            return self.before.lower() in _LEADING and not (self.title or self.called or whole)
        if self.last in _ASKING and re.match(r"[^.!?]*\?", self.text[self.place[1] :]):
            return True  # "Will the bear come?"
        if self.last in NAMES or self.called or self.called_thing or self._is_told_kind() or self._is_beast():
            return False
        if self.last in _NO_NAMES or _UNSPOKEN.match(self.last) or self._is_epithet():
            return True
        category = self.lexicon.known.get(self.last, ("nouns" if self.last in self.lexicon.nouns else "",))[0]
        if category in ("things", "nouns") and acts_as(self.text, self.place[1], self.lexicon):
            return False  # "Biscuit the cat slept"
        met = is_met(self.text, self.place[0])
        named = met and self.before not in _LEADING  # "and Lotte sat" is no fish, nor "at night, Edda sat" a book
        named = named and (self.before.islower() or (not self.before and acts(self.text, self.place[1], self.lexicon)))
        if self.last in self.lexicon.known or (self.last in self.lexicon.nouns and not named):
            return True
        lower = re.search(rf"\b{re.escape(self.last)}\b", self.text) is not None
        return lower or (not self.before and not named and _is_word(self.last, self.lexicon))

    def _is_told_kind(self) -> bool:
        """Whether the word for a thing is who the text tells the kind of: "Coral is a little girl"."""
        match = _IS_A.match(self.text, self.place[1])
        if match is None or self.before or self.last in UNSEEN_NOUNS or self.lexicon.kind(self.last) is not None:
            return False
        return any(self.lexicon.kind(word) is not None for word in match[1].split())

    def _is_beast(self) -> bool:
        """Whether an animal that is drawn as another is called by its kind alone: "Mole dug a tunnel"."""
        return self._is_animal() and not self.before and acts(self.text, self.place[1], self.lexicon)

    def _is_animal(self) -> bool:
        """Whether the word alone is a noun for an animal that is drawn as another."""
        known = len(self.words) > 1 or self.last in NAMES or self.last in self.lexicon.known
        return not known and self.lexicon.kind(self.last) in BEASTS

    def _is_epithet(self) -> bool:
        """Whether it tells of a name before it: "Olaf the Viking"."""
        return re.search(r"\b[A-Z]\w+ the $", self.text[max(0, self.place[0] - 30) : self.place[0]]) is not None

    def _is_place(self) -> bool:
        """Whether a place or a people is named: "London", "Fox Hill", "in Florence"."""
        if self.words[0].rstrip(".") in OF_PEOPLE:
            return False
        named = self.last in PLACES or (len(self.words) > 1 and self.last in PLACE_WORDS)
        return named and not (self.own or self.called)

    def _is_somebody(self) -> bool:
        """Whether what stands around fits a person: all that a common name needs is not to stand as a place does."""
        end = self.place[1]
        common = self.last in NAMES and self.last not in ALSO_WORDS
        if is_met(self.text, self.place[0], common):
            return self.last in NAMES or self.before.lower() not in DETERMINERS or acts(self.text, end, self.lexicon)
        if self.before.lower() in PREPOSITIONS:
            return False
        if common and not self.before:
            return not is_spoken_to(self.text, self.place)
        if self.last in OF_TIMES and not is_in_state(self.text, end, self.lexicon):
            return False
        return acts(self.text, end, self.lexicon)

    def _meant(self) -> str:
        """The kind: what is told of it, an animal ("Mr Fox"), the title, the name's own, or what the next pronoun says."""
        told = self.own or (None if self.anybody else self.called)
        beast = (len(self.words) > 1 and self.last not in NAMES) or self._is_animal()
        animal = self.lexicon.kind(self.last) if beast else None
        if animal in HER_KINDS | HIS_KINDS or self._is_surname():
            animal = None  # "Captain Greybeard", "Emma Baker", "Mr Drake"
        if animal and self.title and told in HER_KINDS | HIS_KINDS:
            told = None  # "Mr Fox, the tailor"
        whole = " ".join(self.words)
        if len(self.words) > 1 and whole in NAMES:
            return told or NAMES[whole]
        listed = NAMES.get(self.words[0]) or NAMES.get(self.last)
        sure = listed if self.last not in EITHER_NAMES else None
        if not sure and not told and self._is_job():
            sure = self._pronounced()
        if sure and not animal and (told or self._is_job()):
            told = _OTHER_SEX.get((told or self.title or "", sure), told)
        guess = sure or self._girl_or_boy(listed)
        aged = _OLD.get(guess, guess) if self.before.lower() == "old" else guess  # "Old Tobias"
        return told or animal or self.title or aged

    def _girl_or_boy(self, mostly: str | None) -> str:
        """What the next pronoun says of a name, what it mostly is, or its ending."""
        told = _IS_A.match(self.text, self.place[1])
        for word in told[1].split() if told else ():
            if self.lexicon.kind(word) in CHILD.values():
                return self.lexicon.kind(word) or word  # "Coral is a little girl"
        return self._pronounced() or mostly or ("girl" if self.last.endswith(("a", "ie", "el")) else "boy")

    def _is_job(self) -> bool:
        """Whether a title is that of women and men alike: "Doctor Sim", "Astronaut Nova"."""
        first = self.words[0].rstrip(".")
        return first in JOBS or (self.title is not None and first not in TITLES and first not in self.lexicon.known)

    def _pronounced(self) -> str | None:
        """What the next pronoun says of a name; "him" is somebody else."""
        pronoun = _PRONOUN.search(self.text, self.place[1])
        if pronoun:
            kind = "girl" if pronoun.group(1).lower() in ("she", "her", "herself") else "boy"
            between = re.findall(r"[A-Z]\w+", self.text[self.place[1] : pronoun.start()])
            if not any(NAMES.get(name.lower()) == kind for name in between):
                return kind
        return None


def _is_called(text: str, place: Span, lexicon: Lexicon) -> bool:
    """Whether the words before tell that somebody or something is called so: "his robot Zip"."""
    told = kind_called(text, place[0], lexicon) is not None or is_called_thing(text, place, lexicon)
    return told and before(text, place[0]) != ""


def _is_word(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is one of the language's in any form: "Birds", "Barked", "Quietly"."""
    stems = [_ENDING.sub("", word)] if _ENDING.search(word) else []
    stems += [stems[0] + "e", stems[0][:-1]] if stems and len(stems[0]) > 3 else []
    return any(lexicon.familiar(form) for form in (*word_forms(word), *stems))


def little_words(words: str) -> int:
    """How far a run of capitals goes before its name begins: "Then Peter Pan"."""
    length = 0
    for part in words.split(" ")[:-1]:
        word = part.lower()
        little = word in _NO_NAMES | PLACES or (word.endswith("ly") and len(word) > 4)
        if not little or word in NAMES or word.rstrip(".") in TITLES or words[length:].lower() in NAMES:
            break
        length += len(part) + 1
    return length
