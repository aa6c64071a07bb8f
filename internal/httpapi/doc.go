// Package httpapi is the register over HTTP. It is the only package that knows
// echo. Every route stands in routes.go; a handler reads the request, calls one
// method of package postgres, and writes what it gives. Errors become RFC 9457
// problems in problem.go and nowhere else.
package httpapi
