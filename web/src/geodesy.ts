/** Longitude and latitude in degrees, WGS84. */
export type Position = readonly [number, number];

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** WGS84: semi-major axis in metres, and the square of the eccentricity. */
const majorM = 6_378_137;
const e2 = 6.694379990141e-3;

/**
 * The distance between positions in metres, on the ellipsoid's radii of curvature
 * at their middle latitude: within 0.01 % of the geodesic up to 100 km.
 */
export function distanceM([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const middle = radians((lat1 + lat2) / 2);
  const w2 = 1 - e2 * Math.sin(middle) ** 2;
  const meridian = (majorM * (1 - e2)) / w2 ** 1.5;
  const normal = majorM / Math.sqrt(w2);
  const north = meridian * radians(lat2 - lat1);
  const east = normal * Math.cos(middle) * radians(lon2 - lon1);
  return Math.hypot(north, east);
}

/** The length of a line in metres. */
export function lengthM(line: readonly Position[]): number {
  return line.slice(1).reduce((sum, p, i) => sum + distanceM(line[i]!, p), 0);
}

/** The area a closed line encloses in square metres: Lambert's equal-area cylinder keeps it, but for sides that bulge less than a map shows. */
export function areaM2(line: readonly Position[]): number {
  if (line.length < 3) return 0;
  const e = Math.sqrt(e2);
  const q = (lat: number) => {
    const s = Math.sin(radians(lat));
    return (1 - e2) * (s / (1 - e2 * s * s) - Math.log((1 - e * s) / (1 + e * s)) / (2 * e));
  };
  // relative to the first point, to keep digits
  const flat = line.map(([lon, lat]) => [majorM * radians(lon - line[0]![0]), (majorM * (q(lat) - q(line[0]![1]))) / 2] as const);
  const twice = flat.reduce((sum, [x, y], i) => {
    const [x2, y2] = flat[(i + 1) % flat.length]!;
    return sum + x * y2 - x2 * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** Reads the positions of a link: lon,lat;lon,lat. */
export function readLine(text: string): Position[] {
  if (!text) return [];
  return text.split(';').map((pair) => pair.split(',').map(Number) as [number, number]);
}

/** Writes positions into a link, to a decimetre or so. */
export function writeLine(line: readonly Position[]): string {
  return line.map(([lon, lat]) => `${lon.toFixed(6)},${lat.toFixed(6)}`).join(';');
}
