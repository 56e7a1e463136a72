"""Each bad input gives a clear finding at its place, and loses nothing else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sopgen.kosakata import YAML
from sopgen.lint import lint
from sopgen.model.diagnostic import Diagnostic
from sopgen.spec import read_buku
from tests.spec.kantor import write_kantor, write_lambang

Damage = Callable[[Path], object]
BUKU, SURAT, KOREKSI = "buku.yaml", "sop/surat.yaml", "koreksi.yaml"


def swap(name: str, old: str, new: str) -> Damage:
    """Replace a text that stands in a file."""

    def damage(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            file.write(text.replace(old, new, 1))

    return damage


def write(name: str, data: bytes) -> Damage:
    """Put bytes into a file."""

    def damage(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)

    return damage


def remove(name: str) -> Damage:
    """Take a file away."""
    return lambda folder: (folder / name).unlink()


def become_folder(name: str) -> Damage:
    """Put a folder where a file should be."""

    def damage(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        (folder / name).mkdir(parents=True)

    return damage


def link(name: str, target: str) -> Damage:
    """Make a file a symbolic link."""

    def damage(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(target)

    return damage


def both(*steps: Damage) -> Damage:
    """Do several things."""

    def damage(folder: Path) -> None:
        for step in steps:
            step(folder)

    return damage


def lambang(name: str) -> Damage:
    """Name a picture."""
    return swap(BUKU, "  nama: Uji\n", f"  nama: Uji\n  lambang: {name}\n")


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}]\n"
    for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)

PERATURAN = b"""\
peraturan:
  - {id: pp-1-2001, jenis: PP, nomor: 1, tahun: 2001, tentang: Uji}
