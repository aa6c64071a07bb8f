//go:build race

package intake_test

// checksSpared is how many of the round trips the race detector leaves out for one
// it makes: each costs ten times as much under it.
const checksSpared = 4
