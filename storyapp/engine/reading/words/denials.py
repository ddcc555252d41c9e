"""What somebody does not do or feel: words that say so, and what the net may hear in words that mean something else."""

from __future__ import annotations

import re

from storyapp.story.plan import CelPlan

from ..drafts import ENOUGH, Draft, Sentence, instead_of
from .absence import NOT
from .concept_mentions import ConceptMention, NamedFigures
from .english import ADVERBS, AUXILIARIES, ORDINARY, OWN, UNSEEN_NOUNS
from .lexicon import Lexicon
from .quotations import is_quoted
from .turns import Turn, TurnTable

_BUT = r"so|as|more|only|just|help|stop|resist|and|but|far|long|until|till"  # behind these "not" denies nothing
_ENDED = r"(?<!not )(?<!n['’]t )(?<!never )(?:stopped|stops|stopping|ceased|almost|nearly)"
# "Not angry at all", but "never so happy" and "could not help laughing".
_DENIED = re.compile(
    rf"\b(?:(?:{NOT}|forgot to be|stopped being)(?: (?!(?:{_BUT})\b)\w+){{0,2}}|{_ENDED}) $", re.IGNORECASE
)
_BUT_SO = re.compile(r" (?:so|such|as|better|more|before)\b")  # and nothing before these: "never slept so well"
_STILL = re.compile(rf"\b(?:{NOT}) (?:once )?(?:stop|help|resist|cease)(?:ped|ping|s|d)? $", re.IGNORECASE)
# Of what is done "not far away sat" and the like are more, so that fewer words may stand between.
_UNDONE = re.compile(rf"\b(?:(?:{NOT})(?: (?!(?:{_BUT})\b)\w+)?|{_ENDED}) $", re.IGNORECASE)
# "Too tired to walk", "could not sleep".
_IN_VAIN = re.compile(
    rf"\b(?:(?:too \w+|afraid|scared|unable|refus\w+|fail\w+|want(?:ed|s)?|long(?:ed|s)|wish(?:ed|es)|hop(?:ed|es)) to"
    rf"|{NOT}) (?!(?:{_BUT})\b)(\w+)\b(?! so\b| such\b| as\b| better\b| more\b| before\b)",
    re.IGNORECASE,
)
_NO_DOINGS = ORDINARY | AUXILIARIES | ADVERBS | UNSEEN_NOUNS
_MOVES = ("walking", "running", "jumping", "falling", "dancing")
_TO_FLY = re.compile(r"\b(?:tr(?:y|ied|ies|ying)|learn(?:ed|s|ing|t)?|practised) (?:to|how to) (fly)\b", re.IGNORECASE)
# "Dad tucked Ella in", but not "they tucked into the cake".
_TUCKS_IN = re.compile(r"\btuck(?:s|ed|ing)? (?:him|her|them|it|[A-Z]\w+|the \w+|his \w+|her \w+) (?:in|up|into bed)\b")
# What the net takes for a pose, and is none; the turns tell which.
MISHEARD = TurnTable(
    "anywhere",
    (
        Turn("sleeping", r"woke|wakes|awoke|waking|(?<!not )(?<!half )awake|got up|jumped up|out of bed", "Mia woke early.",
             unlike="The cat was half awake."),
        Turn("sleeping", r"nod(?:s|ded|ding)?(?! off)|tired|sleepy", "Gran nodded.", unlike="Gran nodded off."),
        Turn("falling", r"knock(?:s|ed|ing)?(?! (?:over|down|off|out))", "Tom knocked at the door.", unlike="Tom knocked over the vase."),
        Turn("sleeping", r"lay(?:s|ing)(?: (?!on\b|in\b|by\b)[\w-]+){0,3} eggs?", "The hen is laying eggs.", unlike="The hen is lying on eggs."),
        Turn("sleeping", r"yawn(?:s|ed|ing)?|nod(?:s|ded|ding)? (?:her|his|its|their) heads?", "Mia yawned and stretched.",
             unlike="Mia dozed."),
        Turn("hugging", r"rub(?:s|bed|bing)? (?:her|his|its|their) (?:\w+ )?(?:eyes|nose|tummy|hands|chin|head)", "Tom rubbed his eyes."),
        Turn("falling", r"(?:scratch|shook|shak|roll|nod|wip)(?:e?s|ed|ded|ing|e)? (?:her|his|its|their) (?:heads?|eyes|ears?)",
             "The bear scratched its head.", unlike="The bear shook the tree."),
        Turn("walking", r"(?:draw(?:s|ing)?|drew|paint(?:s|ed|ing)?)\b(?! (?:near|up|closer|back)\b)", "Mia was drawing.", unlike="The fox drew near."),
        Turn("holding", r"(?:blow(?:s|ing)?|blew) out", "Mia blew out the candles.", unlike="Mia blew her horn."),
        Turn("swimming", r"(?:spil(?:l|ls|led|t|ling)|pour(?:s|ed|ing)?|dr[aiu]nk(?:s|ing)?|tip(?:s|ped|ping)?|carr(?:y|ies|ied|ying)) (?!out\b)",
             "Oscar spilled the water.", unlike="Oscar swam."),
        Turn("falling", r"roll(?:s|ed|ing)? (?:over|about|around|round|on|in|onto|up)", "The pig rolled in the mud.",
             unlike="The pig rolled down the hill."),
        Turn("angry", r"(?:blast|lift)(?:s|ed|ing)? off", "The rocket blasted off."),
        Turn("running", r"hid|hides?|hiding|hidden", "The fox hid."),
        Turn("eating", r"(?:cook|bak|stirr?|knead|whisk|mix|prepar|serv|milk|pour|peel|fry|fri|boil|fed|feed|mak)(?:e?s|ed|e|ing)?|made",
             "Dad stirred the soup.", unlike="Dad ate the soup."),
        Turn("eating", r"sulk(?:s|ed|ing)?|pout(?:s|ed|ing)?|hiss(?:es|ed|ing)?|growl(?:s|ed|ing)?|snarl(?:s|ed|ing)?|"
             r"(?:bar(?:e|es|ed|ing)|show(?:s|ed|ing)?) (?:her|his|its|their) (?:\w+ )?teeth", "The wolf growled.", unlike="The wolf ate."),
        Turn("eating", r"hungry|starving", "The bear was hungry."),
        Turn("eating", r"(?:sore|dry|tickly|hoarse) throat|toothache|throat (?:hurt|ached?|was sore)", "Ben had a sore throat."),
        Turn("eating", r"shar(?:e|es|ed|ing) (?:an?|the|his|her|their|its) (?:pair|room|bed|toys?|secret|blanket|umbrella|desk|tent|book)\b",
             "They shared a blanket.", unlike="They shared a cake."),
        Turn("swimming", r"(?:soaking |dripping |all )?wet (?!sand|beach|rock)|spray(?:s|ed|ing)?|squirt(?:s|ed|ing)?", "A wave sprayed them.",
             unlike="They walked on wet sand."),
        Turn("jumping", r"burst(?:s|ing)? (?:into|out)", "She burst into tears."),
        Turn("falling", r"(?<!fell and )(?<!slipped and )land(?:s|ed|ing)? (?:on|at|in|near|beside|safely|softly)|\bski(?:s|ed|ing)?\b",
             "The bird landed on a wall.", unlike="He slipped and landed on his back."),
        Turn("swimming", r"water(?:s|ed|ing) (?:the|h[ei][rsm]|its|their|my|our|some|them|it|every|all)", "Nina waters the flowers.",
             unlike="Water dripped from the flowers."),
        Turn("swimming", r"(?:got|gets?|getting|was|were|is|are|soaking|dripping)(?: \w+)? wet", "They got very wet."),
        Turn("scared", r"without (?:any |a trace of )?fear|fearless(?:ly)?|unafraid", "Nell steered without fear.", unlike="Nell felt fear."),
        Turn("hugging", r"(?:fold|cross)(?:ed|s|es|ing)? (?:her|his|its|their) arms", "Mum folded her arms."),
        Turn("hugging", r"(?:put|rais|lift|held|hold|thr[eo]w|stretch)\w*(?: up)? (?:her|his|its|their) (?:hands?|arms?|paws?)",
             "The bear held up its paws."),
    ),
    r"\b(?:{})\b",
)  # fmt: skip
# What a part of somebody does, at the beginning of a clause, is no pose of theirs: "her stomach fluttered".
_FIRST = "|".join(
    [
        r"(?<![\w’'] )(?<![\w’'])",
        *(rf"(?<=\b{word} )" for word in ("and", "but", "as", "so", "then", "when", "until", "while")),
    ]
)
BODIES = TurnTable(
    "anywhere",
    (
        Turn("of somebody", rf"(?:{OWN}|[\w-]+['’]s?)(?: \w+)? (?:eyes(?! (?:\w+ )?(?:clos|shut|fell|droop))|face|mouth(?! was full)|lips?|jaw|chin|hearts?|stomach|"
             r"tummy|belly|throat|voice|cheeks|brow|hair|knees|spine|whiskers|ears|nose)", "Her eyes grew wide.",
             unlike="Mia's eyes closed."),
        Turn("what a face shows", r"(?:an? )?(?:\w+ )?(?:tears?|smiles?|grins?|frowns?|blush|shivers?|lump)(?= \w+)",
             "Tears rolled down her cheek.", unlike="She wiped her tears."),
    ),
    rf"(?:{_FIRST})(?:{{}})\b",
)  # fmt: skip
# A feeling that is over by the end of the sentence.
OVER = TurnTable(
    "behind",
    (
        Turn(
            "at first",
            r"\w*(?: \w+){0,2} (?:at first|to begin with)\b[^.!?]*\b(?:but|then|until|soon)\b",
            "Mia was |scared at first, but soon she laughed.",
            unlike="Mia was |scared at first.",
        ),
    ),
)
WAS = TurnTable(
    "before",
    (
        Turn("at first", r"\b(?:at first|to begin with)\b[^.!?;]*$", "At first Mia was |scared.", unlike="Mia was |scared."),
    ),
)  # fmt: skip
# Between two feelings of one: the later one is what shows.
TURNING = re.compile(r"\b(?:but|then|until|soon|suddenly|at last|finally)\b", re.IGNORECASE)
TABLES = (MISHEARD, BODIES, OVER, WAS)
_MISHEARD = tuple((alone.pattern, turn.tells) for turn, alone in MISHEARD.each())


