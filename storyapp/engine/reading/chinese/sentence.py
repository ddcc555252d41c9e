"""A sentence in Chinese → its draft: what `chinese_finder` finds in it goes to who was named last before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from storyapp.stage.chinese.chinese_finder import RELATIVES, ChineseFinder, Found
from storyapp.story.plan import COLOUR, CelPlan, NotDrawn, Relation, Span

from ..drafts import LOOSELY, MORE_TOLD, MOST_FIGURES, Draft, agrees, brought, instead_of, slug
from ..things.colouring import free_id
from ..words.english import GROUPS
from ..words.lexicon import Lexicon
from ..words.splitting import Word
from . import grammar

# What a thing tells of its surroundings where no word does.
_TELLS = {
    "full moon": ("time", "night"), "crescent moon": ("time", "night"), "star": ("time", "night"),
    "shooting star": ("time", "night"), "sun": ("time", "day"), "bed": ("setting", "bedroom"),
    "snowman": ("setting", "snowfield"),
}  # fmt: skip
_COUNTED = ("who", "kinds", "things", "groups", "settings")
_NAMED = ("who", "kinds", "things", "groups", "pronouns")
_WOVEN = {"gold": "yellow", "silver": "grey"}  # clothes have no metals


class ChineseSentence:
    """One sentence while it is read: who acts, whom its clause is about, and what waits for somebody to come."""

    def __init__(
        self, lexicon: Lexicon, finder: ChineseFinder, text: str, span: Span, around: Sequence[CelPlan]
    ) -> None:
        self.lexicon, self.cast, self.text, self.around = lexicon, finder.cast, text, around
        self.vocabulary = lexicon.vocabulary
        self.found = finder.found(text, span)
        self.draft = Draft(span)
        self.who: list[str] = []  # who acts: the figures named last
        self.topic: list[str] = []  # whom the clause is about, and the next one too if it names nobody
        self.waiting: dict[str, str] = {}  # attributes of a figure that is yet to come
        self.place: tuple[str, str] | None = None  # relation and thing where somebody is yet to come
        self.verb = ""  # the last pose of the clause
        self.colour: Found | None = None
        self.things: list[str] = []  # the things named last

    def read(self) -> Draft:
        """The draft of the sentence."""
        clause = self.draft.span[0]
        for index, one in enumerate(self.found):
            before = self.found[index - 1] if index else None
            for match in grammar.PAUSE.finditer(self.text, before.span[1] if before else clause, one.span[0]):
                clause, self.who, self.verb = match.end(), self.topic, ""
            following = self.found[index + 1] if index + 1 < len(self.found) else None
            self._enter(one, before, following, self.text[clause : one.span[0]])
        if self.waiting and not self.draft.figures and self.around:
            self._act(self._brought(self.around[-1:]))
        if told := self.lexicon.told([Word(cel.concept, self.draft.span) for cel in self.draft.cels.values()]):
            self.draft.hints = {place: LOOSELY + MORE_TOLD * (len(signs) - 1) for place, signs in told.items()}
        for cel in self.draft.cels.values():
            if cel.concept in _TELLS:
                name, value = _TELLS[cel.concept]
                self.draft.said.setdefault(name, (value, cel.spans[0]))
        return self.draft

    def _enter(self, one: Found, before: Found | None, following: Found | None, lead: str) -> None:
        """Bring what a word means into the draft; `lead` is its clause up to it."""
        category, denied = one.category, grammar.NOT.search(lead) is not None
        if category in ("settings", "times", "weathers"):
            self._surround(one, denied, lead)
        elif category in ("poses", "expressions"):
            if not (before and self._of_thing(before, one, lead)):
                self._tell(one, following, denied)
        elif category in ("colours", "metals"):
            self._colour(one, before, denied)
        elif category in ("accessories", "tops", "bottoms"):
            self._wear(one, following, lead)
        elif denied or grammar.TALKED.search(lead):
            return
        elif category == "nouns":
            said = self.text[slice(*one.span)]
            self.draft.not_drawn.append(NotDrawn(said, one.span, f"The model has not learned to draw “{said}”."))
        elif category == "things":
            self._thing(one, lead)
        elif not self._owns(one, following):
            self._figure(one, before, lead)

    def _surround(self, one: Found, denied: bool, lead: str) -> None:
        """Place, time and weather: the first of each, but a place behind 在, 到 or 进 before any other."""
        name, value = one.category[:-1], one.name
        if denied and name != "weather":
            return
        if name not in self.draft.said or (name == "setting" and grammar.AT.search(lead)):
            self.draft.said[name] = ("clear" if denied else value, one.span)

    # Who

    def _owns(self, one: Found, following: Found | None) -> bool:
        """Whether somebody is named only as whose somebody else is: "小明的妈妈"."""
        return one.category in ("who", "kinds") and self._of_next(one, following)

    def _of_next(self, one: Found, following: Found | None) -> bool:
        """Whether 的 joins a word to a figure behind it: "伤心的兔子"."""
        if following is None or following.category not in ("who", "kinds", "groups"):
            return False
        return re.fullmatch(r"[了着]?的[大小老]?", self.text[one.span[1] : following.span[0]]) is not None

    def _figure(self, one: Found, before: Found | None, lead: str) -> None:
        joined = bool(self.who and before and grammar.JOINING.search(lead))
        if one.category == "pronouns":
            came = self._meant(one.name)
            if not came and self.text[slice(*one.span)] == "大家":
                came = [self._cel(concept, concept, None, one.span) for concept in GROUPS["everybody"]]
        elif one.category == "groups":
            came = [self._cel(concept, concept, None, one.span, True) for concept in GROUPS[one.name]]
        else:
            came = self._named(one, joined)
        if not came:
            return
        if joined and self.topic == self.who:
            self.topic = [*self.who, *came]
        elif not self.topic or not (self.verb or grammar.OBJECT.search(lead)):
            self.topic = came
        hugged = self.verb == "hugging" and before is not None and before.category == "poses"
        self.who, self.verb = ([*self.who, *came] if joined else came), ""
        self._act(came)
        if hugged:
            self._set(came, {"pose": "hugging"})

    def _named(self, one: Found, joined: bool) -> list[str]:
        """The figures of a word: one of the cast, or as many of a kind as are counted."""
        said = self.text[slice(*one.span)]
        relative = RELATIVES.search(said)
        kin = relative is not None and not self.vocabulary.kind(one.name).human
        alike = one.category == "kinds" and not kin
        same = [who for who in self.cast if alike and who.concept == one.name]
        there = [who for who in same if slug(who.name) in self.draft.cels]
        who = next((who for who in self.cast if one.category == "who" and who.id == one.name), None)
        who = who or (there[0] if there else same[0] if len(same) == 1 else None)
        if who is not None:
            return [self._cel(slug(who.name), who.concept, who.id, one.span)]
        key, concept = f"{one.name}-{relative.group()}" if relative and kin else one.name, one.name
        for cel in self.around if relative else ():
            if cel.id.endswith(f"-{said}"):  # "妈妈" after "熊妈妈"
                key, concept = cel.id, cel.concept
        many = 2 if self.text.startswith("们", one.span[1]) else 1
        count = max(many, self._count(one))
        again = joined and key in self.who  # "小熊和大熊" are two
        return [
            self._cel(key, concept, None, one.span, again or index > 0) for index in range(min(MOST_FIGURES, count))
        ]

    def _cel(self, key: str, concept: str, who: str | None, span: Span, another: bool = False) -> str:
        """The id of a figure that is named, or of `another` one of its kind."""
        cels, number = self.draft.cels, 2
        name = key
        while another and name in cels:
            name, number = f"{key}-{number}", number + 1
        cel = cels.get(name) or CelPlan(name, "figure", concept, who)
        cels[name] = replace(cel, spans=(*cel.spans, span))
        return name

    def _meant(self, pronoun: str) -> list[str]:
        """Whom a pronoun stands for: somebody of this sentence, or of those before it."""
        if pronoun == "their":
            here = [cel.id for cel in self.draft.figures]
            return here if len(here) > 1 else [*self._brought(self.around[-4:]), *here]
        for known in (self.draft.figures, self.around):
            fits = [cel for cel in known if agrees(pronoun, cel.concept)]
            alike = [cel for cel in fits if self.vocabulary.kind(cel.concept).human == (pronoun != "its")]
            if fits:
                return self._brought((alike or fits)[-1:])
        return []

    def _brought(self, cels: Sequence[CelPlan]) -> list[str]:
        """Figures from before: they keep their looks, not what they did."""
        return [brought(self.draft, cel).id for cel in cels]

    # What they do

    def _set(self, who: Sequence[str], values: dict[str, str]) -> None:
        for key in who:
            cel = self.draft.cels[key]
            self.draft.cels[key] = replace(cel, attributes={**values, **cel.attributes})  # what was said first stays

    def _act(self, who: Sequence[str]) -> None:
        """What waited for somebody is theirs."""
        self._set(who, self.waiting)
        if self.place is not None:
            self._stand(who[0], *self.place)
        self.waiting, self.place = {}, None

    def _tell(self, one: Found, following: Found | None, denied: bool) -> None:
        """A pose or a feeling: of those named last, or of somebody to come."""
        name, value = one.category[:-1], one.name
        if name == "pose" and (denied or self.text.startswith("不", one.span[1])):
            return
        if denied:
            value = instead_of(value)
        if name == "pose":
            self.verb = value
            if value == "hugging" and following is not None and following.category == "things":
                self.verb = value = "holding"
        self.draft.actions += 1
        self._give({name: value}, self._of_next(one, following))

    def _give(self, values: dict[str, str], ahead: bool) -> None:
        if ahead or not self.who:
            self.waiting = {**values, **self.waiting}
        else:
            self._set(self.who, values)

    def _of_thing(self, before: Found, one: Found, lead: str) -> bool:
        """Whether a verb tells what a thing does: "气球飞走了", "鸭子在湖里游", but not "小熊在船上睡觉"."""
        clause = one.span[0] - len(lead)
        named = [other for other in self.found if clause <= other.span[0] < one.span[0] and other.category in _NAMED]
        if not named or named[-1].category != "things" or self.verb:
            return False
        if grammar.OBJECT.search(self.text, clause, named[-1].span[0]) or grammar.where(self.text, named[-1].span[1]):
            return False
        gap = self.text[named[-1].span[1] : one.span[0]]
        return len(named) == 1 or (before is named[-1] and re.fullmatch("[也都又正在]*", gap) is not None)

    def _wear(self, one: Found, following: Found | None, lead: str) -> None:
        """Clothes of those named last, or of somebody to come; what nobody wears is a thing, if we have it."""
        colour = self._colour_of(one)
        colour = _WOVEN.get(colour or "", colour)
        if one.category in ("tops", "bottoms"):
            if colour:
                self._give({f"{one.name}_colour": colour}, self._of_next(one, following))
        elif grammar.WORN.search(lead) or (colour and (self.who or self._of_next(one, following))):
            looks = {"accessory": one.name, **({"accessory_colour": colour} if colour else {})}
            self._give(looks, self._of_next(one, following))
        elif one.name in self.vocabulary.names("things"):
            self._thing(one, lead)

    # What is there

    def _colour(self, one: Found, before: Found | None, denied: bool) -> None:
        """A colour: of the thing before it, "气球是红色的", or of what comes behind."""
        self.colour = one
        if before is None or before.category != "things" or denied or not grammar.SO.match(self.text, one.span[1]):
            return
        for key in self.things if grammar.IS_SO.fullmatch(self.text, before.span[1], one.span[0]) else ():
            cel = self.draft.cels[key]
            self.draft.cels[key] = replace(cel, attributes={**cel.attributes, COLOUR: one.name})

    def _colour_of(self, one: Found) -> str | None:
        """The colour that stands right before a word."""
        gap = self.text[self.colour.span[1] : one.span[0]] if self.colour else "-"
        return self.colour.name if self.colour and re.fullmatch("色?的?[大小新旧长短圆]?", gap) else None

    def _thing(self, one: Found, lead: str) -> None:
        poses = [self.draft.cels[key].attributes.get("pose") for key in self.who]
        if "book" in one.name and "reading" in (*poses, self.waiting.get("pose")):
            return  # the figure's own drawing has it in hand
        held = self.who and self.verb == "holding" and self.vocabulary.thing(one.name).holdable
        relation = Relation("held by", self.who[0]) if held else None
        colour, self.things = self._colour_of(one), []
        first = free_id(self.draft, one.name, colour)
        for index in range(min(3, self._count(one))):
            key = first if index == 0 else f"{one.name}-{index + 1}"
            cel = self.draft.cels.get(key) or CelPlan(key, "thing", one.name, relation=None if index else relation)
            attributes = {**cel.attributes, COLOUR: colour} if colour else cel.attributes
            self.draft.cels[key] = replace(cel, attributes=attributes, spans=(*cel.spans, one.span))
            self.things.append(key)
        said = grammar.where(self.text, one.span[1])
        where = said or ("on" if grammar.RIDING.search(lead) else None)
        if where and self.who:
            for key in self.who:
                self._stand(key, where, one.name)
            if said is None:
                self._set(self.who, {"pose": "sitting"})
        elif where:
            self.place = where, one.name

    def _stand(self, who: str, where: str, thing: str) -> None:
        """Put a figure on, in or beside a thing; on a boat is in it."""
        entry = self.vocabulary.thing(thing)
        if where == "beside":
            self.draft.cels[thing] = replace(self.draft.cels[thing], relation=Relation("beside", who))
        elif where == "on" and entry.seat is not None:
            self.draft.cels[who] = replace(self.draft.cels[who], relation=Relation("on", thing))
        elif entry.mouth is not None:
            self.draft.cels[who] = replace(self.draft.cels[who], relation=Relation("in", thing))

    def _count(self, one: Found) -> int:
        """How many are meant: the number before a word, or one."""
        ends = [other.span[1] for other in self.found if other.category in _COUNTED and other.span < one.span]
        return grammar.count(self.text, max(ends, default=self.draft.span[0]), one.span[0])
