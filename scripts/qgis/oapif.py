"""Opens every collection of the OGC API as a GIS user would: in QGIS by the
provider OAPIF and in GDAL.

    /usr/bin/python3 oapif.py BASE [COLLECTION]...

BASE is a running server. For each collection, or those named, QGIS must open the layer, count what
the server counts, read every feature once, find in a box what the server finds,
filter by an attribute and draw something; ogrinfo must count the same. Prints one
line a collection, then all that failed; the exit status is 1 when anything did.
"""

import json
import os
import sys
import time
import urllib.parse
import urllib.request

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
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

# SINGLE is how near the edge of a box programs may differ, in degrees.
SINGLE = 1e-5

# MANY are so many features that only some are looked at one by one.
MANY = 20_000


def fetch(url, **parameters):
    if parameters:
        url += "?" + urllib.parse.urlencode(parameters)
    with urllib.request.urlopen(url, timeout=60) as answer:
        return json.load(answer)


def open_layer(base, collection, whole=True):
    """Opens a collection; whole reads all of it, not what lies in view."""
    view = "" if whole else "restrictToRequestBBOX='1' "
    return QgsVectorLayer(f"{view}pageSize='1000' url='{base}/ogc' typename='{collection}'", collection, "OAPIF")


def blank(layer):
    """Whether a drawing of the layer in its extent has one colour."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(300, 240))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) < 4


def check(base, collection, extent):
    """Checks one collection; gives its count and how long QGIS took to read it."""
    items = f"{base}/ogc/collections/{collection}/items"
    first = fetch(items, limit=10)
    count, sample = first["numberMatched"], first["features"]
    ogrinfo(collection, "OAPIF", count, None, None, f"OAPIF:{base}/ogc", collection, "-oo", "PAGE_SIZE=1000")
    layer = open_layer(base, collection)
    if not layer.isValid():
        failures.append(f"{collection}: QGIS does not open it: {layer.error().summary()}")
        return count, 0
    expect(collection, "CRS", layer.crs().authid(), "EPSG:4326")
    expect(collection, "geometry type", QgsWkbTypes.displayString(layer.wkbType()), sample[0]["geometry"]["type"])
    expect(collection, "fields", {f.name() for f in layer.fields()} - {"id"}, set(sample[0]["properties"]))
    expect(collection, "count", layer.featureCount(), count)
    kinds = {f.name(): f.typeName() for f in layer.fields()}
    for name, value in sample[0]["properties"].items():
        if isinstance(value, float):
            expect(collection, f"type of {name}", kinds[name], "Real")
    begun = time.monotonic()
    ids = [f["id"] for f in layer.getFeatures(QgsFeatureRequest().setFlags(QgsFeatureRequest.NoGeometry))]
    took = time.monotonic() - begun
    expect(collection, "features read", len(ids), count)
    expect(collection, "match of ids", len(set(ids)), count)

    # a quarter of the extent, asked of the server by QGIS and by hand
    west, south, east, north = extent
    box = QgsRectangle(west + (east - west) / 4, south + (north - south) / 4, west + (east - west) / 2, south + (north - south) / 2)
    viewed = open_layer(base, collection, whole=False)
    got = sum(1 for _ in viewed.getFeatures(QgsFeatureRequest().setFilterRect(box)))
    least, most = (
        fetch(items, limit=1, bbox=",".join(map(str, (b.xMinimum(), b.yMinimum(), b.xMaximum(), b.yMaximum()))))["numberMatched"]
        for b in (box.buffered(-SINGLE), box.buffered(SINGLE))
    )
    # QGIS takes a line or area by its box
    if got < least or collection in ("villages", "sites", "poles", "manholes") and got > most:
        failures.append(f"{collection}: QGIS finds {got} in the box, the server {least} to {most}")

    code = sample[-1]["properties"]["code"].replace("'", "''")
    by_server = fetch(items, limit=1, filter=f"code='{code}'")["numberMatched"]
    if count < MANY:
        layer.setSubsetString(f"\"code\" = '{code}'")
        expect(collection, f"count of code {code}", sum(1 for _ in layer.getFeatures()), by_server)
        layer.setSubsetString("")
    expect(collection, "blank drawing", blank(viewed), False)
    settle()
    return count, took


def main():
    base = sys.argv[1].rstrip("/")
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    print(f"{'collection':<16}{'count':>8}{'QGIS, s':>9}  ok")
    for c in fetch(base + "/ogc/collections")["collections"]:
        if "extent" not in c or sys.argv[2:] and c["id"] not in sys.argv[2:]:
            continue
        before = len(failures)
        count, took = check(base, c["id"], c["extent"]["spatial"]["bbox"][0])
        print(f"{c['id']:<16}{count:>8}{took:>9.1f}  {'yes' if len(failures) == before else 'NO'}", flush=True)
    for failure in failures:
        print("FAILED " + failure)
    sys.stdout.flush()
    # QGIS 3.22 crashes on a plain exit while layers are alive
    os._exit(1 if failures else 0)


main()
