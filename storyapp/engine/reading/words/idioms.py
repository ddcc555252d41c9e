"""Turns of speech: nouns that nobody sees ("butterflies in her tummy", "quick as a hare") and verbs that nobody does ("time flew")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from storyapp.story.plan import Span

from .concept_mentions import ConceptMention
from .english import OWN
from .turns import Turn, TurnTable

_SEEN = ("kinds", "things", "nouns", "settings", "times", "weathers", "groups", "accessories")

_BODY = r"(?:tummy|tum|stomach|belly|throat|pants|mind)"
# What is compared by "as": behind another word "as" tells of a time ("she laughed as a bear came").
_ALIKE = (
    "bald big black blind blue bold brave bright brown busy calm clean clear clever cold cool cunning dark deaf dry fast fat fierce "
    "fit flat free fresh gentle good gold graceful green grey happy hard heavy high hot hungry large light like loud meek merry "
    "naughty neat nimble old pale playful poor pretty proud quick quiet red round sharp shy sick silent silly slippery slow sly "
    "small smooth snug easy soft solid sour still strong stubborn sturdy sweet swift tall thick thin tight tiny tired tough ugly warm wet white "
    "wild wise yellow"
).replace(" ", "|")
# The words of the group that matches are not there.
IDIOMS = TurnTable(
    "anywhere",
    (
        Turn(
            "compared",
            rf"\b(?:{_ALIKE}) as (?P<alike>(?:an? |the )?\w+)\b(?! (?:is|are|was|were|\w+ed|came|went|ran|sat|flew|fell|rose)\b)",
            "Tom was quick as a hare.",
            unlike="She laughed as a bear came.",
        ),
        Turn("heavily", r"\brain(?:s|ed|ing)? (?P<rain>cats and dogs)\b", "It rained cats and dogs.", unlike="He fed cats and dogs."),
        Turn("what dragons breathe", r"\bbreath(?:e|es|ed|ing)(?: out)? (?P<fire>fire)\b", "The dragon breathed fire.",
             unlike="The dragon saw fire."),
        Turn(
            "a feeling",
            rf"\b(?P<inside>(?:butterfl(?:y|ies)|frogs?|ants|lump|bees?|knots?) in (?:the pit of )?{OWN} {_BODY})\b",
            "She had butterflies in her tummy.",
            unlike="She had butterflies in her hair.",
        ),
        Turn("not born", rf"\b(?P<unborn>(?:an?|the|{OWN}) (?:\w+ )?bab(?:y|ies))\b[^,.;!?]{{0,20}} (?:in|inside) (?:{OWN}|\w+['’]s) (?:\w+ )?(?:tummy|tum|belly|womb)\b",
             "Mum has a baby in her tummy.", unlike="Mum has a baby in her arms."),
        Turn("very much", r"\blov(?:e|es|ed|ing)\b[^,.;!?]* (?P<moon>to the moon(?: and back)?)", "Gran loves you to the moon and back.",
             unlike="The rocket flew to the moon."),
        Turn("set", r"\b(?:sun|moon|stars?) (?:had |has |have )?(?:went|gone|goes|go) (?:off )?to (?P<set>bed|sleep)\b",
             "The sun went to bed.", unlike="Her son went to bed."),
        Turn("no toy", r"\b(?:roll|curl)(?:s|ed|ing)?(?: [\w-]+){0,3} in(?:to)? (?P<curled>an? (?:\w+ )?ball)\b",
             "The hedgehog rolled up into a ball.", unlike="The dog rolled the ball."),
        Turn("a meal", r"\b(?:after|before|for|at) (?P<tea>tea)\b(?!-| (?:pot|cup|bag|party)s?\b)", "They came for tea.",
             unlike="They came for tea cups."),
        Turn("a shore", r"\b(?:along|down|up|on|onto|from|across) (?P<bank>the (?:\w+ )?banks?)\b", "Lily ran along the bank.",
             unlike="Lily went to the bank."),
        Turn("steering", r"\b(?:at|behind|took) (?P<wheel>the (?:steering )?wheel)\b(?! of (?:a|an) )", "Mum was at the wheel.",
             unlike="Mum looked at the big wheel."),
        Turn("no hills", r"\b(?P<heaps>(?:mole|ant|termite)[ -]?hills?)\b", "The lawn was full of mole hills.", unlike="The mole ran over the hills."),
        Turn("near", r"\b(?P<near>next door)\b(?! to)", "The boy next door waved.", unlike="The shop next door to us."),
        Turn(
            "a shadow",
            r"\bma(?:de|kes?|king) (?P<shadow>an? (?:\w+ )?(?:rabbit|bunny|bird|dog|wolf|butterfly|crocodile|swan|duck|spider|shadow \w+)) "
            rf"with (?:both )?{OWN} (?:hands|fingers)\b",
            "Dad made a rabbit with his hands.",
            unlike="Dad made a rabbit with paper.",
        ),
        Turn("a surface", r"\b(?P<paint>(?:its|the|whose|old) paint) (?=(?:\w+ )?(?:peel|flak|crack|chipp|fad))", "The paint was peeling.",
             unlike="The paint was blue."),
        Turn("a surface", r"\b(?:on|over|across|onto|under|through) (?P<ice>(?:the |thin |thick |slippery |smooth )*ice)\b(?! (?:cream|cube|block|lolly))",
             "Ducks sat on the ice.", unlike="Ducks sat on the ice block."),
        Turn("a part of the wall", r"\bon (?:(?:the|an?|its|her|his|their|my|your|our|\w+['’]s) )?(?:\w+ )?(?P<hook>hooks?|pegs?|nails?)\b",
             "The coat hung on its hook.", unlike="The fish saw the hook."),
        Turn("a part of a tree", r"(?P<trunk>\btrunks?) of (?=(?:the|an?|his|her|their|that|this) (?:\w+ )?(?:tree|oak|pine|fir|beech|birch|willow|palm|elm|maple|chestnut)\b)",
             "He sat on the trunk of an oak.", unlike="He sat on the trunk of clothes."),
        Turn("easy", r"\b(?:is|was|be|were|['’]s) (?P<easy>a piece of cake)\b", "That was a piece of cake!", unlike="He ate a piece of cake."),
        Turn("endure", r"\b(?:can|could|can['’]t|cannot|couldn['’]t|not) (?P<bear>bear) (?=it\b|to\b|that\b|the\b)", "She could not bear it.",
             unlike="The bear saw it."),
        Turn(
            "something else as a whole",
            rf"\b(?P<whole>bear(?:s|ing)? in mind|(?<!the )bear hugs?|cloud nine|wild goose chase|couch potato(?:es)?|early bird|eager beaver|"
            rf"crocodile tears|monkey business|heads? in the clouds|once in a blue moon|hold your horses|cat nap|"
            rf"cat got {OWN} tongue|cat out of the bag|fish out of water|teacher['’]s pet|apple of {OWN} eye|spill(?:ed|s)? the beans|"
            rf"hot potato|kick(?:ed)? the bucket|bees? in {OWN} bonnet|(?:a )?little bird told|when pigs fly|lion['’]s share|white elephants?|"
            rf"night owls?|snake in the grass|bull in a china shop|fly on the wall|lame duck|over the moon|icing on the cake|cherry on (?:the )?top|"
            rf"full of beans|(?<=way )home|(?<=way back )home|train of thought|storm in a teacup|needle in a haystack|drop in the (?:ocean|bucket)|tip of the iceberg|bed of roses|about the bush|a new leaf|up the wrong tree|on the ball|had a ball|hit the (?:sack|hay)|nail on the head|in a pickle|{OWN} cup of tea|in the same boat|rock(?:ed|s)? the boat|light ?bulb moment|(?:rang|rings?) a bell\b(?= (?:with|for|in)\b)|piggy ?back|pony ?tails?|goose ?bumps|door to door)\b",
            "Ben was over the moon.",
            unlike="The cow saw the moon.",
        ),
    ),
)  # fmt: skip


def without_idioms(found: Iterable[ConceptMention], text: str, span: Span) -> list[ConceptMention]:
    """Mentions less those whose words only belong to a turn of speech in the sentence `span`."""
    unseen = [match.span(match.lastgroup or 0) for match in IDIOMS.pattern.finditer(text, *span)]
    return [
        one
        for one in found
        if one.category not in _SEEN or not any(start < one.span[1] and one.span[0] < end for start, end in unseen)
    ]


_THING = r"(?:an?|the|his|her|its|their|my|some|each|him|them|it|us|one)"
_PART = (
    rf"(?<!with )(?<!by )(?<!on )(?<!over )(?:{OWN}|the|an?|\w+['’]s)(?: (?!and\b|who\b)\w+)? (?:arms?|legs?|foot|feet|tails?|ears?|heads?|hair|tooth|teeth|noses?|beard|whiskers|wings?|mouths?"
    r"|hats?|caps?|crown|wig|scarf|shoes?|boots?|socks?|glasses|mask|trousers|buttons?|lip|chin|jaw|chins?)"
)
# Verbs that mean no pose where they stand so.
FIGURATIVE = TurnTable(
    "anywhere",
    (
        Turn(
            "passed",
            r"\b(?:time|hours?|days?|weeks?|minutes?|morning|afternoon|holidays?) (?:just |really |simply )?(?:fl[iy]\w*|flew)\b",
            "The afternoon just flew.",
            unlike="The bird flew.",
        ),
        Turn(
            "became",
            r"\bf[ae]ll(?:s|en|ing)? (?:(?=(?:fast |sound |half |straight )?asleep\b)|(?:in love|silent|quiet|ill|out with|apart|for (?:him|her|it)|to (?:pieces|bits))\b)",
            "The room fell silent.",
            unlike="The vase fell down.",
        ),
        Turn(
            "had none left, or was in charge",
            r"\b(?:run|ran|runs|running) (?:out of (?!the\b|an?\b|his\b|her\b|their\b|there\b)|late\b|(?:a|the|her|his) (?:hot )?(?:bath|shop|fever|farm|caf[eé]|inn|school)\b)",
            "They ran out of milk.",
            unlike="They ran out of the house.",
        ),
        Turn(
            "remaining",
            r"\b(?:ha(?:d|ve|s|ving)|w(?:as|ere)|is|are)(?: not| n['’]t)? (?:[\w-]+ ){0,3}?(?:none|nothing|any|some|one|much|enough|no [\w-]+|only [\w-]+(?: [\w-]+)?) left\b(?! (?:the|his|her|their|home)\b)",
            "She had none left.",
            unlike="None of them had left.",
        ),
        Turn(
            "had a cold",
            r"\bnoses? (?:was |is |were )?(?:ran|runs|running)\b",
            "His nose was running.",
            unlike="His dog was running.",
        ),
        Turn(
            "a part of somebody, or what one wears, does it",
            rf"\b{_PART}(?: (?:\w+ly|just|then|almost|nearly|had|has|have|even|almost)){{0,2}} (?:f[ae]ll\w*|fl(?:y|ies|ew|ying|own)|roll\w*|drop\w*|slip\w*)\b",
            "He scrubbed until his arm fell off.",
            unlike="He scrubbed until his brother fell off.",
        ),
        Turn(
            "a heart, eyes or tears do it",
            rf"\b(?:hearts?|eyes|tears?|thoughts?)(?: \w+ly)? (?:jump|leap|leapt|skip|danc|sank|sink|r[aou]n|fl[ey]|rac|roll|f[ae]ll|swam)\w*|"
            rf"\b(?:{OWN}|\w+['’]s) (?:face|stomach|tummy) (?:f[ae]ll|flutter|jump|flip)\w*",
            "Her heart danced with joy.",
            unlike="Her heart-shaped fox danced.",
        ),
        Turn(
            "a thing told before does it",
            rf"\b(?:{_PART}|tents?|towers?|things?)\b(?!['’])[^.!?;]*\bit (?:\w+ly )?(?:f[ae]ll\w*|flew|rolled|dropped|slipped)\b",
            "Her tooth wobbled, and then it fell into the bowl.",
            unlike="The bear wobbled, and then it fell.",
        ),
        Turn(
            "all of it does it",
            r"\b(?:the (?:whole )?thing|the whole \w+|it all|everything) (?:\w+ly )?(?:f[ae]ll\w*|tumbl\w*|flew|slipped)\b",
            "The whole thing fell down.",
            unlike="The whole time she fell.",
        ),
        Turn(
            "is what eyes or a head do",
            rf"\b(?:roll(?:s|ed|ing)? {OWN} eyes?|shak(?:es?|ing) {OWN} heads?|shook {OWN} heads?|scratch(?:es|ed|ing)? {OWN} heads?)\b",
            "Mia rolled her eyes.",
            unlike="Mia rolled her ball.",
        ),
        Turn(
            "put on, or took off",
            rf"\bpull(?:s|ed|ing)? (?:on|off|up|down) {OWN} (?!(?:\w+ )?(?:rope|lead|leash|reins|oars|sleeve|arms?|ears?|tail|hands?|string|hair)\b)",
            "Tom pulled on his boots.",
            unlike="Tom pulled on his rope.",
        ),
        Turn(
            "did what the noun says",
            r"\bt(?:ook|akes?|aking) (?:an?|one|another) (?:(?!of\b)\w+,? ){0,2}(?:breath|look|turn|turning|step|bow|bite|sip|walk|stroll|dip|peep|peek|gulp|photo)\b",
            "Rosie took a deep breath.",
            unlike="Rosie took a deep bowl.",
        ),
        Turn(
            "was nervous",
            rf"\bb(?:it|ites?|iting) {OWN} (?:\w+ )?(?:lips?|nails|tongue)\b|\bswallow(?:s|ed|ing)? hard\b",
            "Tom bit his lip.",
            unlike="Tom bit his bun.",
        ),
        Turn(
            "got through",
            r"\bsqueez(?:es?|ed|ing) (?:\w+ly )?(?:in|into|inside|through|under|past|between|behind|onto|up|out)\b",
            "The mouse squeezed into a hole.",
            unlike="The mouse squeezed her mother.",
        ),
        Turn(
            "took it at once",
            r"\bjump(?:ed|s|ing)? (?:at the chance|to conclusions|the queue)\b",
            "She jumped at the chance.",
            unlike="She jumped at the dog.",
        ),
        Turn(
            "laid eggs",
            r"\b(?:lay|lays|laid|laying)(?: (?!on\b|in\b|by\b)[\w-]+){0,3} eggs?\b",
            "The hen lays an egg.",
            unlike="The hen lay on an egg.",
        ),
        Turn(
            "became", r"\b(?:came|come|comes) (?:true|undone)\b", "Her dream came true.", unlike="Her friend came too."
        ),
        Turn(
            "wetted",
            rf"\bsplash(?:es|ed|ing)? (?:(?:\w+ )?(?:water|paint|mud)\b|{_THING}\b)",
            "Tom splashed his sister.",
            unlike="Tom splashed about.",
        ),
    ),
)
IN_PUDDLES = TurnTable(
    "anywhere",
    (
        Turn(
            "jumped in",
            r"\b(?:splash|stomp|stamp)(?:es|ed|ing)? (?:(?:about|around|happily) )?(?:in|into|through) (?:[\w’'-]+ ){0,3}?(?:puddles?|mud)\b",
            "They splashed in the puddles.",
            unlike="They splashed in the bath.",
        ),
    ),
)
ROLLING = TurnTable(
    "anywhere",
    (
        Turn(
            "sitting",
            r"\broll(?:s|ed|ing)? (?:over|about|around|round|on|in|onto|up)\b",
            "The pig rolled in the mud.",
            unlike="The pig rolled down the hill.",
        ),
    ),
)
_AFLOAT = r"(?:pond|lake|river|stream|brook|water|waves?|sea|pool|bath|tub)"
# What verbs of flying are besides, each turn with the pose that shows it.
ALIGHTING = TurnTable(
    "anywhere",
    (
        Turn(
            "standing",
            r"\b[^.;!?]*\b(?:and|then|to|,) (?:\w+ly )?(?:land|alight|settl)(?:e|s|es|ed|ing)? (?!up\b)(?:\w+ly )?(?:on|in|at|by|beside|next|near|upon|among)\b",
            "An owl swooped down and landed on a rock.",
            unlike="The owl landed on a rock. Then it flew off.",
        ),
    ),
)
AFLOAT = TurnTable(
    "anywhere",
    (
        Turn(
            "swimming",
            rf"\b(?:float|drift|bob)(?:s|ed|ing|bed)? (?:\w+ly )?(?:about |along |around )?(?:on|in|down|along|across) (?:[\w-]+ ){{0,2}}{_AFLOAT}\b",
            "The duck floated on the pond.",
            unlike="The fairy floated over the pond.",
        ),
    ),
)
GLIDING = TurnTable(
    "anywhere",
    (
        Turn(
            "running",
            r"\b(?:ice|icy|frozen|rink|skates?)\b[^.!?]*\bglid(?:es?|ed|ing)\b|\bglid(?:es?|ed|ing)\b[^.!?]*\b(?:ice|icy|frozen|rink|skates?)\b",
            "Penguins glided across the ice.",
            unlike="Owls glided across the sky.",
        ),
    ),
)
LYING = TurnTable(
    "anywhere",
    (
        Turn(
            "sitting",
            r"\b(?:lay|lies|lying|lie)\b(?=[^.!?]*\b(?:look(?:ed|s|ing)?|gaz(?:ed|es|ing)|star(?:ed|es|ing)|watch(?:ed|es|ing)?|listen(?:ed|s|ing)?|(?:wide )?awake|"
            r"read(?:s|ing)?|dr[ae]w(?:s|ing)?|talk(?:ed|s|ing)?|count(?:ed|s|ing)?|sang|singing|(?:could|did)(?: not|n['’]t) (?:get to |go to )?sleep)\b)",
            "Mia lay in the grass and looked at the clouds.",
            unlike="Mia lay in the grass.",
        ),
    ),
)
TABLES = (IDIOMS, FIGURATIVE, IN_PUDDLES, ROLLING, ALIGHTING, AFLOAT, GLIDING, LYING)
# A pose that a verb tells alone, and the turns in which it shows another one.
_OTHERWISE = (
    ("falling", ROLLING), ("flying", ALIGHTING), ("flying", AFLOAT), ("flying", GLIDING), ("sleeping", LYING),
)  # fmt: skip


def as_meant(verb: ConceptMention, text: str, span: Span) -> ConceptMention | None:
    """A verb of the sentence `span` as what it shows, None if it only belongs to a turn of speech: "ran out of milk"."""
    if verb.category != "poses":
        return verb

    def begins(turns: TurnTable) -> bool:
        return any(match.start() <= verb.span[0] < match.end() for match in turns.pattern.finditer(text, *span))

    if begins(IN_PUDDLES):
        return replace(verb, name="jumping")
    for name, turns in _OTHERWISE:
        if verb.name == name and begins(turns):
            return replace(verb, name=turns.turns[0].tells)
    whole = text[slice(*verb.span)].endswith("asleep")  # all of "fell asleep" is the verb, not "fell" alone
    return None if begins(FIGURATIVE) and not whole and text[verb.span[0]].islower() else verb
