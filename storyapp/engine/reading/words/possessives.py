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
# What is done to clothes that somebody has on, before the words for them; and what these do, behind them.
DONE_TO_CLOTHES = TurnTable(
    "before",
    (
        Turn("pulled at", r"(?:pull|tug|yank|peck|nibbl|chew|jerk|pluck)(?:s|ed|ged|ing|ging)? (?:at|on)|tore at",
             "Wind pulled at Otto's |scarf", unlike="Wind pulled at the door. Otto's |scarf"),
        Turn("sat on", r"(?:sat|sits?|sitting|land(?:s|ed)|perch(?:ed|es)|settled|alighted)(?: down)? on", "A bird sat on Mia's |hat",
             unlike="A bird sat in Mia's |hat"),
        Turn("held on to", r"(?:held|holds?|holding|hung|hangs?) on ?to|clung to|(?:clutch|straighten|adjust|tighten|loosen|smooth)(?:ed|es|s|ing)"
             r"(?: down)?", "Mia clutched her |hat", unlike="Mia hung her |hat"),
    ),
    r"\b(?:{}) (?:(?!(?:in|on|of|at|and|with|from|to)\b)[\w'’-]+ ){1,4}$",
)  # fmt: skip
DONE_BY_CLOTHES = TurnTable(
    "behind",
    (
        Turn("fluttered", r" (?:was |were )?(?:(?:flutter|flapp?|stream|billow|sway|swish|swirl|jingl|twinkl|sparkl|gleam|glitter|shin|itch|tickl)"
             r"(?:s|es|ed|ing)|shone)\b", "Otto's scarf| fluttered", unlike="Otto's scarf| lay there"),
        Turn("slipped", r" (?:slipped|slid|fell|hung|came|kept \w+ing)(?: down)? over (?:his|her|its|their|one) ",
             "His hat| slid down over his eyes", unlike="His hat| fell off"),
        Turn("was too big", r" (?:was|were|is|are) (?:(?:much |far |a little |so )?too (?:big|small|large|tight|long|loose|warm|hot)|(?:all |soaking "
             r"|dripping )?wet|crooked|askew)\b", "Her hat| was too big", unlike="Her hat| was gone"),
    ),
)  # fmt: skip
TABLES = (SHORT_FOR_IS, PLACED, DONE_TO_CLOTHES, DONE_BY_CLOTHES)
_OWNED = re.compile(r"(?:['’]s?|\b(?:his|her|its|their|my|our)) (?:[\w-]+ ){0,2}$", re.IGNORECASE)


def is_owner(text: str, place: Span) -> bool:
    """Whether a word only tells whose something is: "Mia's dog", "the frogs' legs", but not "Mia's tired" or a quotation's end."""
    start, end = place
    if re.match(r"['’]s\b", text[end : end + 3]):
        placed = PLACED.pattern.search(text[max(0, end - 40) : end])  # "on Mia's back."
        return placed is not None or SHORT_FOR_IS.pattern.match(text, end) is None
    if not re.match(r"['’]\s+\w", text[end : end + 4]) or text[end - 1].lower() != "s":
        return False
    return len(_OPENS.findall(text, 0, start)) <= len(_CLOSES.findall(text, 0, start))


def is_kept_on(text: str, clothes: Span) -> bool:
    """Whether somebody has on what is theirs: "Otto's scarf fluttered", "she clutched her hat"."""
    before = text[: clothes[0]]
    if _OWNED.search(before) is None:
        return False
    done = DONE_TO_CLOTHES.pattern.search(before) or DONE_BY_CLOTHES.pattern.match(text, clothes[1])
    return done is not None
