"""All files of an edition go in at once; those that must stay are named."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sopgen.model.diagnostic import Severity
from sopgen.output import Berkas, Disk, RefusedError, interrupted
from sopgen.output.delivery import Earlier
from tests.output.disks import Full, KilledError, Mortal, Unsynced
from tests.output.scene import BESIDE, FIRST, OLDER, SECOND, SIGNED, STAFF, Scene
from tests.processes import tree


def stamps(scene: Scene) -> dict[str, int]:
    files = (file for file in scene.book.rglob("*") if file.is_file())
    return {file.relative_to(scene.book).as_posix(): stamp(file) for file in files}


def stamp(file: Path) -> int:
    return file.stat().st_mtime_ns


def test_a_new_edition_takes_the_place_of_the_old_one(scene: Scene) -> None:
    edition = scene.put(SECOND)
    names = [built.path.relative_to(scene.book).as_posix() for built in edition.files]
    assert {*names} == {*SECOND, BESIDE} - {*OLDER}
    lies = scene.tree()
    lies.pop("")
    assert lies == {
        **{name: data for name, data in SECOND.items() if name not in OLDER},
        **{name: STAFF[name] for name in OLDER},
        BESIDE: SECOND["resmi.pdf"],
        "suntingan/keputusan-1.docx": STAFF["keputusan.docx"],
        "suntingan/keputusan-1-asli.docx": FIRST["keputusan.docx"],
    }
    assert os.listdir(scene.output / "uji") == ["2025"]


def test_what_stays_is_named_and_keeps_its_entry(scene: Scene) -> None:
    before = {one["berkas"]: one for one in scene.manifest()["berkas"]}
    edition = scene.put(SECOND)
    made = scene.manifest()
    after = {one["berkas"]: one for one in made["berkas"]}
    assert edition.lama == OLDER == tuple(made["berkas_lama"])
    assert after.keys() == {*SECOND, *OLDER, BESIDE}
    assert made["bertanda_tangan"] == ["resmi.pdf"]
    assert all(after[name] == before[name] for name in OLDER)
    codes = [finding.code for finding in edition.told]
    assert codes == ["SOP958", "SOP959", "SOP957", "SOP958"]
    assert [one["kode"] for one in made["temuan"]] == codes
    assert made["temuan"][0]["tempat"] == "keputusan.docx"


def test_a_signed_file_alone_is_no_error(untouched: Scene) -> None:
    (untouched.book / "resmi.pdf").write_bytes(SIGNED)
    edition = untouched.put({**FIRST, "resmi.pdf": b"%PDF-1.7 edisi dua"})
    assert edition.lama == ("resmi.pdf",)
    assert [one.severity for one in edition.told] == [Severity.WARNING]


def test_files_that_are_the_same_are_not_written_again(scene: Scene) -> None:
    before = stamps(scene)
    scene.put(SECOND)
    after = stamps(scene)
    same = {name for name in before if before[name] == after.get(name)}
    assert same == {"peta.pdf", *OLDER}


def test_where_nothing_is_new_nothing_is_written(untouched: Scene) -> None:
    before = stamps(untouched)
    untouched.put(FIRST, Mortal(2))  # its lock goes, and the folder of it
    assert stamps(untouched) == before


def test_a_file_without_bytes_is_the_one_that_lies_there(untouched: Scene) -> None:
    before = stamps(untouched)
    with untouched.press(Unsynced()) as press:
        assert Earlier.of(press.book, press.asli).digests.keys() == FIRST.keys()
        made = [
            Berkas(one.built, None if one.built.path.name == "buku.docx" else one.data)
            for one in untouched.made({**FIRST, "peta.pdf": b"peta baru"})
        ]
        edition = press.put(made, (), whole=True)
    assert len(edition.files) == len(FIRST)
    after = stamps(untouched)
    assert {name for name in after if after[name] != before[name]} == {
        "peta.pdf", "manifest.json",
    }  # fmt: skip
    assert {one["berkas"] for one in untouched.manifest()["berkas"]} == {*FIRST}


def test_an_edition_of_parts_replaces_only_its_files(untouched: Scene) -> None:
    untouched.put_parts({"peta.pdf": b"peta baru", "lagi.svg": b"lagi"})
    lies = untouched.tree()
    lies.pop("")
    assert lies == {**FIRST, "peta.pdf": b"peta baru", "lagi.svg": b"lagi"}
    assert {one["berkas"] for one in untouched.manifest()["berkas"]} == lies.keys()


@pytest.mark.slow
def test_a_full_disk_changes_nothing_and_is_told_once(scene: Scene) -> None:
    before = scene.tree()
    for room in range(0, 800, 37):
        copy = scene.copy()
        with pytest.raises(RefusedError) as refused:
            copy.put(SECOND, Full(room))
        assert refused.value.findings[0].code == "SOP951"
        assert "media penuh" in refused.value.findings[0].message
        assert copy.tree() == before
        assert not copy.workshop.exists()


def test_what_was_finished_is_told_though_the_next_edition_is_refused(
    scene: Scene,
) -> None:
    with pytest.raises(KilledError):
        scene.put(SECOND, Mortal(25))
    assert scene.journal.exists()
    with pytest.raises(RefusedError) as refused:
        scene.put({**SECOND, "besar.pdf": b"x" * 5000}, Full(4000))
    codes = [finding.code for finding in refused.value.findings]
    assert (codes[0], codes[-1]) == ("SOP933", "SOP951")
    assert {"SOP957", "SOP959"} < {*codes}
    assert scene.manifest()["berkas_lama"] == list(OLDER)
    assert not scene.workshop.exists()


def test_a_file_that_fails_to_be_made_leaves_all_as_it_was(scene: Scene) -> None:
    before = tree(scene.output)

    def made() -> Iterator[Berkas]:
        yield from scene.made(SECOND)
        raise OSError(errno.EIO, "bukan urusan folder hasil")

    with scene.press(Unsynced()) as press, pytest.raises(OSError, match="bukan urusan"):
        press.put(made(), (), whole=True)
    assert {k: v for k, v in tree(scene.output).items() if ".asli/" not in k} == {
        k: v for k, v in before.items() if ".asli/" not in k
    }


class Held(Unsynced):
    """A disk on which another program has a file open, as Windows has it."""

    def __init__(self, held: Path) -> None:
        self.held = held

    def move(self, source: Path, target: Path) -> None:
        if self.held in (source, target):
            raise PermissionError(errno.EACCES, "held")
        super().move(source, target)

    def remove(self, path: Path) -> None:
        if path == self.held:
            raise PermissionError(errno.EACCES, "held")
        super().remove(path)


class Unplaced(Unsynced):
    """A disk on which a file goes away, and no other one takes its place but itself."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def move(self, source: Path, target: Path) -> None:
        if target == self.file and not source.is_symlink():
            raise PermissionError(errno.EACCES, "held")
        super().move(source, target)


