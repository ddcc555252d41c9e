"""Turns of speech that show what somebody does or feels where no single word does: "gave him a hug", "a tear rolled down her cheek"."""

from __future__ import annotations

from .english import OWN
from .turns import Turn, TurnTable

_WHOSE = rf"(?:{OWN}|[\w-]+['’]s?)"
_BEGAN = r"(?:(?:was|were|had|began to|started to|had begun to|went|is|are|begins? to) )?"
_WHOM = r"(?:(?:the|his|her|their|my|our|its|an?) )?(?:[\w-]+ ){0,2}?"
_TENDER = r"(?:(?:big|huge|great|warm|tight|little|long|gentle|giant|bear|quick|friendly|enormous|cheery|small|soft|happy),? ?){0,2}"
_GAVE = r"\bg(?:ave|ives?|iving) "

# What is done; who does it is named before.
DEEDS = TurnTable(
    "anywhere",
    (
        Turn("hugging", rf"{_GAVE}{_WHOM}an? {_TENDER}(?:hug|cuddle|squeeze|snuggle)\b", "Mia gave her mother a big hug.",
             unlike="Mia got her mother a big cake."),
        Turn("hugging", rf"\b(?:threw|throw|fl[iu]ng|put|wrap|wrapp|wound|slung|clos)(?:s|ed|ing)? (?:{OWN}|both|two)(?: \w+)? (?:arms|paws|wings) "
             r"(?:a?round|about)\b", "Tom threw his arms around his grandpa.", unlike="Tom threw up his arms."),
        Turn("falling", r"(?:^|(?<=[.!?;,”\"] ))(?:down|over|out|off) (?:tumbled|toppled|plunged) (?:(?:the|his|her|a) (?:\w+ )?)?[\w-]+", "Down tumbled the bear.",
             unlike="The bricks tumbled down."),
        Turn("waving", rf"{_GAVE}(?:{_WHOM})an? {_TENDER}wave\b", "Tom gave the captain a little wave.", unlike="Tom saw a wave."),
        Turn("walking", r"\b(?:c[ao]me|comes|coming|crept|climb\w*|crawl\w*|wad\w*|stepp?\w*|walk\w*|stagger\w*|waddl\w*) (?:\w+ly |back )?(?:up )?out of the "
             r"(?:\w+ )?(?:water|sea|waves|river|lake|pond|pool)\b", "A crocodile came out of the water.", unlike="A fish jumped out of the water."),
        Turn("sleeping", rf"\b{_WHOSE} eyes (?:\w+ly )?(?:closed|close|shut|fell shut|fell closed)\b(?! (?:tight|in))", "Soon Mia's eyes closed.",
             unlike="Mia closed her eyes."),
        Turn("jumping", rf"{_GAVE}an? {_TENDER}(?:jump|leap|hop|skip)\b", "The frog gave a great leap.", unlike="The frog saw a great leap."),
    ),
)  # fmt: skip
# What a part of the body does; it is that of the one who is named with it, or else before.
SIGNS = TurnTable(
    "anywhere",
    (
        Turn("sad", rf"\btears? (?!of (?:joy|happiness|laughter|delight|relief)\b){_BEGAN}(?:\w+ly )?(?:roll|r[au]n|trickl|stream|f[ae]ll|slid|well|c[ao]m|"
             rf"drip|splash|pour)\w*(?: (?:down|from|in|into|up in|out of) (?:both )?{_WHOSE})?", "A tear rolled down Mia's cheek.",
             unlike="Her tears were over."),
        Turn("sad", rf"\b{_WHOSE} eyes {_BEGAN}(?:fill\w*|brimm\w*|full|wet|swam|swimming) (?:up )?(?:with|of) tears\b", "His eyes filled with tears."),
        Turn("sad", rf"\b{_WHOSE}(?: (?:bottom|lower|little))? (?:lips?|chin) {_BEGAN}(?:to )?(?:trembl|quiver|wobbl)\w*", "Mia's lip began to tremble.",
             unlike="Mia's lips were red."),
        Turn("sad", rf"\b(?:bit(?:ing|es)?|hung|hang(?:ing|s)?) (?:back (?:the|{OWN}) tears|{OWN} heads?)\b", "Tom hung his head.",
             unlike="Tom hung his hat."),
        Turn("sad", rf"\b{_WHOSE} (?:heart|face|shoulders?|ears|tail|wings) (?:sank|fell|slump\w*|droop\w*|sagg\w*|broke)\b", "Her heart sank.",
             unlike="Her heart was big."),
        Turn("sad", rf"\b(?:with )?{_WHOSE} chins? in {OWN} (?:hands?|paws?)\b", "He sat there with his chin in his hands."),
        Turn("sad", r"\b(?<!not )tr(?:y|ied|ies|ying)(?: (?:hard|so hard|very hard|\w+ly))? not to (?:cry|weep|sob)\b", "He tried hard not to cry.",
             unlike="He tried to cry."),
        Turn("happy", r"\b(?<!not )tr(?:y|ied|ies|ying)(?: (?:hard|so hard|very hard|\w+ly))? not to (?:laugh|giggle|smile|grin)\b",
             "Ben was trying not to laugh.", unlike="Ben was trying to laugh."),
        Turn("happy", rf"\b{_WHOSE} (?:eyes|face) (?:shone|sparkl\w*|lit up|lights? up|twinkl\w*|glow\w*|beam\w*)\b", "Mia's eyes shone.",
             unlike="The cat's eyes shut."),
        Turn("sad", rf"\blumps? (?:rose |r[oi]se |formed |grew |stuck )?in {_WHOSE} throat\b|\b{_WHOSE} heart (?:was|felt|is|feels|grew) (?:so |very )?heavy\b",
             "A lump rose in his throat.", unlike="He had a lump in his soup."),
        Turn("happy", rf"\b{_WHOSE} hearts? (?:leapt|leaped|danc\w*|sang|soar\w*|sings)\b", "His heart sang.", unlike="His heart was big."),
        Turn("happy", rf"\b{_WHOSE} tail {_BEGAN}(?:\w+ly )?(?:wag|thump)\w*|\bwag(?:s|ged|ging)? (?:its|his|her) (?:\w+ )?tail\b(?! (?:sadly|slowly|angrily))|\bpurr(?:s|ed|ing)?\b",
             "The dog wagged its tail.", unlike="The dog chased its tail."),
        Turn("happy", rf"\bcorners of {_WHOSE} mouth (?:turned|went|curled|twitched) up\w*|\b(?:puff|swell)\w*(?: (?:out|up))? (?:out |up )?(?:his|her|its|their) chests?\b|"
             rf"\b{_WHOSE} (?:cheeks|face) {_BEGAN}(?:glow\w*)(?! (?:red|with (?:anger|shame))\b)",
             "Tom puffed out his chest.", unlike="Tom washed his chest."),
        Turn("happy", r"\btears of (?:joy|happiness|laughter|delight|relief)\b", "Gran wiped away tears of joy.", unlike="Gran wiped away tears."),
        Turn("scared", rf"\b(?:knots?|butterfl(?:y|ies)|a funny feeling) in (?:the pit of )?{_WHOSE} (?:tummy|tum|stomach|belly)\b",
             "She had butterflies in her tummy.", unlike="She had butterflies in her net."),
        Turn("scared", rf"\b{_WHOSE} (?:knees|legs) {_BEGAN}(?:knock|shak|shook|trembl|turned? to jelly)\w*", "Tom's knees were knocking.",
             unlike="Tom's brothers were knocking."),
        Turn("scared", rf"\b{_WHOSE} hearts? {_BEGAN}(?:(?:pound|thump|thud|hammer|rac)\w*|beat(?:ing)? (?:so |very )?(?:fast|hard|loud|wild)\w*)",
             "Her heart was beating fast.", unlike="Her heart was beating."),
        Turn("scared", r"\bh(?:id|iding|ides?)(?: (?:away|\w+ly))? from\b|\bh(?:id|iding|ides?)\b[^.,;!?]*(?<!the) because of\b",
             "The mouse hid from the cat.", unlike="Mia hid the present from Mum."),
        Turn("scared", r"\b(?:went|turn(?:s|ed)?|grew|goes) (?:very |as )?(?:pale|white as a sheet)\b|\btails? (?:tucked )?between (?:his|her|its|their) legs\b|"
             r"\b(?:hair|fur) (?:stood|stands) on end\b", "Tom's face went pale.", unlike="The moon was pale."),
        Turn("surprised", rf"\b{_WHOSE} (?:mouths?|jaws?) (?:fell|dropped|hung|falls?|drops?)(?: wide)?(?: open)?\b", "Rosie's mouth fell open.",
             unlike="Rosie's brother fell."),
        Turn("surprised", rf"\b{_WHOSE} eyes {_BEGAN}(?:gr[eo]w|open\w*|widen\w*|popp\w*|as)? ?(?:very |as )?(?:wide|widened|big|round|out of {OWN} head)\b",
             "Mia's eyes grew wide.", unlike="Mia's eyes were blue."),
        Turn("surprised", rf"\b(?:not|n['’]t|hardly|scarcely) believe {OWN} eyes\b", "She could hardly believe her eyes.", unlike="She did not believe her."),
        Turn("angry", r"\b(?:went|turned|grew|goes|turning|going) (?:bright |quite |very )?red (?:in the face|with (?:anger|rage|fury))\b",
             "Dad went red in the face.", unlike="The leaves turned red."),
        Turn("angry", r"\b(?:put|plant|had|stood with)\w* (?:both )?(?:his|her|their|its) (?:hands|paws|fists) on (?:his|her|their|its) hips\b|\bslam(?:s|med|ming)? (?:the|his|her) (?:\w+ )?door\b|"
             r"\bbar(?:ed|es|ing) (?:its|his|her|their) (?:\w+ )?teeth\b", "Mum put her hands on her hips.", unlike="Mum put her hands in her lap."),
        Turn("sleepy", rf"\b(?:keep|kept|hold) {OWN} eyes open\b", "Mia could hardly keep her eyes open."),
        Turn("sleepy", rf"\b{_WHOSE} (?:eye(?:lid)?s|head) {_BEGAN}(?:droop|nodd?\b|heavy|gr[eo]w heavy|feel heavy|felt heavy)\w*", "His eyelids grew heavy.",
             unlike="His eyes were brown."),
        Turn("sleepy", rf"\brub(?:s|bed|bing)? (?:the sleep (?:from|out of) )?{OWN} (?:sleepy |tired |heavy )?eyes\b", "Tom rubbed his eyes.",
             unlike="Tom rubbed his knees."),
    ),
)  # fmt: skip
# How something is done: it tells the feeling, whatever the verb alone would.
MANNERS = TurnTable(
    "anywhere",
    (
        Turn("happy", r"\b(?:with|for|of|in) (?:pure |sheer |great )?(?:joy|delight|glee|happiness|laughter|pleasure|excitement|pride)\b",
             "Ella shrieked with delight.", unlike="Ella shrieked at Joy."),
        Turn("sad", r"\b(?:with|in|of) (?:shame|sorrow|grief|disappointment)\b", "The pig went red with shame.", unlike="It was a shame."),
        Turn("scared", r"\b(?:with|in) (?:fright|fear|terror|horror|panic)\b", "The frog shook with fright.", unlike="They laughed at the fright."),
        Turn("angry", r"\b(?:with|in a|in) (?:rage|anger|fury|temper)\b", "The giant roared with rage.", unlike="The giant's rage was over."),
        Turn("surprised", r"\b(?:with|in) (?:surprise|amazement|astonishment|wonder)\b", "Tom stared in wonder.", unlike="It was a surprise."),
    ),
)  # fmt: skip
TABLES = (DEEDS, SIGNS, MANNERS)
