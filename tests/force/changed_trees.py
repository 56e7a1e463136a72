"""Change a tree of YAML: drop, replace, swap, double, move and grow its nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from typing import Any

import yaml
from hypothesis import strategies as st

from tests.force.oddities import ODD, VALUES
from tests.force.spec_bases import bases

Path = tuple[str | int, ...]
Draw = Callable[[st.SearchStrategy[Any]], Any]
#: Keys that people invent, or that mean something elsewhere.
KEYS = ("<<", "", "nama ", "Nama", "nomr", "id", "null", "a b", "=", "ke", "{{ a }}")


def paths(tree: Any, at: Path = ()) -> Iterator[Path]:
    """Yield the path of every node below the root."""
    members: Any = ()
    if isinstance(tree, dict):
        members = tree.items()
    elif isinstance(tree, list):
        members = enumerate(tree)
    for key, value in members:
        yield (*at, key)
        yield from paths(value, (*at, key))


def at(tree: Any, path: Path) -> Any:
    """Return the node at a path."""
    for key in path:
        tree = tree[key]
    return tree


@cache
def known() -> dict[str, list[Any]]:
    """Return what the good specs say below each key, and all keys."""
    found: dict[str, list[Any]] = {}
    for files in bases().values():
        for name, text in files.items():
            if name.endswith(".yaml"):
                tree = yaml.load(text, yaml.BaseLoader)
                for path in paths(tree):
                    key = next((k for k in reversed(path) if isinstance(k, str)), "")
                    value = at(tree, path)
                    if value not in found.setdefault(key, []):
                        found[key].append(value)
    return found


def deep(depth: int) -> Any:
    """Return lists and mappings that hold each other."""
    made: Any = "a"
    for n in range(depth):
        made = {"a": made} if n % 3 else [made]
    return made


#: Values of another kind.
KINDS = st.one_of(
    st.sampled_from((2, 5, 29, 31, 60)).map(deep),
    st.lists(ODD, max_size=4),
    st.sampled_from(([], {}, [[]], [{}], [""], {"": ""}, {"a": []})).map(deepcopy),
)


def _one(draw: Draw, values: list[Any]) -> Any:
    return values[draw(st.integers(0, len(values) - 1))]


def _value(draw: Draw, key: str | int) -> Any:
    """Return a value for a key: a good one, an odd one, or of another kind."""
    words = known()
    fitting = words.get(key) if isinstance(key, str) else None
    match draw(st.integers(0, 6)):
        case 0 | 1 if fitting:
            return deepcopy(_one(draw, fitting))
        case 0 | 2:
            return deepcopy(_one(draw, _one(draw, list(words.values()))))
        case 3:
            return draw(KINDS)
        case _:
            return draw(VALUES)


def _drop(draw: Draw, around: Any, key: Any) -> None:
    del around[key]


def _replace(draw: Draw, around: Any, key: Any) -> None:
    around[key] = _value(draw, key)


def _amend(draw: Draw, around: Any, key: Any) -> None:
    """Put something into a text."""
    text = around[key]
    if not isinstance(text, str):
        return _replace(draw, around, key)
    cut = draw(st.integers(0, len(text)))
    around[key] = text[:cut] + draw(ODD) + text[cut + draw(st.integers(0, 2)) :]
    return None


def _wrap(draw: Draw, around: Any, key: Any) -> None:
    value = around[key]
    some = draw(st.sampled_from(sorted(known())))
    around[key] = draw(st.sampled_from([[value], {some: value}, [value, value]]))


def _unwrap(draw: Draw, around: Any, key: Any) -> None:
    value = around[key]
    if isinstance(value, list) and value:
        around[key] = value[0]
    elif isinstance(value, dict) and value:
        around[key] = next(iter(value.values()))
    else:
        _replace(draw, around, key)


def _double(draw: Draw, around: Any, key: Any) -> None:
    """Say it once more, or several times."""
    if isinstance(around, list):
        times = draw(st.sampled_from([1, 1, 2, 9, 30]))
        around[key:key] = [deepcopy(around[key]) for _ in range(times)]
    else:
        around[draw(st.sampled_from(KEYS))] = around[key]


def _add(draw: Draw, around: Any, key: Any) -> None:
    """Add a field that is known somewhere, or an item."""
    if isinstance(around, list):
        around.insert(key, _value(draw, key))
    else:
        some = draw(st.sampled_from(sorted(known())))
        around[some] = _value(draw, some)


def _rename(draw: Draw, around: Any, key: Any) -> None:
    if isinstance(around, dict):
        name = draw(st.one_of(st.sampled_from(sorted(known())), ODD))
        items = [(name if k == key else k, v) for k, v in around.items()]
        around.clear()
        around.update(items)
    else:
        around.reverse()


def _alias(draw: Draw, around: Any, key: Any) -> None:
    """Let two places be the same node: an anchor and its alias."""
    if isinstance(around, list):
        around.append(around[key])
    else:
        around[draw(st.sampled_from(sorted(known())))] = around[key]


CHANGES = (
    _drop, _replace, _replace, _replace, _amend, _amend, _wrap, _unwrap, _double, _add,
    _add, _rename, _alias,
)  # fmt: skip


def change(draw: Draw, tree: Any) -> Any:
    """Return the tree with one thing changed in place."""
    every = list(paths(tree))
    if not every:
        return _value(draw, "")
    path = draw(st.sampled_from(every))
    if draw(st.integers(0, 9)) == 0:
        other = draw(st.sampled_from(every))
        one, two = deepcopy(at(tree, path)), deepcopy(at(tree, other))
        if path[: len(other)] != other and other[: len(path)] != path:
            at(tree, path[:-1])[path[-1]] = two
            at(tree, other[:-1])[other[-1]] = one
        return tree
    draw(st.sampled_from(CHANGES))(draw, at(tree, path[:-1]), path[-1])
    return tree


class _Writer(yaml.SafeDumper):
    """Writes letters as they are; only collections are anchored."""

    def ignore_aliases(self, data: Any) -> bool:
        return isinstance(data, str) or super().ignore_aliases(data)


def dump(tree: Any, *, flow: bool) -> str:
    """Return a tree as YAML text."""
    made = yaml.dump(
        tree, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=100,
        default_flow_style=True if flow else None,
    )  # fmt: skip
    return str(made)
