package intake

import (
	"fmt"
	"io"
	"strings"
	"testing"
)

// Shared texts beyond what memory holds come back from the file.
func TestSharedTextsSpill(t *testing.T) {
	t.Parallel()
	const count = 20_000
	pad := strings.Repeat("á", 1000)
	r, w := io.Pipe()
	go func() {
		fmt.Fprint(w, "<sst>")
		for i := range count {
			fmt.Fprintf(w, "<si><t>%d%s</t></si>", i, pad)
		}
		fmt.Fprint(w, "</sst>")
		w.Close()
	}()
	texts := &sharedTexts{}
	if err := texts.read(newXMLReader(r, maxSheetRowBytes)); err != nil {
		t.Fatal(err)
	}
	defer texts.close()
	if len(texts.memory) > sharedInMemory || texts.file == nil {
		t.Errorf("%d bytes in memory", len(texts.memory))
	}
	for i := range count {
		if got, err := texts.at(i); err != nil || got != fmt.Sprint(i)+pad {
			t.Fatalf("text %d is %.20q %v", i, got, err)
		}
	}
	if got, err := texts.at(count); got != "" || err != nil {
		t.Errorf("%q %v", got, err)
	}
}
