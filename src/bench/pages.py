"""CPU of a serving process for each page printed anew: pages.py PORT PID REQUESTS ROUNDS.

Make the archive with org.slugline.story.Archive, serve it with --no-poll. Every request has another
query string, so that no kept page fits; the process's own clock has steps of 10 ms.
"""

import gzip
import http.client
import re
import sys

port, pid, requests, rounds = map(int, sys.argv[1:5])
connection = http.client.HTTPConnection("127.0.0.1", port)


def get(path):
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    return answer.status, answer.read()


def first(page, pattern):
    return re.search(pattern, gzip.decompress(get(page)[1]).decode()).group(1)


def cpu():
    fields = open(f"/proc/{pid}/stat").read().split()
    return (int(fields[13]) + int(fields[14])) * 10.0


paths = [
    "/",
    first("/stories", r'href="[^"]*(/stories/(?!feed)[^"/]+)"'),
    "/outlets/1",
    first("/articles", r'href="[^"]*(/articles/[^"/]+)"'),
    "/stories",
    "/wire",
]
asked = 0
for _ in range(rounds):
    for path in paths:
        before = cpu()
        for _ in range(requests):
            asked += 1
            status, body = get(f"{path}?x={asked}")
            assert status == 200, (path, status)
        print(f"{path} {(cpu() - before) / requests:.2f} ms {len(body)} bytes")
    print()
