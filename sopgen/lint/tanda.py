"""Rules about marks of other writing programs that would be printed as they stand.

Texts are pasted from chats, wikis and web pages.  What sopgen understands of them is
italics and bold, lists and tables, and in a naskah headings and pictures; everything
else is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice

from sopgen.lint.tabel_teks import BERTABEL, garis_saja, tabel_timpang
from sopgen.lint.teks import line_of
from sopgen.lint.temuan import listed
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.gaya import is_marked, unmarked
from sopgen.model.ketikan import Ketikan
from sopgen.model.nilai import dataclass
from sopgen.model.perbaikan import Perbaikan, write

#: Fields of running text, in which italics and bold are printed.
BERGAYA = frozenset((
    "menimbang", "mengingat", "memperhatikan", "menetapkan", "diktum", "tembusan",
    "dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan",
    "pencatatan", "uraian", "kelengkapan", "waktu", "output", "keterangan", "teks",
    "ke", "catatan", "peraturan", "naskah", "baris",
))  # fmt: skip
#: Fields of a kegiatan that are names; a column of the office's own is none.
BERNAMA = frozenset(("nomor", "id", "pelaksana", "simbol"))
#: Texts with headings and lists of their own.
BERBUTIR = frozenset(("naskah", "diktum"))
#: Texts with pictures.
NASKAH = "naskah"
#: What a template will fill in.
ISIAN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
#: Without one of these there is nothing to find.
TANDA = re.compile(r"[*_`\[<>|#&~=-]|\+ ")
#: So many letters of a text are shown, and so many marks of one place named.
TAMPAK, DISEBUT = 40, 3

GAMBAR = re.compile(
    r"!\[[^\]\n]{0,300}\](?: ?\([^)\n]{0,300}\)|\[)|!\[\[|<img\b[^<>]*>?", re.IGNORECASE
)
TABEL = re.compile(
    r"^[ \t]*\|[^|\n]*\|.*$|^[ \t]*:?-{3,}:?[ \t]*\|[ \t|:-]*-{3,}.*$|<table\b[^<>]*>?",
    re.IGNORECASE | re.MULTILINE,
)
#: Of these what no text understands: other ways to write a picture or a table.
GAMBAR_ASING = re.compile(
    r"!\[[^\]\n]{0,300}\](?: \([^)\n]{0,300}\)|\[)|!\[\[|<img\b[^<>]*>?", re.IGNORECASE
)
TABEL_ASING = re.compile(r"<table\b[^<>]*>?", re.IGNORECASE)
UNSUR = (
    "b|i|u|s|em|strong|br|p|div|span|sub|sup|ul|ol|li|h[1-6]|font|center|a|hr|tr|td|th|"
    "pre|code|small|big|mark|del|ins|blockquote"
)
#: Marks that mean nothing here, wherever they stand.
MENTAH = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        r"```.*$|`[^`\n]+`",
        r"(?<!!)\[[^\]\n]{1,300}\]\([^()\s]{1,300}\)",
        r"\[\^[^\]\s]+\]",
        rf"</?(?:{UNSUR})(?:\s[^<>\n]*)?/?>|<!--",
        r"&(?:nbsp|amp|lt|gt|quot|#[0-9]+);",
        r"~~[^~\n]+~~",
        r"(?<!\w)(_{1,2})(?=[^\W_])[^_\n]*(?<=[^\W_])\1(?!\w)",
        r"^[ \t]*>[ \t]+(?!rp\b)[a-z\"“].*$",
    )
)
#: Stars that were meant as a mark: a blank stands on the wrong side of one of them.
MELESET = re.compile(r"(?<!\S)\*\*\w[^*\n]*\s\*\*|(?<!\S)\*\w[^*\n]*\s\*(?=\w)")
#: Stars that begin italics or bold, or end them, by the letters at their sides; one
#: at the beginning of a line may be the sign of a note.
PEMBUKA = re.compile(
    r"(?<![\w*\\.,;:!?)\]”])(?:\*{2,3}|(?<!^)\*)(?=[^\W\d]|[\"“(])", re.MULTILINE
)
PENUTUP = re.compile(r"(?<=[\w.,;:!?)\]”\"%])\*{1,3}(?![\d*])")
BERBINTANG = re.compile(r"\*{1,3}\w\S*(?:\s+\w\S*){0,2}")
#: Marks that a naskah understands, or that are lines of their own in a longer text.
JUDUL = re.compile(r"^[ \t]*#{1,6}[ \t]+\S.*$", re.MULTILINE)
JUDUL_DALAM = re.compile(r"^[ \t]*#{5,6}[ \t]+\S.*$", re.MULTILINE)
GARIS = re.compile(r"^[ \t]*(?:-{3,}|\*{3,}|_{3}|={3,})[ \t]*$", re.MULTILINE)
BUTIR = re.compile(r"^[ \t]*[*+][ \t]+\S.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Potongan:
    """A paragraph of a text: its letters with templates blanked out, where it begins.

    ``ketikan`` is the whole text.
    """

    isi: str
    mulai: int
    ketikan: Ketikan

    def typed(self, match: re.Match[str]) -> str:
        """Return a mark as it was typed."""
        start = self.mulai + match.start()
        return self.ketikan.teks.isi[start : start + len(match[0])]

    def place(self, match: re.Match[str]) -> Span:
        """Return the place of a mark."""
        return line_of(self.ketikan.teks, self.mulai + match.start())

    @property
    def berbutir(self) -> bool:
        """Return whether headings and lists are understood here."""
        return not BERBUTIR.isdisjoint(self.ketikan.isian)


def check_tanda(ketikan: Iterable[Ketikan]) -> Iterator[Diagnostic]:
    """Yield what every rule finds in texts."""
    for one in ketikan:
        for rule in (tanda_di_nama, gambar, tabel, tanda_asing, bintang_tunggal):
            yield from rule(one)
        if _has_tables(one):
            isi = ISIAN.sub(_blank, one.teks.isi)
            yield from tabel_timpang(one.teks, isi)
            yield from garis_saja(one.teks, isi)


def paragraphs(one: Ketikan) -> Iterator[Potongan]:
    """Yield the paragraphs of a text."""
    if TANDA.search(one.teks.isi):
        text = ISIAN.sub(_blank, one.teks.isi)
        for start, block in _blocks(text):
            yield Potongan(block, start, one)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of a text, which blank lines part, and where they begin."""
    at = 0
    for filled, group in groupby(text.split("\n"), key=lambda line: bool(line.strip())):
        block = "\n".join(group)
        if filled:
            yield at, block
        at += len(block) + 1


