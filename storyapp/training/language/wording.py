"""Names, frames and clauses of generated sentences; sentence_parts.py and sentences.py fill the `{…}`."""

from __future__ import annotations

# pronoun: names
NAMES = {
    "she": (
        "Mia", "Aiko", "Layla", "Ines", "Amara", "Noor", "Freya", "Zuri", "Leila", "Hana", "Anouk", "Elif", "Priya", "Lena",
        "Yuki", "Farah", "Alice", "Gerda", "Wendy", "Nadia", "Chiara", "Ngozi", "Mei", "Sita", "Rosa", "Astrid", "Olga",
        "Ama", "Marie", "Sofia", "Polly", "Dora", "Thandi", "Maren", "Ayasha", "Lucía", "Betty", "Mrs. Duck", "Aunt Em",
    ),
    "he": (
        "Tom", "Kofi", "Ravi", "Lukas", "Wei", "Pablo", "Tariq", "Oskar", "Diego", "Sami", "Jonas", "Kwame", "Mateo", "Ivan",
        "Peter", "Hans", "Ali", "Bilal", "Chen", "Dmitri", "Emil", "Finn", "Goran", "Hiro", "Jack", "Kenji", "Luca", "Musa",
        "Nils", "Omar", "Pip", "Rafael", "Tunde", "Viktor", "Yusuf", "Mr. Brown", "Uncle Henry", "Billy", "Arun",
    ),
}  # fmt: skip
HER_KINDS = frozenset(("girl", "woman", "grandmother", "princess", "witch", "teacher", "fairy"))
HIS_KINDS = frozenset(("boy", "man", "grandfather", "knight", "pirate"))
ADJECTIVES = (
    "little", "old", "young", "brave", "small", "clever", "tiny", "poor", "good", "big", "fat", "white", "brown", "kind",
    "naughty", "very small", "wise", "funny", "grey", "pretty",
)  # fmt: skip
# Frames for a name, and for one of a kind; `{n}` is the name or kind, `{a}` and `{a2}` are adjectives.
CALLED = ("{n}", "{n}", "{n}", "little {n}", "poor {n}", "old {n}")
SOMEBODY = (
    "the {n}", "the {n}", "a {n}", "the {a} {n}", "a {a} {n}", "her friend the {n}", "one {n}", "the {a} {a2} {n}",
)  # fmt: skip
MEETING = (" beside ", " in front of ", " and saw ", " with ", " next to ", " and met ", " near ", " behind ")

