"""Things that stand in landscapes, as SVG text. Each stands on (x, y) and is `size` units high."""
