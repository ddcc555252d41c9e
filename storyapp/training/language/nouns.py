"""The reader's dictionary of visible nouns, from WordNet (Princeton University): which concept each is drawn as.

What is kept in the reader's configuration is that a noun names something to be seen, and the concept of the
vocabulary that it is a kind of, if there is one (a spaniel is a dog, a tailor is a man).
"""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping

from storyapp.stage.vocabulary import Vocabulary

from ..world.concepts import ANIMALS
from .classic_words import classic_nouns
from .verbs import IRREGULAR
from .wordnet import Key, Synset, WordNet, load_wordnet

_VISIBLE = {"05": "animal", "06": "artifact", "13": "food", "17": "object", "18": "person", "20": "plant"}
_BODY = "08"
# Parts of places and clothes: they are drawn with the place or the figure.
_NOT_BY_ITSELF = frozenset(
    "clothing garment headdress footwear room floor wall district roadway storey ceiling roof establishment "
    "body_part jewelry system facility thoroughfare hairpiece medium weave coloring_material geological_formation "
    "body_of_water land celestial_body universe location microorganism bacteria parasite fabric "
    "building_complex housing road path subatomic_particle calculus concretion music dramatic_composition drug chemical passageway opening line_of_work".split()
)
# Substances, lights and the like that stories show, though their kind as a whole is no thing.
_ALSO_SEEN = frozenset(
    """
    ash ashes charcoal coal driftwood dough ember flame hay icicle ice juice lightning money mud sawdust sign signpost smoke
    spark straw wax treasure cocoa broth gold chalk ink string cord twine foam kindling firewood snowball snowflake puddle
    bubble rainbow footprint woodpile sandcastle crust trough crater yoke ledger whistle club paper feather horn antler tusk bone fur shell cobweb egg yolk flock herd
    """.split()
)
# What stories mean by words that WordNet takes for something else first, or lacks.
_MEANT = {
    "cub": "", "diver": "kinds:man", "page boy": "kinds:boy", "waterhole": "", "till": None,
    "washerwoman": "kinds:woman", "dairymaid": "kinds:woman", "duchess": "kinds:woman", "waif": "kinds:girl", "orphan": "kinds:boy",
    "snowplough": "", "witch": None, "kelpie": "",
    "cobbler": "kinds:man", "urchin": "kinds:boy", "matchbox": "", "toyshop": None,
    "sheet": "", "plank": "", "organ": "", "sceptre": "", "parchment": "", "stamp": "", "thorn": "?",
    "glow worm": "", "seaweed": "", "wreck": "", "raindrop": "", "watermill": "", "water mill": "", "cork": "",
    "racket": "?", "brooch": "", "pearl": "things:gem", "diamond": "things:gem", "ruby": "things:gem", "skeleton": "",
    "tomb": "", "screw": "?", "poster": "", "kid": "kinds:boy",
    "canary": "things:bird", "sphinx": "", "pike": "?", "bolt": "?", "schooner": "things:pirate ship",
    "beast": None, "hood": None, "blonde": None, "blond": None, "brunette": None, "redhead": "kinds:girl", "friend": "kinds:girl", "godmother": "kinds:woman", "bride": "kinds:woman", "heroine": "kinds:woman",
    "playmate": "kinds:boy", "pal": "kinds:boy", "buddy": "kinds:boy", "gopher": "", "ballerina": "kinds:girl", "nun": "kinds:woman",
    "foal": "things:horse", "nutcracker": "", "mailman": "kinds:man", "jumper": None, "toaster": "", "doormat": "", "slipper": "things:shoe", "bastard": None, "rapist": None, "faggot": None,
    "fireman": "kinds:man", "builder": "kinds:man", "barber": "kinds:man", "robber": "kinds:man", "runner": "kinds:man",
    "ranger": "kinds:man", "siren": "",
    "bunk bed": "things:bed", "futon": "things:sofa", "recliner": "things:armchair",
    "highchair": "things:chair", "high chair": "things:chair", "deckchair": "things:chair",
    "chest of drawers": "things:cupboard",
    "dummy": "", "rowboat": "things:canoe", "dinghy": "things:canoe",
    "toboggan": "things:sled",
    "skate": "things:ice skate", "minibus": "things:bus",
    "teacup": "things:cup", "clown fish": "things:fish",
    "tender": None, "guinea": None, "date": None, "being": None, "creature": None, "comic": "things:book", "pupil": "kinds:boy", "schoolmate": "kinds:boy",
    "t rex": "things:dinosaur", "tyrannosaurus": "things:dinosaur", "triceratops": "things:dinosaur", "stegosaurus": "things:dinosaur",
    "diplodocus": "things:dinosaur", "velociraptor": "things:dinosaur", "lot": None, "bent": None, "item": None, "work": None, "loop": None, "object": None,
}  # fmt: skip
# Figures of stories without a drawing of their own, by the kind they are drawn as instead; the plan reports it.
_LIKE = {
    "wolf": "werewolf jackal coyote hyena", "mouse": "hamster gerbil mole dormouse", "monster": "ogre troll goblin yeti gremlin",
    "fairy": "angel pixie nymph", "girl": "mermaid", "boy": "elf imp", "man": "giant genie vampire",
    "grandfather": "gnome dwarf leprechaun",
}  # fmt: skip
_GENERAL = frozenset("bird fish tree snake ship house horse butterfly cow deer bread cake pie monkey".split())
_DEPTH = 5  # levels of hypernyms that are searched for a concept
_PAST = frozenset(IRREGULAR.values())  # a past form is seldom used as the noun with the same spelling
_PERSON_SHARE = 0.4  # least share of uses as a person, for a noun whose first sense is something else
_RUDE = frozenset(
    "ethnic_slur disparagement derogation obscenity dirty_word vulgarism slang smut filth vulgarity".split()
)
_NOT_FOR_CHILDREN = frozenset(
    """prostitute adulterer fornicator sensualist libertine seducer pervert degenerate homosexual drug_addict drunkard
    simpleton fool unpleasant_person sex_offender sex_symbol loose_woman slattern masturbator sadomasochist voyeur""".split()
)
_SHARE = 0.15  # least share of a noun's uses for a sense to count
_MEANINGS = 4
_IMAGINED = frozenset(("imaginary_being", "mythical_being", "spiritual_being", "imaginary_creature"))


