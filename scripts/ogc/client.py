"""Requests to the API under test, and the list of tests with what became of them."""

import json
import urllib.error
import urllib.parse
import urllib.request

# What a test may wait for one answer, in seconds.
PATIENCE = 60

# Parameters that are no names in Python.
DASHED = {"bbox_crs": "bbox-crs", "filter_lang": "filter-lang", "filter_crs": "filter-crs"}

tests = []


class Failed(Exception):
    """What does not conform."""


def test(part, number, name):
    """Enters a function as an abstract test of a part of the standard, by the number
    and name its annex gives it."""

    def enter(function):
        tests.append((part, number, name, function))
        return function

    return enter


def need(condition, message):
    if not condition:
        raise Failed(message)


class Answer:
    def __init__(self, url, status, headers, body):
        self.url, self.status, self.headers, self.body = url, status, headers, body

    @property
    def media(self):
        return self.headers.get("Content-Type", "")

    def json(self):
        try:
            return json.loads(self.body)
        except ValueError:
            raise Failed(f"{self.url} is no JSON: {self.body[:80]!r}") from None

    def want(self, status=200, media=None):
        need(self.status == status, f"{self.url} answers {self.status}, not {status}")
        if media:
            need(self.media.startswith(media), f"{self.url} is {self.media!r}, not {media}")
        return self


class API:
    """An API by the address of its landing page; token is an API key, or empty."""

    def __init__(self, root, token=""):
        self.root, self.token, self.requests = root.rstrip("/"), token, 0

    def get(self, path, accept=None, **parameters):
        """Gets a path below the landing page, or an absolute address."""
        url = path if "://" in path else self.root + path
        if parameters:
            named = {DASHED.get(k, k): v for k, v in parameters.items()}
            url += ("&" if "?" in url else "?") + urllib.parse.urlencode(named)
        return self.send("GET", url, accept)

    def send(self, method, url, accept=None):
        request = urllib.request.Request(url, method=method, headers={"User-Agent": "check-ogc"})
        if accept:
            request.add_header("Accept", accept)
        if self.token:
            request.add_header("Authorization", "Bearer " + self.token)
        self.requests += 1
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return Answer(url, answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as refused:
            return Answer(url, refused.code, refused.headers, refused.read())

    def collections(self):
        """The collections that hold something."""
        return [c for c in self.get("/collections").want().json()["collections"] if "extent" in c]

    def items(self, collection, **parameters):
        answer = self.get(f"/collections/{collection['id']}/items", **parameters)
        return answer.want(200, "application/geo+json").json()


def links(document, relation):
    return [link for link in document.get("links", []) if link.get("rel") == relation]
