"""The picture library: Fluent Emoji art by name, and the names that people use instead."""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib import resources
from typing import Any

ALIASES = {
    "squirrel": "chipmunk", "chick": "baby-chick", "ladybug": "lady-beetle", "dinosaur": "t-rex",
    "bee": "honeybee", "phoenix": "phoenix-bird", "shell": "spiral-shell", "sheep": "ewe",
    "mermaid": "woman-merpeople", "merman": "man-merpeople", "genie": "man-genie",
    "cyclist": "man-biking", "truck": "delivery-truck", "scooter": "motor-scooter",
    "wheelchair": "manual-wheelchair", "steam train": "locomotive", "boat": "motor-boat",
    "ufo": "flying-saucer", "cable car": "aerial-tramway", "carousel": "carousel-horse",
    "tree": "deciduous-tree", "evergreen": "evergreen-tree", "leaf": "fallen-leaf",
    "beach umbrella": "umbrella-on-ground", "flower": "blossom", "clover": "four-leaf-clover",
    "wheat": "sheaf-of-rice", "lightning": "high-voltage", "moon": "full-moon",
    "earth": "globe-showing-europe-africa", "planet": "ringed-planet", "saturn": "ringed-planet",
    "galaxy": "milky-way", "asteroid": "rock", "island": "desert-island", "log": "wood",
    "drop": "droplet", "building": "office-building", "shop": "convenience-store",
    "traffic light": "vertical-traffic-light", "temple": "japanese-castle",
    "flag": "triangular-flag", "firework": "fireworks", "ball": "soccer-ball",
    "tennis ball": "tennis", "toy": "teddy-bear", "gift": "wrapped-gift", "lamp": "light-bulb",
    "clock": "alarm-clock", "hourglass": "hourglass-not-done", "book": "open-book",
    "letter": "envelope", "sofa": "couch-and-lamp", "hat": "top-hat", "shoe": "running-shoe",
    "shirt": "t-shirt", "bag": "handbag", "gem": "gem-stone", "treasure": "money-bag",
    "sword": "crossed-swords", "computer": "desktop-computer", "phone": "mobile-phone",
    "chart": "chart-increasing", "money": "money-with-wings", "heart": "red-heart",
    "magnifying glass": "magnifying-glass-tilted-left", "speech bubble": "speech-balloon",
    "piano": "musical-keyboard", "cake": "birthday-cake", "chocolate": "chocolate-bar",
    "fries": "french-fries", "noodles": "steaming-bowl", "rice": "cooked-rice",
    "soup": "pot-of-food", "pancake": "pancakes", "cheese": "cheese-wedge",
    "meat": "meat-on-bone", "salad": "green-salad", "apple": "red-apple", "orange": "tangerine",
    "grape": "grapes", "cherry": "cherries", "kiwi": "kiwi-fruit", "corn": "ear-of-corn",
    "pepper": "bell-pepper", "pumpkin": "jack-o-lantern", "honey": "honey-pot",
    "coffee": "hot-beverage", "tea": "teacup-without-handle", "milk": "glass-of-milk",
    "juice": "beverage-box", "wine": "wine-glass", "beer": "beer-mug",
    "champagne": "bottle-with-popping-cork", "cocktail": "tropical-drink",
    "padlock": "locked", "suitcase": "luggage", "puzzle": "puzzle-piece", "yo-yo": "yo-yo",
    "chess piece": "chess-pawn", "dice": "game-die", "game controller": "video-game",
    "treasure map": "world-map", "disco ball": "mirror-ball", "lantern": "red-paper-lantern",
    "frisbee": "flying-disc", "calendar": "spiral-calendar", "movie camera": "movie-camera",
    "playground": "playground-slide", "haunted house": "derelict-house", "pudding": "custard",
    "blueberry": "blueberries", "curry": "curry-rice", "ginger": "ginger-root",
    "mooncake": "moon-cake", "peanut": "peanuts", "bento": "bento-box",
}  # fmt: skip
"""Subject key -> name in the library, where they differ."""

_LEFT = """
chicken shrimp bug gorilla manual-wheelchair
ant baby-chick badger beaver bison black-cat blackbird blowfish boar camel canoe chipmunk
cricket crocodile delivery-truck articulated-lorry dodo dolphin dove dragon duck eagle fish
flamingo fire-engine ambulance hedgehog helicopter high-speed-train honeybee kick-scooter
light-rail lizard llama locomotive man-biking minibus monorail moose motor-boat motor-scooter
motorcycle octopus ox parrot pickup-truck racing-car rat rooster sauropod scorpion seal ship
skunk snail snake speedboat spouting-whale squid swan t-rex tractor trolleybus tropical-fish
turkey turtle whale auto-rickshaw bicycle bird bus ferry goose kangaroo passenger-ship
phoenix-bird bullet-train taxi automobile sport-utility-vehicle police-car carousel-horse
flying-saucer koala monkey mosquito skier snowboarder shark
"""
FACING_LEFT = frozenset(_LEFT.split())
"""Pictures that look to the left; everything else looks to the right or at us."""


@cache
def _pictures() -> dict[str, str]:
    file = resources.files("t2v_studio.assets").joinpath("pictures.json.gz")
    data: dict[str, Any] = json.loads(gzip.decompress(file.read_bytes()))
    pictures: dict[str, str] = data["pictures"]
    return pictures


def picture_name(key: str) -> str | None:
    """Return the library's name for a subject key, or None where it has no such picture."""
    name = ALIASES.get(key, key.replace(" ", "-"))
    return name if name in _pictures() else None


def drawn(name: str) -> str:
    """Return the SVG elements of a picture as it came, in a box of 32 by 32.

    Raises:
        KeyError: No such picture.
    """
    return _pictures()[name]


def picture(name: str) -> str:
    """Return the same, looking to the right.

    Raises:
        KeyError: No such picture.
    """
    body = drawn(name)
    return f'<g transform="translate(32 0) scale(-1 1)">{body}</g>' if name in FACING_LEFT else body
