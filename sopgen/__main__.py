"""The way in, of ``sopgen`` and of ``python -m sopgen``."""

import signal
from typing import NoReturn


def main() -> NoReturn:
    """Read the program and run it; Ctrl-C while it is being read ends it at once."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from sopgen.cli import main

    main()


if __name__ == "__main__":
    main()
