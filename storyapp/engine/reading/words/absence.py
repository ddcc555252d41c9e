"""Whether what a word names is there, or only talked about: "she missed her mother", "a tower as tall as a tree"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from storyapp.story.plan import Span

NOT = r"not|never|\w+n['’]t|no longer"  # a pattern of what denies the words behind it

# What comes after one of these in a clause is talked about, not there.
_ABSENT = re.compile(
    r"\b((?!(?-i:Miss\b))miss(?:ed|es|ing)?|remember(?:ed|s|ing)?|th(?:ought|ink|inks|inking) (?:of|about)|forgot(?:ten)?|"
    r"dream(?:ed|t|s|ing)? (?:of|about)|wish(?:ed|es|ing)?(?: \w+)? (?:for|that|to)|talk(?:ed|s|ing)? (?:about|of)|"
    r"told [^,.;]*(?:about|of)|stor(?:y|ies) (?:of|about)|because|without|no|nobody|never|not|\w+n['’]t|"
    r"look(?:ed|s|ing)? (?:everywhere )?for|search(?:ed|es|ing)? for|want(?:ed|s|ing)?(?: to)?|hop(?:ed|es|ing)|if|instead of|"
    r"(?:just |much |more |exactly )?like(?: an?)?|as if|as though|far away|far from|afraid of|than|hear[d]? (?:of|about)|"
    r"sent for|call(?:ed|ing)? for|ask(?:ed|s|ing)? for|\bas \w+ as|to fetch|belong(?:ed|s|ing)? to|in search of|unlike)\b[^,.;]*$",
    re.IGNORECASE,
)
# Of what is only told, shown or measured by: "the story of a dragon", but not "the trunk of a tree".
_TOLD = (
    r"(?:stor(?:y|ies)|tales?|dreams?|pictures?|paintings?|drawings?|portraits?|photographs?|thoughts?|ideas?|memor(?:y|ies)|songs?|"
    r"sizes?|shapes?|forms?|colou?rs?|likeness|look|air|sounds?|smells?|names?|voices?|kinds?|sorts?|images?|sign|signs|cost|price|"
    r"length|height|weight|strength|speed|hopes?|fear|news|word|chance|talk|question|matter|loss|want|need|instead|afraid|worthy|"
    r"ghosts?|shadows?|figures?|model|statues?|masks?|costumes?|disguise|footprints?|tracks?|traces?)"
)
_SURE_ABSENT = re.compile(
    rf"\b(miss(?:ed|es)|th(?:ought|inks?) (?:of|about)|dream(?:ed|t|s)? (?:of|about)|wish(?:ed|es)? for|about a|{_TOLD} of a|"
    r"look(?:ed|s|ing)? for|search(?:ed|es|ing)? for|read(?:s|ing)? about|no|without|(?:like|than) an?|as \w+ as(?: an?| the)?|as if(?: \w+){0,2} were(?: an?)?)"
    r"(?: \w+){0,2} $"
    r"|^\W*not (?:an?|one)(?: single)?(?: \w+)? $",
    re.IGNORECASE,
)
# "Without Ilse the castle was quiet": what follows is told of by itself.
_ALONE = re.compile(
    r"^\W*without (?:(?:the|an?|his|her|its|their) )?(?!\w+ing\b)[\w'’]+,? (?=(?:the|an?|his|her|its|their)\b)",
    re.IGNORECASE,
)
# "Once upon a time there lived a bear."
_INTRODUCED = re.compile(
    r"\bthere(?: once)? (?:was|were|is|are|lived|dwelt|stood|sat|lay|came|went|ran)(?: once)?"
    r"(?: (?!no\b|never\b|not\b)\w+){1,4} $",
    re.IGNORECASE,
)
# What is refused, or not noticed, is there: "he did not want to eat his peas", but not "he did not want to see the doctor".
_REFUSED = re.compile(
    r"\b(?:not|never|\w+n['’]t|refuse[sd]?) (?:(?:want|wish|like|dare)(?:ed|s|d)? )?(?:to )?"
    r"(?:eat|eating|drink|drinking|wear|wearing|touch|taste|try|share|give (?:up|away)|let go of|put on|take off|like|finish|lend) "
    r"(?:the|his|her|its|their|my|your|our)(?: \w+){0,2} $",
    re.IGNORECASE,
)
_UNNOTICED = re.compile(
    r"\b(?:nobody|no one) (?:saw|sees|noticed|notices|heard|hears|looked at|liked|likes|helped|believed|thanked|loved|greeted|"
    r"listened to|invited|wanted to play with|played with|cared for) (?:the|his|her|its|their|my|our)(?: \w+){0,2} $",
    re.IGNORECASE,
)
_OPENS, _CLOSES = re.compile(r"‘|(?<!\w)'(?=\w)"), re.compile(r"[’'](?!\w)")  # single quotation marks

# "Mia's a clown", "Mia's tired." and "Mia's eating an apple", but not "Mia's tired eyes" and "Mia's building fell".
_SHORT_FOR_IS = re.compile(
    r"['’]s (?:(?:never|so|very|too|really|always|still|already|just|now|all) )*(?:"
    r"(?:not|an?|the|here|there|gone|got|been|in|at|on|up|going to|trying to)\b|"
    r"\w{2,}ing (?:an?|the|his|her|to|with|home|away)\b|"
    r"(?:tired|happy|sad|angry|cross|scared|afraid|frightened|hungry|thirsty|cold|hot|warm|ill|sick|asleep|awake|late|ready|"
    r"lost|sleepy|bored|excited|shy|proud|lonely|busy|alone|glad|sure|wet|dirty|worried|surprised|away|home|back|better|"
    r"fine|upset|hurt|wrong|right|big|small|hiding|crying|laughing|dancing|singing|running|sleeping|coming|waiting|smiling)"
    r"(?=[.,!?;”\"]| (?:and|but|because|of|to|that|when|with|now|today|again)\b|$))",
    re.IGNORECASE,
)
_BEHIND_PREPOSITION = re.compile(
    r"\b(?:in|on|at|to|from|of|into|onto|near|behind|under|with|for|by)\s+\w+$", re.IGNORECASE
)
# "“Fox doesn't like me,” he said."
_ELSEWHERE = re.compile(
    r" (?:(?:does|do|did|is|has|wo|will|can|would|was)n['’]t|never|(?:has|is) gone|(?:will|is|does|has|can|did) (?:not|never)|would|used to)\b"
)
# "“I see Tim!” she cried."
_SEEN = re.compile(
    r"\b(?:sees?|(?:here|there|this|that|it)(?:['’]s| is| are| comes?)|(?:here|there) (?:sits|stands|lies|goes)|look at|watch|meet|found)"
    r"(?: my| our| dear| little)* $",
    re.IGNORECASE,
)


def is_introduced(text: str, span: Span, place: Span) -> bool:
    """Whether the words of the sentence before `place` bring it in, or tell that it is refused and thus there."""
    before = text[span[0] : place[0]]
    return _INTRODUCED.search(before) is not None or _REFUSED.search(before) is not None


def is_owner(text: str, place: Span) -> bool:
    """Whether a word only tells whose something is: "Mia's dog", "the frogs' legs", but not "Mia's tired" or a quotation's end."""
    start, end = place
    if re.match(r"['’]s\b", text[end : end + 3]):
        object_ = _BEHIND_PREPOSITION.search(text[max(0, end - 40) : end])  # "on Mia's back."
        return object_ is not None or _SHORT_FOR_IS.match(text, end) is None
    if not re.match(r"['’]\s+\w", text[end : end + 4]) or text[end - 1].lower() != "s":
        return False
    return len(_OPENS.findall(text, 0, start)) <= len(_CLOSES.findall(text, 0, start))


