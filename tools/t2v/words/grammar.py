"""Classes to acts: which rows of letters are a request, and for which tool.

A clause is a request only when every word of it is accounted for: a word that no row allows means
that something is described, and descriptions belong to the video agent. That is why "the balance
of light" asks for no credits, and why lists of forbidden compounds are not needed. Questions about
one's own account and project are given more room, because a description seldom asks them.
"""

from __future__ import annotations

FREE = ".~^A?,:;&BYz"
"""Letters that no rule minds."""

CONTENT, NEGATED, CANCEL, TALK, REMARK = "content", "negated", "cancel", "talk", "remark"
"""What a clause may be besides a request."""


class Rule:
    """A request: one of `needs` has all its letters in the clause, and nothing else is there.

    `allows`: letters that may be there. `bars`: sequences that make it something else.
    """

    __slots__ = ("allows", "bars", "needs", "tool")

    def __init__(
        self, tool: str, needs: tuple[str, ...], allows: str, bars: tuple[str, ...] = ()
    ) -> None:
        """Keep the row."""
        self.tool, self.needs, self.allows, self.bars = tool, needs, allows, bars

    def fits(self, letters: str) -> bool:
        """Say whether the clause is this request and nothing else."""
        present = set(letters)
        return (
            present <= set(self.allows + FREE)
            and any(present >= set(need) for need in self.needs)
            and not any(bar in letters for bar in self.bars)
        )


class Question:
    """A question about what is the user's: `strange` words in it may be unknown.

    It has all letters of one of `needs` and none of `never`; its first telling letter is one of
    `opens` and its last one of `ends`, where these are given.
    """

    __slots__ = ("ends", "needs", "never", "opens", "strange", "tool")

    def __init__(  # noqa: PLR0913 - the columns of the table
        self,
        tool: str,
        needs: tuple[str, ...],
        never: str,
        *,
        opens: str = "",
        ends: str = "",
        strange: int = 99,
    ) -> None:
        """Keep the row."""
        self.tool, self.needs, self.never = tool, needs, never
        self.opens, self.ends, self.strange = opens, ends, strange

    def fits(self, letters: str) -> bool:
        """Say whether the clause asks this."""
        present = set(letters)
        core = letters.strip(FREE.replace("Y", ""))
        return (
            any(present >= set(need) for need in self.needs)
            and not present & set(self.never)
            and (not self.opens or core[0] in self.opens)
            and (not self.ends or core[-1] in self.ends)
            and letters.count("x") <= self.strange
        )


QUESTIONS = (
    # "do I have enough for a clip of whales", "what did you do to the intro"
    Question("credits", ("H",), 't"', opens="H"),
    Question("state", ("S",), 't"', opens="S"),
    # "how many renders do I have left"
    Question("credits", ("ha",), "", opens="h"),
    # "没积分了吗", "我还有积分没": here a denial asks
    Question("credits", ("c",), 't+EX"eMguv', ends="Yn", strange=1),
    # Chinese asks at the end, after what the credits are for: "做个新视频要用多少积分"
    Question("credits", ("H",), 't+EX"', ends="Hco", strange=2),
    Question("credits", ("ca", "ch"), 't+EX"eM', opens="qhiwcavHodbs", strange=2),
    # "what's my credit total", "is my account out of credits"
    Question("credits", ("c^", "c~", "ic"), 't+EX"eM', opens="qhiw", ends="cahodgvubs", strange=1),
    # "标题加了吗": whether it is done stands at the end in Chinese
    Question("state", ("Y",), 'ABcHhgtq"X', ends="Y", strange=3),
    # "are the new titles in place"
    Question("state", ("ib",), 'tMAcgj"', opens="i", strange=2),
)

# The first row that fits decides: "is the export done" is about the state, so it comes first.
RULES = (
    Rule("doctor", ("D",), "Dbiw", ("AD",)),
    Rule("connect", ("G",), "GM"),
    Rule("jobs", ("K",), "KNvjoFlbu"),
    Rule(
        "jobs", ("j?", "j^", "js", "jS", "jw", "jq", "ji", "jb", "jh", "jd"), "jwqdsSibhFo", ("Aj",)
    ),
    Rule("evaluate", ("Vo", "Vd", "Vl", "Vp", "Vk", "V^"), "Vodlpk^fFiwbqg", ("AV",)),
    Rule("credits", ("H",), "Hchawqvogiblsfmudy"),
    Rule("state", ("b?",), "ibodlFas"),
    Rule("state", ("ib", "hb"), "ibodlFasvhE"),
    Rule("state", ("s", "S"), "sSibwqhdovugFafmlE", ("wA", "qA")),
    Rule(
        "state", ("wd", "wo", "qd", "qo", "qE", "hd", "hE", "iE"), "ibwqhdovugFafmlE", ("wA", "qA")
    ),
    Rule("credits", ("c", "ha", "qa", "iba"), "chawqvogiblfmudsFy", ("cv", "wA")),
    Rule("credits", ("a",), "a"),
    Rule("upload", ("yr", "ym", "yo", "p", "r", "gm", "yk", "+k"), "umopkryglFfwbdi+"),
    # A file on the web is fetched, not exported: "download https://... and use it".
    Rule("upload", ("R",), "Rumopkryglfwbdi+v"),
    Rule("upload", ("u",), "umopkrygldwFi", ("ub",)),
    Rule("upload", ("+um",), "+umoplF", ("&", ",")),
    Rule("export", ("v", "go", "gf", "gF", "gl", "gb", "gd"), "vgoFfQldbwpkcyiZ", ("Ao", "pv")),
    # "I need it under 8 MB", "compress it to 25 MB": only a finished film has a size.
    Rule("export", ("gZ", "PZ", "vZ", "MZ", "oZ"), "gvoFfQlMPZ", ("Ao",)),
    Rule("export", ("^oz",), "oFb", ("Ao",)),
    Rule("export", ("fo", "Fo", "bo", "f"), "foFQb", ("Ao", "ob", "o.b")),
    Rule("export", ("MFo", "Mbo", "Mf", "Mv"), "MFofbQlgv", ("Ao",)),
    Rule("export", ("+ol", "+fl"), "+olfFbQ", ("Ao",)),
    Rule("state", ("d",), "dF", (":",)),
)


def judge(letters: str) -> str:
    """Return the tool that a clause asks for, or what else it is."""
    core = letters.strip(FREE)
    if "Y" not in letters and core in ("", "h"):
        return TALK
    if core and set(core) <= set("N" + FREE):
        return CANCEL
    for row in (*QUESTIONS, *RULES):
        if row.fits(letters):
            return row.tool
    return _otherwise(letters, set(core)) if core else TALK


def _otherwise(letters: str, present: set[str]) -> str:
    """Tell a request that is denied, a remark about something else, and content apart."""
    if present & set("nNK") and present <= set("nNKvugcswdohablfFQHSiqyj" + FREE):
        return NEGATED
    if letters[0] == "~" and not present & set('etM+Egvu"pk'):
        return REMARK
    return CONTENT
