"""Words that carry no picture: grammar, common adjectives, verbs and talk about films.

They are listed so that what is left over is likely to be a thing that could not be drawn.
"""

from __future__ import annotations

DETERMINERS = """
the a an this that these those my your his her its their our every each another other any all 这
那 这个 那个 这只 那只 这些 那些 每个 我的 你的 他的 她的 它的 我们的 它们的
"""

PREPOSITIONS = """
in on at of by to from with without into onto over under above below behind beside between
through across along around near next next_to in_front_of front inside outside against among
toward towards past off up down out for during as like about after before until while beneath
underneath upon amid on_top_of top 在 从 到 里 上 下 中 旁 旁边 前 后 面前 里面 外面 上面 下面
穿过 越过 沿着 经过 中间 之中 之间 之上 当 对 向 往 于 附近 周围 前面 后面 身边 与 和 跟 及 以及
同 把 被 让 给 用
"""

FILLER = """
super celebration smoothly food depth_of_field depth volumetric bokeh lens highly bluish reddish
quote quotes quoted quotation_marks depict depicts depicting illustrate portray portrays
visualize visualise imagine render feature features write spelled letters font instruction
instructions
balance check explain explains explaining introduce introduces introducing buy sell learn teach
work text prompt prompts description descriptions written dataset mp4 mov webm gif intro turn
turns turned convert into want need like style background audio soundtrack music song title
caption subtitle minute minutes second seconds tiktok youtube instagram reels shorts format
version export download file and or but then so while when where which who whose what how why if
because also too very really just only even still again once more most much less than not is are
was were be been being am has have had do does did done can could will would shall should may
might must let lets it he she they them him we us i you me there here now today tomorrow s t re
ve ll d m please thanks etc e g ok beautiful pretty lovely cute adorable nice wonderful amazing
stunning gorgeous handsome elegant cool awesome great good bad best better perfect fantastic
incredible breathtaking spectacular magnificent picturesque scenic vibrant colorful colourful
vivid detailed realistic sharp crisp clean fresh new old ancient modern antique rustic wooden
metal glass plastic stone steel paper silk soft hard smooth rough fluffy furry hairy fuzzy shiny
bright dark light pale deep shallow wide narrow long short tall high low fast slow quick quickly
slowly gently softly suddenly gracefully happily sadly quietly loudly peacefully lazily swiftly
calmly freely proudly playfully together alone away far close nearby distant empty full crowded
busy lively wild tame brave strong weak sleepy tired hungry thirsty excited angry curious
friendly gentle kind shy proud smart clever wise funny young elderly adult rich poor hot cold
warm cool icy frozen wet dry dusty sandy rocky grassy leafy snowcapped open closed broken lost
hidden secret magic sacred famous popular typical traditional classic vintage retro urban rural
local foreign chinese japanese american european african indian asian french italian first
second third last next previous final main whole half entire several various different same
similar own such certain camera shot scene video videos clip clips film movie footage animation
animated short reel vlog story picture image view background foreground style look mood theme
concept quality resolution hd 4k 8k 1080p 720p 2160p uhd frame screen aspect ratio ai showing
featuring shows show seen set filled surrounded covered made making make makes create generate
produce based called named cinematic dramatic lighting lights colors colours color colour
beautifully lush towering sparkling glowing shining glistening shimmering swaying flowing moving
falling passing going coming getting taking looking being having doing using giving go goes come
comes get take see look looks day everyday time moment way side end start beginning middle
center edge surface landscape scenery nature world life thing things something everything part
piece bit kind type sort couple begins starts stops keeps enjoys enjoying loves love likes
having along wearing carrying holding playing against 的 了 着 地 得 是 有 很 非常 十分 特别
美丽 漂亮 可爱 好看 帅气 美丽的 可爱的 正在 正 一起 还 也 都 就 又 而 并 或 或者 我 你 他 她 它
我们 你们 他们 它们 们 请 帮 帮我 吧 呢 啊 吗 来 去 过 会 能 要 想 想要 可以 做 做成 生成 制作
创建 视频 短片 短视频 影片 动画 片段 镜头 画面 场景 一段 一部 一条视频 关于 展示 显示 拍摄 里的
上的 中的 穿 戴 穿着 戴着 拿着 充满 慢慢 慢慢地 缓缓 快速 静静 静静地 高高 远处 近处 独自 美 美好
古老 现代 神 老 新 高 低 长 短 远 近 快 慢 好 多 少 风格 感觉 氛围 背景 秒 分钟 主题 时 时候 自由
自由地 开心地 快乐地 愉快地 欢快地 明媚 灿烂 明亮 壮丽 繁忙 热闹 安静地 飘着 挂着 闪着 照 照在
洒 洒在 下的
"""

NEGATIONS = """
no without not_any never lacking minus free_of don't_show do_not_show instead_of except 没有 无
不要 别 去掉 除了 不带 不含
"""

BLOCKERS = """
马上 马虎 罗马 马拉松 马克 马云 人工 人工智能 人生 人类 人物 人口 人民 人才 大人 别人 本人 工人
主人 行人道 现象 印象 对象 气象 抽象画 形象 象征 龙头 龙年 水龙头 恐龙蛋 花费 花钱 花样 雪花酪
火车站 火锅店 火热 火爆 火箭筒 上火 车站 车库 车票 停车场 星期 明星 星座 星巴克 云计算 云服务
书法 书店 书架子 门票 门口 部门 专门 热门 窗口 窗帘布 球员 球迷 球场 全球 全球化 茶叶蛋 鼓励
鼓舞 笔记 文笔 树立 牛奶糖 牛仔裤 蜗牛壳 吹牛 海报 海关 上海滩 山东 山西 火山灰 江苏 河南 河北
湖南 湖北 风险 风景 风光 风格化 风扇 作风 雨伞架 雪糕 夜市 跑道 走廊 走私 飞机场 机场 飞机票
玩具店 吃惊 吃亏 开始 开关 开发 开放式 打开 公开 开心果 离开 展开 开会 放松的 放心 放弃 开业
鸡尾 鸡汤 鸡蛋糕 猫眼 狗粮 猫粮 鱼香 鱼缸 虎门 羊毛 羊肉 猪肉 牛肉 狗血 电影 电脑桌 电话亭
老师傅 孩子气 宝贝 大象牙 白云石
"""
"""Chinese words that hold a known sign and mean something else: longer, so they win."""

SHY = """
train bear ship watch bat duck seal rose light fall spring park fly swallow book ring star drum
play plant rock swing cook crane log drop wave ram ox bug letter shop bank school ball hawk
hound
"""
"""English nouns that are verbs behind "to", "will", "can" or a pronoun."""

VERB_SIGNS = "to will can could would should must i you we they not"
"""Behind these a shy word is a verb."""