"""

#: name · damage · file · code · line:column · fragment of message or saran
TABLE: tuple[tuple[str, Damage, str, str, str, str], ...] = (
    # keys
    ("unknown key", swap(BUKU, "tahun:", "tahhun:"), BUKU, "SOP920", "1:1",
     "mungkin maksudnya `tahun`"),
    ("missing key", swap(BUKU, "tahun: 2025\n", ""), BUKU, "SOP921", "1:1",
     "kunci `tahun` belum diisi"),
    ("key without value", swap(BUKU, "tahun: 2025", "tahun:"), BUKU, "SOP921", "1:1",
     "kunci `tahun` belum diisi"),
    ("unknown key in a kegiatan", swap(SURAT, "    waktu:", "    wakttu:"), SURAT,
     "SOP920", "8:5", "mungkin maksudnya `waktu`"),
    ("unknown key far from any", swap(KOREKSI, "alasan:", "alasan: y\n  zzz:"), KOREKSI,
     "SOP920", "4:3", "pilihannya: `tertulis`, `menjadi`, `alasan`"),
    ("key twice", swap(BUKU, "judul: BUKU SOP\n", "judul: A\njudul: B\n"), BUKU,
     "SOP913", "3:1", "yang pertama pada baris 2"),
    ("key that is no text", swap(BUKU, "judul: BUKU SOP", "judul: {{ tahun }}"), BUKU,
     "SOP915", "2:9", "tanda kutip"),
    # types
    ("list for text", swap(BUKU, "judul: BUKU SOP", "judul: [a]"), BUKU, "SOP922",
     "2:8", "harus berupa satu teks, bukan daftar"),
    ("mapping for an item", swap(BUKU, "[bahwa perlu;]", "[bahwa: perlu]"), BUKU,
     "SOP922", "25:17", "butir ke-1 dari `menimbang` harus berupa teks"),
    ("text for list", swap(SURAT, "[Petugas, Camat]", "Petugas"), SURAT, "SOP922",
     "3:12", "harus berupa daftar"),
    ("text for mapping", swap(BUKU, "  camat:\n    jabatan: Camat Uji\n    nip: "
     "19690518 199710 1 001\n    nama: SITI AMINAH\n    pangkat: Pembina",
     "  camat: Camat Uji 1"), BUKU, "SOP922", "8:10", "kelompok `kunci: nilai`"),
    ("word for number", swap(BUKU, "2025\n", "dua ribu\n"), BUKU, "SOP922", "1:8",
     "harus berupa bilangan, bukan `dua ribu`"),
    ("number out of range", swap(BUKU, "2025\n", "205\n"), BUKU, "SOP923", "1:8",
     "kurang dari 1950"),
    ("word not allowed", swap(BUKU, "    nip:", "    kapasitas: plk\n    nip:"), BUKU,
     "SOP923", "10:16", "mungkin maksudnya `plt`"),
    ("bad code", swap(BUKU, "id: sk-1", "id: SK 1"), BUKU, "SOP927", "21:9", "`sk-1`"),
    ("bad code as a key", swap(BUKU, "  camat:\n", "  Pak Camat:\n"), BUKU, "SOP927",
     "8:3", "`pak-camat`"),
    ("bad date", swap(BUKU, "2025-01-16", "2025-02-30"), BUKU, "SOP924", "23:14",
     "2025-01-16"),
    ("bad date in a SOP", swap(SURAT, "2025-01-10", "2025-13-10"), SURAT, "SOP107",
     "2:20", "tidak ada di kalender"),
    ("bad truth value", swap(BUKU, "tahun:", "pengesahan_bertanda: mungkin\ntahun:"),
     BUKU, "SOP923", "1:22", "`ya` atau `tidak`"),
    ("empty list", swap(BUKU, "diktum: [Menetapkan SOP.]", "diktum: []"), BUKU,
     "SOP921", "27:5", "sedikitnya satu"),
    ("explicit empty text", swap(BUKU, "nama: Uji", 'nama: ""'), BUKU, "SOP921",
     "4:9", "tidak boleh kosong"),
    ("mapping for a copy", swap(SURAT, "    simbol: mulai", "    tembusan: {a: 1}"),
     SURAT, "SOP922", "7:15", "teks atau daftar"),
    # files
    ("missing folder", shutil.rmtree, "", "SOP901",
     "0:0", "folder atau berkas tidak ada"),
    ("missing buku.yaml", remove(BUKU), BUKU, "SOP901", "0:0", "berkas tidak ada"),
    ("missing SOP file", remove(SURAT), BUKU, "SOP901", "29:9", "`sop/surat.yaml`"),
    ("misnamed SOP file", both(remove(SURAT), write("sop/suratt.yaml", b"unit: a")),
     BUKU, "SOP901", "29:9", "mungkin maksudnya `suratt.yaml`"),
    ("unlisted SOP file", write("sop/lain.yaml", b"unit: a"), BUKU, "SOP917",
     "28:1", "`sop/lain.yaml` tidak ada dalam daftar"),
    ("other suffix", lambda folder: (folder / BUKU).rename(folder / "buku.yml"), BUKU,
     "SOP901", "0:0", "mungkin maksudnya `buku.yml`"),
    ("koreksi in capitals",
     lambda folder: (folder / KOREKSI).rename(folder / "Koreksi.YAML"), "Koreksi.YAML",
     "SOP917", "0:0", "mungkin maksudnya `koreksi.yaml`"),
    ("peraturan with another suffix", write("peraturan.yml", PERATURAN),
     "peraturan.yml", "SOP917", "0:0", "mungkin maksudnya `peraturan.yaml`"),
    ("empty buku.yaml", write(BUKU, b""), BUKU, "SOP904", "0:0", "berkas kosong"),
    ("only comments", write(SURAT, b"# nanti\n"), SURAT, "SOP904", "0:0", "kosong"),
    ("folder for buku.yaml", become_folder(BUKU), BUKU, "SOP902", "0:0", "ini folder"),
    ("folder for a SOP", become_folder(SURAT), SURAT, "SOP902", "0:0", "ini folder"),
    ("folder for naskah", become_folder("naskah/penutup.md"), "naskah/penutup.md",
     "SOP902", "0:0", "ini folder"),
    ("fifo for a SOP", both(remove(SURAT), lambda f: os.mkfifo(f / SURAT)), SURAT,
     "SOP902", "0:0", "bukan berkas biasa"),
    ("huge file", write(SURAT, b"# " + b"x" * 2_000_000), SURAT, "SOP905", "0:0",
     "2 MB"),
    ("unknown naskah", write("naskah/kata_pengantr.md", b"a"),
     "naskah/kata_pengantr.md", "SOP917", "0:0", "maksudnya `kata_pengantar.md`"),
    ("empty naskah", write("naskah/penutup.md", b" \n"), "naskah/penutup.md", "SOP706",
     "0:0", "naskah kosong"),
    # text
    ("latin-1", write(BUKU, "tahun: 2025\njudul: Caf\xe9\n".encode("latin-1")), BUKU,
     "SOP906", "2:11", "0xe9 bukan UTF-8"),
    ("UTF-16", write(BUKU, "tahun: 2025".encode("utf-16")), BUKU, "SOP906", "0:0",
     "UTF-16"),
    ("control character", swap(BUKU, "BUKU SOP", "BUKU\x07SOP"), BUKU, "SOP907", "2:12",
     "U+0007"),
    ("tab", swap(BUKU, "  nama: Uji", "\tnama: Uji"), BUKU, "SOP908", "4:1",
     "hanya mengenal spasi"),
    ("tab after spaces", swap(SURAT, "    pelaksana: Petugas", "  \tpelaksana: P"),
     SURAT, "SOP908", "6:3", "ganti tab dengan spasi"),
    # YAML
    ("colon in text", swap(BUKU, "BUKU SOP", "BUKU: SOP"), BUKU, "SOP909", "2:12",
     "tanda kutip"),
    ("open quote", swap(BUKU, "BUKU SOP", "'BUKU SOP"), BUKU, "SOP909", "2:8",
     "tidak ditutup"),
    ("open bracket", swap(SURAT, "Camat]", "Camat"), SURAT, "SOP909", "3:12",
     "tidak ditutup"),
    ("crooked line", swap(BUKU, "  kabupaten:", " kabupaten:"), BUKU, "SOP909", "5:2",
     "luruskan"),
    ("reserved sign", swap(BUKU, "BUKU SOP", "@BUKU"), BUKU, "SOP909", "2:8",
     "tanda kutip"),
    ("tag", swap(BUKU, "BUKU SOP", "!!python/name:os.system x"), BUKU, "SOP910", "2:8",
     "`!!python/name:os.system` tidak diizinkan"),
    ("local tag", swap(BUKU, "BUKU SOP", "!penting BUKU"), BUKU, "SOP910", "2:8",
     "`!penting`"),
    ("alias bomb", write(BUKU, BOMB.encode()), BUKU, "SOP911", "", "berlipat ganda"),
    ("alias of itself", write(KOREKSI, b"&a [*a]"), KOREKSI, "SOP911", "1:5",
     "memuat dirinya"),
    ("alias of nothing", swap(BUKU, "BUKU SOP", "*penting"), BUKU, "SOP911", "2:8",
     "`*penting` tidak ada"),
    ("two documents", swap(BUKU, "keputusan:\n", "---\nkeputusan:\n"), BUKU, "SOP912",
     "20:1", "satu dokumen"),
    ("alias of too much", write(BUKU, b"a: &a [" + b"x, " * 999 + b"]\nb: ["
     + b"*a, " * 99 + b"]"), BUKU, "SOP911", "2:237", "berlipat ganda"),
    ("aliases too deep", write(BUKU, b"a: &a " + b"[" * 28 + b"]" * 28
     + b"\nb: [[*a]]"), BUKU, "SOP911", "2:6", "berlipat ganda"),
    ("too deep", write(SURAT, b"[" * 500_000), SURAT, "SOP914", "1:31", "30 tingkat"),
    ("blocks too deep", write(SURAT, b"- " * 500_000), SURAT, "SOP914", "1:61",
     "30 tingkat"),
    ("too long a value", swap(BUKU, "BUKU SOP", "x" * 40_000), BUKU, "SOP926", "2:8",
     "32767 huruf"),
    ("too long a block", swap(BUKU, "judul: BUKU SOP", "judul: |\n" + "  x\n" * 20_000),
     BUKU, "SOP926", "3:3", "32767 huruf"),
    ("escaped control letter", swap(BUKU, "BUKU SOP", '"BUKU\\x07"'), BUKU, "SOP907",
     "2:8", "U+0007"),
    ("unknown escape", swap(BUKU, "BUKU SOP", '"C:\\dokumen"'), BUKU, "SOP909", "",
     "tanda kutip tunggal"),
    ("short escape", swap(BUKU, "BUKU SOP", '"BUKU \\x4"'), BUKU, "SOP909", "",
     "tanda kutip tunggal"),
    ("escape of no letter", swap(BUKU, "BUKU SOP", '"a \\UFFFFFFFF"'), BUKU,
     "SOP909", "", "tanda kutip tunggal"),
    ("escape of half a letter", swap(BUKU, "BUKU SOP", '"a \\uD800"'), BUKU, "SOP909",
     "", "tanda kutip tunggal"),
    ("list beside its key", swap(BUKU, "BUKU SOP", "- a"), BUKU, "SOP909", "2:8",
     "baris baru"),
    ("item without a dash", swap(BUKU, "  - daftar_isi", "  daftar_isi: a"), BUKU,
     "SOP909", "18:3", "diawali `- `"),
    ("key without a colon", swap(BUKU, "judul: BUKU SOP", "judul BUKU"), BUKU, "SOP909",
     "", "kunci: nilai"),
    ("text beside a bar", swap(BUKU, "BUKU SOP", "|x\n  BUKU"), BUKU, "SOP909", "2:9",
     "baris berikut"),
    ("quote over documents", swap(BUKU, "BUKU SOP", "'a\n---\n"), BUKU, "SOP909", "2:8",
     "sebelum `---`"),
    ("no comma", swap(SURAT, "[Petugas, Camat]", "['Petugas' 'Camat']"), SURAT,
     "SOP909", "3:12", "koma kurang"),
    ("only commas", swap(SURAT, "[Petugas, Camat]", "[,]"), SURAT, "SOP909", "",
     "koma kurang"),
    ("after the end", swap(BUKU, "judul:", "...\njudul:"), BUKU, "SOP909", "3:1",
     "setelah dokumen"),
    ("other YAML", swap(BUKU, "tahun:", "%YAML 2.0\n---\ntahun:"), BUKU, "SOP909",
     "1:1", "`%YAML`"),
    # identitas
    ("unknown official", swap(BUKU, "penandatangan: camat", "penandatangan: camatt"),
     BUKU, "SOP101", "13:16", "mungkin maksudnya `camat`"),
    ("SOP id twice", swap(BUKU, "sop:\n", "sop:\n  - {id: surat, nama: A}\n"), BUKU,
     "SOP102", "30:9", "yang pertama pada baris 29"),
    ("SOP nomor twice", swap(BUKU, "sop:\n", "sop:\n  - {id: a, nama: A, nomor: 1}\n"
     "  - {id: b, nama: B, nomor: 1}\n"), BUKU, "SOP103", "30:29", "nomor SOP 1"),
    ("bad pattern", swap(BUKU, "tahun:", "pola_nomor_sop: '{nomor.__class__}'\ntahun:"),
     BUKU, "SOP104", "1:17", "`{nomor.__class__}`"),
    ("pattern without nomor", swap(BUKU, "tahun:", "pola_nomor_sop: 'X'\ntahun:"), BUKU,
     "SOP105", "1:17", "nomor yang sama"),
    ("short NIP", swap(BUKU, " 1 001", " 1 01"), BUKU, "SOP106", "10:10", "17 angka"),
    # pictures and paths
    ("missing picture", lambang("a.png"), BUKU, "SOP901", "5:12", "`a.png`"),
    ("broken picture", both(lambang("a.png"), write("a.png", b"\x89PNG\r\n\x1a\nxx")),
     BUKU, "SOP931", "5:12", "rusak atau bukan PNG/JPG"),
    ("text as picture", both(lambang("a.png"), write("a.png", b"<svg/>")), BUKU,
     "SOP931", "5:12", "rusak"),
    ("folder as picture", both(lambang("naskah"), write("naskah/penutup.md", b"x")),
     BUKU, "SOP902", "5:12", "ini folder"),
    ("path upwards", lambang("../rahasia.png"), BUKU, "SOP916", "5:12", "di luar"),
    ("absolute path", lambang("/etc/passwd"), BUKU, "SOP916", "5:12", "di luar"),
    ("link that leaves", link(SURAT, "/etc/hostname"), SURAT, "SOP916", "0:0",
     "di luar"),
    ("picture link that leaves", both(lambang("a.png"), link("a.png", "/etc/hostname")),
     BUKU, "SOP916", "5:12", "di luar"),
    ("link in a circle", link(SURAT, "surat.yaml"), SURAT, "", "0:0", "berkas"),
    # pelaksana and kegiatan
    ("unknown pelaksana", swap(SURAT, "pelaksana: Camat", "pelaksana: Camatt"), SURAT,
     "SOP201", "10:16", "mungkin maksudnya `Camat`"),
    ("too many symbols in a row", swap(SURAT, "    simbol: mulai\n",
     "    tambahan: [" + "{pelaksana: Camat}, " * 30 + "]\n"), SURAT, "SOP214", "5:13",
     "31 simbol"),
    ("no pelaksana", swap(SURAT, "pelaksana: [Petugas, Camat]\n", ""), SURAT, "SOP210",
     "3:1", "daftar `pelaksana` kosong"),
    ("id of another's nomor", swap(SURAT, "    simbol: mulai", "    id: 2"), SURAT,
     "SOP204", "9:13", "`2` dipakai dua kali"),
    ("pelaksana twice", swap(SURAT, "Camat]", "Camat, Camat]"), SURAT, "SOP202", "3:29",
     "dua kali"),
    ("nomor twice", swap(SURAT, "    simbol: selesai", "    nomor: 1"), SURAT, "SOP203",
     "16:12", "yang pertama pada baris 5"),
    ("id twice", swap(SURAT, "    simbol: mulai", "    id: a\n    tambahan:\n      - "
     "{id: a, pelaksana: Camat}"), SURAT, "SOP204", "9:14", "`a` dipakai dua kali"),
    ("unknown simbol", swap(SURAT, "simbol: keputusan", "simbol: keputusn"), SURAT,
     "SOP205", "11:13", "mungkin maksudnya `keputusan`"),
    ("simbol of the other profile", both(swap(BUKU, "tahun:", "profil_simbol: "
     "permenpan5\ntahun:"), swap(SURAT, "simbol: mulai", "simbol: dokumen")), SURAT,
     "SOP206", "7:13", "profil permenpan5"),
    ("idle pelaksana", swap(SURAT, "Camat]", "Camat, Kasi]"), SURAT, "SOP207", "3:29",
     "`Kasi` tidak punya kegiatan"),
    ("not from the left", swap(SURAT, "[Petugas, Camat]", "[Camat, Petugas]"), SURAT,
     "SOP208", "6:16", "`Petugas` paling depan"),
    ("no kegiatan", write(SURAT, b"unit: a"), SURAT, "SOP209", "1:1", "belum punya"),
    # alur
    ("unknown target", swap(SURAT, "Ya: 3", "Ya: 13"), SURAT, "SOP301", "12:14",
     "tujuan `13` tidak ada"),
    ("unreachable", swap(SURAT, "Ya: 3", "Ya: 1"), SURAT, "SOP302", "14:13",
     "kegiatan `3` tidak tercapai"),
    ("circle", swap(SURAT, "Ya: 3", "Ya: 1"), SURAT, "SOP303", "5:13", "tidak pernah"),
    ("no exit", swap(SURAT, "    ke: {Ya: 3, Tidak: 1}\n", ""), SURAT, "SOP304", "9:13",
     "tidak punya jalan keluar"),
    ("one exit", swap(SURAT, "{Ya: 3, Tidak: 1}", "{Ya: 3}"), SURAT, "SOP304", "12:14",
     "hanya punya satu"),
    ("exits without label", swap(SURAT, "{Ya: 3, Tidak: 1}", "[3, 1]"), SURAT, "SOP305",
     "12:10", "tanpa label"),
    ("to itself", swap(SURAT, "Tidak: 1", "Tidak: 2"), SURAT, "SOP306", "12:24",
     "menuju dirinya"),
    ("arrow twice", swap(SURAT, "Tidak: 1", "Tidak: 3"), SURAT, "SOP307", "12:24",
     "dua kali"),
    ("one of two targets unknown", swap(SURAT, "Tidak: 1", "Tidak: [1, 13]"), SURAT,
     "SOP301", "12:28", "tujuan `13` tidak ada"),
    ("one of two to itself", swap(SURAT, "Tidak: 1", "Tidak: [1, 2]"), SURAT, "SOP306",
     "12:28", "menuju dirinya"),
    ("one of two twice", swap(SURAT, "Tidak: 1", "Tidak: [1, 1]"), SURAT, "SOP307",
     "12:28", "panah ke `1` ditulis dua kali"),
    ("answer to no target", swap(SURAT, "Tidak: 1", "Tidak: []"), SURAT, "SOP304",
     "12:17", "label `Tidak` tidak punya tujuan"),
    ("list in an answer's list", swap(SURAT, "Tidak: 1", "Tidak: [1, [3]]"), SURAT,
     "SOP922", "12:28", "butir ke-2 dari `Tidak` harus berupa teks atau daftar, bukan"),
    ("group for an answer", swap(SURAT, "Tidak: 1", "Tidak: {a: 1}"), SURAT, "SOP304",
     "12:17", "SOP tempat alurnya berlanjut tidak disebut"),
    ("no waktu", swap(SURAT, "    waktu: 5 menit\n", ""), SURAT, "SOP401", "5:13",
     "mutu baku kegiatan `1` kosong"),
    # the book
    ("unknown part", swap(BUKU, "- sampul", "- sampull"), BUKU, "SOP701", "16:5",
     "mungkin maksudnya `sampul`"),
    ("unknown decree", swap(BUKU, "keputusan: sk-1}", "keputusan: sk-2}"), BUKU,
     "SOP702", "17:5", "mungkin maksudnya `sk-1`"),
    ("article of no regulation", swap(BUKU, "[Undang-Undang Dasar;]",
     "[{pasal: 18 ayat (6)}]"), BUKU, "SOP921", "26:17", "`peraturan` belum diisi"),
    ("unknown regulation", swap(BUKU, "[Undang-Undang Dasar;]",
     "[{peraturan: uu-25-2099}]"), BUKU, "SOP601", "26:29",
     "mungkin maksudnya `uu-25-2009`"),
    ("regulation of no id", swap(SURAT, "[Undang-Undang;]", "[{peratuan: uu-25-2009}]"),
     SURAT, "SOP920", "19:16", "mungkin maksudnya `peraturan`"),
    ("regulation of wrong kind", swap(SURAT, "[Undang-Undang;]", "[{peraturan: [a]}]"),
     SURAT, "SOP922", "19:27", "`peraturan` harus berupa satu teks, bukan daftar"),
    ("list for a basis", swap(SURAT, "[Undang-Undang;]", "[[a]]"), SURAT, "SOP922",
     "19:15", "harus berupa teks atau `peraturan: kode`, bukan daftar"),
    ("own regulation twice", write("peraturan.yaml", PERATURAN * 2), "peraturan.yaml",
     "SOP913", "", "dua kali"),
    ("own regulation id twice", write("peraturan.yaml", PERATURAN + PERATURAN[11:]),
     "peraturan.yaml", "SOP614", "3:10", "yang pertama pada baris 2"),
    ("own regulation changed by nobody", write("peraturan.yaml",
     PERATURAN.replace(b"}", b", oleh: uu-9-9999}")), "peraturan.yaml", "SOP615",
     "", "`uu-9-9999` pada `oleh` tidak ada dalam tabel"),
    ("own regulation of unknown kind", write("peraturan.yaml",
     PERATURAN.replace(b"PP", b"PPP")), "peraturan.yaml", "SOP923", "",
     "mungkin maksudnya `PP`"),
    ("own gazette", write("peraturan.yaml",
     PERATURAN.replace(b"}", b", lembaran: LN 12}")), "peraturan.yaml", "SOP923", "",
     "`LN 2009/112, TLN 5038`"),
    ("lampiran of none", swap(BUKU, "- sampul", "- lampiran"), BUKU, "SOP704", "16:5",
     "tidak punya lampiran"),
    ("part twice", swap(BUKU, "- sampul", "- sop"), BUKU, "SOP708", "19:5", "dua kali"),
    ("unknown SOP in sebutan", swap(BUKU, "    judul: PENETAPAN SOP\n",
     "    judul: P\n    lampiran: {sebutan: {surta: x}}\n"), BUKU, "SOP705", "25:26",
     "mungkin maksudnya `surat`"),
    ("decree id twice", swap(BUKU, "keputusan:\n  - id: sk-1", "keputusan:\n  - {id: "
     "sk-1, nomor: 1, tanggal: 2025-01-01, judul: A, menimbang: [a], mengingat: [a], "
     "diktum: [a]}\n  - id: sk-1"), BUKU, "SOP707", "22:9",
     "yang pertama pada baris 21"),
)  # fmt: skip


def findings_of(folder: Path) -> tuple[Diagnostic, ...]:
    """Return what reading and lint find."""
    reading = read_buku(folder)
    found = (*reading.findings, *(lint(reading.buku) if reading.buku else ()))
    return tuple(map(YAML.said, found))


@pytest.mark.parametrize("case", TABLE, ids=[case[0] for case in TABLE])
@pytest.mark.usefixtures("loader")
def test_bad_input_is_told_at_its_place(
    case: tuple[str, Damage, str, str, str, str], tmp_path: Path
) -> None:
    _, damage, file, code, place, fragment = case
    folder = write_kantor(tmp_path / "uji")
    damage(folder)
    found = findings_of(folder)
    where = (folder / file).as_posix()
    wanted = [
        f
        for f in found
        if f.code.startswith(code or "SOP")
        and f.span.source.path == where
        and (not place or f"{f.span.line}:{f.span.column}" == place)
        and fragment in f"{f.message} · {f.saran}"
    ]
    assert wanted, [(f.code, f.span.label, f.message, f.saran) for f in found]


def test_the_undamaged_office_has_no_findings(tmp_path: Path) -> None:
    assert findings_of(write_lambang(write_kantor(tmp_path))) == ()
