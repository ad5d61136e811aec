#!/usr/bin/python3
"""Reads an Atom feed with feedparser (Debian's python3-feedparser) and says as JSON what a feed reader makes of it.

Strict: a feed that is not well-formed, has another format, or lacks what RFC 4287 asks for (sections 4.1.1, 4.1.2) ends with 1.
"""
import json
import sys

import feedparser


def fail(words):
    print(words)
    sys.exit(1)


def asked_for(what, name):
    for member in ("id", "title", "updated", "updated_parsed"):
        if not what.get(member):
            fail(f"{name} has no {member}")


with open(sys.argv[1], "rb") as file:
    bytes_of_feed = file.read()
read = feedparser.parse(bytes_of_feed, sanitize_html=False,
                        response_headers={"content-type": "application/atom+xml; charset=utf-8"})
if read.bozo:
    fail(f"not well-formed: {read.bozo_exception}")
if read.version != "atom10":
    fail(f"format {read.version}")
asked_for(read.feed, "the feed")
if not any(link.rel == "self" for link in read.feed.links):
    fail("the feed does not say its own address")
if not read.feed.get("author"):
    fail("the feed has no author, and its entries have none either")
entries = []
for entry in read.entries:
    asked_for(entry, "an entry")
    if len(entry.content) != 1 or entry.content[0].type != "text/plain":
        fail("an entry without one content of plain text")
    entries.append({"id": entry.id, "title": entry.title, "link": entry.link, "updated": entry.updated,
                    "content": entry.content[0].value})
if len({entry["id"] for entry in entries}) != len(entries):
    fail("two entries with one id")
print(json.dumps({"id": read.feed.id, "title": read.feed.title, "language": read.feed.get("language", ""),
                  "entries": entries}))
