"""The page of a batch in a real browser, from the disk: it plays, it sorts, it asks nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from t2v.batches import gallery
from t2v.batches.check import Item
from t2v.batches.folder import Folder
from t2v.batches.journal import DONE, FAILED, Draft, Journal
from tests.browser.chromium import Page, opened

pytestmark = pytest.mark.browser

ROWS = (
    # id, prompt, the credits it cost; None failed
    ("zebra", "a zebra & a <b>bold</b> bird", 100),
    ("ant", "an ant #1 100%", 50),
    ("mouse", "a mouse", None),
)


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a batch with two videos and one failure."""
    folder = Folder(tmp_path_factory.mktemp("batch"))
    folder.journal.parent.mkdir()
    draft = Draft(folder.journal)
    for n, (name, prompt, _) in enumerate(ROWS):
        draft.add(Item(n, n + 2, name, 0, f"{name} #{n}%.mp4", prompt))
    draft.publish({"source": "prompts.csv"}, [])
    with Journal(folder.journal) as journal:
        for _, _, cost in ROWS:
            line = journal.take(None)
            assert line is not None
            if cost is None:
                journal.end(line, FAILED, {"error": "agent_failed", "say": "It could not."})
                continue
            draw(folder.path / line.item.name)
            got = {"duration_s": 2.0, "width": 192, "height": 108, "fps": 5.0, "audio": True}
            journal.end(line, DONE, {"credits": cost, "delivered": got, "requested": {}})
        gallery.write(journal, folder)
    return folder.path


def draw(path: Path) -> None:
    """Write a small film: two seconds that grow lighter."""
    with av.open(str(path), "w", format="mp4") as film:
        stream = film.add_stream("libx264", rate=5, options={"movflags": "faststart"})
        stream.width, stream.height, stream.pix_fmt = 192, 108, "yuv420p"
        for n in range(10):
            picture = np.full((108, 192, 3), 20 * n, np.uint8)
            film.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        film.mux(stream.encode())


@pytest.fixture(scope="module")
def page(batch: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with opened(batch / "index.html", tmp_path_factory.mktemp("profile")) as found:
        yield found


def ids(page: Page) -> list[str]:
    shown = "[...document.querySelectorAll('tbody tr:not([hidden]) .id')].map(c => c.textContent)"
    found: list[str] = page.run(shown)
    return found


def test_failures_come_first(page: Page) -> None:
    assert ids(page) == ["mouse", "zebra", "ant"]
    assert "agent_failed: It could not." in page.run("document.body.textContent")


def test_a_video_plays_from_the_disk(page: Page) -> None:
    played = page.run("""(async () => {
        const video = document.querySelector("video");
        await video.play();
        await new Promise((done) => video.addEventListener("timeupdate", function tick() {
            if (video.currentTime > 0.2) { video.removeEventListener("timeupdate", tick); done(); }
        }));
        video.pause();
        return [video.videoWidth > 0, video.duration, video.error];
    })()""")
    assert played[0] is True
    assert played[1] == pytest.approx(2.0, abs=0.3)
    assert played[2] is None


def test_a_column_sorts_up_and_down(page: Page) -> None:
    click = "document.querySelectorAll('th')[{}].click()"
    page.run(click.format(1))
    assert ids(page) == ["ant", "mouse", "zebra"]
    page.run(click.format(1))
    assert ids(page) == ["zebra", "mouse", "ant"]
    page.run(click.format(5))
    assert ids(page) == ["ant", "zebra", "mouse"], "numbers before what has none"


def test_what_is_wanted_can_be_searched_for(page: Page) -> None:
    search = "search.value = '{}'; search.dispatchEvent(new Event('input'))"
    page.run(search.format("bold"))
    assert ids(page) == ["zebra"]
    page.run(search.format(""))
    page.run("failed.click()")
    assert ids(page) == ["mouse"]
    page.run("failed.click()")


def test_words_of_a_table_are_words_on_the_page(page: Page) -> None:
    assert page.run("document.querySelectorAll('.prompt b').length") == 0
    assert page.run("document.querySelector('tr.done .prompt').textContent").startswith("a")


def test_light_and_dark_can_be_chosen(page: Page) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    before = page.run(colour)
    page.run("theme.click()")
    assert page.run(colour) != before


def test_the_page_asks_nobody_and_complains_of_nothing(page: Page, batch: Path) -> None:
    asked = [
        event["params"]["request"]["url"]
        for event in page.events
        if event.get("method") == "Network.requestWillBeSent"
    ]
    assert asked
    assert {url for url in asked if not url.startswith((batch.as_uri(), "data:"))} == set()
    complaints = [one for one in page.events if one.get("method") == "Log.entryAdded"]
    assert complaints == []
