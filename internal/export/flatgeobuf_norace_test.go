//go:build !race

package export

// memoryRecords is how many records TestMemory writes.
const memoryRecords = 200_000
