"""A signed PDF stays as it is, wherever it lies; the new edition goes in beside it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from sopgen.model.diagnostic import Severity
from sopgen.output import Edition, holds, is_signed, signed_in, write_whole
from sopgen.output.manifest import digest
from tests.output.disks import KilledError, Mortal, Unsynced
from tests.output.scene import Scene
from tests.processes import tree

SATU = b"%PDF-1.4\nedisi satu\nstartxref\n9\n%%EOF\n"
DUA = b"%PDF-1.4\nedisi dua\nstartxref\n8\n%%EOF\n"
TIGA = b"%PDF-1.4\nedisi tiga\nstartxref\n8\n%%EOF\n"
SIGNATURE = b"""7 0 obj
<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 40 90 60]/Contents<3082010a00>>>
endobj
"""
TTD, LAMA = "keputusan.pdf", "sop/02-lama.pdf"


def signed(data: bytes) -> bytes:
    """Return a file with a signature added behind its end."""
    return data + SIGNATURE + b"startxref\n50\n%%EOF\n"


def rewritten(data: bytes) -> bytes:
    """Return a file that was signed by a client that writes it anew."""
    return data.replace(b"%PDF-1.4\n", b"%PDF-1.7\n" + SIGNATURE)


@pytest.fixture
def buku(tmp_path: Path) -> Scene:
    """Return a book of which two files were built and signed."""
    scene = Scene(tmp_path)
    scene.put({TTD: SATU, LAMA: SATU, "peta.pdf": SATU})
    for name in (TTD, LAMA):
        (scene.book / name).write_bytes(signed(SATU))
    return scene


def codes(edition: Edition) -> list[tuple[str, Severity, str]]:
    return [(f.code, f.severity, Path(f.span.label).name) for f in edition.told]


def told(name: str) -> tuple[str, Severity, str]:
    return "SOP959", Severity.WARNING, Path(name).name


def pdf(scene: Scene) -> dict[str, bytes]:
    made = tree(scene.book)
    return {name: data for name, data in made.items() if name.endswith(".pdf")}


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (signed(SATU), True),
        (rewritten(SATU), True),
        (b"junk\n" * 20 + signed(SATU), True),
        (signed(SATU).replace(b"[0 40 90 60]", b" [ 0 40\n90 60     ]"), True),
        (signed(SATU).replace(b"[0 40 90 60]", b"[0 40 90 60 170 5]"), True),
        (signed(SATU).replace(b"/Type/Sig", b""), True),
        (signed(SATU).replace(b"/Type/Sig", b"/Type/DocTimeStamp"), True),
        (signed(SATU).replace(b"<3082", b" <\n00 0a 82"), True),
        (SATU, False),
        (SATU + b"7 0 obj\n<</FT/Sig/T(camat)>>\nendobj\n", False),
        (signed(SATU).replace(b"3082010a00", b"0" * 9000), False),
        (signed(SATU).replace(b"[0 40 90 60]", b"[0 /**** /**** /****]"), False),
        (b"PK" + signed(SATU)[5:], False),
        (b"", False),
    ],
)
def test_what_counts_as_a_signature(data: bytes, is_one: bool) -> None:
    assert is_signed(data) is is_one


def test_a_signed_file_still_holds_what_was_built() -> None:
    once, twice = signed(SATU), signed(signed(SATU))
    assert all(holds(one, digest(SATU)) for one in (SATU, once, twice))
    assert holds(twice, digest(once))
    assert not holds(SATU + b"\nsuntingan", digest(SATU))
    assert not holds(once, digest(DUA))


@pytest.mark.parametrize("sign", [signed, rewritten])
def test_the_edition_that_was_signed_is_not_made_again(
    tmp_path: Path, sign: Callable[[bytes], bytes]
) -> None:
    scene = Scene(tmp_path)
    scene.put({TTD: SATU})
    (scene.book / TTD).write_bytes(sign(SATU))
    for _ in range(3):
        edition = scene.put({TTD: SATU})
        assert (edition.told, edition.lama) == ((), ())
        assert [one.path.name for one in edition.files] == [TTD]
        assert pdf(scene) == {TTD: sign(SATU)}
        assert scene.manifest()["bertanda_tangan"] == [TTD]


class Sticky(Unsynced):
    """A disk from which nothing can be removed."""

    def remove(self, path: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_what_waits_and_cannot_be_removed_is_told(buku: Scene) -> None:
    (buku.book / TTD).write_bytes(signed(DUA))
    edition = buku.put({TTD: DUA, LAMA: SATU, "peta.pdf": SATU}, Sticky())
    errors = [one for one in edition.told if one.severity is Severity.ERROR]
    assert TTD in [Path(one.span.label).name for one in errors]
    assert pdf(buku)[TTD] == signed(DUA)
    again = buku.put({TTD: DUA, LAMA: SATU, "peta.pdf": SATU})
    assert [one.code for one in again.told] == ["SOP933"]


def test_a_new_edition_lies_beside_the_signed_one(buku: Scene) -> None:
    for data in (DUA, DUA, TIGA):
        edition = buku.put({TTD: data, LAMA: SATU})
        assert codes(edition) == [told(TTD)]
        assert "`keputusan-baru.pdf`" in edition.told[0].message
        assert edition.lama == (TTD,)
        assert pdf(buku) == {
            TTD: signed(SATU),
            LAMA: signed(SATU),
            "keputusan-baru.pdf": data,
        }
        assert [one.path.name for one in edition.files] == [
            "keputusan-baru.pdf",
            "02-lama.pdf",
        ]
    listed = {one["berkas"]: one["sha256"] for one in buku.manifest()["berkas"]}
    assert listed == {
        TTD: digest(SATU),
        LAMA: digest(SATU),
        "keputusan-baru.pdf": digest(TIGA),
    }
    assert buku.manifest()["bertanda_tangan"] == [TTD, LAMA]


def test_an_edition_signed_beside_another_stays_as_well(buku: Scene) -> None:
    buku.put({TTD: DUA, LAMA: SATU})
    (buku.book / "keputusan-baru.pdf").write_bytes(signed(DUA))
    for _ in range(2):
        again = buku.put({TTD: DUA, LAMA: SATU})
        assert codes(again) == [told(TTD)]
        assert again.files[0].path.name == "keputusan-baru.pdf"
    third = buku.put({TTD: TIGA, LAMA: SATU})
    assert codes(third) == [told(TTD), told("keputusan-baru.pdf")]
    assert pdf(buku) == {
        TTD: signed(SATU),
        LAMA: signed(SATU),
        "keputusan-baru.pdf": signed(DUA),
        "keputusan-baru-2.pdf": TIGA,
    }
    (buku.book / TTD).unlink()
    fourth = buku.put({TTD: DUA, LAMA: SATU})
    assert (codes(fourth), fourth.lama) == ([], ())
    assert pdf(buku) == {LAMA: signed(SATU), "keputusan-baru.pdf": signed(DUA)}


def test_what_lies_beside_goes_when_it_is_the_signed_one_again(buku: Scene) -> None:
    buku.put({TTD: DUA, LAMA: SATU})
    edition = buku.put({TTD: SATU, LAMA: SATU})
    assert (edition.told, edition.lama) == ((), ())
    assert pdf(buku) == {TTD: signed(SATU), LAMA: signed(SATU)}


def test_what_staff_changed_beside_it_is_kept_aside(buku: Scene) -> None:
    buku.put({TTD: DUA, LAMA: SATU})
    (buku.book / "keputusan-baru.pdf").write_bytes(DUA + b"catatan")
    edition = buku.put({TTD: TIGA, LAMA: SATU})
    assert [one.code for one in edition.told] == ["SOP958"]
    assert pdf(buku)["suntingan/keputusan-baru-1.pdf"] == DUA + b"catatan"
    assert pdf(buku)["keputusan-baru.pdf"] == TIGA
    assert pdf(buku)[TTD] == signed(SATU)


def test_one_that_is_no_longer_made_stays_and_is_named(buku: Scene) -> None:
    for _ in range(2):
        edition = buku.put({TTD: SATU})
        assert codes(edition) == [told(LAMA)]
        assert pdf(buku) == {TTD: signed(SATU), LAMA: signed(SATU)}


def test_a_read_only_one_is_no_error_either(buku: Scene) -> None:
    (buku.book / TTD).chmod(0o444)
    assert codes(buku.put({TTD: DUA, LAMA: SATU})) == [told(TTD)]


def test_a_build_of_parts_leaves_it_too(buku: Scene) -> None:
    assert codes(buku.put_parts({TTD: DUA})) == [told(TTD)]
    assert pdf(buku) == {
        TTD: signed(SATU),
        LAMA: signed(SATU),
        "peta.pdf": SATU,
        "keputusan-baru.pdf": DUA,
    }


def test_without_a_manifest_it_stays_as_well(buku: Scene) -> None:
    (buku.book / "manifest.json").unlink()
    assert codes(buku.put({TTD: DUA, LAMA: SATU})) == [told(TTD)]
    assert pdf(buku)[TTD] == signed(SATU)
    assert buku.manifest()["berkas_lama"] == [TTD]


@pytest.mark.slow
def test_a_build_that_is_killed_leaves_it_and_is_finished(tmp_path: Path) -> None:
    made = {TTD: DUA, "peta.pdf": DUA}
    for steps in range(40):
        scene = Scene(tmp_path / str(steps))
        scene.put({TTD: SATU, LAMA: SATU, "peta.pdf": SATU})
        for name in (TTD, LAMA):
            (scene.book / name).write_bytes(signed(SATU))
        try:
            scene.put(made, Mortal(steps))
        except KilledError:
            assert pdf(scene)[TTD] == pdf(scene)[LAMA] == signed(SATU)
        scene.put(made)
        assert pdf(scene) == {
            TTD: signed(SATU),
            LAMA: signed(SATU),
            "keputusan-baru.pdf": DUA,
            "peta.pdf": DUA,
        }
        listed = scene.manifest()
        assert listed["berkas_lama"] == [TTD, LAMA]
        digests = {one["berkas"]: one["sha256"] for one in listed["berkas"]}
        assert digests["keputusan-baru.pdf"] == digest(DUA)
        assert digests[TTD] == digest(SATU)


@pytest.mark.slow
@pytest.mark.parametrize("sign", [signed, rewritten])
def test_a_killed_build_takes_no_signed_edition_for_another(
    tmp_path: Path, sign: Callable[[bytes], bytes]
) -> None:
    for steps in range(30):
        scene = Scene(tmp_path / str(steps))
        scene.put({TTD: SATU})
        (scene.book / TTD).write_bytes(sign(SATU))
        scene.put({TTD: DUA})
        beside = scene.book / "keputusan-baru.pdf"
        beside.write_bytes(sign(DUA))
        with suppress(KilledError):
            scene.put({TTD: DUA, "peta.pdf": DUA}, Mortal(steps))
        edition = scene.put({TTD: DUA, "peta.pdf": DUA})
        assert edition.lama == (TTD,)
        assert edition.files[0].path == beside
        assert pdf(scene) == {
            TTD: sign(SATU),
            "keputusan-baru.pdf": sign(DUA),
            "peta.pdf": DUA,
        }


def test_nothing_else_is_written_over_it(tmp_path: Path) -> None:
    file = tmp_path / "peta.pdf"
    file.write_bytes(signed(SATU))
    problem = write_whole(file, b"%PDF-1.4 peta")
    assert problem is not None
    assert (problem.code, problem.severity) == ("SOP959", Severity.ERROR)
    assert file.read_bytes() == signed(SATU)


def test_the_signed_files_of_a_folder_are_known(buku: Scene) -> None:
    (buku.book / "TTD Pak Camat.PDF").write_bytes(rewritten(DUA))
    assert signed_in(buku.book) == ("TTD Pak Camat.PDF", TTD, LAMA)
    assert signed_in(buku.book / "tidak ada") == ()
