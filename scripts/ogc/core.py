"""The abstract tests of Part 1 (OGC 17-069r4, Annex A)."""

import datetime
import math
import re

from client import links, need, test

PART = "Part 1"
CORE = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"


@test(PART, 1, "/ats/core/http")
def http(api):
    need(api.get("/conformance").status == 200, "no answer over HTTP/1.1")
    need(api.send("HEAD", api.root + "/conformance").status == 200, "HEAD is refused")
    need(api.send("DELETE", api.root + "/conformance").status == 405, "a method that is none is not refused with 405")


@test(PART, 2, "/ats/core/crs84")
def crs84(api):
    """Unless asked otherwise positions are longitude, latitude: within the extent."""
    for c in api.collections():
        west, south, east, north = c["extent"]["spatial"]["bbox"][0]
        need(c["extent"]["spatial"].get("crs", CRS84) == CRS84, f"{c['id']}: the extent is not in CRS84")
        for f in api.items(c, limit=20)["features"]:
            for x, y in positions(f["geometry"]):
                need(west <= x <= east and south <= y <= north, f"{c['id']}/{f['id']} lies at {x}, {y}, outside of the extent")


@test(PART, 3, "/ats/core/root-op")
def root_op(api):
    api.get("/").want(200, "application/json")
    api.get("").want(200, "application/json")


@test(PART, 4, "/ats/core/root-success")
def root_success(api):
    landing = api.get("/").want().json()
    need(links(landing, "service-desc") or links(landing, "service-doc"), "no link service-desc or service-doc")
    for relation in ("conformance", "data"):
        need(links(landing, relation), f"no link {relation}")


@test(PART, 5, "/ats/core/api-definition-op")
def api_definition_op(api):
    for relation in ("service-desc", "service-doc"):
        for link in links(api.get("/").json(), relation):
            api.get(link["href"], accept=link["type"]).want(200, link["type"].split(";")[0])


@test(PART, 6, "/ats/core/api-definition-success")
def api_definition_success(api):
    link = [link for link in links(api.get("/").json(), "service-desc") if link["type"] == OPENAPI]
    need(link, f"no link service-desc of type {OPENAPI}")
    document = api.get(link[0]["href"]).want(200, OPENAPI).json()
    need(document["openapi"].startswith("3.0"), "it is not OpenAPI 3.0")


@test(PART, 7, "/ats/core/conformance-op")
def conformance_op(api):
    for link in links(api.get("/").json(), "conformance"):
        api.get(link["href"]).want(200, "application/json")


@test(PART, 8, "/ats/core/conformance-success")
def conformance_success(api):
    classes = api.get("/conformance").json()["conformsTo"]
    need(CORE + "core" in classes, "core is not declared")
    need(len(classes) == len(set(classes)), "a class is declared twice")


@test(PART, 9, "/ats/core/fc-md-op")
def collections_op(api):
    for link in links(api.get("/").json(), "data"):
        api.get(link["href"]).want(200, "application/json")


@test(PART, 10, "/ats/core/fc-md-success")
def collections_success(api):
    document = api.get("/collections").json()
    own_links(document, "/collections")
    need(document["collections"], "there are no collections")
    for c in document["collections"]:
        check_collection(c)


@test(PART, 11, "/ats/core/sfc-md-op")
def collection_op(api):
    for c in api.get("/collections").json()["collections"]:
        api.get("/collections/" + c["id"]).want(200, "application/json")
    api.get("/collections/no-such-collection").want(404)


@test(PART, 12, "/ats/core/sfc-md-success")
def collection_success(api):
    for c in api.get("/collections").json()["collections"]:
        alone = api.get("/collections/" + c["id"]).json()
        check_collection(alone)
        own_links(alone, c["id"])
        for key in ("id", "title", "description", "itemType", "extent"):
            need(alone.get(key) == c.get(key), f"{c['id']}: {key} is not as among the collections")


@test(PART, 13, "/ats/core/fc-op")
def items_op(api):
    for c in api.collections():
        for link in links(c, "items"):
            need(link["href"].startswith(f"{api.root}/collections/{c['id']}/items"), f"{c['id']}: items are at {link['href']}")
            api.get(link["href"]).want(200, link["type"])


