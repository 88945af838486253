"""Movie making: a `Film` becomes an H.264/AAC MP4 (or MOV, WebM, GIF), frame-exact, in parallel."""

from t2v_studio.movie.art import Art, Painter, Picture
from t2v_studio.movie.formats import CONTAINERS, QUALITIES, Container, Quality
from t2v_studio.movie.make import prepare, render
from t2v_studio.movie.outcome import Movie, RenderCancelledError, RenderError

__all__ = [
    "CONTAINERS", "QUALITIES", "Art", "Container", "Movie", "Painter", "Picture", "Quality",
    "RenderCancelledError", "RenderError", "prepare", "render",
]  # fmt: skip
