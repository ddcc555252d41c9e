"""The Chinese words that `chinese_finder` finds, by category: each concept with what stories call it."""

from __future__ import annotations

# What stories call each concept, beside its Chinese name in the vocabulary. "tops" and "bottoms" are worn, "metals" are
# colours of things, "nouns" cannot be drawn, and what stands under "other" only looks like one of the words.
WORDS = {
    "kinds": """
girl 小女孩 小姑娘 姑娘 小红帽 妹妹 姐姐 女儿 孙女; boy 小男孩 弟弟 哥哥 儿子 孙子 王子 小伙子; woman 妈妈 母亲 阿姨 姑姑 女王 王后 皇后 太太
小姐 护士; man 男人 爸爸 父亲 叔叔 伯伯 舅舅 国王 皇帝 医生 警察 农夫 渔夫 猎人 先生; grandmother 外婆 姥姥 老奶奶 老婆婆; grandfather
外公 姥爷 老爷爷 老人 老头 巫师 魔法师; baby 婴儿 小宝宝; princess 小公主 白雪公主; witch 巫婆; fox 狐 小狐; rabbit 兔 小兔 白兔 小白兔;
bear 小熊 大熊 棕熊 北极熊; cat 猫咪 小猫 花猫; dog 小狗; mouse 鼠 小鼠; lion 雄狮; frog 蛤蟆; pig 小猪;
elephant 小象; monkey 猴 小猴; wolf 大灰狼; turtle 海龟; duck 小鸭; dragon 小龙 巨龙 火龙; ghost 鬼 小鬼; unicorn 独角马""",
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
    "colours": """
red 鲜红 大红 通红 火红; orange 橘 橘红 橙红; yellow 金黄 嫩黄 淡黄; green 碧绿 翠绿 嫩绿; blue 蓝蓝 天蓝 蔚蓝 深蓝 浅蓝; purple 紫红; pink 粉红; brown 褐
咖啡色; white 雪白 洁白 乳白; black 漆黑 乌黑; grey 灰灰""",
    "metals": "gold 金色 金 金灿灿; silver 银色 银 银白",
    "things": """
apple 苹果; pear 梨 梨子; banana 香蕉; orange 橘子 橙子; lemon 柠檬; cherry 樱桃; strawberry 草莓; grape 葡萄; watermelon 西瓜; melon 甜瓜;
pineapple 菠萝; peach 桃子 桃; coconut 椰子; blueberry 蓝莓; tomato 番茄 西红柿; carrot 胡萝卜 萝卜; corn 玉米; cucumber 黄瓜; potato 土豆;
onion 洋葱; peanut 花生; chestnut 栗子; mushroom 蘑菇; bread 面包; pancake 煎饼; cheese 奶酪; egg 鸡蛋 蛋; butter 黄油; sandwich 三明治;
hamburger 汉堡; pizza 披萨; pie 馅饼; cake 蛋糕; biscuit 饼干; chocolate 巧克力; sweet 糖果 糖; lollipop 棒棒糖; ice cream 冰淇淋 冰激凌 雪糕;
popcorn 爆米花; soup 汤; bowl 碗; spaghetti 面条; rice ball 饭团; dumpling 饺子; milk 牛奶; teapot 茶壶 茶; cup 杯子 茶杯; jar 罐子; bottle 瓶子;
spoon 勺子; chopsticks 筷子; book 书 故事书; letter 信; newspaper 报纸; map 地图; pencil 铅笔; crayon 蜡笔; paintbrush 画笔; pen 钢笔;
scissors 剪刀; key 钥匙; lock 锁; lantern 灯笼; lamp 灯 台灯; candle 蜡烛; torch 手电筒 火把; magnifying glass 放大镜; compass 指南针;
camera 照相机 相机; umbrella 伞 雨伞 大雨伞; balloon 气球; ball 球 皮球; basketball 篮球; teddy bear 玩具熊; doll 娃娃 洋娃娃; puzzle 拼图;
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
mirror 镜子; coin 金币 硬币; gem 宝石; treasure 宝藏 宝箱; campfire 篝火 火堆; drum 鼓; bird 鸟 小鸟 鸟儿; chicken 母鸡 公鸡 鸡;
chick 小鸡; goose 鹅; swan 天鹅; parrot 鹦鹉; dove 鸽子; eagle 老鹰; peacock 孔雀; horse 马 小马; cow 牛 奶牛; ram 羊 绵羊 小羊; goat 山羊;
deer 鹿 小鹿; giraffe 长颈鹿; zebra 斑马; camel 骆驼; kangaroo 袋鼠; hippopotamus 河马; chipmunk 花栗鼠;
badger 獾; otter 水獭; donkey 驴 驴子; dinosaur 恐龙; snake 蛇; snail 蜗牛; spider 蜘蛛; ant 蚂蚁;
ladybird 瓢虫; caterpillar 毛毛虫; butterfly 蝴蝶; bee 蜜蜂; bat 蝙蝠; crab 螃蟹; fish 鱼 小鱼 金鱼; shark 鲨鱼; whale 鲸鱼; dolphin 海豚; octopus 章鱼""",
    "nouns": "? 桌子 桥 小桥 枕头 被子 毯子 秋千 栅栏 旗子 海星 海鸥 美人鱼 天使 巨人 积木 玩具 马车 鸽舍 水井",
    "other": """? 马上 好吃 小吃 吃力 困难 国家 家伙 画家 游戏 旅游 导游 手指 抱歉 抱怨 可怕 恐怕 哪怕 笑话 玩笑 好笑 飞快 心跳
书桌 读者 花费 花时间 花了 花钱 火车站 明星 星期 星期天 信心 相信 书法 云南 门口 部门 专门 热门 马虎 牛仔 小鱼儿 球迷 地球 画画 动画 钟头 分钟 一会儿
灯光 汤圆 其他 鼓起 鼓掌 鼓励 睡不着 雨水 花样 针对 蛋黄 走廊 举行 端午 追求 逃课 积累 读音 桃花 山楂 河流 名胜 指挥 站点 车站 躺椅 怕是 吓人 树立 床单 困住
火花 浪花 眼花 牛肉 鸡肉 鬼脸 胆小鬼 水龙头 熊熊 海报 嘲笑 现金 奖金 黄金 金属 银行 银河 黑板 红绿灯 明白 蛋白 绿化""",
}
