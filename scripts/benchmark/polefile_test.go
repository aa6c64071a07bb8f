package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/ewkb"
	"github.com/paulmach/orb/geojson"
)

// Both files say the same of the same poles, and what a bare COPY reads of a row
// is what it says.
func TestPoleFiles(t *testing.T) {
	t.Parallel()
	p := generate(small)
	var table, collection bytes.Buffer
	if err := p.writeCSV(&table); err != nil {
		t.Fatal(err)
	}
	if err := p.writeGeoJSON(&collection); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&table).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var features geojson.FeatureCollection
	if err := json.Unmarshal(collection.Bytes(), &features); err != nil {
		t.Fatal(err)
	}
	header, rows := rows[0], rows[1:]
	if len(rows) != small.poles || len(features.Features) != small.poles {
		t.Fatalf("%d rows, %d features, want %d", len(rows), len(features.Features), small.poles)
	}
	values := make([]any, len(poleColumns)+1)
	for i, f := range features.Features {
		for k, name := range header[:len(poleColumns)] {
			if got := fmt.Sprint(f.Properties[name]); got != rows[i][k] {
				t.Fatalf("%d: %s is %s in GeoJSON, %s in CSV", i, name, got, rows[i][k])
			}
		}
		if err := bareRow(rows[i], values); err != nil {
			t.Fatal(err)
		}
		at, srid, err := ewkb.Unmarshal(values[len(poleColumns)].([]byte))
		if err != nil || srid != 4326 || at.(orb.Point) != f.Geometry.(orb.Point) {
			t.Fatalf("%d: %v in %d, want %v: %v", i, at, srid, f.Geometry, err)
		}
	}
	if err := bareRow(append(rows[0][:len(poleColumns):len(poleColumns)], "105,4", "20"), values); err == nil {
		t.Error("a decimal comma is read")
	}
}
