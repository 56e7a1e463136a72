"""A text as YAML: in its old style, else in the plainest that reads back the same."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from sopgen.edit.pohon import BLOCK, read
from sopgen.model.nilai import dataclass
from sopgen.model.suntingan import SuntinganError
from sopgen.yamltext import LINE, flow_of

#: What is written of a value: what follows its key, and the lines below it.
Tulisan = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a text stands: its old style, and the room it has.

    ``indent`` is the column of its key or dash, ``body`` that of lines below, ``width``
    the column at which they end.  Within brackets there is no room for lines.
    """

    style: str = ""
    flow: bool = False
    indent: int = 0
    body: int = 2
    width: int = 0
    #: Whether the text stood on lines of its own, or was as long as a line.
    long: bool = False


def written(text: str, tempat: Tempat) -> Tulisan:
    """Return a text as it is written in its place."""
    for style in _styles(text, tempat):
        made = _made(text, style, tempat)
        if made is not None and _reads_back(text, made, tempat):
            return made
    raise SuntinganError("teks ini memuat huruf yang tidak dapat ditulis")


def _styles(text: str, tempat: Tempat) -> Iterator[str]:
    """Yield the styles to try: a long plain text becomes a block, as specs have it."""
    lines = "\n" in text.rstrip("\n")
    if tempat.style in BLOCK and lines:
        yield from ("|", ">")
    long = len(text) > LINE and not tempat.long and not tempat.flow
    if long and tempat.style == "":
        yield ">"
    yield tempat.style
    if "\n" in text:
        yield "|"
    yield from ("", "'", '"')


def _made(text: str, style: str, tempat: Tempat) -> Tulisan | None:
    """Return a text in a style, or nothing if the style cannot hold it."""
    if style in BLOCK:
        return None if tempat.flow else _block(text, style, tempat)
    if style == "":
        plain = text and text.isprintable() and not text.startswith(("#", "---", "..."))
        return (text, ()) if plain else None
    if style == "'":
        quoted = text.replace("'", "''")
        return (f"'{quoted}'", ()) if text.isprintable() else None
    return (_double(text), ())


def _double(text: str) -> str:
    made = flow_of(text)
    if made.startswith('"'):
        return made
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _block(text: str, style: str, tempat: Tempat) -> Tulisan | None:
    """Return a text as a block below its key.

    One that ends in blank lines is none: it would take in those that follow.
    """
    bare = text.removesuffix("\n")
    if not bare.strip() or bare[0] in " \n\t" or bare.endswith("\n"):
        return None
    chomp = "" if bare != text else "-"
    lines = bare.split("\n")
    if style == ">":
        lines = list(_folded(lines, tempat))
    margin = " " * tempat.body
    body = [margin + line if line else "" for line in lines]
    return style + chomp, tuple(body)


def _folded(lines: list[str], tempat: Tempat) -> Iterator[str]:
    """Yield the lines of a text that is broken at its spaces."""
    width = max(tempat.width or tempat.body + LINE, tempat.body + 20) - tempat.body
    for n, line in enumerate(lines):
        if n:
            yield ""
        yield from wrap(
            line, width, break_long_words=False, break_on_hyphens=False
        ) or [""]


def _reads_back(text: str, made: Tulisan, tempat: Tempat) -> bool:
    """Tell whether a text is read as it was meant."""
    head, body = made
    if tempat.flow:
        whole = f"[{head}, x]"
    else:
        # Something follows, as in a file: it must not be taken for a part of the text.
        margin = " " * tempat.indent
        whole = "\n".join([f"{margin}- {head}", *body, f"{margin}- x", ""])
    try:
        return read(whole).data == [text, "x"]
    except SuntinganError:
        return False
