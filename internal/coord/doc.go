// Package coord reads coordinates the way people write them in Viet Nam, says
// what is wrong with them, and converts between the Vietnamese grids and WGS84.
//
// Three layers, each usable alone:
//
//   - text: [ParseNumber], [DetectFormat], [ParseAngle], [ParsePair] read
//     decimal points and commas, degrees-minutes-seconds, both hemispheres in
//     both languages, and cells that hold a pair;
//   - plausibility: [CheckLonLat], [CheckGrid] give faults that name the mend;
//   - geodesy: [Lookup], [ToWGS84], [FromWGS84] know every coordinate reference
//     system a Vietnamese table may use.
//
// Nothing here touches a database: PostGIS converts in bulk and is the peer
// this package is tested against elsewhere.
//
// Order of arguments: longitude or easting first, latitude or northing second,
// as in GeoJSON and PostGIS. Vietnamese tables call northing X and easting Y;
// [CheckGrid] and [ParsePair] take that order and say so.
package coord
