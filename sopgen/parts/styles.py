"""The kinds of paragraphs, and the page setups, of the whole book.

Sources: tata naskah dinas (margins, spacing 1 to 1.5); Permendagri 80/2015 for the
type of a decree (Bookman Old Style 12); practice for tables (Arial).
"""

from __future__ import annotations

from dataclasses import replace

from sopgen.kertas import read_kertas
from sopgen.model.buku import POTRET, Buku, Kertas
from sopgen.model.document import Margins, Sheet, Style
from sopgen.model.sop import Sop

#: Running chapters.
ISI = Style("Isi", size_pt=12, align="justify", leading=1.5, after=2.5, first=12.5)
BUTIR = ISI.but(nama="Butir", first=0, after=1.2)
BAB = Style("Bab", size_pt=13, bold=True, align="center", leading=1.3, after=7)
ANAK_BAB = Style("Anak Bab", size_pt=12, bold=True, leading=1.4, before=3.5, after=1.8)
SUB_BAB = ANAK_BAB.but(nama="Sub Bab", before=2.5, after=1.2)
SUB_SUB_BAB = SUB_BAB.but(nama="Sub Sub Bab", italic=True)
DAFTAR = Style("Daftar", size_pt=12, leading=1.55)

#: Covers.
SAMPUL_BESAR = Style(
    "Sampul Besar", size_pt=19.5, bold=True, align="center", leading=1.35
)
SAMPUL_SEDANG = Style(
    "Sampul Sedang", size_pt=16, bold=True, align="center", leading=1.35
)
SAMPUL_KECIL = Style("Sampul Kecil", size_pt=11.5, align="center", leading=1.35)

#: Kop surat.
KOP_KABUPATEN = Style("Kop Kabupaten", size_pt=14, align="center", leading=1.2)
KOP_KECAMATAN = Style(
    "Kop Kecamatan", size_pt=18, bold=True, align="center", leading=1.2
)
KOP_ALAMAT = Style("Kop Alamat", size_pt=10, align="center", leading=1.25)

#: The decree and its lampiran.
KEPUTUSAN = Style(
    "Keputusan", font="bookman", size_pt=12, align="justify", leading=1.15
)
KEPUTUSAN_BUTIR = KEPUTUSAN.but(nama="Keputusan Butir", after=1.6)
KEPUTUSAN_JUDUL = KEPUTUSAN.but(nama="Keputusan Judul", align="center", after=0.6)
KEPUTUSAN_TTD = KEPUTUSAN.but(nama="Keputusan Tanda Tangan", align="left")

#: Tables and identity sheets.
TABEL = Style("Tabel", size_pt=10, leading=1.2)
TABEL_JUDUL = Style("Tabel Judul", size_pt=10, bold=True, align="center", leading=1.2)
IDENTITAS = Style("Identitas", size_pt=9, leading=1.22)
KETERANGAN = Style(
    "Keterangan Gambar", size_pt=10, italic=True, align="center", leading=1.25
)
#: A table in a decree is set as the decree is: it is a part of it.
KEPUTUSAN_TABEL = KEPUTUSAN_TTD.but(nama="Keputusan Tabel", size_pt=10.5, leading=1.2)
KEPUTUSAN_TABEL_JUDUL = KEPUTUSAN_TABEL.but(
    nama="Keputusan Tabel Judul", bold=True, align="center"
)
CATATAN = Style("Catatan", size_pt=9, italic=True, leading=1.25)
TTD = Style("Tanda Tangan", size_pt=12, leading=1.25)


def portrait(kertas: Kertas, *, framed: bool = False) -> Sheet:
    """Return the setup of running text: 3 cm at the left for binding."""
    edges, mirrored = Margins(25, 20, 25, 30), kertas.bolak_balik
    return Sheet(kertas.lebar, kertas.tinggi, edges, framed=framed, mirrored=mirrored)


def decree(kertas: Kertas) -> Sheet:
    """Return the setup of a decree."""
    edges, mirrored = Margins(18, 20, 25, 30), kertas.bolak_balik
    return Sheet(kertas.lebar, kertas.tinggi, edges, mirrored=mirrored)


def decree_lying(kertas: Kertas) -> Sheet:
    """Return the setup of a decree's annex whose table is wide: bound at the top."""
    return Sheet(kertas.tinggi, kertas.lebar, Margins(30, 20, 20, 20))


#: The white edges of SOP sheets.  Where both sides are printed those that lie are bound
#: at the top, or on their backs at the foot, as the printer turns them; those that
#: stand at the left.
TEPI, TEPI_MENDATAR = Margins(15, 15, 18, 15), Margins(25, 15, 22, 15)
TEPI_TEGAK = Margins(15, 15, 18, 25)


def landscape(kertas: Kertas, *, framed: bool = False) -> Sheet:
    """Return the setup of SOP sheets: identity, procedure."""
    usual = TEPI_MENDATAR if kertas.bolak_balik else TEPI
    edges = Margins(25, 25, 25, 25) if framed else usual
    sheet = Sheet(kertas.tinggi, kertas.lebar, edges, framed=framed)
    return replace(sheet, number_at="none") if framed else sheet


def upright(kertas: Kertas) -> Sheet:
    """Return the setup of SOP sheets that stand upright: the procedure, if wanted."""
    if kertas.bolak_balik:
        return Sheet(kertas.lebar, kertas.tinggi, TEPI_TEGAK, mirrored=True)
    return Sheet(kertas.lebar, kertas.tinggi, TEPI)


def chart_sheet(buku: Buku, sop: Sop, *, lying: bool = False) -> Sheet:
    """Return the setup of the sheets of a chart, as the SOP or the book wants them.

    ``lying`` sheets lie although upright ones are wanted.
    """
    nama = buku.kertas_untuk(sop)
    kertas = replace(read_kertas()[nama], cetak=buku.kertas.cetak)
    if buku.orientasi_untuk(sop) == POTRET and not lying:
        return upright(kertas)
    return landscape(kertas)
