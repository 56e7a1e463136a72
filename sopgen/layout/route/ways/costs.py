"""The distances and prices of the drawing, and why each is what it is.

Distances are mm.  A price is also mm: the detour that an arrow would take to
avoid the thing.  Prices were tried on the judge's cases; its measure of a chart is
6 x crossings + bends.
"""

from __future__ import annotations

from typing import Final

# ------------------------------------------------------------------ distances

#: Parallel runs; 5.1 pt, so that print at 80 % still shows two lines.
GAP: Final = 1.80
#: The same in a narrow place, before an arrow is given up; 4.1 pt.
NARROW_GAP: Final = 1.46
#: A run past a symbol that is not its own; 2.6 pt.
HUG: Final = 0.92
#: The straight run at either end, longer than the arrowhead; 6.3 pt.
STUB: Final = 2.22
#: A run beside a table line, so that it is not read as one; half of GAP, so that
#: the tracks on both sides of the line keep their distance.
LINE_CLEAR: Final = 1.07
#: Tracks spread out to this distance where there is room.
TRACK_PITCH: Final = 2.6
#: A label from its own run, and the space kept free round it.
LABEL_PAD: Final = 0.45
LABEL_FREE: Final = 0.75
#: The space kept free round the note of a connector.
NOTE_FREE: Final = 0.6

# --------------------------------------------------------------------- prices

#: A bend: the eye has to turn.
BEND: Final = 23.0
#: A crossing: the eye may take the wrong turn.  More than the six bends it counts,
#: because the way round is mostly length, and length alone misleads nobody.
CROSSING: Final = 340.0
#: Two arrows on one spot, or one through a symbol: never, if anything else is left.
CONFLICT: Final = 20000.0
#: A forward arrow that runs up a bit contradicts the order of the rows.
UP_RUN: Final = 24.0
#: The same between two symbols of one row.
UP_ASIDE: Final = 6.0
#: An arrow beside the middle of a side looks careless ...
OFF_MIDDLE: Final = 9.0
#: ... and has no excuse while the middle is free.
NO_EXCUSE: Final = 400.0
#: A shared trunk hides where an arrow comes from.
JOIN: Final = 12.0
#: What a bend or a mm costs that is drawn already by the arrow joined.
SHARED: Final = 0.4
#: A trunk longer than this, mm, hides it so well that it saves nothing, and costs so
#: much for every two arrows that share it.
LONG_TRUNK: Final = 20.8
HIDDEN: Final = 40.0
#: The same for a mm of the trunk of a fan.
FORKED: Final = 0.8
#: Arrows of a fan that leave from different places: never, if there is a way.
SPLIT: Final = 300.0
#: More bends than this cannot be glued in Word.
MOST_BENDS: Final = 4
#: An exit of a decision that does not leave where those of its kind do.
EXIT_STYLE: Final = 24.0
#: A label on another arrow, symbol or label, or an arrow through a label.
LABEL_HIT: Final = 800.0
#: A label that found no free place beside the first run of its arrow.
LABEL_NOWHERE: Final = 800.0

#: Forward arrows leave at the foot or a side and come in at a side or the top, so
#: that a chart reads as one staircase; the foot is the best exit as it leaves the
#: top to whatever comes back.  Loops leave at a side and come in at a side.
EXIT_FORWARD: Final = {"bottom": 0.0, "left": 1.2, "right": 1.0, "top": 14.0}
ENTRY_FORWARD: Final = {"top": 0.6, "left": 0.0, "right": 0.0, "bottom": 14.0}
EXIT_BACK: Final = {"bottom": 6.0, "left": 0.0, "right": 0.0, "top": 3.0}
ENTRY_BACK: Final = {"top": 2.0, "left": 0.0, "right": 0.0, "bottom": 1.0}
#: Between two symbols of one row: straight across.
EXIT_ASIDE: Final = {"bottom": 2.0, "left": 0.0, "right": 0.0, "top": 3.0}
ENTRY_ASIDE: Final = {"top": 2.0, "left": 0.0, "right": 0.0, "bottom": 3.0}
#: A connector beside the middle of its lane, or in a band farther out.
SLOT_ASIDE: Final = 4.0

# --------------------------------------------------------------------- effort

#: Ways kept for one arrow, cheapest first.
POOL: Final = 90
#: A way this much dearer than the cheapest is not kept.
SLACK: Final = 225.0
