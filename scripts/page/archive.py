"""The archive of a bundle, the same to the byte wherever and whenever it is made."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from page.bundle import executable

MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first moment that the format knows; real times would make every archive another one."""
UNIX = 3


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP archive of a bundle's files, sorted, with fixed times and modes.

    Stored, not deflated: builds of zlib differ in what they write, and texts of half a megabyte
    are far below the registry's limit.
    """
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as packed:
        for name, content in sorted(files.items()):
            entry = ZipInfo(name, MOMENT)
            entry.create_system = UNIX
            entry.external_attr = (stat.S_IFREG | (0o755 if executable(name) else 0o644)) << 16
            packed.writestr(entry, content)
    return target.getvalue()
