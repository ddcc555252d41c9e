"""What people say of looks, of figures and of things, read in the words of a model's vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from storyapp.story.clothes import unworn
from storyapp.story.describe import Kind, looks_from_description
from storyapp.story.phrases import NOTHING_WORN, SAID_OF, attributes_said, phrase_of_figure
from storyapp.story.plan import IDENTITY, OUTFIT

from .chinese.chinese_finder import ChineseFinder, is_chinese
from .chinese.chinese_looks import chinese_looks
from .chinese.chinese_phrases import phrase_from_chinese, phrase_in_chinese
from .vocabulary import Vocabulary

_CATEGORY = {"kind": "kinds", "accessory": "accessories", "pose": "poses", "expression": "expressions"}
# Words for what things, but no clothes, are made of.
METALS = {"gold": "gold", "golden": "gold", "gilded": "gold", "silver": "silver", "silvery": "silver"}

_NEAREST = {
    "man": """giant genie vampire tailor clown policeman fireman postman milkman snowman workman gentleman mayor emperor
        magician judge priest monk ninja""",
    # Women and men alike may be "he" or "she".
    "teacher": "doctor vet cook chef astronaut firefighter fire-fighter detective builder inventor explorer",
    "woman": "giantess ballerina policewoman firewoman postwoman bride empress duchess",
    "boy": "elf imp pupil schoolchild",
    "girl": "mermaid",
    "grandfather": "dwarf gnome leprechaun hermit",
    "fairy": "angel pixie sprite nymph",
    "monster": "ogre troll goblin gremlin yeti bigfoot",
    "mouse": "mole hamster gerbil dormouse vole shrew rat",
    "wolf": "hyena jackal coyote werewolf",
    "cat": "panther leopard lynx cheetah jaguar",
    "bear": "badger beaver otter wombat koala raccoon",
    "sheep": "goat billy-goat lamb ram llama alpaca",
    "cow": "horse pony foal donkey bull ox calf buffalo moose deer reindeer fawn stag hippo hippopotamus rhino giraffe zebra camel",
    "duck": "heron stork swan goose gander gosling pelican flamingo seagull gull crane",
    "owl": "eagle hawk falcon raven crow magpie jackdaw bird parrot",
    "hen": "rooster cockerel chicken chick turkey robin sparrow wren",
    "crocodile": "dinosaur lizard chameleon",
    "dog": "seal walrus",
    "monkey": "gorilla chimpanzee orangutan baboon lemur sloth",
}
# Words for characters whom the vocabulary has not, or only as things → the figure that comes nearest.
NEAREST_KINDS = {word: kind for kind, words in _NEAREST.items() for word in words.split()}
# Such a word as the head of what describes somebody: "heron" of "a tall grey heron with glasses"; "holding a bird" has none.
_HEAD = re.compile(
    r"\s*(?:(?:an?|the|my|our) )?(?:(?!(?:an?|the|his|her|with|in|and|of)\b)[\w'’-]+,? ){0,4}?"
    rf"({'|'.join(NEAREST_KINDS)})"
    r"(?=\s*(?:[,.;(]|$)| (?:in|with|and|who|that|from|of|on|at|wearing|called|named)\b)"
)


def colour_and_rest(words: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The colour that a description of a thing tells (empty: none), and the other words: "a blue car", "blue", not "orange"."""
    parts = words.split()
    parts = parts[1:] if parts and parts[0].lower() in ("a", "an", "the") else parts
    whole = vocabulary.find(" ".join(parts))
    if whole is not None and whole[0] != "colours":
        return "", words
    entries = vocabulary.entries["colours"].values()
    colours = {word: one.name for one in entries for word in (one.name, *one.synonyms, *one.held_out)} | METALS
    for index, word in enumerate(parts):
        if word.lower().strip(",") in colours:
            return colours[word.lower().strip(",")], " ".join(parts[:index] + parts[index + 1 :]).strip(", ")
    return "", words


def looks_reader(vocabulary: Vocabulary) -> Callable[[str], tuple[str | None, dict[str, str]]]:
    """A function that reads concept and looks from a description in English or Chinese."""
    kinds = {word: name for word, (category, name) in vocabulary.words().items() if category == "kinds"}
    colours, accessories = vocabulary.names("colours"), accessory_words(vocabulary)
    bodies = {}
    for name in vocabulary.names("kinds"):
        kind = vocabulary.kind(name)
        bodies[name] = Kind(kind.human, kind.skin, kind.hair)
    finder = ChineseFinder(vocabulary, ())

    def look(description: str) -> tuple[str | None, dict[str, str]]:
        if is_chinese(description):
            return chinese_looks(description, finder, bodies)
        found = looks_from_description(description, kinds, colours, accessories, bodies)
        if found[0] is not None:
            return found
        head = _HEAD.match(description.lower())
        nearest = {head[1]: NEAREST_KINDS[head[1]]} if head and NEAREST_KINDS[head[1]] in bodies else {}
        return looks_from_description(description, nearest, colours, accessories, bodies) if nearest else found

    return look


def figure_words(
    words: str, usual: str, vocabulary: Vocabulary, look: Callable[[str], tuple[str | None, dict[str, str]]]
) -> tuple[str, dict[str, str]]:
    """A person's own words for a figure as a phrase of the painter, and who it is by them: skin, hair, build.

    What they leave open is as in its `usual` phrase: a painter that is told half of the looks paints patchwork.
    "long black hair, sitting" and "girl, red shirt, nothing worn, standing" → "girl, red shirt, nothing worn, sitting"
    and {"hair": "0"}. Words that name the kind and nothing that is not in the painter's own words stay as they are.
    """
    own = vocabulary.own_words(phrase_from_chinese(words, vocabulary))
    known = {name: vocabulary.names(_CATEGORY.get(name, "colours")) for name in SAID_OF["figure"]}
    said, before = attributes_said(own, "figure", known), attributes_said(usual, "figure", known)
    kind, looks = look(words)
    if kind is None:
        who = before.get("kind", "")
        kind, looks = look(phrase_in_chinese(who, vocabulary) + words if is_chinese(words) else f"{who} with {words}")
    bare = {accessory for _, accessory, _ in unworn(words, accessory_words(vocabulary))}
    body = {name: value for name, value in looks.items() if name in IDENTITY}
    clothes = {name: value for name, value in looks.items() if name not in body}
    clothes = _bareheaded(clothes) if clothes.get("accessory") in bare else clothes
    if "kind" in said and not body and not bare and all(said.get(name) == value for name, value in clothes.items()):
        return own, {}
    told = {name: value for name, value in {**said, **clothes}.items() if name != "kind"}
    told = _bareheaded(told) if told.get("accessory") in bare else told
    if not (told or body or bare):
        return f"{before.get('kind', '')}, {own}", {}  # nothing of it is known, but who it is
    attributes = {**(_bareheaded(before) if bare or "accessory" in told else before), **told}
    with_looks = bool(bare) or NOTHING_WORN in usual or any(name in OUTFIT for name in attributes)
    return phrase_of_figure(kind or before.get("kind", ""), attributes, with_looks), body


def _bareheaded(attributes: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in attributes.items() if not name.startswith("accessory")}


def accessory_words(vocabulary: Vocabulary) -> dict[str, str]:
    """All words for accessories, with the names of these."""
    entries = vocabulary.entries["accessories"].values()
    return {word: entry.name for entry in entries for word in (*entry.held_out, *entry.synonyms, entry.name)}
