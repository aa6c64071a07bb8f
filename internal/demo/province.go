package demo

import (
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// Province is the made-up province, ready to be loaded.
//
// The ID of every record is its number within the province, from 1: the record
// Villages[i] has ID i+1. Assets of all kinds are numbered on in one row, in the
// order Sites, Poles, Manholes, Ducts, Trenches, Cables, ServicePoints, as the
// register numbers them. References between records hold these numbers;
// organizations are referred to by code.
type Province struct {
	// AsOf is the day the register is shown at; nothing in it happened later,
	// but plans may be for later.
	AsOf          registry.Date
	Organizations []registry.Organization
	// Units holds the province, the districts that were until 2025-07-01 and the
	// communes since, parents before children.
	Units          []registry.Unit
	Villages       []registry.Village
	Sites          []registry.Site
	Masts          []registry.Mast
	Stations       []registry.Station
	Poles          []registry.Pole
	Manholes       []registry.Manhole
	Ducts          []registry.Duct
	Trenches       []registry.Trench
	Cables         []registry.CableRoute
	ServicePoints  []registry.ServicePoint
	Tenancies      []registry.Tenancy
	Permits        []registry.Permit
	Certificates   []registry.Certificate
	Statements     []registry.Statement
	ReportedValues []registry.ReportedValue
	// DIIResults are what the Authority sent of one year, in both rounds.
	DIIResults   []registry.DIIResult
	Zones        []registry.Zone
	Streets      []registry.Street
	PlannedWorks []registry.PlannedWork
	Inspections  []registry.Inspection
	Violations   []registry.Violation
	FieldReports []registry.FieldReport
	Photos       []registry.Photo
	// Pictures are the bytes of Photos, in their order: they follow the records.
	Pictures [][]byte
	// Reports are what people have reported; the register receives them one by one.
	Reports []Report
	// Plan is the plan of the province, as YAML; Publications are the results the
	// department has published of it. They follow the records as well.
	Plan         []byte
	Publications []Publication
	// Roads and Rivers are no records: they are the ground of the map.
	Roads  []Road
	Rivers []River
}

// Road is a piece of road between junctions, WGS84.
type Road struct {
	Name  string
	Class RoadClass
	Line  orb.LineString
}

// River is a river from its spring to the sea or to a larger one, WGS84.
type River struct {
	Name string
	Line orb.LineString
}