# `{v}` is the verb in the tense of the sentence, `{b}` its base form, `{i}` its -ing form, `{be}` was or is.
DOING = (
    "{v}", "{v}", "{v}", "{v} slowly", "quietly {v}", "suddenly {v}", "{v} again", "{v} for a long time", "{be} {i}",
    "{be} {i}", "began to {b}", "started {i}", "went on {i}", "{v} all alone", "{v} at once", "{v} as fast as could be",
    "{v}, and no wonder", "{v} as usual", "could be seen {i}", "once more {v}",
)  # fmt: skip
NOT_DOING = (
    "did not {b}", "wanted to {b}", "could not {b} any more", "had never learned to {b}", "hoped to {b} some day",
    "would rather {b} tomorrow", "asked if they might {b}", "thought it was silly to {b}", "never {v}",
)  # fmt: skip
EMPTY = (
    "had a plan", "asked a question", "knew the answer", "said hello to everybody", "had a birthday", "was called the best of all",
    "lost a button", "counted to ten", "had made up {poss} mind", "was the youngest of the family", "did not know what to say",
    "had a great deal to do", "was very polite", "had an idea", "told the truth", "was no better than the others", "said nothing",
    "answered at last", "remembered something", "thought about it", "was only seven years old", "liked it very much",
    "had good manners", "was not at home", "replied", "spoke first", "was quite right", "opened the door", "shut the window",
    "locked the gate with a big key", "lit the lamp", "blew {poss} nose", "rang the bell", "tied a knot in the rope", "sold a cake",
    "stirred the pot with a spoon", "swept the floor with a broom", "mended the fence", "painted the gate green", "put on a coat",
    "pushed the cart along", "poured out the milk", "filled the basket", "hung up the washing", "built a tower", "dug a hole",
    "knocked at the door", "tapped on the glass", "looked through the keyhole", "peeped out of the window", "combed {poss} hair",
    "sewed on a button", "chopped the carrots", "played the flute", "banged the drum", "planted a row of beans", "pumped the water",
)  # fmt: skip
# What a pose is done with or to; `{o}` is another figure, `{t}` a thing.
OBJECTS = {
    "eating": (
        "{poss} porridge", "a slice of bread", "soup from a bowl", "the berries one by one", "a biscuit with a cup of milk",
        "the last of the cake", "an apple", "some cheese from a plate", "{poss} supper with a wooden spoon", "a bag of nuts",
    ),
    "reading": ("the letter", "an old map", "a story aloud", "the words on the sign", "the newspaper", "page after page"),
    "hugging": ("the {o}", "{poss} pillow", "{poss} mother", "the {o} in {poss} arms"),
    "pointing": ("at the {t}", "to the {o}", "with a stick at the {t}"),
    "waving": ("to the {o}", "at everybody", "with a handkerchief"),
    "walking": ("along with a bundle", "up and down", "beside the cart", "behind the {o}", "with a basket on {poss} arm"),
    "running": ("after the {o}", "away from the {o}", "all the way", "after {poss} hat", "out of the house"),
    "jumping": ("over the {t}", "up and down", "from stone to stone", "out of the basket"),
    "sitting": ("on the {t}", "down beside the {o}", "with a book on {poss} knee", "in the big chair"),
    "sleeping": ("beside the {t}", "with {poss} head on a cushion", "in a basket"),
    "falling": ("over the {t}", "into the ditch", "off the ladder", "from the branch"),
}  # fmt: skip
# What somebody does besides, which changes no pose.
BESIDES = (
    "humming a tune", "counting the sheep", "mending a net", "telling a tale", "thinking of supper", "talking all the while",
    "knitting a sock", "winding up the wool", "peeling potatoes", "listening to the rain", "whistling softly", "sewing a dress",
    "with a basket on {poss} arm", "with a ribbon in {poss} hair", "with {poss} hat on one side", "chewing a straw",
    "with the {t} in {poss} hand", "with a smile", "with {poss} nose in the air", "with a candle in {poss} hand",
)  # fmt: skip
# Cold, wet, red and dark things that tell of no weather and no time.
OF_THINGS = (
    "{poss} hands {be} cold", "the grass {be} cold under {poss} feet", "the {t} {be} wet", "the {t} {be} cold as stone",
    "the soup {be} hot", "the milk {be} still warm", "{poss} nose {be} cold and wet", "{poss} feet {be} wet",
    "the floor {be} wet and slippery", "the path {be} muddy", "the water {be} cold", "the bread {be} still warm",
    "{poss} cheeks {be} red", "the {t} {be} golden", "{poss} hair {be} dark", "{poss} eyes {be} bright", "the {t} {be} red",
    "the {t} {be} white as milk", "the corridor {be} dark", "the wall {be} grey", "the boots {be} full of mud",
    "the bowl {be} icy", "the tea {be} hot", "the {t} {be} black as coal", "there {be} mud on the {t}", "the bath {be} warm",
)  # fmt: skip
WITH_THINGS = (
    "in a red car", "with a warm scarf", "in {poss} wet boots", "with {poss} cold hands", "with bright eyes", "in a grey coat",
    "with a cold drink", "in a black cloak", "with a hot bun", "with a golden ring", "in {poss} white apron", "with a red {t}",
    "with a dark {t}", "through the mud", "with a cup of hot tea", "in a dark corner", "with a bright {t}", "with muddy paws",
)  # fmt: skip
TAILS = (
    "because nobody had told {obj}", "while the others talked", "as mother had asked", "before anyone noticed",
    "just like every year", "and that was that", "although it was not easy", "for the very first time", "as if nothing had happened",
    "which was rather a pity", "for there was nothing else to do", "so that nobody might hear", "without saying a word",
    "and never said why", "as you may suppose", "until it was time to stop", "but nobody came", "for {subj} had quite forgotten the time",
)  # fmt: skip
# Who and what is only talked about.
ABSENT = (
    "because {subj} missed {poss} {x}", "and thought of the {x}", "and dreamed of a {x}", "but there was no {x}",
    "and wished for a {x}", "and looked everywhere for the {x}", "and wondered where the {x} was", "like a {x}",
    "as if {subj} were a {x}", "and told everybody about the {x}", "without the {x}", "because the {x} had gone away",
    "and remembered the {x} of long ago", "who had once seen a {x}", "and hoped the {x} would never find {obj}",
    "for {subj} had lost the {x}", "and sang a song about a {x}", "to fetch a {x}", "instead of a {x}", "in the {x}'s house",
)  # fmt: skip
ABSENT_FIRST = (
    "If only there were a {x},", "Far away from the {x},", "Long before the {x} came,", "Since {subj} had no {x},",
    "Unlike the {x},", "Whenever the {x} was away,",
)  # fmt: skip
FEELINGS = (
    "and {be} very {w}", "feeling {w}", "and felt {w}", "because {subj} {be} {w}", "looking rather {w}", "and {be} so {w}",
    "for {subj} {be} {w}", "and grew quite {w}", "though {subj} {be} {w}",
)  # fmt: skip
FEELING_VERBS = (
    "and {v}",
    "and {v} a little",
    "and at last {v}",
    "{i} all the while",
    "and {v} and {v}",
    "and then {v}",
)
PLACES = (
    "in the {w}", "at the {w}", "near the {w}", "through the {w}", "by the {w}", "across the {w}", "to the {w}", "into the {w}",
    "in a {w}", "outside in the {w}", "at the end of the {w}", "in the middle of the {w}", "beside the {w}", "over the {w}",
    "in an old {w}", "along the {w}", "all the way to the {w}",
)  # fmt: skip
NOT_THERE = (
    "far from the {w}", "and thought of the {w}", "and wished for the {w}", "because the {w} was too far away",
    "and never saw the {w} again", "who came from the {w}",
)  # fmt: skip
WEATHER_WORDS = (
    "and it {be} {w}",
    "while it {be} {w}",
    "though it {be} {w} outside",
    "on a {w} day",
    "in the {w} weather",
)
TIME_WORDS = ("in the {w}", "that {w}", "one {w}", "late in the {w}", "early that {w}", "every {w}", "the next {w}")
THINGS = (
    "beside a {t}", "next to the {t}", "with a {t}", "behind the {t}", "near a big {t}", "and saw a {t}", "and found a {t}",
    "with the {t} and the {u}", "where there {be} a {t}", "and looked at the {t}", "under the {t}", "in front of a {t}",
    "on the {t}", "and a {t} stood there", "and picked up a {t} and a {u}",
)  # fmt: skip
SCENES = (
    "There {be} a {t} {place}", "A {t} {be} lying {place}", "A {t} and a {u} {be} {place}", "In front of them lay a {t}",
    "{place} stood a {t}", "{place} there {be} nothing but a {t} and a {u}",
)  # fmt: skip
SPOKEN = (
    '"{line}" said {s}', '"{line}" cried {s}', '"{line}" whispered {s}', '{s} said, "{line}"', '"{line}" {s} asked',
    '"{line}" answered {s}',
)  # fmt: skip
LINES = (
    "What shall we do now?", "Oh dear, oh dear!", "Come along,", "I shall be late!", "Look at that!", "How do you do?",
    "That is not fair,", "Wait for me!", "Good morning,", "I do not believe it,", "Be careful,", "Well, well,", "Never mind,",
)  # fmt: skip
LINES_ABSENT = (
    "Where is the {x}?", "I wish I had a {x},", "There is no {x} here,", "Once I knew a {x},", "Do you remember the {x}?",
    "Tomorrow we shall see the {x},", "I am not a {x}!", "Beware of the {x},",
)  # fmt: skip
# What tells of a place without naming it.
TELLING = (
    "beside the {w}", "near the {w}", "by the {w}", "with the {w}", "next to the {w}", "behind the {w}", "among the {w}",
    "in front of the {w}", "under the {w}", "past the {w}", "close to the {w}", "over the {w}", "where the {w} was",
    "at the {w}", "on the {w}", "beside a {w}", "between the {w} and the wall",
)  # fmt: skip
BEFORE_VERBS = (
    "there ", "then ", "up ", "away ", "down ", "so there ", "and here ", "", "behind them ", "after them all ", "in the corner ",
    "down the road ", "out of the house ", "beside the door ", "up the steps ", "on the top step ", "round the corner ",
)  # fmt: skip
