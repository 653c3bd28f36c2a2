#!/usr/bin/env python3
"""Derive the numbers of hotel-booking.toml from the hotel booking event log.

usage: derive_counts.py EVENTS.csv [BOOKINGS.csv] [--check hotel-booking.toml]

EVENTS.csv    case_id, activity, timestamp (day), channel; activities booked, cancelled, no_show, check_in,
              check_out
BOOKINGS.csv  optional, for the revenue of a stay: booking_id, outcome, nights, adr, distribution_channel

Prints counts, waits, shares and check figures in the form in which the journey file holds them. With --check it
compares them with the journey file and exits with status 1 where they differ. Python 3.11 or newer, nothing else.
"""
import collections
import csv
import datetime
import statistics
import sys
import tomllib

PERSONAS = {"Direct": "direct", "TA/TO": "agency", "Corporate": "corporate"}
PERSONA_OF_THE_REST = "agency"  # one booking has the channel "Undefined"; it joins the largest group

# A booking is looked at when it is made and, while it lasts, in four stretches of days since then. Each stretch
# is a touchpoint: who cancels in it leaves there, who arrives in it goes on to the day of arrival.
STRETCHES = [("week", 7), ("month", 30), ("quarter", 90), ("later", None)]


def read_cases(path):
    """One entry per booking: persona, days from booking to each later activity."""
    cases = collections.defaultdict(dict)
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            case = cases[row["case_id"]]
            case[row["activity"]] = datetime.date.fromisoformat(row["timestamp"])
            case["persona"] = PERSONAS.get(row["channel"], PERSONA_OF_THE_REST)
    return list(cases.values())


def days(case, activity, since="booked"):
    # a handful of no-shows are dated before the booking's own day; they count as that day
    return max(0, (case[activity] - case[since]).days)


def stretch_of(day):
    for name, last in STRETCHES:
        if last is None or day <= last:
            return name
    raise AssertionError


def end_of_waiting(case):
    """How the time between booking and stay ended, and after how many days."""
    for activity, target in (("cancelled", "leave"), ("no_show", "arrival"), ("check_in", "arrival")):
        if activity in case:
            return target, days(case, activity)
    raise ValueError(f"booking without an end: {case}")


def count_waiting(cases):
    """{stretch: {target: bookings}}, targets in the order of the journey file."""
    names = [name for name, _ in STRETCHES]
    counts = {name: collections.Counter() for name in names}
    for case in cases:
        target, day = end_of_waiting(case)
        ended_in = stretch_of(day)
        for name, following in zip(names, names[1:] + [None]):
            if name == ended_in:
                counts[name][target] += 1
                break
            counts[name][following] += 1
    order = names[1:] + ["arrival", "leave"]
    return {name: {t: c[t] for t in order if c[t]} for name, c in counts.items()}


def count_arrivals(cases):
    return {
        "check_in": sum("check_in" in c for c in cases),
        "leave": sum("no_show" in c for c in cases),
    }


def law(mean, variance):
    """A wait by its mean and standard deviation in days; without spread a fixed one."""
    return (round(mean, 2), round(max(0.0, variance) ** 0.5, 2))


def derive_waits(cases):
    """{(from, to): (mean, sd)} such that the days of cancelling in each stretch have the log's mean and variance,
    and the days of arriving have its mean, and its variance where that is the larger.

    Customers reach the touchpoint of a stretch when its cancellations happen: the waits between stretches add what
    mean and variance grow by. Who arrives in the stretch waits from there to the day of arrival.
    """
    cancelled, arrived = collections.defaultdict(list), collections.defaultdict(list)
    for case in cases:
        target, day = end_of_waiting(case)
        (cancelled if target == "leave" else arrived)[stretch_of(day)].append(day)
    waits, mean, variance, before = {}, 0.0, 0.0, "book"
    for name, _ in STRETCHES:
        arrival = statistics.fmean(arrived[name])
        # in the first week people arrive a little earlier on average than they cancel: nobody waits less than 0
        reached = min(statistics.fmean(cancelled[name]), arrival)
        spread = statistics.pvariance(cancelled[name])
        waits[before, name] = law(reached - mean, spread - variance)
        waits[name, "arrival"] = law(arrival - reached, statistics.pvariance(arrived[name]) - spread)
        mean, variance, before = reached, spread, name
    stays = [days(c, "check_out", since="check_in") for c in cases if "check_out" in c]
    waits["check_in", "check_out"] = law(statistics.fmean(stays), statistics.pvariance(stays))
    return {key: ((0, 0) if value[0] == 0 else value) for key, value in waits.items()}


def mean_revenue(path):
    """Mean nights x average daily rate of completed stays, by persona and of all, in EUR."""
    amounts = collections.defaultdict(list)
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["outcome"] != "check_out":
                continue
            amount = float(row["nights"]) * float(row["adr"])
            amounts[PERSONAS.get(row["distribution_channel"], PERSONA_OF_THE_REST)].append(amount)
            amounts["all"].append(amount)
    return {name: round(statistics.fmean(values), 2) for name, values in amounts.items()}


