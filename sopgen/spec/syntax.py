"""Say in Indonesian what libyaml found wrong with a file, and what to do."""

from __future__ import annotations

import re

import yaml

from sopgen.model.diagnostic import Diagnostic, Severity, Source, Span

QUOTE = "beri tanda kutip pada nilainya"
ALIGN = "luruskan awal baris dengan baris di atasnya; pakai spasi"
TAB = re.compile(r" *\t")

#: What libyaml says (a part of it): what it means for the author, what to do.
PROBLEMS = (
    (
        "mapping values are not allowed",
        "`: ` tidak boleh di sini",
        f'{QUOTE} bila teks memuat titik dua: "…: …", atau luruskan awal barisnya',
    ),
    (
        "block sequence entries are not allowed",
        "butir `- ` tidak boleh di sini",
        "mulai daftar pada baris baru di bawah kuncinya",
    ),
    ("cannot start any token", "nilai diawali tanda yang tidak boleh", QUOTE),
    (
        "unexpected end of stream",
        "tanda kutip atau kurung tidak ditutup",
        "tutup tanda yang dibuka di sini",
    ),
    (
        "unexpected document indicator",
        "tanda kutip tidak ditutup sebelum `---`",
        "tutup tanda kutip yang dibuka di sini",
    ),
    (
        "did not find expected ',' or",
        "kurung `[` atau `{` tidak ditutup, atau koma kurang",
        "pisahkan butir dengan koma dan tutup kurungnya",
    ),
    (
        "expected node content",
        "kurung `[` atau `{` tidak ditutup, atau koma kurang",
        "pisahkan butir dengan koma dan tutup kurungnya",
    ),
    (
        "unknown escape character",
        "garis miring terbalik dalam tanda kutip ganda tidak dikenal",
        "pakai tanda kutip tunggal: '…'",
    ),
    ("expected '-' indicator", "butir daftar harus diawali `- `", ALIGN),
    (
        "expected key",
        "baris ini tidak lurus dengan kunci di sekitarnya",
        f"{ALIGN}, atau {QUOTE}",
    ),
    (
        "could not find expected ':'",
        "titik dua setelah kunci belum ada",
        "kunci: nilai",
    ),
    (
        "comment or line break",
        "setelah `|` atau `>` teks dimulai pada baris baru",
        f"pindahkan teks ke baris berikut, atau {QUOTE}",
    ),
    ("<document start>", "ada isi setelah dokumen berakhir", "hapus baris `...`"),
    ("incompatible YAML", "baris `%YAML` tidak diperlukan", "hapus baris itu"),
)
#: Problems that are told at the place where the broken thing begins.
OPENED = ("unexpected end of stream", "unexpected document", "',' or", "node content")


def explain(error: yaml.MarkedYAMLError, source: Source) -> Diagnostic:
    """Return the diagnostic for a syntax error."""
    problem = error.problem or ""
    tab = _tab(error, source)
    if tab is not None:
        return Diagnostic(
            "SOP908",
            Severity.ERROR,
            "awal baris memakai tab; YAML hanya mengenal spasi",
            tab,
            "ganti tab dengan spasi (dua spasi setiap tingkat)",
        )
    message, saran = "susunan YAML di sini tidak benar", ALIGN
    for part, known, cure in PROBLEMS:
        if part in problem:
            message, saran = known, cure
            break
    at = error.problem_mark
    if any(part in problem for part in OPENED) and error.context_mark is not None:
        at = error.context_mark
    span = _span(at, source)
    if span.excerpt[span.column - 1 :].startswith("{%"):
        saran = "beri tanda kutip, atau tulis teksnya setelah `|` pada baris baru"
    return Diagnostic("SOP909", Severity.ERROR, message, span, saran)


def _span(mark: yaml.Mark | None, source: Source) -> Span:
    if mark is None:
        return Span(source)
    last = max(len(source.lines), 1)
    return Span(source, min(mark.line + 1, last), mark.column + 1)


def _tab(error: yaml.MarkedYAMLError, source: Source) -> Span | None:
    """Return the first tab at the beginning of a line of the broken part."""
    if error.problem_mark is None:
        return None
    last = error.problem_mark.line
    first = error.context_mark.line if error.context_mark is not None else last
    for number in range(max(min(first, last), 0), min(last + 1, len(source.lines))):
        if match := TAB.match(source.lines[number]):
            return Span(source, number + 1, match.end())
    return None
