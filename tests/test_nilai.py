"""Our ``dataclass`` makes the classes that the standard one makes."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace
from functools import cached_property
from typing import Any

import pytest

from sopgen.model.nilai import dataclass


@dataclass(frozen=True, slots=True)
class Titik:
    x: float
    y: float = 0.0
    nama: str = field(default="", compare=False, repr=False)
    tanda: tuple[str, ...] = field(default_factory=tuple, hash=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Baku:
    x: float
    y: float = 0.0
    nama: str = field(default="", compare=False, repr=False)
    tanda: tuple[str, ...] = field(default_factory=tuple, hash=False)


@dataclass(frozen=True)
class Garis(Titik):
    sampai: float = 9.0

    @cached_property
    def panjang(self) -> float:
        return self.sampai - self.x


@dataclass(slots=True)
class Kantong:
    isi: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.isi.append(0)


@dataclass(frozen=True, slots=True)
class Kosong:
    """Nothing is in it."""


@dataclass(frozen=True, slots=True)
class Sendiri:
    x: int

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 7


WAYS: list[Callable[[Any], Any]] = [
    lambda kind: repr(kind(1, 2)).partition("(")[2],
    lambda kind: kind(1, 2) == kind(1, 2, "lain"),
    lambda kind: kind(1, 2) == kind(1, 3),
    lambda kind: kind(1) == (1, 0.0),
    lambda kind: hash(kind(1, 2, "a", ("x",))) == hash(kind(1, 2)),
    lambda kind: hash(kind(1, 2)),
    lambda kind: dataclasses.astuple(kind(y=3, x=2)),
    lambda kind: dataclasses.astuple(replace(kind(1, 2), x=5)),
    lambda kind: [one.name for one in fields(kind)],
    lambda kind: (kind.__match_args__, is_dataclass(kind), kind.__slots__),
    lambda kind: dataclasses.astuple(pickle.loads(pickle.dumps(kind(1, 2, "a")))),
    lambda kind: copy.deepcopy(kind(1, 2)) == kind(1, 2),
    lambda kind: kind(1).tanda is kind(2).tanda,
]


@pytest.mark.parametrize("number", range(len(WAYS)))
def test_it_does_what_the_standard_one_does(number: int) -> None:
    assert WAYS[number](Titik) == WAYS[number](Baku)


@pytest.mark.parametrize("kind", [Titik, Baku, Garis])
def test_what_is_frozen_stays(kind: type[Any]) -> None:
    one = kind(1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'x'"):
        one.x = 2
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'x'"):
        del one.x


@pytest.mark.parametrize("args", [(), (1, 2, 3, 4, 5)])
def test_what_is_missing_or_too_much_is_refused(args: tuple[int, ...]) -> None:
    with pytest.raises(TypeError, match="__init__"):
        Titik(*args)  # type: ignore[arg-type]


def test_a_class_without_slots_may_remember() -> None:
    line = Garis(2.0)
    assert (line.panjang, line.panjang) == (7.0, 7.0)
    assert line == Garis(2.0)
    assert line != Titik(2.0)
    assert pickle.loads(pickle.dumps(line)) == line


def test_what_may_change_has_no_hash() -> None:
    bag, other = Kantong(), Kantong([1])
    bag.isi.append(4)
    assert (bag.isi, other.isi) == ([0, 4], [1, 0])
    with pytest.raises(TypeError, match="unhashable"):
        hash(bag)


def test_what_a_class_says_itself_is_kept() -> None:
    assert Sendiri(1) == Sendiri(2)
    assert hash(Sendiri(1)) == 7
    assert Kosong() == Kosong()
    assert repr(Kosong()) == "Kosong()"


def test_constructors_of_as_many_fields_differ_in_names_only() -> None:
    @dataclass(frozen=True, slots=True)
    class Ini:
        x: int
        y: int = 5

    @dataclass(frozen=True, slots=True)
    class Itu:
        kiri: int
        kanan: int = 7

    assert Ini.__init__.__code__.co_code == Itu.__init__.__code__.co_code
    assert (Ini(1).y, Ini(y=2, x=3).x, Itu(1).kanan, Itu(kanan=2, kiri=3).kiri) == (
        5, 3, 7, 3,
    )  # fmt: skip
    assert Itu.__init__.__qualname__.endswith("Itu.__init__")
    with pytest.raises(TypeError, match="kanan"):
        Ini(1, kanan=2)  # type: ignore[call-arg]


def test_what_must_be_given_stands_before_what_need_not() -> None:
    class Salah:
        x: int = 1
        y: int

    with pytest.raises(AssertionError, match="Salah"):
        dataclass(frozen=True, slots=True)(Salah)