def visible_nouns(vocabulary: Vocabulary) -> dict[str, str]:
    """Noun → "kinds:man", "things:bird" … or "" if visible but without a concept; without the vocabulary's own words.

    Nouns have up to three words. The prefix "?" marks words that are often no nouns, which count only after an article;
    "~" a concept that the noun is not, but is drawn as; "=" a concept that is exactly what the noun means.
    """
    wordnet = load_wordnet()
    concepts = {words: found for words, found in vocabulary.words().items() if found[0] in ("kinds", "things")}
    humans = {name for name in vocabulary.names("kinds") if vocabulary.kind(name).human}
    found: dict[str, str] = {}
    for part, name in wordnet.senses:
        noun = name.replace("_", " ").replace("-", " ")
        words = noun.split()
        if part != "n" or not all(word.isalpha() for word in words) or len(noun) < 3 or len(words) > 3:
            continue
        if vocabulary.find(noun):
            continue
        key = _visible(wordnet, name)
        if key is not None and (len(words) == 1 or wordnet.synsets[key].file in ("06", "13")):
            mark = "" if wordnet.part_share("n", name) >= 0.5 and name not in _PAST else "?"
            found[noun] = mark + _concept(wordnet, name, key, concepts, humans)
    found.update({noun: f"~kinds:{kind}" for kind, nouns in _LIKE.items() for noun in nouns.split()})
    meant = {**_MEANT, **classic_nouns()}
    found.update({noun: what for noun, what in meant.items() if what is not None and noun not in concepts})
    return {noun: meaning for noun, meaning in found.items() if meant.get(noun, "") is not None}


