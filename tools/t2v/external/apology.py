"""The agent's afterword "I encountered a temporary issue": known by its words, cut off.

It often follows an answer that is complete and true. Only whole sentences at the very end count:
an answer that speaks of such an issue ("I fixed the temporary issue with the sound") stays.
Standard library only.
"""

from __future__ import annotations

import re

from t2v.words.patterns import joined

TAIL = 1_000
"""Characters looked at: an afterword is short, and a reply may be long."""

_KIND = (
    r"(?:\w+ )?(?:temporary|transient|momentary|short-lived|intermittent|passing)(?: \w+)?"
    r" (?:issue|problem|error|difficult(?:y|ie)|glitch|hiccup|fault|failure|outage|trouble)e?s?"
)
_MET = (
    r"(?:encounter(?:ed|ing)|ran into|running into|experienc(?:ed|ing)|hit|had|having|faced|facing)"
)
_KIND_ZH = joined("""
    [了一个個些点點小]*(?:暂时|暫時|临时|臨時|短暂|短暫)性?的?
    (?:技术|技術|系统|系統|网络|網絡|網路|服务|服務)?小?
    (?:问题|問題|故障|错误|錯誤|异常|異常|状况|狀況|困难|困難)
""")
_MET_ZH = joined("""
    (?:[我们們]+|系统|系統|服务|服務|后台|後台)?(?:这边|這邊)?
    (?:刚才|剛才|刚刚|剛剛|目前|现在|現在)?
    (?:遇到|出现|出現|发生|發生|碰到|遭遇)
""")
_POLITE = r"(?:please |kindly |you can |you could |could you |let me |i'll |i will )*"

# Sentences are compared in lower case, without leads and the signs around them.
ISSUES = (
    rf"(?:i|we)(?:'ve| have|'m| am|'re| are)?(?: just| also)? {_MET} (?:an? |some )?{_KIND}\b.*",
    rf"there (?:was|is|were|are|has been|seems to be|appears to be) (?:an? |some )?{_KIND}\b.*",
    rf"(?:an? |some )?{_KIND} (?:has |have )?(?:just )?(?:occurred|happened|came up|arose)\b.*",
    rf"{_MET_ZH}{_KIND_ZH}.*",
)
COURTESIES = (
    r"",
    rf"{_POLITE}retry\b.*",
    rf"{_POLITE}try (?:that |this |it )?(?:later|shortly|soon|again\b(?! (?:if|with))).*",
    r"please wait\b.*",
    r"thanks? (?:you )?for your (?:patience|understanding)\b.*",
    r"(?:about|for) (?:that|this|the inconvenience)\b.*",  # what a lead leaves: "Sorry about that"
    "(?:请|請)[您你]?.{0,6}(?:再试|再試|重试|重試|再来|再來|等待).{0,12}",
    "(?:给|給|为|為)[您你].{0,8}不便.*",
    "(?:感谢|感謝|谢谢|謝謝)[您你]?的?(?:耐心|理解|等待).*",
)
LEADS = (
    r"(?:i'm |i am |we're |we are )?(?:so |very |really )?sorry",
    r"(?:my |our |i |we )?apolog(?:y|ies|i[sz]e)",
    r"(?:it )?(?:seems|looks|appears)(?: like| that)?",
    r"unfortunately|however|but|oops|note|update|warning",
    "(?:非常|很|十分)?(?:抱歉|对不起|對不起|不好意思)|但是?|不过|不過",
)

_LEAD = re.compile(rf"^(?:(?:{'|'.join(LEADS)})(?![a-z])[\W_]*)+")
_ISSUE = re.compile("|".join(ISSUES), re.DOTALL)
_COURTESY = re.compile("|".join(COURTESIES), re.DOTALL)
# It goes on to something that the user wants to know.
_TELLS_MORE = re.compile(
    r"\b(?:but|fixed|resolved|solved|switched|instead|so i|so we)\b"
    "|但|已|改用|所以",
)
# It is, or belongs to, words that the agent quotes: a title, a line of speech.
_QUOTED = re.compile(r"[\"“”„«»「」『』《》]|^\s*'")
_SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？]*|[.!?。！？\n]+")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def without_apology(text: str) -> tuple[str, bool]:
    """Return the text without its afterword, and whether it had one.

    A text that is nothing but such an apology is returned empty.
    """
    cut = None
    tail = text.replace("’", "'")
    for sentence in reversed(list(_SENTENCE.finditer(tail, max(0, len(text) - TAIL)))):
        words = sentence.group().lower()
        said = _LEAD.sub("", _EDGES.sub("", words))
        if _QUOTED.search(words) or _TELLS_MORE.search(said):
            break
        is_issue = bool(_ISSUE.fullmatch(said))
        if not is_issue and not _COURTESY.fullmatch(said):
            break
        if is_issue or cut is not None:  # courtesies alone are no afterword
            cut = sentence.start()
    return (text, False) if cut is None else (text[:cut].rstrip(), True)
