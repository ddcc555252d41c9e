"""One sentence → its draft: mention by mention, who and what comes in and what they do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.model import Character
from storyapp.story.plan import CelPlan, ScenePlan

from .drafts import Draft, Sentence, brought, is_named_thing, slug
from .names.narrator import Narrator
from .names.owners import is_touched
from .names.tellings import Called, tellings, under_new_names
from .people.animals import Animals, is_alive
from .people.appearance import Describe, looks_behind
from .people.carrying import carry, crown
from .people.company import Company
from .people.costumes import Costumes
from .people.deeds import act, decide, hear, releases
from .people.doers import is_owner_of_somebody, owns
from .people.doings import tell_doings
from .people.people_reader import PeopleReader, takes_part
from .people.pronouns import PronounReader
from .people.riding import mount
from .people.scene_memory import SceneMemory
from .people.verbs import Course, deny_unmeant, joins, take_verb
from .people.wardrobe import Wardrobe, begins_sentence, dress, undress
from .places.open_air import read_open_air
from .places.surroundings import read_surroundings
from .reader_net import Opinion
from .things.aboard import boat_of, embark, take_along
from .things.between import put_between
from .things.contents import fill
from .things.fronted import seat, set_out, set_out_there, support
from .things.giving import give
from .things.objects import Nearest, ObjectReader, key_of
from .things.rides import ride
from .things.sizes import read_sizes
from .things.taking_place import climbable, take_places
from .words.absence import is_introduced
from .words.compounds import ANIMALS, IN_GENERAL
from .words.concept_mentions import FIGURES, NAMED, ConceptMention
from .words.english import POSSESSIVES
from .words.lexicon import Lexicon
from .words.splitting import Word

HIDDEN, UNSURE = 0.1, 0.6  # chances of being there below which a mention, or a doubtful one, is not drawn
UNTOLD = 0.01  # and below which what the vocabulary lacks is not told: the net has seldom met such words
_DOERS = ("he", "she", "it", "they")


def _is_somebody(mention: ConceptMention) -> bool:
    """Whether a mention is of a figure."""
    return mention.category in FIGURES or mention.is_of_kind


class SentenceReader:
    """Makes the draft of each sentence of a scene; `before` is the scene before it, `costumes` who is dressed up there."""

    def __init__(
        self, lexicon: Lexicon, cast: Sequence[Character], nearest: Nearest, describe: Describe, narrator: Narrator,
        before: ScenePlan, costumes: Mapping[str, str],
    ) -> None:  # fmt: skip
        told = (*before.earlier, *before.cels)
        figures = [cel for cel in told if cel.kind == "figure"]
        things = [cel for cel in told if cel.kind == "thing" and (cel in before.cels or is_named_thing(cel))]
        nameable = things + [cel for cel in before.cels if cel.kind == "figure"]
        self.lexicon, self.describe = lexicon, describe
        self.looks = {one.id: one.looks for one in cast}
        self.called = Called(lexicon, [replace(cel, spans=()) for cel in nameable], [cel.id for cel in told], cast)
        self.objects = ObjectReader(lexicon, nearest)
        self.boat = boat_of(before, lexicon.vocabulary)
        self.memory = SceneMemory(lexicon, Animals(before.cels, before.earlier), figures, before.called)
        company = Company(lexicon, cast, figures, before.setting, self.memory.trades)
        self.pronouns = PronounReader(lexicon, cast, narrator, self.memory, company)
        self.people = PeopleReader(lexicon, cast, describe, self.memory, narrator, company, figures)
        self.vocabulary: Vocabulary = lexicon.vocabulary
        self.support: CelPlan | None = None  # what was told of last that things may be on or in
        self.climbable: CelPlan | None = None  # and what may be climbed
        self.wardrobe, self.costumes = Wardrobe(self.vocabulary), Costumes(lexicon, costumes, figures)

    def read(self, sentence: Sentence, around: Sequence[CelPlan]) -> Draft:
        """The draft of one sentence; `around` are the figures of those and the scene before it, the latest last."""
        draft, course = Draft(sentence.span), Course()
        self.memory.begin()
        read_surroundings(sentence, draft, self.lexicon)
        clothes = self.wardrobe.worn(sentence, [one.span[1] for one in sentence.mentions if _is_somebody(one)])
        bare = self.wardrobe.unworn(sentence)
        costumes = self.costumes.told(sentence)
        worn = [span for span, _ in clothes]
        fronted = [span for span in worn if begins_sentence(sentence.text, span)]
        lost = [span for span, _, there in bare if not there]
        for mention in sentence.mentions:
            if any(
                mention.span[0] < end and start < mention.span[1] and mention.category != "pronouns"
                for start, end in (worn if course.last is not None else fronted)
            ):
                continue  # what somebody wears is no thing besides
            if mention.category in ("accessories", "things") and any(a <= mention.span[0] < b for a, b in lost):
                continue
            if any(one.span[0] <= mention.span[0] < one.span[1] for one in costumes):
                continue  # nor is what somebody is dressed up as
            if mention.category in ("poses", "expressions"):
                take_verb(sentence, draft, mention, course)
            elif self._is_there(sentence, mention):
                self._bring(sentence, draft, mention, course, around)
            elif mention.category in NAMED:
                self.people.predicates.tell(sentence, draft, mention)
        tell_doings(sentence, draft, self.memory.named)
        deny_unmeant(sentence, draft, self.memory.named, self.lexicon, course.of_others)
        seat(sentence, draft, self.vocabulary, self.memory.named)
        set_out(sentence, draft, self.vocabulary)
        set_out_there(sentence, draft, self.vocabulary, self.support)
        self.support = support(draft, self.vocabulary) or self.support
        fill(sentence, draft, self.vocabulary)
        embark(sentence, draft, self.vocabulary, self.boat)
        ride(sentence, draft, self.called.recent, self.vocabulary)
        take_along(sentence, draft, self.vocabulary, self.memory.named)
        beings = (*self.memory.named, *self.memory.animals.here)
        give(sentence, draft, self.vocabulary, beings)
        carry(sentence, draft, self.vocabulary, beings)
        mount(sentence, draft, self.vocabulary, beings)
        crown(sentence, draft, beings)
        put_between(sentence, draft)
        take_places(sentence, draft, self.vocabulary, self.climbable)
        self.climbable = climbable(draft, self.vocabulary) or self.climbable
        read_sizes(sentence, draft, self.vocabulary)
        decide(draft)
        dress(sentence.text, clothes, draft, self.looks)
        undress(bare, draft)
        self.costumes.dress_up(sentence, draft, costumes, self.memory.named)
        self.called.note(sentence, draft, self.memory.named)
        read_open_air(sentence, draft)
        return draft

    def settle(self, drafts: Sequence[Draft]) -> None:
        """What only the end of a scene tells of its beginning: who "she" was, and who has got a name."""
        self.memory.settle(drafts)
        self.called.name_by(self.memory.trades, [cel for draft in drafts for cel in draft.figures])
        self.called.settle(drafts)
        if drafts:
            drafts[-1].known = under_new_names(self.memory.guesses.known, self.called, drafts[-1])

    def _bring(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, course: Course, around: Sequence[CelPlan]
    ) -> None:
        """Bring in who or what is there; a figure does what waited for one, and what comes behind."""
        found = self._enter(sentence, draft, mention, course.last, around)
        if found is None:
            return
        if found.kind == "thing":
            self._animal(sentence, draft, mention, course, found)
            return
        self.memory.remember(mention, found.id)
        touched = is_touched(sentence.text, sentence.span, mention.span)
        if touched and course.last is not None:
            return  # who is touched does nothing
        opinion = sentence.opinions.get(mention.span, Opinion())
        if not is_owner_of_somebody(sentence, mention):
            hear(draft, found, replace(opinion, poses={}) if touched else opinion)
        releases(sentence, draft, mention, found)
        for verb in course.waiting:
            act(draft, verb, found, [])
        course.waiting, course.last, course.animal = [], found, False

    def _animal(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, course: Course, found: CelPlan
    ) -> None:
        """An animal that is a thing was named: what it does is not drawn, and nobody else does it."""
        self.memory.remember_animal(sentence, mention, found, draft)
        subject = mention.category == "pronouns" and sentence.words[mention.first].text.split("'")[0] in _DOERS
        if course.last is not None and course.last.id not in {cel.id for cel in draft.figures}:
            course.last = None  # who was told to be the animal
        if is_alive(found) and self.memory.named and owns(sentence, self.memory.named[-1][0], mention):
            course.last = None  # "her parrot flapped its wings"
        if subject or (course.last is None and is_alive(found)):
            course.last, course.animal, course.waiting = None, True, []

    @staticmethod
    def _is_there(sentence: Sentence, mention: ConceptMention) -> bool:
        """Whether what a mention names is to be seen, by the words around it or by the net."""
        if mention.category == "pronouns" or is_touched(sentence.text, sentence.span, mention.span):
            return True
        if mention.absent == 2 or (mention.absent and sentence.is_talk(mention.span)):
            return False
        there = sentence.opinions.get(mention.span, Opinion()).there
        if mention.absent:
            return there >= UNSURE
        return (
            there >= (UNTOLD if mention.category == "nouns" and not mention.noun.concept else HIDDEN)
            or takes_part(sentence, mention)
            or is_introduced(sentence.text, sentence.span, mention.span)
        )

    def _enter(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, last: CelPlan | None, around: Sequence[CelPlan]
    ) -> CelPlan | None:
        """Bring what a mention names into the draft; the figure, if it is one, or the animal among the things."""
        if mention.called:
            cel = self.called.meant(sentence, draft, mention, self.memory.named)
            if cel is not None:
                return self._by_name(sentence, draft, mention, cel, last)
            if slug(mention.called) in self.called.nobody:
                return None
        mention = self._as_drawn(sentence, draft, mention)
        mention = self._told_before(sentence, draft, mention)
        if mention.category in FIGURES:
            return self._figure(sentence, draft, mention, last, around)
        return self._thing(sentence, draft, mention, last) if mention.category == "things" else None

    def _as_drawn(self, sentence: Sentence, draft: Draft, mention: ConceptMention) -> ConceptMention:
        """A mention as the kind or the thing that it is drawn as: a noun, or an accessory that nobody wears."""
        if mention.category == "settings" and self.lexicon.outside(sentence.words[mention.last].text):
            span = sentence.words[mention.last].span  # a place that is a thing as well: "on the raft"
            mention = replace(mention, category="nouns", name="", span=span)
        if mention.category == "nouns":
            category, name = self.objects.noun(sentence, draft, mention)
            mention = replace(mention, category=category, name=name)
        if mention.category == "accessories":
            category, name = self.objects.unworn(sentence, draft, mention)
            mention = replace(mention, category=category, name=name)
        return mention

    def _told_before(self, sentence: Sentence, draft: Draft, mention: ConceptMention) -> ConceptMention:
        """A mention of "the bird" as the only bird that was there, the eagle, and "her parrot" as Coco."""
        before = sentence.words[mention.first - 1].text if mention.first else ""
        if mention.category != "things" or mention.called or before not in ("the", *POSSESSIVES):
            return mention
        there = {cel.id: cel for cel in (*self.called.recent, *draft.cels.values())}.values()
        named = [cel for cel in there if cel.concept == mention.name and is_alive(cel)]
        if len(named) == 1 and is_named_thing(named[0]):
            return replace(mention, called=named[0].id)
        same = [cel for cel in there if cel.concept in IN_GENERAL.get(mention.name, ())]
        if before != "the" or len(same) != 1 or any(cel.concept == mention.name for cel in there):
            return mention
        category = "kinds" if same[0].kind == "figure" else "things"
        return replace(mention, category=category, name=same[0].concept)

    def _figure(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, last: CelPlan | None, around: Sequence[CelPlan]
    ) -> CelPlan | None:
        """Bring in whom a mention of a figure means; who is joined to the one named last does the same."""
        pronoun = mention.category == "pronouns"
        may_join = not pronoun or mention.name == "my"  # "Grandpa and I", but not "when the fox came, he"
        joined = may_join and last is not None and joins(sentence, draft, last, mention)
        found = self.costumes.wearer(sentence, draft, mention, around)
        found = found or (self.pronouns if pronoun else self.people).enter(sentence, draft, mention, around)
        if pronoun and found is not None and found.kind == "figure":
            found = self._described(draft, found, sentence.words, mention)
        if found is not None and found.who:
            self.called.recognise(sentence, draft, mention, self.memory.named)
        if joined and found is not None and last is not None and found.id != last.id:
            draft.together.setdefault(found.id, last.id)
        return found

    def _thing(self, sentence: Sentence, draft: Draft, mention: ConceptMention, last: CelPlan | None) -> CelPlan | None:
        """Bring in a thing; the cel of it, or of somebody who is told to be such an animal."""
        if not mention.called and mention.name in ANIMALS:
            definite = mention.first > 0 and sentence.words[mention.first - 1].text == "the"
            same = self.called.of_kind(mention.name) if definite else None
            mention = replace(mention, called=same.id if same else "")
        animal = self.people.predicates.animal(sentence, draft, mention)
        if animal is not None:
            return animal
        self.objects.enter(sentence, draft, mention, last if last and last.id in draft.cels else None)
        return draft.cels.get(key_of(mention))

    def _by_name(
        self, sentence: Sentence, draft: Draft, mention: ConceptMention, cel: CelPlan, last: CelPlan | None
    ) -> CelPlan | None:  # fmt: skip
        """Bring in who or what has that name since a sentence of this scene told it; where it is told nobody else is."""
        telling = mention.span in tellings(sentence.text)
        if cel.kind == "thing":
            if not telling:
                self.objects.enter(
                    sentence, draft, replace(mention, category="things", name=cel.concept, called=cel.id), last
                )
            else:
                draft.cels.setdefault(cel.id, cel)
            return None
        one = brought(draft, cel)
        draft.cels[cel.id] = replace(one, spans=(*one.spans, mention.span))
        return None if telling else draft.cels[cel.id]

    def _described(
        self, draft: Draft, cel: CelPlan | None, words: Sequence[Word], mention: ConceptMention
    ) -> CelPlan | None:
        """Somebody, with the looks that the words behind a pronoun tell: "she had long black hair"."""
        if cel is None or cel.who:
            return cel
        looks = looks_behind(words, mention, cel.concept, self.describe)
        draft.cels[cel.id] = replace(cel, attributes={**cel.attributes, **looks})
        return draft.cels[cel.id]
