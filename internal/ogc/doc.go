// Package ogc is what OGC API – Features (OGC 17-069r4, 18-058r1, 19-079r2,
// 20-002, 23-058r1) wants said of the register: links, conformance, collections,
// reference systems, schemas and the API document, as values ready to be
// encoded, and the parameters of a request read. It knows neither HTTP nor the
// database.
//
// A collection (bộ đối tượng) is a noun of the register that has a geometry; its
// id is the noun's plural in URLs.
package ogc
