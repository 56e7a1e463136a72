"""Find the way of every arrow of one page, so that nothing touches.

Read in this order: ``costs`` (what is wanted), ``tracks`` (the lines arrows may
run on), ``ports`` (where they meet symbols), ``shapes`` (the ways one arrow
could take), ``board`` (the ways chosen so far), ``merge`` and ``labels`` (what two
arrows may share, where a label stands), ``improve`` (the search), ``page`` (all of it).
"""
