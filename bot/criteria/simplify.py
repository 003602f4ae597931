"""The same condition with fewer parts: definitions filled in, nested `all` and `any` opened up, tests joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bot.guidance.expression import All, Any, Expression, Is, Not, Ref


def simplify(condition: Expression, definitions: Mapping[str, Expression]) -> Expression:
    """A condition that rests on the same facts in the same way, without references.

    Under `any`, tests of one fact become one: it is one of these values or one of those.
    """
    match condition:
        case Ref(name):
            return simplify(definitions[name], definitions)
        case Not(part):
            return Not(simplify(part, definitions))
        case All(parts):
            return All(tuple(_opened(All, (simplify(part, definitions) for part in parts))))
        case Any(parts):
            return Any(tuple(_joined(_opened(Any, (simplify(part, definitions) for part in parts)))))
        case leaf:
            return leaf


def _opened(kind: type[All] | type[Any], parts: Iterable[Expression]) -> Iterator[Expression]:
    for part in parts:
        if isinstance(part, kind):
            yield from part.parts
        else:
            yield part


def _joined(parts: Iterable[Expression]) -> Iterator[Expression]:
    values: dict[str, tuple[str, ...]] = {}
    for part in parts:
        if isinstance(part, Is):
            values[part.fact] = values.get(part.fact, ()) + part.values
        else:
            yield part
    yield from (Is(fact, some) for fact, some in values.items())
