//go:build race

package export

// memoryRecords are few under the race detector, which makes the SQLite in Go a
// hundred times slower.
const memoryRecords = 5_000
