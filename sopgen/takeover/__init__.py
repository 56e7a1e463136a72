"""Take over SOP that were drawn by hand: an old .xlsx or .docx → drafts of a spec.

    sheets + anchors  (Excel) ┐
    tables + drawings (Word)  ┴→ Board: cells and drawings in mm
    roles, leaves, lanes → Heading    rows, shared → Table
    fields, values → Identity   letterhead → office     procedures: sorted into SOP
    sketch, ticks → figures     blockarrows, ends, joints, arrows, labels → Graph
    hops, stubs, levels → Chart       kegiatan, sop, office → Draft

What was guessed has a remark ``PERIKSA: …`` beside it; what is not read is a finding.
"""

from sopgen.takeover.takeover import Takeover, take_over

__all__ = ["Takeover", "take_over"]
