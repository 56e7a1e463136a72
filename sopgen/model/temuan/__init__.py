"""The book of findings: every code of the program has one row, and one only.

A new code is a row in its family's file here and a section in ``assets/temuan``; then
``make aturan`` renews docs/aturan.md.  A code that is given up moves to PENSIUN, so
that its number never comes to mean something else.
"""

from __future__ import annotations

from collections.abc import Mapping

from sopgen.model.temuan.alur import ALUR
from sopgen.model.temuan.ambil_alih import AMBIL_ALIH
from sopgen.model.temuan.baris import Temuan
from sopgen.model.temuan.berkas import BERKAS, KELUARAN
from sopgen.model.temuan.buku_kerja import BUKU_KERJA
from sopgen.model.temuan.dasar_hukum import DASAR_HUKUM
from sopgen.model.temuan.identitas import IDENTITAS
from sopgen.model.temuan.kegiatan import KEGIATAN
from sopgen.model.temuan.mutu_baku import MUTU_BAKU
from sopgen.model.temuan.naskah import NASKAH
from sopgen.model.temuan.tahun import TAHUN
from sopgen.model.temuan.tata_letak import TATA_LETAK

__all__ = ["BARIS", "PENSIUN", "TABEL", "Temuan"]

BARIS: tuple[Temuan, ...] = (
    *IDENTITAS,
    *KEGIATAN,
    *ALUR,
    *MUTU_BAKU,
    *TATA_LETAK,
    *DASAR_HUKUM,
    *NASKAH,
    *TAHUN,
    *BERKAS,
    *BUKU_KERJA,
    *KELUARAN,
    *AMBIL_ALIH,
)
#: Codes that were once told and are not any more, with the name that they had.
PENSIUN: Mapping[str, str] = {}
#: Every row by its code, in the order of the codes.
TABEL: Mapping[str, Temuan] = {
    one.kode: one for one in sorted(BARIS, key=lambda one: one.nomor)
}
