"""The colours that a sentence tells of its things: "a big red balloon", "the boat was green", "they painted the door blue"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from storyapp.stage.looks import METALS
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import COLOUR, CelPlan, ScenePlan

from ..drafts import Draft, Sentence
from ..words.concept_mentions import ConceptMention
from ..words.english import ADJECTIVES, COUNTS, DETERMINERS, FUNCTION_WORDS, PREPOSITIONS
from ..words.splitting import Word

# Words of the vocabulary's colours that before a noun are more often things, or parts of a name.
_ALSO_THINGS = frozenset(
    ("rose", "chestnut", "cream", "lemon", "lime", "tangerine", "amber", "jet", "tan", "dark black")
)
_OF_FRUIT = {  # "an orange tree" is green
    "orange": frozenset(
        ["tree", "trees", "juice", "peel", "slice", "cake", "jam", "marmalade", "blossom", "grove", "soda"]
    ),
    "violet": frozenset(("seeds", "petals")),
}
_OF_VERBS = frozenset(("up", "off", "out"))  # "blew up a balloon"
_DRUNK = frozenset(("tea", "coffee", "wine"))  # of a colour that no cup shows
# Names of animals and trees that are not of that colour.
_SPECIES = frozenset(
    (
        ("red", "squirrel"),
        ("red", "deer"),
        ("red", "panda"),
        ("golden", "eagle"),
        ("silver", "birch"),
        ("golden", "retriever"),
    )
)
_LONGEST = 5  # words between a colour and its thing
_FIGURES = ("kinds", "who", "strangers", "pronouns", "groups")
_HUES = "(?:bright|dark|light|pale|deep|pure|shiny|soft)"
_MANNER = rf"(?:(?:all|very|so|quite|really|painted|coloured|colored|as|{_HUES}|{'|'.join(sorted(ADJECTIVES))})[ -](?:and )?){{0,3}}?"
_IS = r"(?:(?:was|is|were|are|looked|looks|turned|turns|became|becomes|grew|went|glowed|shone|gleamed|had been|has been)|'s)"
_WHERE = rf"(?: (?:{'|'.join(sorted(PREPOSITIONS))}) (?:\w+ ){{0,3}}?\w+)?"
# What may stand behind a colour that no noun follows.
_END = r"(?=\s*(?:[.,;:!?)”’\"…–—]|$)|\s+(?:and|but|with|as|like|in|from|now|again|all|because|so|when|while|on|for|too|or|to|than)\b)"
_MADE = frozenset(
    [
        "paint",
        "paints",
        "painted",
        "painting",
        "dye",
        "dyes",
        "dyed",
        "colour",
        "colours",
        "coloured",
        "color",
        "colors",
        "colored",
        "turn",
        "turns",
        "turned",
        "make",
        "makes",
        "made",
    ]
)


class ColourFinder:
    """Finds what colours are told of a thing, by the colours of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        entries = vocabulary.entries.get("colours", {}).values()
        self.words = {word: one.name for one in entries for word in (one.name, *one.synonyms, *one.held_out)}
        self.words = {word: name for word, name in self.words.items() if word not in _ALSO_THINGS} | METALS
        named = "|".join(sorted(self.words, key=len, reverse=True))
        self._behind = re.compile(
            rf"(?:,? (?:which|that))?{_WHERE} ?{_IS} {_MANNER}(?P<one>{named})(?: and (?P<two>{named}))?{_END}"
            rf"|, (?:(?:all|both|each|every one) of (?:them|which) )?{_MANNER}(?P<said>{named})(?= as\b| like\b|[,.;!])"
            r"|(?: made)? of (?:pure )?(?P<metal>gold|silver)\b",
            re.IGNORECASE,
        )
        self._after = re.compile(rf" {_MANNER}(?P<one>{named})(?: and (?P<two>{named}))?{_END}", re.IGNORECASE)
        self._each = re.compile(rf"[,:;–—( ]*(?:(?:,? and |, )?one (?:was |of them )?(?:{named})\b)+", re.IGNORECASE)
        self._one = re.compile(rf"one (?:\w+ )*?({named})\b", re.IGNORECASE)

    def told(self, sentence: Sentence, mention: ConceptMention, name: str) -> list[str]:
        """The colours of a thing in the order in which they are told; `name` is what it is drawn as."""
        return self._before(sentence, mention, name) or self._told_behind(sentence, mention)

    def _before(self, sentence: Sentence, mention: ConceptMention, name: str) -> list[str]:
        """The colours among the words before a noun, and in what names it: "a red and a golden key"."""
        words, text = sentence.words, sentence.text
        inside = [word for word in words[mention.first : mention.last] if word.text not in name.split()]
        found = [colour for word in inside for colour in self._colours(sentence, word, words[mention.last].text)]
        taken = {
            index for one in sentence.mentions if one.category in _FIGURES for index in range(one.first, one.last + 1)
        }
        following, loose, index = words[mention.first], False, mention.first - 1
        while index >= max(0, mention.first - _LONGEST):
            word = words[index]
            gap = text[word.span[1] : following.span[0]]
            colours = self._colours(sentence, word, words[mention.last].text)
            listed = bool(colours) and "," in gap and (following.text in self.words or following.text in ADJECTIVES)
            if (gap.strip(" -") and not listed) or index in taken:
                break
            if colours:
                if loose and not _begins(words, index, self.words):
                    break  # "the fox in red carried balloons"
                found = colours + found
            elif word.text == "and":
                before = words[index - 1].text if index else ""
                if following.text not in self.words or not (before in self.words or before in ADJECTIVES):
                    break
            elif word.text not in ADJECTIVES:
                if _ends(word.text):
                    break
                loose = True
            following, index = word, index - 1
        return found

    def _colours(self, sentence: Sentence, word: Word, noun: str) -> list[str]:
        """The colours that a word means; none if it is a name, or a kind of its noun."""
        parts = [part for part in word.text.split("-") if part != "and"]
        if word.text in self.words:
            parts = [word.text]
        named = sentence.text[word.span[0]].isupper() and word.span[0] > sentence.words[0].span[0]
        if named or not parts or any(part not in self.words for part in parts):
            return []
        if noun in _DRUNK or noun in _OF_FRUIT.get(word.text, ()) or (word.text, noun.removesuffix("s")) in _SPECIES:
            return []
        return [self.words[part] for part in parts]

    def _told_behind(self, sentence: Sentence, mention: ConceptMention) -> list[str]:
        """The colours that the words behind a noun tell of it."""
        end = sentence.span[1]
        behind = sentence.text[mention.span[1] : end].replace("’", "'")
        if each := self._each.match(behind):
            return [self.words[one.lower()] for one in self._one.findall(each[0])]
        match = None if _is_place(sentence.words, mention) else self._behind.match(behind)
        if match is None and any(
            word.text in _MADE for word in sentence.words[max(0, mention.first - 6) : mention.first]
        ):
            match = self._after.match(behind)
        return [self.words[one.lower()] for one in match.groups() if one] if match else []


