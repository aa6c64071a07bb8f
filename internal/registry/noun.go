package registry

import "reflect"

// Record is a value of a noun.
type Record interface {
	// Validate gives the faults that show in the record alone.
	Validate() []Fault
}

// Noun describes one noun of the register: what the API, the imports, the
// exports and the store need to know to handle its records alike.
type Noun struct {
	// Name is the noun in snake case, also the name of its guarded view.
	Name string
	// Path is its plural in URLs and commands.
	Path string
	// Table is where it is written: asset for the kinds of assets.
	Table string
	// Kind is set for assets.
	Kind     Kind
	Geometry GeometryType
	Title    Text
	Fields   []Field
	// Key names the fields that make two rows of a bulk load the same record.
	Key []string
	typ reflect.Type
}

// IsAsset says whether the noun is a kind of asset.
func (n *Noun) IsAsset() bool { return n.Kind != "" }

// New makes an empty record with the defaults of its fields.
func (n *Noun) New() Record {
	v := reflect.New(n.typ)
	for i := range n.Fields {
		if f := &n.Fields[i]; f.Default != "" {
			f.Set(v.Elem(), f.Default)
		}
	}
	return v.Interface().(Record)
}

// Field finds a field by name, nil when there is none.
func (n *Noun) Field(name string) *Field {
	for i := range n.Fields {
		if n.Fields[i].Name == name {
			return &n.Fields[i]
		}
	}
	return nil
}

// Writable gives the fields a caller may set, in order.
func (n *Noun) Writable() []*Field {
	var out []*Field
	for i := range n.Fields {
		if !n.Fields[i].ReadOnly {
			out = append(out, &n.Fields[i])
		}
	}
	return out
}

// Check gives every fault of a record: of each field, then of the whole. Each
// points at its field. A valid geometry is left as the register keeps it
// (2D, at most seven decimals), so a record is checked by one goroutine.
func (n *Noun) Check(record Record, codes Codes) []Fault {
	v := reflect.ValueOf(record).Elem()
	var faults []Fault
	for i := range n.Fields {
		faults = append(faults, n.Fields[i].check(v, codes)...)
	}
	faults = append(faults, record.Validate()...)
	for i := range faults {
		if f := &faults[i]; f.Pointer == "" && n.Field(f.Column) != nil {
			f.Pointer = "/" + f.Column
		}
	}
	return faults
}

func noun[T any](name, path, table string, kind Kind, geometry GeometryType, title Text, key ...string) *Noun {
	t := reflect.TypeFor[T]()
	if !reflect.PointerTo(t).Implements(reflect.TypeFor[Record]()) {
		panic("registry: " + name + " is no Record")
	}
	return &Noun{Name: name, Path: path, Table: table, Kind: kind, Geometry: geometry, Title: title, Fields: fieldsOf(t), Key: key, typ: t}
}

