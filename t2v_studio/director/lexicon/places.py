"""Places: the backdrop's key, then the words for it. A section adds what the words also say."""

from __future__ import annotations

PLACES = """
park: city park, playground, lawn, picnic, dog park, national park, public park, 公园, 草坪,
    游乐场
forest: woods, woodland, jungle, rainforest, rain forest, pine forest, grove, 森林,
    树林, 丛林, 雨林, 林间
bamboo: bamboo forest, bamboo grove, 竹林, 竹海, 竹子
beach: seashore, shore, shoreline, coast, seaside, coastline, sandy beach, tropical beach, 海滩,
    沙滩, 海边, 海岸
ocean: sea, open sea, ocean wave, sea wave, high seas, 大海, 海洋, 海面, 海上, 海, 太平洋
underwater: under water, under the sea, under the water, under the ocean, seabed, sea floor,
    ocean floor, deep sea, coral reef, 珊瑚礁, aquarium, fish tank, 水下, 海底, 深海, 水里, 水族馆
mountains: mountain, mountain range, mountain peak, mountaintop, mountain top, alps, hill, hills,
    hilltop, canyon, grand canyon, valley, summit, 山, 山脉, 高山, 群山, 大山, 山顶, 雪山, 峡谷,
    山谷, 山坡, 山间
lake: mountain lake, alpine lake, lakeside, pond, lagoon, 湖, 湖泊, 湖面, 湖边, 高山湖泊,
    山间湖泊, 池塘, 湖水, 湖上
river: stream, creek, brook, riverbank, riverside, canal, 河, 河流, 小河, 江, 小溪, 溪流, 河边,
    江边
waterfall: cascade, 瀑布
city: town, downtown, skyline, city skyline, cityscape, metropolis, urban skyline, new york,
    new york city, tokyo, london, paris, shanghai, hong kong, beijing, megacity, 城市, 都市, 城里,
    城市天际线, 天际线, 上海, 北京, 东京, 纽约, 巴黎, 伦敦, 香港, 市中心, 小镇, 城镇
street: city street, times square, town square, market square, alley, alleyway,
    sidewalk, avenue, market street, crosswalk, village street,
    market, bazaar, 街道, 街, 街头, 大街, 小巷, 巷子, 街上, 人行道, 集市, 市场
road: highway, freeway, motorway, country road, mountain road, race track, racetrack, railroad,
    railway, roadside, 公路, 马路, 高速公路, 道路, 路上, 路边, 赛道, 铁路
desert: sand dune, dune, sahara, wasteland, outback, australian outback, 沙漠, 沙丘, 戈壁
snowfield: ski slope, ski resort, tundra, arctic, antarctica, antarctic, north pole, south pole,
    glacier, ice field, frozen lake, ice rink, snowy landscape, 雪地, 雪原, 雪场, 滑雪场, 南极,
    北极, 冰川, 冰原
farm: village, farmyard, barnyard, ranch, countryside, vineyard, 农场, 牧场, 乡村, 农村, 农家
field: meadow, grassland, grass field, wheat field, corn field, rice field, prairie, savanna,
    savannah, plain, pasture, grass, 草地, 田野, 草原, 麦田, 稻田,
    田里, 大草原, 牧草地
stadium: arena, football stadium, soccer stadium, football pitch, soccer pitch, football field,
    soccer field, basketball court, tennis court, running track, 体育场, 球场, 足球场, 篮球场,
    运动场, 操场
garden: flower garden, backyard, flower field, courtyard, greenhouse, flower bed, rose garden,
    japanese garden, zen garden, 花园, 后院, 庭院, 院子, 花海, 花丛
sky: clouds above, in the air, in the clouds, above the clouds, 天空, 蓝天, 空中, 天上, 云端, 高空
space: outer space, deep space, cosmos, universe, orbit, on the moon, lunar surface, moon surface,
    the stars above, 太空, 宇宙, 外太空, 星空宇宙, 月球, 月球上, 月球表面
room: living room, bedroom, bathroom, house interior, indoors, dining room, interior, library,
    hotel room, windowsill, window sill, cozy room, 房间, 客厅, 卧室, 室内, 屋里, 图书馆, 家里,
    窗边, 窗台, 窗前
kitchen: restaurant kitchen, 厨房
cafe: coffee shop, coffee house, restaurant, diner, bistro, bakery, cocktail bar, pub,
    tea house, teahouse, 咖啡馆, 咖啡店, 咖啡厅, café, 餐厅, 餐馆, 饭店, 茶馆, 酒吧, 面包店
classroom: schoolroom, lecture hall, 教室, 课堂
table: wooden table, marble table, dining table, kitchen table, table top, tabletop, 桌上, 餐桌,
    餐桌上, 桌子上
=studio: product commercial, product ad, product advertisement, product video, product shot,
    product photography, photo studio, pedestal, podium, showcase, luxury product ad,
    luxury product, 摄影棚, 展台, 产品广告, 产品展示, 产品视频
office: workplace, laboratory, lab, studio desk, meeting room, conference room, 办公室, 实验室,
    会议室
stage: concert, theater, theatre, concert hall, dance floor, nightclub, disco, opera house,
    circus, spotlight, 舞台, 音乐会, 演唱会, 剧院, 舞池, 台上
castle: palace, fortress, medieval castle, kingdom, 城堡, 宫殿, 王宫
harbour: harbor, port, dock, marina, pier, wharf, fishing village, 港口, 海港, 码头, 渔村
abstract: abstract background, gradient, abstract shapes, plain background, 抽象, 渐变

[tint=red]
=desert: mars, surface of mars, planet mars, martian landscape, martian desert, red planet, 火星,
    火星上, 火星表面
[style=neon mood=electronic]
=city: futuristic city, cyberpunk city, sci fi city, future city, neon city, smart city, 未来城市,
    未来都市, 赛博朋克城市, 科幻城市
[weather=clear]
=mountains: snowy mountain, snow capped mountain, snowcapped mountain, snow covered mountain,
    snow mountain, snowy peak, snow capped peak, snowcapped peak, snow covered peak
[weather=snow]
=forest: snowy forest, winter forest, 雪林
=city: snowy city
=street: snowy street
=snowfield: winter wonderland, ski slopes
[time=night]
=sky: night sky, starry sky, 夜空, 星空
=city: 夜景
"""
