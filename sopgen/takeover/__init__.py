"""Take over SOP that were drawn by hand: an old .xlsx or .docx → drafts of a spec."""
