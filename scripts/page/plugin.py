"""The repository as a plugin: a manifest for each host, and the five skills over one engine.

Hosts copy a plugin whole, so its skills need not each hold the engine. Links to it would not do:
Codex leaves them out of its copy, and Git on Windows makes none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from page.bundle import executable
from page.source import Source, SourceError

HOSTS = (".claude-plugin", ".cursor-plugin", ".codex-plugin")
"""Where each host looks for a manifest; OpenClaw reads any of them."""
SKILLS = "skills"
FOLDERS = (*HOSTS, SKILLS)
"""All of these hold built files alone."""
ENGINE = "/../../../tools"
"""The way from a skill's tools to the repository's."""
BEFORE = "\nfrom t2v."
"""How the first line begins that needs the engine."""


def plugin(source: Source, bundles: Mapping[str, Mapping[str, bytes]]) -> dict[str, bytes]:
    """Return the content of every file that makes the repository a plugin, by path.

    Raises:
        SourceError: when a launcher does not show where it begins to use the engine.
    """
    manifest = _manifest(source)
    files = {f"{host}/plugin.json": _json(manifest) for host in HOSTS}
    files[".claude-plugin/marketplace.json"] = _json(_marketplace(source, manifest))
    for slug, bundle in bundles.items():
        files |= {f"{SKILLS}/{slug}/{name}": text for name, text in _skill(bundle).items()}
    return files


def _manifest(source: Source) -> dict[str, Any]:
    return {
        "name": source.plugin.name,
        "version": source.version,
        "description": source.plugin.description,
        "author": {"name": source.plugin.author},
        "homepage": source.homepage,
        "license": source.license,
    }


def _marketplace(source: Source, manifest: Mapping[str, Any]) -> dict[str, Any]:
    """Return what lets a host take the repository itself for a shop with one plugin."""
    listed = {key: manifest[key] for key in ("name", "description", "version")}
    return {
        "name": source.plugin.name,
        "owner": manifest["author"],
        "plugins": [{**listed, "source": "./"}],
    }


def _skill(bundle: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a skill's own files, with launchers that use the repository's engine."""
    own = {name: text for name, text in bundle.items() if not name.startswith("tools/")}
    return own | {name: _shared(name, text) for name, text in bundle.items() if executable(name)}


def _shared(name: str, launcher: bytes) -> bytes:
    """Return a launcher that looks for the engine where the skills of the plugin share it."""
    before, found, after = launcher.decode().partition(BEFORE)
    if not found:
        raise SourceError([f"{name}: no line begins with {BEFORE.strip()!r}"])
    way = f'\nsys.path[0] += "{ENGINE}"  # the skills of this plugin share one engine'
    return f"{before.rstrip()}{way}\n{found}{after}".encode()


def _json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
