"""What does not fit, as it is found, and what ogrinfo says of a file."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

# EDGE is how far apart two programs may put the same place, in degrees: we write
# seven decimals, ogrinfo says six.
EDGE = 1e-6

failures = []

# What runs beside QGIS, which takes one processor.
_beside = ThreadPoolExecutor(max_workers=1)
_running = []


def beside(check, *arguments):
    """Has a check done while others go on; settle waits for it."""
    _running.append(_beside.submit(check, *arguments))


def settle():
    while _running:
        _running.pop().result()


def expect(layer, what, got, want):
    """Notes a failure unless got is want."""
    if got != want:
        failures.append(f"{layer}: {what} is {got!r}, not {want!r}")
    return got == want


def expect_near(layer, what, got, want):
    """Notes a failure unless all numbers of got are about those of want."""
    if got is None or len(got) != len(want) or any(abs(g - w) > EDGE for g, w in zip(got, want)):
        failures.append(f"{layer}: {what} is {got}, not {want}")


def ogrinfo(layer, label, count, geometry, extent, *arguments):
    """What ogrinfo says of a file's first layer is the same count, geometry type
    and extent, without a warning. An extent of None is not looked at; nor is a
    geometry type of None."""
    beside(_ogrinfo, layer, label, count, geometry, extent, arguments)


def _ogrinfo(layer, label, count, geometry, extent, arguments):
    done = subprocess.run(["ogrinfo", "-ro", "-so", "-al", *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stderr.strip():
        failures.append(f"{layer}: ogrinfo does not read {label}: {done.stderr.strip()[:300]}")
        return
    first = done.stdout.split("\nLayer name: ")[1]
    said = dict(re.findall(r"^(Feature Count|Geometry|Extent): (.*)$", first, re.M))
    expect(layer, f"ogrinfo's count of {label}", said.get("Feature Count"), str(count))
    if geometry is not None:
        expect(layer, f"ogrinfo's geometry type of {label}", said.get("Geometry"), geometry)
    if extent is not None:
        got = [float(n) for n in re.findall(r"-?[0-9.]+", said.get("Extent", ""))]
        expect_near(layer, f"ogrinfo's extent of {label}", got, extent)


def validate_gpkg(layer, path):
    """GDAL's validator of GeoPackages finds nothing, not even to warn of."""
    beside(_validate_gpkg, layer, path)


def _validate_gpkg(layer, path):
    command = [sys.executable, "-m", "osgeo_utils.samples.validate_gpkg", "-k", "--extra", "--warning-as-error", path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stdout.strip():
        failures.append(f"{layer}: GDAL's validator refuses gpkg: {(done.stdout + done.stderr).strip()[:300]}")
