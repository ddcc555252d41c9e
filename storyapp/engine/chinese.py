"""A scene in Chinese → drafts: the longest words of a table, and who was named last before them; no net is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from storyapp.stage.vocabulary import CATEGORIES, Vocabulary
from storyapp.story.model import Character
from storyapp.story.plan import CelPlan, NotDrawn, Relation, ScenePlan, Span

from .drafts import MORE_TOLD, MOST_FIGURES, TOLD, Draft, agrees, slug
from .english import GROUPS
from .lexicon import Lexicon, Word, sentences

# What stories call each concept, beside its Chinese name in the vocabulary. "tops" and "bottoms" are worn, "nouns"
# cannot be drawn, and what stands under "other" only looks like one of the words.
WORDS = {
    "kinds": """
girl 小女孩 小姑娘 姑娘 小红帽 妹妹 姐姐 女儿 孙女; boy 小男孩 弟弟 哥哥 儿子 孙子 王子 小伙子; woman 妈妈 母亲 阿姨 姑姑 女王 王后 皇后 太太
小姐 护士; man 男人 爸爸 父亲 叔叔 伯伯 舅舅 国王 皇帝 医生 警察 农夫 渔夫 猎人 先生; grandmother 外婆 姥姥 老奶奶 老婆婆; grandfather
外公 姥爷 老爷爷 老人 老头 巫师 魔法师; baby 婴儿 小宝宝; princess 小公主 白雪公主; witch 巫婆; fox 狐 小狐; rabbit 兔 小兔 白兔 小白兔;
bear 小熊 大熊 棕熊 北极熊; cat 猫咪 小猫 花猫; dog 小狗 狼 大灰狼 小狼; mouse 鼠 小鼠; lion 雄狮; frog 蛤蟆; pig 小猪;
elephant 小象; monkey 猴 小猴; dragon 小龙 巨龙 火龙; ghost 鬼 小鬼; unicorn 独角马""",
    "groups": "children 孩子们 小朋友们 小朋友 孩子; parents 父母; people 人们 村民; pupils 学生 同学 同学们; guests 客人",
    "pronouns": "his 他; her 她; its 它; their 他们 她们 它们 大家 他俩 她俩 两人",
    "settings": """
bedroom 房间 睡房 被窝里; kitchen 灶台 炉子; living room 家里 家中 在家 到家 屋里 屋子里; classroom 学校 图书馆 课堂; shop 超市 市场
面包店 店里; street 街上 大街 小镇 城里 城市 村子 村庄 马路; playground 操场 公园 滑梯; garden 院子 花丛 菜园 草地; farm 农庄 田野 田里 牧场;
forest 树林 林子 大森林; hills 山坡 小山 草原 山上; mountains 高山 大山 山顶 山里; snowfield 雪原 冰上; jungle 雨林; river 小河 河边 河里 小溪
溪边 河岸; lake 湖边 湖面 湖上 池塘; beach 海边 沙滩 岸边; sea 大海 海上 海面; underwater 海里 水下 水底; sky 天上 空中 云端; space 宇宙
外太空; cave 山洞 洞里; castle 王宫 宫殿; fairy village 仙境""",
    "times": """
day 早上 早晨 清晨 上午 中午 下午 白天 阳光 天亮 太阳升起; sunset 傍晚 黄昏 夕阳 晚霞 太阳下山 太阳落山; night 晚上 夜里 夜晚 深夜 半夜 今晚
夜空 月光 天黑 夜""",
    "weathers": """
clear 晴天 晴朗 雨停 雪停 雾散 放晴 阳光明媚 阳光灿烂; cloudy 阴天 乌云; rain 下雨 大雨 小雨 雨点 暴雨 雨里 雨中; snow 下雪 大雪 小雪 雪花 雪里;
fog 大雾 起雾 雾里""",
    "poses": """
