"""What the user was told about each message, against what the service did and took."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.faults.accounts import Account
from tests.faults.desk import Said


@dataclass(slots=True)
class Books:
    """`funds` are all credits that the account was given.

    `told` is the last that the user heard of each message: yes, no or unknown, and credits.
    """

    funds: int = 1_000
    told: dict[str, tuple[str, int]] = field(default_factory=dict)
    open: dict[str, str] = field(default_factory=dict)
    """The message of each skill whose end nobody has told yet."""

    def begin(self, slug: str) -> str:
        """Return the words of a new message, unlike all others."""
        words = f"add a title number{len(self.told)}x"
        self.told[words] = ("unknown", 0)
        self.open[slug] = words
        return words

    def hear(self, slug: str, said: Said) -> None:
        """Take down what an answer says about the message that is open."""
        words = self.open.get(slug)
        if words is None or said.failure in ("nothing_to_resume", "busy"):
            return
        charged = str(said.document["charged"])
        spent = said.document.get("data", {}).get("credits_spent") or 0
        self.told[words] = (charged, spent if charged == "yes" else 0)

    def check(self, account: Account) -> None:
        """I1 and I9: sent once at most, and nobody was told "no" who has paid, or another price."""
        paid = {words: self._of(account, words) for words in self.told}
        assert account.available + account.frozen + sum(paid.values()) == self.funds
        for words, (charged, credits_) in self.told.items():
            sent = [one for one in account.sent if words in one]
            assert len(sent) <= 1, sent
            if charged == "no":
                assert paid[words] == 0, words
            elif charged == "yes":
                assert paid[words] == credits_, words

    @staticmethod
    def _of(account: Account, words: str) -> int:
        return sum(price for sent, price in account.charges.items() if words in sent)
