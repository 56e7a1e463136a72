"""A build that is killed at any moment is told, and the next one makes all new."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.force.kantor import Kantor, Terbitan
from tests.force.kills import Round, tried
from tests.force.moments import JOURNAL, WORKSHOP, Moment

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("force")]
#: One that a command is asked about, and one that is not.
FEW = (
    Round(4, Moment(JOURNAL, 0.002)),
    Round(3, Moment(WORKSHOP, 0.05)),
)


@pytest.mark.parametrize("one", FEW, ids=str)
def test_a_killed_build_is_told_and_made_whole(
    edisi: Terbitan, kantor: Kantor, one: Round
) -> None:
    assert tried(edisi, one, kantor.place.with_name("dibunuh")).fault == ""


def test_what_is_wrong_is_seen(edisi: Terbitan, kantor: Kantor) -> None:
    file: Path = kantor.book / "buku.pdf"
    file.write_bytes(edisi.after["buku.pdf"])
    assert "mixed" in edisi.fault(kantor)
    file.write_bytes(edisi.after["buku.pdf"][:100])
    assert "torn ['buku.pdf']" in edisi.fault(kantor)
    file.write_bytes(edisi.before["buku.pdf"])
    assert edisi.fault(kantor) == ""
    kantor.workshop.mkdir()
    assert edisi.fault(kantor) == ""
    (kantor.book / "sop/foto loket.jpg").unlink()
    assert "lost 1" in edisi.fault(kantor)
