"""Validate the content of a file against its schema, in Indonesian.

Pydantic finds the mistakes; none of its own words reach the author.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.spec.complaint import complaint
from sopgen.spec.findings import nearest
from sopgen.spec.reader import Content, Trail

T = TypeVar("T")

#: Pruning a mistake can bring out another one; more rounds than this do not help.
ROUNDS = 5
#: The list of what an office says of the findings: no part of the book hangs on it.
REMARKS = "abaikan"
#: What is left out item by item where one is wrong.
SINGLY = (REMARKS, "kolom")
#: The fields that say where a symbol leads to.
WAYS = ("ke", "tembusan")


def validate(
    content: Content, expected: type[T]
) -> tuple[T | None, tuple[Diagnostic, ...]]:
    """Return the checked content of a file, and everything that is wrong with it.

    Unknown keys and bad optional values are left out, so that one mistake does not
    lose the rest; what is needed and missing loses the file.
    """
    adapter = TypeAdapter(expected)
    data = content.data
    found: list[Diagnostic] = []
    for _ in range(ROUNDS):
        try:
            return adapter.validate_python(data), tuple(found)
        except ValidationError as error:
            mistakes = tuple(_mistakes(error, data))
        found += [
            _diagnostic(content, expected, *mistake)
            for mistake in mistakes
            if not _follows(content, expected, *mistake)
        ]
        paths = [out for path, _ in mistakes if (out := _left_out(path, expected))]
        if len(paths) < len(mistakes):
            break
        data = without(data, paths)
    return None, tuple(dict.fromkeys(found))


def _follows(
    content: Content, expected: Any, path: Trail, details: ErrorDetails
) -> bool:
    """Tell whether a key is missing only because it is misspelt."""
    if details["type"] != "missing":
        return False
    model = model_at(expected, path[:-1])
    key = str(path[-1])
    return model is not None and misspelt(content, path[:-1], model, key)


def misspelt(content: Content, path: Trail, model: type[BaseModel], key: str) -> bool:
    """Tell whether a mapping has an unknown key by which another one is meant."""
    found = content.data
    for step in path:
        found = found[step]
    known = model.model_fields
    return key not in found and any(
        nearest(word, known) == key for word in found if word not in known
    )


def without(data: Any, paths: list[Trail]) -> Any:
    """Return data without the keys and items at some paths."""
    heads = {path[0] for path in paths if len(path) == 1}
    rest = [path for path in paths if len(path) > 1]

    def inner(key: str | int, value: Any) -> Any:
        below = [path[1:] for path in rest if path[0] == key]
        return without(value, below) if below else value

    if isinstance(data, dict):
        return {k: inner(k, v) for k, v in data.items() if k not in heads}
    if isinstance(data, list):
        return [inner(i, v) for i, v in enumerate(data) if i not in heads]
    return data


def _mistakes(
    error: ValidationError, data: Any
) -> Iterator[tuple[Trail, ErrorDetails]]:
    """Yield each error with its path in the data.

    Of a union, the errors of the branch that the author meant; if there is no such
    branch, one error for all.
    """
    details = error.errors(include_url=False)
    walked = [(_walk(one, data), one) for one in details]
    told = {u.path for w, _ in walked for u in w.unions if _meant(u.branch, u.value)}
    for w, one in walked:
        off = next((u for u in w.unions if not _meant(u.branch, u.value)), None)
        if off is None:
            yield w.path, one
        elif off.path not in told:
            told.add(off.path)
            loc = one["loc"]
            yield off.path, ErrorDetails(type="union", loc=loc, msg="", input=off.value)


class _Union(NamedTuple):
    """A union on the way to an error: where its value stands, and the branch taken."""

    path: Trail
    branch: str
    value: Any


class _Walked(NamedTuple):
    """The way to an error: its path, and the unions on it, the outermost first."""

    path: Trail
    unions: tuple[_Union, ...]


def _walk(details: ErrorDetails, data: Any) -> _Walked:
    """Return the way to an error in the data."""
    path: list[str | int] = []
    unions: list[_Union] = []
    at = data
    for step in details["loc"]:
        inside = at if isinstance(at, dict) else dict(enumerate(at or ()))
        if step in inside:
            at = inside[step]
        elif details["type"] == "missing" and step == details["loc"][-1]:
            at = None
        else:
            if step != "[key]":
                unions.append(_Union(tuple(path), str(step), at))
            continue
        path.append(step)
    return _Walked(tuple(path), tuple(unions))


def _meant(branch: str, value: Any) -> bool:
    """Return whether a branch of a union is for values of this kind."""
    if isinstance(value, dict):
        return branch.startswith("dict[") or branch.endswith("Yaml")
    if isinstance(value, list):
        return branch.startswith("list[")
    return not branch.startswith(("list[", "dict[")) and not branch.endswith("Yaml")


def _left_out(path: Trail, expected: Any) -> Trail:
    """Return what is left out for a mistake at a path; nothing if that loses the file.

    A list of remarks, and one of columns, does without the whole item; a symbol does
    without one target.
    """
    if _spare(path, expected) or _leads(path):
        return path
    return path[:2] if path[:1] and path[0] in SINGLY else ()


def _leads(path: Trail) -> bool:
    """Return whether a path is that of one target among those of a symbol."""
    return path[:1] == ("kegiatan",) and any(key in path[:-1] for key in WAYS)


def _spare(path: Trail, expected: Any) -> bool:
    """Return whether the file can do without what stands at a path."""
    if not path or isinstance(path[-1], int):
        return False
    model = model_at(expected, path[:-1])
    if model is None:
        return False
    known = model.model_fields.get(str(path[-1]))
    return known is None or not known.is_required()


def _diagnostic(
    content: Content, expected: Any, path: Trail, details: ErrorDetails
) -> Diagnostic:
    model = model_at(expected, path[:-1]) if path else None
    told = complaint(details, path, model)
    span = content.span(*path)
    if told.at_key or (path and path not in content.spans):
        span = content.key(*path)
    return diagnose(told.code, told.message, span, told.saran)


def model_at(expected: Any, path: Trail) -> type[BaseModel] | None:
    """Return the model that describes the mapping at a path, if one does."""
    kinds = [expected]
    for step in path:
        kinds = [k for kind in kinds for k in _below(kind, step)]
    for kind in kinds:
        for option in _options(kind):
            if isinstance(option, type) and issubclass(option, BaseModel):
                return option
    return None


def _below(kind: Any, step: str | int) -> Iterator[Any]:
    """Yield the annotations of what stands under a key or an index."""
    for option in _options(kind):
        if isinstance(option, type) and issubclass(option, BaseModel):
            field: FieldInfo | None = option.model_fields.get(str(step))
            if field is not None:
                yield field.annotation
        elif get_origin(option) in (list, dict):
            yield get_args(option)[-1]


def _options(kind: Any) -> Iterator[Any]:
    """Yield the members of a union, bare of their annotations."""
    origin = get_origin(kind)
    if origin is Annotated:
        yield from _options(get_args(kind)[0])
    elif origin in (Union, types.UnionType):
        for member in get_args(kind):
            yield from _options(member)
    else:
        yield kind
