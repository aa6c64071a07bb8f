"""Says how long QGIS takes to read a layer's features, attributes and all.

    /usr/bin/python3 reading.py PROVIDER SOURCE [LIMIT]

Prints how many it read and the seconds, from opening to the last. PROVIDER and
SOURCE are QGIS's: ogr, OAPIF. With LIMIT it stops there.
"""

import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import QgsApplication, QgsFeatureRequest, QgsVectorLayer  # noqa: E402

QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
request = QgsFeatureRequest()
if len(sys.argv) > 3:
    request.setLimit(int(sys.argv[3]))
begun = time.monotonic()
layer = QgsVectorLayer(sys.argv[2], "layer", sys.argv[1])
if not layer.isValid():
    sys.exit(f"QGIS does not open {sys.argv[2]}: {layer.error().summary()}")
count = sum(1 for _ in layer.getFeatures(request))
print(count, time.monotonic() - begun, flush=True)
# QGIS 3.22 crashes on a plain exit while layers are alive
os._exit(0)
