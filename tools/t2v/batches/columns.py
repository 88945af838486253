"""Which column of a table means what: the usual names, and those of published prompt lists.

VBench writes `prompt_en` and `dimension`, VidProM `uuid` and `prompt`, T2V-CompBench `prompt`
beside what its detectors look for, EvalCrafter an object of `prompt`s by number, or plain lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from t2v.errors import SkillError

NAMES: dict[str, tuple[str, ...]] = {
    "prompt": ("prompt", "text", "description", "prompt_en", "caption",
               "prompts", "texts", "descriptions", "captions"),
    "id": ("id", "uuid", "video_id", "index"),
    "duration": ("duration", "duration_s", "seconds"),
    "aspect": ("aspect", "aspect_ratio"),
    "style": ("style",),
    "n": ("n", "samples", "num_samples"),
    "category": ("category", "class", "label"),
    "dimension": ("dimension",),
    "file": ("file", "path", "video", "image"),
    "edit": ("edit", "instruction"),
}  # fmt: skip
"""Of two names for one thing the earlier counts; two columns of prompts are a question."""

Columns = Mapping[str, str]
"""The name of the column that holds each thing."""


def find(names: Iterable[str], chosen: str | None) -> Columns:
    """Return which column holds what.

    Args:
        names: the columns, as the table has them.
        chosen: the column of prompts that the user named.

    Raises:
        SkillError: `two_prompt_columns`, or `no_prompt_column` for one that is not there.
    """
    plain = {_plain(name): name for name in reversed(list(names))}
    found = {
        what: next((plain[one] for one in usual if one in plain), "")
        for what, usual in NAMES.items()
    }
    found["prompt"] = _chosen(plain, chosen) if chosen else _only(plain)
    return {what: name for what, name in found.items() if name}


def _plain(name: str) -> str:
    return name.strip().lower().replace(" ", "_")


def _only(plain: Mapping[str, str]) -> str:
    """Return the column of prompts, "" for none; a name that comes twice is numbered by then."""
    prompts = [name for one, name in plain.items() if one.partition("_(")[0] in NAMES["prompt"]]
    if len(prompts) > 1:
        told = ", ".join(sorted(name[:40] for name in prompts))
        raise SkillError(
            "two_prompt_columns",
            f"{len(prompts)} columns may hold the prompts: {told}.",
            data={"columns": sorted(name[:100] for name in prompts)},
        )
    return prompts[0] if prompts else ""


def _chosen(plain: Mapping[str, str], chosen: str) -> str:
    if _plain(chosen) not in plain:
        detail = f"There is no column called {chosen[:60]}."
        columns = sorted(name[:100] for name in list(plain.values())[:50])
        raise SkillError("no_prompt_column", detail, data={"columns": columns})
    return plain[_plain(chosen)]
