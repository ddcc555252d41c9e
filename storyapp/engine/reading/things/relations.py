"""How the things of a sentence stand to who and what is there: held, sat on, put into a basket, beside a tree."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

from collections.abc import Sequence

from storyapp.story.plan import CelPlan

from ..drafts import Sentence
from ..names.naming import DOING
from ..words.concept_mentions import FIGURES, NAMED, ConceptMention
from ..words.english import ADJECTIVES, ADVERBS, AUXILIARIES, CLAUSES, COUNTS, DETERMINERS, FUNCTION_WORDS, PREPOSITIONS
from ..words.foods import VESSELS
from ..words.splitting import Word

THINGS = ("things", "nouns", "accessories")  # the categories of what is nobody
# By which somebody is on or in what is named right behind: "rowed the boat".
_STEERING = frozenset(
    """
    drove drive drives driving rowed row rows rowing paddled paddle paddles paddling sailed sail sails sailing steered steers
    steering pedalled pedals pedalling piloted flew flies flying
    """.split()
)
_RELATIONS = {
    "on": "on", "onto": "on", "upon": "on", "in": "in", "into": "in", "inside": "in", "behind": "behind", "beside": "beside",
    "near": "beside", "by": "beside", "under": "under", "underneath": "under", "beneath": "under", "against": "beside", "rode": "on", "ride": "on", "rides": "on",
    "riding": "on", **dict.fromkeys(_STEERING, "on"),
}  # fmt: skip
_LONGER = {
    ("front", "of"): "in front of", ("top", "of"): "on", ("next", "to"): "beside", ("close", "to"): "beside", ("side", "of"): "beside",
}  # fmt: skip
_PASSING = frozenset("over across through past along around round towards toward from".split())
# "on the roof of the house", "on the back of the horse", "in the branches of the tree"
_PARTS = frozenset("roof back top branch branches trunk seat saddle deck edge side shell".split())
_DRIVING = frozenset("drove drives drive driving took takes take flew rowed rows row sailed sails".split())
# Verbs by which somebody has a thing in hand, and those by which a thing comes to where another is.
_KICKED = ("football", "soccer")  # games, and their balls, that are for feet
_HAVING = frozenset(
    """
    has have had having got gets get getting found finds find bought buys buy brought brings bring waved waves wave waving
    played plays play playing used uses use using picked picks grabbed grabs took takes take caught catches raised raises
    shook shakes swung swings wielded drew grasped snatched
    ate eats eat eating drank drinks drink drinking sipped sips sipping licked licks nibbled nibbles munched munches chewed tasted
    read reads reading opened opens bit bites bite biting hug hugs hugged hugging cuddle cuddles cuddled cuddling clutched clutches squeezed
    """.split()
)
_SHARING = frozenset("share shares shared sharing".split())
_BITING = frozenset("bit bites bite biting".split())
PUTTING = frozenset(
    """
    put puts putting set sets lay lays laid laying place placed places placing pour poured pours pouring drop dropped drops
    throw threw throws throwing hung hang hangs hid hide hides packed packs pack stuck tucked tucks left leaves kept keeps
    stuffed stuffs stirred stirs strapped straps strapping tied ties tying fastened fastens loaded loads loading fixed fixes
    glued glues taped tapes pinned pins nailed nails attached attaches hoisted heaved piled piles stacked stacks balanced balances
    washed washes rinsed rinses soaked soaks boiled boils cooked cooks fried fries baked bakes mixed mixes weighed weighs planted plants
    spread spreads dumped dumps arranged arranges
    """.split()
)
# What they make is where they make it: "painted a face on the box", but not "painted a picture in the boat".
_MARKING = frozenset(
    "painted paints drew draws wrote writes carved carves sewed sews stitched stitches embroidered scratched".split()
)
_AIMED = frozenset(("at", "towards", "toward"))  # before what something is thrown at
_ALSO_OF_ONESELF = frozenset("lay left hid hide hides".split())
# What is done to somebody with something in hand.
_WITH_TOOLS = frozenset(
    """
    fought fights fight chased chases chase hit hits fed feeds tickled tickles poked pokes touched touches tapped taps scared scares
    brushed brushes combed combs washed washes dried dries stroked strokes beat beats caught catches covered covers wiped wipes
    sprayed sprays splashed splashes attacked attacks freed frees pelted pelts bombarded bumped bumps whacked whacks struck
    strikes swatted prodded prods nudged nudges threatened threatens frightened frightens startled lured lures tempted teased
    teases squirted soaked showered rubbed rubs scrubbed scrubs cleaned cleans fanned fans guarded defended woke wakes bribed
    """.split()
)
_LOOKING = frozenset("look looks looked looking peer peers peered peering gazed".split())
_LIST_STEP = 5  # words between two places that one looks into
_SHOWING = frozenset("saw sees see noticed notices spotted spots watched looked".split())
RESTING = AUXILIARIES | frozenset(
    "sat sits stood stands lay lies hung hangs floated fell falls landed rolled stays stayed stopped stops parked".split()
)
_DONE = RESTING | PUTTING | _HAVING | _SHOWING
_NO_SUBJECTS = frozenset("that which there".split())
SUBJECTS = frozenset("he she they it i we you".split())
_TIMES = frozenset("morning afternoon evening night day later meanwhile today".split())
_INSIDE = frozenset("in into on onto".split())
_BREAKS = frozenset(',;:.!?"“”—–')  # between two words: a clause may begin behind it


def relation_word(words: Sequence[Word], mention: ConceptMention) -> str | None:
    """The relation that the words right before a mention tell, "with" or nothing."""
    for index in range(mention.first - 1, max(-1, mention.first - 5), -1):
        word = words[index].text
        if word == "of" and index and words[index - 1].text in VESSELS:
            continue  # "with a mug of cocoa"
        if word in ("of", "to"):
            if index and word == "of" and words[index - 1].text in _PARTS:
                return _relation_of_part(words, index - 1)
            return _LONGER.get((words[index - 1].text, word)) if index else None
        if word == "with":
            return word
        if word in _PASSING:
            return None  # "rode over the bridge"
        if word in _RELATIONS:
            if index and words[index - 1].text in ("not", "n't", "never"):
                return None  # "he was not on the swing"
            return None if _is_looked(words, index) else _RELATIONS[word]  # "looked into the box"
    return None


def steers(words: Sequence[Word], mention: ConceptMention) -> bool:
    """Whether a verb tells that somebody is on or in a thing and steers it."""
    return words[phrase_start(words, mention) - 1].text in _STEERING and mention.first > 0


def _is_looked(words: Sequence[Word], preposition: int) -> bool:
    """Whether somebody only looks there: "looked into the box", "looked under the bed, behind the door and in the box"."""
    index = preposition
    while index > 0:
        if words[index - 1].text in _LOOKING:
            return True
        lead = range(index - 1, max(-1, index - 1 - _LIST_STEP), -1)
        index = next((one for one in lead if words[one].text in _RELATIONS), 0)
        if any(words[one].text in _DONE for one in lead if one > index):
            return False
    return False


def _relation_of_part(words: Sequence[Word], part: int) -> str | None:
    """What stands before "the roof of"."""
    before = [word.text for word in words[max(0, part - 2) : part]]
    found = next((_RELATIONS[word] for word in before if word in _RELATIONS), None)
    return found or _LONGER.get((words[part].text, "of"))


def listed(sentence: Sentence, mention: ConceptMention) -> list[ConceptMention]:
    """The things of the list that a thing ends, in order, it last: "the cake, two plates and the teapot"."""
    words, found = sentence.words, [mention]
    for one in reversed([one for one in sentence.mentions if one.last < mention.first]):
        between = words[one.last + 1 : found[0].first]
        gap = sentence.text[one.span[1] : found[0].span[0]]
        joined = "," in gap or any(word.text in ("and", "of") for word in between)  # "a vase of roses"
        if one.category not in THINGS or one.is_of_kind or not joined or not _is_lead(between):
            break
        found.insert(0, one)
    return found


def _is_lead(words: Sequence[Word]) -> bool:
    """Whether words only join a noun to the one before it, and belong to it: "and a big bag of"."""
    return all(
        word.text in DETERMINERS | ADJECTIVES | COUNTS.keys() | {"and", "of"}
        or (
            word.text.endswith(("'s", "ing", "ed", "y"))
            and not (word.text[-3:] == "ing" and _is_article(words, index + 1))
        )
        or (index and words[index - 1].text == "of")  # "a cup of tea and"
        or (index + 1 < len(words) and words[index + 1].text == "of")
        for index, word in enumerate(words)
    )


def _is_article(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and words[index].text in DETERMINERS


def is_in_hand(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether somebody has, waves or plays the thing: "the pirate had a sword", but not "he had lost his sword"."""
    if sentence.words[mention.last].text in _KICKED:
        return False
    verb = phrase_start(sentence.words, mention) - 1
    if verb > 0 and sentence.words[verb].text == "through" and sentence.words[verb - 1].text in _LOOKING:
        return not mention.absent  # "she looked through her telescope"
    if verb > 0 and sentence.words[verb].text == "into" and sentence.words[verb - 1].text in _BITING:
        verb -= 1
    if verb < 1 or sentence.words[verb].text not in _HAVING | _SHARING or mention.absent:
        return False
    who = verb - 1
    while who > 0 and sentence.words[who].text in ADVERBS | AUXILIARIES:
        who -= 1
    own = any(
        one.category in ("things", "nouns") and one.last == who and not one.is_of_kind for one in sentence.mentions
    )
    return not own and sentence.words[who].text not in _NO_SUBJECTS


