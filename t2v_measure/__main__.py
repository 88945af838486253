"""`python -m t2v_measure FOLDER`: do what `order.json` in the folder says, and leave the answer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from t2v_measure.desk import Desk
from t2v_measure.trouble import MeasureError

Told = Callable[[float], None]


def evaluate(order: dict[str, Any], told: Told) -> dict[str, Any]:
    """Measure and write the files."""
    from t2v_measure.evaluation import Order  # noqa: PLC0415 - a fit needs no observers
    from t2v_measure.evaluation import evaluate as measured  # noqa: PLC0415 - same
    from t2v_measure.files import write  # noqa: PLC0415 - same
    from t2v_measure.report import WRITERS  # noqa: PLC0415 - same
    from t2v_measure.summary import summary  # noqa: PLC0415 - same

    paths = ("target", "output", "reference", "scores", "clip_model")
    named = {name: Path(order[name]) for name in paths if order.get(name)}
    wanted = Order(**named, formats=tuple(order["formats"]))
    found = measured(wanted, told)
    files = {}
    for name in wanted.formats:
        file, writer = WRITERS[name]
        write(wanted.output / file, writer(found))
        files[name] = str(wanted.output / file)
    return {**summary(found), "files": files, "note": found.disclaimer}


def fit(order: dict[str, Any], told: Told) -> dict[str, Any]:
    """Make a copy that fits."""
    from t2v_measure.fit import fitted  # noqa: PLC0415 - an evaluation needs no encoder

    paths = Path(order["source"]), Path(order["output"])
    return fitted(*paths, int(order["limit"]), told, force=bool(order["force"])).plain()


VERBS = {"evaluate": evaluate, "fit": fit}


def main() -> int:
    """Do the order and return 0 when there is an answer, good or bad."""
    desk = Desk(Path(sys.argv[1]))
    desk.begin()
    order = desk.order()
    try:
        result = VERBS[order["verb"]](order, desk.told)
    except MeasureError as error:
        desk.answer({"ok": False, "code": error.code, "say": error.detail, "extra": error.extra})
    else:
        desk.answer({"ok": True, "result": result})
    return 0


if __name__ == "__main__":
    sys.exit(main())
