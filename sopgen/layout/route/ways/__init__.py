"""What an arrow is, and every way that it may take.

Read in this order: ``costs`` (what is wanted), ``task`` (what is asked), ``tracks``
(the lines arrows may run on, and how sets of places on them are written), ``ports``
(where arrows meet symbols), ``way``, ``shapes`` and ``pools`` (the ways one arrow could
take), ``merge`` and ``labels`` (what two arrows may share, where a label may stand).
Nothing here knows what any arrow has chosen.
"""
