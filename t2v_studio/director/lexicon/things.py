"""Things that people make and use: key, then English and Chinese words for it."""

from __future__ import annotations

THINGS = """
[place=mountains action=stand]
great wall: great wall of china, 长城, 万里长城
[place=field action=stand]
mount fuji: mt fuji, fujiyama, 富士山
moai: easter island head, 摩艾
house: cottage, cabin, hut, home, farmhouse, 房子, 小屋, 木屋, 房屋
tent: camping tent, 帐篷
windmill: wind mill, 风车
bridge: stone bridge, suspension bridge, 桥, 大桥, 石桥
[place=field action=stand time=night]
haunted house: derelict house, 鬼屋
[place=farm action=stand]
barn: red barn, 谷仓
fence: picket fence, 栅栏, 篱笆
[place=park action=stand]
bench: park bench, 长椅
playground: slide, 滑梯
[place=street action=stand time=night]
street lamp: street light, streetlight, lamppost, lamp post, 路灯
[place=harbour action=stand]
lighthouse: light house, 灯塔
[place=city action=stand]
eiffel tower: la tour eiffel, 埃菲尔铁塔
tokyo tower: 东京塔
circus tent: big top, 马戏团帐篷
building: apartment building, skyscraper, 大楼, 高楼, 大厦, 摩天大楼
school: 学校
hospital: 医院
bank: 银行
hotel: 酒店
shop: store, convenience store, supermarket, 商店, 便利店, 超市
factory: 工厂
statue of liberty: 自由女神像
fountain: 喷泉
traffic light: stoplight, 红绿灯, 交通灯
[place=city action=stand]
church: cathedral, chapel, 教堂
mosque: 清真寺
temple: shrine, pagoda, 寺庙, 神社, 寺
[place=harbour action=stand]
anchor: 锚
[place=park action=stand]
umbrella: 雨伞, 伞
flag: banner, 旗, 旗帜, 旗子
[place=sky action=float]
balloon: party balloon, 气球
kite: 风筝
[place=sky action=burn time=night]
firework: fireworks, 烟花, 焰火
[place=park action=spin]
ball: beach ball, 球, 皮球
soccer ball: football, soccer, 足球
basketball: 篮球
tennis ball: tennis, 网球
baseball: 棒球
volleyball: 排球
[place=room action=stand]
teddy bear: plush bear, stuffed bear, 泰迪熊, 玩具熊, 毛绒熊
toy: doll, 玩具, 娃娃
christmas tree: xmas tree, 圣诞树
gift: present box, gift box, wrapped present, 礼物, 礼盒
candle: 蜡烛
lamp: desk lamp, 台灯
light bulb: lightbulb, bulb, 灯泡
clock: alarm clock, wall clock, 时钟, 闹钟, 钟
hourglass: 沙漏
book: novel, notebook, 书, 书本, 书籍
newspaper: 报纸
letter: envelope, 信封, 信件
chair: armchair, stool, 椅子
sofa: couch, 沙发
bed: 床
door: 门
window: 窗户, 窗
mirror: 镜子
key: golden key, 钥匙
television: tv, tv set, 电视, 电视机
radio: 收音机
treasure: treasure chest, 宝箱, 宝藏
crystal ball: 水晶球
magic wand: wand, 魔杖
sword: blade, 剑, 宝剑
shield: 盾牌, 盾
bell: church bell, 铃铛, 铃
basket: wicker basket, 篮子
bucket: pail, 水桶
broom: broomstick, 扫帚
ladder: stepladder, 梯子
feather: quill, 羽毛
flashlight: pocket torch, 手电筒
magnet: horseshoe magnet, 磁铁
padlock: 锁, 挂锁
compass: 指南针
puzzle: jigsaw, puzzle piece, 拼图
yarn: ball of yarn, ball of wool, 毛线, 毛线球
yo-yo: yoyo, 悠悠球
nesting dolls: matryoshka, 套娃
chess piece: chess pawn, chess, 国际象棋
dice: die, 骰子
joystick: 操纵杆
game controller: gamepad, video game controller, 游戏手柄
paintbrush: 画笔
bathtub: bath tub, 浴缸
treasure map: world map, 地图
disco ball: mirror ball, 迪斯科球
party popper: 彩带筒
lantern: paper lantern, chinese lantern, 灯笼
scroll: parchment, 卷轴
[place=park action=spin]
frisbee: flying disc, 飞盘
american football: rugby ball, 橄榄球
boomerang: 回旋镖
[place=snowfield action=stand]
sled: sledge, toboggan, sleigh, 雪橇
ice skate: 冰鞋
[place=castle action=stand]
bow and arrow: 弓箭
axe: hatchet, 斧头, 斧子
[place=office action=stand]
briefcase: 公文包
calendar: 日历
megaphone: loudspeaker, 扩音器
printer: 打印机
stethoscope: 听诊器
test tube: 试管
toolbox: 工具箱
wrench: spanner, 扳手
shopping cart: shopping trolley, 购物车
movie camera: film camera, video camera, 摄影机, 摄像机
clapper board: clapperboard, 场记板
stopwatch: 秒表
graduation cap: mortarboard, 学士帽
computer: desktop computer, pc, 电脑, 计算机
chart: bar chart, graph, 图表
money: cash, banknote, dollar bill, 钱, 钞票
coin: 硬币, 金币
credit card: bank card, 信用卡
magnifying glass: 放大镜
microscope: 显微镜
telescope: 望远镜
pencil: pen, 铅笔, 笔
trophy: medal, 奖杯, 奖牌
heart: love heart, 爱心, 心形, 红心
speech bubble: 对话框
gear: cogwheel, 齿轮
hammer: 锤子
battery: 电池
[place=stage action=play]
guitar: electric guitar, acoustic guitar, 吉他
piano: grand piano, 钢琴
violin: fiddle, cello, 小提琴, 大提琴
drum: drum kit, drums, 鼓
accordion: 手风琴
flute: recorder flute, 长笛, 笛子
banjo: ukulele, 尤克里里
maracas: 沙锤
trumpet: horn, 小号
saxophone: sax, 萨克斯
microphone: mic, 麦克风, 话筒
musical note: music note, 音符
[place=studio action=stand]
shoe: sneaker, running shoe, 鞋, 鞋子, 运动鞋
shirt: t-shirt, 衬衫, T恤
dress: gown, 裙子, 连衣裙
bag: handbag, 包包, 手提包
glasses: eyeglasses, sunglasses, 眼镜, 墨镜
ring: diamond ring, 戒指
watch: wristwatch, 手表
gem: diamond, jewel, crystal, 宝石, 钻石, 水晶
hat: top hat, 帽子
suitcase: luggage, 行李箱
backpack: rucksack, school bag, 背包, 书包
crown: 王冠, 皇冠
laptop: notebook computer, 笔记本电脑, 笔记本
phone: smartphone, mobile phone, cell phone, cellphone, iphone, telephone, 手机, 电话
headphone: headphones, 耳机
camera: photo camera, 相机, 照相机
perfume: bottle of perfume, perfume bottle, 香水
lipstick: 口红, 唇膏
"""
