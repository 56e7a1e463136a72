"""Signed PDF → who signed, when, whether it is whole and to be trusted; offline.

``tanda`` is what is found and what it comes to; ``bounds`` keeps out what nobody could
read, ``reading`` finds the signatures, ``akar`` reads the certificates that an office
trusts.  Only these two import pyHanko, the extra ``tanda-tangan``: nothing else of the
program needs it.
"""
