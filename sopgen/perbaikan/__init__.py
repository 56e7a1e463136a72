"""Mend what is certain: the cures of findings, applied to a spec.

``langkah`` finds the fields that stand at the places of a cure, ``salinan`` is the copy
on which all is tried, ``putaran`` applies one round of cures after another, ``hasil``
says what came of it.  The spec itself is replaced at the end, whole or not at all.
"""

from sopgen.perbaikan.hasil import Diperbaiki, Hasil, Ubahan
from sopgen.perbaikan.putaran import mend

__all__ = ["Diperbaiki", "Hasil", "Ubahan", "mend"]
