"""Print findings: wrapped and coloured on a terminal, plain lines anywhere else."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sopgen.model.diagnostic import Diagnostic

#: The narrowest column of text that is still read with ease.
NARROWEST = 40
#: Letters left of a source line: its number and the bar.
GUTTER = 10
#: What a wrapped line of words begins with.
INDENT = "    "
COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
#: Lines of words, in contrast to a source line and its caret.
SAID = re.compile(r" *= ")


def tell(finding: Diagnostic, *, short: bool = False, err: bool = False) -> None:
    """Print a finding, or its first line."""
    from sopgen import report

    stream = sys.stderr if err else sys.stdout
    if stream.isatty():
        lines = list(on_terminal(finding, _width(), short=short))
        text = "\n".join(lines if _coloured() else map(click.unstyle, lines))
        click.echo(text, err=err, color=True)
    else:
        click.echo(report.short(finding) if short else report.text(finding), err=err)


def on_terminal(finding: Diagnostic, width: int, *, short: bool) -> Iterator[str]:
    """Yield the lines of a finding, none wider than a terminal, its weight coloured."""
    from sopgen import report

    level = report.level(finding)
    styled = click.style(level, fg=COLOURS[finding.severity.value], bold=True)
    for line in _wrapped(report.short(finding), width):
        yield line.replace(f"{level}:", f"{styled}:", 1)
    for line in () if short else report.below(finding, width - GUTTER):
        yield from _wrapped(line, width) if SAID.match(line) else [line]


def _wrapped(line: str, width: int) -> list[str]:
    margin = line[: len(line) - len(line.lstrip())]
    return textwrap.wrap(
        line, width, subsequent_indent=f"{margin}{INDENT}",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _width() -> int:
    return max(shutil.get_terminal_size().columns, NARROWEST)


def _coloured() -> bool:
    """Tell whether colours are wanted."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
