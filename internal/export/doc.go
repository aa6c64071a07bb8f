// Package export writes streams of records as files: GeoJSON, GeoJSON text
// sequences and CSV. Each writer is a postgres.Sink that formats one row at a
// time into a reused buffer, so memory does not grow with the file.
package export
