package intake_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

const ofdsShared = "../../../shared/data/"

// register is records in memory, by noun, in place of a database.
type register map[*registry.Noun][]registry.Record

// Stream sends the records as the database would.
func (r register) Stream(_ context.Context, _ registry.Actor, n *registry.Noun, _ registry.Filter, sink postgres.Sink) (int64, error) {
	if err := sink.Begin(n.Fields); err != nil {
		return 0, err
	}
	for _, record := range r[n] {
		values := make([]postgres.Value, len(n.Fields))
		for i := range n.Fields {
			values[i] = wire(nil, &n.Fields[i], reflect.ValueOf(record).Elem())
		}
		if err := sink.Row(values); err != nil {
			return 0, err
		}
	}
	return int64(len(r[n])), sink.End()
}

// publish writes a register as a network.
func publish(t rapid.TB, r register, format export.NetworkFormat) []byte {
	t.Helper()
	var out bytes.Buffer
	day := registry.NewDate(2026, 6, 30)
	about := export.About{Source: "Sở Khoa học và Công nghệ", Filter: "unit=31", Written: time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)}
	if _, err := export.WriteNetwork(context.Background(), format, &out, r, registry.Actor{}, registry.Filter{AsOf: &day}, about); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// adopt reads a network into a register, giving ids as they come. faults are
// those of rows that were refused.
func adopt(t testing.TB, path string, codes registry.Codes) (r register, rows map[*registry.Noun][]registry.Row, faults []registry.Fault) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	network, err := intake.OpenNetwork(f, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	batches, err := network.Batches(codes)
	if err != nil {
		t.Fatal(err)
	}
	r, rows = register{}, map[*registry.Noun][]registry.Row{}
	for _, b := range batches {
		for {
			var row registry.Row
			err := b.Rows.Next(&row)
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if row.Record != nil {
				row.Faults = append(row.Faults, b.Noun.Check(row.Record, codes)...)
			}
			if registry.Invalid(row.Faults) != nil {
				faults = append(faults, row.Faults...)
				continue
			}
			b.Noun.Field("id").Set(reflect.ValueOf(row.Record).Elem(), int64(len(r[b.Noun])+1))
			r[b.Noun], rows[b.Noun] = append(r[b.Noun], row.Record), append(rows[b.Noun], row)
		}
	}
	return r, rows, faults
}

