"""Whether a word only tells whose something is: "Mia's dog", but not "Mia's tired"."""

from __future__ import annotations

import re

from storyapp.story.plan import Span

from .turns import Turn, TurnTable

_OPENS, _CLOSES = re.compile(r"‘|(?<!\w)'(?=\w)"), re.compile(r"[’'](?!\w)")  # single quotation marks

SHORT_FOR_IS = TurnTable(
    "behind",
    (
        Turn("is or has", r"(?:not|an?|the|here|there|gone|got|been|in|at|on|up|going to|trying to)\b", "Mia|'s a clown",
             unlike="Mia|'s clown fell"),
        Turn("is doing", r"\w{2,}ing (?:an?|the|his|her|to|with|home|away)\b", "Mia|'s eating an apple",
             unlike="Mia|'s building fell"),
        Turn(
            "is so",
            r"(?:tired|happy|sad|angry|cross|scared|afraid|frightened|hungry|thirsty|cold|hot|warm|ill|sick|asleep|awake|late|ready|"
            r"lost|sleepy|bored|excited|shy|proud|lonely|busy|alone|glad|sure|wet|dirty|worried|surprised|away|home|back|better|"
            r"fine|upset|hurt|wrong|right|big|small|hiding|crying|laughing|dancing|singing|running|sleeping|coming|waiting|smiling)"
            r"(?=[.,!?;”\"]| (?:and|but|because|of|to|that|when|with|now|today|again)\b|$)",
            "Mia|'s so tired.",
            unlike="Mia|'s tired eyes",
        ),
    ),
    r"['’]s (?:(?:never|so|very|too|really|always|still|already|just|now|all) )*(?:{})",
)  # fmt: skip
PLACED = TurnTable(
    "before",
    (
        Turn(
            "where",
            r"\b(?:in|on|at|to|from|of|into|onto|near|behind|under|with|for|by)\s+\w+$",
            "The bird sat on Mia|'s back.",
            unlike="Here comes Mia|'s back.",
        ),
    ),
)
TABLES = (SHORT_FOR_IS, PLACED)


def is_owner(text: str, place: Span) -> bool:
    """Whether a word only tells whose something is: "Mia's dog", "the frogs' legs", but not "Mia's tired" or a quotation's end."""
    start, end = place
    if re.match(r"['’]s\b", text[end : end + 3]):
        placed = PLACED.pattern.search(text[max(0, end - 40) : end])  # "on Mia's back."
        return placed is not None or SHORT_FOR_IS.pattern.match(text, end) is None
    if not re.match(r"['’]\s+\w", text[end : end + 4]) or text[end - 1].lower() != "s":
        return False
    return len(_OPENS.findall(text, 0, start)) <= len(_CLOSES.findall(text, 0, start))
