"""The animals on four legs: one row each. Lengths in units of the rig, colours by day."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Breed:
    """The build of an animal. The body of a dog is 170 long and 84 thick."""

    coat: str
    belly: str
    accent: str
    """Ears, spots, mane, hooves: whatever is darker."""
    legs: float = 92
    length: float = 150
    depth: float = 84
    leg_width: float = 22
    neck: float = 62
    lean: float = 38
    """Degrees that the neck leans forwards."""
    neck_width: float = 52
    head: float = 40
    snout: float = 40
    snout_width: float = 34
    ear: str = "flop"
    """flop, point, round, long, leaf, fan."""
    tail: str = "wag"
    """wag, long, bush, tuft, hair, stub, puff, curl."""
    marks: str = ""
    """saddle, patches, stripes, spots, mask, panda, wool."""
    horn: str = ""
    """antlers, cow, curl, one, nose, tusks, knobs."""
    mane: str = ""
    """crest or ring."""
    nose: str = "#3a2f33"
    hump: int = 0
    trunk: bool = False
    tongue: bool = False
    size: float = 1.0
    """Height in the picture, against a dog's."""


BREEDS = {
    "dog": Breed(coat="#d99a55", belly="#f6e2c3", accent="#8f5a33", tongue=True, marks="saddle"),
    "cat": Breed(coat="#e79a4b", belly="#fbe6c8", accent="#b96a2c", legs=74, length=138, depth=70,
                 leg_width=18, neck=44, neck_width=44, head=42, snout=16, snout_width=30, ear="point",
                 tail="long", marks="stripes", nose="#d9707a", size=0.92),
    "rabbit": Breed(coat="#efe9e4", belly="#ffffff", accent="#f2b8bd", legs=52, length=100, depth=88,
                    leg_width=20, neck=36, neck_width=46, head=40, snout=16, snout_width=30,
                    ear="long", tail="puff", nose="#e58a95", size=0.85),
    "fox": Breed(coat="#e5743a", belly="#fdf3e7", accent="#4a2f2a", legs=84, length=146, depth=68,
                 leg_width=17, neck=46, head=36, snout=44, snout_width=24, ear="point", tail="bush",
                 marks="mask"),
    "wolf": Breed(coat="#8c95a3", belly="#e3e6ea", accent="#565f6e", legs=104, length=160, depth=78,
                  leg_width=20, neck=54, neck_width=56, head=38, snout=48, snout_width=28, ear="point",
                  tail="bush", marks="mask", size=1.08),
    "bear": Breed(coat="#8a5f43", belly="#b98a63", accent="#5f3f2e", legs=76, length=170, depth=124,
                  leg_width=36, neck=46, neck_width=80, head=52, snout=30, snout_width=38, ear="round",
                  tail="stub", size=1.2),
    "polar bear": Breed(coat="#f1f1ee", belly="#ffffff", accent="#c9ced4", legs=78, length=176,
                        depth=120, leg_width=36, neck=56, neck_width=74, head=46, snout=34,
                        snout_width=36, ear="round", tail="stub", size=1.2),
    "panda": Breed(coat="#fbfaf7", belly="#ffffff", accent="#34353f", legs=68, length=150, depth=122,
                   leg_width=38, neck=38, neck_width=80, head=58, snout=20, snout_width=36,
                   ear="round", tail="stub", marks="panda", size=1.1),
    "horse": Breed(coat="#9a623c", belly="#b87d52", accent="#4a2f26", legs=138, length=180, depth=100,
                   leg_width=22, neck=112, lean=34, neck_width=58, head=32, snout=66, snout_width=36,
                   ear="leaf", tail="hair", mane="crest", size=1.35),
    "unicorn": Breed(coat="#fbf7ff", belly="#ffffff", accent="#c98be8", legs=138, length=176, depth=98,
                     leg_width=21, neck=112, lean=34, neck_width=56, head=32, snout=62, snout_width=35,
                     ear="leaf", tail="hair", mane="crest", horn="one", size=1.35),
    "zebra": Breed(coat="#fbf9f4", belly="#ffffff", accent="#3a3b46", legs=122, length=170, depth=98,
                   leg_width=22, neck=96, lean=36, neck_width=58, head=32, snout=58, snout_width=36,
                   ear="leaf", tail="tuft", mane="crest", marks="stripes", size=1.25),
    "donkey": Breed(coat="#97918f", belly="#dcd6cf", accent="#5d5756", legs=108, length=160, depth=94,
                    leg_width=22, neck=84, neck_width=54, head=36, snout=56, snout_width=38,
                    ear="long", tail="tuft", mane="crest", size=1.15),
    "cow": Breed(coat="#fbf6ee", belly="#ffffff", accent="#4a3f3f", legs=92, length=190, depth=122,
                 leg_width=26, neck=54, lean=58, neck_width=66, head=42, snout=40, snout_width=46,
                 ear="leaf", tail="tuft", marks="patches", horn="cow", nose="#e59a95", size=1.25),
    "ox": Breed(coat="#8a5a42", belly="#a8745a", accent="#4f342b", legs=92, length=196, depth=130,
                leg_width=28, neck=54, lean=60, neck_width=76, head=44, snout=40, snout_width=46,
                ear="leaf", tail="tuft", horn="cow", size=1.25),
    "deer": Breed(coat="#bf8350", belly="#f3dfc0", accent="#7a4f33", legs=128, length=150, depth=80,
                  leg_width=15, neck=92, lean=26, neck_width=38, head=30, snout=40, snout_width=24,
                  ear="leaf", tail="stub", horn="antlers", marks="dots", size=1.3),
    "goat": Breed(coat="#efe8dc", belly="#ffffff", accent="#8d8178", legs=88, length=140, depth=84,
                  leg_width=18, neck=64, neck_width=44, head=34, snout=36, snout_width=28, ear="leaf",
                  tail="stub", horn="curl"),
    "sheep": Breed(coat="#f7f1e6", belly="#fffaf0", accent="#5a5050", legs=66, length=140, depth=104,
                   leg_width=17, neck=46, neck_width=44, head=34, snout=30, snout_width=30, ear="leaf",
                   tail="puff", marks="wool"),
    "llama": Breed(coat="#f1e3cd", belly="#fbf3e4", accent="#b5966f", legs=96, length=138, depth=98,
                   leg_width=22, neck=122, lean=14, neck_width=50, head=34, snout=30, snout_width=30,
                   ear="leaf", tail="puff", size=1.3),
    "pig": Breed(coat="#f4a9b0", belly="#f9c6ca", accent="#d9808c", legs=48, length=150, depth=112,
                 leg_width=24, neck=36, lean=66, neck_width=74, head=46, snout=30, snout_width=36,
                 ear="leaf", tail="curl", nose="#d9707f", size=0.95),
    "boar": Breed(coat="#6f5647", belly="#8a6d59", accent="#453630", legs=56, length=156, depth=112,
                  leg_width=22, neck=40, lean=66, neck_width=80, head=46, snout=48, snout_width=34,
                  ear="point", tail="tuft", mane="crest", horn="tusks"),
    "tiger": Breed(coat="#f08f37", belly="#fff3e0", accent="#3a2f33", legs=84, length=186, depth=92,
                   leg_width=28, neck=46, lean=54, neck_width=64, head=48, snout=26, snout_width=40,
                   ear="round", tail="long", marks="stripes", nose="#d9707a", size=1.1),
    "leopard": Breed(coat="#efb755", belly="#fdf0d2", accent="#5a4030", legs=84, length=180, depth=80,
                     leg_width=24, neck=46, lean=54, neck_width=54, head=42, snout=24, snout_width=36,
                     ear="round", tail="long", marks="spots", nose="#8a4f45", size=1.05),
    "lion": Breed(coat="#e5ad5c", belly="#f9e3b8", accent="#a4602f", legs=90, length=180, depth=94,
                  leg_width=28, neck=52, lean=46, neck_width=64, head=46, snout=28, snout_width=40,
                  ear="round", tail="tuft", mane="ring", nose="#7a4038", size=1.15),
    "elephant": Breed(coat="#9aa5b5", belly="#b3bdca", accent="#7d8899", legs=104, length=190,
                      depth=164, leg_width=46, neck=44, lean=58, neck_width=96, head=62, snout=20,
                      snout_width=48, ear="fan", tail="tuft", trunk=True, horn="tusks", size=1.5),
    "mammoth": Breed(coat="#84573c", belly="#9c6b4a", accent="#5d3c2b", legs=102, length=190,
                     depth=172, leg_width=48, neck=46, lean=50, neck_width=104, head=66, snout=20,
                     snout_width=50, ear="round", tail="tuft", trunk=True, horn="tusks", size=1.5),
    "giraffe": Breed(coat="#f2c766", belly="#fbe9bf", accent="#a8693a", legs=170, length=140, depth=92,
                     leg_width=21, neck=210, lean=18, neck_width=42, head=32, snout=42, snout_width=30,
                     ear="leaf", tail="tuft", marks="spots", horn="knobs", size=1.85),
    "camel": Breed(coat="#d9a566", belly="#e8c08a", accent="#9c6d3f", legs=124, length=170, depth=96,
                   leg_width=22, neck=104, lean=44, neck_width=40, head=32, snout=44, snout_width=32,
                   ear="round", tail="tuft", hump=2, size=1.35),
    "rhinoceros": Breed(coat="#9b9da6", belly="#b5b7bf", accent="#6f727d", legs=66, length=200,
                        depth=136, leg_width=36, neck=50, lean=72, neck_width=88, head=48, snout=52,
                        snout_width=48, ear="leaf", tail="tuft", horn="nose", size=1.2),
    "hippopotamus": Breed(coat="#a08aa0", belly="#c9a9b5", accent="#75617a", legs=46, length=200,
                          depth=146, leg_width=38, neck=44, lean=72, neck_width=98, head=52, snout=52,
                          snout_width=64, ear="round", tail="stub", size=1.1),
    "raccoon": Breed(coat="#8d929c", belly="#d9dce0", accent="#3f424c", legs=54, length=128, depth=84,
                     leg_width=20, neck=38, neck_width=48, head=42, snout=28, snout_width=26,
                     ear="point", tail="bush", marks="mask", size=0.9),
    "hamster": Breed(coat="#e3a75c", belly="#fff6ea", accent="#f2b8bd", legs=24, length=88, depth=92,
                     leg_width=16, neck=24, neck_width=60, head=44, snout=16, snout_width=30, ear="round",
                     tail="stub", nose="#d9707f", size=0.75),
    "mouse": Breed(coat="#a9adb8", belly="#e6e7ea", accent="#f2b8bd", legs=30, length=96, depth=72,
                   leg_width=14, neck=28, neck_width=42, head=36, snout=30, snout_width=22, ear="round",
                   tail="long", nose="#e58a95", size=0.7),
}  # fmt: skip
"""Subject key -> build."""
