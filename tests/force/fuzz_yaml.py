"""Specs that were damaged, and specs that nobody would write."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import strategies as st

from tests.force import anew, changed_texts, changed_trees
from tests.force.fuzzing import Files, Fuzzer
from tests.force.office_run import BUILT, OFFICE, examine_and_build
from tests.force.spec_bases import RANGKAI, bases

#: The small ones more often, for they cost less.
BASES = st.sampled_from(
    [*bases(), *[name for name in bases() if not name.startswith("ka")] * 2]
)


@st.composite
def _damaged(draw: Any) -> Files:
    """Return a good spec of which one to four things are changed."""
    files = dict(bases()[draw(BASES)])
    names = sorted(files)
    changed = dict.fromkeys(names, 0)
    for _ in range(draw(st.integers(1, 4))):
        changed[draw(st.sampled_from(names))] += 1
    made = {f"{OFFICE}/{name}": text.encode() for name, text in files.items()}
    for name, times in changed.items():
        if times:
            data = _changed(draw, name, files[name], times)
            if draw(st.integers(0, 40)):
                made[f"{OFFICE}/{name}"] = data
            else:
                del made[f"{OFFICE}/{name}"]
    return made


def _changed(draw: Any, name: str, text: str, times: int) -> bytes:
    as_text = not name.endswith(".yaml") or draw(st.integers(0, 2)) == 0
    if as_text:
        for _ in range(times):
            text = changed_texts.change(draw, text)
        return changed_texts.stored(draw, text)
    tree = yaml.load(text, yaml.BaseLoader)
    for _ in range(times):
        tree = changed_trees.change(draw, tree)
    text = changed_trees.dump(tree, flow=draw(st.integers(0, 5)) == 0)
    return changed_texts.stored(draw, text)


@st.composite
def _anew(draw: Any) -> Files:
    """Return a spec that is made of its fields."""
    trees = {f"sop/{id_}.yaml": anew.sop(draw) for id_ in anew.SOP}
    trees["buku.yaml"] = anew.buku(draw)
    made = {
        f"{OFFICE}/{name}": changed_trees.dump(tree, flow=False).encode(
            "utf-8", "replace"
        )
        for name, tree in trees.items()
    }
    for name in ("naskah/visi.md", "peraturan.yaml"):
        made[f"{OFFICE}/{name}"] = RANGKAI[name].encode()
    return made


@st.composite
def _specs(draw: Any) -> Files:
    """Return a spec, and whether its book is built."""
    made = dict(draw(st.one_of(_damaged(), _damaged(), _anew())))
    return {**made, BUILT: b""} if draw(st.integers(0, 3)) == 0 else made


#: What three charts may take whose arrows have no good way: each sheet is looked
#: through until the limit of the search (SOP509), for check and again for build.
SECONDS = 60

FUZZER = Fuzzer(_specs(), examine_and_build, examples=20, seconds=SECONDS)
