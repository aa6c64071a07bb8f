"""Goes through the abstract tests of OGC API – Features against a running server.

    python3 abstract.py BASE [--key KEY]

BASE is the server's address; the API is at BASE/ogc. The tests are those of the
annexes of Part 1 (core, geojson, html, oas30), Part 2 (crs) and Part 3 (queryables,
filter, features-filter), by their numbers and names, and of what is declared of
Part 5. Prints one line a test; the exit status is 1 when any failed. It needs
nothing but Python, and a register with something in every collection that is to be
tested.
"""

import argparse
import sys
import time
import traceback

import core  # noqa: F401
import crs  # noqa: F401
import filters  # noqa: F401
from client import API, Failed, tests


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("base")
    parser.add_argument("--key", default="", help="an API key; the public is asked for without")
    arguments = parser.parse_args()
    api = API(arguments.base.rstrip("/") + "/ogc", arguments.key)
    begun, failed = time.monotonic(), 0
    for part, number, name, run in tests:
        try:
            run(api)
            verdict = "passed"
        except Failed as why:
            verdict = f"FAILED: {why}"
        except Exception as why:  # noqa: BLE001 -- what a test did not expect is a failure of the API
            verdict = f"FAILED: {type(why).__name__}: {why} ({traceback.extract_tb(why.__traceback__)[-1].line})"
        failed += verdict != "passed"
        print(f"{part} {f'{number}.' if number else '   ':>4} {name:<52} {verdict}", flush=True)
    print(f"{api.requests} requests in {time.monotonic() - begun:.0f} s")
    print(f"{len(tests) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
