"""The abstract tests of Part 3 (OGC 19-079r2, Annex A) and of the parts of Part 5
that are declared."""

import json

from client import links, need, test
from core import CRS84, positions, resolve

PART = "Part 3"
SPEC = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/"
CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/"
QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
LATLON = "http://www.opengis.net/def/crs/EPSG/0/4326"


def declared(api, *classes):
    known = api.get("/conformance").json()["conformsTo"]
    for c in classes:
        need(c in known, f"{c} is not declared")


@test(PART, 1, "/conf/queryables/get-conformance")
def queryables_conformance(api):
    declared(api, SPEC + "queryables")


@test(PART, 2, "/conf/queryables/get-queryables-uris")
def queryables_uris(api):
    for c in api.collections():
        found = links(c, QUERYABLES)
        need(found and found[0]["type"] == "application/schema+json", f"{c['id']}: no link to its queryables")


@test(PART, 3, "/conf/queryables/get-queryables")
def queryables(api):
    for c in api.collections():
        answer = api.get(links(c, QUERYABLES)[0]["href"]).want(200, "application/schema+json")
        schema = answer.json()
        need(schema["$schema"].startswith("https://json-schema.org/draft/") and schema["type"] == "object", f"{c['id']}: {schema['$schema']}")
        need(schema["$id"].startswith("http"), f"{c['id']}: no $id")
        for name, p in schema["properties"].items():
            need("type" in p or "$ref" in p, f"{c['id']}: {name} has no type")


@test(PART, 4, "/conf/queryables-query-parameters/get-conformance")
def parameters_conformance(api):
    declared(api, SPEC + "queryables-query-parameters")


@test(PART, 5, "/conf/queryables-query-parameters/query-param")
def parameters(api):
    """Each queryable is a parameter that takes what equals it."""
    document = api.get("/api").json()
    for c in api.collections():
        described = {resolve(document, p)["name"] for p in document["paths"][f"/collections/{c['id']}/items"]["get"]["parameters"]}
        one = api.items(c, limit=1)["features"][0]
        known = api.get(f"/collections/{c['id']}/queryables").json()["properties"]
        for name, value in {**one["properties"], "id": int(one["id"])}.items():
            if name not in known:
                continue
            need(name in described, f"{c['id']}: {name} is not described")
            if value is None:
                continue
            page = api.items(c, **{"limit": 1, name: json.dumps(value) if isinstance(value, bool) else value, "bbox": box_of(one)})
            need(page["numberMatched"] > 0, f"{c['id']}: {name}={value} takes nothing")


@test(PART, 6, "/conf/filter/get-conformance")
def filter_conformance(api):
    declared(api, SPEC + "filter", CQL2 + "cql2-text", CQL2 + "cql2-json", CQL2 + "basic-cql2")


@test(PART, 7, "/conf/filter/filter-param")
def filter_param(api):
    for c in api.collections():
        one = api.items(c, limit=1)["features"][0]
        code = one["properties"]["code"].replace("'", "''")
        for f in api.items(c, filter=f"code='{code}'")["features"]:
            need(f["properties"]["code"] == one["properties"]["code"], f"{c['id']}: {f['id']} has another code")
        whole = api.items(c, limit=1)["numberMatched"]
        some, others = (api.items(c, limit=1, filter=e)["numberMatched"] for e in (f"code='{code}'", f"NOT (code='{code}')"))
        need(some > 0 and some + others == whole, f"{c['id']}: {some} and {others} of {whole}")
        for wrong in ("code=", "no_such_property=1", "code='", "((code='x')", "code=1"):
            api.get(f"/collections/{c['id']}/items", filter=wrong).want(400)


@test(PART, 8, "/conf/filter/filter-lang-default")
def filter_lang(api):
    for c in api.collections():
        bare = api.items(c, filter="id>0", limit=5)
        named = api.items(c, filter="id>0", filter_lang="cql2-text", limit=5)
        other = api.items(c, filter='{"op":">","args":[{"property":"id"},0]}', filter_lang="cql2-json", limit=5)
        need(bare["features"] == named["features"] == other["features"], f"{c['id']}: the languages differ")
        api.get(f"/collections/{c['id']}/items", filter="id>0", filter_lang="sql").want(400)


@test(PART, 9, "/conf/filter/expression-construction")
def construction(api):
    """A filter, a box and a property must all hold."""
    for c in api.collections():
        one = api.items(c, limit=1)["features"][0]
        both = api.items(c, filter=f"id={one['id']}", bbox=box_of(one))
        need([f["id"] for f in both["features"]] == [one["id"]], f"{c['id']}: filter and box")
        need(api.items(c, filter=f"id={one['id']}", bbox="-20,-20,-10,-10")["numberMatched"] == 0, f"{c['id']}: filter or box")
        need(api.items(c, filter=f"id={one['id']}", code="no such code")["numberMatched"] == 0, f"{c['id']}: filter or parameter")


