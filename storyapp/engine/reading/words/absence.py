"""Whether what a word names is there, or only talked about: "she missed her mother", "a tower as tall as a tree"."""

from __future__ import annotations

import re

from storyapp.story.plan import Span

from .english import GROUPS, OWN
from .possessives import is_owner
from .turns import Turn, TurnTable

NOT = r"not|never|\w+n['’]t|no longer"  # a pattern of what denies the words behind it

# What comes after one of these in its clause may be talked about only.
MAYBE_ABSENT = TurnTable(
    "before",
    (
        Turn("missed", r"(?!(?-i:Miss\b))miss(?:ed|es|ing)?", "She missed her dear |mother", unlike="Miss Clark and |Tom"),
        Turn("remembered", r"remember(?:ed|s|ing)?|forgot(?:ten)?", "He remembered the old |castle"),
        Turn("thought of", r"th(?:ought|ink|inks|inking) (?:of|about)", "They thought about the |sea"),
        Turn("dreamed of", r"dream(?:ed|t|s|ing)? (?:of|about)", "Mia dreamt of a |pony", unlike="In the dream the |pony"),
        Turn("wished", r"wish(?:ed|es|ing)?(?: \w+)? (?:for|that|to)", "He wished hard for a |kite"),
        Turn("wanted", r"want(?:ed|s|ing)?(?: to)?|hop(?:ed|es|ing)", "Tom wanted to see the |lion"),
        Turn("asked for", r"sent for|call(?:ed|ing)? for|ask(?:ed|s|ing)? for|to fetch", "The king sent for his |knight"),
        Turn("looked for", r"look(?:ed|s|ing)? (?:everywhere )?for|search(?:ed|es|ing)? for|in search of",
             "She looked everywhere for her |cat", unlike="She looked at her |cat"),
        Turn("talked of", r"talk(?:ed|s|ing)? (?:about|of)|told [^,.;]*(?:about|of)|hear[d]? (?:of|about)",
             "Gran told us about the |dragon", unlike="Gran told the |dragon"),
        Turn("in a story", r"stor(?:y|ies) (?:of|about)", "She read a story about a |bear"),
        Turn("a reason", r"because|if", "He was cold, because the |sun", unlike="It was hot. The |sun"),
        Turn("denied", r"without|no|nobody|never|not|\w+n['’]t|instead of", "She couldn't find the |key", unlike="She found the |key"),
        Turn("compared", r"(?:just |much |more |exactly )?like(?: an?)?|as if|as though|than|\bas \w+ as|unlike",
             "The rock was just like a |whale"),
        Turn("far away", r"far away|far from", "Far away from the |castle"),
        Turn("feared", r"afraid of", "He was afraid of the big |dog", unlike="He was afraid, and the big |dog"),
        Turn("owned by", r"belong(?:ed|s|ing)? to", "The hat belonged to a |wizard"),
    ),
    r"\b({})\b[^,.;]*$",
)  # fmt: skip
# Of these is only told, shown or measured: "the story of a dragon", but not "the trunk of a tree".
_TOLD = (
    r"(?:stor(?:y|ies)|tales?|dreams?|pictures?|paintings?|drawings?|portraits?|photographs?|thoughts?|ideas?|memor(?:y|ies)|songs?|"
    r"sizes?|shapes?|forms?|colou?rs?|likeness|look|air|sounds?|smells?|names?|voices?|kinds?|sorts?|images?|sign|signs|cost|price|"
    r"length|height|weight|strength|speed|hopes?|fear|news|word|chance|talk|question|matter|loss|want|need|instead|afraid|worthy|"
    r"ghosts?|shadows?|figures?|model|statues?|masks?|costumes?|disguise|footprints?|tracks?|traces?)"
)
_FEW_WORDS = r"(?: \w+){0,2} $"
SURELY_ABSENT = TurnTable(
    "before",
    (
        Turn("missed", rf"\b(?:miss(?:ed|es)){_FEW_WORDS}", "She missed her dear |mother"),
        Turn("thought of", rf"\b(?:th(?:ought|inks?) (?:of|about)|dream(?:ed|t|s)? (?:of|about)|about a){_FEW_WORDS}",
             "They thought about the |sea", unlike="They thought hard, and the |sea"),
        Turn("wished", rf"\b(?:wish(?:ed|es)? for){_FEW_WORDS}", "He wished for a red |kite"),
        Turn("told or shown", rf"\b{_TOLD} of a{_FEW_WORDS}", "A picture of a small |ship", unlike="The trunk of a |tree"),
        Turn("looked for", rf"\b(?:look(?:ed|s|ing)? for|search(?:ed|es|ing)? for){_FEW_WORDS}", "Mia searched for her |cat"),
        Turn("read about", rf"\b(?:read(?:s|ing)? about){_FEW_WORDS}", "He read about a |dragon", unlike="He read to a |dragon"),
        Turn("denied", rf"\b(?:no|without){_FEW_WORDS}", "There was no |moon", unlike="There was a |moon"),
        Turn("compared", rf"\b(?:(?:like|than) an?|as \w+ as(?: an?| the)?|as if(?: \w+){{0,2}} were(?: an?)?){_FEW_WORDS}",
             "He was as tall as a |tree", unlike="He saw as a |tree"),
        Turn("written to", rf"\b(?:wr[oi]te|writes|writing|written|sent|posted)(?: (?:an?|the|his|her|another))?(?: \w+)? (?:letter|postcard|card|note|e-?mail|message)s? "
             rf"to{_FEW_WORDS}", "She wrote a long letter to her |sister", unlike="She gave the letter to the |postman"),
        Turn("expected", rf"\b(?:expecting|going to have) an?{_FEW_WORDS}", "Mum was expecting a |baby"),
        Turn("sent", rf"^(?!.*\b(?:took|takes?|taking|grabbed|snatched|stole|steals?)\b).*\b(?:letter|postcard|card|present|gift|parcel|"
             rf"package|message|note|e-?mail|call|invitation|news)s? from{_FEW_WORDS}", "A little note from |Mum",
             unlike="Tom took the letter from the |postman"),
        Turn("not one", r"^\W*not (?:an?|one)(?: single)?(?: \w+)? $", "Not a single |bird", unlike="Why not, a |bird"),
    ),
)  # fmt: skip
# What is painted or drawn is only on the paper: "she painted a blue elephant".
PAINTED = TurnTable(
    "before",
    (
        Turn("painted", r"\b(?:paint(?:s|ed|ing)?|dr(?:ew|aws?|awing|awn)|sketch(?:es|ed|ing)?) an?(?: \w+){0,2} $", "She painted a blue |elephant",
             unlike="She painted the |fence"),
    ),
)  # fmt: skip
_PAPERS = frozenset(
    ("picture", "painting", "drawing", "portrait", "card", "poster", "map", "mask", "egg", "stone", "pot", "wall", "fence",
     "face", "door", "sign", "line", "circle")
)  # fmt: skip
# What follows is told of by itself.
WITHOUT_ONE = TurnTable(
    "before",
    (
        Turn(
            "one who is absent",
            r"^\W*without (?:(?:the|an?|his|her|its|their) )?(?!\w+ing\b)[\w'’]+,? (?=(?:the|an?|his|her|its|their)\b)",
            "Without Ilse the |castle",
            unlike="Without waking the |cat",
        ),
    ),
)
# What follows a likeness, with a way or an owner, is where somebody is.
LIKENESS = TurnTable(
    "before",
    (
        Turn(
            "a likeness",
            r"\b(?:like|as \w+ as) (?:an?|the)(?: \w+){1,2}?,? (?=(?:through|into|across|along|past|towards?"
            r"|(?:over|around|round|down|up) (?:the|an?)|(?:in|on|under|over) (?:his|her|its|their|my|our))\b)",
            "He ran like the wind through the |forest",
            unlike="It was like a boat in the |sea",
        ),
    ),
)
INTRODUCED = TurnTable(
    "before",
    (
        Turn(
            "there",
            r"\bthere(?: once)? (?:was|were|is|are|lived|dwelt|stood|sat|lay|came|went|ran)(?: once)?"
            r"(?: (?!no\b|never\b|not\b)\w+){1,4} $",
            "Once upon a time there lived a |bear",
            unlike="There was no |bear",
        ),
    ),
)
# What somebody does not want, or does not notice, is there.
PRESENT = TurnTable(
    "before",
    (
        Turn(
            "refused",
            r"\b(?:not|never|\w+n['’]t|refuse[sd]?) (?:(?:want|wish|like|dare)(?:ed|s|d)? )?(?:to )?"
            r"(?:eat|eating|drink|drinking|wear|wearing|touch|taste|try|share|give (?:up|away)|let go of|put on|take off|like|"
            r"finish|lend) (?:the|his|her|its|their|my|your|our)(?: \w+){0,2} $",
            "He did not want to eat his |peas",
            unlike="He did not want to see the |doctor",
        ),
        Turn(
            "unnoticed",
            r"\b(?:nobody|no one) (?:saw|sees|noticed|notices|heard|hears|looked at|liked|likes|helped|believed|thanked|loved|"
            r"greeted|listened to|invited|wanted to play with|played with|cared for) (?:the|his|her|its|their|my|our)(?: \w+){0,2} $",
            "Nobody noticed the little |mouse",
            unlike="Nobody was a |mouse",
        ),
    ),
)
_REFUSED = TurnTable("before", PRESENT.turns[:1])
# Whoever is told of so is elsewhere.
GONE = TurnTable(
    "behind",
    (
        Turn("cannot be found", r" (?:was|were|is|are) nowhere to be (?:seen|found)", "Lena| was nowhere to be seen."),
        Turn(
            "is lost",
            r" (?:was|were|is|are|had|have|has) (?:all |suddenly |still |both )?(?:gone|missing|disappeared|vanished)(?=[.,;:!?”\"]| and\b| but\b| so\b|$)",
            "Her red mitten| was gone.",
            unlike="Her red coat| was missing a button.",
        ),
        Turn(
            "is out",
            r"(?<=\bfire)(?: had| has| is| was| went)(?: \w+){0,2}? out(?=[.,;:!?”\"]| and\b| but\b| at last\b)",
            "At last the fire| was out.",
            unlike="The fire| was out of control.",
        ),
        Turn(
            "is dead",
            r" (?:had|has|have) (?:just |long )?died\b| (?:was|is|were|are) (?:long )?dead\b(?! tired)",
            "Grandpa| had died last winter.",
            unlike="Grandpa| was dead tired.",
        ),
        Turn(
            "is at work",
            r" (?:was|is|were|are) (?:still |already )?(?:at work|at sea|abroad|away on (?:a|his|her|their) \w+)\b"
            r"(?![^.!?]*[.!?][”\"]? (?:[Hh]e|[Ss]he|[Tt]hey)\b)",
            "Dad| was at work, so Mum came.",
            unlike="Dad| was at work. He mended cars.",
        ),
    ),
)
# Who is only heard from far off: "somewhere outside an owl hooted".
FAR_OFF = TurnTable(
    "before",
    (
        Turn(
            "far off",
            r"\b(?:somewhere|outside|in the distance|far (?:away|off)|from (?:outside|afar))(?: (?:outside|in the \w+))?,? (?:an?|the|some|one|two)(?: \w+)? $",
            "Somewhere outside an |owl",
            unlike="Outside the house an |owl",
        ),
    ),
)
SOUNDS = TurnTable(
    "behind",
    (
        Turn(
            "sounds",
            r" (?:was |were )?(?:hoot|howl|bark|mew|meow|croak|crow|call|cr(?:y|ied)|whistl|roar|chirp|bleat|moo|bray|neigh|screech)\w*\b",
            "An owl| hooted.",
            unlike="An owl| sat there.",
        ),
    ),
)
# Who is mourned: "my dog Rex died", but not "the dragon died" at the end of a fight.
MOURNED = TurnTable(
    "anywhere",
    (
        Turn(
            "is dead",
            rf"(?:\b{OWN} (?:\w+ ){{0,2}}|\b(?=(?-i:[A-Z])))(?P<dead>\w+)(?: (?-i:[A-Z])\w+)?,? (?:just |sadly )?(?:died|passed away|was buried)\b",
            "Our old dog Rex died.",
            unlike="The dragon died.",
        ),
    ),
)
_LEFT = re.compile(
    r" (?:else )?(?:had|have|has) (?:all |already |long )?(?:gone(?: home| away| to bed)?|left)(?=[.,;!?]| and\b| but\b| so\b|$)"
)
# To whom a letter is written: "Dear Grandma, today we …".
_DEAR = re.compile(r"\s*(?:my )?dear(?:est)? (?:[\w.]+ ){0,3}", re.IGNORECASE)
_READS = re.compile(r"(?: and [\w ]{2,20})?(?:[,:]|\s*\n)")
TABLES = (
    GONE,
    FAR_OFF,
    SOUNDS,
    MAYBE_ABSENT,
    SURELY_ABSENT,
    PAINTED,
    WITHOUT_ONE,
    LIKENESS,
    INTRODUCED,
    PRESENT,
    MOURNED,
)