def _blank(match: re.Match[str]) -> str:
    """Return what stands for a template: letters for a value, blanks for the rest."""
    return re.sub(r"[^\n]", "x" if match[0].startswith("{{") else " ", match[0])


def tanda_di_nama(one: Ketikan) -> Iterator[Diagnostic]:
    """Yield a name or title with italics or bold: they have one look."""
    text = ISIAN.sub(_blank, one.teks.isi)
    if not _is_styled(one.isian) and is_marked(text):
        told = diagnose(
            "SOP140",
            f"tanda miring atau tebal tidak berlaku di nama dan judul: "
            f"{_shown(one.teks.isi)} tercetak dengan bintangnya",
            line_of(one.teks, text.index("*")),
            "hapus bintangnya; `*miring*` dan `**tebal**` berlaku di sel kegiatan "
            "dan mutu baku, tulisan simbol, isian identitas, keputusan dan naskah",
        )
        yield told.cured_by(_unstarred(one))


def _is_styled(isian: tuple[str, ...]) -> bool:
    """Return whether italics and bold are printed in a field."""
    own = len(isian) == 2 and isian[0] == "kegiatan" and isian[1] not in BERNAMA
    return own or not BERGAYA.isdisjoint(isian)


def _unstarred(one: Ketikan) -> Perbaikan | None:
    """Return the cure that leaves the stars out, where no template may hold them."""
    isi = one.teks.isi
    if ISIAN.search(isi) or "\\" in isi:
        return None
    return write(one.teks.span, isi, unmarked(isi))


def gambar(one: Ketikan) -> Iterator[Diagnostic]:
    """Yield the pictures of a text that are not printed: only chapters have some."""
    pattern = GAMBAR_ASING if NASKAH in one.isian else GAMBAR
    yield from _each(
        one,
        lambda part: pattern.finditer(part.isi),
        "SOP141",
        "gambar dalam teks ini tidak dicetak: {} tercetak apa adanya",
        "hapus tandanya; gambar dicetak dalam naskah, ditulis "
        "`![keterangan](gambar/nama.png)`",
    )


