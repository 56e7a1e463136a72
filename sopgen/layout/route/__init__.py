"""Find the way of every arrow of one page, so that nothing touches.

``ways`` is what an arrow is and what it may take, ``search`` chooses among that for
all arrows of a page, and ``page`` calls both.
"""