@test(PART, 10, "/conf/filter/filter-crs-wgs84")
def filter_crs84(api):
    for c in api.collections():
        one = api.items(c, limit=1)["features"][0]
        west, south, east, north = box_of(one).split(",")
        e = f"S_INTERSECTS(geometry,BBOX({west},{south},{east},{north})) AND id={one['id']}"
        for named in ({}, {"filter_crs": CRS84}):
            need(api.items(c, filter=e, **named)["numberMatched"] == 1, f"{c['id']}: {e} {named}")


@test(PART, 11, "/conf/filter/filter-crs-param")
def filter_crs(api):
    for c in api.collections():
        one = api.items(c, limit=1)["features"][0]
        west, south, east, north = box_of(one).split(",")
        e = f"S_INTERSECTS(geometry,BBOX({south},{west},{north},{east})) AND id={one['id']}"
        need(api.items(c, filter=e, filter_crs=LATLON)["numberMatched"] == 1, f"{c['id']}: {e}")
        api.get(f"/collections/{c['id']}/items", filter="id>0", filter_crs="nonsense").want(400)


@test(PART, 13, "/conf/features-filter/get-conformance")
def features_conformance(api):
    declared(api, SPEC + "features-filter")


@test(PART, 14, "/conf/features-filter/filter-param")
def features_filter(api):
    """What QGIS sends, in its dialect."""
    poles = next(c for c in api.collections() if c["id"] == "poles")
    count = {}
    for e in ("((height_m > 8))", "(height_m <= 8)", "(height_m IS NULL)", "CASEI(owner) LIKE CASEI('%')", "(status IN ('operating','planned'))",
              "(operating_from >= DATE('2020-01-01'))", "(height_m BETWEEN 7 AND 9)", "S_INTERSECTS(geometry,BBOX(-180,-90,180,90))"):
        count[e] = api.items(poles, filter=e, limit=1)["numberMatched"]
    need(sum(list(count.values())[:3]) == api.items(poles, limit=1)["numberMatched"], f"above, below and without a height are not all: {count}")
    need(all(count[e] > 0 for e in count if "NULL" not in e), f"{count}")


@test("Part 5", "", "/conf/schemas/schema")
def schema(api):
    for c in api.collections():
        link = links(c, "http://www.opengis.net/def/rel/ogc/1.0/schema")
        need(link, f"{c['id']}: no link to its schema")
        document = api.get(link[0]["href"]).want(200, "application/schema+json").json()
        one = api.items(c, limit=1)["features"][0]
        need(set(document["properties"]) == set(one["properties"]) | {"id", "geometry"}, f"{c['id']}: the schema has other properties than the features")
        order = sorted(document["properties"].values(), key=lambda p: p["x-ogc-propertySeq"])
        need(len({p["x-ogc-propertySeq"] for p in order}) == len(order), f"{c['id']}: two properties in one place")
        need(sum(p.get("x-ogc-role") == "primary-geometry" for p in order) == 1, f"{c['id']}: no primary geometry")
        for name, p in document["properties"].items():
            value, kind = one["properties"].get(name), p.get("type")
            python = {"string": str, "integer": int, "number": float, "boolean": bool}.get(kind if isinstance(kind, str) else "")
            need(value is None or python is None or isinstance(value, python), f"{c['id']}: {name} is {value!r}, not {kind}")


@test("Part 5", "", "/conf/sorting/sortby")
def sortby(api):
    for c in api.collections():
        known = api.get(f"/collections/{c['id']}/sortables").want(200, "application/schema+json").json()["properties"]
        need("code" in known, f"{c['id']}: code cannot be sorted by")
        ids = [[f["id"] for f in api.items(c, sortby=order, limit=1000)["features"]] for order in ("code", "-code")]
        if api.items(c, limit=1)["numberMatched"] <= 1000:
            codes = [f["properties"]["code"] for f in api.items(c, sortby="-code", limit=1000)["features"]]
            need(len(ids[0]) == len(ids[1]) and codes[0] >= codes[-1], f"{c['id']}: the orders have other features")
        api.get(f"/collections/{c['id']}/items", sortby="no_such_property").want(400)


def box_of(feature):
    """A box about a feature, as a parameter has it."""
    places = list(positions(feature["geometry"]))
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return f"{min(xs) - 1e-4:.7f},{min(ys) - 1e-4:.7f},{max(xs) + 1e-4:.7f},{max(ys) + 1e-4:.7f}"
