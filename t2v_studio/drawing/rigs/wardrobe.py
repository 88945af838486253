"""Who people are by what they wear: one row each. Colours by day."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Outfit:
    """Clothes, hair and build of a person."""

    top: str = "#e5675b"
    bottom: str = "#4a6fa5"
    skin: str = "#eebb93"
    hair: str = "#5a3b2e"
    style: str = "short"
    """Hair: short, long, tail, bun, bald, curly, hood."""
    shoes: str = "#5a4640"
    dress: bool = False
    hat: str = ""
    hat_tone: str = "#33343c"
    beard: str = ""
    back: str = ""
    """What is on the back: pack, cape, wings, tank, jets."""
    back_tone: str = "#c4314b"
    hand: str = ""
    """What is in the hand: mic, guitar, wand, book, sword, brush, spanner, staff, balls."""
    apron: str = ""
    grown: float = 1.0
    """Length of limbs and body against a grown-up's; the head keeps its size."""
    size: float = 1.0
    """Height in the picture against a grown-up's."""


MAN = Outfit(top="#4f86c6", bottom="#43506b")
WOMAN = Outfit(top="#e0607e", bottom="#5b6f9e", hair="#6b3f2a", style="long")
BOY = Outfit(top="#f2b33d", bottom="#4a6fa5", hair="#4a3126", grown=0.72, size=0.8)
GIRL = Outfit(top="#f07f9c", bottom="#f07f9c", hair="#7a4526", style="tail", dress=True, grown=0.74,
              size=0.82)  # fmt: skip
GOLD, WHITE, INK = "#f2c14e", "#f7f5f0", "#33343c"

