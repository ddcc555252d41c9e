"""What figures do and feel: whether a verb is theirs, and which pose and feeling the words and the net make together."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

from dataclasses import replace

from storyapp.story.plan import CelPlan

from ..drafts import ENOUGH, GUESSED, HINTED, NEW, SAID, Draft, Sentence
from ..reader_net import UNSAID, Opinion
from ..words.concept_mentions import FIGURES, ConceptMention
from ..words.english import (
    ADJECTIVES,
    ADVERBS,
    AUXILIARIES,
    CLAUSES,
    COUNTS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    TAKE_NO_OBJECT,
    TRAITS,
)
from .who_is_who import starts_clause

_QUOTES = ('"', "“", "”", "‘", "’", "'")
_CALLED = frozenset("cried cries yelled yells yelling shouted shouts shouting".split())
_SINGLE = ("who", "kinds", "strangers")
_DOES = ("poses", "expressions")
_OBJECTS = ("them", "him", "her")
_LINKS = frozenset("and with or but".split())
_PERCEIVED = frozenset("saw see sees seeing watched watches heard hears let made helped".split())
_LOOKED = frozenset("look looked looks looking stared gazed peered came found met".split())
_AIMED, _AT = ("pointing", "waving", "reading"), frozenset("at to towards toward up down over across".split())
_DONE_TO = ("holding", "eating", "reading")
_PARTICLES = frozenset("in up down back away off out over".split())
_DEGREES = ADVERBS | {"very", "so"}
_OBJECT = 4  # words between a verb and what it is done to
SELDOM_TWICE = ("sleeping", "hugging")  # what two clauses hardly tell of two
ALONE = {"pose": 0.7, "expression": 0.6}  # the net's chance of what no word of the lexicon says


def act(draft: Draft, mention: ConceptMention, last: CelPlan | None, waiting: list[ConceptMention]) -> None:
    """Note a verb or a feeling of whoever was named last, and of those who do the same; if nobody was, it waits for one."""
    if last is None:
        waiting.append(mention)
        return
    name = "pose" if mention.category == "poses" else "expression"
    draft.actions += not mention.weak
    weight = (GUESSED if mention.guessed else NEW if mention.new else 1.0) * (HINTED if mention.weak else SAID)
    who: str | None = last.id
    doing: set[str] = set()
    while who is not None and who not in doing:  # "the knight and the dragon danced": both do
        doing.add(who)
        weights = draft.told_of(who, name)
        first = not weights.keys() - {mention.name}
        weights[mention.name] = max(weights.get(mention.name, 0.0), weight if first else 0.8 * weight)
        who = draft.together.get(who)


def is_call(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a verb tells only that somebody calls out, and not what they feel: "“Look!” cried Ben", "“Goal!” yelled Mo"."""
    before, after = sentence.text[: mention.span[0]].rstrip(), sentence.text[mention.span[1] :].lstrip(" ,:")
    word = sentence.text[slice(*mention.span)].lower()
    return word in _CALLED and (before[-1:] in _QUOTES or after[:1] in _QUOTES)


def sends_flying(sentence: Sentence, verb: ConceptMention) -> bool:
    """Whether somebody makes a thing fly: "Tom flew a kite", but not "the bird flew over a tree"."""
    behind = [
        one for one in sentence.mentions if 0 < one.first - verb.last <= _OBJECT and one.category in ("things", "nouns")
    ]
    between = {word.text for word in sentence.words[verb.last + 1 : behind[0].first]} if behind else set()
    return verb.name == "flying" and bool(behind) and bool(between & DETERMINERS) and not between & PREPOSITIONS


def drops(sentence: Sentence, verb: ConceptMention) -> bool:
    """Whether it is a thing that falls, and nobody: "she dropped her spoon"."""
    words = sentence.words
    behind = words[verb.last + 1].text if verb.last + 1 < len(words) else ""
    return words[verb.first].text.startswith("drop") and behind in DETERMINERS


