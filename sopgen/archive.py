"""Pack the parts of an Office file: the same parts always give the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from io import BytesIO

#: When a workbook to be filled in says it was made.
MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
#: The date of every member.
ZIP_DATE = (1980, 1, 1, 0, 0, 0)
#: Where every member says it was made; else it would be the system it is made on.
UNIX = 3


def midnight(day: date) -> datetime:
    """Return when a file that bears a day says it was made: as the day begins, UTC."""
    return datetime.combine(day, time())


def unpacked(data: BytesIO) -> dict[str, bytes]:
    """Return the parts of a ZIP file, in its order."""
    with zipfile.ZipFile(data) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], *, loosely: bool = False) -> bytes:
    """Return parts as a ZIP file that has no date of its own.

    ``loosely`` packed it is larger and made at once, for what is read and never kept.
    """
    target = BytesIO()
    kind = zipfile.ZIP_STORED if loosely else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(target, "w", kind) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, ZIP_DATE)
            info.compress_type = kind
            info.create_system = UNIX
            info.external_attr = 0o600 << 16
            archive.writestr(info, data)
    return target.getvalue()
