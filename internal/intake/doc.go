// Package intake reads filings: it turns uploaded files into typed rows of the
// register, and whatever is wrong with them into faults that name the row, the
// column and the mend.
//
// The readers stream at constant memory and trust nothing: every size is
// bounded by a named limit ([Limits]), text is valid UTF-8 without NUL before a
// parser sees it, and a file that cannot be read on says at which byte and
// after which record. See [Open] for what is read from front to back (CSV,
// GeoJSON, KML, FlatGeobuf), [OpenFile] for what is read here and there
// (workbooks, GeoPackages, archives, shapefiles), and [OpenNetwork] for the Open
// Fibre Data Standard, whose files hold records of several nouns.
package intake
