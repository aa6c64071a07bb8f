// Package cql2 reads and writes filters in the Common Query Language of OGC
// 21-065r2 (CQL2 1.0), in both its encodings: text, as QGIS and people write it,
// and JSON. Both give the same [Expr], which [Queryables.Check] holds against
// the properties there are; internal/postgres makes SQL of it.
//
// Everything here is a pure function. Nothing a caller writes makes it panic,
// recurse without bound or allocate more than a small multiple of what was sent:
// see the limits beside this comment. An error is a [registry.Error] of
// CodeInvalid whose faults name the place (the character in text, the JSON
// pointer in JSON), what stood there and what was expected.
//
// Beyond the standard's grammar, for real clients:
//
//   - In a text literal \\ is one backslash (QGIS doubles them); \' and ” are a
//     quote; before anything else a backslash stands for itself.
//   - "name" may hold any character, "" being a quote in it; letters of any
//     script need no quotes.
//   - A property of type boolean is a predicate by itself.
//   - BETWEEN takes dates, times and texts too.
//
// Truth is three-valued as in SQL (clause 6.2): what compares with null is
// unknown, and a record is taken when the filter is true. An interval is closed
// at both ends (clause 7), other than the register's own periods.
package cql2

// Limits on one filter.
const (
	MaxBytes     = 100_000 // of the text or JSON
	MaxDepth     = 100     // of expressions in each other
	MaxNodes     = 2_000   // operators, properties and literals
	MaxTextChars = 1_000   // of one text literal or name
	MaxVertices  = 5_000   // positions of all geometry literals together
)

// Conformance lists the conformance classes of CQL2 that the register supports,
// and those names of the drafts that clients still ask for.
var Conformance = []string{
	class + "cql2-text",
	class + "cql2-json",
	class + "basic-cql2",
	class + "advanced-comparison-operators",
	class + "case-insensitive-comparison",
	class + "accent-insensitive-comparison",
	class + "basic-spatial-functions",
	class + "basic-spatial-functions-plus",
	class + "spatial-functions",
	class + "temporal-functions",
	class + "property-property",
	class + "arithmetic",
	class + "basic-spatial-operators", // QGIS looks for both names
	class + "spatial-operators",
	class + "temporal-operators",
}

const class = "http://www.opengis.net/spec/cql2/1.0/conf/"