standing 站着 站在; walking 走路 散步 走进 走出 走来 走去; running 奔跑 跑步 追 逃 逃跑 逃走 跑来 跑去; jumping 跳起 蹦 跳跃; sitting 坐下 坐着 坐在; sleeping
睡觉 睡着 躺 做梦; waving 招手 挥着手 挥挥手; pointing 指着 指向; dancing 跳起舞 跳着舞; flying 飞翔 飞走 飞来 飞上 飞过 飞起来; swimming 游 游来游去; reading 看书 念书
看着书 读着书 读; eating 吃饭 咬 尝; hugging 抱 抱住 搂; holding 拿着 拿起 举 捧 提着 端 拎 握 带着 打着 撑; falling 摔倒 摔 跌 掉进 滑倒 绊倒""",
    "expressions": """
happy 开心 快乐 笑 微笑 大笑 愉快 欢喜 兴奋 幸福; sad 难过 哭 悲伤 流泪 眼泪 孤单 失望; angry 愤怒 发火 气坏 发脾气; surprised 吃惊 惊奇 惊喜
大吃一惊; scared 怕 恐惧 吓 发抖 害怕; sleepy 累 疲倦 疲惫 打哈欠 打着哈欠 困倦; calm 安静 平静""",
    "accessories": "scarf 红领巾; hat 帽; backpack 书包; boots 雨靴 雨鞋; glasses 墨镜; cape 披风; crown 皇冠",
    "tops": "top 上衣 衬衫 毛衣 外套 大衣 裙子 连衣裙 雨衣 衣服",
    "bottoms": "bottom 裤子 短裤 长裤 短裙",
    "things": """
