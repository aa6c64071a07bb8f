"""The abstract tests of Part 2 (OGC 18-058r1, Annex A)."""

import re

from client import need, test
from core import CRS84, links, positions

PART = "Part 2"
EPSG = "http://www.opengis.net/def/crs/EPSG/0/"
LATLON = EPSG + "4326"
# Where the grids of the national system are, north of the equator.
METRES = (100_000, 1_000_000)


@test(PART, 1, "/conf/crs/crs-uri")
def crs_uri(api):
    document = api.get("/collections").json()
    for c in document["collections"]:
        for uri in systems(document, c):
            need(re.fullmatch(r"http://www\.opengis\.net/def/crs/(OGC/1\.3/CRS84|EPSG/0/\d{4,5})", uri), f"{c['id']}: {uri}")


@test(PART, 2, "/conf/crs/fc-md-crs-list")
def crs_list(api):
    document = api.get("/collections").json()
    for c in document["collections"]:
        need(systems(document, c)[0] == CRS84, f"{c['id']}: CRS84 is not the first")
        need(systems(document, api.get("/collections/" + c["id"]).json()) == systems(document, c), f"{c['id']}: its own list differs")


@test(PART, 3, "/conf/crs/storageCrs")
def storage_crs(api):
    document = api.get("/collections").json()
    for c in document["collections"]:
        need(c["storageCrs"] in systems(document, c), f"{c['id']}: {c['storageCrs']} is not in the list")


@test(PART, 4, "/conf/crs/crs-parameter")
def crs_parameter(api):
    document = api.get("/collections").json()
    for c in api.collections():
        stored = api.items(c, limit=2)
        for uri in systems(document, c):
            page = api.get(f"/collections/{c['id']}/items", crs=uri, limit=2).want()
            need([f["id"] for f in page.json()["features"]] == [f["id"] for f in stored["features"]], f"{c['id']}: other features in {uri}")


@test(PART, 5, "/conf/crs/crs-parameter-invalid")
def crs_invalid(api):
    for c in api.collections():
        for wrong in ("nonsense", EPSG + "1", LATLON + "x"):
            api.get(f"/collections/{c['id']}/items", crs=wrong).want(400)


@test(PART, 6, "/conf/crs/crs-parameter-default")
def crs_default(api):
    for c in api.collections():
        bare, named = api.items(c, limit=3), api.items(c, limit=3, crs=CRS84)
        need(bare["features"] == named["features"], f"{c['id']}: CRS84 by name gives others than without")


@test(PART, 7, "/conf/crs/crs-response")
def crs_response(api):
    """Content-Crs names the system, and positions are in its order of axes."""
    for c in api.collections():
        stored = [p for f in api.items(c, limit=3)["features"] for p in positions(f["geometry"])]
        for uri in (CRS84, LATLON, EPSG + "9210"):
            answer = api.get(f"/collections/{c['id']}/items", crs=uri, limit=3).want()
            need(answer.headers["Content-Crs"] == f"<{uri}>", f"{c['id']}: Content-Crs is {answer.headers['Content-Crs']}")
            given = [p for f in answer.json()["features"] for p in positions(f["geometry"])]
            need(len(given) == len(stored), f"{c['id']}: {len(given)} positions of {len(stored)} in {uri}")
            for (x, y), (lon, lat) in zip(given, stored):
                fits = {CRS84: (x, y) == (lon, lat), LATLON: (x, y) == (lat, lon)}.get(uri, x > METRES[0] and y > METRES[1] * 0.5)
                need(fits, f"{c['id']}: {lon}, {lat} is {x}, {y} in {uri}")
        one = api.items(c, limit=1)["features"][0]["id"]
        answer = api.get(f"/collections/{c['id']}/items/{one}", crs=LATLON).want()
        need(answer.headers["Content-Crs"] == f"<{LATLON}>", f"{c['id']}/{one}: Content-Crs")


@test(PART, 8, "/conf/crs/bbox-crs-parameter")
def bbox_crs(api):
    for c in api.collections():
        west, south, east, north = middle(c)
        stored = api.items(c, bbox=f"{west},{south},{east},{north}", limit=100)
        swapped = api.items(c, bbox=f"{south},{west},{north},{east}", bbox_crs=LATLON, limit=100)
        need([f["id"] for f in stored["features"]] == [f["id"] for f in swapped["features"]], f"{c['id']}: another box in latitude, longitude")
        # round about a feature on a grid is that feature
        one = api.get(f"/collections/{c['id']}/items", crs=EPSG + "9210", limit=1).json()["features"][0]
        places = list(positions(one["geometry"]))
        xs, ys = [x for x, _ in places], [y for _, y in places]
        box = f"{min(xs) - 1},{min(ys) - 1},{max(xs) + 1},{max(ys) + 1}"
        found = api.items(c, bbox=box, bbox_crs=EPSG + "9210", limit=1000)["features"]
        need(one["id"] in [f["id"] for f in found], f"{c['id']}/{one['id']} is not in the box about it on the grid")


@test(PART, 9, "/conf/crs/bbox-crs-parameter-invalid")
def bbox_crs_invalid(api):
    for c in api.collections():
        api.get(f"/collections/{c['id']}/items", bbox="1,2,3,4", bbox_crs="nonsense").want(400)


@test(PART, 10, "/conf/crs/bbox-crs-parameter-default")
def bbox_crs_default(api):
    for c in api.collections():
        box = ",".join(map(str, middle(c)))
        bare, named = api.items(c, bbox=box, limit=50), api.items(c, bbox=box, bbox_crs=CRS84, limit=50)
        need(bare["features"] == named["features"], f"{c['id']}: CRS84 by name gives others than without")


@test(PART, "", "/conf/crs/next-keeps-the-crs")
def next_keeps(api):
    """Not of the annex: a page after the first is in the system of the first."""
    c = next(c for c in api.collections() if c["id"] == "poles")
    page = api.items(c, crs=LATLON, limit=1)
    answer = api.get(links(page, "next")[0]["href"]).want()
    need(answer.headers["Content-Crs"] == f"<{LATLON}>", "the second page is in another")


def systems(document, collection):
    """The systems of a collection; #/crs stands for those of the document."""
    out = []
    for uri in collection["crs"]:
        out.extend(document["crs"] if uri == "#/crs" else [uri])
    return out


def middle(collection):
    """The middle half of a collection's extent."""
    west, south, east, north = collection["extent"]["spatial"]["bbox"][0]
    return west + (east - west) / 4, south + (north - south) / 4, east - (east - west) / 4, north - (north - south) / 4
