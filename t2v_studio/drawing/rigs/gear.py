"""Hair, hats, and what people carry. Heads have their centre at (0, 0) and face right."""

from __future__ import annotations

from t2v_studio.drawing.colour import darker, lighter
from t2v_studio.drawing.rigs.limbs import wave
from t2v_studio.drawing.rigs.wardrobe import Outfit
from t2v_studio.drawing.vector import (
    Point,
    circle,
    curve,
    ellipse,
    group,
    path,
    polygon,
    rect,
    stroke,
)

GOLD = "#f2c14e"


def hair(outfit: Outfit, r: float) -> str:
    """Draw the hair that lies on the head, and the beard."""
    tone, out = outfit.hair, ""
    if outfit.beard:
        out += path(
            f"M{-r * 0.1} {r * 0.2}Q{r * 0.1} {r * 1.5} {r * 0.7} {r * 1.1}Q{r * 1.02} {r * 0.8} {r * 0.96} {r * 0.3}Q{r * 0.6} {r * 0.5} {r * 0.3} {r * 0.3}Z",
            outfit.beard,
        )
        out += curve(
            f"M{r * 0.4} {r * 0.52}Q{r * 0.58} {r * 0.66} {r * 0.76} {r * 0.48}", 4, "#9c4a44"
        )
    if outfit.style == "hood":
        return out + path(
            f"M{r * 0.1} {r * 0.16}H{r * 1.02}Q{r * 0.9} {r * 1.1} 0 {r * 1.05}Q{-r * 1.15} {r * 0.8} {-r * 1.05} {-r * 0.1}Q{-r * 0.8} {-r * 1.15} {r * 0.2} {-r * 1.06}Q{r * 0.9} {-r * 0.9} {r * 0.98} {-r * 0.3}H{r * 0.1}Z",
            tone,
        )
    if outfit.style == "none":
        return out
    if outfit.style == "bald":
        return out + ellipse(-r * 0.72, r * 0.1, r * 0.34, r * 0.48, tone)
    if outfit.style == "curly":
        spots = (
            (-0.85, 0.1),
            (-0.9, -0.35),
            (-0.62, -0.75),
            (-0.2, -0.95),
            (0.25, -0.92),
            (0.62, -0.7),
        )
        return out + "".join(circle(x * r, y * r, r * 0.36, tone) for x, y in spots)
    cap = (f"M{r * 0.82} {-r * 0.52}Q{r * 0.3} {-r * 0.36} {r * 0.04} {-r * 0.5}Q{-r * 0.1} {-r * 0.1} {-r * 0.38} {r * 0.1}Q{-r * 0.5} {r * 0.6} {-r * 0.7} {r * 0.72}"
           f"Q{-r * 1.15} {r * 0.3} {-r * 1.05} {-r * 0.2}Q{-r * 0.9} {-r * 1.1} {r * 0.05} {-r * 1.1}Q{r * 0.75} {-r * 1.06} {r * 0.82} {-r * 0.52}Z")  # fmt: skip
    return (
        out
        + path(cap, tone)
        + curve(
            f"M{-r * 0.6} {-r * 0.66}Q{-r * 0.1} {-r * 0.96} {r * 0.4} {-r * 0.8}",
            5,
            lighter(tone, 0.2),
        )
    )


def hair_behind(outfit: Outfit, skull: Point, phase: float) -> str:
    """Draw the hair that hangs or sticks out behind the head."""
    r, swing = 50.0, 8 * wave(phase)
    x, y, tone = skull[0], skull[1], outfit.hair
    if outfit.style == "long":
        return path(
            f"M{x - r * 0.9} {y - r * 0.4}Q{x - r * 1.5 - swing} {y + r * 0.8} {x - r * 1.05 - swing} {y + r * 1.75}Q{x - r * 0.5} {y + r * 1.7} {x - r * 0.1} {y + r * 0.8}Z",
            tone,
        )
    if outfit.style == "tail":
        return path(
            f"M{x - r * 0.8} {y - r * 0.5}Q{x - r * 1.9 - swing} {y - r * 0.4 + swing} {x - r * 1.7 - swing * 2} {y + r * 1.1}Q{x - r * 1.3} {y + r * 0.5} {x - r * 0.7} {y}Z",
            tone,
        ) + circle(x - r * 0.92, y - r * 0.35, r * 0.17, "#f7c948")
    if outfit.style == "bun":
        return circle(x - r * 0.86, y - r * 0.72, r * 0.42, tone)
    return ""


