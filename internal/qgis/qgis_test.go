package qgis_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/qgis"
	"github.com/hatangso/hatangso/internal/registry"
)

// The map has the same colours in QGIS as on the web.
func TestPaletteIsTheWebs(t *testing.T) {
	t.Parallel()
	web, err := os.ReadFile("../../web/src/palette.ts")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]qgis.Colour{
		"otherOwner": qgis.OtherOwner, "provinceBorder": qgis.ColourOf(registry.UnitNoun), "village": qgis.ColourOf(registry.VillageNoun),
		"servicePoint": qgis.ColourOf(registry.ServicePointNoun), "pole": qgis.ColourOf(registry.PoleNoun), "duct": qgis.ColourOf(registry.DuctNoun),
		"manhole": qgis.ColourOf(registry.ManholeNoun), "cable": qgis.ColourOf(registry.CableRouteNoun), "trench": qgis.ColourOf(registry.TrenchNoun),
	} {
		// the first is by day
		got := regexp.MustCompile(`\b` + name + `: '(#[0-9a-f]{6})'`).FindSubmatch(web)
		if got == nil || string(got[1]) != string(want) {
			t.Errorf("%s is %s here and %q on the web", name, want, got)
		}
	}
	owners := regexp.MustCompile(`ownerColours = \[(.*?)\]`).FindSubmatch(web)
	var here []string
	for _, c := range qgis.OwnerColours {
		here = append(here, "'"+string(c)+"'")
	}
	if owners == nil || string(owners[1]) != strings.Join(here, ", ") {
		t.Errorf("owners' colours are %s here and %q on the web", here, owners)
	}
}

// document is what of a project or definition is looked at.
type document struct {
	Tree   []treeLayer `xml:"-"`
	Layers []struct {
		ID       string `xml:"id"`
		Source   string `xml:"datasource"`
		Name     string `xml:"layername"`
		SRSID    int    `xml:"srs>spatialrefsys>srsid"`
		Renderer struct {
			Type       string `xml:"type,attr"`
			Attr       string `xml:"attr,attr"`
			Categories []struct {
				Value string `xml:"value,attr"`
				Label string `xml:"label,attr"`
			} `xml:"categories>category"`
			Symbols []struct {
				Name string `xml:"name,attr"`
			} `xml:"symbols>symbol"`
		} `xml:"renderer-v2"`
	} `xml:"maplayer"`
}

type treeLayer struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
}

// read reads the layers of a document, and holds its tree to them.
func read(t *testing.T, text []byte) document {
	t.Helper()
	var d document
	for decoder := xml.NewDecoder(bytes.NewReader(text)); ; {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		start, ok := token.(xml.StartElement)
		switch {
		case ok && start.Name.Local == "layer-tree-layer":
			var l treeLayer
			if err := decoder.DecodeElement(&l, &start); err != nil {
				t.Fatal(err)
			}
			d.Tree = append(d.Tree, l)
		case ok && (start.Name.Local == "maplayers" || start.Name.Local == "projectlayers"):
			if err := decoder.DecodeElement(&d, &start); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(d.Tree) != len(d.Layers) {
		t.Fatalf("%d layers in the tree, %d of them described", len(d.Tree), len(d.Layers))
	}
	for i, l := range d.Layers {
		if d.Tree[i] != (treeLayer{l.ID, l.Source}) {
			t.Errorf("in the tree %v, described %s %s", d.Tree[i], l.ID, l.Source)
		}
		if l.SRSID != 3452 {
			t.Errorf("%s names no coordinate system that QGIS draws in", l.ID)
		}
		if len(l.Renderer.Symbols) != max(1, len(l.Renderer.Categories)) {
			t.Errorf("%s has %d categories and %d symbols", l.ID, len(l.Renderer.Categories), len(l.Renderer.Symbols))
		}
	}
	return d
}

func site() *qgis.Site {
	return &qgis.Site{
		Service: &url.URL{Scheme: "https", Host: "hatang.example.vn", Path: "/ogc"},
		Codes: registry.NewCodes([]registry.ListCode{
			{List: "status", Code: "planned", Title: registry.T("Quy hoạch", "Planned")}, {List: "status", Code: "operating", Title: registry.T("Đang hoạt động", "Operating")},
			{List: "technology", Code: "4G", Title: registry.T("4G", "4G")},
		}),
		Owners: []qgis.Owner{{Code: `A"&<`, Name: "Công ty <A> & con"}, {Code: "B", Name: "B"}},
		Layers: []*registry.Noun{registry.UnitNoun, registry.PoleNoun, registry.DuctNoun, registry.StationNoun, registry.SiteNoun},
	}
}

func TestDefinition(t *testing.T) {
	t.Parallel()
	s := site()
	var b bytes.Buffer
	if err := s.Definition(&b); err != nil {
		t.Fatal(err)
	}
	d := read(t, b.Bytes())
	var ids, names, by []string
	for _, l := range d.Layers {
		ids, names, by = append(ids, l.ID), append(names, l.Name), append(by, l.Renderer.Attr)
	}
	if want := []string{"hatangso_sites", "hatangso_stations", "hatangso_poles", "hatangso_ducts", "hatangso_units"}; !slices.Equal(ids, want) {
		t.Errorf("layers %v, want points over lines over areas: %v", ids, want)
	}
	if want := []string{"owner", "technology", "status", "status", ""}; !slices.Equal(by, want) {
		t.Errorf("coloured by %v, want %v", by, want)
	}
	if names[0] != "Vị trí trạm BTS" {
		t.Errorf("named %v", names)
	}
	sites := d.Layers[0]
	if want := `restrictToRequestBBOX='1' pageSize='1000' url='https://hatang.example.vn/ogc' typename='sites'`; sites.Source != want {
		t.Errorf("read from %s, want %s", sites.Source, want)
	}
	if c := sites.Renderer.Categories; len(c) != 3 || c[0].Value != `A"&<` || c[0].Label != "Công ty <A> & con" || c[2].Value != "" || c[2].Label != "Khác" {
		t.Errorf("categories %+v", c)
	}
}

func TestProject(t *testing.T) {
	t.Parallel()
	s := site()
	s.English, s.AuthConfig, s.Owners = true, "abc1234", nil
	var b, again bytes.Buffer
	if err := s.Project(&b); err != nil {
		t.Fatal(err)
	}
	if err := s.Project(&again); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Errorf("the same project is another file, %v", err)
	}
	archive, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil || len(archive.File) != 1 || archive.File[0].Name != "hatangso.qgs" {
		t.Fatalf("%v, %v", archive, err)
	}
	file, err := archive.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(file)
	if err != nil {
		t.Fatal(err)
	}
	d := read(t, text)
	if l := d.Layers[0]; l.Name != "BTS sites" || l.Renderer.Attr != "status" || !strings.HasPrefix(l.Source, "authcfg=abc1234 ") {
		t.Errorf("%+v", l)
	}
	if !strings.Contains(string(text), "<xmin>1.135") { // 102° east in metres
		t.Error("it does not open on the country")
	}
}