@test(PART, 14, "/ats/core/fc-bbox-definition")
def bbox_definition(api):
    for c, p in parameters(api, "bbox"):
        schema = p["schema"]
        need(schema["type"] == "array" and schema["items"]["type"] == "number", f"{c}: bbox is {schema}")
        need(p.get("explode", True) is False and p.get("style", "form") == "form", f"{c}: bbox is not form, not exploded")


@test(PART, 15, "/ats/core/fc-bbox-response")
def bbox_response(api):
    for c in api.collections():
        west, south, east, north = c["extent"]["spatial"]["bbox"][0]
        need(api.items(c, bbox=f"{west},{south},{east},{north}", limit=1)["numberMatched"] > 0, f"{c['id']}: its extent takes nothing")
        box = (west + (east - west) / 4, south + (north - south) / 4, east - (east - west) / 4, north - (north - south) / 4)
        for f in api.items(c, bbox=",".join(map(str, box)), limit=100)["features"]:
            need(boxes_meet(positions(f["geometry"]), box), f"{c['id']}/{f['id']} lies outside of the box {box}")
        need(api.items(c, bbox="-20,-20,-10,-10", limit=1)["numberMatched"] == 0, f"{c['id']}: a box in the Atlantic takes something")
        heights = api.items(c, bbox=f"{west},{south},-100,{east},{north},9000", limit=1)
        need(heights["numberMatched"] > 0, f"{c['id']}: a box with heights takes nothing")
        across = api.items(c, bbox="177,-30,-177,30", limit=1)
        need(across["numberMatched"] == 0, f"{c['id']}: a box over the antimeridian takes something")


@test(PART, 16, "/ats/core/fc-limit-definition")
def limit_definition(api):
    for c, p in parameters(api, "limit"):
        schema = p["schema"]
        need(schema["type"] == "integer" and schema["minimum"] >= 0 and schema["maximum"] >= schema["default"] >= schema["minimum"], f"{c}: limit is {schema}")
        need(p.get("explode", True) is False and p["required"] is False, f"{c}: limit is exploded or required")


@test(PART, 17, "/ats/core/fc-limit-response")
def limit_response(api):
    for c in api.collections():
        for limit in (1, 7):
            page = api.items(c, limit=limit)
            need(len(page["features"]) == min(limit, page["numberMatched"]), f"{c['id']}: {len(page['features'])} features at limit {limit}")
        need(api.get(f"/collections/{c['id']}/items", limit=1_000_000).status == 200, f"{c['id']}: a limit over the maximum is refused")


@test(PART, 18, "/ats/core/fc-time-definition")
def time_definition(api):
    for c, p in parameters(api, "datetime"):
        need(p["schema"]["type"] == "string" and p.get("explode", True) is False, f"{c}: datetime is {p}")


@test(PART, 19, "/ats/core/fc-time-response")
def time_response(api):
    for c in api.collections():
        day = "2023-06-30"
        spans = [(day, 200), (day + "T12:00:00Z", 200), (f"2020-01-01/{day}", 200), (f"../{day}", 200), (f"{day}/..", 200), (f"/{day}", 200), ("x", 400), (f"{day}/2020-01-01", 400)]
        for value, status in spans:
            api.get(f"/collections/{c['id']}/items", datetime=value, limit=1).want(status)
        for f in api.items(c, datetime=day, limit=50)["features"]:
            p = f["properties"]
            begin = p.get("operating_from") or p.get("on_air_from") or p.get("valid_from")
            end = p.get("operating_to") or p.get("on_air_to") or p.get("valid_to") or p.get("removed_on")
            need((begin is None or begin <= day) and (end is None or day < end), f"{c['id']}/{f['id']} was not on {day}: {begin} to {end}")


@test(PART, 20, "/ats/core/query-param-unknown")
def unknown_parameter(api):
    for path in ("/", "/conformance", "/collections"):
        api.get(path, nonsense="1").want(400)
    for c in api.collections():
        api.get(f"/collections/{c['id']}/items", nonsense="1").want(400)


@test(PART, 21, "/ats/core/query-param-invalid")
def invalid_parameter(api):
    for c in api.collections():
        for wrong in ({"limit": "x"}, {"limit": 0}, {"bbox": "1,2,3"}, {"bbox": "a,b,c,d"}, {"datetime": "yesterday"}):
            api.get(f"/collections/{c['id']}/items", **wrong).want(400)