def licks_somebody(sentence: Sentence, verb: ConceptMention) -> bool:
    """Whether somebody is licked, so that nothing is eaten: "the dog licked Mia"."""
    words = sentence.words
    behind = [one for one in sentence.mentions if 0 < one.first - verb.last <= 2 and one.category in FIGURES]
    whom = [one for one in behind if one.category != "pronouns" or words[one.first].text in ("him", "them")]
    return words[verb.first].text.startswith("lick") and bool(whom)


def is_quality(sentence: Sentence, feeling: ConceptMention) -> bool:
    """Whether a word for a feeling describes who is named right behind it: "an angry witch", "two scared little children"."""
    behind = next((one for one in sentence.mentions if one.first > feeling.last), None)
    if feeling.category != "expressions" or behind is None or behind.category not in ("kinds", "groups"):
        return False
    before = sentence.words[feeling.first - 1].text if feeling.first else ""
    between = sentence.words[feeling.last + 1 : behind.first]
    joined = sentence.text[feeling.span[1] : behind.span[0]].replace(",", "").split()
    as_adjective = before in DETERMINERS or before in COUNTS or before in ADJECTIVES or before == "very"
    return as_adjective and len(joined) == len(between) and all(word.text in ADJECTIVES for word in between)


def is_inverted(sentence: Sentence, verb: ConceptMention) -> bool:
    """Whether the one who does it is named right behind the verb: "away went the rabbits"."""
    words = sentence.words
    if words[verb.first].text not in TAKE_NO_OBJECT or verb.first != verb.last:
        return False
    behind = next((one for one in sentence.mentions if one.first > verb.last), None)
    before = [one for one in sentence.mentions if one.last == verb.first - 1]
    if any(one.category in FIGURES and words[one.last].text not in _OBJECTS for one in before):
        return False  # "Gran sat the baby on her knee"
    if behind is None or behind.category not in _SINGLE:
        return False
    between = words[verb.last + 1 : behind.first]
    gap = sentence.text[words[verb.last].span[1] : behind.span[0]]
    return bool(between or behind.category == "who") and "," not in gap and all(_leads(word.text) for word in between)


def _leads(word: str) -> bool:
    return word == "all" or word in DETERMINERS or word in ADJECTIVES or word in COUNTS


def is_outdone(sentence: Sentence, verb: ConceptMention) -> bool:
    """Whether an adverb beside a verb tells another feeling than the verb would: "sighed happily"."""
    return verb.category == "expressions" and any(
        one.category == "expressions" and one.name != verb.name and _is_adverb(sentence, one)
        and (0 < one.first - verb.last <= 2 or one.last == verb.first - 1)
        for one in sentence.mentions
    ) and not _is_adverb(sentence, verb)  # fmt: skip


def _is_adverb(sentence: Sentence, mention: ConceptMention) -> bool:
    return mention.new and sentence.words[mention.last].text.endswith("ly")


def is_passive(sentence: Sentence, verb: ConceptMention) -> bool:
    """Whether somebody is carried or held rather than doing so: "the cat was carried"."""
    before = sentence.words[verb.first - 1].text if verb.first else ""
    passive = before in ("was", "were", "is", "are", "been", "being", "be")
    return passive and verb.name == "holding" and not sentence.words[verb.first].text.endswith("ing")


def releases(sentence: Sentence, draft: Draft, mention: ConceptMention, cel: CelPlan) -> None:
    """Note that one who is held, carried, eaten, read or waved to does not do so, whatever the net hears: "Nora carried the cat"."""
    for one in sentence.mentions:
        if one.category == "poses" and one.name in _AIMED and one.last < mention.first:
            to = [word.text for word in sentence.words[one.last + 1 : mention.first]]
            if _AT & set(to) and all(word in _AT or _leads(word) for word in to):
                draft.denied.add((cel.id, one.name))
        if one.category != "poses" or one.name not in _DONE_TO:
            continue
        between = sentence.words[one.last + 1 : mention.first]
        behind = one.last < mention.first and all(_leads(word.text) for word in between)
        before = 0 < one.first - mention.last <= 3 and is_passive(sentence, one)
        if behind or before:
            draft.denied.add((cel.id, one.name))


