"""Make what Windows staff unzip and start: ``make windows``.

    python -m windows [FOLDER]

    gathering   Python for Windows, wheels of what sopgen needs, and of sopgen itself
    trimming    what of them is left out
    tree        where everything lies in the ZIP: python/, site/, starters, licences
    berkas/     what lies at its top as it is: starters, BACA-DULU.txt

Nothing of the machine it is made on comes in, so the same versions give the same bytes.
"""
