// Package suggest says what a planned work could share instead of being built
// (dùng chung trước khi xây, domain.md §5.2): how well each work that stands in
// reach serves it, and why, in words; and what the sharing ratio becomes if it is
// built, and if it is shared.
//
// Everything here is a pure function on values: no database, no clock. What
// stands in reach, and what of it somebody may know, is decided before.
package suggest