apple 苹果; pear 梨 梨子; banana 香蕉; orange 橘子 橙子; lemon 柠檬; cherry 樱桃; strawberry 草莓; grape 葡萄; watermelon 西瓜; melon 甜瓜;
pineapple 菠萝; peach 桃子 桃; coconut 椰子; blueberry 蓝莓; tomato 番茄 西红柿; carrot 胡萝卜 萝卜; corn 玉米; cucumber 黄瓜; potato 土豆;
onion 洋葱; peanut 花生; chestnut 栗子; mushroom 蘑菇; bread 面包; pancake 煎饼; cheese 奶酪; egg 鸡蛋 蛋; butter 黄油; sandwich 三明治;
hamburger 汉堡; pizza 披萨; pie 馅饼; cake 蛋糕; biscuit 饼干; chocolate 巧克力; sweet 糖果 糖; lollipop 棒棒糖; ice cream 冰淇淋 冰激凌 雪糕;
popcorn 爆米花; soup 汤; bowl 碗; spaghetti 面条; rice ball 饭团; dumpling 饺子; milk 牛奶; teapot 茶壶 茶; cup 杯子 茶杯; jar 罐子; bottle 瓶子;
spoon 勺子; chopsticks 筷子; book 书 故事书; letter 信; newspaper 报纸; map 地图; pencil 铅笔; crayon 蜡笔; paintbrush 画笔; pen 钢笔;
scissors 剪刀; key 钥匙; lock 锁; lantern 灯笼; lamp 灯 台灯; candle 蜡烛; torch 手电筒 火把; magnifying glass 放大镜; compass 指南针;
camera 照相机 相机; umbrella 伞 雨伞; balloon 气球; ball 球 皮球; basketball 篮球; teddy bear 玩具熊; doll 娃娃 洋娃娃; puzzle 拼图;
magic wand 魔杖 魔法棒; crystal ball 水晶球; sword 剑 宝剑; shield 盾牌; bow and arrow 弓箭; trophy 奖杯; medal 奖牌; ring 戒指; trumpet 小号 喇叭;
violin 小提琴; guitar 吉他; flute 笛子; bell 铃铛; hammer 锤子; axe 斧头; broom 扫帚 扫把; fishing rod 鱼竿 钓竿; rope 绳子; needle 针;
soap 肥皂; bouquet 花束; leaf 叶子 树叶; maple leaf 枫叶; shell 贝壳; shoe 鞋子 鞋; sock 袜子; mitten 手套; bone 骨头; tree 树 大树 小树;
pine tree 松树; palm tree 椰子树 棕榈树; christmas tree 圣诞树; cactus 仙人掌; sunflower 向日葵; tulip 郁金香; rose 玫瑰; daisy 花 花朵 小花 雏菊;
cherry blossom 樱花; lotus 荷花; seedling 小苗 嫩芽; rock 石头; wood 木头; nest 鸟窝 鸟巢; house 房子 小屋 木屋; hut 茅屋; tent 帐篷;
church 教堂; ferris wheel 摩天轮; carousel 旋转木马; fountain 喷泉; volcano 火山; snowman 雪人; jack-o-lantern 南瓜; car 汽车 小汽车; bus 公交车
公共汽车; truck 卡车; train 火车; fire engine 消防车; tractor 拖拉机; bicycle 自行车; sled 雪橇; skateboard 滑板; sailboat 船 小船 帆船; canoe 独木舟;
ship 大船 轮船; airplane 飞机; helicopter 直升机; rocket 火箭; flying saucer 飞碟; kite 风筝; bubbles 泡泡; rainbow 彩虹; cloud 云 云朵 白云;
full moon 月亮 圆月 满月; crescent moon 月牙 弯月; star 星星 星; shooting star 流星; sun 太阳; planet 星球; fireworks 烟花; feather 羽毛;
bed 床 小床; chair 椅子 凳子; sofa 沙发; bathtub 浴缸; door 门; window 窗户 窗子; television 电视; telephone 电话; clock 钟; alarm clock 闹钟;
piano 钢琴; picture 图画 油画; ladder 梯子; basket 篮子; bucket 桶 水桶; box 箱子 盒子; gift 礼物; suitcase 行李箱; computer 电脑; telescope 望远镜;
mirror 镜子; coin 金币 硬币; gem 宝石; treasure 宝藏 宝箱; campfire 篝火 火堆; drum 鼓; bird 鸟 小鸟 鸟儿; duck 鸭子 小鸭; chicken 母鸡 公鸡 鸡;
chick 小鸡; goose 鹅; swan 天鹅; parrot 鹦鹉; dove 鸽子; eagle 老鹰; peacock 孔雀; horse 马 小马 白马; cow 牛 奶牛; ram 羊 绵羊 小羊; goat 山羊;
deer 鹿 小鹿; tiger 老虎; giraffe 长颈鹿; zebra 斑马; camel 骆驼; kangaroo 袋鼠; hippopotamus 河马; chipmunk 松鼠 小松鼠; hedgehog 刺猬;
badger 獾; otter 水獭; donkey 驴 驴子; dinosaur 恐龙; crocodile 鳄鱼; snake 蛇; turtle 乌龟 海龟 小乌龟; snail 蜗牛; spider 蜘蛛; ant 蚂蚁;
ladybird 瓢虫; caterpillar 毛毛虫; butterfly 蝴蝶; bee 蜜蜂; bat 蝙蝠; crab 螃蟹; fish 鱼 小鱼; shark 鲨鱼; whale 鲸鱼; dolphin 海豚; octopus 章鱼""",
    "nouns": "? 桌子 桥 小桥 枕头 被子 毯子 秋千 栅栏 旗子 海星 海鸥 美人鱼 天使 巨人 积木 玩具 马车 鸽舍 水井",
    "other": """? 马上 好吃 小吃 吃力 困难 国家 家伙 画家 游戏 旅游 导游 手指 抱歉 抱怨 可怕 恐怕 哪怕 笑话 玩笑 好笑 飞快 心跳
