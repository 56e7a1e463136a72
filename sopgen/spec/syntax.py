"""Say in Indonesian what YAML's parsers found wrong with a file, and what to do."""

from __future__ import annotations

import re
import sys

import yaml

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span

QUOTE = "beri tanda kutip pada nilainya"
ALIGN = "luruskan awal baris dengan baris di atasnya; pakai spasi"
BACKSLASH = (
    "garis miring terbalik dalam tanda kutip ganda tidak dikenal",
    "pakai tanda kutip tunggal: '…'",
)
#: An escape, of which the pure PyYAML makes any letter, or fails.
ESCAPE = re.compile(r"\\U([0-9A-Fa-f]{8})|\\u([Dd][89A-Fa-f][0-9A-Fa-f]{2})")
TAB = re.compile(r" *\t")

#: What libyaml or the pure PyYAML says, and of what; what it means for the author; what
#: to do.
PROBLEMS = tuple(
    (re.compile(pattern), message, saran)
    for pattern, message, saran in (
        (
            "mapping values are not allowed",
            "`: ` tidak boleh di sini",
            f'{QUOTE} bila teks memuat titik dua: "…: …", atau luruskan awal barisnya',
        ),
        (
            "sequence entries are not allowed",
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
            "unexpected document (indicator|separator)",
            "tanda kutip tidak ditutup sebelum `---`",
            "tutup tanda kutip yang dibuka di sini",
        ),
        (
            r"but got '\?'",
            "tanda `?` di dalam kurung `[` atau `{` memerlukan tanda kutip",
            QUOTE,
        ),
        (
            "expected ',' or|expected (the )?node content",
            "kurung `[` atau `{` tidak ditutup, atau koma kurang",
            "pisahkan butir dengan koma dan tutup kurungnya",
        ),
        (
            "unknown escape|hexadecimal numbers|hexdecimal number|character escape",
            *BACKSLASH,
        ),
        (
            "expected '-' indicator|block collection: expected <block end>",
            "butir daftar harus diawali `- `",
            ALIGN,
        ),
        (
            "expected key|block mapping: expected <block end>",
            "baris ini tidak lurus dengan kunci di sekitarnya",
            f"{ALIGN}, atau {QUOTE}",
        ),
        (
            "could not find expected ':'",
            "titik dua setelah kunci belum ada",
            "kunci: nilai",
        ),
        (
            "comment or (a )?line break|chomping or indentation indicators",
            "setelah `|` atau `>` teks dimulai pada baris baru",
            f"pindahkan teks ke baris berikut, atau {QUOTE}",
        ),
        ("<document start>", "ada isi setelah dokumen berakhir", "hapus baris `...`"),
        ("incompatible YAML", "baris `%YAML` tidak diperlukan", "hapus baris itu"),
    )
)
#: Problems that are told at the place where the broken thing begins.
OPENED = re.compile(
    r"unexpected end of stream|unexpected document|',' or .*(?<!'\?')$|"
    "expected (the )?node content"
)


def explain(error: yaml.MarkedYAMLError, source: Source) -> Diagnostic:
    """Return the diagnostic for a syntax error."""
    problem = f"{error.context}: {error.problem}"
    tab = _tab(error, source)
    if tab is not None:
        where = "awal" if TAB.match(tab.excerpt) else "tengah"
        return diagnose(
            "SOP908",
            f"{where} baris memakai tab; YAML hanya mengenal spasi",
            tab,
            "ganti tab dengan spasi (dua spasi setiap tingkat)",
        )
    message, saran = "susunan YAML di sini tidak benar", ALIGN
    for pattern, known, cure in PROBLEMS:
        if pattern.search(problem):
            message, saran = known, cure
            break
    at = error.problem_mark
    if OPENED.search(problem) and error.context_mark is not None:
        at = error.context_mark
    span = _span(at, source)
    if span.excerpt[span.column - 1 :].startswith("{%"):
        saran = "beri tanda kutip, atau tulis teksnya setelah `|` pada baris baru"
    return diagnose("SOP909", message, span, saran)


def explain_escape(text: str, source: Source) -> Diagnostic:
    """Return the diagnostic for an escape that names no letter."""
    span = Span(source)
    for found in ESCAPE.finditer(text):
        if found[2] or int(found[1], 16) > sys.maxunicode:
            start = text.rfind("\n", 0, found.start()) + 1
            line = text.count("\n", 0, start) + 1
            span = Span(source, line, found.start() - start + 1, len(found[0]))
            break
    message, saran = BACKSLASH
    return diagnose("SOP909", message, span, saran)


def _span(mark: yaml.Mark | None, source: Source) -> Span:
    if mark is None:
        return Span(source)
    last = max(len(source.lines), 1)
    return Span(source, min(mark.line + 1, last), mark.column + 1)


def _tab(error: yaml.MarkedYAMLError, source: Source) -> Span | None:
    """Return the tab that breaks a line, or the first that begins one near it."""
    if error.problem_mark is None:
        return None
    if r"'\t'" in (error.problem or ""):
        return _span(error.problem_mark, source)
    last = error.problem_mark.line
    first = error.context_mark.line if error.context_mark is not None else last
    for number in range(max(min(first, last), 0), min(last + 1, len(source.lines))):
        if match := TAB.match(source.lines[number]):
            return Span(source, number + 1, match.end())
    return None