@test(PART, 22, "/ats/core/fc-response")
def items_response(api):
    for c in api.collections():
        page = api.items(c)
        need(page["type"] == "FeatureCollection" and isinstance(page["features"], list), f"{c['id']}: no FeatureCollection")


@test(PART, 23, "/ats/core/fc-links")
def items_links(api):
    for c in api.collections():
        page = api.items(c, limit=3)
        own_links(page, c["id"])
        seen, count = set(), 0
        for _ in range(3):
            ids = [f["id"] for f in page["features"]]
            need(not seen & set(ids), f"{c['id']}: a feature comes twice")
            seen, count = seen | set(ids), count + len(ids)
            following = links(page, "next")
            if not following:
                need(count == page["numberMatched"], f"{c['id']}: no next after {count} of {page['numberMatched']}")
                break
            need(following[0]["href"].startswith("http"), f"{c['id']}: next is not absolute")
            page = api.get(following[0]["href"]).want().json()


@test(PART, 24, "/ats/core/fc-timeStamp")
def time_stamp(api):
    for c in api.collections():
        stamp = datetime.datetime.fromisoformat(api.items(c, limit=1)["timeStamp"].replace("Z", "+00:00"))
        away = abs((datetime.datetime.now(datetime.timezone.utc) - stamp).total_seconds())
        need(away < 60, f"{c['id']}: timeStamp is {away:.0f} s away")


@test(PART, 25, "/ats/core/fc-numberMatched")
def number_matched(api):
    for c in api.collections():
        page = api.items(c, limit=10_000)
        pages, matched = len(page["features"]), page["numberMatched"]
        while links(page, "next"):
            page = api.get(links(page, "next")[0]["href"]).want().json()
            pages += len(page["features"])
        need(pages == matched, f"{c['id']}: {matched} match, the pages have {pages}")


@test(PART, 26, "/ats/core/fc-numberReturned")
def number_returned(api):
    for c in api.collections():
        page = api.items(c, limit=7)
        need(page["numberReturned"] == len(page["features"]), f"{c['id']}: numberReturned is {page['numberReturned']}")


@test(PART, 27, "/ats/core/f-op")
def feature_op(api):
    for c in api.collections():
        one = api.items(c, limit=1)["features"][0]
        api.get(f"/collections/{c['id']}/items/{one['id']}").want(200, "application/geo+json")
        api.get(f"/collections/{c['id']}/items/no-such-feature").want(404)


@test(PART, 28, "/ats/core/f-success")
def feature_success(api):
    for c in api.collections():
        one = api.items(c, limit=1)["features"][0]
        alone = api.get(f"/collections/{c['id']}/items/{one['id']}").json()
        for key in ("type", "id", "geometry", "properties"):
            need(alone[key] == one[key], f"{c['id']}/{one['id']}: {key} is not as on the page")


@test(PART, 29, "/ats/core/f-links")
def feature_links(api):
    for c in api.collections():
        one = api.items(c, limit=1)["features"][0]
        alone = api.get(f"/collections/{c['id']}/items/{one['id']}").json()
        own_links(alone, c["id"])
        need(links(alone, "collection"), f"{c['id']}: no link collection")


@test(PART, "", "/ats/geojson/definition")
def geojson_definition(api):
    for c in api.collections():
        page = api.get(f"/collections/{c['id']}/items", accept="application/geo+json", limit=1)
        page.want(200, "application/geo+json")


@test(PART, "", "/ats/geojson/content")
def geojson_content(api):
    """As RFC 7946 and its clients want it: one geometry type, every property on
    every feature, ids that are texts."""
    for c in api.collections():
        features = api.items(c, limit=500)["features"]
        kinds = {f["geometry"]["type"] for f in features if f["geometry"]}
        need(len(kinds) == 1, f"{c['id']}: geometries are {kinds}")
        need(len({tuple(f["properties"]) for f in features}) == 1, f"{c['id']}: not every feature has every property")
        for f in features:
            need(f["type"] == "Feature" and isinstance(f["id"], str) and "id" not in f["properties"], f"{c['id']}: {f['id']} as a feature")
            need(all(math.isfinite(x) and math.isfinite(y) for x, y in positions(f["geometry"])), f"{c['id']}/{f['id']}: a position is no number")


