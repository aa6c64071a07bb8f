package registry

import "fmt"

// Kind is the kind of a registered asset (loại công trình).
type Kind string

const (
	SiteKind         Kind = "site"          // vị trí trạm BTS
	PoleKind         Kind = "pole"          // cột treo cáp
	DuctKind         Kind = "duct"          // cống cáp
	ManholeKind      Kind = "manhole"       // bể cáp
	TrenchKind       Kind = "trench"        // hào, tuy nen kỹ thuật
	CableRouteKind   Kind = "cable_route"   // tuyến cáp
	ServicePointKind Kind = "service_point" // điểm phục vụ công cộng
)

// codePrefix starts the code of a record that was filed without one.
var codePrefix = map[Kind]string{
	SiteKind: "VT", PoleKind: "C", DuctKind: "CB", ManholeKind: "B",
	TrenchKind: "H", CableRouteKind: "TC", ServicePointKind: "D",
}

// PositionCode is the code of a record filed without one, made from its first
// position: filing the same place again finds the same record. Longitude first,
// in degrees to six decimals (0.1 m).
func PositionCode(kind Kind, lon, lat float64) string {
	return fmt.Sprintf("%s@%.6f,%.6f", codePrefix[kind], lon, lat)
}

// checkGeometryOf checks *g against the type its noun has and normalises it.
func checkGeometryOf(g *Geometry, want GeometryType) []Fault {
	out, faults := CheckGeometry(g.Geometry, want)
	if len(faults) == 0 {
		g.Geometry = out
	}
	return faults
}

func checkPeriod(fromName string, from *Date, toName string, to *Date) []Fault {
	if from == nil || to == nil || from.Before(*to) {
		return nil
	}
	return []Fault{NewFault("dates.order", toName, to.String(),
		Tf("Phải sau %s (%s).", "Must be after %s (%s).", fromName, *from),
		T("Khoảng thời gian tính từ ngày đầu, không gồm ngày cuối.", "A period runs from its first day up to, not including, its last."))}
}
