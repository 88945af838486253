"""The table of checks, and how it is gone through: in order, in time, whatever a check does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from t2v.checks import account, folder, network, python, studio
from t2v.checks.bounds import within
from t2v.checks.finding import Finding, State, fail, warn
from t2v.checks.patient import Patient

LOCAL_S = 10.0
"""What a check of this computer may take: a network disk may never answer."""


class Check(NamedTuple):
    """One row. `online` checks ask the network, and are left out where none is wanted."""

    name: str
    look: Callable[[Patient], Finding | None]
    online: bool = False


CHECKS = (
    # In this order: a reader mends what comes first, and what follows may depend on it.
    Check("python", python.python),
    Check("packages", python.packages),
    Check("skill", python.skill),
    Check("settings", python.settings),
    Check("encoding", python.encoding),
    Check("disk", folder.disk),
    Check("state", folder.folder),
    Check("leftovers", folder.leftovers),
    Check("jobs", folder.jobs),
    Check("studio", studio.studio),
    Check("fonts", studio.fonts),
    Check("token", account.token, online=True),
    Check("proxy", network.proxy, online=True),
    Check("certificates", network.certificates, online=True),
    Check("network", network.network, online=True),
    Check("clock", network.clock, online=True),
    Check("credits", account.credits_left, online=True),
)


class Diagnosis(NamedTuple):
    """What one check came to."""

    check: str
    finding: Finding

    @property
    def state(self) -> State:
        """How it stands."""
        return self.finding.state

    def document(self) -> dict[str, str | None]:
        """Return it as the tool's JSON has it."""
        state, say, mend = self.finding
        return {"check": self.check, "state": state.value, "say": say, "mend": mend}


def examine(patient: Patient) -> Iterator[Diagnosis]:
    """Make every check that applies, one after the other."""
    for check in CHECKS:
        if check.online and patient.settings.local:
            continue
        finding = _looked(check, patient)
        if finding is not None:
            yield Diagnosis(check.name, finding)


def _looked(check: Check, patient: Patient) -> Finding | None:
    """Make one check; one that breaks, or never ends, is a finding too."""
    try:
        return within(LOCAL_S, lambda: check.look(patient))
    except TimeoutError:
        return warn(f"There was no answer within {LOCAL_S:.0f} s.")
    except Exception as error:  # noqa: BLE001 - whatever is broken, the other checks go on
        return fail(f"This could not be looked at ({type(error).__name__}).")
