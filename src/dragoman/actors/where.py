"""What actors ask of the gazetteer, which stands above them: the country of a place that tells whose a role is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

CountryOf = Callable[[str], str | None]


def nowhere(name: str) -> str | None:
    """The answer of a reader without a gazetteer."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Countries (ISO 3166 alpha-3) by the name of a place.

    `country` is that of the likeliest place of the name; `listed` answers for small towns and divisions too, of a name
    that must be a place where it stands (*Ayodhya police*); `regions` only for first-level divisions, which have
    governments of their own: all countries that have one of the name, the likeliest first.
    """

    country: CountryOf = nowhere
    listed: CountryOf = nowhere
    regions: Callable[[str], tuple[str, ...]] = lambda _: ()


NOWHERE = Places()