def is_shared(words: Sequence[Word], mention: ConceptMention) -> bool:
    """Whether somebody has a thing who shares it: food is eaten then, and not only held."""
    verb = phrase_start(words, mention) - 1
    return verb >= 0 and words[verb].text in _SHARING


def rests(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a clause of its own tells where a thing is, or what it does: "he held a kite, and a gull came"."""
    behind = sentence.words[mention.last + 1 : mention.last + 2]
    return bool(behind) and behind[0].text in RESTING | DOING and _is_subject(sentence, mention)


def is_aimed_at(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether something is thrown at it, so that nobody has it: "threw a stick at the ducks"."""
    before = phrase_start(sentence.words, mention) - 1
    return before >= 0 and sentence.words[before].text in _AIMED


def used_by(sentence: Sentence, mention: ConceptMention) -> ConceptMention | None:
    """Who does something with a thing to somebody: "the knight fought the dragon with a sword"."""
    words = sentence.words
    verb = next((index for index in range(mention.first - 1, 0, -1) if words[index].text in _WITH_TOOLS), None)
    if verb is None or CLAUSES & {word.text for word in words[verb + 1 : mention.first]}:
        return None
    doers = [one for one in sentence.mentions if one.category in FIGURES and one.last < verb]
    return doers[-1] if doers else None


def things_before(sentence: Sentence, mention: ConceptMention) -> list[ConceptMention]:
    """The things that are on, in or behind this one: "the cup was on the box", "she put the apple and the egg in the basket"."""
    words, start = sentence.words, phrase_start(sentence.words, mention)
    before = [one for one in sentence.mentions if one.last < start and one.category != "pronouns"]
    if not before or before[-1].category not in THINGS:
        verbs = [one for one in before if one.category in ("poses", "expressions")]
        if not verbs or verbs[-1] is not before[-1]:
            return []
        before = before[:-1]
    if not before or before[-1].category not in THINGS or before[-1].noun.category == "kinds":
        return []
    thing = before[-1]
    if any(thing.last < index < start and word.text in SUBJECTS for index, word in enumerate(words)):
        return []  # "the cake was good, and she sat on the chair"
    all_ = listed(sentence, thing)
    between = [
        word.text
        for word in words[thing.last + 1 : start]
        if word.text not in DETERMINERS | _PARTS | {"front", "top", "side", "next"}
    ]
    while between and between[0] in ADVERBS:
        between = between[1:]
    if between and between[0] in RESTING:
        return all_ if _is_subject(sentence, all_[0]) else [thing] if _is_subject(sentence, thing) else []
    lead = phrase_start(words, all_[0]) - 1
    verb = words[lead].text if lead >= 0 else ""
    shown = (
        verb in PUTTING | _SHOWING | _HAVING
        or (verb in _MARKING and between == ["on"])
        or (verb in AUXILIARIES and lead > 0 and words[lead - 1].text == "there")
        or (
            verb == "and" and is_put(sentence, all_[0], beyond="and")
        )  # "put the key in a box and the box under the bed"
        or (verb in _INSIDE and len(between) == 1 and between[0] in _INSIDE)  # "in a bowl on the table"
        or (len(between) == 1 and _is_subject(sentence, all_[0]))  # "the box on the table was red"
    )
    return all_ if shown and all(word in PREPOSITIONS for word in between) else []


def _is_subject(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a clause begins with a thing, perhaps behind "soon" or "that night"."""
    start = phrase_start(sentence.words, mention)
    if start == 0:
        return True
    before = sentence.words[start - 1]
    gap = sentence.text[before.span[1] : sentence.words[start].span[0]]
    return before.text in CLAUSES | ADVERBS | _TIMES or bool(_BREAKS & {*gap})


def taken_along(
    sentence: Sentence, mention: ConceptMention, last: CelPlan, figures: Sequence[CelPlan]
) -> list[CelPlan]:
    """Who drives somebody else in a thing: Dad in "Dad drove Lucy in the car"."""
    words = sentence.words
    verb = next((index for index in range(mention.first - 1, 0, -1) if words[index].text in _DRIVING), None)
    if verb is None or CLAUSES & {word.text for word in words[verb + 1 : mention.first]}:
        return []
    if not any(words[verb].span[1] <= start for start, _ in last.spans):
        return []
    doers = [one for one in sentence.mentions if one.category in FIGURES and one.last < verb]
    return [cel for cel in figures if cel.id != last.id and doers and doers[-1].span in cel.spans]


def is_put(sentence: Sentence, mention: ConceptMention, beyond: str = "") -> bool:
    """Whether something that is nobody comes to where a thing is: "he put it in the box", but not "she put the baby in the bed"."""
    for index in range(mention.first - 1, max(-1, mention.first - 11), -1):
        word = sentence.words[index].text
        if word in CLAUSES - {beyond} or any(one.first == index and one.category in NAMED for one in sentence.mentions):
            return False
        if word in PUTTING - _ALSO_OF_ONESELF:
            return True
    return False


def phrase_start(words: Sequence[Word], mention: ConceptMention) -> int:
    """Where the words of a noun begin: its article or number, or its adjectives."""
    start = mention.first
    for index in range(mention.first - 1, max(-1, mention.first - 5), -1):
        word = words[index].text
        whole = start < mention.first and words[start].text in DETERMINERS | COUNTS.keys() | {"of"}
        if (
            word in DETERMINERS
            or word in COUNTS
            or word == "of"
            or (word in ADJECTIVES and start == index + 1 and not whole)
            or (word in VESSELS and words[start].text == "of" and start < mention.first)
        ):
            start = index
        elif (
            whole
            or (word in FUNCTION_WORDS and word != "very")
            or word in PREPOSITIONS
            or word in _HAVING
            or word in PUTTING
        ):
            break
    return start
