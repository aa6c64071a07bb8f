//go:build !race

package intake_test

// checksSpared is none without the race detector.
const checksSpared = 0
