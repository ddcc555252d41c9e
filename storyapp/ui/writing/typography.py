"""What typing and pasting make of plain characters: quotation marks, dashes, clean words. No Qt in here."""

from __future__ import annotations

import re
import unicodedata

_QUOTES = {  # language → double open, double close, single open, single close
    "de": ("„", "“", "‚", "‘"),
    "fr": ("«", "»", "‹", "›"),
    "it": ("«", "»", "‹", "›"),
    "es": ("«", "»", "‹", "›"),
    "ru": ("«", "»", "„", "“"),
    "pl": ("„", "”", "‚", "’"),
    "ar": ("«", "»", "‹", "›"),
}
_ENGLISH = ("“", "”", "‘", "’")
_OPENS_AFTER = " \t\n\u00a0([{«„“‘‚‹/*"
_DASHES = "—–-"
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\ufffc\ufffd]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")


def typed(before: str, letter: str, language: str = "en") -> tuple[int, str] | None:
    """What a typed letter becomes behind the words `before`: letters to take back and what to put; None for itself."""
    double_open, double_close, single_open, single_close = _QUOTES.get(language, _ENGLISH)
    plain = before.rstrip(_DASHES) if not before[-2:-1].strip() else before  # “Wait –” but: he said – “Wait”
    opens = not plain or plain[-1] in _OPENS_AFTER or plain[-1] == double_open
    if letter == '"':
        return 0, double_open if opens else double_close
    if letter == "'":
        if not opens and before[-1].isalnum():
            return 0, "’"  # an apostrophe is one in every language
        return 0, single_open if opens else single_close
    if letter == "-" and before.endswith("-") and not before.endswith("--"):
        return 1, "–"
    if letter == "-" and before.endswith("–"):
        return 1, "—"
    if letter == "." and before.endswith("..") and not before.endswith("..."):
        return 2, "…"
    return None


def clean(text: str) -> str:
    """Pasted words without what other programs leave in them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    text = "".join(one for one in text if one in "\n\t" or unicodedata.category(one) not in ("Cc", "Cs", "Cn", "Co"))
    lines = [re.sub(r"[ \t]+", " ", line).rstrip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
