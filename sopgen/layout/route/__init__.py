"""Find the way of every arrow of one page, so that nothing touches.

Read in this order: ``costs`` (what is wanted), ``task`` (what is asked), ``tracks``
(the lines arrows may run on), ``ports`` (where they meet symbols), ``way`` and
``shapes`` (the ways one arrow could take), ``board`` (the ways chosen so far),
``merge`` and ``labels`` (what two arrows may share, where a label stands),
``balance`` and ``settle`` (what the page costs, arrows choosing again), ``improve``,
``fans``, ``regroup`` and ``cluster`` (the search), ``rescue`` (labels left over),
``page`` (all of it).
"""
