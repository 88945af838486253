"""The browser that pages are tried in: Debian's Chromium, found or installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")
INSTALL = ("apt-get", "install", "-y", "--no-install-recommends", "chromium")


def found() -> str | None:
    """Return the path of a browser that is there."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def ensure() -> None:
    """See to it that there is one; who may install it does, others are told the command."""
    if found():
        return
    command = " ".join(INSTALL)
    if shutil.which(INSTALL[0]) is None or os.geteuid() != 0:
        sys.exit(f"The browser tests need Chromium. Install it: sudo {command}")
    print(f"Installing the browser: {command}", flush=True)
    subprocess.run((INSTALL[0], "update"), check=False)
    if subprocess.run(INSTALL, check=False).returncode or not found():
        sys.exit(f"The browser tests need Chromium, and this failed: {command}")