@test(PART, "", "/ats/html/definition")
def html_definition(api):
    for path in html_paths(api):
        api.get(path, accept="text/html").want(200, "text/html")


@test(PART, "", "/ats/html/content")
def html_content(api):
    for path in html_paths(api):
        page = api.get(path, accept="text/html").body.decode()
        need(re.match(r"<!doctype html>", page, re.I) and "<title>" in page and "</html>" in page, f"{path}: no page")
        need("<script" not in page, f"{path}: a script")


@test(PART, "", "/ats/oas30/oas-definition-1")
def oas_definition(api):
    document = api.get("/api", accept=OPENAPI).want(200, OPENAPI).json()
    for c in api.collections():
        for below in ("", "/items", "/items/{featureId}"):
            need(f"/collections/{c['id']}{below}" in document["paths"], f"{c['id']}{below} is not described")


@test(PART, "", "/ats/oas30/oas-definition-2")
def oas_valid(api):
    """Every reference of the document leads somewhere, every operation has a name
    of its own and answers."""
    document = api.get("/api").json()
    names = set()
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method == "parameters":
                continue
            need(operation["operationId"] not in names and any(s.startswith("2") for s in operation["responses"]), f"{method} {path}")
            names.add(operation["operationId"])
            for p in operation.get("parameters", []):
                resolve(document, p)


@test(PART, "", "/ats/oas30/completeness")
def oas_completeness(api):
    for c, p in parameters(api, "limit", "bbox", "datetime"):
        need(p["in"] == "query", f"{c}: {p['name']} is in {p['in']}")


@test(PART, "", "/ats/oas30/exceptions-codes")
def oas_exceptions(api):
    for answer in (api.get("/collections/no-such"), api.get("/collections", nonsense=1)):
        need(answer.media == "application/problem+json" and answer.json()["status"] == answer.status, f"{answer.url}: {answer.media}")


def html_paths(api):
    yield from ("/", "/conformance", "/collections", "/api.html")
    for c in api.collections():
        one = api.items(c, limit=1)["features"][0]["id"]
        yield from (f"/collections/{c['id']}", f"/collections/{c['id']}/items", f"/collections/{c['id']}/items/{one}")


def own_links(document, where):
    need(links(document, "self"), f"{where}: no link self")
    need(links(document, "alternate"), f"{where}: no link alternate")
    for link in document["links"]:
        need(link.get("href") and link.get("rel") and link.get("type"), f"{where}: link {link}")


def check_collection(c):
    need(c["id"] and c["title"], f"{c} has no id or title")
    need(c["itemType"] == "feature", f"{c['id']}: itemType is {c['itemType']}")
    need({link["type"] for link in links(c, "items")} >= {"application/geo+json", "text/html"}, f"{c['id']}: no link items for each encoding")
    if "extent" in c:
        west, south, east, north = c["extent"]["spatial"]["bbox"][0]
        need(-180 <= west <= east <= 180 and -90 <= south <= north <= 90, f"{c['id']}: the extent is {c['extent']}")


def resolve(document, node):
    if "$ref" not in node:
        return node
    for step in node["$ref"].removeprefix("#/").split("/"):
        document = document.get(step)
        need(document is not None, f"{node['$ref']} leads nowhere")
    return document


def parameters(api, *names):
    """The named parameters of every collection's items, as the document has them."""
    document = api.get("/api").json()
    for c in api.collections():
        of = [resolve(document, p) for p in document["paths"][f"/collections/{c['id']}/items"]["get"]["parameters"]]
        for name in names:
            found = [p for p in of if p["name"] == name]
            need(len(found) == 1, f"{c['id']}: {len(found)} parameters {name}")
            yield c["id"], found[0]


def positions(geometry):
    """Every position of a GeoJSON geometry."""
    if geometry is None:
        return
    todo = [geometry["coordinates"]]
    while todo:
        node = todo.pop()
        if node and isinstance(node[0], (int, float)):
            yield node[0], node[1]
        else:
            todo.extend(node)


def boxes_meet(places, box):
    """Whether the box of positions meets a box, within the single precision in which
    a database compares boxes."""
    places, edge = list(places), 1e-5
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return min(xs) <= box[2] + edge and max(xs) >= box[0] - edge and min(ys) <= box[3] + edge and max(ys) >= box[1] - edge
