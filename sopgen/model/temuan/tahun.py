"""Findings about the way from one year to the next, and about edits (8xx)."""

from __future__ import annotations

from sopgen.model.temuan.baris import KESALAHAN, Temuan

TAHUN = (
    Temuan(
        "SOP801", "berkas_berubah", KESALAHAN,
        uji="tests/edit/test_together.py::"
        "test_a_file_that_changed_since_it_was_read_is_left_as_it_is",
    ),
)  # fmt: skip
