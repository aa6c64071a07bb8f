// Package postgres is the guard of the register and the only package that
// knows SQL. Every method takes the actor first, asks whether the actor may,
// validates, acts in one transaction that names the actor, and lets the
// database's triggers write the change log. Nothing reaches a table another way.
//
// Reads go through the views of schema guarded. Spatial and set-based queries
// are files under sql/; the statements of single records are spelled from the
// fields of their noun, which are compiled in and never come from input.
package postgres
