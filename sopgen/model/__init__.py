"""The data that the stages hand to each other: frozen, without input or output.

Lengths are millimetres and y grows downwards, unless a name says otherwise
(``size_pt``).  Whoever reads this package knows what the program is about.
"""
