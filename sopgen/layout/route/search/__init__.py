"""The search: choose a way for each arrow of a page, so that all together cost least.

Read in this order: ``others`` (what is there besides one arrow), ``stand`` and
``board`` (the ways chosen so far, what others would cost, how they are changed),
``balance`` (what the page costs), ``settle`` and ``trial`` (arrows choosing again,
changes that must pay), ``improve`` (the course of the search), ``fans``, ``regroup``
and ``cluster`` (groups of arrows), ``rescue`` (labels left over); ``dice`` throws.
"""
