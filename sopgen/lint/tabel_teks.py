"""Rule about tables of pipes in texts (7xx)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.lint.teks import line_of
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Teks
from sopgen.model.naskah import Alinea, TabelTeks, read_unsur
from sopgen.model.naskah.tabel import is_rule

#: Fields whose tables are printed as tables.
BERTABEL = frozenset((
    "naskah", "menimbang", "mengingat", "memperhatikan", "diktum", "tembusan",
    "dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan",
    "pencatatan",
))  # fmt: skip
#: So many letters of a row are shown.
TAMPAK = 40


def garis_saja(teks: Teks, isi: str) -> Iterator[Diagnostic]:
    """Yield the rules of tables that have no row: they are printed as typed.

    ``isi`` is the text with its templates blanked out.
    """
    for one in read_unsur(isi) if "|" in isi else ():
        if isinstance(one, Alinea) and "|" in one.text and is_rule(one.text):
            message = (
                f"garis tabel tanpa baris: `{one.text[:TAMPAK]}` tercetak apa adanya"
            )
            saran = "hapus garisnya, atau tulis baris tabel di atas dan di bawahnya"
            yield diagnose("SOP142", message, line_of(teks, one.at), saran)


def tabel_timpang(teks: Teks, isi: str) -> Iterator[Diagnostic]:
    """Yield the rows of tables with more or fewer cells than the first row.

    ``isi`` is the text with its templates blanked out.
    """
    for one in read_unsur(isi) if "|" in isi else ():
        if not isinstance(one, TabelTeks):
            continue
        wanted = len(one.every[0].sel)
        for row in one.timpang:
            line = teks.isi[row.at :].split("\n", 1)[0].strip()
            shown = f"{line[:TAMPAK]}…" if len(line) > TAMPAK else line
            message = (
                f"baris tabel berisi {len(row.sel)} sel, barisan pertamanya {wanted}"
            )
            yield diagnose(
                "SOP780",
                f"{message}: `{shown}`",
                line_of(teks, row.at),
                "samakan banyaknya sel; sel kosong tetap ditulis, garis tegak di dalam "
                "sel ditulis `\\|`",
            )
