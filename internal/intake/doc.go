// Package intake reads filings: it turns uploaded files into typed rows of the
// register, and whatever is wrong with them into faults that name the row, the
// column and the mend.
//
// The readers stream CSV, GeoJSON, KML, workbooks, shapefiles, GeoPackage and
// FlatGeobuf at constant memory and trust nothing: every size is bounded by a
// named limit ([Limits]), text is valid UTF-8 without NUL before a parser sees
// it, nothing in an archive is unpacked to disk under its name, and a file that
// cannot be read on says at which byte and after which record. See [Open] for
// what comes in a stream, [OpenFile] for what is at hand: formats that keep
// their directory at the end, or are several files.
package intake
