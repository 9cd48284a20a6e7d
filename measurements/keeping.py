"""Where a visitor's measurements stay: a guest's in her session, a customer's in her account."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from math import inf
from typing import Any, Final, Literal, NamedTuple, TypedDict, cast

from django.db import transaction
from django.http import HttpRequest

from measurements.asking import CROSSED, IMPOSSIBLE, contradictions, crossed
from measurements.body import Body
from measurements.definitions import DEFINITIONS, REQUIRED
from measurements.looking import Seen, still_true
from measurements.models import Profile, ProfileChange
from measurements.profiles import add, choose, chosen, delete, look_again, profiles_of
from measurements.statistics import complete
from measurements.units import SYSTEMS, System

SESSION_KEY: Final = "measurements"
FIRST_NAME: Final = "Me"
GUEST_NAME: Final = "Entered as a guest"
FURTHEST: Final = 0.06
"""Of a girth or of her height: two readings of one woman's waist may lie 53 mm apart (a standard error of
19 mm, Barrios 2016), which is 6 to 7 % of most."""
_CACHE: Final = "_kept_measurements"


class Taken(TypedDict):
    """How a value came that nobody measured: from a chart or a garment, with its standard error."""

    way: Literal["size", "garment"]
    error: float


@dataclass(frozen=True)
class Kept:
    """What is kept of one body. A value that `how` does not name was measured; `readings` are those of
    what was measured twice (mm), `seen` what she has looked at and kept."""

    values: Mapping[str, float] = field(default_factory=dict)
    how: Mapping[str, Taken] = field(default_factory=dict)
    unit: System = "cm"
    place: str = ""
    readings: Mapping[str, Sequence[float]] = field(default_factory=dict)
    seen: Seen = field(default_factory=dict)

    @property
    def measured(self) -> dict[str, float]:
        return {name: value for name, value in self.values.items() if name not in self.how}

    @property
    def missing(self) -> list[str]:
        """Those of the required four that are not there."""
        return [name for name in REQUIRED if name not in self.values]

    @property
    def body(self) -> Body | None:
        """The whole body; what was taken from a chart or a garment counts as estimated."""
        if self.missing:
            return None
        return complete(self.values, errors={name: how["error"] for name, how in self.how.items()})


def kept(request: HttpRequest) -> Kept:
    """All that is kept of the body she works with; empty when nothing yet. Once a request."""
    found: Kept | None = getattr(request, _CACHE, None)
    if found is None:
        profile = chosen(request)
        found = of_profile(profile) if profile else _of_session(request)
        setattr(request, _CACHE, found)
    return found


def kept_values(request: HttpRequest) -> dict[str, float]:
    """What the visitor entered, by name, in mm, degrees or kg; empty when nothing yet."""
    return dict(kept(request).values)


def kept_unit(request: HttpRequest) -> System:
    """The unit she measures in."""
    return kept(request).unit


def kept_body(request: HttpRequest) -> Body | None:
    """Her whole body, the rest estimated; None until the required four are there."""
    return kept(request).body


def keep(request: HttpRequest, values: Mapping[str, float], unit: System, way: str = "all") -> None:
    """Keep `values` in place of whatever was kept before. Those that were taken from a chart or a
    garment, and stand as they were, are still no measurements."""

    def change(before: Kept) -> Kept:
        clean = _clean(values)
        how = {n: h for n, h in before.how.items() if clean.get(n) == before.values.get(n)}
        return _tidied(before, replace(before, values=clean, how=how, unit=unit))

    _write(request, change, way)


def keep_more(
    request: HttpRequest,
    values: Mapping[str, float],
    unit: System,
    way: str,
    errors: Mapping[str, float] | None = None,
) -> None:
    """Keep `values` beside what is kept. Those with a standard error in `errors` were not measured:
    they never take the place of one that was, and give way to any that they contradict."""
    errors = errors or {}

    def change(before: Kept) -> Kept:
        new = {
            name: value
            for name, value in _clean(values).items()
            if name not in errors or name not in before.measured
        }
        taken = cast(
            "dict[str, Taken]",
            {n: {"way": way, "error": round(errors[n], 1)} for n in new if n in errors},
        )
        how = {**{n: h for n, h in before.how.items() if n not in new}, **taken}
        after = replace(before, values={**before.values, **new}, how=how, unit=unit)
        return _tidied(before, _agreeing(after))

    _write(request, change, way)


def keep_readings(
    request: HttpRequest,
    settle: Callable[[Kept], tuple[Mapping[str, Sequence[float]], Mapping[str, float]]],
    unit: System,
) -> None:
    """Keep what `settle` makes of what is kept at this moment, which another device may just have
    changed: the readings of what she measured twice (mm), and the values to go by."""

    def change(before: Kept) -> Kept:
        readings, values = settle(before)
        how = {n: h for n, h in before.how.items() if n not in values}
        new = {**before.values, **_clean(values)}
        read = {**before.readings, **{n: list(r) for n, r in readings.items()}}
        seen = still_true(before.seen, new)
        return _agreeing(replace(before, values=new, how=how, unit=unit, readings=read, seen=seen))

    _write(request, change, "twice")


def keep_seen(request: HttpRequest, seen: Seen) -> None:
    """She has looked at these and says that it is so."""
    _write(request, lambda before: replace(before, seen={**before.seen, **seen}), "all")


def keep_unit(request: HttpRequest, unit: System) -> None:
    """Show everything in that unit from now on; no value changes."""
    _write(request, lambda before: replace(before, unit=unit), "all")


def keep_place(request: HttpRequest, name: str) -> None:
    """Where she goes on when she comes back to measuring one at a time; empty at the end."""
    _write(request, lambda before: replace(before, place=name), "guided")


def forget(request: HttpRequest) -> None:
    """Drop all that is kept of the body she works with."""
    unit = kept_unit(request)
    if profile := chosen(request):
        delete(request, profile)
    request.session.pop(SESSION_KEY, None)
    setattr(request, _CACHE, Kept(unit=unit) if chosen(request) is None else None)


class Adopted(NamedTuple):
    """The profile that holds now what a guest entered; whether it was made for that."""

    profile: Profile
    added: bool


def adopt(request: HttpRequest) -> Adopted | None:
    """Move what a guest entered into the account she has just signed in to; None if there was nothing.

    What she entered last is what she saw her garment drawn on, so it wins. Older entries of the
    account that she did not give again stay. Where the two can hardly be of the same body, it goes to
    another profile of hers that it can be of, else becomes one of its own, and nothing of the older is lost.
    """
    entered = _of_session(request)
    if not request.user.is_authenticated or not entered.values:
        return None
    _forget_cache(request)
    older = chosen(request)
    added = False
    if older and _another_body(of_profile(older), entered):
        if same := _of_same_body(profiles_of(request), entered):
            choose(request, same)
        else:
            add(request, GUEST_NAME, most=inf)  # a full account is no reason not to let her in
            added = True

    def change(before: Kept) -> Kept:
        new = {n: v for n, v in entered.values.items() if n not in entered.how}
        new |= {n: entered.values[n] for n in entered.how if n not in before.measured}
        how = {n: h for n, h in before.how.items() if n not in new}
        how |= {n: entered.how[n] for n in entered.how if n in new}
        after = Kept(
            {**before.values, **new},
            how,
            entered.unit,
            entered.place or before.place,
            {**before.readings, **entered.readings},
            {**before.seen, **entered.seen},
        )
        return _tidied(before, _agreeing(after))

    _write(request, change, "guest")
    profile = chosen(request)
    return Adopted(profile, added) if profile else None


def held_of(user: Any) -> list[dict[str, Any]]:
    """All that an account holds of her measurements, for its owner to take along."""
    return [
        {
            "name": profile.name, "values": profile.values, "not measured": profile.how,
            "readings": profile.readings, "looked at and kept": profile.seen,
            "for the tailor": profile.tailor, "unit shown": profile.unit, "changed": profile.updated,
            "history": [
                {"at": change.at, "way": change.way, "changed": change.changed}
                for change in profile.changes.all()
            ],
        }
        for profile in Profile.objects.filter(user_id=user.pk).prefetch_related("changes")
    ]  # fmt: skip


def of_profile(profile: Profile) -> Kept:
    """What is kept in a profile."""
    return Kept(
        dict(profile.values),
        dict(profile.how),
        cast(System, profile.unit),
        profile.place,
        dict(profile.readings),
        dict(profile.seen),
    )


def _of_session(request: HttpRequest) -> Kept:
    entered = request.session.get(SESSION_KEY) or {}
    unit = entered.get("unit")
    return Kept(
        dict(entered.get("values", {})),
        dict(entered.get("how", {})),
        unit if unit in SYSTEMS else "cm",
        entered.get("place", ""),
        dict(entered.get("readings", {})),
        dict(entered.get("seen", {})),
    )


def _write(request: HttpRequest, change: Callable[[Kept], Kept], way: str) -> None:
    """Change what is kept, from what is kept at this moment, and note what changed."""
    if not request.user.is_authenticated:
        after = change(_of_session(request))
        request.session[SESSION_KEY] = asdict(after)
        setattr(request, _CACHE, after)
        return
    _forget_cache(request)
    profile = chosen(request) or add(request, FIRST_NAME)
    with transaction.atomic():
        fresh = Profile.objects.select_for_update().get(pk=profile.pk)
        before = of_profile(fresh)
        after = change(before)
        for name, value in asdict(after).items():
            setattr(fresh, name, value)
        fresh.save(update_fields=[*asdict(after), "updated"])
        if changed := _changed(before, after):
            ProfileChange.objects.create(profile=fresh, way=way, changed=changed)
    request.session.pop(SESSION_KEY, None)
    _forget_cache(request)


def _another_body(older: Kept, newer: Kept) -> bool:
    """Whether what was measured the one time and the other contradicts itself, or lies further apart than
    tapes and weeks explain."""
    both = [n for n in newer.measured if n in older.measured and n in REQUIRED]
    if any(abs(newer.values[n] - older.values[n]) > FURTHEST * older.values[n] for n in both):
        return True
    together = {**older.measured, **newer.values}
    return any((*contradictions(together, newer.unit), *crossed(together, newer.unit)))


def _of_same_body(profiles: Sequence[Profile], entered: Kept) -> Profile | None:
    """The nearest of them that can be of the body just entered; none that lacks one of the required four,
    which would go with any."""

    def apart(profile: Profile) -> float:
        return sum(abs(profile.values[n] - entered.values[n]) for n in REQUIRED)

    def can_be(profile: Profile) -> bool:
        held = of_profile(profile)
        whole = all(name in held.measured and name in entered.measured for name in REQUIRED)
        return whole and not _another_body(held, entered)

    return min(filter(can_be, profiles), key=apart, default=None)


def _forget_cache(request: HttpRequest) -> None:
    look_again(request)
    setattr(request, _CACHE, None)


def _clean(values: Mapping[str, float]) -> dict[str, float]:
    return {name: float(value) for name, value in values.items() if name in DEFINITIONS}


def _changed(before: Kept, after: Kept) -> dict[str, list[Any]]:
    """Each value before and after, of those that changed or were read again."""
    return {
        name: [before.values.get(name), after.values.get(name)]
        for name in DEFINITIONS
        if before.values.get(name) != after.values.get(name)
        or len(after.readings.get(name, ())) > len(before.readings.get(name, ()))
    }


def _tidied(before: Kept, after: Kept) -> Kept:
    """Without the readings of a value that was changed otherwise, and what she looked at before that."""
    changed = {n for n in DEFINITIONS if before.values.get(n) != after.values.get(n)}
    if not changed:
        return after
    readings = {
        name: read
        for name, read in after.readings.items()
        if name not in changed or read != before.readings.get(name)
    }
    return replace(after, readings=readings, seen=still_true(after.seen, after.values))


def _agreeing(new: Kept) -> Kept:
    """Without those values from a chart or a garment that what was measured contradicts."""
    wrong: set[str] = set()
    for less, more in (*IMPOSSIBLE, *CROSSED):
        if less in new.values and more in new.values and new.values[less] >= new.values[more]:
            wrong |= {name for name in (less, more) if name in new.how}
    if not wrong:
        return new
    return replace(
        new,
        values={n: v for n, v in new.values.items() if n not in wrong},
        how={n: h for n, h in new.how.items() if n not in wrong},
    )
