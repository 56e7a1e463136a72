"""How long the books take, beside the time of importing the libraries.

    python -m tests.bench [--cepat] [--tumbuh] [--putaran N] [--markdown | --readme]

Ratios count, not seconds.  A round runs the yardsticks and the thing beside them, one
after the other, in turn this way and that; each round gives its own ratio, and of these
the middle and the spread are told.  Whole processes, modules compiled.
"""