def grouped(nouns: Mapping[str, str]) -> dict[str, str]:
    """The inverted dictionary, which is smaller to store: meaning → its nouns, separated by commas."""
    found: dict[str, list[str]] = defaultdict(list)
    for noun, meaning in sorted(nouns.items()):
        found[meaning].append(noun)
    return {meaning: ",".join(each) for meaning, each in sorted(found.items())}


def _visible(wordnet: WordNet, name: str) -> Key | None:
    """The most common visible sense of a noun, if it is common enough; animals before people."""
    if name not in _ALSO_SEEN and wordnet.synsets[wordnet.senses["n", name][0]].file == _BODY:
        return None
    seen = []
    for rank, key in enumerate(wordnet.senses["n", name][:_MEANINGS]):
        synset = wordnet.synsets[key]
        above = {word.lower() for level in wordnet.chain(key) for word in level.words}
        common = rank < 2 or name in _ALSO_SEEN or wordnet.share("n", name, key) >= _SHARE or above & _IMAGINED
        if not common or synset.words[0][0].isupper() or _is_rude(wordnet, synset, above):
            continue
        other = wordnet.synsets[wordnet.senses["n", name][0]].file != "18"
        if synset.file == "18" and other and wordnet.share("n", name, key) < _PERSON_SHARE:
            continue  # a slipper is no one who slips
        if name in _ALSO_SEEN or (
            synset.file in _VISIBLE and not above & _NOT_BY_ITSELF and _is_object(synset.file, above)
        ):
            seen.append((key, bool(above & _IMAGINED)))
    if any(imagined for _, imagined in seen):
        return next(key for key, imagined in seen if imagined)
    bonus = {"05": 0.4, "13": 0.5}
    first = [key for key, _ in seen]
    return max(
        first, key=lambda key: bonus.get(wordnet.synsets[key].file, 0.0) + wordnet.share("n", name, key), default=None
    )


def _is_rude(wordnet: WordNet, synset: Synset, above: set[str]) -> bool:
    """Whether WordNet marks a word as an insult, or it means something unsuitable for children."""
    usage = {word for key in synset.to(";u") for word in wordnet.synsets[key].words}
    return bool(usage & _RUDE or above & _NOT_FOR_CHILDREN)


def _is_object(file: str, above: set[str]) -> bool:
    if "creation" in above:
        return "representation" in above
    return file != "17" or bool(above & {"natural_object", "ice_mass", "rock", "stone"})


def _concept(
    wordnet: WordNet, name: str, key: Key, concepts: Mapping[str, tuple[str, str]], humans: Container[str]
) -> str:
    """The concept of the vocabulary that a sense is a kind of, or ""."""
    file, chain = wordnet.synsets[key].file, [level.words for level in wordnet.chain(key)]
    if any(word.lower() in _IMAGINED for level in chain for word in level):
        return ""
    last = concepts.get(name.rpartition("_")[2])
    if "_" in name and last and last[0] == "things":
        return ":".join(last)
    for word in (word.lower() for level in chain[1:_DEPTH] for word in level):
        known = concepts.get(word)
        if known and file == "18" and known[0] == "kinds" and known[1] not in humans:
            continue  # "ducky", said to somebody, is no duck
        if file == "18" and word in ("woman", "female", "girl", "female_person"):
            return "kinds:woman"
        if (known and (known[0] == "kinds" and (file == "18" or word in _BEASTS))) or (
            word in _GENERAL and file != "18"
        ):
            return ":".join(concepts[word])
    if file != "18":
        return ""
    return "kinds:woman" if name.endswith(("woman", "ess", "maid", "wife")) else "kinds:man"


# Without pandas: hyponyms may be the red panda, which looks different.
_BEASTS = frozenset((*ANIMALS, "toad", "hare", "hound", "kitten", "puppy")) - {"panda"}
