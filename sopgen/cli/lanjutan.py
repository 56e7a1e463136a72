"""What to type next: told to those who type, not to those who choose from the menu."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import click

#: Whether the command that runs was chosen from the menu.
_chosen: ContextVar[bool] = ContextVar("chosen", default=False)


@contextmanager
def chosen() -> Iterator[None]:
    """Run a command that nobody has typed: the menu says what comes next."""
    token = _chosen.set(True)
    try:
        yield
    finally:
        _chosen.reset(token)


def is_typed() -> bool:
    """Return whether somebody types commands, and can type another one."""
    return not _chosen.get()


def argument(word: str) -> str:
    """Return a word as it is typed on a command line, in quotes if it has spaces."""
    return f'"{word}"' if " " in word else word


def tell_next(words: str) -> None:
    """Say what to do next, if it is to be typed."""
    if is_typed():
        click.echo(f"\nlanjutkan: {words}")


def rest_of(nama: str) -> str:
    """Return where the rest of what was found in a spec can be read."""
    if not is_typed():
        return "rinciannya lewat Periksa"
    return f"lihat `sopgen check {argument(nama)}`"
