"""What a build knows of the last one, so that nothing is made twice.

``sidik`` says what values come to, ``program`` what the program and its data come to,
``bahan`` what the files of a spec come to; ``beku`` keeps values as bytes.  ``catatan``
holds what came of whole builds, ``rak`` the charts and files of one book.

All of it lies in ``.cache`` beside the books, may be deleted at any time, and is
believed only where a digest fits: what is not found there is made.
"""
