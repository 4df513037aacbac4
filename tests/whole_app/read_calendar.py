"""Reads calendar files one after the other, as a calendar takes them in, and says what it then holds.

A later entry takes the place of an earlier one with the same UID, unless its SEQUENCE is lower. What is
written to the standard output is JSON: the entries by UID, and how many there were in each file.
"""

import json
import sys

import icalendar


def main():
    held, counts, zones = {}, [], []
    for path in sys.argv[1:]:
        with open(path, "rb") as file:
            calendar = icalendar.Calendar.from_ical(file.read())
        for part in calendar.walk():
            if part.errors:
                sys.exit(f"{path}: {part.errors}")
        events = calendar.walk("VEVENT")
        counts.append(len(events))
        zones.append([str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")])
        for event in events:
            uid = str(event["UID"])
            entry = {
                "sequence": int(event["SEQUENCE"]),
                "stamp": event.decoded("DTSTAMP").isoformat(),
                "title": str(event["SUMMARY"]),
                "from": event.decoded("DTSTART").isoformat(),
                "to": event.decoded("DTEND").isoformat(),
                "zone": event["DTSTART"].params.get("TZID", ""),
                "place": str(event.get("LOCATION", "")),
                "text": str(event.get("DESCRIPTION", "")),
                "status": str(event["STATUS"]),
            }
            if uid not in held or held[uid]["sequence"] <= entry["sequence"]:
                held[uid] = entry
    json.dump({"entries": held, "counts": counts, "zones": zones}, sys.stdout)


main()
