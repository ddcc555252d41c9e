"""The things of the world: what they are called, how large they are, where they stand, and their drawings.

The drawings are Fluent emoji (see `emoji.py`). A line of the table names a group (support, holdable, height in
metres) and its things; a thing is `concept` or `concept=icon`, with `:height` where it differs and `|words`
for other names of it, the last of which is held out for testing when there is more than one.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from storyapp.stage.bodies import BASELINE

from .emoji import flat_svg

Pixels = NDArray[np.uint8]

TABLE = """
ground 0 1.2 animals
horse:1.6|pony|steed, cow:1.4|calf|cattle, goat:0.9, ram:1|sheep|lamb, deer:1.4|fawn|doe, moose:1.7, camel:1.7, zebra:1.5, giraffe:2.2, rhinoceros:1.5|rhino, hippopotamus:1.4|hippo, tiger:1.2, leopard:1.1|cheetah, gorilla:1.5, orangutan:1.3, kangaroo:1.4, sloth:0.7, raccoon:0.6, badger:0.6, beaver:0.6, otter:0.6, skunk:0.5, hedgehog:0.4, chipmunk:0.4|squirrel, boar:0.9|wild pig, donkey:1.3|mule, ox:1.4|bull, bison:1.5|buffalo, llama:1.4, poodle:0.7, black cat=black-cat:0.6, swan:0.8, goose:0.7, duck:0.5|duckling, chicken=rooster:0.55|rooster|hen, chick=hatching-chick:0.35, turkey:0.7, peacock:0.9, flamingo:1.1, dodo:0.7, parrot:0.5, dinosaur=t-rex:1.9|tyrannosaur, sauropod:2.2|brontosaurus, mammoth:1.9, crocodile:0.8|alligator, lizard:0.4|gecko, snake:0.5|serpent, turtle:0.45|tortoise, snail:0.35, spider:0.35, ant:0.3, beetle:0.3, ladybird=lady-beetle:0.3|ladybug, caterpillar=bug:0.3, worm:0.3, cricket:0.3|grasshopper, crab:0.4, lobster:0.4, scorpion:0.35, seal:0.8|walrus, rat:0.35, buffalo=water-buffalo:1.5
water 0 0.8 sea
fish:0.4, tropical fish=tropical-fish:0.4, blowfish:0.4|pufferfish, shark:1.3, whale=spouting-whale:1.6, blue whale=whale:1.6, dolphin:1.1|porpoise, octopus:0.9, squid:0.8, jellyfish:0.6, shrimp:0.35, coral:0.7, sailboat:2|sailing boat|yacht, canoe:0.9|rowing boat|kayak, speedboat:1.1|motor boat, ship:2.2|steamer, ferry:2
air 0 0.6 sky
bird:0.4|sparrow|robin, dove:0.45|pigeon, eagle:0.8|hawk|falcon, blackbird:0.4|crow|raven, bat:0.45, butterfly:0.35|moth, bee=honeybee:0.3|bumblebee, fly:0.25, mosquito:0.25, cloud:0.9, rain cloud=cloud-with-rain:0.9, crescent moon=crescent-moon:0.7, full moon=full-moon:0.8|moon, sun:0.9, star:0.4, shooting star=shooting-star:0.6|comet|falling star, rainbow:1.6, planet=ringed-planet:1.1|saturn, earth=globe-showing-europe-africa:1|globe, airplane:1.4|aeroplane|plane, helicopter:1.3, rocket:1.5|spaceship|spacecraft, flying saucer=flying-saucer:1.1|ufo, satellite:0.9, parachute:1.2, fireworks:1, feather:0.3, snowflake:0.35, bubbles:0.5|bubble, kite:0.8, tornado:1.6|whirlwind|twister, comet:0.7, small plane=small-airplane:0.9|biplane
ground 0 1.2 plants
tree=deciduous-tree:2.2|oak|maple tree, pine tree=evergreen-tree:2.3|fir, palm tree=palm-tree:2.2, christmas tree=christmas-tree:1.8, cactus:1.2, sunflower:1|sun flower, tulip:0.5, rose:0.5, hibiscus:0.5, daisy=blossom:0.45, cherry blossom=cherry-blossom:0.5, lotus:0.5|water lily, hyacinth:0.5, seedling:0.35|sprout, herb:0.4, clover=four-leaf-clover:0.35, potted plant=potted-plant:0.6|plant, mushroom:0.4|toadstool, brown mushroom=brown-mushroom:0.4, wood:0.4|log|logs, rock:0.5|stone|boulder, nest=nest-with-eggs:0.4, spider web=spider-web:0.6|cobweb, beehive=honey-pot:0.4|honey pot|honey
ground 0 1.6 places
house:2.4|cottage|home, old house=derelict-house:2.4|ruin, hut:2|cabin|shack, tent:1.5, castle tower=castle:2.6, church:2.6|chapel, school building=school:2.4, hospital building=hospital:2.4, factory:2.4, circus tent=circus-tent:2.2|circus, ferris wheel=ferris-wheel:2.6, carousel=carousel-horse:1.8|merry-go-round, fountain:1.6, slide=playground-slide:1.5, volcano:2.6, snowman:1.3, jack-o-lantern:0.6|pumpkin, postbox:1.1|mailbox, bus stop=bus-stop:1.5, stone head=moai:1.6|statue, stadium:2, bank:2.2, mountain:2.4|peak, temple=classical-building:2.3, hotel:2.4|inn, post office=post-office:2.2, japanese castle=japanese-castle:2.4, roller coaster=roller-coaster:2.2, desert island=desert-island:1.6, satellite dish=satellite-antenna:1.2
ground 0 1.4 vehicles
car=automobile:1.2|motor car, taxi:1.2|cab, bus:1.7, school bus=minibus:1.6|van, truck=delivery-truck:1.6|lorry, pickup=pickup-truck:1.3, racing car=racing-car:0.9|race car, fire engine=fire-engine:1.6|fire truck, ambulance:1.6, tractor:1.5, train=locomotive:1.7|steam train|engine, tram:1.7, bicycle:1|bike|cycle, scooter=kick-scooter:0.9, motorcycle:1.1|motorbike, skateboard:0.3, sled:0.5|sledge|sleigh, shopping cart=shopping-cart:0.9|trolley, police car=police-car:1.2, jeep=sport-utility-vehicle:1.3, motor scooter=motor-scooter:1|moped, railway carriage=railway-car:1.6|railroad car, monorail:1.6, ocean liner=passenger-ship:1.6|steamship
ground 0 0.8 furniture
bed:1.1, chair:1, armchair=seat:1, sofa=couch-and-lamp:1.1|couch|settee, bathtub:0.9|bath|tub, door:1.9, window:1, toilet:0.8, shower:1.5, television:0.7|tv, radio:0.4, telephone:0.35|phone, clock=mantelpiece-clock:0.5, alarm clock=alarm-clock:0.35, piano=musical-keyboard:0.7|keyboard, picture=framed-picture:0.6|painting, ladder:1.8, basket:0.5|hamper, bucket:0.45|pail, box=package:0.5|parcel|crate, gift=wrapped-gift:0.5|present, suitcase=luggage:0.6|trunk, toolbox:0.4|tool box, computer=laptop:0.4, telescope:0.8, wheel:0.5, anchor:0.7, coin:0.25|gold coin, gem=gem-stone:0.3|jewel, treasure=money-bag:0.5|sack of gold, campfire=fire:0.6|fire|bonfire, brick:0.3, drum:0.5, bin=wastebasket:0.5, campsite=camping:1.6, hole:0.3|burrow, sewing thread=thread:0.3, mirror:0.9|looking glass, desk computer=desktop-computer:0.7, abacus:0.5, barrel=oil-drum:0.8|drum barrel, pinata=piata:0.8, printer:0.5, stack of books=books:0.6|pile of books, skis:0.9, life ring=ring-buoy:0.6|lifebelt, goal net=goal-net:1.4, mouse trap=mouse-trap:0.3, gear:0.4|cogwheel
hand 1 0.35 held
apple=red-apple:0.3, green apple=green-apple:0.3, pear:0.3, avocado:0.3, banana:0.35, orange=tangerine:0.3, lemon:0.3, cherry=cherries:0.3, strawberry:0.3|berry, grape=grapes:0.35, watermelon:0.4|melon slice, melon:0.4, pineapple:0.45, peach:0.3, mango:0.3, coconut:0.35, kiwi=kiwi-fruit:0.3, blueberry=blueberries:0.3, tomato:0.3, carrot:0.35, corn=ear-of-corn:0.4|maize, cucumber:0.35, broccoli:0.35, lettuce=leafy-green:0.35|cabbage, potato:0.3, onion:0.3, garlic:0.3, pepper=bell-pepper:0.3, peanut=peanuts:0.3|nut, chestnut:0.3|acorn, bread:0.35|loaf|loaf of bread, baguette=baguette-bread:0.5, croissant:0.35, pretzel:0.35, bagel:0.3, pancake=pancakes:0.35, waffle:0.35, cheese=cheese-wedge:0.3, egg:0.25, butter:0.3, sandwich:0.35, hamburger:0.35|burger, hot dog=hot-dog:0.35, pizza:0.4, pie:0.35|tart, cake=birthday-cake:0.5|birthday cake, slice of cake=shortcake:0.35, cupcake:0.35|muffin, doughnut:0.3|donut, biscuit=cookie:0.3|cookie, chocolate=chocolate-bar:0.3, sweet=candy:0.25|candy, lollipop:0.35, ice cream=soft-ice-cream:0.4, popcorn:0.4, soup=pot-of-food:0.4|stew, bowl=bowl-with-spoon:0.35|porridge, spaghetti:0.35|noodles, rice ball=rice-ball:0.3, milk=glass-of-milk:0.35, teapot:0.4|tea, cup=hot-beverage:0.3|mug, jar:0.35, salt:0.3, book=closed-book:0.35|storybook, open book=open-book:0.35, letter=envelope:0.3|note, newspaper:0.4, map=world-map:0.4|treasure map, scroll:0.35, pencil:0.35, crayon=crayon:0.35, paintbrush:0.4|brush, pen:0.35, scissors:0.3, key:0.3, old key=old-key:0.3|golden key, lock=locked:0.3|padlock, lantern=red-paper-lantern:0.5|paper lantern, lamp=diya-lamp:0.3, candle:0.4, torch=flashlight:0.35|flashlight, light bulb=light-bulb:0.3, magnifying glass=magnifying-glass-tilted-left:0.35, compass:0.3, camera:0.35, umbrella:0.7|parasol, balloon:0.6, ball=soccer-ball:0.35|football, tennis ball=tennis:0.3, basketball:0.35, yo-yo:0.3, teddy bear=teddy-bear:0.5|teddy|stuffed bear, doll=nesting-dolls:0.4, puzzle=puzzle-piece:0.3, dice=game-die:0.3, boomerang:0.35, magic wand=magic-wand:0.45|wand, crystal ball=crystal-ball:0.4, sword=dagger:0.5, shield:0.5, bow and arrow=bow-and-arrow:0.6, trophy:0.45|prize|cup of gold, medal=sports-medal:0.35, ring:0.25, trumpet:0.4|horn, violin:0.5|fiddle, guitar:0.7, flute:0.4, saxophone:0.5, banjo:0.6, accordion:0.45, maracas:0.35|rattle, bell:0.35, megaphone:0.4|loudspeaker, hammer:0.4, axe:0.45, saw=carpentry-saw:0.4, screwdriver:0.35, wrench:0.35|spanner, broom:0.8|broomstick, fishing rod=fishing-pole:0.7, hook:0.35, rope=knot:0.35|knot, needle=sewing-needle:0.35, yarn:0.35|ball of wool|wool, sponge:0.3, soap:0.3, bottle=lotion-bottle:0.35, bouquet:0.45|bunch of flowers|flowers, leaf=fallen-leaf:0.3|maple leaf, shell=spiral-shell:0.3|seashell, feather pen=black-nib:0.3, purse:0.35|bag|handbag, sock=socks:0.3, glove=gloves:0.3|mittens, mitten=gloves:0.3, shoe=running-shoe:0.3, ballet shoe=ballet-shoes:0.3|slippers, dress:0.7, shirt=t-shirt:0.5, coat:0.7|jacket, top hat=top-hat:0.4, straw hat=womans-hat:0.35, party popper=party-popper:0.35, ticket:0.3, calendar:0.35, hourglass=hourglass-done:0.4, watch:0.3, mobile phone=mobile-phone:0.35, microphone:0.35, headphones=headphone:0.35, joystick:0.3|game controller, bone=bone:0.35, wind chime=wind-chime:0.4, balance=balance-scale:0.5, potion=test-tube:0.35, medicine=pill:0.25, thermometer:0.4, bandage=adhesive-bandage:0.3, eggplant:0.35|aubergine, chili=hot-pepper:0.3, olive:0.25, beans:0.3, pea pod=pea-pod:0.3|peas, ginger=ginger-root:0.3, bacon:0.3, fries=french-fries:0.3|chips|french fries, taco:0.3, sushi:0.3, dumpling:0.3, salad=green-salad:0.35, pudding=custard:0.3|flan, meat=meat-on-bone:0.35, chicken leg=poultry-leg:0.35|drumstick, spoon:0.3|tablespoon, fork and knife=fork-and-knife:0.35|fork, kitchen knife=kitchen-knife:0.35, chopsticks:0.35, juice box=beverage-box:0.3|carton, baby bottle=baby-bottle:0.3, drink=cup-with-straw:0.35|lemonade|milkshake, baseball:0.25, rugby ball=american-football:0.3, volleyball:0.35, frisbee=flying-disc:0.3, shuttlecock=badminton:0.35|badminton racket, table tennis bat=ping-pong:0.35, boxing glove=boxing-glove:0.35, target=bullseye:0.45|bullseye, notebook=notebook-with-decorative-cover:0.35|diary|journal, clipboard:0.35, paper clip=paperclip:0.25, ruler=straight-ruler:0.35, palette=artist-palette:0.35|paint box, briefcase:0.4, shopping bag=shopping-bags:0.45|carrier bag, toothbrush:0.3, stethoscope:0.35, microscope:0.4, maple leaf=maple-leaf:0.3, wheat=sheaf-of-rice:0.4|sheaf|sheaf of wheat, firecracker:0.35, trident=trident-emblem:0.6, pickaxe=pick:0.5, chain=chains:0.4, plug=electric-plug:0.3, battery:0.3, love letter=love-letter:0.3, vase=amphora:0.45|urn, sheet of paper=page-with-curl:0.35|page, glasses:0.3|spectacles, cap=billed-cap:0.3|baseball cap, scarf:0.4, backpack:0.45|rucksack|knapsack, crown:0.35|tiara, hiking boot=hiking-boot:0.35|boot, roller skate=roller-skate:0.35, ice skate=ice-skate:0.35, ribbon:0.3, jeans:0.5|trousers, goggles:0.3
"""

SEATS = {"house": 0.22, "old house": 0.22, "hut": 0.15, "castle tower": 0.12, "tree": 0.55, "pine tree": 0.62, "palm tree": 0.28, "jack-o-lantern": 0.22, "cow": 0.28, "ox": 0.28, "bison": 0.28, "zebra": 0.36, "deer": 0.42, "ram": 0.33,
         "goat": 0.35, "hippopotamus": 0.42, "rhinoceros": 0.4, "mammoth": 0.12, "giraffe": 0.42, "carousel": 0.4, "bucket": 0.16, "toolbox": 0.22, "suitcase": 0.12, "treasure": 0.25, "gift": 0.25, "drum": 0.3, "dolphin": 0.22,
         "stack of books": 0.1, "barrel": 0.08, "chair": 0.55, "armchair": 0.5, "sofa": 0.55, "bed": 0.5, "horse": 0.32, "donkey": 0.34, "camel": 0.25, "rock": 0.12, "wood": 0.2, "sled": 0.45,
         "bicycle": 0.3, "scooter": 0.8, "motorcycle": 0.4, "skateboard": 0.4, "dinosaur": 0.3, "whale": 0.25, "turtle": 0.25, "tractor": 0.3, "cloud": 0.35, "elephant": 0.2, "crescent moon": 0.6, "box": 0.1, "broom": 0.5, "mushroom": 0.12}  # fmt: skip
MOUTHS = {"bus": 0.62, "school bus": 0.62, "truck": 0.6, "train": 0.58, "railway carriage": 0.62, "tram": 0.55, "monorail": 0.6, "fire engine": 0.6, "ambulance": 0.62, "police car": 0.5, "airplane": 0.5, "small plane": 0.5, "helicopter": 0.5, "ferry": 0.55,
          "teapot": 0.32, "shoe": 0.35, "hiking boot": 0.36, "suitcase": 0.3, "bin": 0.1, "hole": 0.7,
          "barrel": 0.2, "jeep": 0.5, "vase": 0.12, "backpack": 0.3, "shopping bag": 0.4, "sailboat": 0.7, "canoe": 0.45, "speedboat": 0.45, "ship": 0.5, "bathtub": 0.5, "basket": 0.45, "bucket": 0.2, "box": 0.25, "bed": 0.62, "car": 0.5, "taxi": 0.5,
          "racing car": 0.5, "bowl": 0.4, "cup": 0.25, "nest": 0.5, "shopping cart": 0.35, "pickup": 0.5, "sled": 0.55, "armchair": 0.75, "jar": 0.3, "purse": 0.4, "rocket": 0.55, "flying saucer": 0.4}  # fmt: skip

PICKED = frozenset(("tulip", "rose", "daisy", "hibiscus", "hyacinth", "sunflower", "clover"))  # growing, or in a hand


@dataclass(frozen=True)
class ThingEntry:
    """One thing: its icon, height in metres, where it stands, and its words."""

    concept: str
    icon: str
    size: float
    support: str
    holdable: bool
    synonyms: tuple[str, ...] = ()
    held_out: tuple[str, ...] = ()

    @property
    def seat(self) -> float | None:
        """The height of its seat in its frame, or None."""
        return SEATS.get(self.concept)

    @property
    def mouth(self) -> float | None:
        """The height of its mouth line in its frame, or None."""
        return MOUTHS.get(self.concept)


@functools.cache
def load_things() -> dict[str, ThingEntry]:
    """Every thing by its concept."""
    found: dict[str, ThingEntry] = {}
    lines = [line for line in TABLE.strip().splitlines() if line.strip()]
    for head, body in zip(lines[::2], lines[1::2], strict=True):
        support, holdable, size, _ = head.split(maxsplit=3)
        for cell in body.split(", "):
            entry = _entry(cell.strip().rstrip(","), support, holdable == "1", float(size))
            found.setdefault(entry.concept, entry)
    return found


def _entry(cell: str, support: str, holdable: bool, size: float) -> ThingEntry:
    first, *words = cell.split("|")
    name, _, height = first.partition(":")
    concept, _, icon = name.partition("=")
    kept = tuple(words[:-1]) if len(words) > 1 else tuple(words)
    held_out = tuple(words[-1:]) if len(words) > 1 else ()
    icon, holdable = icon or concept.replace(" ", "-"), holdable or concept in PICKED
    return ThingEntry(concept, icon, float(height or size), support, holdable, kept, held_out)


def render_thing(concept: str, size: int = 256) -> Pixels:
    """The thing as straight RGBA (size, size, 4), filling its frame and standing on its baseline.

    Raises:
        TrainingError: if the icons cannot be had.
    """
    drawn = _rasterise(flat_svg(load_things()[concept].icon), 2 * size)
    rows, columns = np.nonzero(drawn[..., 3] > 8)
    cut = drawn[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    scale = size * 236 / 256 / max(cut.shape[:2])
    width, height = max(1, round(cut.shape[1] * scale)), max(1, round(cut.shape[0] * scale))
    # Premultiplied while it is scaled, so that transparent colours do not bleed into the edge.
    alpha = cut[..., 3:].astype(np.float32) / 255
    small = cv2.resize(
        np.dstack([cut[..., :3] * alpha, alpha]).astype(np.float32), (width, height), interpolation=cv2.INTER_AREA
    )
    colour = small[..., :3] / np.maximum(small[..., 3:], 1e-4)
    frame = np.zeros((size, size, 4), np.uint8)
    top, left = round(size * BASELINE) - height, (size - width) // 2
    frame[top : top + height, left : left + width] = np.clip(
        np.round(np.dstack([colour, small[..., 3:] * 255])), 0, 255
    ).astype(np.uint8)
    return frame


def _rasterise(svg: str, size: int) -> Pixels:
    data = svg.encode()  # the stream does not keep it alive
    document = skia.SVGDOM.MakeFromStream(skia.MemoryStream(data))
    box = document.containerSize()
    surface = skia.Surface(size, size)
    with surface as canvas:
        canvas.clear(skia.ColorTRANSPARENT)
        canvas.scale(size / box.width(), size / box.height())
        document.render(canvas)
    return surface.toarray(colorType=skia.kRGBA_8888_ColorType)