def own_verb(sentence: Sentence, mention: ConceptMention) -> ConceptMention | None:
    """The verb that belongs to somebody behind "and" alone; None if they act with the one who is named before them.

    In "the bear hugged the rabbit and the fox waved" only the fox waves.
    """
    after = next((word.text for word in sentence.words[mention.last + 1 : mention.last + 2]), "")
    verb = next((one for one in sentence.mentions if one.first > mention.last and one.category in _DOES), None)
    found = verb is not None and verb.first == mention.last + 1
    if after.endswith("ing") or not (found or after.endswith("ed") or after in AUXILIARIES):
        return None
    return verb if _subject(sentence, mention.first, _PERCEIVED) is not None else None


def earlier_subject(sentence: Sentence, verb: ConceptMention) -> ConceptMention | None:
    """Who does what a verb behind "and" tells, where the one named last is only an object; None otherwise.

    In "the girl hugged the dog and laughed" it is the girl; so it is in "the girl hid behind the dog, shaking".
    """
    if _is_added(sentence, verb):
        return _subject(sentence, verb.first, _PERCEIVED | _LOOKED)
    before = verb.first - 2
    if before > 0 and sentence.words[before].text in _PARTICLES:
        before -= 1  # "tucked Ella in and kissed her"
    named = [one for one in sentence.mentions if one.category in FIGURES and one.last == before]
    if not named or sentence.words[verb.first - 1].text != "and" or sentence.words[verb.first].text.endswith("ing"):
        return None
    return _subject(sentence, verb.first)


def _is_added(sentence: Sentence, verb: ConceptMention) -> bool:
    """Whether a participle behind a comma tells more of a clause that ends with where somebody was: "hid behind her, shaking"."""
    named = [one for one in sentence.mentions if one.category in FIGURES and one.last == verb.first - 1]
    if not named or not sentence.words[verb.first].text.endswith("ing"):
        return False
    lead = named[-1].first - 1
    while lead > 0 and _leads(sentence.words[lead].text):
        lead -= 1
    gap = sentence.text[named[-1].span[1] : verb.span[0]].strip()
    return gap == "," and lead >= 0 and sentence.words[lead].text in PREPOSITIONS


def _subject(sentence: Sentence, place: int, but: frozenset[str] = frozenset()) -> ConceptMention | None:
    """Who does something to the one named last before a word; None if nobody does, or if it is one of the `but` verbs."""
    named = [one for one in sentence.mentions if one.category in FIGURES and one.last < place]
    owners = {one.first - 1 for one in named if one.category in _SINGLE}  # "her brother" is one
    doers = [one for one in named if one.category != "pronouns" or one.last not in owners]
    if len(doers) < 2:
        return None
    between = {word.text for word in sentence.words[doers[-2].last + 1 : doers[-1].first]}
    done = not between & but and not all(_leads(word) or word in _LINKS for word in between)
    return doers[-2] if done else None


def of_thing(sentence: Sentence, verb: ConceptMention) -> bool:
    """Whether a verb tells what a thing does: "the dishes danced", but not "the girl with the dish danced"."""
    before = [one for one in sentence.mentions if one.last < verb.first]
    if not before or before[-1].category not in ("things", "nouns"):
        return False
    between = [word.text for word in sentence.words[before[-1].last + 1 : verb.first]]
    if any(word not in AUXILIARIES and not (verb.category == "expressions" and word in _DEGREES) for word in between):
        return False
    if before[-1].is_of_kind:
        return False
    lead = [word.text for word in sentence.words[max(0, before[-1].first - 4) : before[-1].first]]
    gap = sentence.text[before[-1].span[1] : verb.span[0]]
    if "," in gap or set(lead) & PREPOSITIONS or not lead:
        return False
    first = before[-1]
    return verb.category == "poses" or (bool(set(between) & AUXILIARIES) and _begins_clause(sentence, first))