// schemas compiles the schemas of OFDS 0.3.
func schemas(t testing.TB) (network, node, span *jsonschema.Schema) {
	t.Helper()
	const base = "https://raw.githubusercontent.com/Open-Telecoms-Data/open-fibre-data-standard/0__3__0/schema/"
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	c.UseRegexpEngine(compilePattern)
	for _, name := range []string{"network-schema.json", "network-package-schema.json"} {
		f, err := os.Open(ofdsShared + "ofds-schema/schema/" + name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(f)
		f.Close()
		if err == nil {
			err = c.AddResource(base+name, doc)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return c.MustCompile(base + "network-package-schema.json"), c.MustCompile(base + "network-schema.json#/$defs/Node"),
		c.MustCompile(base + "network-schema.json#/$defs/Span")
}

// notPrefix is the one pattern of the schema that Go's regular expressions do
// not know: ^(?!(…)).
type notPrefix string

func (p notPrefix) String() string            { return "^(?!(" + string(p) + "))" }
func (p notPrefix) MatchString(s string) bool { return !strings.HasPrefix(s, string(p)) }

func compilePattern(pattern string) (jsonschema.Regexp, error) {
	if prefix, ok := strings.CutPrefix(pattern, "^(?!("); ok {
		return notPrefix(strings.TrimSuffix(prefix, "))")), nil
	}
	return regexp.Compile(pattern)
}

// The example of the standard is valid and its invalid example is not: the
// validator validates.
func TestSchemas(t *testing.T) {
	t.Parallel()
	network, _, _ := schemas(t)
	for name, valid := range map[string]bool{"network-package.json": true, "network-package-invalid.json": false} {
		b, err := os.ReadFile(ofdsShared + "ofds-schema/examples/json/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if err := validate(network, b); (err == nil) != valid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func validate(schema *jsonschema.Schema, b []byte) error {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		return err
	}
	return schema.Validate(doc)
}

type reference struct{ ID, Name string }

type ofdsPackage struct {
	Networks []struct {
		ID, Name string
		Nodes    []struct {
			ID, Name         string
			NetworkProviders []reference
			Owner            reference `json:"physicalInfrastructureProvider"`
		}
		Spans []struct {
			ID, Start, End   string
			NetworkProviders []reference
			Owner            reference `json:"physicalInfrastructureProvider"`
		}
		Organisations []reference
	}
}

// checkPackage asks for what the schema cannot: references that lead somewhere,
// ids that are unique.
func checkPackage(t rapid.TB, b []byte) ofdsPackage {
	t.Helper()
	var p ofdsPackage
	if err := json.Unmarshal(b, &p); err != nil {
		t.Fatal(err)
	}
	organizations, ids, nodes := map[string]string{"": ""}, map[string]bool{}, map[string]bool{"": true}
	n := p.Networks[0]
	for _, o := range n.Organisations {
		organizations[o.ID] = o.Name
	}
	refers := func(refs ...reference) {
		for _, r := range refs {
			if name, ok := organizations[r.ID]; !ok || name != r.Name {
				t.Errorf("organisation %+v is not in the list", r)
			}
		}
	}
	for _, node := range n.Nodes {
		if ids["node "+node.ID] {
			t.Errorf("two nodes %s", node.ID)
		}
		ids["node "+node.ID], nodes[node.ID] = true, true
		refers(append(node.NetworkProviders, node.Owner)...)
	}
	for _, span := range n.Spans {
		if ids["span "+span.ID] {
			t.Errorf("two spans %s", span.ID)
		}
		ids["span "+span.ID] = true
		if !nodes[span.Start] || !nodes[span.End] {
			t.Errorf("span %s ends at %q and %q, which are no nodes", span.ID, span.Start, span.End)
		}
		refers(append(span.NetworkProviders, span.Owner)...)
	}
	return p
}

// Networks of the world, of several versions and tools: each is taken over
// whole, leaves again valid, with the same ids and ends, and comes back.
func TestNetworksOfTheWorld(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(ofdsShared + "ofds/*/*/*json")
	if err != nil || len(files) < 33 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	codes := lists(t)
	network, node, span := schemas(t)
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			r, _, faults := adopt(t, path, codes)
			nodes, spans, ends, still := worldCounts(t, path)
			for _, f := range faults {
				if f.Rule != intake.RuleGeometryShort {
					t.Errorf("row %d refused: %s %s %q", f.Row, f.Rule, f.Message.EN, f.Value)
				}
			}
			if len(faults) != still {
				t.Errorf("%d rows refused of %d that should", len(faults), still)
			}
			if got := len(r[registry.ManholeNoun]); got != nodes {
				t.Errorf("%d nodes of %d", got, nodes)
			}
			if got := len(r[registry.CableRouteNoun]); got != spans {
				t.Errorf("%d spans of %d", got, spans)
			}
			if nodes+spans == 0 {
				t.Fatal("nothing in the file")
			}
			b := publish(t, r, export.OFDSJSON)
			if err := validate(network, b); err != nil {
				t.Error(err)
			}
			p := checkPackage(t, b)
			if got := len(p.Networks[0].Nodes) + len(p.Networks[0].Spans); got != nodes+spans {
				t.Errorf("%d nodes and spans leave", got)
			}
			left := 0
			for _, s := range p.Networks[0].Spans {
				for _, end := range []string{s.Start, s.End} {
					if end != "" {
						left++
					}
				}
			}
			if nodes > 0 && left != ends {
				t.Errorf("%d ends of %d", left, ends)
			}
			checkFeatures(t, publish(t, r, export.OFDSNodes), node, "location", nodes)
			checkFeatures(t, publish(t, r, export.OFDSSpans), span, "route", spans)
			checkTables(t, publish(t, r, export.OFDSCSV), nodes, spans)
			again := filepath.Join(t.TempDir(), "again.json")
			if err := os.WriteFile(again, b, 0o600); err != nil {
				t.Fatal(err)
			}
			back, _, faults := adopt(t, again, codes)
			if len(faults) > 0 {
				t.Errorf("our own file: %+v", faults[0])
			}
			for _, noun := range []*registry.Noun{registry.ManholeNoun, registry.CableRouteNoun} {
				if diff := cmp.Diff(all(noun, r[noun]), all(noun, back[noun])); diff != "" {
					t.Errorf("%s (-first +second): %s", noun.Path, diff)
				}
			}
		})
	}
}

// all gives what counts of records.
func all(noun *registry.Noun, records []registry.Record) (out []map[string]string) {
	for _, r := range records {
		out = append(out, attributes(noun, r, names(noun, r)))
	}
	return out
}

// worldCounts counts by encoding/json what a file holds: nodes, spans and their
// ends, but for the spans of less than a millimetre, still. Rwanda and Togo have
// such, left over where lines were cut at nodes.
func worldCounts(t *testing.T, path string) (nodes, spans, ends, still int) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	type line struct{ Coordinates json.RawMessage }
	var f struct {
		Networks []struct {
			Nodes []json.RawMessage
			Spans []struct {
				Start, End string
				Route      line
			}
		}
		Features []struct {
			Geometry struct {
				line
				Type string
			}
		}
	}
	if err := json.Unmarshal(b, &f); err != nil {
		t.Fatal(err)
	}
	span := func(l line, names ...string) {
		var positions []orb.Point
		if err := json.Unmarshal(l.Coordinates, &positions); err != nil {
			t.Fatal(err)
		}
		const cell = 1e-7 // degrees: to what the register keeps a position
		if !slices.ContainsFunc(positions, func(p orb.Point) bool {
			return math.Round(p[0]/cell) != math.Round(positions[0][0]/cell) || math.Round(p[1]/cell) != math.Round(positions[0][1]/cell)
		}) {
			still++
			return
		}
		spans++
		for _, name := range names {
			if name != "" {
				ends++
			}
		}
	}
	for _, n := range f.Networks {
		nodes += len(n.Nodes)
		for _, s := range n.Spans {
			span(s.Route, s.Start, s.End)
		}
	}
	for _, feature := range f.Features {
		if feature.Geometry.Type == "Point" {
			nodes++
		} else {
			span(feature.Geometry.line)
		}
	}
	return nodes, spans, ends, still
}