def hat(outfit: Outfit, r: float) -> str:
    """Draw what is on the head or before the eyes."""
    tone = outfit.hat_tone
    dark = darker(tone, 0.2)
    brow = -r * 0.52
    hats = {
        "helmet": circle(0, -r * 0.05, r * 1.32, "#e9f4ff", 0.28) + f'<circle cx="0" cy="{-r * 0.05}" r="{r * 1.3}" fill="none" stroke="#ffffff" stroke-width="7"/>' + curve(f"M{r * 0.3} {-r * 0.95}Q{r * 0.95} {-r * 0.75} {r * 1.0} {-r * 0.1}", 7, "#ffffff", 0.8),
        "peak": rect(-r, brow - r * 0.5, r * 1.9, r * 0.5, tone, radius=r * 0.2) + rect(-r * 0.95, brow - r * 0.1, r * 2.2, r * 0.18, dark, radius=r * 0.08) + circle(r * 0.45, brow - r * 0.28, r * 0.13, GOLD),
        "fire": path(f"M{-r * 1.35} {brow + r * 0.2}Q{-r} {-r * 1.5} {r * 0.1} {-r * 1.45}Q{r * 0.95} {-r * 1.4} {r * 1.05} {brow + r * 0.05}Z", tone) + circle(r * 0.55, -r * 0.86, r * 0.2, GOLD),
        "hard": path(f"M{-r * 1.02} {brow + r * 0.08}Q{-r} {-r * 1.4} 0 {-r * 1.4}Q{r * 0.95} {-r * 1.4} {r} {brow}H{r * 1.25}V{brow + r * 0.16}H{-r * 1.02}Z", tone),
        "cap": path(f"M{-r * 1.02} {brow + r * 0.12}Q{-r} {-r * 1.22} 0 {-r * 1.22}Q{r * 0.9} {-r * 1.2} {r * 0.95} {brow}H{r * 1.5}Q{r * 1.5} {brow + r * 0.2} {r * 0.9} {brow + r * 0.2}H{-r * 1.02}Z", tone),
        "swim": path(f"M{-r * 1.04} {r * 0.1}Q{-r * 1.05} {-r * 1.1} 0 {-r * 1.1}Q{r * 0.95} {-r * 1.05} {r * 0.98} {brow + r * 0.1}Q0 {brow + r * 0.2} {-r * 1.04} {r * 0.1}Z", tone),
        "brim": ellipse(r * 0.05, brow, r * 1.4, r * 0.22, dark) + path(f"M{-r * 0.86} {brow}Q{-r * 0.8} {-r * 1.5} {-r * 0.1} {-r * 1.35}Q{r * 0.5} {-r * 1.55} {r * 0.86} {brow}Z", tone) + rect(-r * 0.84, brow - r * 0.2, r * 1.7, r * 0.18, dark),
        "straw": ellipse(r * 0.05, brow, r * 1.6, r * 0.26, tone) + path(f"M{-r * 0.82} {brow}Q{-r * 0.7} {-r * 1.4} 0 {-r * 1.4}Q{r * 0.7} {-r * 1.4} {r * 0.85} {brow}Z", lighter(tone, 0.15)) + rect(-r * 0.82, brow - r * 0.16, r * 1.66, r * 0.16, "#c4553f"),
        "top": ellipse(r * 0.05, brow, r * 1.3, r * 0.2, tone) + rect(-r * 0.76, brow - r * 1.25, r * 1.6, r * 1.25, tone, radius=r * 0.08) + rect(-r * 0.76, brow - r * 0.32, r * 1.6, r * 0.22, "#c4314b"),
        "toque": rect(-r * 0.85, brow - r * 0.5, r * 1.72, r * 0.55, "#ffffff") + "".join(circle(x * r, brow - r * 0.72, r * 0.46, "#ffffff") for x in (-0.55, 0.0, 0.55)),
        "beret": ellipse(-r * 0.12, brow - r * 0.26, r * 1.16, r * 0.44, tone, -10) + circle(-r * 0.2, brow - r * 0.72, r * 0.1, dark),
        "crown": polygon([(-r * 0.8, brow), (-r * 0.9, brow - r * 0.8), (-r * 0.42, brow - r * 0.4), (0, brow - r), (r * 0.42, brow - r * 0.4), (r * 0.9, brow - r * 0.8), (r * 0.8, brow)], GOLD) + circle(0, brow - r * 0.2, r * 0.12, "#e5484d"),
        "cone": ellipse(r * 0.05, brow, r * 1.45, r * 0.24, dark) + path(f"M{-r * 0.85} {brow}Q{-r * 0.3} {-r * 1.6} {-r * 0.5} {-r * 2.5}Q{r * 0.5} {-r * 1.7} {r * 0.9} {brow}Z", tone) + circle(r * 0.05, -r * 1.15, r * 0.14, GOLD),
        "santa": path(f"M{-r * 0.95} {brow}Q{-r * 0.9} {-r * 1.6} {-r * 1.5} {-r * 1.5}Q{r * 0.4} {-r * 2.0} {r * 0.9} {brow}Z", tone) + rect(-r * 1.05, brow - r * 0.16, r * 2.1, r * 0.36, "#ffffff", radius=r * 0.18) + circle(-r * 1.5, -r * 1.42, r * 0.26, "#ffffff"),
        "visor": path(f"M{-r * 1.08} {r * 0.6}Q{-r * 1.2} {-r * 1.2} 0 {-r * 1.2}Q{r * 1.1} {-r * 1.15} {r * 1.1} {-r * 0.3}H{r * 0.15}V{r * 0.12}H{r * 1.1}Q{r * 1.05} {r * 0.8} {r * 0.5} {r * 1.0}Q{-r * 0.6} {r * 1.05} {-r * 1.08} {r * 0.6}Z", tone) + curve(f"M{-r * 0.4} {-r * 1.15}Q{-r * 1.5} {-r * 1.9} {-r * 1.5} {-r * 0.6}", 14, "#e5484d"),
        "veil": path(f"M{r * 0.3} {-r * 1.05}Q{-r * 1.4} {-r * 1.1} {-r * 1.55} {r * 2.6}Q{-r * 0.8} {r * 2.2} {-r * 0.55} {r * 0.3}Z", "#ffffff", 0.75) + "".join(circle(x * r, y * r, r * 0.15, "#f7b7c8") for x, y in ((0.35, -1.0), (0.08, -1.06), (-0.2, -1.02))),
        "halo": f'<ellipse cx="0" cy="{-r * 1.45}" rx="{r * 0.72}" ry="{r * 0.2}" fill="none" stroke="{GOLD}" stroke-width="8"/>',
        "mask": rect(r * 0.1, -r * 0.4, r * 0.98, r * 0.66, "#2f3a55", radius=r * 0.2) + rect(r * 0.2, -r * 0.3, r * 0.8, r * 0.46, "#9fe0f0", radius=r * 0.14),
        "glasses": f'<g fill="none" stroke="#33343c" stroke-width="5"><circle cx="{r * 0.36}" cy="{-r * 0.04}" r="{r * 0.24}"/><circle cx="{r * 0.82}" cy="{-r * 0.04}" r="{r * 0.2}"/></g>',
        "eyes": polygon([(r * 0.05, -r * 0.24), (r * 1.0, -r * 0.3), (r * 0.98, r * 0.08), (r * 0.5, r * 0.12), (r * 0.05, r * 0.04)], "#e5484d") + circle(r * 0.36, -r * 0.08, 6, "#ffffff") + circle(r * 0.76, -r * 0.08, 6, "#ffffff"),
        "antenna": "".join(stroke([(x * r * 0.5, -r * 0.85), (x * r, -r * 1.5)], 6, darker(outfit.skin, 0.15)) + circle(x * r, -r * 1.55, r * 0.16, tone if tone != "#33343c" else "#f6c945") for x in (-0.5, 0.55)),
        "nose": circle(r * 0.98, r * 0.14, r * 0.24, "#e5484d"),
        "mirror": curve(f"M{-r * 0.95} {brow}L{r * 0.9} {brow}", 7, "#8a94a3") + circle(r * 0.5, brow, r * 0.2, "#dfe7ee"),
    }  # fmt: skip
    return hats.get(outfit.hat, "")


