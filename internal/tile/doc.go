// Package tile keeps vector tiles that have been made: which tiles a place lies
// in, what of the cache a change of the register drops, and the cache itself.
// It knows nothing of what is in a tile, nor of where it comes from.
package tile
