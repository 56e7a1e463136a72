"""Read a template: the signs and words it may hold, and how many of them.

Jinja2 reads, nothing of it runs.  Every token carries the number of the bracket that
opens its tag (all brackets are counted, from 1) where Jinja2 expects a line: YAML folds
lines, but it leaves brackets in their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.lexer import TokenStream
from jinja2.parser import Parser

from sopgen.model.nilai import dataclass
from sopgen.model.salah_ketik import meant

#: Letters of a text that is to be filled in, and of what is made of it.
LONGEST = 200_000
#: Signs and words in all tags of a text, and in one tag.
MOST_TOKENS, TAG_TOKENS = 5_000, 100
#: Brackets within brackets in a tag, and digits of a number.
TAG_DEPTH, DIGITS = 5, 9
#: How deep loops may be nested, and loops and conditions together.
LOOPS, DEEPEST = 2, 8

#: The brackets that open and close a tag or a comment.
MARK = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
#: Those that have no business in plain text.
STRAY = re.compile(r"\{\{|\{%|\}\}|%\}")
TAGS = {"variable_begin": ("{{", "}}"), "block_begin": ("{%", "%}")}
#: The words that begin a block, the word that ends it, and those within it.
BLOCKS = {"for": ("endfor", "else"), "if": ("endif", "elif", "else")}
WORDS = ("for", "else", "endfor", "if", "elif", "endif")

#: Letters of a word of the author that are shown in messages.
SHOWN = 40
#: What Jinja2 says of a sign or word out of place, and what is said instead.
MISPLACED = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"unexpected char ['\"](.)", "tanda `{0}` tidak dikenal"),
        (r"(?:got|unexpected) 'end of ", "isinya tidak lengkap"),
        (r"got '(.{1,40})'", "`{0}` tidak pada tempatnya"),
        (r"unexpected '(.{1,40})'", "`{0}` tidak pada tempatnya"),
    )
)

ENVIRONMENT = Environment(trim_blocks=True, lstrip_blocks=True)


class Token(NamedTuple):
    """A sign or word of a text, with the bracket that opens its tag."""

    mark: int
    kind: str
    value: str


class Block(NamedTuple):
    """The first word of a block that is open, and its bracket."""

    word: str
    mark: int


class FillError(Exception):
    """A text cannot be filled in: why, at which bracket, and what to do."""

    def __init__(self, why: str, mark: int, saran: str = "") -> None:
        super().__init__(why)
        self.why, self.mark, self.saran = why, mark, saran


class RefusedError(FillError):
    """A text holds what no office needs, or more of it than is harmless."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template that was read, and how many signs and words it has."""

    body: list[nodes.Node]
    tokens: int


def read_template(text: str) -> Template:
    """Return a template; raise FillError where it is not sound."""
    if len(text) > LONGEST:
        raise RefusedError(f"teksnya lebih dari {LONGEST} huruf", 1)
    tokens = _Scan().read(text)
    parser = Parser(ENVIRONMENT, "")
    parser.stream = TokenStream(ENVIRONMENT.lexer.wrap(tokens), None, None)
    try:
        return Template(parser.parse().body, len(tokens))
    except TemplateSyntaxError as error:
        raise _misplaced(error, error.lineno) from None


