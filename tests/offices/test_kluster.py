"""Offices are built by the workers of a Dask cluster, and one of these may die."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster

from sopgen.hasil import Result
from sopgen.jobs import Wish
from sopgen.kerja import Kerja
from sopgen.kluster import ClusterError, cluster
from sopgen.offices import Crew, build_offices
from tests.kantor_utuh import write_utuh

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("kluster")]

COUNT = 6


@pytest.fixture(scope="module")
def scheduler() -> Iterator[LocalCluster]:
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=":0",
    ) as local:
        yield local


@pytest.fixture
def wishes(tmp_path: Path) -> list[Wish]:
    first = write_utuh(tmp_path / "specs" / "k0")
    for n in range(1, COUNT):
        shutil.copytree(first, tmp_path / "specs" / f"k{n}")
    output = tmp_path / "output"
    return [
        Wish(tmp_path / "specs" / f"k{n}", output, formats=("svg", "pdf"))
        for n in range(COUNT)
    ]


def digests(results: Iterable[Result]) -> list[list[tuple[str, str]]]:
    """Return what each office's files come to."""
    return sorted(sorted((f.path.name, f.sha256) for f in one.files) for one in results)


def pids(address: str) -> list[int]:
    with Client(address, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        found: dict[str, Any] = client.run(os.getpid)
    return sorted(found.values())


def test_workers_that_share_no_disk_build_the_same_books(
    scheduler: LocalCluster, wishes: list[Wish], tmp_path: Path
) -> None:
    with cluster(scheduler.scheduler_address) as crew:
        came = dict(build_offices(wishes, crew))
    assert all(result.files and not result.lama for result in came.values())
    alone = [replace(wish, output=tmp_path / "sendiri") for wish in wishes]
    here = dict(build_offices(alone, Crew(Kerja(2).pool, 2)))
    assert digests(came.values()) == digests(here.values())


def test_a_worker_that_dies_in_the_middle_loses_nothing(
    scheduler: LocalCluster, wishes: list[Wish]
) -> None:
    before = pids(scheduler.scheduler_address)
    came: list[tuple[str, bool]] = []
    with cluster(scheduler.scheduler_address) as crew:
        for wish, result in build_offices(wishes, crew):
            if not came:
                os.kill(before[0], signal.SIGKILL)
            came.append((wish.folder.name, bool(result.files)))
    assert sorted(came) == [(f"k{n}", True) for n in range(COUNT)]
    assert before[0] not in pids(scheduler.scheduler_address)


@pytest.mark.parametrize("scheduler_too", [False, True])
def test_a_cluster_that_everybody_leaves_ends_the_run(
    wishes: list[Wish], monkeypatch: pytest.MonkeyPatch, *, scheduler_too: bool
) -> None:
    monkeypatch.setattr("sopgen.offices.LOOK", 0.5)
    local: Any = LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=1,
        threads_per_worker=1,
        processes=False,
        protocol="tcp",
        dashboard_address=":0",
    )
    with local, cluster(local.scheduler_address) as crew:
        local.scale(0)
        while crew.there():
            time.sleep(0.1)
        if scheduler_too:
            local.loop.add_callback(local.scheduler.close)
        came = [result for _, result in build_offices(wishes[:3], crew)]
    assert [[f.code for f in one.findings] for one in came] == [["SOP935"]] * 3


def test_a_scheduler_that_is_not_there_is_told() -> None:
    nobody = "tcp://127.0.0.1:9"
    with pytest.raises(ClusterError, match="tidak terjangkau"), cluster(nobody):
        pass


class Away:
    """A client of a cluster whose one task never ends; it notes how it is let go."""

    def __init__(self) -> None:
        self.waited: list[bool] = []

    def __enter__(self) -> Away:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def nthreads(self) -> dict[str, int]:
        return {"satu": 1}

    def get_executor(self, **_: object) -> Away:
        return self

    def shutdown(self, *, wait: bool) -> None:
        self.waited.append(wait)


def test_who_ends_a_build_waits_for_no_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Away()
    monkeypatch.setattr("sopgen.kluster._client", lambda _: client)
    with cluster("tcp://127.0.0.1:8786") as crew:
        with crew.call():
            pass
        with pytest.raises(KeyboardInterrupt), crew.call():
            raise KeyboardInterrupt
    assert client.waited == [True, False]
