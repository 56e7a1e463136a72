"""Who does a kegiatan: one pelaksana, or several together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from sopgen.model.diagnose import diagnose
from sopgen.model.kata import frasa, isian
from sopgen.model.lajur import PELAKSANA, Lajur
from sopgen.model.nilai import dataclass
from sopgen.model.perbaikan import Beri, Perbaikan
from sopgen.spec.findings import Findings, quoted, suggestion
from sopgen.spec.reader import Content
from sopgen.spec.tanda import Tanda

#: What stands between several names in one text: for certain, and perhaps.
PEMISAH = re.compile(";")
MUNGKIN = re.compile(r"[;\n,/&+]|\s(?:dan|serta)\s", re.IGNORECASE)
#: How several names are joined into one text.
SAMBUNG = "; "


def names_in(text: str, meant: Callable[[str], str]) -> list[str]:
    """Return the names in a text; ``meant`` gives the listed one, or nothing.

    A listed name is one even with a semicolon in it; commas, lines and the like part
    names only where all of them are listed.
    """
    if meant(text):
        return [meant(text)]
    names = _joined(parts_of(PEMISAH, text), meant)
    if len(names) < 2:
        maybe = parts_of(MUNGKIN, text)
        names = maybe if len(maybe) > 1 and all(map(meant, maybe)) else names
    return [meant(name) or name for name in names]


def parts_of(pemisah: re.Pattern[str], text: str) -> list[str]:
    """Return what stands between separators, each on one line, blanks left out."""
    return [" ".join(part.split()) for part in pemisah.split(text) if part.strip()]


def _joined(parts: Sequence[str], meant: Callable[[str], str]) -> list[str]:
    """Return names, put together again where a listed one has a semicolon in it."""
    made: list[str] = []
    at = 0
    while at < len(parts):
        ends = range(len(parts), at + 1, -1)
        whole = (end for end in ends if meant(SAMBUNG.join(parts[at:end])))
        end = next(whole, at + 1)
        made.append(SAMBUNG.join(parts[at:end]))
        at = end
    return made


@dataclass(frozen=True, slots=True)
class Pembaca:
    """Finds the columns of symbols among those of one SOP, by their names."""

    lanes: Mapping[str, Lajur]
    content: Content
    findings: Findings

    def lajur(self, one: Tanda) -> tuple[int, ...]:
        """Return the columns of a symbol; none if none of its pelaksana is listed."""
        named = one.yaml.pelaksana
        names = [named] if isinstance(named, str) else named
        if isinstance(named, list):
            self._check(one, named)
        found = (self._of(one, nama) for nama in dict.fromkeys(names))
        return tuple(lajur for lajur in found if lajur is not None)

    def _check(self, one: Tanda, names: Sequence[str]) -> None:
        """Report a list of one name, and a name that stands in it twice."""
        place = (*one.path, PELAKSANA)
        if len(names) == 1:
            message = f"daftar pelaksana hanya memuat satu nama: {quoted(names[0])}"
            alone = isian(PELAKSANA, names[0])
            saran = f"tambahkan nama yang lain, atau tulis {alone}"
            self.findings.tell("SOP222", message, self.content.span(*place), saran)
        for nama, count in Counter(names).items():
            if count > 1:
                again = names.index(nama, names.index(nama) + 1)
                message = (
                    f"pelaksana {quoted(nama)} ditulis dua kali pada satu kegiatan"
                )
                span = self.content.span(*place, again)
                self.findings.tell("SOP223", message, span, "hapus salah satu")

    def _of(self, one: Tanda, nama: str) -> int | None:
        """Return the column of a pelaksana; nothing, with a finding, if he has none."""
        if nama in self.lanes:
            return list(self.lanes).index(nama)
        named = one.yaml.pelaksana
        sub = (named.index(nama),) if isinstance(named, list) else ()
        span = self.content.span(*one.path, PELAKSANA, *sub)
        message = f"pelaksana {quoted(nama)} tidak terdaftar"
        parts = parts_of(MUNGKIN, nama)
        listed = [part for part in parts if part in self.lanes]
        several = len(parts) > 1 and listed
        saran = frasa("bersama") if several else self._saran(nama)
        told = diagnose("SOP201", message, span, saran)
        if several and listed == parts and not sub:
            place = self.content.span(*one.path)
            told = told.cured_by(Perbaikan((Beri(place, [*parts], (PELAKSANA,)),)))
        self.findings.add(told)
        return None

    def _saran(self, nama: str) -> str:
        own = [lane.nama for lane in self.lanes.values() if lane.kelompok == nama]
        if own:
            return f"itu kelompok; pilih {' atau '.join(map(quoted, own))}"
        return suggestion(nama, self.lanes) or (
            f"daftarkan pada {isian(PELAKSANA)} {frasa('di_awal')}"
        )
