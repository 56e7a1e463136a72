"""The annexes of a decree: the table of SOP, or tables of their own."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.bahasa import romawi
from sopgen.model.buku import Lampiran
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Span, Teks
from sopgen.model.kata import isian
from sopgen.spec.findings import quoted, suggestion
from sopgen.spec.office import Office
from sopgen.spec.reader import Trail
from sopgen.spec.schema import KeputusanYaml, LampiranYaml

#: Where the annexes of a decree stand in it.
LAMPIRAN = "lampiran"


def read_lampiran(
    office: Office, place: Trail, one: KeputusanYaml, judul: Teks
) -> tuple[Lampiran, ...]:
    """Return the annexes of the decree at a place, in their order."""
    if one.lampiran is None:
        return ()
    if isinstance(one.lampiran, LampiranYaml):
        return (_Reader(office, (*place, LAMPIRAN), "", one.lampiran).read(judul),)
    several = len(one.lampiran) > 1
    return tuple(
        _Reader(
            office, (*place, LAMPIRAN, n), romawi(n + 1) if several else "", each
        ).read(judul)
        for n, each in enumerate(one.lampiran)
    )


class _Reader:
    """One annex while it is read: its place in the file, its numeral if of several."""

    def __init__(
        self, office: Office, place: Trail, nomor: str, one: LampiranYaml
    ) -> None:
        self.office, self.place, self.one = office, place, one
        self.nama = f"Lampiran {nomor}" if nomor else LAMPIRAN

    def read(self, judul: Teks) -> Lampiran:
        """Return the annex; ``judul`` is the title of its decree."""
        one, office = self.one, self.office
        known = {sop.id for sop in office.buku.sop}
        for kode in one.sebutan:
            if kode not in known:
                office.findings.tell(
                    "SOP705",
                    f"SOP {quoted(kode)} tidak ada dalam daftar",
                    office.content.key(*self.place, "sebutan", kode),
                    suggestion(kode, known),
                )
        office.findings.add(*self._faults())
        return Lampiran(
            judul=self._teks(one.judul, "judul") if one.judul else judul,
            kepala=tuple(one.kepala),
            sebutan={k: v for k, v in one.sebutan.items() if k in known},
            kolom=tuple(self._teks(x, "kolom", n) for n, x in enumerate(one.kolom)),
            baris=tuple(
                tuple(self._teks(x, "baris", n, k) for k, x in enumerate(row))
                for n, row in enumerate(one.baris)
            ),
            jejak=self.place[self.place.index(LAMPIRAN) :],
        )

    def _teks(self, isi: str, *trail: str | int) -> Teks:
        return self.office.teks(isi, *self.place, *trail)

    def _span(self, *trail: str | int) -> Span:
        return self.office.content.span(*self.place, *trail)

    def _said(self, key: str) -> bool:
        """Return whether a field is written, be it wrongly."""
        found = self.office.content.data
        for step in self.place:
            found = found[step]
        return bool(found.get(key))

    def _faults(self) -> Iterator[Diagnostic]:
        """Yield what keeps a table of its own from being one."""
        one, nama = self.one, self.nama
        if one.kolom and not one.baris and not self._said("baris"):
            saran = f"isi {isian('baris')}, atau hapus {isian('kolom')}"
            at = self._span("kolom")
            yield diagnose_lightly("SOP709", f"tabel {nama} tanpa baris", at, saran)
        if one.baris and not one.kolom and self._said("kolom"):
            return
        if one.baris and not one.kolom:
            saran = f"tulis judul kolomnya pada {isian('kolom')}"
            message = f"tabel {nama} tanpa judul kolom"
            yield diagnose("SOP709", message, self._span("baris"), saran)
        elif wrong := [n for n, r in enumerate(one.baris) if len(r) != len(one.kolom)]:
            yield self._ragged(wrong)
        if (one.kolom or one.baris) and one.sebutan:
            message = f"{nama} bertabel sendiri; {isian('sebutan')} tidak dipakai"
            saran = f"hapus {isian('sebutan')}, atau tabel sendirinya"
            yield diagnose_lightly("SOP709", message, self._span("sebutan"), saran)

    def _ragged(self, wrong: list[int]) -> Diagnostic:
        """Return that some rows have more or fewer cells than there are headings."""
        one, nama = self.one, self.nama
        numbers = ", ".join(str(n + 1) for n in wrong[:5])
        count = len(one.baris[wrong[0]])
        message = (
            f"baris {numbers} tabel {nama} tidak sejumlah kolomnya: {count} sel, "
            f"{len(one.kolom)} kolom"
        )
        more = any(len(one.baris[n]) > len(one.kolom) for n in wrong)
        saran = f'sel tanpa isi ditulis ""; tabelnya {len(one.kolom)} kolom'
        if more:
            saran = "tambahkan judul kolomnya; sel yang lebih tidak dicetak"
        return diagnose("SOP709", message, self._span("baris", wrong[0]), saran)