// checkFeatures holds every feature to the schema of what it is, its references
// made such again.
func checkFeatures(t *testing.T, b []byte, schema *jsonschema.Schema, shape string, want int) {
	t.Helper()
	var c struct {
		Features []struct {
			Geometry   map[string]any
			Properties map[string]any
		}
	}
	if err := json.Unmarshal(b, &c); err != nil || len(c.Features) != want {
		t.Fatalf("%d features, want %d: %v", len(c.Features), want, err)
	}
	for i, f := range c.Features {
		for _, end := range []string{"start", "end"} {
			if node, ok := f.Properties[end].(map[string]any); ok {
				f.Properties[end] = node["id"]
			}
		}
		if f.Geometry != nil {
			f.Properties[shape] = f.Geometry
		}
		if f.Properties["network"] == nil || f.Properties["featureType"] == nil {
			t.Errorf("feature %d lacks its network or type", i)
		}
		if err := schema.Validate(f.Properties); err != nil {
			t.Fatalf("feature %d: %v", i, err)
		}
	}
}

// checkTables holds the CSV tables to the standard's template.
func checkTables(t *testing.T, b []byte, nodes, spans int) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]int{}
	for _, f := range archive.File {
		template, err := os.ReadFile(ofdsShared + "ofds-schema/examples/csv/template/" + f.Name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		lines, err := csv.NewReader(r).ReadAll()
		r.Close()
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if got := strings.Join(lines[0], ","); got != strings.TrimSpace(string(template)) {
			t.Errorf("%s: %s, want %s", f.Name, got, template)
		}
		rows[f.Name] = len(lines) - 1
	}
	for name, want := range map[string]int{"networks.csv": 1, "links.csv": 1, "nodes.csv": nodes, "spans.csv": spans} {
		if rows[name] != want {
			t.Errorf("%s has %d rows, want %d", name, rows[name], want)
		}
	}
}

