package export

import (
	"encoding/json"
	"time"

	"github.com/gogama/flatgeobuf/flatgeobuf/flat"
	flatbuffers "github.com/google/flatbuffers/go"

	"github.com/hatangso/hatangso/internal/registry"
)

// flatGeometries are the types of geometry as FlatGeobuf numbers them.
var flatGeometries = map[registry.GeometryType]flat.GeometryType{
	registry.Point: flat.GeometryTypePoint, registry.LineString: flat.GeometryTypeLineString,
	registry.MultiPolygon: flat.GeometryTypeMultiPolygon, registry.NoGeometry: flat.GeometryTypeUnknown,
}

// header builds the header, when everything is known.
func (f *flatGeobuf) header() (*flat.Header, error) {
	n := f.about.Noun
	metadata, err := json.Marshal(map[string]any{
		"source": f.about.Source, "filter": f.about.Filter, "as_of": f.about.AsOf,
		"written": f.about.Written.UTC().Format(time.RFC3339), "title": n.Title,
	})
	if err != nil {
		return nil, err
	}
	b := flatbuffers.NewBuilder(8 << 10)
	var columns []flatbuffers.UOffsetT
	for _, c := range f.columns {
		if c.field.Type == registry.GeometryField {
			continue
		}
		name, title, about := b.CreateString(c.field.Name), b.CreateString(c.field.Title.VI), b.CreateString(c.field.Title.EN)
		flat.ColumnStart(b)
		flat.ColumnAddName(b, name)
		flat.ColumnAddTitle(b, title)
		flat.ColumnAddDescription(b, about)
		flat.ColumnAddType(b, c.kind)
		if c.field.Name == "id" {
			flat.ColumnAddNullable(b, false)
			flat.ColumnAddUnique(b, true)
			flat.ColumnAddPrimaryKey(b, true)
		}
		columns = append(columns, flat.ColumnEnd(b))
	}
	flat.HeaderStartColumnsVector(b, len(columns))
	for i := len(columns) - 1; i >= 0; i-- {
		b.PrependUOffsetT(columns[i])
	}
	columnsVector := b.EndVector(len(columns))
	var envelope flatbuffers.UOffsetT
	if f.extent != emptyBox {
		flat.HeaderStartEnvelopeVector(b, 4)
		for _, v := range [...]float64{f.extent.maxY, f.extent.maxX, f.extent.minY, f.extent.minX} {
			b.PrependFloat64(v)
		}
		envelope = b.EndVector(4)
	}
	organization, system := b.CreateString("EPSG"), b.CreateString("WGS 84")
	flat.CrsStart(b)
	flat.CrsAddOrg(b, organization)
	flat.CrsAddCode(b, 4326)
	flat.CrsAddName(b, system)
	crs := flat.CrsEnd(b)
	name, title, about, meta := b.CreateString(n.Path), b.CreateString(n.Title.VI), b.CreateString(n.Title.EN), b.CreateString(string(metadata))
	flat.HeaderStart(b)
	flat.HeaderAddName(b, name)
	if envelope != 0 {
		flat.HeaderAddEnvelope(b, envelope)
	}
	flat.HeaderAddGeometryType(b, flatGeometries[n.Geometry])
	flat.HeaderAddColumns(b, columnsVector)
	flat.HeaderAddFeaturesCount(b, f.rows)
	nodeSize := uint16(0)
	if f.indexed {
		nodeSize = flatNodeSize
	}
	flat.HeaderAddIndexNodeSize(b, nodeSize)
	flat.HeaderAddCrs(b, crs)
	flat.HeaderAddTitle(b, title)
	flat.HeaderAddDescription(b, about)
	flat.HeaderAddMetadata(b, meta)
	b.FinishSizePrefixed(flat.HeaderEnd(b))
	return flat.GetSizePrefixedRootAsHeader(b.FinishedBytes(), 0), nil
}
