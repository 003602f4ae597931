"""Whole sets of facts for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.criteria.oracle.values import AREAS, CHOICES, INCIDENT_DAYS, SETS, Value

Facts = dict[str, Value]

areas = st.sampled_from(AREAS)


def one_value(fact: str) -> SearchStrategy[Value]:
    """Any value of the fact once it is known."""
    if fact in SETS:
        return st.frozensets(st.sampled_from(SETS[fact]))
    return st.sampled_from(CHOICES.get(fact, INCIDENT_DAYS))


ASKED = (*CHOICES, *SETS, "incident_on")

fact_sets: SearchStrategy[Facts] = st.fixed_dictionaries({}, optional={fact: one_value(fact) for fact in ASKED})
"""Any facts known and any not, `incident_on` among them. The area is not a fact here: it chooses the pack."""


def with_one_more(known: SearchStrategy[Facts] = fact_sets) -> SearchStrategy[tuple[Facts, Facts]]:
    """Two sets of facts: the second knows one fact more."""

    def more(facts: Facts) -> SearchStrategy[tuple[Facts, Facts]]:
        unknown = [fact for fact in ASKED if fact not in facts] or ["incident_on"]
        learnt = st.sampled_from(unknown).flatmap(lambda fact: st.tuples(st.just(fact), one_value(fact)))
        return learnt.map(lambda new: (facts, {**facts, new[0]: facts.get(new[0], new[1])}))

    return known.flatmap(more)