PEOPLE = {
    "man": MAN, "person": replace(MAN, top="#5fae8b"), "woman": WOMAN, "boy": BOY, "girl": GIRL,
    "child": replace(BOY, top="#6fc3a0", style="curly"),
    "baby": replace(BOY, top="#9fd8e8", bottom="#fbf6ec", style="none", shoes="#fbf6ec", grown=0.5, size=0.62),
    "alien": replace(MAN, skin="#94d67e", top="#8a7fd1", bottom="#6f66b5", style="none", hat="antenna", grown=0.8, size=0.9),
    "robot": replace(MAN, skin="#cfd6df", top="#8fa3b8", bottom="#7488a0", style="none", hat="antenna", hat_tone="#e5484d", shoes="#55606e"),
    "old man": replace(MAN, top="#8a7f6d", hair="#dadada", style="bald", beard="#e9e9e9"),
    "old woman": replace(WOMAN, top="#9a7fb5", bottom="#9a7fb5", hair="#dcdcdc", style="bun", dress=True),
    "runner": replace(MAN, top="#f2643d", bottom="#2f3a55", shoes="#3fc0bd"),
    "player": replace(MAN, top="#e5484d", bottom="#f4f6f8", shoes="#33343c"),
    "fisherman": replace(MAN, top="#f2c14e", bottom="#3a4f6f", hat="brim", hat_tone="#d9a441", beard="#d8d4cc"),
    "pirate": replace(MAN, top="#8a2038", bottom="#3a3240", hat="brim", hat_tone="#26242c", beard="#3a2f2a", hand="sword"),
    "swordsman": replace(MAN, top="#5b7fa5", bottom="#4a6a8f", dress=True, hair="#26242c", style="tail", hand="sword"),
    "bride": replace(WOMAN, top=WHITE, bottom=WHITE, dress=True, hat="veil", hat_tone="#ffffff"),
    "skateboarder": replace(BOY, top="#8a5cd1", grown=0.9, size=0.95, hat="cap", hat_tone="#e5484d"),
    "dancer": replace(WOMAN, top="#d64aa0", bottom="#d64aa0", style="bun", dress=True, shoes="#f2a6c8"),
    "singer": replace(WOMAN, top="#8a5cd1", bottom="#8a5cd1", dress=True, hand="mic"),
    "musician": replace(MAN, top="#33343c", hair="#3a2a24", style="curly", hand="guitar"),
    "clown": replace(MAN, top="#f2c14e", bottom="#3f7fe0", hair="#e5484d", style="curly", shoes="#e5484d", hat="nose"),
    "magician": replace(MAN, top="#3a2f5c", bottom=INK, hat="top", back="cape", hand="wand"),
    "acrobat": replace(WOMAN, top="#3fc0bd", bottom="#3fc0bd", style="bun"),
    "surfer": replace(MAN, top="#eebb93", bottom="#f2643d", hair="#d9a441", style="curly", shoes="#eebb93"),
    "swimmer": replace(MAN, top="#eebb93", bottom="#3f7fe0", hat="swim", hat_tone="#3f7fe0", shoes="#eebb93"),
    "diver": replace(MAN, top="#2f3a55", bottom="#2f3a55", hat="mask", back="tank", back_tone="#f2c14e", shoes="#f2853f"),
    "ice skater": replace(WOMAN, top="#6fc3ff", bottom="#6fc3ff", dress=True, style="bun", shoes=WHITE),
    "astronaut": replace(MAN, top="#eef1f6", bottom="#eef1f6", shoes="#c9d0da", hat="helmet", back="pack", back_tone="#b9c2cc"),
    "policeman": replace(MAN, top="#34508a", bottom="#2b3f78", hat="peak", hat_tone="#2b3f78"),
    "firefighter": replace(MAN, top="#d9a441", bottom="#d9a441", hat="fire", hat_tone="#d1352f", shoes=INK),
    "superhero": replace(MAN, top="#3f7fe0", bottom="#34508a", back="cape", back_tone="#e5484d", shoes="#e5484d", hat="eyes"),
    "ninja": replace(MAN, top=INK, bottom=INK, style="hood", hair=INK, shoes=INK, hand="sword"),
    "detective": replace(MAN, top="#a98a5f", bottom="#6b5a44", hat="brim", hat_tone="#8a6f4a"),
    "builder": replace(MAN, top="#f2853f", hat="hard", hat_tone="#f6c945"),
    "businessman": replace(MAN, top="#3a4254", bottom="#3a4254", hand="case"),
    "office worker": replace(WOMAN, top="#5b8fb9", bottom="#3a4254", style="bun"),
    "programmer": replace(MAN, top="#4a5a6a", hat="glasses", style="curly"),
    "scientist": replace(WOMAN, top=WHITE, bottom="#5b6f9e", hat="glasses", style="bun", hand="flask"),
    "teacher": replace(WOMAN, top="#4f9a68", bottom="#6b4a36", hat="glasses", hand="book"),
    "student": replace(BOY, grown=0.86, size=0.9, top="#5b8fb9", back="pack", back_tone="#e5675b", hand="book"),
    "doctor": replace(MAN, top=WHITE, bottom="#7fb5c9", hat="mirror"),
    "judge": replace(MAN, top="#2f2f3a", bottom="#2f2f3a", dress=True, hair="#ececec", style="curly"),
    "pilot": replace(MAN, top="#2b3f78", bottom="#2b3f78", hat="peak", hat_tone="#24345f"),
    "chef": replace(MAN, top=WHITE, bottom="#5d6470", hat="toque", apron="#ffffff", hand="spoon"),
    "artist": replace(WOMAN, top="#6d7fb3", style="curly", hat="beret", hat_tone="#c4314b", hand="brush"),
    "mechanic": replace(MAN, top="#4a6fa5", bottom="#3f5f8f", hat="cap", hat_tone="#3f5f8f", hand="spanner"),
    "farmer": replace(MAN, top="#c4553f", bottom="#4a6fa5", hat="straw", hat_tone="#e6c36b", hand="fork"),
    "king": replace(MAN, top="#a5325c", bottom="#6b2f5c", hat="crown", back="cape", back_tone="#c4314b", beard="#8a6a4c"),
    "queen": replace(WOMAN, top="#8a3f8f", bottom="#8a3f8f", dress=True, hat="crown", back="cape"),
    "prince": replace(MAN, top="#3f7fe0", bottom="#f4e7c8", hat="crown", back="cape", back_tone="#8a5cd1"),
    "princess": replace(WOMAN, top="#f59ac0", bottom="#f59ac0", hair="#e3b04b", dress=True, hat="crown"),
    "knight": replace(MAN, top="#b9c2cc", bottom="#98a2ae", hat="visor", hat_tone="#b9c2cc", shoes="#7d8896", hand="sword"),
    "wizard": replace(MAN, top="#4a4fa5", bottom="#4a4fa5", dress=True, hat="cone", hat_tone="#4a4fa5", beard="#f0f0f0", hand="staff"),
    "witch": replace(WOMAN, top="#4a3560", bottom="#4a3560", dress=True, hat="cone", hat_tone="#3a2a4c", hair="#c46a2f", hand="broom"),
    "vampire": replace(MAN, top="#3a2f3a", bottom=INK, skin="#dcd9e2", hair="#26242c", back="cape", back_tone="#8a2038"),
    "zombie": replace(MAN, skin="#9cc08a", top="#6f7f6a", bottom="#5a5060", hair="#4a5040"),
    "fairy": replace(GIRL, top="#b7e08a", bottom="#b7e08a", back="wings", back_tone="#d9f3ff", hand="wand", hair="#f2c14e"),
    "elf": replace(BOY, top="#4f9a68", bottom="#8a5a3c", hat="cone", hat_tone="#4f9a68"),
    "angel": replace(GIRL, top=WHITE, bottom=WHITE, back="wings", back_tone="#ffffff", hat="halo", hair="#e3b04b"),
    "santa": replace(MAN, top="#d1352f", bottom="#d1352f", hat="santa", hat_tone="#d1352f", beard="#ffffff", shoes=INK),
}  # fmt: skip
"""Subject key -> outfit."""

COMPANIES = {
    "couple": ("man", "woman"),
    "family": ("man", "woman", "child"),
    "band": ("musician", "singer", "musician"),
}
"""Subject keys that stand for several people."""
