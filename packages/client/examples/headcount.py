"""A program in Python, with its standard library alone: who works in which department, out of an export as CSV."""

import codecs
import collections
import csv
import json
import os
import time
import urllib.request

URL = os.environ.get("KONTOR_URL", "http://127.0.0.1:4000/graphql")
TOKEN = os.environ["KONTOR_TOKEN"]


def ask(query, **variables):
    body = json.dumps({"query": query, "variables": variables}).encode()
    headers = {"content-type": "application/json", "authorization": f"Bearer {TOKEN}"}
    with urllib.request.urlopen(urllib.request.Request(URL, body, headers)) as answer:
        said = json.load(answer)
    if said.get("errors"):
        raise SystemExit(said["errors"][0]["message"])
    return said["data"]


def accepted(payload):
    for error in payload["userErrors"]:
        raise SystemExit(f"{'.'.join(error['path'])}: {error['message']}")
    return payload


asked = {
    "entity": "Employee",
    "format": "CSV",
    "columns": ["department.name", "lastName", "firstName"],
    "where": {"status": {"eq": "ACTIVE"}},
}
request = """mutation ($input: RequestExportInput!) { requestExport(input: $input) {
  dataExport { id status } userErrors { message path } } }"""
export = accepted(ask(request, input=asked)["requestExport"])["dataExport"]
while export["status"] in ("QUEUED", "RUNNING"):
    time.sleep(0.5)
    export = ask("query ($id: ID!) { dataExport(id: $id) { id status failureText } }", id=export["id"])["dataExport"]
if export["status"] != "READY":
    raise SystemExit(export["failureText"])

link = "mutation ($id: ID!) { downloadExport(input: { dataExportId: $id }) { url userErrors { message path } } }"
url = accepted(ask(link, id=export["id"])["downloadExport"])["url"]
with urllib.request.urlopen(url) as file:
    rows = csv.reader(codecs.iterdecode(file, "utf-8-sig"))
    next(rows)
    people = collections.Counter(department or "no department" for department, *_ in rows)
for department, count in people.items():
    print(f"{department}: {count}")
