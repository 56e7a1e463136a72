"""How a text with {{ … }} and {% … %} is filled in, be it by a stranger.

``syntax`` reads it, ``allowed`` looks at what it uses, ``values`` fills it in.
"""
