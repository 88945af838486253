"""The API's endpoints, one row each: what is called, how long it may take, what it may cost.

The client obeys the rows, the studio serves them and the page names them. Facts are those of the
vendor's public pages. Standard library only.
"""

from __future__ import annotations

from typing import NamedTuple

API_URL = "https://mega-api-prod.nemovideo.ai"
WEB_URL = "https://nemovideo.com"
APP = "nemo_agent"

CHAT_LIMIT_S = 900.0
"""A chat may take at most 15 minutes."""

INTENT_KEY = "Idempotency-Key"
"""The header that names an intent to a service that knows it: under one name it runs once."""

RENDER_LIMIT_S = 1800.0
"""A render is waited for this long, and then found again by the next call."""


class Endpoint(NamedTuple):
    """One call. `path` takes `{session}` or `{render}`; both are checked before they go in.

    `tries` counts requests after which nothing more is sent; 1 for all that may cost something.
    `idle_s` bounds silence while an answer is awaited or read, in seconds.
    """

    name: str
    method: str
    path: str
    tries: int = 1
    may_cost: bool = False
    bearer: bool = True
    idle_s: float = 30.0


ANONYMOUS_TOKEN = Endpoint(
    name="anonymous token",
    method="POST",
    path="/api/auth/anonymous-token",
    may_cost=True,  # the week's only token
    bearer=False,
)
CLAIM_TOKEN = Endpoint(name="claim token", method="POST", path="/api/auth/claim-token")
CREATE_SESSION = Endpoint(
    name="create session",
    method="POST",
    path=f"/api/tasks/me/with-session/{APP}",
)
CHAT = Endpoint(name="chat", method="POST", path="/run_sse", may_cost=True, idle_s=60.0)
UPLOAD = Endpoint(
    name="upload",
    method="POST",
    path=f"/api/upload-video/{APP}/me/{{session}}",
    idle_s=60.0,
)
CREDITS = Endpoint(name="credits", method="GET", path="/api/credits/balance/simple", tries=3)
STATE = Endpoint(
    name="state",
    method="GET",
    path=f"/api/state/{APP}/me/{{session}}/latest",
    tries=3,
)
RENDER = Endpoint(name="render", method="POST", path="/api/render/proxy/lambda", may_cost=True)
RENDER_STATUS = Endpoint(
    name="render status",
    method="GET",
    path="/api/render/proxy/lambda/{render}",
    tries=3,
)
RENDER_DOWNLOAD = Endpoint(
    name="render download",
    method="GET",
    path="/api/render/proxy/{render}/download",
    tries=3,
)

ENDPOINTS = (
    ANONYMOUS_TOKEN,
    CLAIM_TOKEN,
    CREATE_SESSION,
    CHAT,
    UPLOAD,
    CREDITS,
    STATE,
    RENDER,
    RENDER_STATUS,
    RENDER_DOWNLOAD,
)

VIDEO_FORMATS = ("mp4", "mov", "avi", "webm", "mkv")
IMAGE_FORMATS = ("jpg", "png", "gif", "webp")
AUDIO_FORMATS = ("mp3", "wav", "m4a", "aac")
UPLOAD_FORMATS = VIDEO_FORMATS + IMAGE_FORMATS + AUDIO_FORMATS

FORMATS = ("mp4", "mov", "webm", "gif")
QUALITIES = ("low", "medium", "high")
"""What a render can be asked for; mp4 and high are documented, and the defaults."""

SIZES = {"480p": "low", "720p": "medium", "1080p": "high"}
"""What people say instead of a quality. The service renders 1080p at most."""

LARGER = ("1440p", "2160p")
FRAME_RATES = (24, 25, 30, 48, 50, 60)
"""What the local studio renders besides: larger sizes, and rates that are not the film's own."""

PRICES = {"generate": 100, "edit": 50, "export": 0}
"""Credits, approximately, as the vendor's own skill states them."""
