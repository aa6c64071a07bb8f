"""Opens the register's layers as a GIS user would, and says what does not fit.

    /usr/bin/python3 layers.py DIRECTORY BASE [--only LAYER,...] [--counts LAYER=N,...] [--unit LAYER=CODE] [--network]

DIRECTORY holds LAYER.geojson and the same in the other formats as `hatangso
export` wrote them, and LAYER.count with how many records it said; BASE is the
server of the same register. Of the layer --unit names they hold that unit's alone. Every layer is opened in QGIS from the file, over
HTTP and in the other formats (formats.py), and counted by GDAL in all. With
--network, so are network-nodes.geojson and network-spans.geojson. Prints one line
a layer, then all that failed; the exit status is 1 when anything did.

It needs QGIS's own Python: Debian's python3-qgis.
"""

import argparse
import json
import os
import subprocess
import sys
import urllib.parse
import urllib.request

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
import yaml  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

from findings import expect, failures, ogrinfo, settle  # noqa: E402
from formats import check_formats, check_network, extent_of, gdal_name  # noqa: E402

# Layer: its schema in api/openapi.yaml and its geometry type.
LAYERS = {
    "units": ("Unit", "MultiPolygon"),
    "villages": ("Village", "Point"),
    "sites": ("Site", "Point"),
    "stations": ("Station", "Point"),
    "poles": ("Pole", "Point"),
    "ducts": ("Duct", "LineString"),
    "manholes": ("Manhole", "Point"),
    "cables": ("CableRoute", "LineString"),
    "trenches": ("Trench", "LineString"),
    "service-points": ("ServicePoint", "Point"),
}

# What QGIS may call a property of an OpenAPI type and format. GDAL takes a whole
# number that fits 32 bits for Integer.
TYPES = {
    ("integer", "int64"): {"Integer", "Integer64"},
    ("number", "double"): {"Real"},
    ("boolean", None): {"Boolean"},
    ("string", "date"): {"Date"},
    ("string", "date-time"): {"DateTime"},
}

# SINGLE is how near the edge of a box programs may differ, in degrees: PostGIS
# compares a point with a box in single precision, here in steps of 8e-6.
SINGLE = 1e-5

# Where each layer lies, as QGIS says.
extents = {}

# What part of a layer is looked at, as the query asks for it.
parts = {}

# Layers that also go through ogr2ogr: a point layer and a line layer.
CONVERTED = ("villages", "cables")

def fetch(url):
    with urllib.request.urlopen(url, timeout=60) as answer:
        return answer.read()


def exported(base, layer, extension, **parameters):
    """The address of what is looked at of a layer."""
    query = urllib.parse.urlencode(parts.get(layer, {}) | parameters)
    return f"{base}/api/v1/export/{layer}.{extension}" + (query and "?" + query)


def features_of(ndjson):
    return [json.loads(line) for line in ndjson.splitlines()]


def type_of(schema):
    return schema.get("type"), schema.get("format")


def check_fields(layer, label, vector, schema, features):
    """Every property is a field of the right type, even one that is null here."""
    fields = {f.name(): f.typeName() for f in vector.fields()}
    want = {name for name in schema["properties"] if name not in ("id", "geometry")}
    expect(layer, f"fields in {label}", sorted(set(fields) - {"id"}), sorted(want))
    for name in want & set(fields):
        property_schema = schema["properties"][name]
        types = TYPES.get(type_of(property_schema), {"String", "JSON", "StringList"})
        if all(f["properties"][name] is None for f in features):
            types = {"String"}  # nothing to tell a type from
        if fields[name] not in types:
            failures.append(f"{layer}: field {name} in {label} is {fields[name]}, not {' or '.join(sorted(types))}")
    return len(want & set(fields))


def open_layer(layer, label, source, geometry):
    vector = QgsVectorLayer(source, layer, "ogr")
    if not vector.isValid():
        failures.append(f"{layer}: QGIS does not open {label}: {vector.error().summary()}")
        return None
    expect(layer, f"geometry type in {label}", QgsWkbTypes.displayString(vector.wkbType()), geometry)
    expect(layer, f"CRS of {label}", vector.crs().authid(), "EPSG:4326")
    return vector


