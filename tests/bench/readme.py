"""The place in README where the tables stand."""

from __future__ import annotations

from pathlib import Path

from tests.books import ROOT

README = ROOT / "README.md"
BEGIN, END = "<!-- make bench-readme -->", "<!-- end of figures -->"


def put(text: str, figures: str) -> str:
    """Return a page with other figures between the marks."""
    before, mark, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (mark and end):
        raise ValueError(f"{BEGIN} … {END}")
    return f"{before}{mark}\n\n{figures}\n\n{end}{after}"


def put_into(file: Path, figures: str) -> None:
    """Put figures into a page that has a place for them."""
    text = file.read_text(encoding="utf-8")
    file.write_text(put(text, figures), encoding="utf-8", newline="\n")
