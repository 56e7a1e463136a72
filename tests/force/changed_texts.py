"""Change a text: lines dropped, doubled, moved and shifted, pieces put in, bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from tests.force.oddities import LARGE, LETTERS, MARKED, TEXT, WORDS, picked

Draw = Callable[[st.SearchStrategy[Any]], Any]
#: What means something to YAML where it stands.
YAML = (
    "\t", "\n", "  ", "\n  ", "- ", ": ", ":\n", "[", "]", "{", "}", '"', "'", "|\n",
    ">-\n", "|9\n", "|+2\n", "&a ", "*a", "*b", "!x ", "!!python/object:a ", "!!str ",
    "!", "---\n", "...\n", "#", " # a", "%YAML 9.9\n", "%", "@", "`", "? ",
    "? a\n: b\n", "<<: *a\n", "<<: {a: b}\n", "=: a\n", ",", "~", "[[[[", "{a: b}",
    "&a [*a]", '"\\ud800"', '"\\x00"', '"\\U00110000"', '"\\q"', '"\\', "ke: 2\n",
    "id: 1\n", "simbol: keputusan\n", "    tambahan: [{pelaksana: Camat}]\n",
    "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "[" * 100, "- " * 100, "{a: " * 40,
    "? " * 50,
)  # fmt: skip
PIECES = st.one_of(
    st.sampled_from(YAML), st.sampled_from(YAML), st.sampled_from(WORDS),
    st.sampled_from(MARKED), st.sampled_from(LETTERS), TEXT, picked(LARGE),
)  # fmt: skip
#: How a whole file may be stored by other programs.
STORED: tuple[Callable[[str], bytes], ...] = (
    lambda text: text.encode("utf-8-sig", "replace"),
    lambda text: text.replace("\n", "\r\n").encode("utf-8", "replace"),
    lambda text: text.replace("\n", "\r").encode("utf-8", "replace"),
    lambda text: text.encode("utf-16"),
    lambda text: text.encode("utf-16-le"),
    lambda text: text.encode("utf-32"),
    lambda text: text.encode("cp1252", "replace"),
    lambda text: text.replace("a", "á").encode("latin-1", "replace"),
    lambda text: b"",
    lambda text: b"\n" * 5,
    lambda text: text.encode("utf-8", "replace") * 2,
    lambda text: text.rstrip("\n").encode("utf-8", "replace"),
    lambda text: b"\xef\xbb\xbf" + text.encode("utf-8-sig", "replace"),
    lambda text: text.replace("  ", "\t").encode("utf-8", "replace"),
    lambda text: text.replace(" ", "\u00a0").encode("utf-8", "replace"),
)


def change(draw: Draw, text: str, pieces: st.SearchStrategy[str] = PIECES) -> str:
    """Return a text with one thing changed."""
    if draw(st.booleans()):
        cut, gone = draw(st.integers(0, len(text))), draw(st.integers(0, 12))
        return text[:cut] + str(draw(pieces)) + text[cut + gone :]
    lines = text.split("\n")
    n = draw(st.integers(0, len(lines) - 1))
    m = draw(st.integers(0, len(lines) - 1))
    match draw(st.integers(0, 5)):
        case 0:
            del lines[n]
        case 1:
            lines.insert(m, lines[n])
        case 2:
            lines[n], lines[m] = lines[m], lines[n]
        case 3:
            lines[n] = " " * draw(st.integers(1, 5)) + lines[n]
        case 4:
            lines[n] = lines[n][draw(st.integers(1, 4)) :]
        case _:
            lines[n : n + 1] = lines[n : n + 1] * draw(st.sampled_from([3, 50, 400]))
    return "\n".join(lines)


def stored(draw: Draw, text: str) -> bytes:
    """Return the bytes of a file, seldom those of another program or damaged."""
    if draw(st.integers(0, 15)) == 0:
        return draw(st.sampled_from(STORED))(text)  # type: ignore[no-any-return]
    data = text.encode("utf-8", "replace")
    if draw(st.integers(0, 15)) == 0:
        cut, gone = draw(st.integers(0, len(data))), draw(st.integers(0, 5))
        data = data[:cut] + draw(st.binary(max_size=4)) + data[cut + gone :]
    return data
