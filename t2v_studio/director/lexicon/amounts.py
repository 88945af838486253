"""How many: number words and words for groups, English and Chinese."""

from __future__ import annotations

COUNTS = """
1: one, single, lone, a pair of glasses, 一, 一个, 一只, 一条, 一匹, 一辆, 一艘, 一位, 一名, 一头,
    一架, 一棵, 一朵, 一座, 一颗, 一片, 一把, 一本, 一杯, 一座, 一群人, 一对儿, 一块, 一台, 一件,
    一枚, 一轮, 一束, 一间, 一栋, 一扇
2: two, pair of, couple of, both, twin, 二, 两, 两个, 两只, 两条, 两匹, 两辆, 两艘, 两位, 两名,
    两头, 两架, 两棵, 两朵, 一对, 俩, 双
3: three, several, a few, some, trio, trio of, 三, 三个, 三只, 三条, 三匹, 三辆, 三艘, 三位, 三名,
    三头, 三架, 三棵, 三朵, 几个, 几只, 一些, 几条, 几辆, 几朵, 几棵, 几匹, 几头, 几位
4: four, 四, 四个, 四只, 四条, 四匹, 四辆, 四头, 四位
5: five, group of, bunch of, pack of, team of, family of, crew of, litter of, 五, 五个, 五只,
    五条, 五匹, 五辆, 五头, 五位, 一群, 一队, 一窝
6: six, half a dozen, many, lots of, a lot of, herd of, fleet of, crowd of, flock of, swarm of,
    school of, row of, field of, line of, 六, 六个, 六只, 许多, 很多, 成群的, 好多, 一排, 众多,
    多个, 满天
7: seven, 七, 七个, 七只
8: eight, 八, 八个, 八只
9: nine, dozens of, hundreds of, thousands of, countless, numerous, 九, 九个, 九只, 无数,
    成千上万, 成百上千, 数百, 数千
10: ten, 十, 十个, 十只
12: hundred, a hundred, one hundred, thousand, a thousand, 一百, 上百,
    dozen, a dozen, eleven, twelve, 十二, 一打
"""

MEASURES = "个只条匹辆艘位名头架棵朵座颗片把本杯块台件枚轮束间栋扇群对双些"
"""Chinese measure words: what follows one is a noun."""

MOST = 12
"""More of one kind do not fit in a picture; a crowd is drawn as this many."""
