"""Open a file or folder as a double-click does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

#: What opens files on a desktop, and what says that there is one.
OPENER, DESKTOPS = "xdg-open", ("DISPLAY", "WAYLAND_DISPLAY")


def opened(place: Path) -> bool:
    """Open what lies at a place; return whether the system has a way to."""
    path = os.path.abspath(place)
    if sys.platform == "win32":
        try:
            os.startfile(path)
        except OSError:
            return False
        return True
    opener = shutil.which(OPENER)
    if opener is None or not any(map(os.environ.get, DESKTOPS)):
        return False
    quiet = subprocess.DEVNULL
    subprocess.Popen(
        [opener, path], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    return True
