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
package rule