def tabel(one: Ketikan) -> Iterator[Diagnostic]:
    """Yield the tables of a text that are not printed as tables."""
    pattern = TABEL_ASING if _has_tables(one) else TABEL
    yield from _each(
        one,
        lambda part: islice(pattern.finditer(part.isi), 1),
        "SOP142",
        "tabel dalam teks ini tidak dicetak sebagai tabel: {} tercetak apa adanya",
        "tulis isinya sebagai butir, satu baris tabel satu butir; tabel `| a | b |` "
        "dicetak dalam naskah, keputusan, dan isian identitas",
    )


def _has_tables(one: Ketikan) -> bool:
    """Return whether tables are printed in a field; columns of a chart have none."""
    return "kegiatan" not in one.isian and not BERTABEL.isdisjoint(one.isian)


def tanda_asing(one: Ketikan) -> Iterator[Diagnostic]:
    """Yield each paragraph with other marks that would be printed as they stand."""
    yield from _each(
        one,
        _foreign,
        "SOP143",
        "tanda yang tidak dikenal tercetak apa adanya: {}",
        "hapus tandanya; yang dikenal `*miring*` dan `**tebal**` tanpa spasi di sisi "
        "dalam bintang, dan di naskah judul `#` sampai `####` serta butir `- `, `1. `, "
        "`a. `",
    )


def bintang_tunggal(one: Ketikan) -> Iterator[Diagnostic]:
    """Yield each paragraph with stars that begin italics or bold and have no end.

    Where others follow, all behind them would be printed the other way round.
    """
    if "*" in one.teks.isi and _is_styled(one.isian):
        yield from _each(
            one,
            _unclosed,
            "SOP143",
            "tanda miring atau tebal tidak ditutup: {}",
            "tulis bintang yang sama di belakang kata terakhirnya, atau hapus",
        )


def _unclosed(part: Potongan) -> Iterator[re.Match[str]]:
    """Yield the words behind the first stars that begin something and do not end it.

    Stars with a blank on the wrong side are told as that.
    """
    if MELESET.search(unmarked(part.isi)):
        return
    waiting: dict[int, int] = {}
    found = [(m.start(), m, True) for m in PEMBUKA.finditer(part.isi)]
    found += [(m.start(), m, False) for m in PENUTUP.finditer(part.isi)]
    for at, match, opens in sorted(found, key=lambda each: each[0]):
        size = len(match[0])
        if not opens:
            waiting.pop(size, None)
        elif size in waiting:
            break
        else:
            waiting[size] = at
    if waiting:
        yield from islice(BERBINTANG.finditer(part.isi, min(waiting.values())), 1)


def _each(
    ketikan: Ketikan,
    find: Callable[[Potongan], Iterator[re.Match[str]]],
    code: str,
    message: str,
    saran: str,
) -> Iterator[Diagnostic]:
    """Yield a finding for each paragraph in which something is found."""
    for one in paragraphs(ketikan):
        found = sorted(find(one), key=lambda match: match.start())
        if found:
            named = listed((_shown(one.typed(match)) for match in found), DISEBUT)
            yield diagnose(code, message.format(named), one.place(found[0]), saran)


def _foreign(one: Potongan) -> Iterator[re.Match[str]]:
    for pattern in MENTAH:
        yield from pattern.finditer(one.isi)
    left = unmarked(one.isi)
    for match in MELESET.finditer(left):
        yield from re.compile(re.escape(match[0])).finditer(one.isi)
    yield from (JUDUL_DALAM if one.berbutir else JUDUL).finditer(one.isi)
    if one.isi.strip() != one.ketikan.teks.isi.strip() or "\n" in one.isi.strip():
        yield from GARIS.finditer(one.isi)
    bullets = list(BUTIR.finditer(one.isi))
    if len(bullets) > 1:
        yield bullets[0]


def _shown(text: str) -> str:
    """Return the author's words for a message; in quotes if they have backticks."""
    line = " ".join(text.split())
    line = f"{line[:TAMPAK]}…" if len(line) > TAMPAK else line
    return f"“{line}”" if "`" in line else f"`{line}`"
