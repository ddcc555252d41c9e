"""Inflection of English verbs."""

from __future__ import annotations

from dataclasses import dataclass

_VOWELS = "aeiou"
_PASTS = """
bear bore, beat beat, become became, begin began, bend bent, bind bound, bite bit, bleed bled, blow blew, break broke,
bring brought, build built, burst burst, buy bought, catch caught, cling clung, come came, creep crept, cut cut,
deal dealt, dig dug, do did, draw drew, drink drank, drive drove, eat ate, fall fell, feed fed, feel felt, fight fought,
find found, flee fled, fling flung, fly flew, forget forgot, freeze froze, get got, give gave, go went, grind ground,
grow grew, hang hung, have had, hear heard, hide hid, hit hit, hold held, keep kept, kneel knelt, know knew, lay laid,
lead led, leap leapt, leave left, let let, lie lay, light lit, lose lost, make made, meet met, put put, read read,
ride rode, ring rang, rise rose, run ran, say said, see saw, seek sought, send sent, set set, shake shook, shoot shot,
show showed, shrink shrank, shut shut, sing sang, sink sank, sit sat, sleep slept, slide slid, sling slung, slink slunk,
speak spoke, speed sped, spin spun, split split, spread spread, spring sprang, stand stood, steal stole, stick stuck,
strike struck, stride strode, sweep swept, swim swam, swing swung, take took, tear tore, tell told, think thought,
throw threw, tread trod, wake woke, wear wore, weep wept, wind wound, write wrote, overtake overtook, oversleep overslept
"""
IRREGULAR: dict[str, str] = dict(pair.split() for pair in _PASTS.replace("\n", " ").split(","))


@dataclass(frozen=True)
class Verb:
    """A verb with its particle or object: base ("set off"), third person, past and -ing form."""

    base: str
    third: str
    past: str
    ing: str

    @property
    def forms(self) -> tuple[str, str, str, str]:
        """All four forms."""
        return self.base, self.third, self.past, self.ing


def verb(entry: str) -> Verb:
    """The forms of "walk", "run:ran" or "set off:set": words behind the first stay as they are."""
    words, _, past = entry.partition(":")
    head, _, rest = words.partition(" ")
    tail = f" {rest}" if rest else ""
    return Verb(words, _third(head) + tail, (past or _past(head)) + tail, _ing(head) + tail)


def _third(base: str) -> str:
    if base == "have":
        return "has"
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    return base[:-1] + "ies" if _ends_in_consonant_y(base) else base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if _ends_in_consonant_y(base) else _doubled(base) + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def _ends_in_consonant_y(base: str) -> bool:
    return base.endswith("y") and base[-2] not in _VOWELS


def _doubled(base: str) -> str:
    """With its last consonant doubled after one short vowel: hop → hopp."""
    syllables = sum(a in _VOWELS and (i == 0 or base[i - 1] not in _VOWELS) for i, a in enumerate(base))
    short = len(base) > 2 and base[-1] not in _VOWELS + "wxy" and base[-2] in _VOWELS and base[-3] not in _VOWELS
    return base + base[-1] if syllables == 1 and short else base
