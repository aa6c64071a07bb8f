package intake

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// forged makes every entry of an archive say that it unpacks to a few bytes.
func forged(archive []byte, says uint32) []byte {
	out := bytes.Clone(archive)
	for at := 0; ; {
		i := bytes.Index(out[at:], []byte("PK\x01\x02")) // an entry of the central directory
		if i < 0 {
			return out
		}
		at += i
		binary.LittleEndian.PutUint32(out[at+24:], says)
		at += 46
	}
}

// An archive that unpacks to more than it is, or than it says, is refused before
// it costs anything, whatever it claims to hold; and its names open and make no
// file.
func TestAttackArchives(t *testing.T) {
	t.Parallel()
	const large = 32 << 20
	zeros, spaces := strings.Repeat("\x00", large), strings.Repeat(" ", large)
	book := func(part string) []byte { return bookOf(t, "", map[string]string{part: spaces}) }
	layer := layerOf()
	shapes := func(extension string) []byte {
		parts := map[string]string{}
		for name, content := range layer {
			parts[name] = content
			if filepath.Ext(name) == extension {
				parts[name] = content + zeros
			}
		}
		return packed(t, parts)
	}
	many := map[string]string{}
	for i := range MaxZipEntries + 1 {
		many[strings.Repeat("a", i%50)+string(rune('a'+i%26))+time.Duration(i).String()] = ""
	}
	for name, x := range map[string]struct {
		file    string
		content []byte
	}{
		"a sheet": {"x.xlsx", book("xl/worksheets/sheet1.xml")}, "texts": {"x.xlsx", book("xl/sharedStrings.xml")}, "styles": {"x.xlsx", book("xl/styles.xml")},
		"a workbook": {"x.xlsx", book("xl/workbook.xml")}, "relations": {"x.xlsx", book("xl/_rels/workbook.xml.rels")},
		"shapes": {"x.zip", shapes(".shp")}, "a table": {"x.zip", shapes(".dbf")}, "a system": {"x.zip", shapes(".prj")},
		"a map": {"x.kmz", packed(t, map[string]string{"doc.kml": spaces})}, "many entries": {"x.zip", packed(t, many)},
	} {
		for claim, content := range map[string][]byte{"": x.content, ", saying little": forged(x.content, 100), ", saying too much": forged(x.content, 0xfffffff0)} {
			got := readAt(t, content, x.file, Options{})
			if got.fatal == "" {
				t.Errorf("%s%s is read: %+.300v", name, claim, got)
			}
		}
	}
}

// Names that lead out of a directory lead nowhere.
func TestAttackArchivePaths(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	secret := filepath.Join(dir, "secret.dbf")
	if err := os.WriteFile(secret, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	outside := filepath.Join(os.TempDir(), fmt.Sprintf("hatangso-%d.txt", os.Getpid()))
	parts := map[string]string{"../../../../../.." + outside: "x", "/etc/passwd": "x", `..\..\x.txt`: "x", "a/../../b.txt": "x", strings.Repeat("../", 200) + "x.shp": "x"}
	for name, content := range layerOf() {
		parts[strings.Replace(name, "p/", "../"+dir+"/", 1)] = content
	}
	before, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	readAt(t, packed(t, parts), "x.zip", Options{})
	after, err := os.ReadDir(dir)
	if err != nil || len(after) != len(before) {
		t.Errorf("the directory holds %v, held %v (%v)", after, before, err)
	}
	if b, err := os.ReadFile(secret); err != nil || string(b) != "secret" {
		t.Errorf("the file beside is %q, %v", b, err)
	}
	if _, err := os.Stat(outside); err == nil {
		t.Error("a file was made outside")
	}
}
