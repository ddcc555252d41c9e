"""Where somebody is not, or in a place that the vocabulary lacks: "could not go to the beach", "in the attic"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from storyapp.story.plan import Span

from .absence import NOT, absence
from .drafts import Sentence
from .english import ADJECTIVES, DETERMINERS, NEAR_PLACES
from .mentions import Mention

HOME = "living room"
_THE = r"(?:(?:the|a|an|his|her|its|their|my|our|any) )?(?:\w+ )?"
_NOT_GOING = re.compile(
    rf"\b(?:{NOT})(?: \w+)?(?: to)? (?:(?:go|going|went|gone|come|came|been|be|return|travel|drive)(?: back| out| away)?"
    rf" (?:to|into|in|near|on)|(?:get|sail|fly|run|walk|ride) to) {_THE}$"
    rf"|\b(?:was|were|is|are|am|be)(?:n['’]t| not| no longer| never) (?:in|at|on) {_THE}$",
    re.IGNORECASE,
)
_NO_SUCH = re.compile(
    rf"\b(?:{NOT}|no)(?: (?:any|a|the|yet|really|even|often|ever|be|been|going|to|at|more|single|drop|of|in|by|very))"
    r"{0,4} $",
    re.IGNORECASE,
)
_AFTER_ALL = re.compile(r" (?:so|such|as|like|before)\b", re.IGNORECASE)  # "it had never snowed so much"
_LEFT = re.compile(
    rf"\b(?:home|way|back|returned|returning|returns)\b[^,.;]* from {_THE}$|(?<!turned )\b(?:left|leaves|leaving) {_THE}$",
    re.IGNORECASE,
)
_AT_HOME = re.compile(
    r"(?<!way )(?<!not )\b(?:at|came|comes|got|gets|arrived|reached|stay(?:ed|s)?|is|was|were|are|am) (?:back )?home\b(?! to| for)"
    r"|\b(?:in|into|inside) (?:the|his|her|their|my|our) (?:\w+ )?house\b",
    re.IGNORECASE,
)
_OWN_ROOM = re.compile(
    r"\b(?:in|into|inside) (?:(?:his|her|my|our|their|\w+['’]s) (?:(?:new|old|own|little|tiny|small|big|dark|warm|cosy|empty) )*room"
    r"|(?:the|a) (?:doctor['’]s |dentist['’]s )?waiting room)\b",
    re.IGNORECASE,
)
_INDOORS = re.compile(
    r"\b(?:indoors|inside(?! (?:a|an|the|his|her|its)\b)|at home"
    r"|in (?:the|a|his|her|their|my|our) (?:\w+ )?(?:house|bath|bathtub|tub|bed|room|bathroom)"
    r"|(?:at|by|out of|through|from) (?:the|a|his|her|their|my|our) (?:\w+ )?window"
    r"|on (?:the|a|his|her|their|my|our) (?:\w+ )?(?:sofa|couch|bed|carpet|rug))\b",
    re.IGNORECASE,
)
_AROUND = re.compile(
    rf"\b(?:behind|outside(?: of)?|in front of|past|opposite|next to|around|round) {_THE}$",
    re.IGNORECASE,
)
_ON_THE_WAY = re.compile(
    r"\bon (?:the|his|her|their|my|our|its) way (?:home|back|to|from)\b"
    r"|\b(?:walk|walks|walked|walking|ran|runs|running|rode|rides|cycled|drove|drives|went|goes|going|hurried|rushed|headed|hopped"
    r"|flew|skipped|trotted|marched|trudged|raced|set off|wandered|dashed) (?:back |straight |all the way )?home\b"
    r"|\b(?:carried|brought|took|pulled|dragged|led|drove) (?!up\b)[^,.;]{2,30}? home\b",
    re.IGNORECASE,
)
_LEAVING = re.compile(rf"\b(?:out of|left|leaves|leaving|after) {_THE}$", re.IGNORECASE)
_SNOWY = frozenset("snowy snow-covered frozen icy frosty wintry snow-white".split())  # noqa: SIM905
# Of the ground below it is told: "under a grey sky", "looked up at the clouds".
_SKY = frozenset(["sky", "skies", "clouds", "heavens"])
_BELOW = re.compile(r"\b(?:under|beneath|below|against|at|towards?) (?:the|a|an)(?: \w+){0,2} $", re.IGNORECASE)
# "A tower of tins", "a mountain of plates", "a sea of flowers".
_HEAPS = frozenset(
    ["tower", "towers", "mountain", "mountains", "hill", "sea", "ocean", "lake", "river", "pool", "castle", "avalanche"]
)
# A colour of horses: "the big bay horse".
_HORSES = frozenset(["horse", "horses", "mare", "mares", "pony", "ponies", "colt", "cob", "stallion", "gelding"])
_INTO = frozenset(("in", "into", "inside", "at", "to"))


def is_elsewhere(sentence: Sentence, mention: Mention) -> bool:
    """Whether a place, time or weather is said not to be: "never snows here", "the way home from school"."""
    before = sentence.text[sentence.span[0] : mention.span[0]]
    if mention.category == "settings":
        return _NOT_GOING.search(before) is not None or _LEFT.search(before) is not None
    return _NO_SUCH.search(before) is not None and _AFTER_ALL.match(sentence.text, mention.span[1]) is None


def is_no_place(sentence: Sentence, mention: Mention) -> bool:
    """Whether the word for a place means another thing here: the sky above, a bay horse, a dock leaf, a tower of tins."""
    word = sentence.words[mention.last].text
    behind = sentence.words[mention.last + 1].text if mention.last + 1 < len(sentence.words) else ""
    if word in _SKY:
        return _BELOW.search(sentence.text[sentence.span[0] : mention.span[0]]) is not None
    if word in _HEAPS and behind == "of":
        third = sentence.words[mention.last + 2 : mention.last + 3]
        return bool(third) and third[0].text not in DETERMINERS and sentence.text[third[0].span[0]].islower()
    return (word == "bay" and behind in _HORSES) or (word == "dock" and behind in ("leaf", "leaves"))


def near_places(sentence: Sentence) -> Iterator[tuple[str, Span]]:
    """Places that the vocabulary lacks and in which the sentence is, as what they are drawn; "" for not at all."""
    words = sentence.words
    for index, word in enumerate(words):
        place = NEAR_PLACES.get(word.text)
        lead = index - 1
        while lead >= 0 and index - lead <= 3 and words[lead].text not in _INTO:
            lead -= 1
        between = words[max(0, lead) + 1 : index]
        leads = all(one.text in DETERMINERS or one.text in ADJECTIVES or one.text == "train" for one in between)
        if place is None or lead < 0 or words[lead].text not in _INTO or not leads:
            continue
        if _NOT_GOING.search(sentence.text[sentence.span[0] : word.span[0]]) is None:
            yield place, word.span
    for match in _OWN_ROOM.finditer(sentence.text, *sentence.span):
        yield "living room" if "wait" in match.group() else "bedroom", match.span()
    for match in _AT_HOME.finditer(sentence.text, *sentence.span):
        before = sentence.text[sentence.span[0] : match.start()]
        denied = re.search(rf"\b(?:{NOT})(?: \w+)? $", before, re.IGNORECASE)
        if not denied and absence(sentence.text, sentence.span, match.span()) < 2:
            yield HOME, match.span()


def is_outside(sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody is at the outer side of a building: "behind the school"."""
    return _AROUND.search(sentence.text[sentence.span[0] : mention.span[0]]) is not None


def is_left(sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody comes out of a building: "after school", "they left the shop"."""
    return _LEAVING.search(sentence.text[sentence.span[0] : mention.span[0]]) is not None


def is_snowy(sentence: Sentence) -> bool:
    """Whether a sentence tells of what snow and frost have come over."""
    return any(word.text in _SNOWY for word in sentence.words)


def is_on_the_way(sentence: Sentence) -> bool:
    """Whether somebody is between two places: "on the way home", "they walked home"."""
    return _ON_THE_WAY.search(sentence.text, *sentence.span) is not None


def is_indoors(text: str) -> bool:
    """Whether a scene tells of being inside, whatever the weather."""
    return _INDOORS.search(text) is not None
