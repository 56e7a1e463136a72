"""Numbers that look thrown but are the same for every run."""

from __future__ import annotations


class Dice:
    """A linear congruential generator."""

    def __init__(self, state: int = 12345) -> None:
        self.state = state

    def throw(self, sides: int) -> int:
        """Return a number from 0 to sides - 1."""
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return (self.state >> 8) % sides