@dataclass(slots=True)
class _Scan:
    """Go through the tokens of a text and keep to the limits.

    So far ``marks`` brackets were met; ``tag`` is the one that opened the last tag,
    which is of a ``kind`` until it is closed and has so many ``words`` and open
    brackets (``depth``).  Each of the open ``blocks`` knows its bracket.
    """

    marks: int = 0
    tag: int = 0
    kind: str = ""
    words: int = 0
    depth: int = 0
    blocks: list[Block] = field(default_factory=list)
    made: list[Token] = field(default_factory=list)

    def read(self, text: str) -> list[Token]:
        """Return all tokens, each with the bracket that opens its tag."""
        try:
            for _, kind, value in ENVIRONMENT.lexer.tokeniter(text, None):
                if kind != "whitespace":
                    self._watch(kind, value)
                    self.made.append(Token(self.tag, kind, value))
                self.marks += len(MARK.findall(value))
        except TemplateSyntaxError as error:
            raise _misplaced(error, self.tag if self.kind else self.marks) from None
        if self.kind:
            raise self._open_tag()
        if self.blocks:
            raise _open_block(*self.blocks[-1])
        return self.made

    def _watch(self, kind: str, value: str) -> None:
        if len(self.made) >= MOST_TOKENS:
            raise RefusedError("terlalu banyak isian dalam satu teks", self.tag)
        if kind in TAGS:
            self.tag, self.kind, self.words, self.depth = self.marks + 1, kind, 0, 0
        elif kind == "data" and STRAY.search(value):
            raise FillError("kurung {{ dan }} tidak berpasangan", self.marks + 1)
        elif kind == "raw_begin":
            raise _foreign("raw", self.marks + 1)
        elif kind in ("variable_end", "block_end"):
            self.kind = ""
        elif self.kind:
            self._inside(kind, value)

    def _inside(self, kind: str, value: str) -> None:
        """Look at a sign or word of a tag."""
        self.words += 1
        if self.words > TAG_TOKENS:
            raise RefusedError(f"{self._tag} ini terlalu panjang", self.tag)
        if self.kind == "block_begin" and self.words == 1:
            self._statement(value)
        elif kind == "operator":
            self._operator(value)
        elif kind == "string" and "\\" in value:
            raise RefusedError("garis miring terbalik tidak diizinkan", self.tag)
        elif kind in ("integer", "float") and len(value) > DIGITS:
            raise RefusedError(f"angka lebih dari {DIGITS} digit", self.tag)

    def _operator(self, sign: str) -> None:
        if sign in ("{", "%") and self.made[-1][1:] == ("operator", "{"):
            raise self._open_tag()
        if sign in "([{":
            self.depth += 1
        elif sign in ")]}":
            self.depth -= 1
        if self.depth > TAG_DEPTH:
            raise RefusedError("kurung bersarang terlalu dalam", self.tag)

    def _statement(self, word: str) -> None:
        """Begin a block, go on with it, or end it."""
        allowed = BLOCKS[self.blocks[-1].word] if self.blocks else ()
        if word in BLOCKS:
            self.blocks.append(Block(word, self.tag))
            loops = sum(block.word == "for" for block in self.blocks)
            if loops > LOOPS or len(self.blocks) > DEEPEST:
                raise RefusedError("bagian {% … %} bersarang terlalu dalam", self.tag)
        elif word not in WORDS:
            raise _foreign(word, self.tag)
        elif word not in allowed:
            raise _astray(word, self.tag, self.blocks)
        elif word.startswith("end"):
            self.blocks.pop()

    @property
    def _tag(self) -> str:
        return " … ".join(TAGS[self.kind])

    def _open_tag(self) -> FillError:
        begin, end = TAGS[self.kind]
        return FillError(f"`{begin}` belum ditutup dengan `{end}`", self.tag)


def _open_block(word: str, mark: int) -> FillError:
    end = BLOCKS[word][0]
    why = f"`{{% {word} … %}}` belum ditutup dengan `{{% {end} %}}`"
    return FillError(why, mark, f"tulis `{{% {end} %}}` di akhir bagian yang diatur")


def _astray(word: str, mark: int, blocks: list[Block]) -> FillError:
    """Return what is wrong where a word goes on with no block, or ends none."""
    if any(word in BLOCKS[block.word] for block in blocks):
        return _open_block(*blocks[-1])
    begin = next(block for block, within in BLOCKS.items() if word in within)
    return FillError(f"`{{% {word} %}}` tanpa `{{% {begin} … %}}`", mark)


def _foreign(word: str, mark: int) -> FillError:
    """Return what is wrong with a word that a text cannot begin a tag with."""
    if not word.isidentifier():
        return FillError("`{% … %}` tidak diawali `for` atau `if`", mark)
    if meant(word, WORDS):
        why = f"`{{% {word[:SHOWN]} %}}` tidak dikenal"
        return FillError(why, mark, near(word, WORDS))
    return RefusedError(f"`{{% {word[:SHOWN]} … %}}` tidak diizinkan", mark)


def near(word: str, known: Iterable[str]) -> str:
    """Return the saran for an unknown word: the nearest match, or all there are."""
    words = sorted(known)
    if close := meant(word, words):
        return f"mungkin maksudnya {' atau '.join(f'`{one}`' for one in close)}"
    return f"yang dikenal: {', '.join(words)}"


def _misplaced(error: TemplateSyntaxError, mark: int) -> FillError:
    """Return what Jinja2 says of a mistake, in Indonesian."""
    for pattern, words in MISPLACED:
        if found := pattern.search(str(error.message)):
            why = words.format(*found.groups())
            return FillError(
                f"penulisan {{{{ … }}}} atau {{% … %}} keliru: {why}", mark
            )
    return FillError("penulisan {{ … }} atau {% … %} keliru", mark)
