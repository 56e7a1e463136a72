"""Data → YAML as the specs are written: plain words, blocks for long texts.

Text is quoted only where YAML would misread it, for the reader takes every scalar as
text anyway.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

import yaml

from sopgen.model.draft import Data, Draft, Trail

#: Letters of a value that stands on the line of its key.
LINE = 100
#: Letters of a list or mapping that stands on the line of its key.
SHORT = 66
#: Words of a text that may stand in such a list.
WORDS = 3


class _Plain(yaml.SafeDumper):
    """Writes text without looking for numbers and dates in it."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, object]]] = {}  # noqa: RUF012


def write_yaml(draft: Draft) -> str:
    """Return the text of a file; a remark follows its value as a comment."""
    lines = [f"# {line}".rstrip() for line in draft.head]
    if lines:
        lines.append("")
    return "\n".join([*lines, *_lines(draft.data, (), draft), ""])


def lines_of(data: Data) -> tuple[str, ...]:
    """Return the lines of data as they stand in a file, from the left edge."""
    return tuple(_lines(data, (), Draft("", data)))


def entry_of(label: str, data: Data) -> tuple[str, ...]:
    """Return the lines of a key with its colon, or of a dash, and its value."""
    return tuple(_entry(label, data, (), Draft("", data)))


def flow_of(data: Data) -> str:
    """Return data on one line, as it stands within brackets."""
    style = _quoted_by_need(data)
    return _dumped(data, style=style, flow=True)


def _quoted_by_need(data: Data) -> str | None:
    """Return the style of a text that no plain word can be."""
    bare = isinstance(data, str) and not (data and data.isprintable())
    return '"' if bare else None


def key_of(text: str) -> str:
    """Return a key as it is written."""
    return _scalar(text)


def _lines(data: Data, path: Trail, draft: Draft) -> Iterator[str]:
    """Yield the lines of a mapping or list, from the left edge."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _entry(f"{_scalar(key)}:", value, (*path, key), draft)
    elif isinstance(data, list):
        for n, item in enumerate(data):
            yield from _entry("-", item, (*path, n), draft)
    else:
        yield _scalar(data)


def _entry(label: str, value: Data, path: Trail, draft: Draft) -> Iterator[str]:
    """Yield the lines of a key or an item with its value."""
    remark = draft.remarks.get(path, "")
    note = f"  # {' '.join(remark.split())}" if remark else ""
    if isinstance(value, str):
        yield from _text(label, value, note)
    elif short := _inline(value, path, draft):
        yield f"{label} {short}{note}"
    elif label == "-":
        first, *rest = _lines(value, path, draft)
        if note:
            yield f"- {note.strip()}"
            rest = [first, *rest]
        else:
            yield f"- {first}"
        yield from (f"  {line}".rstrip() for line in rest)
    else:
        yield f"{label}{note}"
        yield from (f"  {line}".rstrip() for line in _lines(value, path, draft))


def _inline(value: Data, path: Trail, draft: Draft) -> str:
    """Return a small mapping or list on one line, or nothing if it needs more."""
    members = value.values() if isinstance(value, dict) else value
    remarked = any(
        where[: len(path)] == path for where in draft.remarks if where != path
    )
    if remarked or not all(isinstance(one, str) and _brief(one) for one in members):
        return ""
    text = _dumped(value, flow=True)
    return text if len(text) <= SHORT else ""


def _brief(text: str) -> bool:
    """Return whether a text is a name or a number rather than a sentence."""
    return len(text.split(" ")) <= WORDS and text.isprintable()


def _text(label: str, value: str, note: str) -> Iterator[str]:
    """Yield a text beside its label, or as a block below it."""
    if _keeps_lines(value):
        keep = "" if value.endswith("\n") else "-"
        yield f"{label} |{keep}{note}"
        yield from (f"  {line}".rstrip() for line in value.rstrip("\n").split("\n"))
    elif len(value) > LINE and _folds(value):
        yield f"{label} >-{note}"
        broken = wrap(value, LINE, break_long_words=False, break_on_hyphens=False)
        yield from (f"  {line}" for line in broken)
    else:
        yield f"{label} {_scalar(value)}{note}"


def _keeps_lines(value: str) -> bool:
    """Return whether a text of several lines can stand as it is."""
    lines = value.removesuffix("\n").split("\n")
    whole = all(line == line.rstrip() and line.isprintable() for line in lines)
    ends = bool(lines[0]) and bool(lines[-1]) and not lines[0].startswith(" ")
    return "\n" in value and whole and ends


def _folds(value: str) -> bool:
    """Return whether a long line can be broken at its spaces."""
    return value.isprintable() and value == " ".join(value.split())


def _scalar(value: str) -> str:
    """Return a text as a scalar on one line."""
    return _dumped(value, style=None if value and value.isprintable() else '"')


def _dumped(value: Data, *, style: str | None = None, flow: bool = False) -> str:
    text = yaml.dump(
        value,
        Dumper=_Plain,
        allow_unicode=True,
        width=float("inf"),
        default_style=style,
        default_flow_style=flow,
        sort_keys=False,
    )
    return text.removesuffix("\n").removesuffix("\n...")
