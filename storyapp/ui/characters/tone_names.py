"""What people call the tones of skin, fur and hair that figures are drawn in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from storyapp.stage.vocabulary import Vocabulary

TONES = "Tones"  # the context of their translations, in words_LANGUAGE.json
_SKIN = ("pale", "light", "tan", "bronze", "brown", "dark")
_HAIR = {
    "#342b32": ("black", "dark brown", "light brown", "ginger", "blond", "dark red"),
    "#f0eeec": ("white", "silver", "light grey", "cream", "grey", "pale lilac"),
    "#f478b0": ("pink", "purple", "turquoise", "golden", "blue", "red"),
}  # by the first tone
_FUR = {
    "fox": ("orange", "rust red", "brown", "grey", "light orange", "red"),
    "rabbit": ("cream", "beige", "grey", "brown", "peach", "white"),
    "bear": ("brown", "dark brown", "light brown", "cinnamon", "cream", "dark grey"),
    "cat": ("ginger", "grey", "cream", "dark grey", "light brown", "white"),
    "dog": ("sandy", "cream", "brown", "golden", "grey", "dark brown"),
    "mouse": ("grey", "beige", "brown", "white", "blue grey", "sandy"),
    "lion": ("golden", "amber", "sandy", "yellow", "light brown", "cream"),
    "panda": ("white", "cream", "bluish white", "warm white", "ivory", "light grey"),
    "frog": ("green", "dark green", "yellow green", "blue green", "olive green", "leaf green"),
    "pig": ("pink", "bright pink", "light pink", "salmon", "rose", "brownish pink"),
    "elephant": ("blue grey", "grey", "dark grey", "lilac grey", "greenish blue", "light grey"),
    "monkey": ("brown", "dark brown", "light brown", "blackish brown", "sandy", "reddish brown"),
    "owl": ("brown", "dark brown", "light brown", "grey", "cream", "reddish brown"),
    "penguin": ("dark blue", "black", "blue", "grey", "sea blue", "dark brown"),
    "dragon": ("green", "teal", "purple", "red", "blue", "orange"),
    "robot": ("silver", "steel blue", "beige", "lilac grey", "mint green", "dark grey"),
    "ghost": ("white", "bluish white", "pale lilac", "pale green", "cream", "pale blue"),
    "unicorn": ("white", "pale pink", "pale lilac", "pale blue", "cream", "light grey"),
}


def tone_names(vocabulary: Vocabulary, concept: str, look: str) -> list[str]:
    """The tones of the `look` "skin" (fur, metal …) or "hair" of a kind, as they are called in the program's language."""
    kind = vocabulary.kind(concept)
    tones = kind.hair if look == "hair" else kind.skin
    names = _HAIR.get(tones[0].lower(), ()) if look == "hair" and tones else _FUR.get(concept, _SKIN)
    return [
        QCoreApplication.translate(TONES, names[row] if row < len(names) else f"tone {row + 1}")
        for row in range(len(tones))
    ]
