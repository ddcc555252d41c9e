"""The names of everything the picture-book world can draw, in one place.

Every other module of the world refers to these tuples; their order is part of the label format, so new
names go at the end.
"""

HUMANS = (
    "girl",
    "boy",
    "woman",
    "man",
    "grandmother",
    "grandfather",
    "baby",
    "knight",
    "princess",
    "witch",
    "pirate",
    "teacher",
    "fairy",
)
ANIMALS = (
    "fox",
    "rabbit",
    "bear",
    "cat",
    "dog",
    "mouse",
    "lion",
    "panda",
    "frog",
    "pig",
    "elephant",
    "monkey",
    "owl",
    "penguin",
    "wolf",
    "squirrel",
    "hedgehog",
    "tiger",
    "crocodile",
    "turtle",
    "duck",
    "hen",
    "sheep",
    "cow",
)
FANTASY = ("dragon", "robot", "ghost", "unicorn", "alien", "monster")
KINDS = HUMANS + ANIMALS + FANTASY

COLOURS = (
    "red",
    "orange",
    "yellow",
    "green",
    "teal",
    "blue",
    "purple",
    "pink",
    "brown",
    "grey",
    "white",
    "black",
)

ACCESSORIES = (
    "scarf",
    "cape",
    "crown",
    "hat",
    "cap",
    "backpack",
    "glasses",
    "bow",
    "boots",
    "apron",
    "necklace",
    "flower",
)

POSES = (
    "standing",
    "walking",
    "running",
    "jumping",
    "sitting",
    "sleeping",
    "waving",
    "pointing",
    "dancing",
    "flying",
    "swimming",
    "reading",
    "eating",
    "hugging",
    "holding",
    "falling",
)

EXPRESSIONS = ("happy", "sad", "angry", "surprised", "scared", "sleepy", "calm")

FACINGS = ("front", "right")  # left is the mirror of right

SETTINGS = (
    "bedroom",
    "kitchen",
    "living room",
    "classroom",
    "shop",
    "street",
    "playground",
    "garden",
    "farm",
    "forest",
    "hills",
    "mountains",
    "desert",
    "snowfield",
    "jungle",
    "river",
    "lake",
    "beach",
    "sea",
    "underwater",
    "sky",
    "space",
    "cave",
    "castle",
    "throne room",
    "fairy village",
)
INDOORS = ("bedroom", "kitchen", "living room", "classroom", "shop", "throne room")

TIMES = ("day", "sunset", "night")
WEATHERS = ("clear", "cloudy", "rain", "snow", "fog")
STYLES = ("cartoon", "watercolour", "clay", "ink", "crayon", "cutout")
RELATIONS = ("left of", "right of", "in front of", "behind", "held by", "on", "in", "beside")