@pytest.mark.parametrize("name", ["buku.docx", "keputusan.docx", "sop/01-lama.svg"])
def test_a_file_that_is_held_open_stays_and_the_others_go_in(
    scene: Scene, name: str
) -> None:
    old = (scene.book / name).read_bytes()
    edition = scene.put(SECOND, Held(scene.book / name))
    assert (scene.book / name).read_bytes() == old
    assert set(edition.lama) == {*OLDER, name}
    assert scene.manifest()["berkas_lama"] == sorted(edition.lama)
    (told,) = [one for one in edition.told if one.code == "SOP951"]
    assert told.span.source.path.endswith(name)
    assert told.severity is Severity.ERROR
    assert "tutup berkas itu di program lain" in told.saran
    assert (scene.book / "lampiran/baru.pdf").is_file()
    if name == "keputusan.docx":
        assert not [*(scene.book / "suntingan").iterdir()]
    again = scene.put(SECOND)
    assert again.lama == OLDER
    assert (scene.book / name).exists() == (name in SECOND)


class Saving(Unsynced):
    """A disk on which staff save a file once more, just when it is to be replaced."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def move(self, source: Path, target: Path) -> None:
        if target == self.file:
            self.file.write_bytes(b"disimpan sekali lagi")
            raise PermissionError(errno.EACCES, "held")
        super().move(source, target)


def test_what_is_saved_while_it_is_moved_aside_is_kept_too(scene: Scene) -> None:
    edition = scene.put(SECOND, Saving(scene.book / "keputusan.docx"))
    assert "keputusan.docx" in edition.lama
    there = scene.tree()
    assert there["keputusan.docx"] == b"disimpan sekali lagi"
    assert there["suntingan/keputusan-1.docx"] == STAFF["keputusan.docx"]


def test_a_manifest_that_is_held_open_leaves_the_edition_to_be_finished(
    scene: Scene,
) -> None:
    edition = scene.put(SECOND, Held(scene.book / "manifest.json"))
    assert edition.told[-1].code == "SOP951"
    assert interrupted(scene.book)
    scene.put(SECOND)
    assert interrupted(scene.book) is None
    assert scene.manifest()["berkas_lama"] == list(OLDER)


def test_a_folder_in_the_place_of_a_file_is_told_and_stays(untouched: Scene) -> None:
    (untouched.book / "lagi.pdf").mkdir()
    edition = untouched.put({**FIRST, "lagi.pdf": b"lagi", "peta.pdf": b"peta baru"})
    assert ["adalah folder" in one.message for one in edition.told] == [True]
    assert edition.lama == ()
    assert (untouched.book / "peta.pdf").read_bytes() == b"peta baru"


def test_an_edited_file_that_leads_elsewhere_is_copied(scene: Scene) -> None:
    file, elsewhere = scene.book / "keputusan.docx", scene.output / "Pak Camat.docx"
    file.rename(elsewhere)
    file.symlink_to(os.path.relpath(elsewhere, file.parent))
    scene.put(SECOND)
    assert elsewhere.read_bytes() == STAFF["keputusan.docx"]
    kept = scene.book / "suntingan/keputusan-1.docx"
    assert kept.read_bytes() == STAFF["keputusan.docx"]
    assert not kept.is_symlink()
    assert file.read_bytes() == SECOND["keputusan.docx"]


AWAY = Path("/mnt/drive-putus/buku")


@pytest.mark.parametrize("name", ["buku.docx", "resmi.pdf", "lampiran/baru.pdf"])
def test_a_link_that_leads_nowhere_goes_aside_and_is_told(
    untouched: Scene, name: str
) -> None:
    file = untouched.book / name
    file.unlink(missing_ok=True)
    file.parent.mkdir(exist_ok=True)
    file.symlink_to(AWAY)
    (told,) = untouched.put(SECOND).told
    aside = untouched.book / "suntingan" / f"{file.stem}-1{file.suffix}"
    assert (told.code, Path(told.span.source.path)) == ("SOP958", file)
    assert f"tautan ini putus; dipindahkan ke `suntingan/{aside.name}`" in told.message
    assert aside.readlink() == AWAY
    assert os.listdir(aside.parent) == [aside.name]
    assert not file.is_symlink()
    assert file.read_bytes() == SECOND[name]
    assert untouched.put(SECOND).told == ()


def test_a_link_that_leads_nowhere_comes_back_when_nothing_takes_its_place(
    untouched: Scene,
) -> None:
    file = untouched.book / "buku.docx"
    file.unlink()
    file.symlink_to(AWAY)
    edition = untouched.put(SECOND, Unplaced(file))
    assert [one.code for one in edition.told] == ["SOP951"]
    assert file.readlink() == AWAY
    assert not [*(untouched.book / "suntingan").iterdir()]


def test_a_book_that_lies_elsewhere_by_a_link_is_whole_too(scene: Scene) -> None:
    elsewhere = scene.output / "disk-lain"
    elsewhere.mkdir()
    scene.book.rename(elsewhere / "buku")
    scene.book.symlink_to(elsewhere / "buku")
    with pytest.raises(KilledError):
        scene.put(SECOND, Mortal(20))
    assert interrupted(scene.book)
    assert (elsewhere / ".sopgen-buku").is_dir()
    assert scene.put(SECOND).lama == OLDER
    assert not (elsewhere / ".sopgen-buku").exists()


SHARED_MEMORY = Path("/dev/shm")


@pytest.mark.skipif(not SHARED_MEMORY.is_dir(), reason="tanpa /dev/shm")
def test_a_file_is_moved_to_another_file_system_at_one_stroke(tmp_path: Path) -> None:
    source, target = tmp_path / "baru", SHARED_MEMORY / f"sopgen-uji-{os.getpid()}"
    if target.parent.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("satu sistem berkas")
    source.write_bytes(b"isi")
    try:
        Disk().move(source, target)
        assert target.read_bytes() == b"isi"
        assert not source.exists()
        assert not list(SHARED_MEMORY.glob(f".sopgen-{target.name}"))
    finally:
        target.unlink(missing_ok=True)


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[]", b"null", b'{"berkas": 3}', b'{"temuan": []}', b"\xff"]
)
def test_a_journal_that_cannot_be_read_is_taken_back(
    untouched: Scene, text: bytes
) -> None:
    untouched.workshop.mkdir()
    untouched.journal.write_bytes(text)
    assert interrupted(untouched.book)
    assert untouched.put(FIRST).told == ()
    assert not untouched.workshop.exists()


def test_a_journal_that_leads_elsewhere_writes_nothing_there(untouched: Scene) -> None:
    untouched.workshop.mkdir()
    text = b'{"berkas": [{"berkas": "../../lain"}], "temuan": [], "utuh": false}'
    untouched.journal.write_bytes(text)
    untouched.put(FIRST)
    assert not (untouched.output / "lain").exists()


def test_a_manifest_that_leads_elsewhere_removes_nothing(untouched: Scene) -> None:
    other = untouched.output / "lain.pdf"
    other.write_bytes(FIRST["peta.pdf"])
    listing = untouched.book / "manifest.json"
    listing.write_text(listing.read_text().replace('"peta.pdf"', '"../../lain.pdf"'))
    untouched.put({"buku.docx": FIRST["buku.docx"]})
    assert other.exists()


def test_what_was_kept_for_staff_goes_with_its_edition(scene: Scene) -> None:
    kept = scene.output / ".asli/uji/2025"
    before = {file.name for file in kept.iterdir()}
    scene.put(SECOND)
    after = {file.read_bytes() for file in kept.iterdir()}
    assert len(before) == 4
    assert after == {
        SECOND["buku.docx"],
        SECOND["keputusan.docx"],
        FIRST["sampul.xlsx"],
        FIRST["sop/02-lama.docx"],
    }
