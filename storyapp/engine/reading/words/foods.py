"""What is on the table: "they ate lamb and rice" shows no lamb, and "milk in a cup" is one thing."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .concept_mentions import ConceptMention
from .splitting import Word

# Animals whose word, without an article, is that of a dish; and the dish.
_DISHES = {
    "lamb": "meat",
    "chicken": "chicken leg",
    "turkey": "chicken leg",
    "duck": "chicken leg",
    "goose": "chicken leg",
}
_EATING = frozenset(
    """
    eat eats ate eating eaten cook cooks cooked cooking roast roasted roasting fry fried frying grill grilled serve served serves
    serving had taste tasted tastes order ordered orders smell smelled smelt chew chewed nibble nibbled for like likes liked
    love loves loved share shared
    """.split()
)
_DRINKING = frozenset(
    "drink drinks drank drinking sip sips sipped sipping had have has having enjoyed slurped finished".split()
)
_DISHED = frozenset("and or with some roast roasted fried grilled hot cold boiled baked spicy leftover of".split())
_CLAUSE = 8  # words between a verb and the last that is eaten
_NEAR = 4  # words between drinking and what is drunk
_DRINKS = frozenset(("milk", "drink", "juice box", "soup", "cocoa"))
# What is drawn in its own cup, bowl or bag, and what is none of it then: "a bowl of spaghetti", "a glass of milk".
_DISHED_UP = _DRINKS | frozenset(
    "spaghetti,rice,salad,popcorn,fries,pudding,potion,honey pot,jam jar,salt,noodle bowl".split(",")
)
_IN_ITS_POT = frozenset(("tea", "coffee", "water"))  # of which only the cup or the pot is drawn
_CUPS = frozenset(("cup", "bowl", "jar", "bottle"))
VESSELS = frozenset(
    "cup cups bowl bowls jar jars bottle bottles glass glasses mug mugs plate plates pot pots bag bags jug dish tub carton".split()
)
_OF = re.compile(r" of (?:\w+ ){0,2}", re.IGNORECASE)
# Words for a part or a number of what is named behind "of"; and what no word says by itself.
_MEASURES = frozenset(
    "pair pairs bunch string loaf loaves slice slices pile stack heap row line trail piece pieces packet pack stick sheet ball".split()
)
_WITH = re.compile(r",? with (?!an? )(?:(?!and\b)[\w-]+ ){0,3}", re.IGNORECASE)
_ON_CAKE = re.compile(
    r" on (?:(?:top of )?(?:an?|the|his|her|its|their|my|your|our)|\w+['’]s) (?:\w+ ){0,2}", re.IGNORECASE
)
_IN_CUP = re.compile(r" in (?:an?|the|his|her|its|their|my|your|our) (?:\w+ )?", re.IGNORECASE)


def served(found: Sequence[ConceptMention], text: str, words: Sequence[Word]) -> list[ConceptMention]:
    """The mentions of a sentence, with dishes as such, and without what is only around a drink."""
    kept: list[ConceptMention] = []
    for index, mention in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        if after is not None and _OF.fullmatch(text, mention.span[1], after.span[0]):
            vessel = words[mention.last].text in VESSELS and after.name in _DISHED_UP
            if vessel or (words[mention.last].text in _MEASURES and not mention.name and after.category == "things"):
                continue
        before = next((one for one in reversed(found[:index]) if one.category != "pronouns"), None)
        poured = before is not None and words[mention.last].text in _IN_ITS_POT and words[before.last].text in VESSELS
        if poured and before is not None and _OF.fullmatch(text, before.span[1], mention.span[0]):
            continue
        drink = before is not None and before.name in _DRINKS and mention.name in _CUPS
        if drink and before is not None and _IN_CUP.fullmatch(text, before.span[1], mention.span[0]):
            continue
        if mention.name == "candle" and any(_is_on_cake(mention, one, text) for one in found):
            continue
        kept.append(replace(mention, name="cup") if _is_drunk(mention, words) else _as_dish(mention, text, words))
    return kept


def _is_on_cake(candle: ConceptMention, cake: ConceptMention, text: str) -> bool:
    """Whether candles are those with which a cake is drawn: "a cake with six candles", "the candles on her cake"."""
    if cake.span < candle.span:
        joined = _WITH.fullmatch(text, cake.span[1], candle.span[0])
    else:
        joined = _ON_CAKE.fullmatch(text, candle.span[1], cake.span[0])
    return cake.name == "cake" and joined is not None


def _as_dish(mention: ConceptMention, text: str, words: Sequence[Word]) -> ConceptMention:
    dish = _DISHES.get(words[mention.last].text) if mention.first == mention.last else None
    if dish is None or mention.category not in ("things", "nouns", "kinds") or not mention.first:
        return mention
    before, clause = (
        words[mention.first - 1],
        {word.text for word in words[max(0, mention.first - _CLAUSE) : mention.first]},
    )
    listed = "," in text[before.span[1] : mention.span[0]] or before.text in _DISHED | _EATING
    eaten = listed and clause & _EATING and text[mention.span[0]].islower()
    return replace(mention, category="things", name=dish) if eaten else mention


def _is_drunk(mention: ConceptMention, words: Sequence[Word]) -> bool:
    """Whether tea is what somebody has in a cup, and not what is in a pot: "Grandpa drank his tea"."""
    near = {word.text for word in words[max(0, mention.first - _NEAR) : mention.first]}
    return words[mention.last].text == "tea" and mention.first == mention.last and bool(near & _DRINKING)