def is_introduced(text: str, span: Span, place: Span) -> bool:
    """Whether the words of the sentence `span` before a place bring it in, or tell that it is refused and thus there."""
    before = text[span[0] : place[0]]
    return INTRODUCED.pattern.search(before) is not None or _REFUSED.pattern.search(before) is not None


def absence(text: str, span: Span, place: Span) -> int:
    """2 where the words of the sentence `span` before `place` say that it is not there, 1 where they may say so, else 0."""
    before = LIKENESS.pattern.sub("", WITHOUT_ONE.pattern.sub("", text[span[0] : place[0]]))
    if GONE.pattern.match(text, place[1]) or (text[slice(*place)].lower() in GROUPS and _LEFT.match(text, place[1])):
        return 2
    if any(match.span("dead") == place for match in MOURNED.pattern.finditer(text, *span)):
        return 2
    if FAR_OFF.pattern.search(before) and SOUNDS.pattern.match(text, place[1]):
        return 2
    if _DEAR.fullmatch(before) and _READS.match(text, place[1]):
        return 2
    if is_owner(text, place) or SURELY_ABSENT.pattern.search(before):
        return 2
    if PAINTED.pattern.search(before) and text[slice(*place)].lower() not in _PAPERS:
        return 2
    if PRESENT.pattern.search(before):
        return 0
    return int(MAYBE_ABSENT.pattern.search(before) is not None)
