"""The exports that are not text: workbooks, KML, GeoPackages and FlatGeobuf, and
the network by OFDS, as QGIS and GDAL read them. They hold what the GeoJSON holds:
as many records, of the same ids, types, extent and values."""

import json
import os
import re
import sqlite3
import xml.etree.ElementTree as ElementTree

from qgis.core import NULL, QgsFeatureRequest, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QDate, Qt

from findings import expect, expect_near, failures, ogrinfo, validate_gpkg

# What ogrinfo calls the geometries of a format; None: by their type. A workbook
# has its places in columns, and a KML folder may hold any shape.
GEOMETRIES = {"xlsx": "None", "kml": "Unknown (any)", "gpkg": None, "fgb": None}

# SAMPLE is about how many records are compared value by value.
SAMPLE = 7

# What is read from end to end for anything, which takes long for many records:
# of those only the first are compared.
SLOW = ("xlsx", "kml")
MANY = 20_000

# How many records each layer gave, for the network made of them.
counts = {}


def gdal_name(geometry):
    """The geometry type as ogrinfo words it: Multi Polygon, Line String."""
    return geometry.replace("Multi", "Multi ").replace("LineString", "Line String")


def extent_of(vector):
    box = vector.extent()
    return [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()]


def check_formats(layer, directory, geometry, schema, features, extent):
    """Checks every format of a layer against its records as GeoJSON features."""
    counts[layer] = len(features)
    for extension, gdal in GEOMETRIES.items():
        path = os.path.join(directory, f"{layer}.{extension}")
        placed = extension != "xlsx"
        ogrinfo(layer, extension, len(features), gdal or gdal_name(geometry), extent if placed else None, path)
        vector = QgsVectorLayer(path, layer, "ogr")
        if not vector.isValid():
            failures.append(f"{layer}: QGIS does not open {extension}: {vector.error().summary()}")
            continue
        expect(layer, f"count in {extension}", vector.featureCount(), len(features))
        expect(layer, f"geometry type in {extension}", QgsWkbTypes.displayString(vector.wkbType()), geometry if placed else "NoGeometry")
        if placed:
            expect(layer, f"CRS of {extension}", vector.crs().authid(), "EPSG:4326")
            expect_near(layer, f"extent of {extension}", extent_of(vector), extent)
        check_values(layer, extension, vector, schema, features)
        if extension == "gpkg":
            check_gpkg(layer, path, vector, schema)


