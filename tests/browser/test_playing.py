"""Films in a real browser: they play to their end, at their size, in the colours of the painter."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.chromium import Page, opened
from tests.studio.movie_samples import film, music, scene_clip, tiny

pytestmark = pytest.mark.browser

TYPES = {"mp4": "video/mp4", "mov": "video/mp4", "webm": "video/webm"}
COLOURS = {0.25: (255, 0, 0), 0.75: (0, 255, 0), 1.25: (0, 0, 255)}
"""Seconds -> red, green, blue of the middle, as painted."""
LOSS = 15
"""What encoding takes from pure colours; BT.709 read as BT.601 takes 22 from red."""
FILM = film(
    1500, clips=tuple(scene_clip(500 * n, 500, n) for n in range(3)), sounds=(music(1500),)
)  # fmt: skip

SCRIPT = """(async (source, moments) => {
  const video = document.createElement("video"), canvas = document.createElement("canvas");
  const event = (name) => new Promise((done, failed) => {
    video.addEventListener(name, done, {once: true});
    video.addEventListener("error", () => failed(new Error(video.error.message)), {once: true});
  });
  const loaded = event("loadeddata");
  video.src = source;
  await loaded;
  const found = {width: video.videoWidth, height: video.videoHeight, seconds: video.duration};
  [canvas.width, canvas.height] = [found.width, found.height];
  const pen = canvas.getContext("2d", {willReadFrequently: true});
  found.colours = [];
  // A busy browser says that it is there before the picture is: ask which one is shown.
  const shown = () => new Promise((done) =>
    video.requestVideoFrameCallback((_, picture) => done(picture.mediaTime)));
  document.body.append(video);
  for (const moment of moments) {
    let picture = shown();
    video.currentTime = moment;
    while (Math.abs(await picture - moment) > 0.1) picture = shown();
    pen.drawImage(video, 0, 0);
    const at = [found.width * 3 / 4, found.height * 5 / 8].map(Math.floor);
    found.colours.push([...pen.getImageData(...at, 1, 1).data].slice(0, 3));
  }
  const over = event("ended");
  await video.play();
  await over;
  found.heard = video.webkitAudioDecodedByteCount > 0;
  return found;
})"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Return an empty page in a browser."""
    folder = tmp_path_factory.mktemp("browser")
    (folder / "page.html").write_text("<!doctype html><title>films</title>")
    with opened(folder / "page.html", folder / "profile") as page:
        yield page


@pytest.mark.parametrize("container", TYPES)
def test_a_film_plays_to_its_end_in_its_colours(page: Page, tmp_path: Path, container: str) -> None:
    made = tiny(FILM, tmp_path, container=container, scale=0.1)
    data = base64.b64encode(made.path.read_bytes()).decode()
    source = f"data:{TYPES[container]};base64,{data}"
    found: dict[str, Any] = page.run(f"{SCRIPT}('{source}', {list(COLOURS)})")
    assert (found["width"], found["height"]) == (made.width, made.height)
    assert abs(found["seconds"] - 1.5) < 0.05
    assert found["heard"]
    for seen, painted in zip(found["colours"], COLOURS.values(), strict=True):
        assert max(abs(a - b) for a, b in zip(seen, painted, strict=True)) <= LOSS, found


def test_a_gif_is_shown(page: Page, tmp_path: Path) -> None:
    made = tiny(FILM, tmp_path, container="gif", scale=0.3)
    data = base64.b64encode(made.path.read_bytes()).decode()
    size = page.run(
        "(async () => { const picture = new Image();"
        f"picture.src = 'data:image/gif;base64,{data}'; await picture.decode();"
        "return [picture.naturalWidth, picture.naturalHeight]; })()"
    )
    assert tuple(size) == (made.width, made.height)
