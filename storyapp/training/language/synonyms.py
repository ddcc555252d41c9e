"""Synonyms for the concepts of the world: training words, held-out words, and Chinese names.

Each line of a table is `name / Chinese / words / held-out words`, words parted by commas. A plain word is a noun
(kinds, settings), an adjective (weathers, expressions), a time of day, or a verb (poses; "run:ran" gives an
irregular past). `~` marks a fixed phrase ("~at noon", "~fast asleep"), `!` a clause ("!the moon rose") or a verb that
shows a feeling ("!smile"), `=` a word for the lexicon alone. `{poss}` stands for her, his …
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .verbs import verb

CATEGORY_OF = {  # attribute of a drawing → key in vocabulary.json
    "kind": "kinds",
    "top_colour": "colours",
    "bottom_colour": "colours",
    "accessory": "accessories",
    "pose": "poses",
    "expression": "expressions",
    "setting": "settings",
    "time": "times",
    "weather": "weathers",
    "concept": "things",
}


@dataclass(frozen=True)
class Words:
    """The words of one concept: without marks, as in the lexicon, and `marked`, as sentences use them."""

    name: str
    zh: str
    training: tuple[str, ...]
    held_out: tuple[str, ...]
    marked: tuple[str, ...] = ()
    marked_held_out: tuple[str, ...] = ()


KINDS = """
girl / 女孩 / little girl, daughter, sister, schoolgirl, granddaughter, child / lass, niece, maiden, schoolmate
boy / 男孩 / little boy, son, brother, schoolboy, grandson, prince / lad, nephew, youngster, stepson
woman / 女人 / mother, mum, mom, lady, aunt, auntie, mummy, queen, wife, nurse, maid / farmer's wife, mama, seamstress, housekeeper, stepmother
man / 男人 / father, dad, daddy, uncle, farmer, king, baker, fisherman, husband, doctor, gardener, shopkeeper / papa, gentleman, fellow, miller, policeman, shepherd
grandmother / 奶奶 / grandma, granny, nana, old woman, old lady / gran, nanny
grandfather / 爷爷 / grandpa, granddad, old man, wizard / gramps, old gentleman
baby / 宝宝 / infant, toddler, newborn / little one
knight / 骑士 / soldier, warrior, guard / sir knight, paladin
princess / 公主 / little princess / highness
witch / 女巫 / sorceress, enchantress / crone
pirate / 海盗 / captain, sailor, buccaneer / sea robber, corsair
teacher / 老师 / schoolteacher, schoolmaster, librarian / headmistress, tutor
fairy / 仙女 / fairy queen, tooth fairy, fairy godmother / sprite, sylph
fox / 狐狸 / little fox, vixen / fox cub, reynard
rabbit / 兔子 / bunny, hare / cottontail
bear / 熊 / bear cub, little bear, grizzly / bruin
cat / 猫 / kitten, kitty, tomcat / puss, tabby
dog / 狗 / puppy, hound, pup / doggy, pooch
mouse / 老鼠 / little mouse, mice / field mouse
lion / 狮子 / lion cub, lioness / king of beasts
panda / 熊猫 / panda cub / giant panda
frog / 青蛙 / toad, tree frog / bullfrog
pig / 猪 / piglet, piggy / hog, swine
elephant / 大象 / elephant calf / jumbo
monkey / 猴子 / ape, chimp / marmoset
owl / 猫头鹰 / owlet / barn owl
penguin / 企鹅 / penguin chick / emperor penguin
wolf / 狼 / wolf cub, she-wolf, little wolf / timber wolf, lone wolf
squirrel / 松鼠 / red squirrel, little squirrel / grey squirrel, squirrel kit
hedgehog / 刺猬 / hoglet, little hedgehog / hedgepig
tiger / 老虎 / tiger cub, tigress / bengal tiger
crocodile / 鳄鱼 / alligator, croc / gator, cayman
turtle / 乌龟 / tortoise, little turtle, sea turtle / terrapin
duck / 鸭子 / duckling, drake / mallard, ducky
hen / 母鸡 / mother hen / biddy
sheep / 绵羊 / ewe / woolly one
cow / 奶牛 / dairy cow / heifer
dragon / 龙 / baby dragon, wyvern / fire-breather
robot / 机器人 / android, machine man / automaton
ghost / 幽灵 / spirit, phantom / spook
unicorn / 独角兽 / unicorn foal / horned horse
alien / 外星人 / martian, space creature / extraterrestrial
monster / 怪物 / little monster, furry monster / bogeyman, gremlin
"""

SETTINGS = """
bedroom / 卧室 / nursery, ~in {poss} room, bedchamber, ~in bed, ~under the blankets, ~beside the bed, ~on {poss} pillow / attic room, boudoir, dormitory, ~under the covers, ~between the sheets
kitchen / 厨房 / pantry, bakery, ~at the stove, ~by the oven, ~at the kitchen table, larder, ~at the kitchen sink, ~over the cooking pot / scullery, cookhouse, ~beside the cooker, ~at the breadboard
living room / 客厅 / sitting room, ~by the fireplace, ~on the sofa, ~inside the house, hall, drawing room, ~on the hearth rug, dining room, ~beside the fireside, front hall / parlour, lounge, front room, ~beside the hearth, ~by the mantelpiece
classroom / 教室 / school, schoolroom, ~in class, library, ~during the lesson, ~in front of the pupils, ~at school, ~at {poss} school desk / academy, ~at the blackboard, kindergarten, ~in the lecture room
shop / 商店 / store, toy shop, ~at the market stall, ~behind the counter, supermarket, bookshop, ~at the till, ~between the shelves of the shop / grocery, boutique, sweet shop, emporium
street / 街道 / town, city, road, pavement, village square, sidewalk, marketplace, ~on the street corner, village, ~down the road / avenue, lane, alley, boulevard, high street
playground / 游乐场 / park, ~on the swings, ~down the slide, sandpit, ~on the seesaw, ~by the swings / play park, ~on the climbing frame, ~on the roundabout, recreation ground
garden / 花园 / backyard, ~among the flower beds, back garden, vegetable patch, lawn, ~among the roses, ~by the garden gate, ~under the apple trees, flower garden / orchard, greenhouse, allotment, ~on the patio, shrubbery
farm / 农场 / barn, farmyard, cornfield, stable, cowshed, ~among the haystacks, ~among the hens, hayloft, ~beside the cows / homestead, pasture, barnyard, pigsty, ranch, henhouse
forest / 森林 / woods, wood, ~among the trees, ~under the trees, ~among the pines, ~deep in the woods, thicket, pine trees / woodland, grove, copse, glade
hills / 山丘 / hill, meadow, field, hillside, valley, ~in the long grass, prairie, heath, ~over the fields / knoll, downs, moor, grassland, dale
mountains / 山 / mountain, summit, cliff, ~on top of the world, ~high up among the rocks, mountainside, mountain path, ~up the steep rocks / ridge, crag, alps, precipice, mountain pass
desert / 沙漠 / dunes, sand dunes, cactus land, ~over the burning sand, oasis, ~across the hot sands / wasteland, sahara, badlands, ~among the cacti
snowfield / 雪地 / north pole, arctic, ~on the ice, icy plain, igloo, ~through deep snow, snowdrift, ~over the snow / tundra, glacier, ice floe, frozen waste
jungle / 丛林 / rainforest, ~among the vines, ~among the palms, ~through the creepers, ~between the giant ferns / tropics, ~among the lianas, mangroves, tropical forest
river / 河 / stream, brook, riverbank, bridge, ~by the waterfall, canal, ~among the reeds, ~over the bridge / creek, rapids, rivulet, ~at the ford
lake / 湖 / pond, lakeside, lake shore, ~on the lake, ~among the water lilies, ~at the duck pond / lagoon, mere, loch, reservoir
beach / 海滩 / shore, seaside, seashore, ~on the sand, coast, harbour, ~by the lighthouse, ~among the rock pools, ~at the edge of the sea / strand, bay, cove, jetty, quay
sea / 海 / ocean, open sea, ~on the waves, ~at sea, deep water, ~on board the ship, ~on deck, ~across the ocean / ~on the high seas, ~out on the main, ~aboard the vessel, ~far from land
underwater / 海底 / ~underwater, ~under the sea, ~at the bottom of the sea, coral reef, ~beneath the waves, sea bed, ~down among the fishes / ocean floor, kelp forest, ~below the surface, ~in the depths
sky / 天空 / ~above the clouds, ~among the clouds, ~high in the air, ~up in the air, ~over the rooftops, ~across the sky, ~high above the ground / heavens, ~in mid-air, ~up among the birds
space / 太空 / outer space, ~on the moon, planet, ~among the stars, galaxy, space station, ~in the rocket, ~past the planets / cosmos, orbit, milky way, ~on an asteroid
cave / 洞穴 / cavern, den, tunnel, ~underground, mine, ~inside the rock, ~under the ground, ~in {poss} hole / grotto, burrow, ~beneath the earth, lair
castle / 城堡 / ~at the castle gate, tower, fortress, ~on the castle walls, ~in the castle yard, dungeon, ~up the tower stairs / citadel, drawbridge, battlements, stronghold
throne room / 王座厅 / palace, great hall, royal hall, ~before the throne, ~before the king's throne, ~in the golden hall / royal court, ballroom, banqueting hall, audience chamber
fairy village / 仙子村 / mushroom village, ~among the mushroom houses, fairy town, elf village, ~between the tiny mushroom houses, pixie village / fairyland, ~among the toadstools, goblin town, gnome village
"""

TIMES = """
day / 白天 / morning, ~at noon, afternoon, ~one sunny day, ~after breakfast, ~in broad daylight, ~in the sunshine, !the sun shone, !the sun was high in the sky, ~at lunchtime, ~early in the morning, ~at ten o'clock in the morning, =noon, =daylight, =sunshine, =sunny, =sunlight / ~at midday, forenoon, ~before lunch, !the sun blazed down, ~when school was over, =midday
sunset / 日落 / evening, ~at dusk, ~at sundown, ~at sunset, ~at twilight, !the sun went down, !the sun was setting, ~in the golden light, ~towards evening, ~at the end of the day, !the sky turned red, ~in the evening light, =dusk, =sundown, =twilight / ~at nightfall, ~in the gloaming, !the sun sank, ~at eventide, !the light was fading, =nightfall, =gloaming
night / 夜晚 / night, ~at night, ~at midnight, ~in the moonlight, ~in the dark, ~at bedtime, !the stars came out, !the moon rose, ~under the stars, ~by starlight, ~late at night, !the moon shone, !it was dark, ~after dark, ~in the middle of the night, !stars twinkled, =midnight, =moonlight, =darkness, =bedtime, =starlight, =moonshine / ~on a moonlit night, ~at a late hour, ~in the small hours, !the moon hung in the sky, ~in the dead of night, ~by the light of the moon, =moonlit
"""

WEATHERS = """
clear / 晴 / bright, ~under a blue sky, ~in bright sunshine, cloudless, !there was not a cloud in the sky, fine, !the sky was blue, =blue sky / fair, !the weather was fine, ~in glorious weather, ~under a cloudless sky
cloudy / 多云 / !clouds covered the sky, ~under a grey sky, overcast, !grey clouds hung low, ~under heavy clouds, =clouds, =grey sky / dull, ~under a leaden sky, !the sky was full of clouds
rain / 雨 / rainy, ~in the rain, !it rained, !it was raining, stormy, ~through the puddles, !the rain poured down, !thunder rolled, ~under {poss} umbrella, !drops fell, ~in a storm, ~in a shower, =rain, =rained, =raining, =storm, =puddles, =pouring, =thunder, =shower / !it drizzled, ~in the downpour, !it was pouring, ~in the thunderstorm, !rain beat on the windows, =drizzle, =downpour
snow / 雪 / snowy, ~in the snow, !it snowed, !it was snowing, !snowflakes fell, ~in a blizzard, !white flakes fell, ~in the snowstorm, !snow covered everything, =snow, =snowed, =snowing, =blizzard, =snowstorm / !sleet fell, ~in the snowfall, ~in a flurry of snow, !flakes whirled through the air, =sleet
fog / 雾 / foggy, ~in the fog, misty, ~in the mist, hazy, !mist hung over everything, ~through the thick fog, !fog hid everything, =fog, =mist, =haze / ~in the murk, !mist rose, ~through the haze, ~through a white veil of mist
"""

POSES = """
standing / 站 / stand:stood, wait, look, watch, stare, gaze, stop, pause, lean, stand still:stood, stand up:stood, listen / linger, halt, loiter, peer, stay put
walking / 走 / walk, stroll, wander, creep:crept, tiptoe, march, hike, trudge, go:went, step, set off:set, come:came, stride:strode, walk on / amble, saunter, plod, shuffle, trek, roam
running / 跑 / run:ran, dash, race, hurry, rush, chase, flee:fled, gallop, scurry, run away:ran, charge, run off:ran / sprint, bolt, scamper, scuttle, trot, dart
jumping / 跳 / jump, leap:leapt, hop, bounce, skip, jump up, bound, jump up and down, pounce / spring:sprang, vault, prance, hurdle
sitting / 坐 / sit:sat, perch, rest, ride:rode, sail, row, sit down:sat, kneel:knelt, take a seat:took, ~seated, sit up:sat / squat, settle down, crouch, straddle, ~sitting comfortably
sleeping / 睡 / sleep:slept, nap, doze, snore, fall asleep:fell, lie in bed:lay, dream, lie down:lay, ~asleep, ~fast asleep, lie:lay, go to sleep:went / slumber, nod off, ~sound asleep, drowse, drop off to sleep, curl up
waving / 挥手 / wave, greet, say goodbye:said, wave {poss} hand, wave goodbye, say hello:said, wave back / beckon, hail, signal, bid farewell:bade
pointing / 指 / point, show the way:showed, point the way, point a finger, point up, point into the distance / gesture, indicate the way, motion, point out the way
dancing / 跳舞 / dance, twirl, spin:spun, pirouette, waltz, dance about, dance in a ring, dance a jig / whirl, sway, caper, jig about, cavort
flying / 飞 / fly:flew, soar, float, glide, hover, flutter, rise into the air:rose, swoop, fly off:flew / drift through the air, wing, take flight:took, flit
swimming / 游泳 / swim:swam, paddle, dive, splash, bathe, swim across:swam, float on the water, splash about / wade, flounder, do the backstroke:did, tread water:trod, plunge into the water
reading / 读书 / read:read, open the book, turn the pages, study, look at the pictures, read aloud:read, read a story:read, sit over a book:sat / leaf through a book, browse, pore over a book, peruse a letter
eating / 吃 / eat:ate, munch, nibble, chew, taste, bite into an apple:bit, have lunch:had, have breakfast:had, have supper:had, dine, feast, eat up:ate, drink:drank / gobble, devour, gnaw, gulp down soup, have a snack:had
hugging / 拥抱 / hug, embrace, cuddle, throw {poss} arms around a friend:threw, hold a friend tight:held, put {poss} arms round a friend:put, kiss, hug and kiss / snuggle, squeeze, clasp a friend to {poss} heart, nestle close
holding / 拿 / hold:held, carry, clutch, grip, lift, pick up, bring:brought, drag, pull, hold up:held / bear:bore, grasp, cradle, clasp, haul, lug, brandish
falling / 跌倒 / fall:fell, tumble, slip, trip, fall over:fell, stumble, fall down:fell, fall head over heels:fell / topple, plummet, lose {poss} balance:lost, keel over
"""

EXPRESSIONS = """
happy / 高兴 / glad, joyful, cheerful, delighted, merry, proud, excited, pleased, !smile, !laugh, !giggle, !beam, !cheer, ~{poss} eyes shone, !clap {poss} hands / overjoyed, gleeful, jolly, blissful, !grin, !chuckle
sad / 伤心 / unhappy, lonely, sorry, miserable, gloomy, homesick, !cry, !weep:wept, !sob, !sigh, ~tears ran down {poss} cheeks, =tears, disappointed, full of sorrow / sorrowful, heartbroken, downcast, dejected, tearful, !whimper
angry / 生气 / cross, furious, mad, bad-tempered, annoyed, !growl, !shout, !scowl, !stamp {poss} foot, !frown, ~{poss} face turned red with rage, in a rage / enraged, fuming, livid, irate, !snarl, !glare
surprised / 惊讶 / amazed, astonished, wide-eyed, puzzled, !gasp, ~could not believe {poss} eyes, ~{poss} mouth fell open, =could not believe, full of wonder, in amazement / startled, dumbfounded, astounded, stunned, flabbergasted
scared / 害怕 / afraid, frightened, terrified, nervous, alarmed, !tremble, !shiver, !shake:shook with fear, ~{poss} knees shook, !hide:hid, =knees shook, worried / petrified, fearful, panicky, !quake, !cower
sleepy / 困 / tired, drowsy, weary, !yawn, ~rubbed {poss} eyes, half asleep, ~could hardly keep {poss} eyes open, worn out, =rubbed her eyes, =rubbed his eyes / exhausted, heavy-eyed, dozy, bleary-eyed
calm / 平静 / quiet, peaceful, gentle, thoughtful, patient, content, relaxed, at ease, =quietly / serene, placid, tranquil, composed, unruffled
"""

ACCESSORIES = """
scarf / 围巾 / muffler / shawl
cape / 斗篷 / cloak / mantle
crown / 王冠 / tiara, golden crown / diadem
hat / 帽子 / sun hat, top hat / bonnet
cap / 鸭舌帽 / baseball cap / beret
backpack / 背包 / rucksack, bag on the back, satchel / knapsack
glasses / 眼镜 / spectacles / goggles
bow / 蝴蝶结 / hair bow, ribbon / hair ribbon
boots / 靴子 / rubber boots, wellingtons / wellies
apron / 围裙 / pinafore / smock
necklace / 项链 / beads, pearls / pendant
flower / 花 / flower in the hair / blossom
"""

COLOURS = """
red / 红 / scarlet / crimson
orange / 橙 / tangerine / amber
yellow / 黄 / golden / lemon
green / 绿 / emerald / lime
teal / 青 / turquoise / aquamarine
blue / 蓝 / navy / azure
purple / 紫 / violet, lilac / mauve
pink / 粉 / rose / rosy
brown / 棕 / chestnut / tan
grey / 灰 / gray, silver / ashen
white / 白 / snow-white, cream / ivory
black / 黑 / dark black / jet
"""


def read_table(table: str, verbs: bool = False) -> dict[str, Words]:
    """The words of every concept in a table, by name; `verbs` are put into the lexicon in all forms."""
    found = {}
    for line in table.strip().splitlines():
        name, zh, training, held_out = (part.strip() for part in line.split("/"))
        marked, kept = _split(training), _split(held_out)
        known = tuple(word for word in plain_words(marked, verbs) if word != name)
        found[name] = Words(name, zh, known, tuple(w for w in plain_words(kept, verbs) if w not in known), marked, kept)
    return found


def _split(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())


def plain_words(words: tuple[str, ...], verbs: bool = False) -> tuple[str, ...]:
    """Words as they occur in texts: without marks, verbs in all forms, {poss} in every person."""
    found: list[str] = []
    for word in words:
        plain = word.lstrip("~!=")
        conjugated = (verbs and word[0] not in "~=") or (word[0] == "!" and not plain.startswith(_ARTICLES))
        for form in verb(plain).forms if conjugated else (plain,):
            found += [form.replace("{poss}", owner) for owner in (("her", "his") if "{poss}" in form else ("",))]
    return tuple(dict.fromkeys(found))


def as_in_phrases(category: str, words: Sequence[str]) -> tuple[str, ...]:
    """The words of a concept in the form of the painter's phrases: of "stroll, strolls, …" only "strolling"."""
    verbs = [verb(word) for word in words if verb(word).ing in words]
    if category == "poses":
        return tuple(one.ing for one in verbs)
    others = {form for one in verbs for form in one.forms if form != one.ing}
    return tuple(word for word in words if word not in others)


_ARTICLES = (
    "the ", "it ", "there ", "stars ", "grey ", "clouds ", "thunder ", "drops ", "snow", "white ", "rain ", "sleet ",
    "flakes ", "mist ", "fog ",
)  # fmt: skip


def all_tables() -> dict[str, dict[str, Words]]:
    """Every table by its key in vocabulary.json."""
    return {
        "kinds": read_table(KINDS),
        "settings": read_table(SETTINGS),
        "times": read_table(TIMES),
        "weathers": read_table(WEATHERS),
        "poses": read_table(POSES, verbs=True),
        "expressions": read_table(EXPRESSIONS),
        "accessories": read_table(ACCESSORIES),
        "colours": read_table(COLOURS),
    }
