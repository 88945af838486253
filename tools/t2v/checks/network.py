"""The way to the service, and what its answer tells: proxy, certificates, network, clock."""

from __future__ import annotations

from urllib.parse import urlsplit

from t2v.checks import proxies, shell, way
from t2v.checks.blocked import SET_CLOCK, BlockedError
from t2v.checks.finding import Finding, fail, ok, warn
from t2v.checks.patient import Patient

MOST_OFF_S = 120.0
"""A clock that is wrong by more makes ages and waiting times wrong, and in the end certificates."""


def proxy(patient: Patient) -> Finding:
    """Say which proxy applies, and whether it can be used."""
    host = urlsplit(patient.settings.api_url).hostname
    try:
        found = proxies.proxy_for(patient.settings.api_url)
    except ValueError as error:
        name = str(error)
        return fail(f"{name} holds no address of a proxy.", shell.unset_variable(name))
    if found is None:
        spared = proxies.excepted(patient.settings.api_url)
        return ok(f"{spared} is set, but not for {host}." if spared else "There is none.")
    if not found.usable:
        return fail(f"{found} speaks SOCKS, which needs PySocks.", shell.install("PySocks"))
    return ok(f"{found.variable} leads to {found}.")


def certificates(patient: Patient) -> Finding | None:
    """Say whether the certificates that the user names are there."""
    for name in way.BUNDLES:
        place = patient.environment.get(name)
        if not place:
            continue
        try:
            way.believing(place)
        except BlockedError:
            say = f"{name} names no certificates that can be read."
            return fail(say, shell.unset_variable(name))
        return ok(f"{name} names the certificates to believe.")
    return None


def network(patient: Patient) -> Finding:
    """Say whether the service answers, or how far the way goes."""
    host = urlsplit(patient.settings.api_url).hostname
    if patient.proxy is not None and patient.proxy.socks:
        return warn(f"The way to {host} through SOCKS is only tried when a video is made.")
    try:
        status = patient.answer.status
    except BlockedError as error:
        if error.mend or patient.proxy is not None:
            return fail(error.say, error.mend)
        without = shell.tool(patient.launchers, "doctor", "--local")
        return fail(f"{error.say} Films can be drawn without a network: --local.", without)
    if status >= 500:
        return warn(f"{host} answers, but has a fault of its own ({status}).")
    return ok(f"{host} answers.")


def clock(patient: Patient) -> Finding | None:
    """Compare the clock with the service's; nothing to say when it tells none."""
    try:
        theirs = patient.answer.date
    except BlockedError:
        return None
    if theirs is None:
        return None
    off = patient.context.clock.now() - theirs
    if abs(off) <= MOST_OFF_S:
        return ok("It agrees with the service's.")
    way_off = "ahead" if off > 0 else "behind"
    return warn(f"It is {_span(abs(off))} {way_off} of the service's.", SET_CLOCK)


def _span(seconds: float) -> str:
    """Return a length of time in the unit that fits."""
    for size, unit in ((86_400, "days"), (3_600, "hours"), (60, "minutes")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} seconds"
