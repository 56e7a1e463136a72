"""The verb that a noun of an action gives for certain: Penyerahan → Menyerahkan."""

from __future__ import annotations

import re

from sopgen.lint.tindakan import opening

#: A verb, and behind the colon the nouns and passives that stand for it.
_TABEL = """
memaraf: paraf pemarafan pembubuhan_paraf pemberian_paraf diparaf
menandatangani: tanda_tangan tandatangan penandatanganan ditandatangani
membubuhkan_cap: cap stempel pemberian_stempel pembubuhan_cap distempel
menerima: penerimaan terima diterima
menyerahkan: penyerahan serah diserahkan
memeriksa: pemeriksaan periksa diperiksa
meneliti: penelitian diteliti
memverifikasi: verifikasi pemverifikasian diverifikasi
memvalidasi: validasi divalidasi
mengoreksi: koreksi pengoreksian dikoreksi
mengevaluasi: evaluasi pengevaluasian dievaluasi
mengonfirmasi: konfirmasi dikonfirmasi
mengklarifikasi: klarifikasi diklarifikasi
melegalisasi: legalisasi dilegalisasi
mencatat: pencatatan catat dicatat tercatat
mengagendakan: pengagendaan diagendakan
mendaftar: pendaftaran
mengarsipkan: pengarsipan diarsipkan
menyimpan: penyimpanan disimpan tersimpan
membuat: pembuatan dibuat
menyusun: penyusunan disusun tersusun
mengetik: pengetikan diketik
mencetak: pencetakan dicetak
menggandakan: penggandaan digandakan
memperbaiki: perbaikan diperbaiki
melengkapi: dilengkapi
mengajukan: pengajuan diajukan
menyampaikan: penyampaian disampaikan
mengirim: pengiriman dikirim terkirim
mengirimkan: dikirimkan
mendistribusikan: pendistribusian didistribusikan
menerbitkan: penerbitan diterbitkan
melaksanakan: pelaksanaan dilaksanakan
melakukan: dilakukan
menetapkan: penetapan ditetapkan
mengesahkan: pengesahan disahkan
menyetujui: persetujuan disetujui
menolak: penolakan ditolak
mengembalikan: pengembalian dikembalikan
mengumumkan: pengumuman diumumkan
mengumpulkan: pengumpulan dikumpulkan terkumpul
menghimpun: penghimpunan dihimpun
mengolah: pengolahan diolah
menghitung: penghitungan dihitung
merekam: perekaman direkam
mengambil: pengambilan diambil
mengisi: pengisian diisi
mengecek: pengecekan cek dicek
menugaskan: penugasan ditugaskan
mendisposisikan: pendisposisian didisposisikan
meneruskan: penerusan diteruskan
membahas: pembahasan dibahas
mengundang: pengundangan diundang
mengusulkan: pengusulan diusulkan
melaporkan: pelaporan dilaporkan
menyiapkan: penyiapan disiapkan
memantau: pemantauan dipantau
membayar: pembayaran dibayar
memanggil: pemanggilan dipanggil
"""
#: So many words a noun of an action has; among so many a passive is looked for.
KATA, AWAL = 2, 5
PASIF = re.compile(r"(?:di|ter)\w{3}", re.IGNORECASE)
KERJA = {
    noun.replace("_", " "): verb.replace("_", " ").capitalize()
    for verb, _, nouns in (line.partition(": ") for line in _TABEL.split("\n") if line)
    for noun in nouns.split()
}


def verb_of(uraian: str) -> tuple[str, str] | None:
    """Return the words by which a kegiatan begins, with the verb that they give.

    None where no verb is certain.
    """
    words = re.findall(r"[\w-]+", opening(uraian))[:AWAL]
    heads = [" ".join(words[:count]) for count in range(KATA, 0, -1)]
    passive = [one for one in words if PASIF.match(one)]
    sure = ((one, KERJA.get(one.casefold())) for one in (*heads, *passive))
    return next(((one, verb) for one, verb in sure if verb), None)
