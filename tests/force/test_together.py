"""Several files that are replaced at once, on a disk that goes away meanwhile."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.force.injecting import Strike, require_tracing, traced_program

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("force")]
NAMES = ("satu", "dua", "tiga")
REPLACE = f"""
import sys
from pathlib import Path
from sopgen.output.manifest import digest
from sopgen.output.together import Ganti, replace_together
made = []
for name in {NAMES}:
    path = Path(sys.argv[1]) / name
    old = path.read_bytes()
    made.append(Ganti(path, digest(old), old, b"baru " + name.encode()))
problem = replace_together(made)
print(problem.code if problem else "semua")
"""


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize("which", [0, 1, 2])
def test_no_file_is_lost_where_none_can_be_put_back(
    tmp_path: Path, which: int, on: bool
) -> None:
    """The rename of a file fails, and so, or not, does everything afterwards."""
    require_tracing(tmp_path)
    folder = tmp_path / "specs"
    line = (sys.executable, "-c", REPLACE, str(folder))

    def fresh() -> None:
        folder.mkdir(exist_ok=True)
        for file in folder.iterdir():
            file.unlink()
        for name in NAMES:
            (folder / name).write_bytes(b"lama " + name.encode())

    fresh()
    calls = traced_program(line, tmp_path, folder, Strike()).calls
    renames = [n for n, one in enumerate(calls, 1) if one[0] == "rename"]
    assert len(renames) == len(NAMES)
    fresh()
    done = traced_program(line, tmp_path, folder, Strike(renames[which], "EIO", on))
    assert (done.code, done.err) == (0, "")
    assert done.out == "SOP951\n"
    lies = {file.name: file.read_bytes() for file in folder.iterdir()}
    for name in NAMES:
        assert b"lama " + name.encode() in lies.values()
        assert on or lies[name] == b"lama " + name.encode()
    assert on or len(lies) == len(NAMES)
