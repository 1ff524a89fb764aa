"""As much of httpx as the seed's clients use, on the standard library."""

import codecs
import contextlib
import http.client
import json as json_module
from urllib.parse import urlsplit

TIMEOUT_SECONDS = 20


class Response:
    def __init__(self, raw):
        self._raw = raw
        self.status_code = raw.status
        self.headers = raw.headers

    def json(self):
        return json_module.loads(self._raw.read().decode("utf-8"))

    def iter_lines(self):
        """Lines as httpx finds them: wherever str.splitlines() does, with the end left out."""
        decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        pending = ""
        while chunk := self._raw.read1(4096):
            pending += decoder.decode(chunk)
            lines = pending.splitlines(keepends=True)
            # The last one may go on, and a carriage return may be half of a line end.
            is_open = bool(lines) and (lines[-1].splitlines() == [lines[-1]] or lines[-1][-1] == "\r")
            pending = lines.pop() if is_open else ""
            for line in lines:
                yield line.splitlines()[0]
        yield from pending.splitlines()


def _send(connection, method, url, json):
    body = None if json is None else json_module.dumps(json)
    headers = {"Accept": "*/*"}
    if body is not None:
        headers["Content-Type"] = "application/json"
    elif method == "POST":
        headers["Content-Length"] = "0"
    parts = urlsplit(url)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    connection.request(method, path, body=body, headers=headers)
    return Response(connection.getresponse())


def post(url, json=None):
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=TIMEOUT_SECONDS)
    return _send(connection, "POST", url, json)


@contextlib.contextmanager
def stream(method, url, json=None):
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=TIMEOUT_SECONDS)
    try:
        yield _send(connection, method, url, json)
    finally:
        connection.close()
