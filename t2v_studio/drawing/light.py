"""What time and weather do to colours: sky, sun, tint, haze. Two tables and how they combine."""

from __future__ import annotations

from dataclasses import dataclass, replace

from t2v_studio.drawing.colour import mix


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """The light of a scene. Colours are hex; shares go from 0 to 1."""

    sky: tuple[str, str, str]
    """Top, middle, at the horizon."""
    tint: str
    """What a white thing in the landscape looks like."""
    face: str
    """The same for who is in the foreground: less, so that one recognises them."""
    haze: str
    """What far things fade into."""
    thickness: float = 0.55
    """How much of the farthest layer is haze."""
    water: tuple[str, str]
    """At the horizon, and at our feet."""
    cloud: str
    orb: str = "#fff3c4"
    """The sun or the moon."""
    orb_at: tuple[float, float] = (0.76, 0.62)
    """Share of the width from the left; share of the sky's height above the horizon."""
    orb_size: float = 0.055
    """Radius as a share of the frame's height."""
    glow: str = "#fff1b8"
    glow_strength: float = 0.5
    stars: float = 0.0
    lamps: float = 0.0
    """How brightly windows and lamps shine."""


TIMES = {
    "day": Light(
        sky=("#4aa8ee", "#8fd0f7", "#dcf2fb"), tint="#ffffff", face="#ffffff", haze="#cfeaf7",
        water=("#a5dcf0", "#2f86bf"),
        cloud="#ffffff", orb="#fff6cf", glow="#fff6d0", glow_strength=0.45,
    ),
    "dawn": Light(
        sky=("#7f9bd8", "#f3bdb8", "#ffe9c9"), tint="#ffeae2", face="#fff4ee", haze="#f9d5cb",
        water=("#f3cfc4", "#6f8fc4"),
        cloud="#ffe3dc", orb="#ffe9b0", orb_at=(0.3, 0.16), glow="#ffd9a0", glow_strength=0.75,
    ),
    "golden hour": Light(
        sky=("#6f8fc9", "#fbb978", "#ffe3a3"), tint="#ffe0ad", face="#fff0d2", haze="#ffce93",
        water=("#f7bd85", "#56639c"),
        cloud="#ffd9ae", orb="#fff0b8", orb_at=(0.64, 0.24), orb_size=0.075, glow="#ffc766",
        glow_strength=0.9,
    ),
    "dusk": Light(
        sky=("#35356e", "#a4578f", "#ff9a6a"), tint="#bf9dc0", face="#e2c8dc", haze="#b8709a",
        water=("#e08c86", "#3d3a78"),
        cloud="#c9739a", orb="#ffd08a", orb_at=(0.5, 0.07), orb_size=0.08, glow="#ff8f5c",
        glow_strength=0.95, stars=0.25, lamps=0.8,
    ),
    "night": Light(
        sky=("#0b1236", "#18286a", "#34539a"), tint="#6480b8", face="#b3c1e6", haze="#2b4688",
        water=("#34539a", "#12235a"),
        cloud="#4a629f", orb="#f7f1d4", orb_at=(0.76, 0.72), orb_size=0.05, glow="#8fa8e8",
        glow_strength=0.5, stars=1.0, lamps=1.0,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Weather:
    """What a weather does to the light."""

    grey: str = "#c3ccd6"
    cover: float = 0.0
    """How far the sky turns into that grey."""
    dim: float = 0.0
    """How much light is lost."""
    haze: float = 0.0
    """Haze added to every layer's share."""
    clouds: int = 7
    """How many clouds drift by."""
    sun: float = 1.0
    """How much of the sun or moon is seen."""


WEATHERS = {
    "clear": Weather(),
    "wind": Weather(clouds=9),
    "cloudy": Weather(cover=0.55, dim=0.1, clouds=18, sun=0.25),
    "rain": Weather(grey="#93a3b5", cover=0.75, dim=0.22, haze=0.12, clouds=18, sun=0.0),
    "storm": Weather(grey="#5c6880", cover=0.85, dim=0.38, haze=0.12, clouds=22, sun=0.0),
    "snow": Weather(grey="#dbe3ec", cover=0.65, dim=0.04, haze=0.18, clouds=12, sun=0.15),
    "fog": Weather(grey="#d5dbe0", cover=0.7, dim=0.06, haze=0.4, clouds=4, sun=0.3),
}


def light_of(time: str, weather: str) -> Light:
    """Return the light for a time of day in a weather; unknown words mean a clear day."""
    light = TIMES.get(time, TIMES["day"])
    over = WEATHERS.get(weather, WEATHERS["clear"])
    grey = _times(over.grey, light.tint)
    top, middle, low = (mix(stop, grey, over.cover) for stop in light.sky)
    return replace(
        light,
        sky=(mix(top, "#10141f", over.dim), mix(middle, "#10141f", over.dim * 0.7), low),
        tint=mix(light.tint, "#1c2740", over.dim),
        face=mix(light.face, "#2a3550", over.dim * 0.5),
        haze=mix(light.haze, grey, over.cover),
        thickness=min(0.95, light.thickness + over.haze),
        water=(
            mix(light.water[0], grey, over.cover * 0.8),
            mix(light.water[1], grey, over.cover * 0.4),
        ),
        cloud=mix(light.cloud, grey, over.cover * 0.8),
        glow_strength=light.glow_strength * over.sun,
        stars=light.stars * (1 - over.cover) * over.sun,
        lamps=max(light.lamps, over.dim * 1.5),
    )


def _times(first: str, second: str) -> str:
    pairs = zip(bytes.fromhex(first[1:]), bytes.fromhex(second[1:]), strict=True)
    return "#" + "".join(f"{one * two // 255:02x}" for one, two in pairs)
