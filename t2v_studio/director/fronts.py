"""How a prompt in four more languages asks for a film, before it says what is seen in it."""

from __future__ import annotations

import re

from t2v_studio.director.wishes.measures import DURATION

_POLITE = (
    r"por favor|hola|quiero que|puedes|podr[ií]as|ol[aá]|quero que|pode(?:ria)?(?: me)?"
    r"|s'il (?:te|vous) pla[iî]t|bonjour|peux-tu|pouvez-vous|bitte|hallo|kannst du"
)
_MAKE = (
    r"haz(?:me|nos)?|cr[eé]a(?:me|r|nos)?|genera(?:me|r)?|gen[eé]rame|quiero|necesito|realiza"
    r"|convierte|transforma"
    r"|fa[çc]a|faz|fazer|cri[ea]|criar|ger[ae]|gerar|quero|preciso(?: de)?|converta|transforme"
    r"|fais(?:-moi)?|faites(?:-moi)?|cr[eé]e[rz]?(?:-moi)?|g[eé]n[eè]re[rz]?|je (?:veux|voudrais)"
    r"|j'aimerais|r[eé]alise[rz]?|convertis"
    r"|mach(?:e|t|en)?(?: mir| uns)?|erstell(?:e|en)?(?: mir)?|erzeuge|generiere"
    r"|ich (?:will|m[öo]chte|brauche)|verwandle"
)
_FILM = (
    r"(?:v[ií]d[eé]os?|pel[ií]culas?|clips?|cortos?|cortometrajes?|animaci[oó]n|anima[çc][aã]o"
    r"|animation|films?|filmes?|filmchen|kurzfilm|court[- ]m[eé]trage)\b"
)
_SIZE = (
    r"(?:corto|curto|court|breve|vertical(?:e)?|horizontal(?:e)?|cuadrado|quadrado|carr[eé]"
    r"|animado|anim[eé]|en vertical|na vertical)\b"
)
_LENGTH = (
    r"(?:(?:(?:con una duraci[oó]n )?de|d'une dur[eé]e de|que dure|com|von|mit)\s+)?"
    rf"(?:{DURATION.pattern})".replace("?P<", "?:<").replace("?:<number>", "?:")
)
_SOURCE = r"(?:con|com|avec|mit|de|sobre|aus) (?:est[ae]|ce|cet|cette|diesem|deste|desta) \w+"
_CHANNEL = (
    r"(?:para|pour|f[üu]r)\s+(?:(?:las?|los?|les|as?|os?|die)\s+)?"
    r"(?:redes sociales|redes sociais|r[eé]seaux sociaux|soziale medien|instagram|tik ?tok"
    r"|youtube|facebook)\b"
)
_OF = r"(?:(?:del?|do|da|sobre|acerca de|con|donde|que muestra|com|mostrando|onde|que mostra"
_OF += r"|des?|du|sur|avec|o[uù]|qui montre|von|vom|[üu]ber|mit|in dem)\b|d'|[::—-])"
