"""Where a new key belongs among those that are there."""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.model.suntingan import Bentuk


def before(key: str, present: Sequence[str], bentuk: Bentuk) -> int:
    """Return how many of the present keys stand before a new one.

    It follows the nearest key that comes before it in the order of its form; a key
    without a form comes last.
    """
    order = list(bentuk.kunci)
    if key not in order:
        return len(present)
    for earlier in reversed(order[: order.index(key)]):
        if earlier in present:
            return present.index(earlier) + 1
    return 0