def _begins_clause(sentence: Sentence, noun: ConceptMention) -> bool:
    """Whether a noun is the first of a clause: "but the aliens were …", "while Tom danced", but not "and seeing Tom"."""
    start = noun.first - 1
    while start >= 0 and (_leads(sentence.words[start].text) or sentence.words[start].text in TRAITS):
        start -= 1
    if start < 0 or sentence.words[start].text in CLAUSES:
        return True
    comma = sentence.text[sentence.words[start].span[1] :][:1] == ","
    return comma and sentence.words[0].text in CLAUSES  # "when Tom came, Mia …"


def apart(sentence: Sentence, draft: Draft, verb: ConceptMention, doer: CelPlan | None) -> set[tuple[str, str]]:
    """What those do not do of whom an earlier clause tells: in "Mia laughed and the cat slept" Mia does not sleep."""
    before = [one for one in sentence.mentions if one.last < verb.first and (not doer or one.span in doer.spans)]
    if not before or not _begins_clause(sentence, before[-1]):
        return set()
    start = before[-1].span[0]
    found = set()
    for cel in draft.figures:
        ends = [end for _, end in cel.spans if end <= verb.span[0]]
        if not ends or max(ends) > start or (doer is not None and cel.id == doer.id):
            continue
        unsaid = verb.category == "poses" and not any(draft.told_of(cel.id, name) for name in ALONE)
        if unsaid and verb.name not in SELDOM_TWICE:
            continue  # what they do is told by a word that the net alone knows
        if starts_clause(sentence.text[max(ends) : start]) and cel.id not in draft.together.values():
            found.add((cel.id, verb.name))
    return found


def is_owner_of_somebody(sentence: Sentence, mention: ConceptMention) -> bool:
    """Whether a pronoun only tells whose another figure is: in "her dad waved" she does not wave."""
    words = sentence.words
    if mention.category != "pronouns" or words[mention.first].text not in POSSESSIVES:
        return False
    behind = next((one for one in sentence.mentions if one.first > mention.last), None)
    if behind is None or behind.category not in FIGURES or behind.category == "pronouns":
        return False
    return all(_leads(word.text) or word.text in RELATIVES for word in words[mention.last + 1 : behind.first])


def hear(draft: Draft, cel: CelPlan, opinion: Opinion) -> None:
    """Add what the net thinks of a mention to its figure, and to those who are named in the same word: "two rabbits"."""
    for one in draft.figures:
        if one.id == cel.id or (cel.spans and one.spans == cel.spans):  # "two rabbits" are of one mind
            draft.hear(one.id, "pose", opinion.poses)
            draft.hear(one.id, "expression", opinion.expressions)


def decide(draft: Draft) -> None:
    """Give every figure the pose and the feeling for which the net's chances and the words together speak most."""
    for cel in draft.figures:
        attributes = dict(cel.attributes)
        for name in ("pose", "expression"):
            scores = {
                value: weight
                for value, weight in draft.heard.get((cel.id, name), {}).items()
                if value != UNSAID and (cel.id, value) not in draft.denied
            }
            said = draft.told_of(cel.id, name)
            if max(said.values(), default=0.0) >= ENOUGH:  # the net may choose among what is said, and add nothing
                scores = {value: chance for value, chance in scores.items() if value in said}
            for value, weight in said.items():
                scores[value] = scores.get(value, 0.0) + weight
            value, score = max(scores.items(), key=lambda one: one[1], default=("", 0.0))
            if score >= (ENOUGH if value in said else ALONE[name]):
                attributes[name] = value
        draft.cels[cel.id] = replace(cel, attributes=attributes)
