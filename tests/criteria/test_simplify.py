"""The same condition with fewer parts."""

from __future__ import annotations

import pytest

from bot.criteria.simplify import simplify
from bot.guidance.expression import All, Always, Any, Expression, Filled, Is, Not, OlderThan, Ref

A, B, C = (Is(name, ("yes",)) for name in "abc")
TERMS: dict[str, Expression] = {"both": All((A, B)), "either": Any((A, B)), "again": Ref("both")}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Always(), Always()),
        (Filled("a", True), Filled("a", True)),
        (OlderThan("a", 12), OlderThan("a", 12)),
        (Ref("again"), All((A, B))),
        (Not(Ref("both")), Not(All((A, B)))),
        (All((Ref("again"), C)), All((A, B, C))),
        (All((C, All((A, All((B,)))))), All((C, A, B))),
        (Any((C, Ref("either"))), Any((C, A, B))),
        # `any` in `all` and the other way about stay as they are.
        (All((Ref("either"), C)), All((Any((A, B)), C))),
        (Any((Ref("both"), C)), Any((All((A, B)), C))),
        # Tests of one fact are joined under `any`, never under `all`: a set may hold both values.
        (Any((Is("a", ("x",)), Is("a", ("y", "z")))), Any((Is("a", ("x", "y", "z")),))),
        (Any((Is("a", ("x",)), B, Any((Is("a", ("y",)),)))), Any((Is("a", ("x", "y")), B))),
        (Any((Is("a", ("x",)), Filled("a", True))), Any((Filled("a", True), Is("a", ("x",))))),
        (All((Is("a", ("x",)), Is("a", ("y",)))), All((Is("a", ("x",)), Is("a", ("y",))))),
    ],
)
def test_a_condition_is_simplified(condition: Expression, expected: Expression) -> None:
    assert simplify(condition, TERMS) == expected