// What the register publishes it reads back as the same records, in every form
// that has them whole.
func TestNetworkRoundTrip(t *testing.T) {
	t.Parallel()
	codes := lists(t)
	network, _, _ := schemas(t)
	rapid.Check(t, func(t *rapid.T) {
		r := register{}
		for _, noun := range []*registry.Noun{registry.ManholeNoun, registry.SiteNoun, registry.ServicePointNoun, registry.DuctNoun, registry.TrenchNoun, registry.CableRouteNoun} {
			for i := range rapid.IntRange(0, 2).Draw(t, noun.Path) {
				one := record(t, noun, codes)
				noun.Field("id").Set(reflect.ValueOf(one).Elem(), int64(i+1))
				noun.Field("code").Set(reflect.ValueOf(one).Elem(), fmt.Sprintf("%d %s", i, noun.Field("code").Value(reflect.ValueOf(one).Elem())))
				r[noun] = append(r[noun], one)
			}
		}
		if len(r) == 0 {
			return
		}
		b := publish(t, r, export.OFDSJSON)
		if err := validate(network, b); err != nil {
			t.Fatalf("%v\n%s", err, b)
		}
		checkPackage(t, b)
		dir, err := os.MkdirTemp("", "")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		for format, nouns := range map[export.NetworkFormat][]*registry.Noun{
			export.OFDSJSON:  {registry.ManholeNoun, registry.SiteNoun, registry.ServicePointNoun, registry.DuctNoun, registry.TrenchNoun, registry.CableRouteNoun},
			export.OFDSNodes: {registry.ManholeNoun, registry.SiteNoun, registry.ServicePointNoun},
			export.OFDSSpans: {registry.DuctNoun, registry.TrenchNoun, registry.CableRouteNoun},
		} {
			if !slices.ContainsFunc(nouns, func(n *registry.Noun) bool { return len(r[n]) > 0 }) {
				continue
			}
			path := filepath.Join(dir, format.Extension())
			if err := os.WriteFile(path, publish(t, r, format), 0o600); err != nil {
				t.Fatal(err)
			}
			back := readNetwork(t, path, codes)
			for _, noun := range nouns {
				var want, got []map[string]string
				for _, one := range r[noun] {
					want = append(want, attributes(noun, one, names(noun, one)))
				}
				for _, row := range back[noun] {
					got = append(got, attributes(noun, row.Record, row.Refs))
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("%s of %s (-written +read): %s\n%s", noun.Path, format, diff, b)
				}
			}
		}
	})
}

