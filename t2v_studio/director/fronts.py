"""How a prompt in four more languages asks for a film, before it says what is seen in it."""

from __future__ import annotations

import re

from t2v_studio.director.wishes.measures import DURATION

_POLITE = (
    r"por favor|hola|quiero que|puedes|podr[ií]as|ol[aá]|quero que|pode(?: me)?"
    r"|s'il (?:te|vous) pla[iî]t|bonjour|peux-tu|pouvez-vous|bitte|hallo|kannst du"
)
_MAKE = (
    r"haz(?:me|nos)?|cr[eé]a(?:me|r|nos)?|genera(?:me|r)?|gen[eé]rame|quiero|necesito|realiza"
    r"|convi[eé]rte(?:lo|me)?|transforma"
    r"|fa[çc]a|faz|fazer|cri[ea]|criar|ger[ae]|gerar|quero|preciso(?: de)?|converta|transforme"
    r"|fais(?:-moi)?|faites(?:-moi)?|cr[eé]e[rz]?(?:-moi)?|g[eé]n[eè]re[rz]?|je (?:veux|voudrais)"
    r"|j'aimerais|r[eé]alise[rz]?|convertis"
    r"|mach(?:e|t|en)?(?: mir| uns)?|erstell(?:e|en)?(?: mir)?|erzeuge|generiere"
    r"|ich (?:will|m[öo]chte|brauche)|verwandle"
)
_FILM = (
    r"(?:v[ií]d[eé]os?|pel[ií]culas?|clips?|cortometrajes?|animaci[oó]n|anima[çc][aã]o"
    r"|animation|films?|filmes?|kurzfilm|court[- ]m[eé]trage)\b"
)
_ASKING = re.compile(
    rf"^\W*(?:(?:{_POLITE})[\s,]+)*(?:{_MAKE})\s+(?:[^\s:.]+\s+){{0,8}}?{_FILM}", re.IGNORECASE
)
_FROM_TEXT = re.compile(
    rf"^\W*(?:{_MAKE})\s+(?:con\s+)?est[ea]\s+(?:texto|descripci[oó]n|historia)\b", re.IGNORECASE
)
_SHOWING = re.compile(
    r"^\W*(?:haz(?:me)?|cr[eé]a(?:me)?|genera|dibuja|mu[eé]strame|fa[çc]a|crie|desenhe|mostre(?:-me)?"
    r"|dessine(?:-moi)?|montre(?:-moi)?|zeichne|zeige?(?: mir)?)\s+(?=(?:un[ae]?|uma?|ein\w*)\b)",
    re.IGNORECASE,
)
"""An order that names no film: "haz un perro en la playa"."""

_LEAD = r"[\s,]*(?:\b(?:con una duraci[oó]n de|d'une dur[eé]e de|que dur[ea]|de|com|von|mit)\s+)?"
LENGTHS = re.compile(
    rf"{_LEAD}\b\d+(?:[.,]\d+)?\s*(?:segundos?|minutos?|secondes?|minutes?|sekunden?|minuten?)\b",
    re.IGNORECASE,
)
"""A length with the word that joins it to what stands before: "un vídeo de 30 segundos"."""

_BESIDES = (
    LENGTHS,
    re.compile(rf"[\s,]*(?:{DURATION.pattern})", re.IGNORECASE),
    re.compile(
        r"[\s,]*(?:(?:en|na|em|au format|im)\s+)?\b(?:cort[oa]|curt[oa]|court|breve|verticale?"
        r"|horizontale?|cuadrado|quadrado|carr[eé]|animad[oa]|anim[eé]|hochformat|querformat)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"[\s,]*\b(?:con|com|avec|mit|de|sobre|aus|a partir de) "
        r"(?:est[ae]|ce|cet|cette|diesem|dieser) \w+(?: de \w+)?",
        re.IGNORECASE,
    ),
    re.compile(
        r"[\s,]*\b(?:para|pour|f[üu]r)\s+(?:(?:mis?|las?|los?|les|as?|os?|die)\s+)?"
        r"(?:redes(?: sociales| sociais)?|r[eé]seaux sociaux|soziale medien|instagram|tik ?tok"
        r"|youtube|facebook)\b",
        re.IGNORECASE,
    ),
)
"""What may stand between the word for a film and what it shows."""

_OF = re.compile(
    r"\s*(?:(?:del?|d[ao]|sobre|acerca de|con|donde|que muestra|com|mostrando|onde|que mostra"
    r"|des?|du|sur|avec|o[uù]|qui montre|von|vom|[üu]ber|mit)\b|d'|[::—-])\s*",
    re.IGNORECASE,
)


def unfronted(text: str) -> str:
    """Return a prompt without "hazme un vídeo de 30 segundos de"; any other comes back as it is."""
    found = _ASKING.match(text) or _FROM_TEXT.match(text)
    if not found:
        return _SHOWING.sub("", text)
    at = found.end()
    while besides := next(filter(None, (rule.match(text, at) for rule in _BESIDES)), None):
        at = besides.end()
    of = _OF.match(text, at)
    return text[of.end() if of else at :]
