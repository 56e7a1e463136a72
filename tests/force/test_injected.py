"""A build that is killed, or fails, at a call that writes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.force.injected import cases, tried
from tests.force.injecting import Strike, require_tracing, traced
from tests.force.kantor import ASLI, Kantor, Terbitan

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("force")]
Calls = tuple[tuple[str, ...], ...]


@pytest.fixture(scope="module")
def calls(edisi: Terbitan, tmp_path_factory: pytest.TempPathFactory) -> Calls:
    """Return the calls of a build that nobody disturbs."""
    place = tmp_path_factory.mktemp("panggilan")
    require_tracing(place)
    done = traced(edisi.kantor.copy(place / "kantor"))
    assert done.code == edisi.code
    return done.calls


def number(calls: Calls, name: str, path: str) -> int:
    """Return the number of the first call of a name, with a path that ends so."""
    return next(
        n
        for n, (called, *paths) in enumerate(calls, 1)
        if called == name and paths[-1].endswith(path)
    )


@dataclass(frozen=True)
class At:
    """What happens at the first call of a name with a path that ends so."""

    name: str
    path: str
    do: str
    on: bool = False


#: The smallest cases of faults that were mended, and some of each kind beside them.
CASES = [
    At("write", "kunci.json", "ENOSPC"),
    At("rename", "jurnal.json", "kill"),
    At("rename", "2025/buku.docx", "kill"),
    At("rename", "2025/buku.pdf", "EACCES"),
    At("rename", "2025.rak", "EIO", on=True),
]


@pytest.mark.parametrize("at", CASES, ids=str)
def test_a_build_that_is_stopped_at_a_call_leaves_one_edition(
    edisi: Terbitan, calls: Calls, kantor: Kantor, at: At
) -> None:
    one = Strike(number(calls, at.name, at.path), at.do, on=at.on)
    made = tried(edisi, one, kantor.place.with_name("kasus"))
    assert made.fault == ""
    assert made.call[0] == at.name


def test_every_call_that_writes_is_seen(edisi: Terbitan, calls: Calls) -> None:
    renamed = {Path(one[-1]).name for one in calls if one[0] == "rename"}
    made = {n for n in edisi.after if edisi.after[n] != edisi.before.get(n)}
    made -= {n for n in made if n.startswith("suntingan/")}
    assert {Path(name).name for name in made} <= renamed
    synced = {one[1] for one in calls if one[0] == "fsync"}
    written = {one[1] for one in calls if one[0] == "write"}
    assert {p for p in written if f"/{ASLI}/" in p} <= synced
    assert len([*cases(calls)]) > 10 * len(calls)


def test_a_probe_that_was_left_goes_with_the_next_build(
    edisi: Terbitan, calls: Calls, kantor: Kantor
) -> None:
    at = next(n for n, one in enumerate(calls, 1) if ".sopgen-coba-" in one[1])
    for n, do in ((at + 1, "kill"), (at + 1, "EROFS")):
        made = tried(edisi, Strike(n, do), kantor.place.with_name(do))
        assert made.call[0] == "unlink"
        assert made.fault == ""