def _begins(words: Sequence[Word], index: int, colours: Collection[str]) -> bool:
    """Whether the words before a colour begin what is named: "her bright blue …", but not "in blue …"."""
    before = index - 1
    while before >= 0 and (
        words[before].text in ADJECTIVES or words[before].text in colours or words[before].text == "and"
    ):
        before -= 1
    return before >= 0 and (
        words[before].text in DETERMINERS or words[before].text in COUNTS or words[before].text.endswith("'s")
    )


def _ends(word: str) -> bool:
    """Whether a word is none of those that stand before a noun and belong to it."""
    words = (DETERMINERS, FUNCTION_WORDS, PREPOSITIONS, COUNTS)
    return any(word in each for each in words) or word.isdigit() or "'" in word


def _is_place(words: Sequence[Word], mention: ConceptMention) -> bool:
    """Whether a thing only tells where something is: "the ball in the box was red"."""
    index = mention.first - 1
    while index >= 0 and (words[index].text in DETERMINERS or words[index].text in ADJECTIVES):
        index -= 1
    return index >= 0 and words[index].text in PREPOSITIONS - _OF_VERBS


def free_id(draft: Draft, name: str, colour: str | None) -> str:
    """The id of a thing in a colour: another one than that of a thing of its name in another colour."""
    keys = (name, *(f"{name}-{number}" for number in (2, 3))) if colour else ()
    free = (key for key in keys if key not in draft.cels or draft.cels[key].attributes.get(COLOUR, colour) == colour)
    return next(free, name)


def is_another(cel: CelPlan, known: CelPlan, text: str) -> bool:
    """Whether a thing is another one than that of its name in an earlier sentence: "a red balloon. A blue balloon"."""
    colours = {one.attributes.get(COLOUR) for one in (cel, known)}
    return (
        cel.kind == "thing"
        and None not in colours
        and len(colours) > 1
        and (_is_new(cel, text) or _is_new(known, text))
    )


def is_coloured_thing(cel: CelPlan) -> bool:
    """Whether a cel is a thing of which the story has told the colour."""
    return cel.kind == "thing" and COLOUR in cel.attributes


def colour_of(cel: CelPlan) -> dict[str, str]:
    """What is told of the colour of a thing."""
    return {name: value for name, value in cel.attributes.items() if name == COLOUR}


def as_before(cels: Sequence[CelPlan], before: ScenePlan, text: str) -> list[CelPlan]:
    """Things with the colours that they had in the scene before, unless these are others: "a balloon", "two balloons".

    "Her umbrella" may also be that of a scene before the last.
    """
    last = {cel.id: cel for cel in before.cels if is_coloured_thing(cel)}
    earlier = {cel.id: cel for cel in before.earlier if is_coloured_thing(cel)}
    found = []
    for cel in cels:
        same = last.get(cel.id) or (earlier.get(cel.id) if _is_known(cel, text) else None)
        if same is not None and same.concept == cel.concept and COLOUR not in cel.attributes and not _is_new(cel, text):
            cel = replace(cel, attributes={**cel.attributes, **colour_of(same)})
        found.append(cel)
    return found


_KNOWN = re.compile(
    r"\b(?:the|his|her|its|their|my|our|your|this|that|these|those|\w+['’]s)(?:\s+[\w-]+){0,2}\s*$", re.IGNORECASE
)
_NEW = re.compile(
    rf"\b(?:an?|another|new|other|{'|'.join(COUNTS)}|[0-9])(?:\s+[\w-]+){{0,2}}\s*$"
    r"|[一两二三几][只个条本把棵辆艘座盏张顶朵颗][^，。；\s]{0,3}$",
    re.IGNORECASE,
)


def _is_new(cel: CelPlan, text: str) -> bool:
    """Whether the words that name a thing first tell of another one."""
    return bool(cel.spans) and _NEW.search(text[max(0, cel.spans[0][0] - 40) : cel.spans[0][0]]) is not None


def _is_known(cel: CelPlan, text: str) -> bool:
    """Whether the words that name a thing first tell of one that is known: "the", "her"."""
    return bool(cel.spans) and _KNOWN.search(text[max(0, cel.spans[0][0] - 40) : cel.spans[0][0]]) is not None
