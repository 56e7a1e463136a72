"""Whatever happens to a spec, reading it ends with findings, never with a traceback."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sopgen.lint import lint
from sopgen.report import short, text
from sopgen.spec import read_buku
from tests.spec.kantor import FILES, write_kantor

PIECES = st.one_of(
    st.sampled_from(
        [
            "\t",
            "\n",
            "  ",
            "- ",
            ": ",
            "[",
            "]",
            "{",
            "}",
            '"',
            "'",
            "|\n",
            "&a ",
            "*a",
            "!x ",
            "---\n",
            "#",
            "%",
            "@",
            "? ",
            "\x00",
            "\x85",
            "\u2028",
            "\ufeff",
            "null",
            "~",
            "[[[[",
            "{a: b}",
            "ke: 2\n",
            "id: 1\n",
            "    tambahan: [{pelaksana: Camat}]\n",
            "simbol: keputusan\n",
            "nomor: 1\n",
        ]
    ),
    st.text(max_size=6),
)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(sorted(FILES)),
        st.integers(0, 900),
        st.integers(0, 12),
        PIECES,
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=300, deadline=None)
@given(edits=EDITS)
def test_a_damaged_spec_never_raises(edits: list[tuple[str, int, int, str]]) -> None:
    files = dict(FILES)
    for name, at, gone, piece in edits:
        files[name] = files[name][:at] + piece + files[name][at + gone :]
    with tempfile.TemporaryDirectory() as made:
        folder = write_kantor(Path(made))
        for name, changed in files.items():
            data = changed.encode("utf-8", errors="surrogatepass")
            (folder / name).write_bytes(data)
        reading = read_buku(folder)
    found = (*reading.findings, *(lint(reading.buku) if reading.buku else ()))
    for finding in found:
        assert text(finding).startswith(short(finding))
    assert reading.buku is not None or any(f.severity == "error" for f in found)


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=200), name=st.sampled_from(sorted(FILES)))
def test_any_bytes_never_raise(data: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = write_kantor(Path(made))
        (folder / name).write_bytes(data)
        reading = read_buku(folder)
    assert all(text(finding) for finding in reading.findings)
