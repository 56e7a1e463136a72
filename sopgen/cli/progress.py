"""How far a build has come: a bar on a terminal, a line for each format elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

#: What is told of a step: its format, if any; what is done; which one it is, of all.
Notice = Callable[[str, str, int, int], None]


@contextmanager
def progress(*, quiet: bool) -> Iterator[Notice]:
    """Yield the function that is told about every step."""
    if quiet:
        yield lambda _format, _what, _done, _total: None
    elif sys.stderr.isatty():
        with _bar() as notice:
            yield notice
    else:
        yield _lines()


def _lines() -> Notice:
    told: set[str] = set()

    def notice(suffix: str, _what: str, done: int, total: int) -> None:
        if suffix and suffix not in told:
            told.add(suffix)
            click.echo(f"[{done + 1}/{total}] {suffix}", err=True)

    return notice


@contextmanager
def _bar() -> Iterator[Notice]:
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("membaca", total=None)
        yield lambda _, what, done, total: bar.update(
            task, description=escape(what), completed=done, total=total
        )
