"""Vehicles and craft: key, then English and Chinese words for it."""

from __future__ import annotations

VEHICLES = """
[place=road action=drive]
car: automobile, sedan, convertible, sports car, electric car, vintage car, hatchback, 汽车, 轿车,
    小汽车, 跑车, 车, 小车, 电动车
suv: jeep, minivan, van, campervan, camper van, 越野车, 面包车, 房车
taxi: cab, 出租车, 的士
truck: lorry, semi truck, cargo truck, 卡车, 货车
pickup truck: pickup, 皮卡
bus: coach bus, school bus, double decker, 公交车, 巴士, 公共汽车, 校车
police car: 警车
fire engine: fire truck, firetruck, 消防车
ambulance: 救护车
racing car: race car, formula one car, f1 car, 赛车
bicycle: bike, 自行车, 单车
motorcycle: motorbike, 摩托车, 机车
scooter: motor scooter, vespa, kick scooter, 踏板车, 滑板车
skateboard: longboard, 滑板
roller skate: rollerblade, 溜冰鞋
wheelchair: 轮椅

[place=field action=drive]
train: railway train, 火车, 列车
bullet train: high speed train, high-speed train, 高铁, 动车
steam train: locomotive, steam locomotive, 蒸汽火车, 火车头

[place=city action=drive]
tram: streetcar, 电车, 有轨电车
metro: subway train, subway, 地铁
monorail: 单轨列车

[place=farm action=drive]
tractor: 拖拉机

[place=ocean action=sail]
boat: rowboat, fishing boat, 小船, 船, 渔船, 木船
sailboat: sailing boat, sailing ship, yacht, 帆船, 游艇
ship: cruise ship, cargo ship, ocean liner, steamer, 轮船, 游轮, 大船, 货轮
speedboat: motorboat, motor boat, 快艇, 摩托艇
ferry: 渡轮
[place=lake action=sail]
canoe: kayak, raft, paddle boat, gondola, 独木舟, 皮划艇, 木筏

[place=underwater action=swim]
submarine: 潜水艇, 潜艇

[place=sky action=fly]
airplane: aeroplane, plane, jet, airliner, jumbo jet, 飞机, 客机
small airplane: biplane, propeller plane, glider, 小飞机, 滑翔机
helicopter: chopper, 直升机, 直升飞机
hot air balloon: air balloon, 热气球
parachute: paraglider, 降落伞, 滑翔伞
ufo: flying saucer, alien spaceship, 飞碟, 不明飞行物

[place=space action=fly]
rocket: spaceship, space ship, spacecraft, space shuttle, starship, 火箭, 飞船, 宇宙飞船, 太空船,
    航天飞机
satellite: space station, 卫星, 人造卫星, 空间站

[place=city action=stand]
cable car: aerial tramway, gondola lift, 缆车
ferris wheel: big wheel, 摩天轮
roller coaster: rollercoaster, 过山车
carousel: merry go round, merry-go-round, 旋转木马
"""
