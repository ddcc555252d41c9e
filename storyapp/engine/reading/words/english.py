"""Word lists of English that the reader goes by."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
# A noun follows, perhaps behind adjectives.
DETERMINERS = frozenset(
    """
    a all an another any both each eight every five four her his hundred its many my nine no one our seven several
    six some such ten that the their these this those three twelve two which whose your
    """.split()
)

# A place or a thing follows.
PREPOSITIONS = frozenset(
    """
    about above across against along among amongst around at behind below beneath beside between beyond by down
    for from in inside into near of off on onto out over past round through to toward towards under underneath up
    upon with
    """.split()
)

# Never a thing that could be drawn.
FUNCTION_WORDS = frozenset(
    """
    about after again against also although always am and are as asked away back be because been before being
    between both but can could cried did do does doing down during else even ever for got had has have having he her
    here herself him himself his how i if ill is it its itself just let long may me might more most much must my
    never no nor not now of off oh once only or our out quite rather said shall shan't she should since so soon
    still such than that their them themselves then there these they this those though till to too unless until up us
    very was we well were what when where which while who whom whose why will with within without won would yes
    yet you your
    """.split()
)

# Before other verbs: "she may sing".
MODALS = frozenset("can could will would shall should may might must cannot".split())
# Who has something; in patterns too.
POSSESSIVES = frozenset("my your his her its our their".split())
OWN = r"(?:my|your|his|her|its|our|their)"

# Adjectives that stories use most; others are known by their ending.
ADJECTIVES = frozenset(
    """
    beautiful big black blue brave bright broken brown clean clever cold common dark dear deep dirty dry empty fat
    fine first fresh full golden good great green grey hard heavy high hot huge kind large last light little
    long lovely low magic naughty nearest new next nice old only open orange other own paper pink poor pretty
    purple red ripe round rusty same second shabby sharp shiny short silver small soft strange sweet tall thick thin
    tiny warm wet white whole wicked wide wise wooden yellow young
    """.split()
)

# Of these no word names what could be drawn.
ORDINARY = FUNCTION_WORDS | ADJECTIVES | PREPOSITIONS | DETERMINERS

# What things are made of: before another noun it says only that.
MATERIALS = frozenset(
    """
    brass brick bronze cardboard china clay copper cotton crystal glass gold iron ivory lace lead leather linen marble
    metal paper plaster porcelain rubber satin silk silver steel stone straw tin velvet wax wicker wire wood wooden wool woollen
    """.split()
)

# Nouns that no picture shows by themselves: parts of places and figures, clothes, times, ideas.
UNSEEN_NOUNS = frozenset(
    """
    accident adventure affair afternoon age air all anger answer anybody anyone anything apron arm arms attic autumn back
    bank banks bark beard bed-time beginning being best birthday bit bite blow body bottom breakfast breast breath
    breeze brow bunch business button buttons care ceiling cellar centre century chamber chance charm chase cheek
    cheeks childhood chin city class claw claws clearing clothes cold collar colour colours company
    continent corner corridor country couple courage courtyard creator crossing crowd cry dance dark darkness date
    dawn day days deal dear delight dinner direction distance door doorway doubt dream dreams dress drink drop
    drops dusk dust duty ears earth edge elbow end entrance evening everybody everyone everything eye eyes face
    fall family fate fear feeling feet fellow finger fingers first flock floor fog foot forehead fortune fright
    frock front fun fur future game gate-post glance gown grasp grass grief groan ground group hair half hall
    hallway hand hands head heap heart heat help herd hint hit hold home hour hours howl hunger hurry idea inch
    inches inside instant island job journey joy jump kick kind kingdom knee knees land lane lap last laugh lawn
    leap leg legs lesson lie life light lightning line lip lips look lot lots love luck lunch madam mark master
    matter meal middle mile miles mind minute minutes miss mist mistake mistress moment money month months
    moonlight morning most mouth mud music name nap neck need next night nobody noise nose nothing number one ones
    opening order other others outside owner pack pain pair parlour part party passage past path paths pavement
    paw paws peace penny person piece pieces pity place plan play pleasure plenty pocket pockets point pound
    present price pride pull push quarter question race rain reach reason rest ride rim road roads roar roof room
    rooms round run rush same sand school scream second seconds secret self set shade shadow shadows shame shape
    share shawl shirt shore shoulder shoulders shout side sigh sight sign silence sir size skin skirt sky sleep
    sleeve sleeves slice slope smell smile snow soil somebody someone something song sorrow sort sound spell spot spring
    square staircase stare step steps stocking stockings stomach storm story summer sun sunshine supper surprise
    tear tears teeth thing things third thirst thumb thunder time times toe toes tongue tooth top touch town track
    trip trouble trousers truth tune turn twilight use view village voice waistcoat walk wall walls want warmth
    water way weather week weeks while whisker whiskers whisper whole wind wing wings winter wish word words work
    world wrist yard year years yell youth
    """.split()
)

# A clause begins behind one of these.
CLAUSES = frozenset("and but while where when then so as because until".split())

# Between who or what does something and the verb.
AUXILIARIES = frozenset("am are be been could had has have is was were will would".split())

# Verbs of a pose that mean many other things too: they count where nothing else is said.
WEAK_VERBS = frozenset(
    """
    bring bringing brings brought came charge charged charges chase chased come comes coming dart darted drag
    dragged dragging drags drank dream dreamed dreaming dreams drink drinking drinks gaze gazed go goes going
    greet greeted hid hidden hide hides hiding kiss kissed lay lean leaned leaning leans lie lies lift lifted lifting lifts listen listened
    listening listens look looked looking looks lying motion peer peered play pull pulled pulling pulls race
    remain rest rested resting rests rush sail sailed sailing sails set sets setting shout shouted shouting shouts show showed shows signal
    signalled stare stared step stepped stepping steps stop stopped stopping stops studied studies study take
    takes taking taste tasted tastes tasting took wait waited waiting waits watch watched watches watching went
    """.split()
)

# Words of the vocabulary that mostly mean something else: only the trained heads tell.
WEAK_WORDS = frozenset(
    """
    balance bank bat bath body branch bright brush chest clear content court cross dull fair fall fine fly gear
    hole home hook iris iron kind leaf letter light lot mad match mine note nut orange page patient pepper plant
    plug present rest ring rose salt saw second sponge spring stick still store sweet target trunk watch well
    """.split()
)

# Places that the world has no setting for: the one that looks most like them, "" where none does.
NEAR_PLACES = {
    name: place
    for place, names in (
        ("bedroom", "attic loft bathroom bath bathtub washroom hotel hostel bunkhouse hospital clinic"),
        ("street", "station airport"),
        ("playground", "circus funfair fairground carnival stadium"),
        ("kitchen", "restaurant café cafe diner pizzeria bistro cafeteria"),
        ("living room", "flat apartment office dentist dentist's doctor's vet's"),
        ("shop", "hairdresser's barber's"),
        ("", """
            museum gallery church cathedral chapel temple mosque synagogue theatre theater cinema
            garage workshop laboratory factory prison jail gym gymnasium lift elevator courthouse warehouse observatory
        """),
    )
    for name in names.split()
}  # fmt: skip

# Numbers before a plural, as many as are drawn.
COUNTS = {
    "both": 2, "two": 2, "couple": 2, "pair": 2, "some": 2, "few": 3, "three": 3, "several": 3, "four": 4, "many": 4, "lots": 4,
    "plenty": 4, "five": 5, "six": 5, "seven": 5, "eight": 5, "nine": 5, "ten": 5, "eleven": 5, "twelve": 5, "dozen": 5,
    "dozens": 5, "twenty": 5, "thirty": 5, "forty": 5, "fifty": 5, "hundred": 5, "hundreds": 5, "thousand": 5, "thousands": 5,
}  # fmt: skip
# Plurals that no ending tells, and nouns whose plural is like their singular.
IRREGULAR_PLURALS = frozenset("mice geese children men women people oxen feet teeth dice wolves".split())
SAME_PLURALS = frozenset("sheep deer fish salmon trout reindeer bison moose shrimp squid cattle".split())

# Who is meant by words for several people.
GROUPS = {
    "children": ("girl", "boy"), "kids": ("girl", "boy"), "people": ("woman", "man"), "crowd": ("woman", "man"),
    "villagers": ("woman", "man"), "parents": ("woman", "man"), "grandparents": ("grandmother", "grandfather"),
    "neighbours": ("woman", "man"), "neighbors": ("woman", "man"), "guests": ("woman", "man"), "pupils": ("girl", "boy"),
    "twins": ("girl", "boy"), "friends": ("girl", "boy"), "everybody": ("woman", "man"), "everyone": ("woman", "man"),
    "gentlemen": ("man", "man"), "women": ("woman", "woman"), "men": ("man", "man"), "folk": ("woman", "man"), "ladies": ("woman", "woman"),
    "wives": ("woman", "woman"), "family": ("woman", "man", "girl"), "siblings": ("girl", "boy"),
    "classmates": ("girl", "boy"), "relatives": ("woman", "man"), "townspeople": ("woman", "man"), "townsfolk": ("woman", "man"),
    "cousins": ("girl", "boy"), "crew": ("man", "man"), "whole class": ("girl", "boy", "girl"), "entire class": ("girl", "boy", "girl"),
    "rest of the class": ("girl", "boy"), "animals": ("fox", "rabbit", "bear", "owl"),
}  # fmt: skip

# "The animals" of places that have others than a forest.
BEASTS_OF = {
    "farm": ("cow", "pig", "sheep", "hen"), "zoo": ("elephant", "lion", "monkey", "penguin"),
    "jungle": ("monkey", "elephant", "tiger", "lion"), "lake": ("frog", "duck", "turtle"), "desert": ("lion", "elephant", "turtle"),
    "snowfield": ("penguin", "wolf", "bear"),
}  # fmt: skip

EITHER_KINDS = frozenset(("pirate", "knight", "teacher"))  # of whom he and she may be said, if of nobody else there
HER_KINDS = frozenset(("girl", "woman", "grandmother", "princess", "witch", "teacher", "fairy"))
HIS_KINDS = frozenset(("boy", "man", "grandfather", "knight", "pirate"))
SUBJECTS = {"she": "her", "her": "her", "herself": "her", "he": "his", "him": "his", "himself": "his", "his": "his",
            "it": "its", "itself": "its", "they": "their", "them": "their", "their": "their", "themselves": "their",
            "i": "my", "me": "my", "myself": "my", "we": "our", "us": "our", "ourselves": "our"}  # fmt: skip
SUBJECTS |= {  # "she's", "I'll"
    f"{word}'{ending}": SUBJECTS[word]
    for word, endings in (
        ("she", "s d ll"),
        ("he", "s d ll"),
        ("they", "re ve d ll"),
        ("i", "m ve d ll"),
        ("we", "re ve d ll"),
    )
    for ending in endings.split()
}

# Words for a person that do not tell who it is: "the man" may be the king of the sentence before.
ANYBODY = frozenset(
    "man men woman women boy boys girl girls child children kid kids lad lass fellow guy gentleman lady maiden youngster person".split()
)
# Words for one and the same relative.
RELATIVES = {
    word: words.split()[0]
    for words in (
        "mother mum mom mummy mommy mama momma",
        "father dad daddy papa",
        "grandma grandmother granny gran nan nana nanna nanny grandmama gramma grannie",
        "grandpa grandfather grandad granddad gramps grampa grandpop grandpapa",
        "son",
        "daughter",
        "brother",
        "sister",
        "child kid",
        "husband",
        "wife",
        "friend",
        "uncle",
        "aunt auntie",
        "nephew",
        "niece",
        "cousin",
        "boy",
        "girl",
    )
    for word in words.split()
}
# Words for a young animal.
YOUNG = frozenset(
    """
    kitten puppy pup cub duckling chick piglet lamb kid foal colt fawn calf gosling cygnet owlet joey leveret hatchling chicklet
    """.split()
)
# Who does these may be a man as well as a woman, though the word alone is drawn as one of them.
EITHER_JOBS = frozenset(
    "zookeeper cousin teenager doctor farmer baker gardener shopkeeper nurse child miller shepherd".split()
)
# Qualities that tell one of a kind from another: words of one row mean the same, those of one group exclude each other.
CONTRASTS = (
    ("big large huge great enormous", "little small tiny wee", "middle"),
    ("old older elder eldest oldest", "young younger youngest"),
    ("tall taller", "short shorter"),
    ("fat plump", "thin skinny"),
    ("good kind", "bad evil wicked nasty"),
    ("one first", "second other another", "third", "fourth", "last"),
    ("black", "white", "brown", "grey gray", "red", "blue", "green", "yellow golden", "pink", "purple", "orange"),
)
TRAITS = {
    word: (group, row)
    for group, rows in enumerate(CONTRASTS)
    for row, words in enumerate(rows)
    for word in words.split()
}
COLOURS = frozenset(" ".join(CONTRASTS[-1]).split())
ORDER = 5  # the group of CONTRASTS for one and another

# What belongs to a body: whose it is is there.
BODY = frozenset(
    """
    arm arms back beak belly body brow cheek cheeks chest chin ear ears eye eyes face feathers eyelids finger fingers feet foot forehead fur
    hair hand hands head heart horn horns jaw knee knees lap leg legs lip lips mane mouth neck nose paw paws shoulder shoulders snout
    spine spines stomach tail teeth throat toe toes tooth tummy trunk whiskers wing wings
    """.split()
)

CLOTHES = frozenset(
    """
    scarf cape cloak crown hat cap hood bonnet backpack rucksack glasses spectacles bow ribbon boots shoes apron necklace coat jacket
    shirt jumper sweater dress skirt trousers shorts pyjamas sleeve sleeves collar tie belt mittens gloves
    """.split()
)

# Before "of" they only tell how much there is of something: "a tower of tins", "a sea of clouds".
HEAPS = frozenset("tower towers mountain mountains hill sea ocean lake river pool castle avalanche".split())

# Nouns that are verbs as well: "she rings the bell", "the dragon guards the treasure".
ALSO_VERBS = frozenset(
    """
    bear book boss bowl box bridge brush butter button cage chain comb cook cradle crow crown cup dress drum duck dust
    farm film fire fish fly frame ghost glue guard guide hammer hatch head hook host hunt iron
    judge ladle leash lock mail mask mirror monkey mop mother nail nest net note nurse orbit paddle paint parrot
    pedal pen pencil phone pilot pirate plant plug present rake rattle ring rock rocket roll rope saddle sail salt saw
    scout shell shepherd ship shovel skate skateboard sledge slide soap sponge stamp star stick stone
    swing tie torch tower trail train trap trumpet tutor watch water wheel whistle worm
    """.split()
)
# What may stand between who does something and the verb.
ADVERBS = frozenset(
    "always never often sometimes still just also then now once soon even only quickly already really again too almost "
    "both all quite nearly twice".split()
)
# Verbs behind which one is named who gets something: "gave the boy cake".
GIVING = frozenset(
    """
    give gives gave giving hand handed hands show showed shows bring brought brings tell told tells sell sold sells
    send sent sends feed fed feeds offer offered offers throw threw throws buy bought buys make made makes pass
    passed passes cook cooked cooks bake baked bakes read reads get got gets lend lent lends teach taught teaches
    pour poured pours serve served serves knit knitted call called calls toss tossed left leave leaves took takes take fetch
    fetched saved
    """.split()
)


# Verbs that nothing is done to: who stands behind one does it ("away went the rabbits").
TAKE_NO_OBJECT = frozenset(
    "came comes went goes sat sits stood stands lay lies slept crept hopped trotted waddled strode marched scampered sprang "
    "swam crouched knelt rushed bounded leapt galloped hobbled skipped strolled wandered tumbled stepped hurried raced "
    "shuffled tiptoed limped fluttered soared dashed darted".split()
)


def is_irregular_plural(word: str) -> bool:
    """Whether a word is a plural without -s: "geese", "snowmen"."""
    return word in IRREGULAR_PLURALS or (len(word) > 5 and word.endswith("men"))
