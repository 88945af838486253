"""Words to scenes: what must come out, and what must never become a picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2v_studio import scene as contract
from t2v_studio.director import explain, read_scene
from t2v_studio.director.lexicon import SUBJECTS
from t2v_studio.director.lexicon.index import index
from t2v_studio.director.reading.languages import in_english
from t2v_studio.director.reading.typos import mended
from t2v_studio.scene import Scene

SETTINGS = [
    ("a futuristic city at night", {"place": "city", "time": "night", "style": "neon"}),
    ("a sunset over a mountain lake", {"place": "lake", "time": "golden hour"}),
    ("a sunset over ocean waves", {"place": "ocean", "time": "golden hour"}),
    ("a dog running through a sunny park", {"place": "park", "time": "day", "camera": "follow"}),
    ("a cat surfing at golden hour", {"place": "ocean", "time": "golden hour"}),
    ("一只小狗在阳光明媚的公园里奔跑", {"place": "park", "weather": "clear", "camera": "follow"}),
    ("an astronaut riding a horse on mars", {"place": "desert", "tint": "red"}),
    (
        "a sunset over a city skyline with cinematic camera movement",
        {"place": "city", "time": "golden hour", "camera": "push in"},
    ),
    ("a woman walks in the rain in Tokyo at night", {"place": "city", "weather": "rain"}),
    ("夜晚的未来城市,下着雨", {"place": "city", "time": "night", "weather": "rain"}),
    ("an aerial view of snowy mountains", {"place": "mountains", "camera": "aerial"}),
    ("a barista pouring coffee in a cozy café", {"place": "cafe"}),
    ("a man on a cliff", {"place": "mountains"}),
    ("A lighthouse on a cliff at dusk, waves crashing", {"place": "ocean", "time": "dusk"}),
    ("snowy mountains", {"place": "mountains", "weather": "clear"}),
    ("snow-capped mountains in a blizzard", {"place": "mountains", "weather": "snow"}),
    ("a turtle in slow motion", {"place": "underwater", "pace": "slow motion"}),
    ("清晨的森林,大雾,航拍", {"place": "forest", "time": "dawn", "weather": "fog"}),
    ("a castle in the fog, black and white", {"place": "castle", "style": "black and white"}),
    ("a sunset over ocean waves in Kaiber style", {"style": "painterly"}),
    ("一辆红色的跑车在海边的公路上行驶", {"place": "road"}),
    ("a school of fish swimming in a coral reef", {"place": "underwater"}),
    ("a cat sleeps on a sofa", {"place": "room"}),
    ("a beautiful sunset", {"place": "sky", "time": "golden hour"}),
    ("an epic storm at sea", {"place": "ocean", "weather": "storm", "mood": "epic"}),
    ("Ein Hund im Park", {"place": "park"}),
    ("Um cachorro correndo na praia ao pôr do sol", {"place": "beach", "time": "golden hour"}),
    ("Un chien court sur la plage au coucher du soleil", {"place": "beach", "camera": "follow"}),
    ("Ein Hund läuft am Strand bei Sonnenuntergang", {"place": "beach", "time": "golden hour"}),
    ("Una ciudad en la noche con lluvia", {"place": "city", "time": "night", "weather": "rain"}),
    ("xyzzy plugh", {"place": "abstract"}),
    ("a burger with fries, close-up", {"place": "table", "camera": "push in"}),
    ("a new pair of running shoes", {"place": "studio"}),
    ("a woman with a burger", {"place": "room"}),
    ("halloween pumpkins in front of a haunted house", {"place": "field", "time": "night"}),
    ("a girl reading a book under a tree", {"place": "park"}),
    ("fireworks on new year's eve over tokyo", {"place": "city", "time": "night"}),
    ("竹林里有两只熊猫", {"place": "bamboo"}),
    ("厨房里妈妈在做饭", {"place": "kitchen"}),
    ("desert dunes at night with stars", {"place": "desert", "time": "night"}),
    ("a surfer riding a big wave", {"place": "ocean"}),
    ("The camera slowly orbits around a lighthouse", {"place": "harbour", "camera": "orbit"}),
]

SUBJECTS_OF = [
    ("Un perro espera en la puerta.", "dog stand"),
    ("Hoy hay pan y café", "bread stand, coffee stand"),
    ("a hot air ballon over green hills", "hot air balloon fly"),
    ("a dinosuar in a park", "dinosaur stand"),
    ("an old man reading a newspaper on a park bench", "old man sit, newspaper stand, bench stand"),
    ("children building a snowman, snow falling", "3 child stand, snowman stand"),
    ("an old man walking his dog", "old man walk, dog walk"),
    ("孩子们放烟花", "3 child stand, firework burn"),
    ("an old fisherman in a small boat", "fisherman sit on boat, small boat sail"),
    ("a family in a car", "family sit on car, car drive"),
    ("a peacock spreading its feathers", "peacock stand"),
    ("a surfer riding a big wave", "surfer surf"),
    ("a tropical island with palm trees", "island stand"),
    ("Un gato negro camina por el tejado bajo la luna llena", "black cat walk, moon float"),
    ("Um cachorro correndo na praia ao pôr do sol", "dog run"),
    ("Un chien court sur la plage au coucher du soleil", "dog run"),
    ("Ein Hund läuft am Strand bei Sonnenuntergang", "dog run"),
    ("Une petite fille avec un chien noir", "small girl stand, black dog stand"),
    ("seagulls circling", "3 white bird fly"),
    ("a barista pouring coffee in a cozy café", "chef stand, coffee stand"),
    ("a dog running through a sunny park", "dog run"),
    ("一只小狗在阳光明媚的公园里奔跑", "dog run"),
    ("a cat surfing at golden hour", "cat surf"),
    ("an astronaut riding a horse on mars", "astronaut sit on horse, horse walk"),
    ("一个宇航员在火星上骑马", "astronaut sit on horse, horse walk"),
    ("three white cats and a small black dog sleeping", "3 white cat sleep, small black dog sleep"),
    ("two red cars driving on a highway", "2 red car drive"),
    ("a boy flying a kite", "boy stand, kite fly"),
    ("a group of penguins walking across the ice", "5 penguin walk"),
    ("flying birds over a forest", "3 bird fly"),
    ("an orange cat eating an orange", "orange cat eat, orange stand"),
    ("a giant robot and a dragon", "large robot stand, dragon fly"),
    ("12 sheep", "12 sheep stand"),
    ("两只黑猫和一只白色的大狗", "2 black cat stand, white large dog stand"),
    ("a train travelling through mountains", "train drive"),
    ("a robot dog", "dog stand"),
    ("a dog and the dog runs", "dog run"),
    ("a cat wearing a hat", "cat stand"),
]

NO_SUBJECT = [
    "a dog collar",
    "a park without people",
    "没有人的公园",
    "a bear market",
    "I want to fly",
    "how to train better",
    "马上开始",
    "马力强劲",
    "人工智能的未来",
    "a burning city",
    "quantum entanglement",
    "上海的全球化",
    "a wristlet",
]

NOT_DRAWN = [
    ("a robot watering plants in a greenhouse", ("plants",)),
    ("a man walks past an old zorb", ("zorb",)),
    ("A lighthouse on a cliff at dusk, waves crashing, seagulls", ("cliff",)),
    ("a blorf pouring coffee in a cozy zibble", ("blorf", "zibble")),
    ("waves in a forest", ("waves",)),
    ("a dog in a park with a swing", ("swing",)),
    ("a hot air balloon over Cappadocia", ("Cappadocia",)),
    ("a quantum diagram", ("quantum diagram",)),
    ("a cat wearing sunglasses", ("sunglasses",)),
    ("20 red balloons", ("8 × balloon",)),
    ("一只狗坐在吊灯上", ("吊灯",)),
]


@pytest.mark.parametrize(("words", "fields"), SETTINGS)
def test_the_setting_is_read_from_the_words(words: str, fields: dict[str, str]) -> None:
    scene = read_scene(words).to_json()
    assert {name: scene[name] for name in fields} == fields


@pytest.mark.parametrize("words", [
    "a dog in a park", "the man in the casa", "a rose in Rio", "xyzzy plugh", "一只猫", "",
    "Чёрный кот идёт по крыше",
])  # fmt: skip
def test_other_words_than_those_of_a_known_language_are_left_as_they_are(words: str) -> None:
    assert in_english(words) == words


@pytest.mark.parametrize(("words", "wanted"), SUBJECTS_OF)
def test_subjects_come_with_their_number_colour_size_and_deed(words: str, wanted: str) -> None:
    assert told(read_scene(words)) == [sorted(one.split()) for one in wanted.split(", ")]


@pytest.mark.parametrize("words", NO_SUBJECT)
def test_a_word_that_only_looks_like_a_subject_is_none(words: str) -> None:
    assert read_scene(words).subjects == ()


@pytest.mark.parametrize(("words", "right"), [
    ("Ballon", "balloon"), ("a pengiun on ice", "a penguin on ice"), ("butterflys", "butterfly"),
    ("a planter in a park", "a planter in a park"), ("kangeroo", "kangeroo"), ("ct", "ct"),
])  # fmt: skip
def test_a_slip_of_one_letter_in_the_name_of_a_thing_is_mended(words: str, right: str) -> None:
    assert mended(words) == right


@pytest.mark.parametrize(("words", "missing"), NOT_DRAWN)
def test_things_without_a_picture_are_told(words: str, missing: tuple[str, ...]) -> None:
    assert set(missing) <= set(read_scene(words).not_drawn)


@pytest.mark.parametrize(("words", "direction"), [
    ("a car driving from right to left", "left"),
    ("a rocket rising into the sky", "up"),
    ("一辆车向左行驶", "left"),
    ("a wolf running towards the camera", "towards"),
])  # fmt: skip
def test_a_direction_belongs_to_who_moves(words: str, direction: str) -> None:
    assert read_scene(words).subjects[0].direction == direction


def test_every_subject_has_a_home_and_a_habit_that_scenes_know() -> None:
    assert {kind.place for kind in SUBJECTS.values()} <= set(contract.PLACES)
    assert {kind.action for kind in SUBJECTS.values()} <= set(contract.ACTIONS)
    assert len(SUBJECTS) >= 350


def test_every_word_of_the_lists_means_a_member_of_the_contract() -> None:
    members = {
        "place": contract.PLACES, "time": contract.TIMES, "weather": contract.WEATHERS,
        "action": contract.ACTIONS, "direction": contract.DIRECTIONS, "camera": contract.CAMERAS,
        "pace": contract.PACES, "style": contract.STYLES, "mood": contract.MOODS,
        "size": contract.SIZES,
    }  # fmt: skip
    strays = [
        (alias, kind, value)
        for alias, meanings in index().meanings.items()
        for one in meanings
        for kind, value in ((one.kind, one.value), *one.attributes.items())
        if kind in members and value not in members[kind]
    ]
    assert strays == []


@pytest.mark.parametrize("key", sorted(SUBJECTS))
def test_every_subject_is_found_by_its_own_name(key: str) -> None:
    scene = read_scene(f"a {key}")
    assert [one.name for one in scene.subjects] == [key]


def test_the_same_words_give_the_same_scene_and_seed() -> None:
    assert read_scene("a cat in a garden") == read_scene("a cat in a garden")
    assert read_scene("a cat").seed != read_scene("a dog").seed
    assert read_scene("a cat").seed == 593_337_444


@given(st.text(max_size=300))
def test_any_text_is_read_into_a_scene_that_survives_json(words: str) -> None:
    scene = read_scene(words)
    assert Scene.from_json(scene.to_json()) == scene
    assert scene.place in contract.PLACES
    assert all(one.name in SUBJECTS and 1 <= one.count <= 12 for one in scene.subjects)


def test_explain_tells_what_was_understood_and_what_was_left_out() -> None:
    told = explain("a dog running past a blorf, vertical, 15 seconds")
    assert told["say"] == "I would draw: a dog (run), park. Not drawn: blorf."
    assert (told["duration_ms"], told["aspect"]) == (15_000, "9:16")
    assert told["scenes"][0]["left_out"] == ["blorf"]
    assert "a dog (run)" in told["scenes"][0]["drawn"]


def told(scene: Scene) -> list[list[str]]:
    """Every subject as a sorted bag of the words that tell of it."""
    bags = []
    for one in scene.subjects:
        words = [one.colour, one.name, one.action, f"on {one.on}" if one.on else ""]
        words += [
            "" if one.count == 1 else str(one.count),
            "" if one.size == "normal" else one.size,
        ]
        bags.append(sorted(" ".join(words).split()))
    return bags