// readNetwork reads a network's rows without asking whether they make sense
// together: drawn records need not.
func readNetwork(t *rapid.T, path string, codes registry.Codes) map[*registry.Noun][]registry.Row {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	network, err := intake.OpenNetwork(f, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	batches, err := network.Batches(codes)
	if err != nil {
		t.Fatal(err)
	}
	out := map[*registry.Noun][]registry.Row{}
	for _, b := range batches {
		for {
			var row registry.Row
			err := b.Rows.Next(&row)
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil || len(row.Faults) > 0 {
				t.Fatalf("%s: %v %+v", b.Noun.Path, err, row.Faults)
			}
			out[b.Noun] = append(out[b.Noun], row)
		}
	}
	return out
}

// What becomes of each member of a foreign node and span.
func TestForeignNetwork(t *testing.T) {
	t.Parallel()
	const network = `{"networks":[{"id":"n","name":"Mạng","crs":{"name":"urn:ogc:def:crs:OGC::CRS84"},
		"spans":[{"id":7,"name":"A–B","status":"planned","readyForServiceDate":"2027-01-01","start":"a","end":"b","transmissionMedium":["fibre"],"deployment":["aboveGround"],
			"transmissionMediumOwner":{"id":"o","name":"Owner"},"networkProviders":[{"id":"o"},{"id":"t","name":"Tenant"},{"id":"t"}],
			"route":{"type":"LineString","coordinates":[[106,20,5],[106.1,20.1,6]]}}],
		"nodes":[{"id":"a","name":"Nút A","status":"operational","address":{"streetAddress":"1 Lê Lợi","locality":"Ngô Quyền"},"networkProviders":[{"name":"Chỉ tên"}],"location":{"type":"Point","coordinates":[106,20]}},{"id":"b"}],
		"organisations":[{"id":"t","name":"Tenant Ltd"}]}]}`
	path := filepath.Join(t.TempDir(), "x.json")
	if err := os.WriteFile(path, []byte(network), 0o600); err != nil {
		t.Fatal(err)
	}
	codes := lists(t)
	r, rows, faults := adopt(t, path, codes)
	// a node without a place is refused with its number
	if len(faults) != 1 || faults[0].Row != 2 && faults[0].Column != "geometry" {
		t.Errorf("%+v", faults)
	}
	cable := r[registry.CableRouteNoun][0].(*registry.CableRoute)
	got := []any{cable.Code, *cable.Name, *cable.Owner, *cable.OwnerPresent, cable.Status, cable.PlannedOn.String(), *cable.FromText, *cable.ToText, *cable.CableType, *cable.Laying, *cable.Source, cable.Geometry.Geometry}
	want := []any{"7", "A–B", "o", true, registry.Approved, "2027-01-01", "Nút A (a)", "(b)", "fibre", "hung", "OFDS: Mạng n", orb.LineString{{106, 20}, {106.1, 20.1}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	manhole := r[registry.ManholeNoun][0].(*registry.Manhole)
	if manhole.Code != "a" || manhole.Owner != nil || *manhole.Address != "1 Lê Lợi" || *manhole.DeclaredCommune != "Ngô Quyền" || manhole.Status != registry.Operating {
		t.Errorf("%+v", manhole)
	}
	var organizations []string
	for _, o := range r[registry.OrganizationNoun] {
		organizations = append(organizations, o.(*registry.Organization).Code+"="+o.(*registry.Organization).Name)
	}
	if diff := cmp.Diff([]string{"o=Owner", "t=Tenant", "Chỉ tên=Chỉ tên"}, organizations); diff != "" {
		t.Error(diff)
	}
	var tenants []string
	for _, row := range rows[registry.TenancyNoun] {
		one := row.Record.(*registry.Tenancy)
		tenants = append(tenants, fmt.Sprint(one.AssetKind, " ", row.Refs["asset"], " ", one.Tenant, " ", one.Placement))
	}
	if diff := cmp.Diff([]string{"cable_route 7 t cable", "manhole a Chỉ tên equipment"}, tenants); diff != "" {
		t.Error(diff)
	}
}

// Files that are something else, or broken, end with one fault in both languages.
func TestNetworkRefused(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ file, rule string }{
		"not JSON":          {"a,b", intake.RuleJSONSyntax},
		"empty object":      {"{}", intake.RuleOFDS},
		"no elements":       {`{"networks":[{"id":"x","nodes":[]}]}`, intake.RuleOFDS},
		"cut":               {`{"networks":[{"nodes":[{"id":"a"`, intake.RuleJSONTruncated},
		"deep":              {`{"networks":[{"nodes":[` + strings.Repeat("[", 100), intake.RuleJSONDepth},
		"networks as a map": {`{"networks":{"nodes":[{"id":"a"}]}}`, intake.RuleOFDS},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "x.json")
			if err := os.WriteFile(path, []byte(c.file), 0o600); err != nil {
				t.Fatal(err)
			}
			f, err := os.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			_, err = intake.OpenNetwork(f, intake.Options{})
			var refused *registry.Error
			if !errors.As(err, &refused) || len(refused.Faults) != 1 || refused.Faults[0].Rule != c.rule {
				t.Errorf("%v, want %s", err, c.rule)
			}
		})
	}
}

// Elements that cannot be read are refused one by one, by their number.
func TestNetworkRowsRefused(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "x.json")
	const network = `{"networks":[{"nodes":[7,{"id":"a","location":{"type":"Point","coordinates":[1]}},{"id":"b","name":5},{"id":"c","x":NaN},
		{"id":"ok","location":{"type":"Point","coordinates":[106,20]}}],"spans":["x"]}]}`
	if err := os.WriteFile(path, []byte(network), 0o600); err != nil {
		t.Fatal(err)
	}
	r, _, faults := adopt(t, path, lists(t))
	var got []string
	for _, f := range faults {
		got = append(got, fmt.Sprint(f.Row, " ", f.Rule))
	}
	if diff := cmp.Diff([]string{"1 ofds.invalid", "2 ofds.geometry", "3 ofds.invalid", "4 json.nan"}, got); diff != "" || len(r[registry.ManholeNoun]) != 1 {
		t.Errorf("%s; %d nodes", diff, len(r[registry.ManholeNoun]))
	}
}
