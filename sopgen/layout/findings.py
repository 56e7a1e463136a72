"""What the layout has to tell the author (codes 5xx)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.layout.grid import Grid
from sopgen.layout.route.ways.task import CONFLICT, NO_LABEL
from sopgen.layout.sheet import Sheet
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.sop import Sop

BERTUMPUK = "SOP501"
LABEL_SEMPIT = "SOP502"
BARIS_TINGGI = "SOP503"
TEKS_SIMBOL = "SOP504"
ALUR_LEPAS = "SOP505"
TANPA_TEMPAT = "SOP506"
BELUM_TUNTAS = "SOP509"
#: What sopgen itself writes into terminators: no author can make it shorter.
OWN_WORDS = ("Mulai", "Selesai")


def find_in_spec(
    sop: Sop, drawn: Sop, grid: Grid, heights: tuple[float, ...]
) -> Iterator[Diagnostic]:
    """Yield rows that are higher than a page, and what has no place in the chart."""
    for kegiatan, height in zip(sop.kegiatan, heights, strict=False):
        if height > grid.room:
            yield diagnose(
                BARIS_TINGGI,
                f"kegiatan nomor `{kegiatan.nomor}` lebih tinggi daripada satu halaman",
                kegiatan.span,
                "pecah kegiatan ini menjadi dua atau persingkat teksnya",
            )
    known = {langkah.id for langkah in drawn.langkah}
    for langkah in sop.langkah:
        if langkah.id not in known:
            yield diagnose(
                TANPA_TEMPAT,
                f"langkah `{langkah.id}` tidak punya kolom, baris atau simbol di bagan",
                langkah.span,
                "periksa pelaksana dan simbol langkah ini",
            )
    for alur in sop.alur:
        for ujung in (alur.dari, alur.ke):
            if ujung not in known:
                yield diagnose(
                    ALUR_LEPAS,
                    f"alur memakai langkah `{ujung}` yang tidak ada di bagan",
                    alur.span,
                    "perbaiki id langkah pada alur ini",
                )


def find_faults(sop: Sop, sheet: Sheet) -> Iterator[Diagnostic]:
    """Yield what could not be drawn cleanly on one page."""
    for langkah in sheet.cramped:
        yield diagnose(
            TEKS_SIMBOL,
            f"teks `{langkah.tulisan}` tidak muat di dalam simbolnya",
            langkah.span,
            "kurangi pelaksana SOP ini supaya kolomnya lebih lebar"
            if langkah.teks in OWN_WORDS
            else "persingkat teks simbol; uraian lengkap ditulis pada kolom kegiatan",
        )
    for e in sheet.routing.unsettled[:1]:
        alur = sop.alur[sheet.plan.pieces[e].alur[0]]
        yield diagnose(
            BELUM_TUNTAS,
            f"pencarian jalan panah pada halaman ini dihentikan pada batasnya: alur "
            f"dari `{alur.dari}` ke `{alur.ke}` masih bersilangan, dan gambar terbaik "
            "sejauh ini yang dipakai",
            alur.span,
            "lihat bagannya; bila kurang rapi, kurangi alur yang melintas jauh",
        )
    for piece, route in zip(sheet.plan.pieces, sheet.routes, strict=True):
        alur = sop.alur[piece.alur[0]]
        if CONFLICT in route.faults:
            yield diagnose(
                BERTUMPUK,
                f"alur dari `{alur.dari}` ke `{alur.ke}` terpaksa digambar bertumpuk",
                alur.span,
                "kurangi alur pada baris ini, pindahkan sebagian ke kegiatan lain, "
                "atau lebarkan kolom pelaksana",
            )
        if NO_LABEL in route.faults:
            yield diagnose(
                LABEL_SEMPIT,
                f"label `{alur.label}` tidak mendapat tempat bebas di dekat alurnya",
                alur.span,
                "persingkat label atau beri baris ini ruang lebih",
            )
