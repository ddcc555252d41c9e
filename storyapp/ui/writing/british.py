"""British spelling: the bundled English dictionary is American, so words are looked up in their American form, too."""

from __future__ import annotations

import re
from collections.abc import Callable

_OUR = re.compile(
    r"(arb|ard|arm|behavi|cand|clam|col|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|savi|"
    r"splend|succ|tum|val|vap|vig)our"
)
_ISE = re.compile(r"(?<=[a-z]{3})([iy])s(e[drs]?|ers|ing|ingly|ations?|ational)$")
_LL = re.compile(r"(.*[aeiou][^aeiou]+[aeiou]l|.*[iu][ae]l)l(ed|ing|er|ers|ings|ous|ously)$")
_RE = re.compile(r"(cent|fib|goit|calib|lit|lust|meag|met|mit|reconnoit|sab|sepulch|somb|spect|theat)re([ds]?|ship)$")
_OTHERS = {
    "aeroplane": "airplane",
    "aluminium": "aluminum",
    "cheque": "check",
    "chequer": "checker",
    "cosily": "cozily",
    "defence": "defense",
    "dreamt": "dreamed",
    "draught": "draft",
    "gaol": "jail",
    "jeweller": "jeweler",
    "jewellery": "jewelry",
    "kerb": "curb",
    "licence": "license",
    "manoeuvre": "maneuver",
    "mould": "mold",
    "moult": "molt",
    "moustache": "mustache",
    "offence": "offense",
    "plough": "plow",
    "pretence": "pretense",
    "programme": "program",
    "pyjama": "pajama",
    "sceptic": "skeptic",
    "smoulder": "smolder",
    "tyre": "tire",
    "woollen": "woolen",
}
_STARTS = re.compile(rf"(snow)?({'|'.join(sorted(_OTHERS, key=len, reverse=True))})(s|y|d|ed|ing|ish|less|al|ally)?$")


def is_british(word: str, known: Callable[[str], bool]) -> bool:
    """Whether a word, in small letters, is the British spelling of one that is `known`."""
    if known(_OUR.sub(r"\1or", word, count=1)) or known(_ISE.sub(r"\1z\2", word)):
        return True
    doubled = _LL.fullmatch(word)
    if doubled and known(doubled[1]) and known(doubled[1] + doubled[2]):
        return True
    turned = _RE.search(word)
    if turned:
        end = {"s": "ers", "d": "ered"}.get(turned[2], f"er{turned[2]}")
        return known(word[: turned.end(1)] + end)
    other = _STARTS.fullmatch(word)
    return other is not None and known(_OTHERS[other[2]])
