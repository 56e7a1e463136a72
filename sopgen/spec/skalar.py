"""Single values of a spec that are more than text: dates, yes and no, gazettes."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer
from pydantic_core import PydanticCustomError

from sopgen.model.peraturan import LEMBARAN
from sopgen.model.tanggal import BENTUK, TanggalError, read_tanggal


def _tanggal(value: object) -> object:
    """Return the text of a date with day, month and year; else it is a mistake."""
    if not isinstance(value, str):
        raise PydanticCustomError("tanggal", "bukan tanggal")
    try:
        kurun = read_tanggal(value)
    except TanggalError as error:
        told = {"sebab": error.sebab, "saran": error.saran}
        raise PydanticCustomError("tanggal", "bukan tanggal", told) from None
    if not kurun.lengkap:
        told = {"sebab": "hari tidak disebut", "saran": BENTUK}
        raise PydanticCustomError("tanggal", "bukan tanggal", told)
    return value


def meant_date(text: str) -> str:
    """Return what a text means as a date, the same for all ways of writing it."""
    try:
        return read_tanggal(text).tercetak
    except TanggalError:
        return text


def _ya(value: object) -> object:
    """Return the truth value that an Indonesian (or YAML) word names."""
    word = value.casefold() if isinstance(value, str) else ""
    if word not in YA + TIDAK:
        raise PydanticCustomError("ya_tidak", "bukan ya atau tidak")
    return word in YA


def _lembaran(value: object) -> object:
    """Return a gazette as it is; anything else is a mistake."""
    if not isinstance(value, str) or (value and not LEMBARAN.fullmatch(value)):
        raise PydanticCustomError("lembaran", "bukan lembaran")
    return value


YA = ("ya", "true", "yes", "on")
TIDAK = ("tidak", "false", "no", "off")

#: What the two kinds of dates have in common; a workbook knows them by it.
SATU_ARTI = PlainSerializer(meant_date)
#: A date of which day, month and year must be known, as it is written.
Tanggal = Annotated[str, BeforeValidator(_tanggal), SATU_ARTI]
#: A date of the identity sheet: its day may be missing, and it may be no date at all.
TanggalBebas = Annotated[str, SATU_ARTI]
YaTidak = Annotated[bool, BeforeValidator(_ya)]

Lembar = Annotated[str, BeforeValidator(_lembaran)]
