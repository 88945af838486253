"""Animals: key, then English and Chinese words for it. `place` is where one is drawn if unsaid."""

from __future__ import annotations

ANIMALS = """
[place=park action=stand]
dog: puppy, pup, doggy, hound, corgi, husky, poodle, dachshund, beagle, bulldog, labrador,
    golden retriever, german shepherd, border collie, dalmatian, shiba inu, shiba, 狗, 小狗, 狗狗,
    犬, 柯基, 金毛, 哈士奇, 柴犬, 泰迪犬
cat: kitten, kitty, tabby, tomcat, pussycat, 猫, 小猫, 猫咪, 喵星人
rabbit: bunny, hare, 兔子, 小兔子, 小兔, 兔
squirrel: 松鼠, 小松鼠
hedgehog: 刺猬
mouse: field mouse, 老鼠, 小老鼠, 鼠
hamster: guinea pig, 仓鼠

[place=farm action=stand]
cow: cattle, calf, 奶牛, 牛, 小牛, 母牛
ox: bull, buffalo, bison, yak, 公牛, 水牛, 牦牛
horse: stallion, mare, foal, pony, mustang, 马, 小马, 骏马, 马儿
donkey: mule, 驴, 驴子, 毛驴
sheep: lamb, 羊, 绵羊, 小羊, 羔羊, 羊群
goat: 山羊
pig: piglet, hog, 猪, 小猪
chicken: hen, 母鸡, 鸡, 小鸡
chick: baby chicken, hatchling, 雏鸡
rooster: cockerel, 公鸡
turkey: 火鸡
llama: alpaca, 羊驼, 草泥马

[place=forest action=stand]
fox: 狐狸, 小狐狸
wolf: 狼, 野狼
bear: brown bear, grizzly, grizzly bear, bear cub, 熊, 棕熊, 小熊, 狗熊
panda: giant panda, 熊猫, 大熊猫
deer: stag, doe, fawn, reindeer, elk, moose, 鹿, 小鹿, 驯鹿, 麋鹿, 梅花鹿
boar: wild boar, 野猪
raccoon: 浣熊
badger: 獾
skunk: 臭鼬
beaver: 海狸, 河狸
otter: sea otter, 水獭, 海獭
sloth: 树懒
koala: 考拉, 树袋熊
monkey: chimpanzee, chimp, baboon, 猴子, 猴, 小猴子, 黑猩猩
gorilla: 大猩猩
orangutan: 猩猩, 红毛猩猩
tiger: tiger cub, 老虎, 虎, 小老虎
leopard: cheetah, jaguar, panther, 豹, 豹子, 猎豹, 美洲豹
snake: cobra, python snake, viper, 蛇
lizard: gecko, chameleon, iguana, 蜥蜴, 壁虎, 变色龙
snail: 蜗牛
spider: tarantula, 蜘蛛
bug: beetle, 甲虫
ant: 蚂蚁
ladybug: ladybird, 瓢虫
cricket: grasshopper, 蟋蟀, 蚱蜢, 蝗虫
worm: earthworm, caterpillar, 虫子, 毛毛虫, 蚯蚓

[place=field action=stand]
lion: lioness, lion cub, 狮子, 雄狮, 小狮子
elephant: elephant calf, 大象, 象, 小象
mammoth: 猛犸, 猛犸象
giraffe: 长颈鹿
zebra: 斑马
rhinoceros: rhino, 犀牛
hippopotamus: hippo, 河马
kangaroo: wallaby, 袋鼠
dinosaur: t-rex, t rex, tyrannosaurus, tyrannosaurus rex, velociraptor, 恐龙, 霸王龙
sauropod: brontosaurus, brachiosaurus, 雷龙, 腕龙

[place=desert action=walk]
camel: dromedary, 骆驼
scorpion: 蝎子

[place=snowfield action=stand]
penguin: 企鹅, 小企鹅
polar bear: 北极熊
seal: sea lion, walrus, 海豹, 海狮, 海象

[place=garden action=stand]
peacock: 孔雀

[place=garden action=fly]
butterfly: moth, 蝴蝶, 飞蛾
bee: bumblebee, honeybee, wasp, 蜜蜂, 黄蜂
mosquito: 蚊子

[place=sky action=fly colour=white]
=bird: seagull, gull, 海鸥
[place=sky action=fly]
bird: sparrow, swallow, robin bird, bluebird, songbird, hummingbird, pigeon, crow,
    raven, magpie, finch, 鸟, 小鸟, 鸟儿, 飞鸟, 鸟群, 麻雀, 燕子, 乌鸦, 喜鹊
eagle: hawk, falcon, vulture, 鹰, 老鹰, 雄鹰, 猎鹰
dove: white dove, 鸽子
owl: 猫头鹰
parrot: macaw, cockatoo, 鹦鹉
bat: fruit bat, 蝙蝠
dragon: 龙, 巨龙, 飞龙, 恶龙
phoenix: firebird, 凤凰
unicorn: 独角兽

[place=lake action=swim]
duck: duckling, mallard, 鸭子, 鸭, 小鸭子, 小鸭
swan: 天鹅
goose: gosling, 鹅, 大雁
flamingo: 火烈鸟
frog: toad, tadpole, 青蛙, 蛙, 蟾蜍
crocodile: alligator, 鳄鱼

[place=underwater action=swim]
fish: goldfish, clownfish, salmon, trout, koi, carp, tuna, 鱼, 小鱼, 金鱼, 鱼儿,
    锦鲤, 鱼群
tropical fish: angelfish, 热带鱼
blowfish: pufferfish, puffer fish, 河豚
shark: great white shark, hammerhead, 鲨鱼, 大白鲨
octopus: 章鱼
squid: 鱿鱼, 乌贼
jellyfish: 水母
crab: 螃蟹, 蟹
lobster: 龙虾
shrimp: prawn, 虾
shell: seashell, conch, 贝壳, 海螺
coral: 珊瑚
turtle: sea turtle, tortoise, 海龟, 乌龟, 龟

[place=ocean action=swim]
whale: blue whale, humpback, humpback whale, orca, killer whale, 鲸, 鲸鱼, 蓝鲸, 座头鲸, 虎鲸
dolphin: porpoise, 海豚
"""
