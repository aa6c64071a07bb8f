package intake

import "bytes"

// sniffDelimiter counts each candidate outside quotes over the first lines and
// takes the one whose count is the same as in the header on most of them; on a
// tie the one with more columns, then semicolon and tab before comma, which
// also stands in numbers and text.
func sniffDelimiter(sample []byte, extension string) byte {
	const lines = 20
	candidates := []byte{';', '\t', '|', ','}
	var counts [lines][4]int
	line, quoted, written := 0, false, false
	before := byte('\n')
	for _, b := range sample {
		i := bytes.IndexByte(candidates, b)
		// A mark in the middle of a cell is seconds of arc; one after another
		// mark stands for itself.
		if b == '"' && (quoted || before == '\n' || before == '"' || bytes.IndexByte(candidates, before) >= 0) {
			quoted = !quoted
		}
		before = b
		if b == '\n' && !quoted {
			if written {
				line++
			}
			if written = false; line == lines {
				break
			}
			continue
		}
		written = written || b > ' '
		if i >= 0 && !quoted {
			counts[line][i]++
		}
	}
	if line == 0 {
		line = 1 // a header without a line end
	}
	best, bestSame := 3, 0
	if extension == ".tsv" || extension == ".tab" {
		best = 1
	}
	for i := range candidates {
		same := 0
		for _, n := range counts[:line] {
			if n[i] == counts[0][i] && n[i] > 0 {
				same++
			}
		}
		if same > bestSame || same > 0 && same == bestSame && counts[0][i] > counts[0][best] {
			best, bestSame = i, same
		}
	}
	return candidates[best]
}