书桌 读者 花费 花时间 花了 花钱 火车站 明星 星期 星期天 信心 相信 书法 云南 门口 部门 专门 热门 马虎 牛仔 小鱼儿 球迷 地球 画画 动画 钟头 分钟 一会儿
灯光 汤圆 其他 鼓起 鼓掌 鼓励 睡不着 雨水 花样 针对 蛋黄 走廊 举行 端午 追求 逃课 积累 读音 桃花 山楂 河流 名胜 指挥 站点 车站 躺椅 怕是 吓人 树立 床单 困住
火花 浪花 眼花 牛肉 鸡肉 鬼脸 胆小鬼 水龙头 熊熊 海报 雪白 嘲笑""",
}
# What a thing tells of its surroundings where no word does.
_TELLS = {
    "full moon": ("time", "night"), "crescent moon": ("time", "night"), "star": ("time", "night"),
    "shooting star": ("time", "night"), "sun": ("time", "day"), "bed": ("setting", "bedroom"),
    "snowman": ("setting", "snowfield"),
}  # fmt: skip
_RELATIVES = re.compile(
    "(?:妈妈|爸爸|爷爷|奶奶|哥哥|弟弟|姐姐|妹妹|宝宝|先生|太太|小姐|叔叔|阿姨|国王|王子|公主|老师)$"
)
_MEASURE = r"(?:只|个|条|匹|头|位|名|朵|颗|本|把|棵|块|片|辆|艘|群|座|盏|对|张|顶)"
_COUNT = re.compile(rf"(?:([两二三四五六七八九十几2-9]){_MEASURE}|(许多|很多|好多|一群|一对))[^，,、；;和跟]{{0,4}}$")
_NUMBERS = {2: "两 二 2 一对", 3: "三 几 3", 4: "四 4 许多 很多 好多 一群"}  # all others are five
_COUNTED = ("who", "kinds", "things", "groups", "settings")
_NAMED = ("who", "kinds", "things", "groups", "pronouns")
_NOT = re.compile(r"(?:不(?:再|太|是|会|用|要|很|那么)*|没有?|(?<!特)(?<!分)别)(?:一[点只个])?$")
_TALKED = re.compile(r"(?:梦见|梦到|想起|想念|想到|想着|讲)[^，,；;给]*$")
_PAUSE = re.compile(r"[，,；;：:]")
_JOINING = re.compile(r"(?:和|跟|与|同|、|还有|以及)[^，,；;：:]{0,8}$")
_OBJECT = re.compile(r"[看见着给对把向追找叫被在从往用跟坐骑乘]|[遇碰]到")  # whom it is done to stands behind these
_SPEECH = re.compile(r"[“「『\"][^”」』\"]*[”」』\"]")
_WHERE = re.compile(r"的?(?:(?P<on>上)|(?P<_in>里|中)|(?P<beside>旁|边|下|后))")
_RIDING = re.compile(r"[骑坐乘][着上了]?[^，,在着]{0,4}$")
_WORN = re.compile(r"[戴穿系披背围][^，,]*$")


class Found(NamedTuple):
    """A word of the table: its category, what it means, and its place in the text."""

    category: str
    name: str
    span: Span


def is_chinese(text: str) -> bool:
    """Whether at least half of the letters of a text are Chinese characters."""
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and 2 * sum("\u3400" <= letter <= "\u9fff" for letter in letters) >= len(letters)


def chinese_words(vocabulary: Vocabulary) -> dict[str, tuple[str, str]]:
    """Every Chinese word that is understood, with its category and concept."""
    known = {one.zh: (category, one.name) for category in CATEGORIES for one in vocabulary.entries[category].values()}
    for category, table in WORDS.items():
        for words in (entry.split() for entry in table.split(";")):
            name = " ".join(word for word in words if word.isascii())
            known.update({word: (category, name) for word in words if not word.isascii()})
    known.pop("", None)
    return {**{f"小{word}": meant for word, meant in known.items() if meant[0] in ("kinds", "things")}, **known}


class ChineseReader:
    """Makes the drafts of a scene in Chinese."""

    def __init__(self, lexicon: Lexicon, cast: Sequence[Character]) -> None:
        self.lexicon, self.cast = lexicon, cast
        names = {name: ("who", one.id) for one in cast for name in one.names if name}
        self.words = {**chinese_words(lexicon.vocabulary), **names}
        self.longest = max(map(len, self.words))

    def drafts(self, text: str, before: ScenePlan) -> list[Draft]:
        """A draft a sentence, each knowing who was there before it."""
        drafts: list[Draft] = []
        around = [cel for cel in before.cels if cel.kind == "figure"]
        for span in sentences(text):
            draft = _Sentence(self, text, span, around).read()
            drafts.append(draft)
            around = [cel for cel in around if cel.id not in draft.cels] + draft.figures
        return drafts

    def found(self, text: str, span: Span) -> list[Found]:
        """The longest words of the table in a sentence; what is said aloud is left out, "狐狸妈妈" is one."""
        speech = [match.span() for match in _SPEECH.finditer(text) if len(match.group()) < len(text.strip())]
        found: list[Found] = []
        at = span[0]
        while at < span[1]:
            ends = range(min(at + self.longest, span[1]), at, -1)
            end = next((end for end in ends if text[at:end] in self.words), None)
            if end is not None and not any(start <= at < stop for start, stop in speech):
                category, name = self.words[text[at:end]]
                last = found[-1] if found else None
                if last and last.span[1] == at and category == "kinds" and self._is_kin(text, last, text[at:end]):
                    found.pop()  # "狐狸妈妈" is a fox, "小明妈妈" a woman
                    if last.category == "kinds" and not self.lexicon.vocabulary.kind(last.name).human:
                        name, at = last.name, last.span[0]
                found.append(Found(category, name, (at, end)))
            at = end or at + 1
        return [one for one in found if one.category != "other"]

    @staticmethod
    def _is_kin(text: str, last: Found, said: str) -> bool:
        own = _RELATIVES.search(text[slice(*last.span)])
        return last.category in ("kinds", "who") and own is None and _RELATIVES.search(said) is not None


class _Sentence:
    """One sentence while it is read: who acts, whom its clause is about, and what waits for somebody to come."""

    def __init__(self, reader: ChineseReader, text: str, span: Span, around: Sequence[CelPlan]) -> None:
        self.reader, self.text, self.around = reader, text, around
        self.vocabulary = reader.lexicon.vocabulary
        self.found = reader.found(text, span)
        self.draft = Draft(span)
        self.who: list[str] = []  # who acts: the figures named last
        self.topic: list[str] = []  # whom the clause is about, and the next one too if it names nobody
        self.waiting: dict[str, str] = {}  # attributes of a figure that is yet to come
        self.place: tuple[str, str] | None = None  # relation and thing where somebody is yet to come
        self.verb = ""  # the last pose of the clause
        self.colour: Found | None = None

    def read(self) -> Draft:
        """The draft of the sentence."""
        clause = self.draft.span[0]
        for index, one in enumerate(self.found):
            before = self.found[index - 1] if index else None
            for match in _PAUSE.finditer(self.text, before.span[1] if before else clause, one.span[0]):
                clause, self.who, self.verb = match.end(), self.topic, ""
            following = self.found[index + 1] if index + 1 < len(self.found) else None
            self._enter(one, before, following, self.text[clause : one.span[0]])
        if self.waiting and not self.draft.figures and self.around:
            self._act(self._brought(self.around[-1:]))
        if told := self.reader.lexicon.told([Word(cel.concept, self.draft.span) for cel in self.draft.cels.values()]):
            self.draft.hints = {place: TOLD + MORE_TOLD * (len(signs) - 1) for place, signs in told.items()}
        for cel in self.draft.cels.values():
            if cel.concept in _TELLS:
                name, value = _TELLS[cel.concept]
                self.draft.said.setdefault(name, (value, cel.spans[0]))
        return self.draft

    def _enter(self, one: Found, before: Found | None, following: Found | None, lead: str) -> None:
        """Bring what a word means into the draft; `lead` is its clause up to it."""
        category, denied = one.category, _NOT.search(lead) is not None
        if category in ("settings", "times", "weathers"):
            self._surround(one, denied, lead)
        elif category in ("poses", "expressions"):
            if not (before and self._of_thing(before, one, lead)):
                self._tell(one, following, denied)
        elif category == "colours":
            self.colour = one
        elif category in ("accessories", "tops", "bottoms"):
            self._wear(one, following, lead)
        elif denied or _TALKED.search(lead):
            return
        elif category == "nouns":
            said = self.text[slice(*one.span)]
            self.draft.not_drawn.append(NotDrawn(said, one.span, f"The model has not learned to draw “{said}”."))
        elif category == "things":
            self._thing(one, lead)
        elif not self._owns(one, following):
            self._figure(one, before, lead)

    def _surround(self, one: Found, denied: bool, lead: str) -> None:
        """Place, time and weather: the first of each, but a place behind 在 or 到 before any other."""
        name, value = one.category[:-1], one.name
        if denied and name != "weather":
            return
        if name not in self.draft.said or (name == "setting" and re.search(r"[在到进][^在到进]{0,4}$", lead)):
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
        joined = bool(self.who and before and _JOINING.search(lead))
        if one.category == "pronouns":
            came = self._meant(one.name)
            if not came and self.text[slice(*one.span)] == "大家":
                came = [self._cel(concept, concept, None, one.span) for concept in GROUPS["everybody"]]
        elif one.category == "groups":
            came = [self._cel(concept, concept, None, one.span, True) for concept in GROUPS[one.name]]
        else:
            came = self._named(one, lead, joined)
        if not came:
            return
        if joined and self.topic == self.who:
            self.topic = [*self.who, *came]
        elif not self.topic or not (self.verb or _OBJECT.search(lead)):
            self.topic = came
        hugged = self.verb == "hugging" and before is not None and before.category == "poses"
        self.who, self.verb = ([*self.who, *came] if joined else came), ""
        self._act(came)
        if hugged:
            self._set(came, {"pose": "hugging"})

    def _named(self, one: Found, lead: str, joined: bool) -> list[str]:
        """The figures of a word: one of the cast, or as many of a kind as are counted."""
        said = self.text[slice(*one.span)]
        relative = _RELATIVES.search(said)
        kin = relative is not None and not self.vocabulary.kind(one.name).human
        alike = one.category == "kinds" and not kin
        same = [who for who in self.reader.cast if alike and who.concept == one.name]
        there = [who for who in same if slug(who.name) in self.draft.cels]
        who = next((who for who in self.reader.cast if one.category == "who" and who.id == one.name), None)
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
        for cel in cels:
            looks = {k: v for k, v in cel.attributes.items() if k not in ("pose", "expression", "facing")}
            self.draft.cels.setdefault(cel.id, replace(cel, attributes=looks, spans=(), relation=None))
        return [cel.id for cel in cels]

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
            value = "sad" if value == "happy" else "calm"
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
        if _OBJECT.search(self.text, clause, named[-1].span[0]) or _WHERE.match(self.text, named[-1].span[1]):
            return False
        gap = self.text[named[-1].span[1] : one.span[0]]
        return len(named) == 1 or (before is named[-1] and re.fullmatch("[也都又正在]*", gap) is not None)

    def _wear(self, one: Found, following: Found | None, lead: str) -> None:
        """Clothes of those named last, or of somebody to come; what nobody wears is a thing, if we have it."""
        gap = self.text[self.colour.span[1] : one.span[0]] if self.colour else "-"
        colour = self.colour.name if self.colour and re.fullmatch("色?的?[大小新旧长短]?", gap) else None
        if one.category in ("tops", "bottoms"):
            if colour:
                self._give({f"{one.name}_colour": colour}, self._of_next(one, following))
        elif _WORN.search(lead) or (colour and (self.who or self._of_next(one, following))):
            looks = {"accessory": one.name, **({"accessory_colour": colour} if colour else {})}
            self._give(looks, self._of_next(one, following))
        elif one.name in self.vocabulary.names("things"):
            self._thing(one, lead)

    # What is there

    def _thing(self, one: Found, lead: str) -> None:
        poses = [self.draft.cels[key].attributes.get("pose") for key in self.who]
        if "book" in one.name and "reading" in (*poses, self.waiting.get("pose")):
            return  # the figure's own drawing has it in hand
        held = self.who and self.verb == "holding" and self.vocabulary.thing(one.name).holdable
        relation = Relation("held by", self.who[0]) if held else None
        for index in range(min(3, self._count(one))):
            key = one.name if index == 0 else f"{one.name}-{index + 1}"
            cel = self.draft.cels.get(key) or CelPlan(key, "thing", one.name, relation=None if index else relation)
            self.draft.cels[key] = replace(cel, spans=(*cel.spans, one.span))
        match = _WHERE.match(self.text, one.span[1])
        where = match.lastgroup.strip("_") if match and match.lastgroup else "on" if _RIDING.search(lead) else None
        if where and self.who:
            self._stand(self.who[-1], where, one.name)
            self._set(self.who, {"pose": "sitting"} if match is None else {})
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
        match = _COUNT.search(self.text, max(ends, default=self.draft.span[0]), one.span[0])
        if match is None:
            return 1
        return next((number for number, words in _NUMBERS.items() if (match[1] or match[2]) in words.split()), 5)