def check_whole(layer, directory, schema, ndjson, features):
    """Decimals that happen to be whole are decimals all the same: a file of such
    rows, as they were exported, still makes Real fields."""
    decimals = [name for name, s in schema["properties"].items() if s.get("type") == "number"]
    whole = [
        line for line, f in zip(ndjson.splitlines(), features)
        if any(f["properties"][n] is not None for n in decimals)
        and all(f["properties"][n] is None or f["properties"][n] == int(f["properties"][n]) for n in decimals)
    ][:10]
    if not whole:
        return
    path = os.path.join(directory, f"{layer}-whole.geojson")
    with open(path, "wb") as out:
        out.write(b'{"type":"FeatureCollection","features":[' + b",".join(whole) + b"]}")
    vector = QgsVectorLayer(path, layer, "ogr")
    for name in decimals:
        if any(json.loads(line)["properties"][name] is not None for line in whole):
            field = vector.fields().field(name)
            expect(layer, f"field {name} of whole numbers", field.typeName(), "Real")


def bare(flags):
    """A request for features without their attributes, which take the longest."""
    return QgsFeatureRequest().setFlags(flags).setSubsetOfAttributes([])


def check_bbox(layer, base, vector, count):
    """A bbox takes what touches the box, and QGIS opens the answer."""
    shapes = [f.geometry() for f in vector.getFeatures(bare(QgsFeatureRequest.NoFlags)) if f.hasGeometry()]
    corners = [g.boundingBox() for g in shapes]
    xs, ys = sorted(c.xMinimum() for c in corners), sorted(c.yMinimum() for c in corners)
    quarter = len(shapes) // 4
    box = QgsRectangle(xs[quarter], ys[quarter], xs[-quarter - 1], ys[-quarter - 1])
    edges = f"{box.xMinimum()!r},{box.yMinimum()!r},{box.xMaximum()!r},{box.yMaximum()!r}"
    url = exported(base, layer, "geojson", bbox=edges)
    inside = QgsVectorLayer(url, layer, "ogr")
    got = inside.featureCount() if inside.isValid() else None
    least, most = (sum(g.intersects(box.buffered(d)) for g in shapes) for d in (-SINGLE, SINGLE))
    if got is None or not least <= got <= most:
        failures.append(f"{layer}: count in the box {box.toString(7)} is {got}, not between {least} and {most}")
    if most == count and count > 100:
        failures.append(f"{layer}: the box {box.toString(7)} takes everything, which shows nothing")


def check_filters(layer, base, vector, features):
    """The server's filter, QGIS's own and a count by hand agree."""
    field = "owner" if "owner" in features[0]["properties"] else None
    if field is None:
        return
    owners = [f["properties"][field] for f in features]
    owner = max(set(filter(None, owners)), key=owners.count, default=None)
    if owner is None:
        return
    vector.setSubsetString(f"\"{field}\" = '{owner}'")
    expect(layer, f"count of {field} {owner} in QGIS", vector.featureCount(), owners.count(owner))
    vector.setSubsetString("")
    lines = fetch(exported(base, layer, "ndjson", owner=owner)).count(b"\n")
    expect(layer, f"count of {field} {owner} over HTTP", lines, owners.count(owner))


def check_gdal(layer, directory, count, geometry, extent, placed):
    path = os.path.join(directory, layer)
    csv = ["-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat", "-oo", "GEOM_POSSIBLE_NAMES=wkt"]
    ogrinfo(layer, "GeoJSON", count, gdal_name(geometry), extent, path + ".geojson")
    ogrinfo(layer, "NDJSON", count, gdal_name(geometry), extent, "GeoJSONSeq:" + path + ".ndjson")
    ogrinfo(layer, "CSV", count, None, extent, *csv, path + ".csv")  # whose WKT may be of any type
    if layer in CONVERTED:
        copy = path + "-copy.geojson"
        subprocess.run(["ogr2ogr", "-f", "GeoJSON", copy, path + ".csv", *csv], check=True, capture_output=True)
        with open(copy, encoding="utf-8") as copied:
            got = sum(f["geometry"] is not None for f in json.load(copied)["features"])
        expect(layer, "count of placed rows that ogr2ogr takes from the CSV", got, placed)


