"""The other SOP that a SOP calls: by a step that is one, or where its flow goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Pokok, Span
from sopgen.model.kata import frasa, isian
from sopgen.model.kode import kode
from sopgen.model.nilai import dataclass
from sopgen.model.perbaikan import write
from sopgen.model.sop import PENGHUBUNG, Langkah
from sopgen.model.tujuan import SOP
from sopgen.spec.findings import Findings, nearest, quoted
from sopgen.spec.reader import Content
from sopgen.spec.schema import KegiatanYaml
from sopgen.spec.tanda import Tanda

#: The symbol of a step that is another SOP.
SUBPROSES = "subproses"


@dataclass(frozen=True, slots=True)
class SopTerdaftar:
    """A SOP of the list as others call it: by its number, and its name."""

    nomor: int
    nama: str
    sebutan: str


@dataclass(frozen=True, slots=True)
class Daftar:
    """The SOP of the book by their ids, for the one of them that is read."""

    sendiri: str = ""
    sop: Mapping[str, SopTerdaftar] = field(default_factory=dict)

    def called(self, word: str, span: Span, findings: Findings) -> str:
        """Return the id of the SOP that a word names; nothing, told, if it cannot be.

        A SOP that calls itself would never end.
        """
        code = kode(word) or word
        if code == self.sendiri:
            message = f"SOP ini memanggil dirinya sendiri: {quoted(word)}"
            saran = f"tuju kegiatannya dengan {isian('ke')}, atau sebut SOP lain"
            findings.tell("SOP325", message, span, saran)
            return ""
        if code in self.sop:
            return code
        message = f"SOP {quoted(word)} tidak ada dalam {frasa('daftar_sop')}"
        meant = self._meant(word)
        saran = f"mungkin maksudnya {quoted(meant)}" if meant else KODE_SOP
        told = diagnose("SOP322", message, span, saran).about(Pokok.SOP, code)
        named = meant and meant != nearest(code, self.sop)
        findings.add(told.cured_by(write(span, word, meant) if named else None))
        return ""

    def knows(self, word: str) -> bool:
        """Return whether a word is the id of another SOP."""
        code = kode(word)
        return code in self.sop and code != self.sendiri

    def sebutan(self, id_: str) -> str:
        """Return the printed number of a SOP, nothing where there is none."""
        return self.sop[id_].sebutan if id_ in self.sop else ""

    def named_in(self, text: str) -> str:
        """Return the id of the only other SOP whose name stands in a text."""
        said = kode(text)
        found = [
            id_
            for id_, one in self.sop.items()
            if id_ != self.sendiri and kode(one.nama) and kode(one.nama) in said
        ]
        return found[0] if len(found) == 1 else ""

    def _meant(self, word: str) -> str:
        """Return the id of the SOP that a number, a name or a slip means."""
        plain = kode(word).removeprefix("sop-")
        for id_, one in self.sop.items():
            if plain in (id_, kode(one.nama)) or _number(plain) == one.nomor:
                return id_ if id_ != self.sendiri else ""
        others = [id_ for id_ in self.sop if id_ != self.sendiri]
        return nearest(kode(word) or word, others) or ""


def ke_sop(word: str) -> str:
    """Return how it is written that the flow goes on in a SOP."""
    return isian("ke", f"{{sop: {word}}}")


#: What is advised where nothing is near.
KODE_SOP = f"tulis kode SOP seperti pada {frasa('daftar_sop')}"
#: A book of which nothing is known.
TANPA_DAFTAR = Daftar()


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def read_called(
    one: Tanda, content: Content, findings: Findings, daftar: Daftar
) -> str:
    """Return the id of the SOP that a symbol is; only subproses may and must be one."""
    word, calls = one.yaml.sop, one.yaml.simbol == SUBPROSES
    unsuitable = not word and (*one.path, SOP) in content.spans
    if calls and not word and not unsuitable:
        message = f"simbol `{SUBPROSES}` pada kegiatan {quoted(one.nomor)} tanpa SOP"
        uraian = one.yaml.uraian if isinstance(one.yaml, KegiatanYaml) else ""
        guess = daftar.named_in(uraian)
        saran = f"tulis {isian('sop_dipanggil', guess or 'surat-masuk')}"
        key = (*one.path, SOP)
        span = content.keys.get(key) or content.span(*one.path, "simbol")
        findings.tell("SOP323", message, span, saran)
        return ""
    if not word:
        return ""
    span = content.span(*one.path, SOP)
    if not calls:
        message = f"SOP {quoted(word)} dipanggil simbol {quoted(one.yaml.simbol)}"
        saran = (
            f"tulis {isian('simbol', SUBPROSES)}; bila alurnya berlanjut di sana, "
            f"tulis {ke_sop(word)}"
        )
        findings.tell("SOP324", message, span, saran)
        return ""
    return daftar.called(word, span, findings)


@dataclass(slots=True)
class Peralihan:
    """The places where the flow of a SOP goes on in others, met while it is read.

    Each symbol has an own one for each SOP that it leads to, ``ids`` are the names that
    symbols have.
    """

    daftar: Daftar
    ids: set[str]
    made: dict[tuple[str, str], Langkah] = field(default_factory=dict)

    def lead(self, one: Tanda, word: str, span: Span, findings: Findings) -> str | None:
        """Return the id of the place at which a symbol leads on; nothing if nowhere."""
        sop = self.daftar.called(word, span, findings)
        if not sop:
            return None
        key = (one.id, sop)
        if key not in self.made:
            name, n = f"{one.id}-sop-{sop}", 2
            while name in self.ids:
                name, n = f"{one.id}-sop-{sop}#{n}", n + 1
            self.ids.add(name)
            sebutan = self.daftar.sebutan(sop)
            self.made[key] = Langkah(
                name, one.baris, 0, PENGHUBUNG, "", span, sop=sop, sebutan=sebutan
            )
        return self.made[key].id

    def among(self, langkah: Iterable[Langkah]) -> Iterator[Langkah]:
        """Yield symbols, behind each in its column the places at which it leads on."""
        for one in langkah:
            yield one
            for (dari, _), end in self.made.items():
                if dari == one.id:
                    yield replace(end, lajur=one.lajur)
