"""The light of a time and weather: sky bands, and how it changes the colour of a thing."""

from __future__ import annotations

from ..palette import Colour

Bands = tuple[Colour, Colour, Colour]

WHITE: Colour = (250, 250, 252)
SNOW: Colour = (244, 248, 254)
SNOW_SHADE: Colour = (206, 222, 242)
LAMP: Colour = (255, 214, 104)
MOON: Colour = (255, 240, 190)

SKIES: dict[str, Bands] = {
    "day": ((104, 188, 238), (146, 211, 246), (196, 233, 250)),
    "sunset": ((214, 98, 120), (246, 142, 104), (255, 196, 122)),
    "night": ((20, 28, 88), (32, 48, 122), (52, 76, 156)),
}
WEATHER_SKIES: dict[tuple[str, str], Bands] = {
    ("day", "cloudy"): ((146, 184, 214), (176, 206, 228), (208, 226, 238)),
    ("day", "rain"): ((112, 132, 162), (138, 158, 184), (170, 188, 206)),
    ("day", "snow"): ((164, 198, 226), (190, 216, 236), (218, 234, 246)),
    ("day", "fog"): ((196, 212, 220), (212, 224, 230), (228, 236, 238)),
    ("sunset", "cloudy"): ((188, 112, 138), (222, 152, 134), (244, 194, 150)),
    ("sunset", "rain"): ((126, 92, 128), (174, 112, 124), (216, 148, 126)),
    ("sunset", "fog"): ((232, 170, 156), (242, 190, 166), (250, 212, 182)),
    ("night", "cloudy"): ((34, 42, 100), (48, 62, 132), (70, 90, 160)),
    ("night", "rain"): ((22, 28, 70), (34, 42, 92), (50, 60, 114)),
    ("night", "snow"): ((30, 44, 108), (44, 64, 138), (70, 94, 166)),
    ("night", "fog"): ((60, 74, 128), (78, 94, 148), (100, 116, 166)),
}
FOG: dict[str, Colour] = {"day": (226, 234, 238), "sunset": (246, 206, 180), "night": (92, 108, 160)}
CLOUD: dict[str, Colour] = {"day": (252, 253, 255), "sunset": (255, 214, 184), "night": (84, 104, 178)}
DARK_CLOUD: dict[str, Colour] = {"day": (84, 98, 128), "sunset": (104, 78, 118), "night": (56, 66, 124)}


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """The colour `share` (0–1) of the way from one to the other."""
    r, g, b = (round(x + (y - x) * share) for x, y in zip(one, other, strict=True))
    return r, g, b


def lighter(colour: Colour, share: float = 0.25) -> Colour:
    """The colour as a highlight."""
    return mix(colour, (255, 250, 224), share)


def darker(colour: Colour, share: float = 0.2) -> Colour:
    """The colour in shade."""
    return mix(colour, (44, 40, 96), share)


def sky_bands(time: str, weather: str) -> Bands:
    """The three colours of a sky, from the top down."""
    return WEATHER_SKIES.get((time, weather), SKIES[time])


def _vivid(colour: Colour, strength: float = 0.3) -> Colour:
    """The colour further from grey, so that it outlasts a dim light."""
    grey = sum(colour) / 3
    r, g, b = (min(255, max(0, round(x + (x - grey) * strength))) for x in colour)
    return r, g, b


def lit(colour: Colour, time: str, weather: str, indoor: bool, far: float = 0.0) -> Colour:
    """The colour in a light; `far` (0–1) is how much air or fog lies in front of it."""
    r, g, b = colour if time == "day" else _vivid(colour)
    if time == "night":
        dim, floor = ((0.52, 0.52, 0.60), (4, 10, 64)) if indoor else ((0.44, 0.50, 0.62), (0, 16, 66))
        colour = (round(r * dim[0] + floor[0]), round(g * dim[1] + floor[1]), round(b * dim[2] + floor[2]))
        if not indoor:
            colour = mix(colour, (24, 60, 160), 0.18)
    elif time == "sunset":
        colour = mix((r, round(g * 0.88), round(b * 0.8)), (255, 150, 92), 0.26 if indoor else 0.12)
    if indoor:
        return colour
    if weather == "fog":
        return mix(colour, FOG[time], (0.14 if time == "night" else 0.24) + 0.5 * far)
    if weather == "rain":
        colour = mix(colour, (84, 100, 136) if time != "night" else (36, 44, 110), 0.24 if time != "night" else 0.16)
    return mix(colour, sky_bands(time, weather)[2], 0.45 * far)