def draw(layers, picture=None):
    """Draws layers over each other in their extent; the share of the picture
    that is not background, and the number of colours."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    extent = QgsRectangle()
    for layer in layers:
        extent.combineExtentWith(layer.extent())
    settings.setExtent(extent.buffered(extent.width() * 0.02))
    settings.setOutputSize(QSize(900, 700) if picture else QSize(300, 240))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    if picture:
        image.save(picture)
    pixels = [image.pixel(x, y) for x in range(image.width()) for y in range(image.height())]
    return 1 - pixels.count(0xFFFFFFFF) / len(pixels), len(set(pixels))


def check(layer, directory, base, schemas):
    """Checks one layer; gives it as QGIS opened it over HTTP, its count and the
    number of its fields."""
    name, geometry = LAYERS[layer]
    schema = schemas[name]
    with open(os.path.join(directory, layer + ".count"), encoding="ascii") as said:
        count = int(said.read())
    ndjson = fetch(exported(base, layer, "ndjson"))
    features = features_of(ndjson)
    expect(layer, "count over HTTP", len(features), count)
    fields, served = 0, None
    for label, source in (
        ("the file", os.path.join(directory, layer + ".geojson")),
        ("the address", exported(base, layer, "geojson")),
    ):
        vector = open_layer(layer, label, source, geometry)
        if vector is None:
            continue
        fields = check_fields(layer, label, vector, schema, features)
        expect(layer, f"count in {label}", vector.featureCount(), count)
        ids = {f.id() for f in vector.getFeatures(bare(QgsFeatureRequest.NoGeometry))}
        expect(layer, f"match of the ids in {label}", ids == {f["id"] for f in features}, True)
        served = vector
    if served is not None and features:
        check_whole(layer, directory, schema, ndjson, features)
        check_bbox(layer, base, served, count)
        check_filters(layer, base, served, features)
    if served is not None:
        extents[layer] = extent_of(served)
        check_gdal(layer, directory, count, geometry, extents[layer], sum(f["geometry"] is not None for f in features))
        check_formats(layer, directory, geometry, schema, features, extents[layer])
        inked, colours = draw([served])
        # a symbol has its fill, its outline and what lies between; nothing has one colour
        if inked < 0.0005 or colours < 4:
            failures.append(f"{layer}: the drawing is blank: {inked:.2%} inked, {colours} colours")
    settle()
    return served, count, fields


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("directory")
    parser.add_argument("base")
    parser.add_argument("--only", default=",".join(LAYERS))
    parser.add_argument("--counts", default="")
    parser.add_argument("--unit", default="")
    parser.add_argument("--network", action="store_true")
    parser.add_argument("--picture", required=True)
    arguments = parser.parse_args()
    parts.update((layer, {"unit": code}) for layer, _, code in [arguments.unit.partition("=")] if code)
    known = dict(c.split("=") for c in arguments.counts.split(",") if c)

    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    schemas = yaml.load(fetch(arguments.base + "/api/v1/openapi.yaml"), yaml.CSafeLoader)["components"]["schemas"]

    opened = []
    print(f"{'layer':<16}{'count':>8}{'fields':>8}  ok")
    for layer in arguments.only.split(","):
        before = len(failures)
        served, count, fields = check(layer, arguments.directory, arguments.base, schemas)
        if layer in known:
            expect(layer, "known count", count, int(known[layer]))
        if served is not None:
            opened.append(served)
        print(f"{layer:<16}{count:>8}{fields:>8}  {'yes' if len(failures) == before else 'NO'}", flush=True)

    if arguments.network:
        check_network(arguments.directory, extents)
        settle()
    inked, colours = draw(opened[::-1], arguments.picture)
    print(f"drawn together: {colours} colours, {inked:.1%} of the picture")
    for failure in failures:
        print("FAILED " + failure)
    sys.stdout.flush()
    # QGIS 3.22 crashes on a plain exit while layers are alive
    os._exit(1 if failures else 0)


main()
