"""What people and machines put where it does not belong."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

#: Words that mean something to YAML, to a number, to a date, to the program.
WORDS = (
    "", " ", "null", "~", "yes", "ya", "tidak", "true", "0", "-1", "1.0", "1e999",
    "0x10", "nan", "-", "--", "99999999999999999999", "1" * 400, "0000", "٣", "１２",
    "²",
    "①", "½", "५", "Ⅷ", "1_000", "+1", "1,5", "1.5", "2025-02-30", "0000-00-00",
    "0001-01-01", "9999-12-31", "31 Februari 2025", "1 Januari 10000", "1/1/1", "12:30",
    "Jumat", "29 Februari 2025", "1 Januari 0000", "1-1-2025", "32/13/2025", "Januari",
    "0 menit", "5 menit", "1/2 jam", "1/0 jam", "½ jam", "5-3 jam", "1e9 tahun",
    "9" * 30 + " menit", "1 s.d. 2 hari", "± 3", "3 - ", "1,5 jam", "satu jam",
    "1 hari 2 jam 3 menit", "∞ menit", "１ menit", "² jam", "proses", "keputusan",
    "mulai", "selesai", "penghubung", "subproses", "dokumen", "F4", "A3", "A0",
    "lanskap", "draf", "berlaku", "SOP734", "SOP999", "sop", "../../a", "/etc",
    "naskah/visi.md", "naskah/.md", "a.png", "con", "sop/izin.yaml", "{tahun}",
    "{nomor:02}", "{nomor:99999999999}", "{nomor:x}", "{0}", "{", "}", "{}",
    "{nomor!r}", "{nomor.__class__}", "{seksi}", "{nomor_buku}", "%s", "\\", "\\n",
    "$1", "KESATU", "KESERATUS", "Camat", "Kasi Kesra", "uu-25-2009", "ayat (1)",
    "Undang-Undang Nomor 25 Tahun 2009", "Undang-Undang Nomor Tahun", "Perda No. 1",
    "Peraturan Daerah Nomor 99999999999999999999 Tahun 99999999999999999999",
    "SOP Surat Masuk", "bahwa", "a.", "1.", "1)", "- ", "•", "a. b. c.",
    "1. satu 3. tiga",
)  # fmt: skip

#: Texts with marks of their own: lists, tables, headings, bold, templates, brackets.
MARKED = (
    "**a", "*a*", "***a***", "**", "* *", "_a_", "**a*b**c*", "a**b", "\\*a\\*", "# a",
    "## ", "#", "a\n# b\n### c", "| a | b |", "| a |\n|---|\n| b |", "|", "|||",
    "|---|", "| a\n|---\n| b | c | d", "| a |\n|:-:|\n| **b** |\n| c", "||\n||\n||",
    "a.\tb\n\t1. c\n\t\t- d", "1. a\n1. b\n9. c", "a. x\nc. y", "iv. a\nv. b",
    "99999999. a", "![a](b.png)", "![](../x.png)", "![a](lambang.png){lebar=9999}",
    "![a](b.png){x=y}", "[a](http:b)", "[daftar SOP]", "- [daftar SOP];",
    "a [daftar SOP] b", "[Daftar  sop", "[nama kecamatan]", "{{ tahun }}", "{{", "}}",
    "{%", "{# #}", "{{ x }}", "{{ sop }}", "{% for s in sop %}{{ s.nama }}{% endfor %}",
    "<b>a</b>", "&amp;", "<!--", "]]>", "a\n\nb\n\n\n\nc", "\n", "---", "***", "> a",
    "```\na\n```", "a  \nb", "'", '"', "`a`",
)  # fmt: skip

#: Letters that are rare: direction, joining, width, no character at all.
LETTERS = (
    "\u200b", "\u200d", "\u200e", "\u202e", "\u2028", "\u2029", "\u0085", "\u00a0",
    "\u00ad", "\u0301", "\u0e33", "\ufeff", "\ufffc", "\ufffd", "\ufffe", "\uffff",
    "\U0001f600", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U000e0041",
    "\U0010ffff", "\ue000", "ß", "ŉ", "İ", "ı", "ſ", "ﬁ", "Ǆ", "ǆ", "ա", "ا", "漢", "ก",
    "ᄀ", "\x7f", "\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x1f", "\t", "\r", "–", "—",
    "−", "…", "“", "’", "″",
)  # fmt: skip

#: Texts that are large in one way or another.
LARGE = (
    "a" * 500, "a" * 5_000, "a" * 40_000, "kata " * 400, "kata " * 4_000, "a\n" * 300,
    "W" * 60, "i" * 300, "1. a\n" * 300, "a-b/" * 200, "**a** " * 500, "**" * 2_000,
    "*a" * 1_000, "| a " * 60 + "|\n" + "|---" * 60 + "|\n" + "| b " * 60 + "|",
    "| a |\n|---|\n" + "| b |\n" * 300, "(" * 1_000, "[" * 1_000, "{" * 1_000,
    " " * 5_000, "\u0301" * 1_000, "漢" * 500, "\u202e" * 300, "a. " * 800,
    "Nomor 1 Tahun 2009 " * 200, "Undang-Undang Nomor 1 Tahun 2009 tentang " * 60,
    "0" * 30_000, "1 menit " * 300, "SOP " * 2_000, "&" * 2_000, "\n" * 3_000,
)  # fmt: skip


def picked(values: Sequence[str]) -> st.SearchStrategy[str]:
    """Return the strategy of some values that are too large to be shown."""
    return st.integers(0, len(values) - 1).map(values.__getitem__)


#: Letters as they come, those that no file of text can hold left out.
TEXT = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("aB1 .,;:-/()[]{}*|#\n"),
    max_size=30,
)
ODD = st.one_of(
    st.sampled_from(WORDS), st.sampled_from(MARKED), st.sampled_from(LETTERS), TEXT
)
#: Any of them, seldom large.
VALUES = st.one_of(ODD, ODD, ODD, picked(LARGE))