def absence(text: str, span: Span, place: Span) -> int:
    """2 where the words of the sentence `span` before `place` say that it is not there, 1 where they may say so, else 0."""
    before = _ALONE.sub("", text[span[0] : place[0]])
    if is_owner(text, place) or _SURE_ABSENT.search(before):
        return 2
    if _REFUSED.search(before) or _UNNOTICED.search(before):
        return 0
    return int(_ABSENT.search(before) is not None)


def is_quoted(text: str, place: Span) -> int:
    """1 where somebody says it, since what is talked about need not be there; 2 where it is talked about in general."""
    if not _in_quotes(text, place[0]):
        return 0
    general = re.search(r"\b(?:an?|any|every) (?:\w+ )?$", text[: place[0]], re.IGNORECASE) is not None
    return 2 if general and re.match(r" (?:that|who|which) ", text[place[1] :]) else 1


def _in_quotes(text: str, place: int) -> bool:
    open_ = text.rfind("“", 0, place) > text.rfind("”", 0, place)
    return open_ or text.count('"', 0, place) % 2 == 1


def name_absence(text: str, span: Span, place: Span) -> int:
    """What `absence` is of a name: who is spoken to is there, who is talked about is perhaps, or surely not."""
    if not _in_quotes(text, place[0]):
        return absence(text, span, place)
    if is_addressed(text, place) or _SEEN.search(text[max(0, place[0] - 30) : place[0]]):
        return 0
    asked = re.search(r"\b[Ww]here(?:['’]s| is| was| are)? $", text[: place[0]])
    if asked or _ELSEWHERE.match(text, place[1]):
        return 2
    return max(1, absence(text, span, place))


def is_addressed(text: str, place: Span) -> bool:
    """Whether somebody speaks to who is named: "“Look, Mia!”", "“Mia, look!”"."""
    if not _in_quotes(text, place[0]):
        return False
    begins = re.search(
        r"[“\",.!?]\s*(?:(?:dear|oh|hey|hello|hi|and|but|so|well|yes|no|little|poor|thanks|you),? )*$",
        text[max(0, place[0] - 60) : place[0]],
        re.IGNORECASE,
    )
    return begins is not None and re.match(r"\s?[,.!?”\"]", text[place[1] :]) is not None


def is_only_addressed(text: str, places: Sequence[Span], pronoun: Span) -> bool:
    """Whether all that names somebody speaks to them, and a pronoun is the speaker: "“Tim, look!” he said"."""
    speaks = re.search(r"[”\"]\s*(?:\w+ )?$", text[: pronoun[0]]) and not _in_quotes(text, pronoun[0])
    return bool(places and speaks) and all(is_addressed(text, place) for place in places)
