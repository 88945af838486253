"""Figures with joints: SVG text for any phase of a movement. They stand on y = 0 and face right."""
