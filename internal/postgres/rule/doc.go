// Package rule holds the rules a filing is held against once its rows are
// staged: one rule, one file (and one fixture in testdata of the same name).
//
// A rule finds set by set, in SQL over the staged rows and the register, and
// explains in Go: its query gives the rows that break it with the facts of the
// case, [Rule.Explain] words them in both languages. What is stored of a finding
// is the facts, so that it reads well in either language and the numbers can be
// counted. What one row shows by itself (types, code lists, units) package intake
// and the nouns check while the file is read; [Catalog] documents those beside
// the rules here.
//
// # What a query stands on
//
// The temporary table staged holds one row for each row of the file: "row" (its
// number), one column for each writable field of the noun under the field's name
// (text for codes and references, as written), for each reference also its id
// under the field's database column, for assets the commune of today (unit_id),
// and existing, the record the row would change. A row with faults stands there
// with NULL in its bad fields, so every query bears NULL anywhere. Of 100,000 rows
// each is asked in time that grows as their number does.
//
// # What the one who runs them does
//
//   - runs [Prepare] once staged is filled: an index on the positions
//     (geometry; none on geography is needed, see sql.go), one on the records that
//     would change, and ANALYZE of every column;
//   - runs them as the department: what another operator's work is near to must
//     be seen to be told. A finding names works of other owners only of the
//     ordinary class;
//   - sets plan_cache_mode to force_custom_plan, work_mem to 64MB and a
//     statement_timeout of its own for the transaction;
//   - passes [Rule.Args] as named arguments to [Rule.SQL].
package rule
