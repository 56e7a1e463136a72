"""Read the signatures of a PDF, without the network: the only module that judges them.

What pyHanko cannot read is told as such, whatever it raises: a file may be anything.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from asn1crypto.parser import peek
from asn1crypto.x509 import Certificate, Name
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import (
    DocumentTimestampStatus,
    EmbeddedPdfSignature,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    validate_pdf_signature,
    validate_pdf_timestamp,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from sopgen.model.nilai import dataclass
from sopgen.output.signed import HEAD, MARK
from sopgen.verify.bounds import MOST_BYTES, too_large
from sopgen.verify.tanda import Diperiksa, Tanda

#: More signatures, or empty fields, are looked at no further.
MOST_SIGNATURES, MOST_FIELDS = 100, 500
#: Letters of a name that are shown.
MOST_LETTERS = 100
#: What a certificate must be for.
FOR_SIGNING = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
)
WHOLE = SignatureCoverageLevel.ENTIRE_FILE
TIMESTAMP = "/DocTimeStamp"

UNREADABLE = "PDF ini rusak atau tidak lazim susunannya; tidak dapat diperiksa"
UNKNOWN = "sertifikatnya tidak dapat dipercaya"
#: Why a certificate is not trusted, as far as that is known.
UNTRUSTED = {
    AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND: "penerbitnya tidak ada pada --akar",
    AdESIndeterminate.OUT_OF_BOUNDS_NO_POE: "sertifikatnya tidak berlaku saat itu",
    AdESIndeterminate.OUT_OF_BOUNDS_NOT_REVOKED: "sertifikatnya tidak berlaku saat itu",
    AdESIndeterminate.REVOKED_NO_POE: "sertifikatnya dicabut",
}
NO_ROOT = "penerbitnya belum dikenal: sebut sertifikat akarnya dengan --akar"
#: What was added behind a signature, by what it comes to.
ADDED = {
    ModificationLevel.NONE: "ada bait di belakangnya yang tidak ditandatangani",
    ModificationLevel.LTA_UPDATES: "data pemeriksaan sertifikat",
    ModificationLevel.FORM_FILLING: "tanda tangan lain atau isian formulir",
    ModificationLevel.ANNOTATIONS: "catatan ditambahkan sesudah ditandatangani",
}
CHANGED = "isinya diganti oleh perubahan sesudah ditandatangani"


Status: TypeAlias = PdfSignatureStatus | DocumentTimestampStatus


@dataclass(frozen=True, slots=True)
class Judged:
    """What pyHanko says of a signature, and what of that is wrong."""

    status: Status
    sebab: tuple[str, ...]


def examine(path: Path, roots: Sequence[Certificate]) -> Diperiksa:
    """Return what is found about the signatures of a file."""
    if not path.is_file():  # a pipe would be waited for
        kind = "folder" if path.is_dir() else "perangkat"
        return Diperiksa(path, masalah=f"ini {kind}, bukan berkas")
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        return Diperiksa(path, masalah="berkas ini tidak dapat dibaca")
    if why := _no_pdf(data):
        return Diperiksa(path, masalah=why)
    with _silent():
        return _examined(path, data, roots)


def _no_pdf(data: bytes) -> str:
    """Return why bytes are no PDF that can be looked at."""
    if not data:
        return "berkas ini kosong"
    if MARK not in data[:HEAD]:
        return "berkas ini bukan PDF"
    return too_large(data)


@contextmanager
def _silent() -> Iterator[None]:
    """Keep what the libraries say of a file for their makers from being printed."""
    level = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(level)


def _examined(path: Path, data: bytes, roots: Sequence[Certificate]) -> Diperiksa:
    try:
        reader = PdfFileReader(BytesIO(data))
        if reader.encrypted:
            return Diperiksa(path, masalah="PDF ini terkunci kata sandi")
        empty = tuple(islice(_empty(reader), MOST_FIELDS))
        found = tuple(islice(reader.embedded_signatures, MOST_SIGNATURES + 1))
    except Exception:  # whatever a broken file makes the library raise
        return Diperiksa(path, masalah=UNREADABLE)
    if len(found) > MOST_SIGNATURES:
        return Diperiksa(path, masalah=f"lebih dari {MOST_SIGNATURES} tanda tangan")
    tanda: list[Tanda] = []
    for one in reversed(found):  # the last one covers what the others do not
        sealed = any(later.seluruh for later in tanda)
        tanda.append(_tanda(one, roots, sealed=sealed))
    return Diperiksa(path, tuple(reversed(tanda)), empty)


def _empty(reader: PdfFileReader) -> Iterator[str]:
    for name, _, _ in enumerate_sig_fields(reader, filled_status=False):
        yield _shown(name)


def _tanda(
    one: EmbeddedPdfSignature, roots: Sequence[Certificate], *, sealed: bool
) -> Tanda:
    """Return a signature; ``sealed`` tells that a later one covers what was added."""
    kolom = _shown(one.field_name)
    try:
        judged = _judged(one, roots)
        return _read(one, kolom, judged, sealed=sealed)
    except Exception:  # whatever a broken signature makes the library raise
        return Tanda(kolom, sebab=("tanda tangan ini rusak dan tidak dapat dibaca",))


def _judged(one: EmbeddedPdfSignature, roots: Sequence[Certificate]) -> Judged:
    moment = _moment(one)
    context = ValidationContext(
        trust_roots=list(roots),
        allow_fetching=False,
        moment=moment,
        best_signature_time=moment,
    )
    if one.sig_object_type == TIMESTAMP:
        status: Status = validate_pdf_timestamp(one, context)
    else:
        status = validate_pdf_signature(one, context, key_usage_settings=FOR_SIGNING)
    return Judged(status, tuple(_wrong(one, status, roots)))


def _moment(one: EmbeddedPdfSignature) -> datetime | None:
    """Return when it was signed, as the signer says; in UTC where no zone is told."""
    said = one.self_reported_timestamp
    return said.replace(tzinfo=UTC) if said and not said.tzinfo else said


def _wrong(
    one: EmbeddedPdfSignature, status: Status, roots: Sequence[Certificate]
) -> Iterator[str]:
    """Yield what is wrong with signature and certificate."""
    if not status.intact:
        yield "tidak utuh: isi berkas berubah sesudah ditandatangani"
    elif not status.valid:
        yield "tidak utuh: tanda tangannya tidak cocok dengan sertifikatnya"
    elif _stuffed(one):
        yield "tidak utuh: ada isi lain di dalam tanda tangannya"
    if not status.trusted:
        known = (v for k, v in UNTRUSTED.items() if k is status.trust_problem_indic)
        why = next(known, UNKNOWN)
        yield f"belum tepercaya: {why if roots else NO_ROOT}"


def _stuffed(one: EmbeddedPdfSignature) -> bool:
    """Return whether more than zeros stand behind a signature in its place."""
    data = bytes(one.pkcs7_content)
    return any(data[peek(data) :])


def _read(
    one: EmbeddedPdfSignature, kolom: str, judged: Judged, *, sealed: bool
) -> Tanda:
    status, sebab = judged.status, judged.sebab
    added, rightly = _added(status, sealed=sealed)
    if added and not rightly:
        sebab = (*sebab, f"tidak mencakup seluruh berkas: {added}")
    certificate = one.signer_cert
    return Tanda(
        kolom,
        _name(certificate.subject),
        _name(certificate.issuer),
        _moment(one) or getattr(status, "timestamp", None),
        utuh=status.intact and status.valid and not _stuffed(one),
        seluruh=rightly,
        tepercaya=status.trusted,
        sebab=sebab,
        sesudah=added if rightly else "",
        cap=one.sig_object_type == TIMESTAMP,
    )


def _added(status: Status, *, sealed: bool) -> tuple[str, bool]:
    """Return what was added behind a signature, and whether that is as it should be."""
    level = status.modification_level
    if status.coverage is WHOLE:
        return "", True
    if status.coverage is not SignatureCoverageLevel.ENTIRE_REVISION:
        return "hanya sebagian isinya yang ditandatangani", False
    if not status.docmdp_ok or level is None:
        return CHANGED, False
    rightly = level is ModificationLevel.LTA_UPDATES or (
        level is ModificationLevel.FORM_FILLING and sealed
    )
    return ADDED.get(level, CHANGED), rightly


def _name(name: Name) -> str:
    """Return what somebody is called in a certificate."""
    parts = name.native
    for key in ("common_name", "organization_name"):
        if value := parts.get(key):
            return _shown(value if isinstance(value, str) else value[0])
    return _shown(name.human_friendly)


def _shown(text: str) -> str:
    """Return a text from a file as it may be shown on a terminal."""
    return "".join(c if c.isprintable() else "?" for c in str(text))[:MOST_LETTERS]