def check_values(layer, extension, vector, schema, features):
    """The ids are all there, and some records say what they say in GeoJSON."""
    # a workbook's headings have the title above the name; KML's name is Name
    names = [f.name().rsplit("\n", 1)[-1] for f in vector.fields()]
    names = ["name" if n == "Name" else n for n in names]
    wanted = {f["id"]: f for f in features}
    if extension in SLOW and len(features) > MANY:
        request = QgsFeatureRequest().setLimit(SAMPLE)
    else:
        every = QgsFeatureRequest().setFlags(QgsFeatureRequest.NoGeometry).setSubsetOfAttributes([names.index("id")])
        found = {f[names.index("id")]: f.id() for f in vector.getFeatures(every)}
        if not expect(layer, f"match of the ids in {extension}", found.keys() == wanted.keys(), True):
            return
        sample = features[:: max(1, len(features) // SAMPLE)]
        request = QgsFeatureRequest().setFilterFids([found[f["id"]] for f in sample])
    compared = 0
    for feature in vector.getFeatures(request):
        compared += 1
        values = dict(zip(names, feature.attributes()))
        source = wanted[values["id"]]
        for name, want in source["properties"].items():
            kind = schema["properties"][name]
            if kind.get("type") not in ("string", "integer", "number", "boolean") or kind.get("format") == "date-time":
                continue  # formats say lists and hours in their own ways
            if want is None and (name not in values or extension == "kml" and name == "name"):
                continue  # a Placemark without a name has its code for one
            got = plain(values.get(name), want)
            if got != want:
                failures.append(f"{layer} {source['id']}: {name} in {extension} is {got!r}, not {want!r}")
        check_place(layer, extension, feature, values, source["geometry"])
    if features and compared == 0:
        failures.append(f"{layer}: no record of {extension} is compared")


def plain(value, like):
    """A value of QGIS as GeoJSON has it; KML has 0 and 1 for truth."""
    if value == NULL:
        return None
    if isinstance(value, QDate):
        return value.toString(Qt.ISODate)
    return bool(value) if isinstance(like, bool) and value in (0, 1) else value


def check_place(layer, extension, feature, values, want):
    """A point is where it was, another shape begins there."""
    if feature.hasGeometry():
        at = next(feature.geometry().vertices())
        got = [at.x(), at.y()]
    elif values.get("wkt", NULL) != NULL:
        got = [float(n) for n in re.findall(r"-?[0-9.]+", values["wkt"])[:2]]
    elif values.get("lon", NULL) != NULL:
        got = [values["lon"], values["lat"]]
    else:
        got = None
    if want is None or got is None:
        # the boundaries are left out of the workbook of units
        if (layer, extension) != ("units", "xlsx"):
            expect(layer, f"whether {values['id']} has a place in {extension}", got is not None, want is not None)
        return
    first = want["coordinates"]
    while isinstance(first[0], list):
        first = first[0]
    expect_near(layer, f"place of {values['id']} in {extension}", got, first)


def check_gpkg(layer, path, vector, schema):
    """It passes GDAL's validator, and opens in its style with Vietnamese titles."""
    validate_gpkg(layer, path)
    with sqlite3.connect(path) as db:
        ((style,),) = db.execute("SELECT styleQML FROM layer_styles WHERE f_table_name = ? AND useAsDefault", (layer,))
    qml = ElementTree.fromstring(style)
    drawn = vector.renderer().symbol().symbolLayer(0).properties()
    for option in qml.findall(".//renderer-v2//layer/Option/Option"):
        expect(layer, f"style {option.get('name')} of gpkg", drawn.get(option.get("name")), option.get("value"))
    titles = {name: s["title"].split(" / ")[0] for name, s in schema["properties"].items() if name in vector.fields().names()}
    expect(layer, "titles in gpkg", {name: vector.attributeAlias(vector.fields().indexOf(name)) for name in titles}, titles)


def check_network(directory, extents):
    """The nodes and spans of OFDS are the layers they are made of, together."""
    for part, geometry, layers in (
        ("nodes", "Point", ("sites", "manholes", "service-points")),
        ("spans", "LineString", ("ducts", "trenches", "cables")),
    ):
        name = "network-" + part
        path = os.path.join(directory, name + ".geojson")
        with open(path, encoding="utf-8") as file:
            features = json.load(file)["features"]
        expect(name, "count", len(features), sum(counts[layer] for layer in layers))
        boxes = list(zip(*(extents[layer] for layer in layers)))
        extent = [min(boxes[0]), min(boxes[1]), max(boxes[2]), max(boxes[3])]
        ogrinfo(name, "GeoJSON", len(features), gdal_name(geometry), extent, path)
        vector = QgsVectorLayer(path, name, "ogr")
        if not vector.isValid():
            failures.append(f"{name}: QGIS does not open it: {vector.error().summary()}")
            continue
        expect(name, "geometry type", QgsWkbTypes.displayString(vector.wkbType()), geometry)
        expect_near(name, "extent", extent_of(vector), extent)
        wanted = {f["properties"]["id"]: f["properties"] for f in features}
        expect(name, "number of ids", len(wanted), len(features))
        read = 0
        for feature in vector.getFeatures(QgsFeatureRequest().setFlags(QgsFeatureRequest.NoGeometry)):
            want = wanted.get(feature["id"])
            if want is None or feature["status"] != want["status"] or feature["physicalInfrastructureProvider"] != want["physicalInfrastructureProvider"]:
                failures.append(f"{name}: {feature['id']} is not as it was written")
            read += 1
        expect(name, "count in QGIS", read, len(features))
        print(f"{name:<16}{read:>8}{len(vector.fields()):>8}", flush=True)
