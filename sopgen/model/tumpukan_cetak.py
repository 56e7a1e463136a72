"""What a file takes of a printer: how many sheets of which paper, and which sides."""

from __future__ import annotations

from typing import Any

from sopgen.model.nilai import dataclass


@dataclass(frozen=True, slots=True)
class Halaman:
    """How many pages of a paper stand upright, and how many lie."""

    kertas: str
    tegak: int
    mendatar: int


@dataclass(frozen=True, slots=True)
class TumpukanCetak:
    """The sheets of paper of a file that is ready to be printed, and its pages."""

    lembar: int
    halaman: tuple[Halaman, ...]
    bolak_balik: bool

    def as_data(self) -> dict[str, Any]:
        """Return it as programs read it."""
        kertas = [
            {"kertas": one.kertas, "tegak": one.tegak, "mendatar": one.mendatar}
            for one in self.halaman
        ]
        return {
            "lembar": self.lembar, "bolak_balik": self.bolak_balik, "kertas": kertas,
        }  # fmt: skip

    def __str__(self) -> str:
        """Return ``41 lembar F4 (40 halaman tegak, 42 mendatar), bolak-balik``."""
        kinds = "; ".join(map(_pages, self.halaman))
        sides = "bolak-balik" if self.bolak_balik else "satu sisi"
        return f"{self.lembar} lembar {kinds}, {sides}"


def _pages(one: Halaman) -> str:
    if not one.mendatar:
        return f"{one.kertas} tegak"
    if not one.tegak:
        return f"{one.kertas} mendatar"
    return f"{one.kertas} ({one.tegak} halaman tegak, {one.mendatar} mendatar)"


def together(every: tuple[TumpukanCetak, ...]) -> TumpukanCetak:
    """Return what several files take one after the other; there is at least one."""
    found: dict[str, tuple[int, int]] = {}
    for one in (page for file in every for page in file.halaman):
        tegak, mendatar = found.get(one.kertas, (0, 0))
        found[one.kertas] = tegak + one.tegak, mendatar + one.mendatar
    halaman = tuple(Halaman(kertas, *pages) for kertas, pages in found.items())
    both = any(one.bolak_balik for one in every)
    return TumpukanCetak(sum(one.lembar for one in every), halaman, both)