def per_year(cases):
    """Bookings a year: all of them over the days on which stays began."""
    began = [c["check_in"] for c in cases if "check_in" in c]
    return round(len(cases) * 365 / ((max(began) - min(began)).days + 1))


def days_to_check_out(cases):
    found = sorted(days(c, "check_out") for c in cases if "check_out" in c)
    at = {f"p{q}": found[len(found) * q // 100] for q in (10, 50, 90)}
    at["mean"] = statistics.fmean(found)
    return {f"days from booking to check-out, {name}": value for name, value in at.items()}


def cancelled_by_day(cases):
    return {f"cancelled by day {day}":
            sum("cancelled" in c and days(c, "cancelled") <= day for c in cases) / len(cases)
            for day in (7, 30, 90, 180, 365)}


def derive(events, bookings):
    cases = read_cases(events)
    groups = {name: [c for c in cases if c["persona"] == name] for name in PERSONAS.values()}
    found = {"shares": {n: round(len(g) / len(cases), 12) for n, g in groups.items()}}
    found["counts"] = {}  # (touchpoint, persona or None): {target: bookings}
    for name, group in [(None, cases), *groups.items()]:
        for touchpoint, counts in count_waiting(group).items():
            found["counts"][touchpoint, name] = counts
        found["counts"]["arrival", name] = count_arrivals(group)
    found["waits"] = derive_waits(cases)
    found["revenue"] = mean_revenue(bookings) if bookings else {}
    found["customers_per_year"] = per_year(cases)
    found["check"] = {
        "bookings": len(cases),
        "completed": sum("check_out" in c for c in cases) / len(cases),
        "cancelled": sum("cancelled" in c for c in cases) / len(cases),
        "no-show": sum("no_show" in c for c in cases) / len(cases),
        **days_to_check_out(cases),
        **cancelled_by_day(cases),
    }
    return found


def print_found(found):
    for name, share in found["shares"].items():
        print(f"persona {name}: share = {share}")
    for (touchpoint, persona), counts in found["counts"].items():
        table = ", ".join(f"{target} = {n}" for target, n in counts.items())
        print(f"{touchpoint}{' for ' + persona if persona else ''}: counts = {{ {table} }}")
    for (start, target), wait in found["waits"].items():
        print(f"wait {start} -> {target}: mean {wait[0]} d, sd {wait[1]} d")
    for name, amount in found["revenue"].items():
        print(f"revenue of a stay, {name}: {amount} EUR")
    print(f"customers_per_year = {found['customers_per_year']}")
    for name, value in found["check"].items():
        print(f"check: {name} {value:.6f}" if isinstance(value, float) else f"check: {name} {value}")


def days_of(text):
    number, unit = text.split()
    assert unit == "d", text
    return float(number)


def law_of(touchpoint, target):
    wait = touchpoint.get("wait", {}).get(target, "0 d")
    if isinstance(wait, dict):
        return days_of(wait["mean"]), days_of(wait["sd"])
    return days_of(wait), 0.0


def differences(found, path):
    with open(path, "rb") as file:
        journey = tomllib.load(file)
    touchpoints = {t["id"]: t for t in journey["touchpoint"]}
    compared = {
        ("customers_per_year",): (found["customers_per_year"], journey["journey"]["customers_per_year"])}
    for persona in journey["persona"]:
        compared["share", persona["id"]] = (found["shares"][persona["id"]], persona["share"])
    for (name, persona), counts in found["counts"].items():
        touchpoint = touchpoints[name]
        given = touchpoint["for"][persona] if persona else touchpoint
        compared["counts", name, persona] = (counts, given["counts"])
    for (name, target), wait in found["waits"].items():
        compared["wait", name, target] = (wait, law_of(touchpoints[name], target))
    for persona, amount in found["revenue"].items():
        touchpoint = touchpoints["check_out"]
        given = touchpoint if persona == "all" else touchpoint["for"][persona]
        compared["revenue", persona] = (amount, given["revenue"])
    return [f"{key}: derived {a}, in the file {b}" for key, (a, b) in compared.items() if a != b]


def main(arguments):
    journey = None
    if "--check" in arguments:
        at = arguments.index("--check")
        journey = arguments[at + 1] if at + 1 < len(arguments) else None
        if journey is None:
            sys.exit(__doc__)
        arguments = arguments[:at] + arguments[at + 2:]
    if len(arguments) not in (1, 2):
        sys.exit(__doc__)
    found = derive(arguments[0], arguments[1] if len(arguments) == 2 else None)
    if journey is None:
        return print_found(found)
    wrong = differences(found, journey)
    sys.exit("\n".join(wrong) if wrong else print(f"{journey} agrees with the data") or 0)


if __name__ == "__main__":
    main(sys.argv[1:])
