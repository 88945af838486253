"""The page of the gallery: one HTML file with its pictures inside, light and dark, no scripts."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from html import escape
from itertools import groupby

from PIL import Image

from exhibition.shots import Shot

STYLE = """
:root { color-scheme: light dark; --paper: #f6f4ef; --card: #fff; --ink: #1d2130; --soft: #6b7083;
  --line: #e4e0d7; --warn: #a8531a; }
@media (prefers-color-scheme: dark) { :root { --paper: #14161d; --card: #1d202b; --ink: #eceef4;
  --soft: #9aa1b5; --line: #2b2f3d; --warn: #f0a868; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 88rem; padding: 2.5rem 1.5rem 5rem; background: var(--paper);
  color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 2rem; letter-spacing: -.02em; }
h2 { margin: 3rem 0 1rem; font-size: 1.2rem; }
header p { max-width: 46rem; color: var(--soft); }
nav a { margin-right: 1rem; color: inherit; }
section { display: grid; gap: 1.25rem;
  grid-template-columns: repeat(auto-fill, minmax(24rem, 1fr)); }
article { overflow: hidden; background: var(--card); border: 1px solid var(--line);
  border-radius: 14px; }
img { display: block; width: 100%; background: #000; }
article.tall img { max-height: 30rem; object-fit: contain; }
article div { padding: .9rem 1.1rem 1.1rem; }
h3 { margin: 0 0 .4rem; font-size: 1rem; font-weight: 600; white-space: pre-line; }
p { margin: .15rem 0; }
small, .drawn { color: var(--soft); }
.missing { color: var(--warn); }
"""


def page(shots: Sequence[Shot]) -> str:
    """Return the whole page."""
    groups = [(name, list(some)) for name, some in groupby(shots, lambda shot: shot.group)]
    links = "".join(f'<a href="#{escape(name)}">{escape(name)}</a>' for name, _ in groups)
    body = "".join(
        f'<h2 id="{escape(name)}">{escape(name)}</h2><section>{"".join(map(_card, some))}</section>'
        for name, some in groups
    )
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>Gallery</title>'
        f"<style>{STYLE}</style><header><h1>Gallery</h1><p>{_figures(shots)}</p>"
        f"<nav>{links}</nav></header>{body}</html>\n"
    )


def _figures(shots: Sequence[Shot]) -> str:
    whole = [shot for shot in shots if not shot.missing]
    making = sorted(shot.making_ms for shot in shots)[len(shots) // 2]
    frame = sorted(shot.frame_ms for shot in shots)[len(shots) // 2]
    return (
        f"What the local studio makes of {len(shots)} prompts, six frames of each. "
        f"{len(whole)} are drawn whole; of the others the page says what is missing. Median: "
        f"{making:.0f} ms from the words to the first frame, {frame:.1f} ms for each after it."
    )


def _card(shot: Shot) -> str:
    wide, high = shot.size
    missing = ", ".join(shot.missing)
    return (
        f'<article class="{"tall" if high > wide else "wide"}">'
        f'<img loading="lazy" alt="Six frames" src="{_inside(shot.sheet)}">'
        f"<div><h3>{escape(shot.prompt)}</h3>"
        + "".join(f'<p class="drawn">{escape(line)}</p>' for line in shot.drawn)
        + (f'<p class="missing">Not drawn: {escape(missing)}</p>' if missing else "")
        + f"<small>{shot.duration_ms / 1000:g} s · made in {shot.making_ms:.0f} ms · "
        f"{shot.frame_ms:.1f} ms a frame</small></div></article>"
    )


def _inside(picture: Image.Image) -> str:
    """Return a picture as an address that holds it."""
    return "data:image/webp;base64," + base64.b64encode(webp(picture, 78)).decode()


def webp(picture: Image.Image, quality: int) -> bytes:
    """Return a picture as a WebP file."""
    file = io.BytesIO()
    picture.save(file, "WEBP", quality=quality, method=6)
    return file.getvalue()
