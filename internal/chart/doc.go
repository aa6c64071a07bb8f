// Package chart draws the pictures of reports as PNG: bars against their targets,
// a number over time, a map of communes. They are made of greys and patterns, so
// that a photocopy says as much as the screen; the same values give the same bytes.
package chart
