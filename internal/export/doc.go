// Package export writes streams of records as files: GeoJSON, GeoJSON text
// sequences, CSV, XLSX, KML, GeoPackage and FlatGeobuf. Each writer is a
// postgres.Sink that formats one row at a time into a reused buffer, so memory
// does not grow with the file; see [New].
//
// What a file says of itself (source, filter, as-of date, time of writing)
// stands in the file where the format has a place for it that readers do not
// take for data. CSV and text sequences have none: it stands in the headers of
// the HTTP answer, and beside a CSV file, see [DescribeCSV].
package export
