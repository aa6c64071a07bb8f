package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"

	"github.com/hatangso/hatangso/internal/registry"
)

// poleColumns are what an operator's file says of a pole besides its place; sql
// is the type a plain table has for it.
var poleColumns = []struct {
	name, sql string
	of        func(*registry.Pole) any
}{
	{"code", "text", func(p *registry.Pole) any { return p.Code }},
	{"owner", "text", func(p *registry.Pole) any { return *p.Owner }},
	{"owner_present", "boolean", func(p *registry.Pole) any { return *p.OwnerPresent }},
	{"road", "text", func(p *registry.Pole) any { return *p.Road }},
	{"operating_from", "date", func(p *registry.Pole) any { return p.OperatingFrom.String() }},
	{"class", "text", func(p *registry.Pole) any { return *p.Class }},
	{"material", "text", func(p *registry.Pole) any { return *p.Material }},
	{"height_m", "float8", func(p *registry.Pole) any { return *p.HeightM }},
	{"line_no", "text", func(p *registry.Pole) any { return *p.LineNo }},
	{"route_code", "text", func(p *registry.Pole) any { return *p.RouteCode }},
	{"boxes", "int8", func(p *registry.Pole) any { return *p.Boxes }},
	{"clearance_m", "float8", func(p *registry.Pole) any { return *p.ClearanceM }},
	{"condition", "text", func(p *registry.Pole) any { return *p.Condition }},
}

// writeFile makes a file of the poles, in the format that write writes.
func (p *province) writeFile(name string, write func(*province, io.Writer) error) (err error) {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	return errors.Join(write(p, w), w.Flush(), f.Close())
}

// writeCSV writes the poles as rows whose last two columns are lon and lat.
func (p *province) writeCSV(to io.Writer) error {
	w := csv.NewWriter(to)
	row := make([]string, 0, len(poleColumns)+2)
	for _, c := range poleColumns {
		row = append(row, c.name)
	}
	if err := w.Write(append(row, "lon", "lat")); err != nil {
		return err
	}
	for pole := range p.poles() {
		row = row[:0]
		for _, c := range poleColumns {
			row = append(row, fmt.Sprint(c.of(&pole)))
		}
		at := pole.Geometry.Geometry.(orb.Point)
		if err := w.Write(append(row, fmt.Sprint(at[0]), fmt.Sprint(at[1]))); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// writeGeoJSON writes the same as a feature collection.
func (p *province) writeGeoJSON(to io.Writer) error {
	before := `{"type":"FeatureCollection","features":[` + "\n"
	for pole := range p.poles() {
		feature := geojson.NewFeature(pole.Geometry.Geometry)
		for _, c := range poleColumns {
			feature.Properties[c.name] = c.of(&pole)
		}
		text, err := json.Marshal(feature)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(to, before); err != nil {
			return err
		}
		if _, err := to.Write(text); err != nil {
			return err
		}
		before = ",\n"
	}
	_, err := io.WriteString(to, "\n]}\n")
	return err
}