def is_denied(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether the words before a verb or a feeling say that it is not so."""
    denied = _UNDONE if mention.category == "poses" else _DENIED
    if mention.category == "poses" and _BUT_SO.match(sentence.text, mention.span[1]):
        return False
    return denied.search(sentence.text[sentence.span[0] : mention.span[0]]) is not None


def is_over(sentence: Sentence, feeling: ConceptMention) -> bool:
    """Whether somebody felt so at first, and a later clause tells of more."""
    if feeling.category != "expressions":
        return False
    text, (start, end) = sentence.text[: sentence.span[1]], feeling.span
    begun = WAS.pattern.search(text[sentence.span[0] : start]) is not None
    return OVER.pattern.match(text, end) is not None or (begun and TURNING.search(text, end) is not None)


def outlived(sentence: Sentence, draft: Draft, feeling: ConceptMention, doer: CelPlan) -> None:
    """Forget what somebody felt before a feeling that "but", "then" or the like leads to: "he was sad, but then he laughed"."""
    before = [one for one in sentence.mentions if one.category == "expressions" and one.last < feeling.first]
    if feeling.category == "expressions" and before:
        said = draft.told_of(doer.id, "expression")
        if TURNING.search(sentence.text, before[-1].span[1], feeling.span[0]):
            draft.denied |= {(doer.id, value) for value in said if value != feeling.name}
            said.clear()


def is_kept_up(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether "not" in a sentence says that it goes on: "could not stop running", "never ran so fast"."""
    before = sentence.text[sentence.span[0] : mention.span[0]]
    return _STILL.search(before) is not None or (
        re.search(r"\bnever(?: \w+)? $", before) is not None
        and _BUT_SO.match(sentence.text, mention.span[1]) is not None
    )


def deny(draft: Draft, mention: ConceptMention, last: CelPlan) -> None:
    """What is not done or felt is not drawn, but a feeling's opposite where nothing else is said."""
    draft.denied.add((last.id, mention.name))
    if mention.category == "expressions":
        said = draft.told_of(last.id, "expression")
        if not said:
            said[instead_of(mention.name)] = ENOUGH


def deny_misheard(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> None:
    """What the net may hear and is not meant: who wakes up is not asleep, who cooks does not eat."""
    for pattern, pose in _MISHEARD:
        for match in pattern.finditer(sentence.text, *sentence.span):
            _deny_pose(draft, match.start(), pose)
    for match in BODIES.pattern.finditer(sentence.text, *sentence.span):
        for pose in lexicon.vocabulary.names("poses"):
            _deny_pose(draft, match.end(), pose)
    if _TUCKS_IN.search(sentence.text, *sentence.span):
        draft.denied |= {(cel.id, "eating") for cel in draft.figures}
    for pattern in (_IN_VAIN, _TO_FLY):
        for match in pattern.finditer(sentence.text, *sentence.span):
            _deny_pose(draft, match.start(), lexicon.pose(match[1].lower()))


def deny_unmoved(sentence: Sentence, draft: Draft) -> None:
    """What the net may hear where nothing is done at all: in "Fizz was sad" nobody runs."""
    named = {index for one in sentence.mentions for index in range(one.first, one.last + 1)}
    others = {
        word.text
        for index, word in enumerate(sentence.words)
        if index not in named and not (sentence.is_talk(word.span) or is_quoted(sentence.text, word.span))
    }
    if others <= _NO_DOINGS and not any(one.category == "poses" for one in sentence.mentions):
        moves = {(cel.id, pose) for cel in draft.figures for pose in _MOVES}
        draft.denied |= {(key, pose) for key, pose in moves if pose not in draft.told_of(key, "pose")}


def deny_names(
    sentence: Sentence, draft: Draft, named: NamedFigures, lexicon: Lexicon
) -> None:  # fmt: skip
    """What the net may hear in somebody's name: Mr. Tumble does not fall."""
    for mention, key in named:
        if mention.category in ("who", "strangers"):
            for word in sentence.words[mention.first : mention.last + 1]:
                pose = lexicon.pose(word.text)
                if pose is not None and pose not in draft.told_of(key, "pose"):
                    draft.denied.add((key, pose))


def owner_before(draft: Draft, place: int) -> str | None:
    """The figure that was named last before a place in the text."""
    before = [(span[0], cel.id) for cel in draft.figures for span in cel.spans if span[0] < place]
    meant = [cel.id for cel in draft.figures if not cel.spans]
    if not before and meant:
        return meant[-1]  # who is there by a pronoun alone
    return max(before)[1] if before else None


def same(draft: Draft, owner: str) -> list[CelPlan]:
    """A figure, and those that are named in the same word: two rabbits are alike."""
    spans = draft.cels[owner].spans
    return [one for one in draft.figures if one.id == owner or (spans and one.spans == spans)]


def _deny_pose(draft: Draft, place: int, pose: str | None) -> None:
    owner = owner_before(draft, place)
    if owner is None or pose is None or pose in draft.told_of(owner, "pose"):
        return
    who: str | None = owner
    done: set[str] = set()
    while who is not None and who not in done:  # "the knight and the dragon woke up": both do
        done.add(who)
        also = [cel.id for cel in draft.figures if draft.together.get(cel.id) == who and not cel.spans]  # "and I"
        draft.denied |= {(key, pose) for key in (*also, *(one.id for one in same(draft, who)))}
        who = draft.together.get(who)
