// Package sharing computes the sharing ratio (tỷ lệ dùng chung) of telecom
// positions, poles and ducts: how much of what is in use carries two or more
// distinct enterprises.
//
// Two methods give one shape of Result. Tally takes the tenants as they are
// registered, position by position. Spatial ignores what the register says
// about identity and takes every record nearer than a merge distance for the
// same place, so that two operators who filed one rooftop twice are found; its
// ratio depends on the distance, and Sensitivity shows how much.
//
// Everything here is a pure function on values: no database, no clock.
package sharing
