"""Things that fit in a hand or on a table: small beside whoever is there, large when alone."""

from __future__ import annotations

_FOOD = """
bacon bagel blueberry butter chestnut cucumber curry pudding eggplant falafel garlic ginger melon
mooncake olive onion peanut pretzel rice_ball shaved_ice bento fortune_cookie cake cupcake pie
cookie doughnut chocolate candy ice_cream pizza hamburger hot_dog taco sandwich fries spaghetti
noodles rice sushi dumpling soup bread croissant pancake egg cheese meat salad popcorn apple pear
orange lemon banana watermelon grape strawberry cherry peach pineapple mango kiwi coconut avocado
tomato carrot corn broccoli potato pepper pumpkin honey coffee tea teapot milk juice wine beer
champagne cocktail bubble_tea
"""
_THINGS = """
ball soccer_ball basketball tennis_ball baseball volleyball frisbee american_football boomerang
gift candle light_bulb clock hourglass book newspaper letter key camera radio crown hat shoe bag
glasses ring watch gem crystal_ball magic_wand bell basket bucket feather flashlight magnet padlock
compass puzzle yarn yo-yo chess_piece dice joystick game_controller paintbrush party_popper scroll
briefcase calendar megaphone stethoscope test_tube wrench clapper_board stopwatch graduation_cap
laptop phone coin credit_card magnifying_glass microscope pencil trophy gear hammer battery violin
accordion flute banjo maracas trumpet microphone headphone musical_note flower rose tulip leaf
mushroom clover seedling herb shell drop balloon
"""

GOODS = frozenset(word.replace("_", " ") for word in (_FOOD + _THINGS).split())
"""Subject keys."""
BESIDE = 0.5
"""Their size in company, against their size alone."""
