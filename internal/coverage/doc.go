// Package coverage scores the coverage of villages from facts somebody else has
// found: which links of which stations reach which points of a village. It
// says whether a village is covered, trắng sóng or lõm sóng, by whom, and sums
// villages up to the ratio that the plans ask for.
//
// Everything here is a pure function on values: no database, no clock. What is
// in force on a date, and what reaches how far, is decided before.
package coverage
