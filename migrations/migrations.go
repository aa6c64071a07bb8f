// Package migrations holds the schema of the register as numbered SQL files.
// They only add: a released file is never edited.
package migrations

import "embed"

// Files are the migrations, in goose's format.
//
//go:embed *.sql
var Files embed.FS
