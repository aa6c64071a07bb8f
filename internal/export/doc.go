// Package export writes streams of records as files. Each writer is a
// postgres.Sink that formats one row at a time into a reused buffer, so memory
// does not grow with the file.
//
// GeoPackage and FlatGeobuf need to know the end before the beginning: they are
// made in a temporary file of at most MaxSpoolBytes and copied out, and a sink
// that is broken off is given back by [Close]. FlatGeobuf has its spatial index
// up to MaxIndexed features, at 100 bytes of memory each. A network of the Open
// Fibre Data Standard ([WriteNetwork]) keeps its nodes in memory, at most
// MaxNetworkNodes of them, and who rents what is in it.
package export
