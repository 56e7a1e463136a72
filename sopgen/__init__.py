"""Build the yearly SOP book of an Indonesian kecamatan from one structured spec.

The data flows one way, through immutable values that live in ``sopgen.model``::

    specs/<nama>/ --spec--> Buku --layout--> Chart
                             |                 |
                             +-----parts-------+--> Document --typeset--> Pages
                             |                                              |
                             +--lint--> Diagnostic                       render
                                                                            |
                                                                 output/<nama>/<tahun>/

``sopgen.pipeline`` calls the stages in this order; no stage imports another.
"""

__version__ = "0.1.0"
