"""Opens the project and the layer definitions that the server makes, as a GIS
user would, and says what does not fit.

    /usr/bin/python3 project.py BASE [--picture FILE]

BASE is the server. Everything is asked through a witness that notes the addresses
QGIS asks for, so that a box is known to be answered by the server and not by QGIS
after it has read everything. Prints one line a layer, then all that failed; the
exit status is 1 when anything did.
"""

import argparse
import http.server
import json
import os
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsLayerDefinition,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsRenderContext,
    QgsSymbol,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

from findings import expect, failures  # noqa: E402

# What the witness has seen: the paths asked for.
asked = []


class Witness(http.server.BaseHTTPRequestHandler):
    """Passes requests on and notes them."""

    protocol_version = "HTTP/1.1"
    base = ""

    def do_GET(self):
        asked.append(self.path)
        request = urllib.request.Request(self.base + self.path)
        for name, value in self.headers.items():
            if name.lower() not in ("connection", "accept-encoding"):
                request.add_header(name, value)
        try:
            answer = urllib.request.urlopen(request, timeout=60)
        except urllib.error.HTTPError as refusal:
            answer = refusal
        body = answer.read()
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.headers["Content-Type"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def fetch(url):
    with urllib.request.urlopen(url, timeout=60) as answer:
        return answer.read()


def draw(layers, extent, crs, picture=None):
    """Draws layers in an extent; the colours of the picture's pixels."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(crs)
    settings.setExtent(extent)
    settings.setOutputSize(QSize(900, 700) if picture else QSize(400, 300))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    if picture:
        image.save(picture)
    return [QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())]


def colours_of(layer):
    """The colours a layer is to be drawn in."""
    symbols = layer.renderer().symbols(QgsRenderContext())
    return {s.symbolLayer(0).strokeColor().name() if s.type() == QgsSymbol.Fill else s.color().name() for s in symbols}


def boxes_of(path):
    return [q["bbox"][0] for q in asked_queries(path) if "bbox" in q]


def asked_queries(path):
    return [urllib.parse.parse_qs(urllib.parse.urlsplit(p).query) for p in asked if urllib.parse.urlsplit(p).path == path]


def check(layer, base, titles):
    """A layer is valid, complete, styled, asks the server for its boxes, and is drawn."""
    name = layer.id()
    if not layer.isValid():
        failures.append(f"{name}: QGIS does not open {layer.source()}")
        return
    collection = layer.source().split("typename='")[1].split("'")[0]
    items = f"/ogc/collections/{collection}/items"
    first = json.loads(fetch(f"{base}{items}?limit=1"))
    expect(name, "CRS", layer.crs().authid(), "EPSG:4326")
    expect(name, "provider", layer.providerType(), "OAPIF")
    expect(name, "count", layer.featureCount(), first["numberMatched"])
    geometry = first["features"][0]["geometry"]["type"]
    expect(name, "geometry type", QgsWkbTypes.displayString(layer.wkbType()), geometry)
    for field, title in titles.items():
        if layer.fields().indexOf(field) >= 0:
            expect(name, f"title of {field}", layer.attributeAlias(layer.fields().indexOf(field)), title)

    # a window around a feature: some records, not all, and the server is asked for them
    centre = next(layer.getFeatures(QgsFeatureRequest().setLimit(1))).geometry().boundingBox().center()
    box = QgsRectangle(centre.x() - 0.01, centre.y() - 0.01, centre.x() + 0.01, centre.y() + 0.01)
    asked.clear()
    got = {str(f["id"]) for f in layer.getFeatures(QgsFeatureRequest(box))}
    boxes = boxes_of(items)
    if not boxes:
        failures.append(f"{name}: the server is not asked for a box: {asked[:3]}")
    corners = f"{box.xMinimum()!r},{box.yMinimum()!r},{box.xMaximum()!r},{box.yMaximum()!r}"
    want = json.loads(fetch(f"{base}{items}?limit=10000&bbox={corners}"))["features"]
    want = {str(f["id"]) for f in want}
    if not got or not got <= want or len(want - got) > len(want) // 100:  # on an edge programs differ
        failures.append(f"{name}: QGIS has {len(got)} records in a box, the server {len(want)}")

    # as near as it is drawn at all
    crs = QgsCoordinateReferenceSystem("EPSG:3857")
    near = QgsCoordinateTransform(layer.crs(), crs, QgsProject.instance()).transform(centre)
    half = 1500 if layer.hasScaleBasedVisibility() else 20000
    pixels = draw([layer], QgsRectangle(near.x() - half, near.y() - half, near.x() + half, near.y() + half), crs)
    drawn = colours_of(layer) & set(pixels)
    inked = 1 - pixels.count("#ffffff") / len(pixels)
    if inked < 0.0003 or not drawn and layer.geometryType() != QgsWkbTypes.PolygonGeometry:
        failures.append(f"{name}: the drawing is blank: {inked:.3%} inked, in its colours {sorted(drawn)}")
    categories = len(layer.renderer().categories()) if layer.renderer().type() == "categorizedSymbol" else 1
    print(f"{name:<26}{layer.featureCount():>8}{len(got):>8}{categories:>8}{len(drawn):>8}{inked:>9.2%}", flush=True)


def check_file(base, directory, collection):
    """The layer that is read as a file opens with its style, and QGIS reads all of it soon."""
    path = os.path.join(directory, f"{collection}-file.qlr")
    with open(path, "wb") as out:
        out.write(fetch(f"{base}/qgis/{collection}.qlr?lang=en&source=flatgeobuf"))
    project = QgsProject.instance()
    ok, error = QgsLayerDefinition.loadLayerDefinition(path, project, project.layerTreeRoot())
    expect(collection, "whether QGIS loads its file", (ok, error), (True, ""))
    layer = project.layerTreeRoot().findLayers()[0].layer()
    expect(collection, "whether its file is valid", layer.isValid(), True)
    count = json.loads(fetch(f"{base}/ogc/collections/{collection}/items?limit=1"))["numberMatched"]
    begun = time.monotonic()
    read = [f.geometry().boundingBox().center() for f in layer.getFeatures()]
    took = time.monotonic() - begun
    expect(collection, "features of its file", len(read), count)
    expect(collection, "the title of its owner", layer.attributeAlias(layer.fields().indexOf("owner")), "Owner")
    crs = QgsCoordinateReferenceSystem("EPSG:3857")
    near = QgsCoordinateTransform(layer.crs(), crs, project).transform(read[0])
    if not colours_of(layer) & set(draw([layer], QgsRectangle(near.x() - 1500, near.y() - 1500, near.x() + 1500, near.y() + 1500), crs)):
        failures.append(f"{collection}: the drawing of its file is blank")
    print(f"{collection} as a file: {count} features read in {took:.1f} s", flush=True)
    project.clear()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("base")
    parser.add_argument("--picture")
    arguments = parser.parse_args()
    Witness.base = arguments.base
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Witness)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_address[1]}"

    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    directory = tempfile.mkdtemp()
    paths = {}
    for file in ("hatangso.qgz", "hatangso.qlr", "sites.qlr"):
        paths[file] = os.path.join(directory, file)
        with open(paths[file], "wb") as out:
            out.write(fetch(f"{base}/qgis/{file}?lang=en"))

    project = QgsProject.instance()
    expect("hatangso.qgz", "whether QGIS opens it", project.read(paths["hatangso.qgz"]), True)
    layers = [node.layer() for node in project.layerTreeRoot().findLayers()]
    collections = json.loads(fetch(f"{base}/ogc/collections"))["collections"]
    filled = sorted(c["id"] for c in collections if json.loads(fetch(f"{base}/ogc/collections/{c['id']}/items?limit=1"))["numberMatched"])
    expect("hatangso.qgz", "layers", sorted(layer.source().split("typename='")[1].split("'")[0] for layer in layers), filled)
    print(f"{'layer':<26}{'count':>8}{'in box':>8}{'symbols':>8}{'drawn':>8}{'inked':>9}")
    for layer in layers:
        check(layer, base, {"id": "Id", "code": "Code", "owner": "Owner"})
    view = project.viewSettings().defaultViewExtent()
    if view.width() <= 0 or not view.crs().isValid():
        failures.append(f"hatangso.qgz: it opens nowhere: {view.asWktPolygon()}")
    visible = [node.layer() for node in project.layerTreeRoot().findLayers() if node.isVisible()]
    colours = set(draw(visible, view, project.crs(), arguments.picture))
    print(f"the project as it opens: {len(colours)} colours")
    if len(colours) < 10:
        failures.append(f"hatangso.qgz: as it opens it shows {len(colours)} colours")

    project.clear()
    for file, count in (("hatangso.qlr", len(layers)), ("sites.qlr", 1)):
        ok, error = QgsLayerDefinition.loadLayerDefinition(paths[file], project, project.layerTreeRoot())
        expect(file, "whether QGIS loads it", (ok, error), (True, ""))
        loaded = [node.layer() for node in project.layerTreeRoot().findLayers()]
        expect(file, "valid layers", sum(layer.isValid() for layer in loaded), count)
        expect(file, "styled layers", sum(layer.renderer().type() == "categorizedSymbol" for layer in loaded) > 0, True)
        project.clear()
    for collection in ("poles", "ducts"):
        check_file(base, directory, collection)

    for failure in failures:
        print("FAILED " + failure)
    sys.stdout.flush()
    # QGIS 3.22 crashes on a plain exit while layers are alive
    os._exit(1 if failures else 0)


main()
