package qgis

import (
	"archive/zip"
	_ "embed"
	"fmt"
	"io"
	"math"
	"text/template"
	"time"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// The media types that QGIS registers for its files.
const (
	MediaProject    = "application/x-qgis-project"
	MediaDefinition = "application/x-qgis-layer-definition"
)

// documents are the project and the layer definition. Texts come to them escaped.
//
//go:embed documents.xml
var documentText string

var documents = template.Must(template.New("").Parse(documentText))

// epoch is the first day a zip archive can tell: the same layers are the same file.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// vietnam is where a project of an empty register opens.
var vietnam = orb.Bound{Min: orb.Point{102, 8}, Max: orb.Point{110, 23.5}}

// Definition writes the layers as a layer definition (.qlr), which is dragged
// into a project.
func (s *Site) Definition(w io.Writer) error {
	return documents.ExecuteTemplate(w, "definition", map[string]any{"Title": Escape(s.title()), "Layers": s.layers()})
}

// Project writes the layers as a project (.qgz): a zip archive of the project's
// XML.
func (s *Site) Project(w io.Writer) error {
	archive := zip.NewWriter(w)
	document, err := archive.CreateHeader(&zip.FileHeader{Name: "hatangso.qgs", Method: zip.Deflate, Modified: epoch})
	if err != nil {
		return err
	}
	extent := vietnam
	if s.Extent != nil {
		extent = *s.Extent
	}
	low, high := mercator(extent.Min), mercator(extent.Max)
	if err := documents.ExecuteTemplate(document, "project", map[string]any{"Title": Escape(s.title()), "Layers": s.layers(),
		"West": low[0], "South": low[1], "East": high[0], "North": high[1]}); err != nil {
		return fmt.Errorf("project: %w", err)
	}
	return archive.Close()
}

func (s *Site) title() string {
	return s.say(registry.T("Hạ Tầng Số: hạ tầng viễn thông", "Hạ Tầng Số: telecom infrastructure"))
}

// mercator projects a position to EPSG:3857, the system of web maps in which a
// project opens so that base maps fit it; metres.
func mercator(p orb.Point) orb.Point {
	const radiusM = 6378137
	lat := min(max(p[1], -85), 85)
	return orb.Point{radiusM * p[0] * math.Pi / 180, radiusM * math.Log(math.Tan(math.Pi/4+lat*math.Pi/360))}
}
