"""The arrows of a chart: where each symbol leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sopgen.model.diagnostic import Span
from sopgen.model.sop import Alur, Jenis
from sopgen.spec.findings import Findings, nearest, quoted
from sopgen.spec.reader import Content
from sopgen.spec.tanda import Tanda

#: How an exit of a decision is written.
CONTOH_KE = "tulis misalnya `ke: {Ya: 4, Tidak: 2}`"

#: The label, the target, and the place of an arrow.
Exit = tuple[str, str, Span]


def read_alur(
    tanda: tuple[Tanda, ...], content: Content, findings: Findings
) -> Iterator[Alur]:
    """Yield every arrow whose target is known, in the order of the file."""
    targets = _targets(tanda)
    seen: dict[tuple[str, str, Jenis], Span] = {}
    rows = [one for one in tanda if one.main]
    for one in tanda:
        exits = tuple(_exits(one, content))
        if one.yaml.simbol == "keputusan":
            _check_decision(one, exits, findings)
        elif one.yaml.ke is None:
            exits = tuple(_onward(one, rows))
        arrows = [(Jenis.PROSES, *e) for e in exits]
        arrows += [(Jenis.TEMBUSAN, *e) for e in _copies(one, content)]
        for jenis, label, word, span in arrows:
            ke = _resolve(word, one, targets, findings, span)
            if ke is None:
                continue
            alur = Alur(one.id, ke, label, jenis, span)
            if not _repeated(alur, seen, findings):
                yield alur


def _targets(tanda: tuple[Tanda, ...]) -> Mapping[str, str]:
    """Return the id of the symbol that each word names: an id, else a nomor."""
    numbers = {one.nomor: one.id for one in reversed(tanda) if one.main}
    return {**numbers, **{one.id: one.id for one in tanda}}


def _exits(one: Tanda, content: Content) -> Iterator[Exit]:
    """Yield what stands under ``ke``."""
    ke = one.yaml.ke
    place = (*one.path, "ke")
    if isinstance(ke, dict):
        for label, word in ke.items():
            yield label, word, content.span(*place, label)
    elif isinstance(ke, list):
        for n, word in enumerate(ke):
            yield "", word, content.span(*place, n)
    elif ke:
        yield "", ke, content.span(*place)


def _copies(one: Tanda, content: Content) -> Iterator[Exit]:
    """Yield what stands under ``tembusan``."""
    words = one.yaml.tembusan
    place = (*one.path, "tembusan")
    if isinstance(words, list):
        for n, word in enumerate(words):
            yield "", word, content.span(*place, n)
    elif words:
        yield "", words, content.span(*place)


def _onward(one: Tanda, rows: list[Tanda]) -> Iterator[Exit]:
    """Yield the arrow to the next kegiatan, for a symbol that names no target."""
    if one.main and not one.ends and one.baris + 1 < len(rows):
        yield "", rows[one.baris + 1].id, one.span


def _check_decision(one: Tanda, exits: tuple[Exit, ...], findings: Findings) -> None:
    """Report a decision without two exits, or with an exit that has no label."""
    nomor = quoted(one.nomor)
    if not exits:
        message = f"keputusan pada kegiatan {nomor} tidak punya jalan keluar"
        findings.error("SOP304", message, one.span, CONTOH_KE)
    elif len(exits) == 1:
        message = f"keputusan pada kegiatan {nomor} hanya punya satu jalan keluar"
        findings.warning("SOP304", message, exits[0][2], CONTOH_KE)
    for label, word, span in exits:
        if not label:
            message = f"jalan keluar keputusan ke {quoted(word)} tanpa label"
            findings.warning("SOP305", message, span, CONTOH_KE)


def _resolve(
    word: str, one: Tanda, targets: Mapping[str, str], findings: Findings, span: Span
) -> str | None:
    """Return the id that a target names; nothing if the arrow cannot be drawn."""
    ke = targets.get(word)
    if ke is None:
        close = nearest(word, targets)
        listed = "tulis nomor kegiatan atau `id` sebuah simbol"
        saran = f"mungkin maksudnya {quoted(close)}" if close else listed
        findings.error("SOP301", f"tujuan {quoted(word)} tidak ada", span, saran)
    elif ke == one.id:
        message = f"kegiatan {quoted(one.nomor)} menuju dirinya sendiri"
        saran = "tuju kegiatan lain; panah ini tidak digambar"
        findings.error("SOP306", message, span, saran)
        return None
    return ke


def _repeated(
    alur: Alur, seen: dict[tuple[str, str, Jenis], Span], findings: Findings
) -> bool:
    """Return whether the arrow is there already, reporting it."""
    same = (alur.dari, alur.ke, alur.jenis)
    if same not in seen:
        seen[same] = alur.span
        return False
    message = f"panah ke {quoted(alur.ke)} ditulis dua kali"
    saran = f"yang pertama pada {seen[same].where}"
    findings.warning("SOP307", message, alur.span, saran)
    return not alur.label
