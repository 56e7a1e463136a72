"""Dates of a spec: understood, or told at their place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sopgen.model.diagnostic import Span
from sopgen.model.kata import isian
from sopgen.model.sop import TanggalSop
from sopgen.model.tanggal import Kurun, TanggalError, read_tanggal
from sopgen.spec.findings import Findings, quoted

#: What stands for a date where there was no revision.
BELUM = ("-", "–", "—", "tidak ada", "belum ada", "nihil")
REVISI = "tanggal_revisi"


def full_date(text: str, span: Span, findings: Findings) -> date:
    """Return the day of a text that the schema has found to be a full date."""
    return _checked(read_tanggal(text), span, findings).awal


def sop_date(key: str, text: str, span: Span, findings: Findings) -> TanggalSop:
    """Return a date of an identity sheet; text that is none is told and stays."""
    if not text or (key == REVISI and text.casefold() in BELUM):
        return TanggalSop(text, None, span)
    try:
        kurun = _checked(read_tanggal(text), span, findings)
    except TanggalError as error:
        _tell(f"{isian(key)} {quoted(text)}", error, span, findings)
        return TanggalSop(text, None, span)
    return TanggalSop(kurun.tercetak, kurun, span)


def _tell(what: str, error: TanggalError, span: Span, findings: Findings) -> None:
    if error.mustahil:
        message = f"{what} tidak ada di kalender: {error.sebab}"
        findings.tell("SOP107", message, span, error.saran)
        return
    why = f", {error.sebab}" if error.sebab else ""
    message = f"{what} tidak terbaca sebagai tanggal{why}; dicetak seperti tertulis"
    findings.tell("SOP126", message, span, error.saran)


def _checked(kurun: Kurun, span: Span, findings: Findings) -> Kurun:
    """Return a date without its weekday; tell one that it does not have."""
    right = kurun.hari_sebenarnya
    if right:
        message = f"{kurun.tercetak} hari {right}, bukan {kurun.hari}"
        saran = "periksa tanggalnya; hari tidak dicetak dan boleh dihapus"
        findings.tell("SOP127", message, span, saran)
    return replace(kurun, hari="")