def behind(outfit: Outfit, chest: Point, hip: Point, skull: Point, phase: float) -> str:
    """Draw what is on the back."""
    x, y, tone, swing = chest[0], chest[1], outfit.back_tone, wave(phase)
    del skull
    if outfit.back == "pack":
        return rect(x - 66, y + 2, 56, 98, tone, radius=18) + rect(
            x - 66, y + 52, 40, 40, darker(tone, 0.15), radius=10
        )
    if outfit.back == "tank":
        return rect(x - 60, y, 34, 104, tone, radius=16) + stroke(
            [(x - 42, y), (x - 30, y - 24)], 8, "#5d6470"
        )
    if outfit.back == "cape":
        return path(
            f"M{x - 6} {y}H{x + 18}L{hip[0] - 6} {hip[1] + 40}Q{hip[0] - 60 - 24 * swing} {hip[1] + 74} {hip[0] - 108 - 26 * swing} {hip[1] + 52 + 18 * swing}Q{x - 62} {y + 60} {x - 6} {y}Z",
            tone,
        )
    if outfit.back == "wings":
        beat = 12 + 20 * swing
        return "".join(
            group(
                ellipse(-56, 0, 58, 30, tone), f"translate({x - 8} {y + 30}) rotate({turn})", 0.85
            )
            for turn in (24 + beat, -22 + beat)
        )
    return ""


