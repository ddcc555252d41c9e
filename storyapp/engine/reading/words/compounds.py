"""Nouns side by side: which of them is meant, in "picnic hamper", "baby elephant", "pirate ship" and "frog prince"."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storyapp.stage.facing import ANIMALS as FROM_SIDE
from storyapp.stage.vocabulary import word_forms

from .concept_mentions import ConceptMention
from .english import GIVING, is_irregular_plural
from .possessives import is_owner
from .splitting import Word

# The things that are animals, and so may have a mother or be a baby: those that are drawn from the side, and the others.
ANIMALS = FROM_SIDE | frozenset(
    """
    orangutan koala sloth chick peacock snake spider beetle ladybird crab lobster scorpion octopus squid jellyfish starfish
    bat butterfly fly
    """.split()
)
# The birds and fishes that "the bird" and "the fish" may be.
IN_GENERAL = {
    "bird": frozenset(
        "eagle seagull parrot owl penguin duck hen chicken turkey swan flamingo peacock goose dove ostrich chick robin blackbird".split()
    ),
    "fish": frozenset(("shark", "tropical fish", "blowfish")),
}
# Things that children give a name to.
TOYS = frozenset(("teddy bear", "doll", "puppet", "rocking horse"))
# Those of the figures that are animals.
BEASTS = frozenset(
    "fox rabbit bear cat dog mouse lion panda frog pig elephant monkey owl penguin dragon unicorn "
    "wolf squirrel hedgehog tiger crocodile turtle duck hen sheep cow".split()
)
# Behind an animal they tell only which of its kind it is.
_OF_A_KIND = frozenset(
    """
    mother father mum mummy mom mommy dad daddy mama papa boy girl baby king queen prince princess grandmother grandfather
    granny grandma grandpa brother sister child children lady lord cub pup chick foal calf kid
    """.split()
)
_REMAINS = frozenset("skeleton skeletons".split())  # they look like what stands before them
# Behind a figure: it is not there itself.
_LIKENESSES = frozenset(
    """
    mask masks costume costumes suit outfit puppet puppets statue statues picture pictures poster posters sticker stickers
    story stories song songs pyjamas pajamas slippers book books drawing drawings painting paintings film films
    """.split()
)
_SEEN = ("things", "nouns", "kinds")


def heads(found: Sequence[ConceptMention], text: str, words: Sequence[Word]) -> list[ConceptMention]:
    """Without nouns that only say which: of "bird table" the table is kept, of "baby bear" and "bear mother" the bear."""
    kept: list[ConceptMention] = []
    dropped: set[int] = set()
    for index, mention in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        if after is not None and not _adjoin(mention, after, text):
            after = None
        if index in dropped or _is_likeness(mention, words, text) or _is_of_owner(mention, words, text):
            continue
        if after is None or not _modifies(mention, after, words) or words[after.last].text in _REMAINS:
            kept.append(mention)
        elif _is_beast(mention) and words[after.last].text.removesuffix("s") in _OF_A_KIND:
            kept.append(replace(mention, span=(mention.span[0], after.span[1]), last=after.last))
            dropped.add(index + 1)
    return kept


def _adjoin(mention: ConceptMention, after: ConceptMention, text: str) -> bool:
    if text[mention.span[0]].islower() and text[after.span[0]].isupper():
        return False  # "our goat Daisy"
    return after.first == mention.last + 1 and text[mention.span[1] : after.span[0]] == " "


def _modifies(mention: ConceptMention, after: ConceptMention, words: Sequence[Word]) -> bool:
    """Whether a noun tells of the next one what it is."""
    if mention.category not in _SEEN or _is_plural(words[mention.last].text):
        return False
    if not mention.is_of_kind:
        return after.category in _SEEN
    given = GIVING & {word.text for word in words[max(0, mention.first - 4) : mention.first]}
    if after.name == "children":  # "six rabbit children"
        return _is_beast(mention)
    if after.is_of_kind or after.name in ANIMALS:
        return not given or not _is_plural(words[after.last].text)
    size = (
        words[mention.last].text in ("giant", "baby")
        and after.category == "nouns"
        and not _is_plural(words[after.last].text)
    )
    return not given and (size or after.category in ("things", "accessories"))


def _is_likeness(mention: ConceptMention, words: Sequence[Word], text: str) -> bool:
    """Whether somebody is only what a thing looks like or tells of: "a lion mask"."""
    if not mention.is_of_kind or mention.last + 1 >= len(words):
        return False
    after = words[mention.last + 1]
    return after.text in _LIKENESSES and text[mention.span[1] : after.span[0]] == " "


def _is_of_owner(mention: ConceptMention, words: Sequence[Word], text: str) -> bool:
    """Whether a noun belongs to the words for an owner: "Baby Bear's porridge", "Grandpa Joe's hat"."""
    if not mention.is_of_kind or mention.last + 1 >= len(words):
        return False
    after = words[mention.last + 1]
    stem = after.text.removesuffix("'s")
    if stem == after.text or text[mention.span[1] : after.span[0]] != " ":
        return False
    name = text[after.span[0]].isupper() or stem in BEASTS or stem in ANIMALS
    return name and is_owner(text, (after.span[0], after.span[0] + len(stem)))


def _is_beast(mention: ConceptMention) -> bool:
    name = mention.name or mention.noun.concept
    return name in BEASTS or name in ANIMALS


def _is_plural(word: str) -> bool:
    return is_irregular_plural(word) or (word[-1] == "s" and word[-2:] != "ss" and word_forms(word)[-1] != word)
