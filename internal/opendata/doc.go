// Package opendata describes what a register gives to everybody (dữ liệu mở) as
// DCAT, the vocabulary data portals gather such descriptions by: a catalogue of
// datasets, each with its distributions. It is JSON-LD of DCAT 3 with the
// properties the European profile DCAT-AP 3.0 asks for, which any portal of the
// same vocabulary reads.
package opendata
