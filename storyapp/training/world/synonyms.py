"""Other words for what the world can draw: training words, words held out for testing, and Chinese names.

Each line of a table is `name / Chinese / words / held-out words`, words parted by commas. Verbs are given in
the forms that stories use.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """The words of one concept."""

    name: str
    zh: str
    training: tuple[str, ...]
    held_out: tuple[str, ...]


KINDS = """
girl / 女孩 / little girl, daughter, sister, schoolgirl, granddaughter / lass, niece
boy / 男孩 / little boy, son, brother, schoolboy, grandson, prince / lad, nephew
woman / 女人 / mother, mum, mom, lady, aunt, mummy, queen / farmer's wife, mama
man / 男人 / father, dad, daddy, uncle, farmer, king, baker, fisherman / papa, gentleman
grandmother / 奶奶 / grandma, granny, nana, old woman, old lady / gran, nanny
grandfather / 爷爷 / grandpa, granddad, old man, wizard / gramps, old gentleman
baby / 宝宝 / infant, toddler, newborn / little one
knight / 骑士 / soldier, warrior, guard / sir knight, paladin
princess / 公主 / little princess / highness
witch / 女巫 / sorceress, enchantress / crone
pirate / 海盗 / captain, sailor, buccaneer / sea robber, corsair
teacher / 老师 / schoolteacher, schoolmaster, librarian / headmistress, tutor
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
dragon / 龙 / baby dragon, wyvern / fire-breather
robot / 机器人 / android, machine man / automaton
ghost / 幽灵 / spirit, phantom / spook
unicorn / 独角兽 / unicorn foal / horned horse
"""

SETTINGS = """
bedroom / 卧室 / nursery, her room, his room, their room, bedchamber / attic room, boudoir
kitchen / 厨房 / pantry, bakery, at the stove / scullery, cookhouse
living room / 客厅 / sitting room, by the fireplace, the sofa, inside the house, cottage, the hall / parlour, lounge
classroom / 教室 / school, schoolroom, in class, library, lesson / academy, blackboard
shop / 商店 / store, toy shop, market stall, the counter / grocery, boutique
street / 街道 / town, city, road, pavement, village square, sidewalk / avenue, lane
playground / 游乐场 / park, the swings, slide, sandpit / play park, climbing frame
garden / 花园 / backyard, flower bed, back garden, vegetable patch / orchard, greenhouse
farm / 农场 / barn, farmyard, field of corn, stable / homestead, pasture
forest / 森林 / woods, wood, among the trees, under the trees, pine trees / woodland, grove
hills / 山丘 / hill, meadow, field, hillside, valley, grass / knoll, downs
mountains / 山 / mountain, peak, summit, cliff, top of the world / ridge, crag
desert / 沙漠 / dunes, sand dunes, cactus land / wasteland, sahara
snowfield / 雪地 / the north pole, arctic, the ice, icy plain, igloo / tundra, glacier
jungle / 丛林 / rainforest, vines, among the palms / tropics
river / 河 / stream, brook, riverbank, bridge / creek, rapids
lake / 湖 / pond, lakeside, lake shore / lagoon, mere
beach / 海滩 / shore, seaside, seashore, sand, coast, harbour, lighthouse / strand, bay
sea / 海 / ocean, open sea, the waves, at sea, deep water / the main, high seas
underwater / 海底 / under the sea, bottom of the sea, coral reef, beneath the waves, sea bed / ocean floor, kelp
sky / 天空 / above the clouds, among the clouds, high in the air, up in the air / heavens
space / 太空 / outer space, the moon's surface, planet, among the stars, galaxy / cosmos, orbit
cave / 洞穴 / cavern, den, tunnel, underground, mine / grotto, burrow
castle / 城堡 / castle gate, tower, fortress, the castle walls / citadel, drawbridge
throne room / 王座厅 / palace, great hall, royal hall, the throne / court, ballroom
fairy village / 仙子村 / mushroom village, mushroom houses, fairy town, elf village / fairyland, toadstools
"""

TIMES = """
day / 白天 / morning, noon, afternoon, sunny, daylight, breakfast, sunshine / midday, forenoon
sunset / 日落 / evening, dusk, sundown, twilight, the sun went down, the sun was setting, golden light / nightfall, gloaming
night / 夜晚 / midnight, moonlight, dark, darkness, bedtime, the stars came out, the moon rose, under the stars, starlight / moonlit, late hour
"""

WEATHERS = """
clear / 晴 / sunny, bright, blue sky, sunshine, cloudless / fair weather
cloudy / 多云 / clouds, grey sky, overcast, gloomy / leaden sky
rain / 雨 / rained, raining, rainy, storm, drops fell, puddles, umbrella up, pouring, shower, thunder / drizzle, downpour
snow / 雪 / snowed, snowing, snowy, snowflakes, blizzard, white flakes / sleet, snowfall
fog / 雾 / foggy, mist, misty, haze / murk
"""

POSES = """
standing / 站 / stand, stood, stands, waited, waits, looked, looks, watched, stared / lingered, halted
walking / 走 / walk, walked, walks, strolled, wandered, crept, tiptoed, marched, hiked, trudged, went, stepped, set off / ambled, sauntered, plodded
running / 跑 / run, ran, runs, dashed, raced, hurried, rushed, chased, fled, galloped / sprinted, bolted, scampered
jumping / 跳 / jump, jumped, jumps, leapt, leaped, hopped, hop, bounced, skipped / sprang, vaulted
sitting / 坐 / sit, sat, sits, seated, perched, rested, rode, ride, riding, sailed, rowed / squatted, settled down
sleeping / 睡 / sleep, slept, sleeps, asleep, napped, dozed, snored, fell asleep, lay in bed, dreamed / slumbered, nodded off
waving / 挥手 / wave, waved, waves, greeted, said goodbye, called out / beckoned, hailed
pointing / 指 / point, pointed, points, showed / gestured, indicated
dancing / 跳舞 / dance, danced, dances, twirled, spun, pirouetted / whirled, swayed
flying / 飞 / fly, flew, flies, soared, floated, glided, hovered / drifted through the air, winged
swimming / 游泳 / swim, swam, swims, paddled, dived, splashed / waded, floundered
reading / 读书 / read, reads, opened the book, turned the pages, studied / leafed through, browsed
eating / 吃 / eat, ate, eats, munched, nibbled, chewed, tasted, bit into, had lunch, had breakfast / gobbled, devoured
hugging / 拥抱 / hug, hugged, hugs, embraced, cuddled, threw their arms around / snuggled, squeezed
holding / 拿 / hold, held, holds, carried, carries, carrying, clutched, gripped, lifted, picked up / bore, grasped
falling / 跌倒 / fall, fell, falls, tumbled, slipped, tripped / toppled, plummeted
"""

EXPRESSIONS = """
happy / 高兴 / glad, joyful, cheerful, smiled, laughed, delighted, giggled, beamed, merry, proud, excited / grinned, overjoyed, gleeful
sad / 伤心 / unhappy, cried, wept, sobbed, tears, lonely, sorry, miserable, gloomy / sorrowful, heartbroken, downcast
angry / 生气 / cross, furious, mad, growled, shouted, scowled, stamped / enraged, fuming, livid
surprised / 惊讶 / amazed, astonished, gasped, wide-eyed, could not believe, wondered / startled, dumbfounded
scared / 害怕 / afraid, frightened, trembled, shivered, terrified, knees shook, hid / petrified, fearful, quaked
sleepy / 困 / tired, yawned, drowsy, weary, rubbed her eyes, rubbed his eyes / exhausted, heavy-eyed
calm / 平静 / quiet, peaceful, gentle, still, quietly, thoughtful / serene, placid
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


def read_table(table: str) -> dict[str, Words]:
    """The words of every concept in a table, by name."""
    found = {}
    for line in table.strip().splitlines():
        name, zh, training, held_out = (part.strip() for part in line.split("/"))
        found[name] = Words(name, zh, _split(training), _split(held_out))
    return found


def _split(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())


def all_tables() -> dict[str, dict[str, Words]]:
    """Every table by its key in vocabulary.json."""
    return {
        "kinds": read_table(KINDS),
        "settings": read_table(SETTINGS),
        "times": read_table(TIMES),
        "weathers": read_table(WEATHERS),
        "poses": read_table(POSES),
        "expressions": read_table(EXPRESSIONS),
        "accessories": read_table(ACCESSORIES),
        "colours": read_table(COLOURS),
    }