// The nouns of the register.
var (
	OrganizationNoun = noun[Organization]("organization", "organizations", "organization", "", NoGeometry, T("Tổ chức", "Organizations"), "code")
	UnitNoun         = noun[Unit]("unit", "units", "unit", "", MultiPolygon, T("Đơn vị hành chính", "Administrative units"), "level", "code", "valid_from")
	VillageNoun      = noun[Village]("village", "villages", "village", "", Point, T("Thôn, khu phố", "Villages"), "code", "valid_from")
	SiteNoun         = noun[Site]("site", "sites", "asset", SiteKind, Point, T("Vị trí trạm BTS", "BTS sites"), "owner", "code")
	MastNoun         = noun[Mast]("mast", "masts", "mast", "", Point, T("Cột ăng ten", "Masts"), "site", "code")
	StationNoun      = noun[Station]("station", "stations", "station", "", Point, T("Trạm", "Stations"), "operator", "code")
	PoleNoun         = noun[Pole]("pole", "poles", "asset", PoleKind, Point, T("Cột treo cáp", "Cable poles"), "owner", "code")
	DuctNoun         = noun[Duct]("duct", "ducts", "asset", DuctKind, LineString, T("Cống cáp", "Duct sections"), "owner", "code")
	ManholeNoun      = noun[Manhole]("manhole", "manholes", "asset", ManholeKind, Point, T("Bể cáp", "Manholes"), "owner", "code")
	TrenchNoun       = noun[Trench]("trench", "trenches", "asset", TrenchKind, LineString, T("Hào, tuy nen kỹ thuật", "Trenches"), "owner", "code")
	CableRouteNoun   = noun[CableRoute]("cable_route", "cables", "asset", CableRouteKind, LineString, T("Tuyến cáp", "Cable routes"), "owner", "code")
	ServicePointNoun = noun[ServicePoint]("service_point", "service-points", "asset", ServicePointKind, Point, T("Điểm phục vụ công cộng", "Public service points"), "owner", "code")
	TenancyNoun      = noun[Tenancy]("tenancy", "tenancies", "tenancy", "", NoGeometry, T("Dùng chung", "Tenancies"), "asset_kind", "asset", "tenant", "placement", "from")
	PermitNoun       = noun[Permit]("permit", "permits", "permit", "", NoGeometry, T("Giấy phép", "Permits"), "asset_kind", "asset", "basis", "number")
	CertificateNoun  = noun[Certificate]("certificate", "certificates", "certificate", "", NoGeometry, T("Kiểm định", "Certificates"), "site", "number")
	ZoneNoun         = noun[Zone]("zone", "zones", "zone", "", MultiPolygon, T("Khu vực quy hoạch", "Zones"), "code", "valid_from")
	StreetNoun       = noun[Street]("street", "streets", "street", "", LineString, T("Tuyến đường trong danh mục", "Listed streets"), "code", "valid_from")
	PlannedWorkNoun  = noun[PlannedWork]("planned_work", "planned-works", "planned_work", "", LineString, T("Công trình dự kiến", "Planned works"), "owner", "code")
	ReportedNoun     = noun[ReportedValue]("reported_value", "reported-values", "reported_value", "", NoGeometry, T("Số liệu báo cáo", "Reported values"), "indicator", "unit_code", "on", "layer")
	DIINoun          = noun[DIIResult]("dii_result", "dii-results", "dii_result", "", NoGeometry, T("Kết quả các vòng DII", "Results of the DII rounds"), "year", "round", "indicator")
	StatementNoun    = noun[Statement]("statement", "statements", "statement", "", NoGeometry, T("Xác nhận phủ sóng", "Coverage statements"), "village", "layer", "service", "technology", "operator", "from")
	InspectionNoun   = noun[Inspection]("inspection", "inspections", "inspection", "", Point, T("Kiểm tra", "Inspections"), "code")
	ViolationNoun    = noun[Violation]("violation", "violations", "violation", "", NoGeometry, T("Vi phạm", "Violations"), "code")
	FieldReportNoun  = noun[FieldReport]("field_report", "field-reports", "field_report", "", Point, T("Báo cáo hiện trường", "Field reports"), "code")
	PhotoNoun        = noun[Photo]("photo", "photos", "photo", "", Point, T("Ảnh", "Photos"), "code")
)

// Nouns lists every noun in the order in which records can be loaded: what
// others refer to comes first.
var Nouns = []*Noun{
	OrganizationNoun, UnitNoun, VillageNoun, SiteNoun, MastNoun, StationNoun, PoleNoun, ManholeNoun, DuctNoun,
	TrenchNoun, CableRouteNoun, ServicePointNoun, TenancyNoun, PermitNoun, CertificateNoun, StatementNoun,
	InspectionNoun, ViolationNoun, FieldReportNoun, PhotoNoun,
	ZoneNoun, StreetNoun, PlannedWorkNoun, ReportedNoun, DIINoun,
}

// NounByPath finds a noun by its plural, nil when there is none.
func NounByPath(path string) *Noun {
	for _, n := range Nouns {
		if n.Path == path {
			return n
		}
	}
	return nil
}

// NounByKind finds the noun of a kind of asset, nil when there is none.
func NounByKind(kind Kind) *Noun {
	for _, n := range Nouns {
		if n.IsAsset() && n.Kind == kind {
			return n
		}
	}
	return nil
}

// NounOf finds the noun of a record.
func NounOf(record Record) *Noun {
	t := reflect.TypeOf(record).Elem()
	for _, n := range Nouns {
		if n.typ == t {
			return n
		}
	}
	return nil
}