def front(outfit: Outfit, chest: Point, hip: Point, phase: float) -> str:
    """Draw what lies on the chest."""
    del phase
    x, y = chest
    if outfit.hat == "helmet":
        return (
            rect(x + 2, y + 36, 26, 22, "#4f86c6", radius=4)
            + circle(x + 10, y + 68, 5, "#e5484d")
            + circle(x + 23, y + 68, 5, "#4fa95a")
        )
    if outfit.hat == "eyes":
        return polygon([(x + 2, y + 26), (x + 30, y + 26), (x + 16, y + 58)], GOLD)
    if outfit.hat == "santa":
        return rect(hip[0] - 34, hip[1] - 22, 68, 18, "#33343c") + rect(
            hip[0] + 4, hip[1] - 24, 20, 22, GOLD, radius=4
        )
    if outfit.hand == "case":
        return polygon([(x + 8, y), (x + 22, y), (x + 16, y + 14)], "#ffffff") + polygon(
            [
                (x + 12, y + 12),
                (x + 20, y + 12),
                (x + 22, y + 52),
                (x + 16, y + 60),
                (x + 10, y + 52),
            ],
            "#c4314b",
        )
    return ""


def held(outfit: Outfit, hand: Point, angle: float) -> str:
    """Draw what is in the near hand; long things follow the forearm."""
    wood, steel = "#8a5a3c", "#c9d0da"
    things = {
        "mic": stroke([(0, 6), (0, -26)], 9, "#3a3f4a") + circle(0, -34, 13, "#5d6470"),
        "guitar": group(ellipse(-20, 14, 44, 34, "#c47a3d") + ellipse(18, 8, 32, 26, "#c47a3d") + circle(2, 10, 11, "#4a2f20") + stroke([(20, 6), (110, -34)], 11, wood) + rect(104, -48, 26, 18, wood, radius=4), "rotate(-6)"),
        "wand": stroke([(0, 6), (26, -56)], 7, "#3a2f33") + polygon([(26, -84), (33, -64), (52, -60), (36, -50), (40, -32), (26, -44), (12, -32), (16, -50), (0, -60), (19, -64)], GOLD),
        "book": group(rect(-26, -20, 52, 40, "#c4553f", radius=4) + rect(-22, -16, 44, 30, "#fbf6ea", radius=2), "rotate(-12)"),
        "sword": stroke([(0, 8), (60, -74)], 10, steel) + stroke([(-2, -18), (22, 2)], 9, GOLD),
        "brush": stroke([(-10, 20), (20, -46)], 6, wood) + ellipse(25, -56, 7, 15, "#e5484d", 26),
        "spanner": stroke([(0, 14), (12, -40)], 10, steel) + circle(14, -50, 14, steel) + circle(18, -56, 6, "#eef1f6"),
        "staff": stroke([(0, 120), (0, -120)], 9, wood) + circle(0, -132, 18, "#7fe6ff"),
        "broom": stroke([(-10, 110), (14, -130)], 8, wood) + polygon([(-16, 96), (4, 100), (2, 150), (-40, 146)], "#d9b45a"),
        "fork": stroke([(0, 130), (0, -110)], 8, wood) + "".join(stroke([(x, -110), (x, -150)], 5, steel) for x in (-14, 0, 14)) + stroke([(-14, -110), (14, -110)], 6, steel),
        "case": rect(-30, 8, 60, 46, "#6b4a36", radius=7) + curve("M-12 8Q0 -8 12 8", 6, "#4a3226"),
        "flask": polygon([(-6, -40), (6, -40), (6, -18), (22, 14), (-22, 14), (-6, -18)], "#d9f3ff") + polygon([(-12, -4), (12, -4), (22, 14), (-22, 14)], "#6fd68a"),
        "spoon": stroke([(0, 16), (8, -36)], 7, wood) + ellipse(10, -48, 11, 15, wood, 10),
    }  # fmt: skip
    thing = things.get(outfit.hand, "")
    turn = (
        0
        if outfit.hand in {"staff", "broom", "fork", "case", "guitar", "book"}
        else (angle - 60) * -0.4
    )
    return (
        group(thing, f"translate({hand[0]:.1f} {hand[1]:.1f}) rotate({turn:.1f})") if thing else ""
    )
