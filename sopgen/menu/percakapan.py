"""Ask and say: one question a line, until the answer is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TextIO

from sopgen.model.nilai import dataclass

#: What leads back to the menu, at every question.
KEMBALI = "0"
YA, TIDAK = ("y", "ya"), ("t", "tidak", KEMBALI)
#: What no answer holds: what a keyboard sends besides letters.
KENDALI = re.compile(r"[\x00-\x1f\x7f]")


class BackError(Exception):
    """The answer leads back to the menu."""


class OverError(Exception):
    """Nobody answers any more: the input is at its end."""


@dataclass(frozen=True, slots=True)
class Percakapan:
    """Somebody who answers questions: what is typed, and where it is asked."""

    masuk: TextIO
    keluar: TextIO

    def say(self, text: str = "") -> None:
        """Write a line."""
        self._write(f"{text}\n")

    def ask(self, question: str, default: str = "") -> str:
        """Return an answer without spaces around it; Enter means the default.

        Raises BackError for 0, and for Enter where nothing is the default.
        """
        known = f" [{default}]" if default else ""
        answer = self.line(f"{question}{known}") or default
        if answer in ("", KEMBALI):
            raise BackError
        return answer

    def line(self, question: str) -> str:
        """Return whatever is answered, be it nothing, without spaces around it."""
        self._write(f"{question}: ")
        line = self.masuk.readline()
        if not line:
            self.say()
            raise OverError
        return KENDALI.sub("", line).strip()

    def choose(self, rows: Sequence[str], question: str, default: int = 0) -> int:
        """Show rows with numbers; return the index of the one that is chosen.

        ``default`` is the number that Enter stands for, none if 0.
        """
        for number, row in enumerate(rows, 1):
            self.say(f"  {number}  {row}")
        self.say(f"  {KEMBALI}  kembali")
        while True:
            answer = self.ask(question, str(default) if default else "")
            if number := number_of(answer, len(rows)):
                return number - 1
            self.say(f"Jawab dengan angka 0 sampai {len(rows)}.")

    def agrees(self, question: str) -> bool:
        """Return whether the answer is yes; Enter means it, 0 does not."""
        while True:
            answer = self.line(f"{question} (y/t) [{YA[0]}]").casefold() or YA[0]
            if answer in (*YA, *TIDAK):
                return answer in YA
            self.say("Jawab dengan y (ya) atau t (tidak).")

    def _write(self, text: str) -> None:
        self.keluar.write(text)
        self.keluar.flush()


def number_of(answer: str, most: int) -> int:
    """Return the number from 1 that an answer is; 0 if it is none of them."""
    few = answer.isascii() and answer.isdecimal() and len(answer) < 6
    return int(answer) if few and int(answer) <= most else 0
