package postgres

import (
	"slices"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// TileLayer is one layer of vector tiles (lớp ô bản đồ véc tơ): the records of a
// noun that has a geometry.
type TileLayer struct {
	Noun *registry.Noun
	// fields names the noun's fields that go along; one the noun has not is left out.
	fields string
	// derived are properties that are no fields.
	derived []*tileProperty
	// when is the condition that a row of the noun's guarded view is there on day
	// $4; $5 says that the day is not past.
	when string
	// joined is joined to the noun's guarded view, which by that has the columns joins.
	joined, joins string
	// tally are what clusters tell of their records; nil for a layer of areas,
	// which are never counted.
	tally []*tallied
	// oneByOne counts records rather than adds up the counts kept of them.
	oneByOne bool
}

// TileProperty describes a property of a layer's features.
type TileProperty struct {
	Name string
	// Type is String, Number or Boolean, as TileJSON 3.0 says.
	Type  string
	Title registry.Text
}

// tileProperty is what of a record a tile tells beside its fields.
type tileProperty struct {
	TileProperty
	// of names the fields that tell it, as noun.field: who may not see one of them
	// is not told.
	of string
	// sql is the value, on k, a row of the noun's guarded view, and on lateral, which
	// is joined to it.
	sql, lateral string
	// byReader gives both where they depend on who reads.
	byReader func(*TileLayer, registry.Grants) (sql, lateral string)
}

// asRead gives the value and what is joined for somebody.
func (p *tileProperty) asRead(l *TileLayer, g registry.Grants) (sql, lateral string) {
	if p.byReader != nil {
		return p.byReader(l, g)
	}
	return p.sql, p.lateral
}

// tallied is what a cluster tells of its records.
type tallied struct {
	of string // as in tileProperty
	// name is that of the property in the source of the counts.
	name string
	// sql gives it of a record k, or of a row of asset_cell k.
	sql string
	// tells are the properties of the cluster.
	tells []tallyColumn
}

type tallyColumn struct {
	TileProperty
	// sql is an aggregate over w, rows with the tallied value and their number n;
	// %s in it is the commonest value.
	sql string
}

// Conditions on the day.
const (
	// assetOnDay takes what is in service, and today what is not yet.
	assetOnDay = "(in_service @> $4::date OR $5::boolean AND isempty(in_service))"
	inService  = "in_service @> $4::date"
	validOnDay = "valid @> $4::date"
)

// tileLayers are the layers there are, in the order a map draws them. A noun with
// a geometry becomes one by a line here and watch_tiles in its migration.
var tileLayers = []*TileLayer{
	{Noun: registry.UnitNoun, when: validOnDay, fields: "level code name unit_kind population area_km2"},
	{Noun: registry.VillageNoun, when: validOnDay, fields: "code name commune population households",
		joined: coveredJoin, joins: "computed published layer", derived: villageProperties, tally: villageTally},
	{Noun: registry.ZoneNoun, when: validOnDay, fields: "code name zone_kind allowed_classes forbidden_classes height_limit_m height_datum deadline valid_from valid_to"},
	{Noun: registry.StreetNoun, when: validOnDay, fields: "code name street_kind reach_m height_limit_m height_datum deadline valid_from valid_to"},
	{Noun: registry.PlannedWorkNoun, when: "(in_service @> $4::date OR $5::boolean AND lower(in_service) > $4::date)",
		fields: "code name owner work_kind state starts_on ends_on road ducts poles"},
	assetLayer(registry.ServicePointNoun, "class wifi height_m", nil),
	assetLayer(registry.TrenchNoun, "trench_type capacity_text", nil),
	assetLayer(registry.DuctNoun, "ducts free_ducts material", nil),
	assetLayer(registry.ManholeNoun, "manhole_type", nil),
	assetLayer(registry.CableRouteNoun, "laying level", nil),
	assetLayer(registry.PoleNoun, "class material height_m boxes to_remove route_code", nil),
	assetLayer(registry.SiteNoun, "site_kind free_slots", siteProperties("k.id")),
	{Noun: registry.MastNoun, when: inService, fields: "code site site_code class height_m", derived: mastProperties(), tally: []*tallied{commonest("class", "mast.class", "k.class"), ownersTally}},
	{Noun: registry.StationNoun, when: inService, fields: "technology operator site mast active_shared code name band_mhz",
		tally: []*tallied{commonest("technology", "station.technology", "k.technology"), commonest("operator", "station.operator", "k.operator")}},
}

// TileLayers lists the layers there are, in the order a map draws them.
func TileLayers() []*TileLayer { return slices.Clone(tileLayers) }

// TileLayerOf finds the layer of a name, nil when there is none.
func TileLayerOf(name string) *TileLayer {
	for _, l := range tileLayers {
		if l.Name() == name {
			return l
		}
	}
	return nil
}

// Name is that of the layer in addresses and inside its tiles: the noun's plural.
func (l *TileLayer) Name() string { return l.Noun.Path }

// Properties describes what the features of the layer may have.
func (l *TileLayer) Properties() []TileProperty {
	out := []TileProperty{{"id", "Number", registry.T("Số hiệu", "Id")}}
	add := func(p TileProperty) {
		if !slices.ContainsFunc(out, func(o TileProperty) bool { return o.Name == p.Name }) {
			out = append(out, p)
		}
	}
	for _, f := range l.ownFields() {
		add(TileProperty{f.Name, tileType(f.Type), f.Title})
	}
	for _, p := range l.derived {
		add(p.TileProperty)
	}
	if l.tally != nil {
		add(TileProperty{"cluster", "Boolean", registry.T("Là cụm nhiều bản ghi", "Whether it is a cluster of records")})
		add(TileProperty{"count", "Number", registry.T("Số bản ghi của cụm", "Records of a cluster")})
	}
	for _, t := range l.tally {
		for _, c := range t.tells {
			add(c.TileProperty)
		}
	}
	if l.Noun == registry.SiteNoun {
		add(theirs)
		for _, told := range SitesTold {
			for _, t := range l.telling(told).tally {
				add(t.tells[0].TileProperty)
			}
		}
	}
	return out
}

// ownFields are the fields that go along.
func (l *TileLayer) ownFields() (out []*registry.Field) {
	for name := range strings.FieldsSeq(l.fields) {
		if f := l.Noun.Field(name); f != nil {
			out = append(out, f)
		}
	}
	return out
}

// counted says whether what is counted of the layer's records is kept, in asset_cell.
func (l *TileLayer) counted() bool { return l.Noun.IsAsset() && !l.oneByOne }

func tileType(t registry.FieldType) string {
	switch t {
	case registry.IntField, registry.DecimalField:
		return "Number"
	case registry.BoolField:
		return "Boolean"
	}
	return "String"
}

// assetLayer is a layer of a kind of asset: what all have, and what it has of its own.
func assetLayer(n *registry.Noun, fields string, own []*tileProperty) *TileLayer {
	noun := n.Name
	tally := []*tallied{
		commonest("status", noun+".status", statusOnDay),
		{of: noun + ".owner", name: "owner", sql: "(SELECT o.code FROM organization o WHERE o.id = k.owner_id)", tells: ownersTally.tells},
		{of: "tenancy.placement " + noun + ".owner", name: "shared", sql: "k.shared @> $4::date", tells: []tallyColumn{
			{TileProperty{"shared_count", "Number", registry.T("Số dùng chung", "Shared")}, "CASE WHEN count(w.shared) > 0 THEN coalesce(sum(w.n) FILTER (WHERE w.shared), 0)::bigint END"}}},
	}
	if n == registry.SiteNoun {
		tally = append(tally, permitTally)
	}
	return &TileLayer{Noun: n, when: assetOnDay, fields: "code name owner " + fields, tally: tally, derived: append([]*tileProperty{
		{TileProperty{"status", "String", registry.T("Tình trạng trong ngày", "Status on the day")}, noun + ".status", statusOnDay, "", nil},
		{TileProperty{"tenants", "Number", registry.T("Số doanh nghiệp dùng chung", "Tenants")}, "tenancy.placement " + noun + ".owner", "", "", tenantsRead},
		{TileProperty{"shared", "Boolean", registry.T("Dùng chung", "Shared")}, "tenancy.placement " + noun + ".owner", "", "", sharedRead},
	}, own...)}
}

// statusOnDay is the status an asset had on the day, as far as its dates tell.
const statusOnDay = "CASE WHEN k.status IN ('decommissioned', 'removed') THEN 'operating' ELSE k.status END"

// tenantsRead gives how many are on the asset of a record k beside its owner. To those
// who see every tenancy it gives what is kept with the asset's standing, where that is
// of the day; else it counts what they see.
func tenantsRead(l *TileLayer, g registry.Grants) (sql, lateral string) {
	id, kind := "k.id", l.Noun.Name
	if l.Noun == registry.MastNoun {
		id, kind = "k.site", registry.SiteNoun.Name
	}
	counted := tenantsOf(id, kind, kind == registry.SiteNoun.Name)
	if !whole(g) {
		return "tenancies.n", " CROSS JOIN LATERAL " + counted
	}
	// one by one, by its key: joined as a table it might be read whole for each record,
	// where it was small when the query was planned
	return "CASE WHEN standing.asset_id IS NULL THEN 0 WHEN standing.counted @> $4::date THEN standing.tenants ELSE (SELECT tenancies.n FROM " + counted + ") END",
		" LEFT JOIN LATERAL (SELECT s.asset_id, s.counted, s.tenants FROM asset_standing s WHERE s.kind = '" + kind + "' AND s.asset_id = " + id + " OFFSET 0) AS standing ON true"
}

// sharedRead says whether anybody is on the asset beside its owner.
func sharedRead(l *TileLayer, g registry.Grants) (sql, lateral string) {
	tenants, lateral := tenantsRead(l, g)
	return tenants + " > 0", lateral
}

// tenantsOf counts who is on an asset on the day beside its owner. The day is asked
// in a way that no index answers: that of the asset finds its few tenancies in a
// tenth of the time the exclusion constraint's takes, which the planner prefers
// because it answers both.
func tenantsOf(id, kind string, onAir bool) string {
	who := "SELECT t.tenant_id AS who FROM tenancy t WHERE t.asset_kind = '" + kind + "' AND t.asset_id = " + id + " AND (t.during @> $4::date) IS TRUE"
	if onAir {
		who += " UNION SELECT s.operator_id FROM station s WHERE s.site_id = " + id + " AND s.on_air @> $4::date"
	}
	return "(SELECT count(DISTINCT who) AS n FROM (" + who + ") AS w WHERE who IS DISTINCT FROM k.owner_id) AS tenancies"
}

// siteProperties are what is told of a site by what stands on it and its papers;
// id is the SQL of the site's.
func siteProperties(id string) []*tileProperty {
	onAir := " CROSS JOIN LATERAL (SELECT string_agg(DISTINCT s.technology, '|' ORDER BY s.technology) AS technologies, string_agg(DISTINCT o.code, '|' ORDER BY o.code) AS operators FROM station s" +
		" JOIN organization o ON o.id = s.operator_id WHERE s.site_id = " + id + " AND s.on_air @> $4::date) AS stations"
	// of the day, not of today as the view of sites has them; one row, whatever there is
	verdicts := " CROSS JOIN LATERAL (SELECT max(c.verdict) AS verdict, max(c.permit) AS permit, max(c.certificate) AS certificate, to_char(max(c.certificate_until), 'YYYY-MM-DD') AS certificate_until" +
		" FROM compliance c WHERE c.site_id = " + id + " AND c.during @> $4::date) AS verdicts"
	return []*tileProperty{
		{TileProperty{"technologies", "String", registry.T("Công nghệ đang phát", "Technologies on air")}, "station.technology", "stations.technologies", onAir, nil},
		{TileProperty{"operators", "String", registry.T("Doanh nghiệp đang phát", "Operators on air")}, "station.operator", "stations.operators", onAir, nil},
		{TileProperty{"height_m", "Number", registry.T("Chiều cao cột cao nhất (m)", "Highest mast (m)")}, "mast.height_m",
			"(SELECT max(m.height_m) FROM mast m WHERE m.site_id = " + id + " AND daterange(m.operating_from, m.operating_to) @> $4::date)", "", nil},
		{TileProperty{"permit", "String", registry.T("Giấy phép", "Permit")}, "permit.basis",
			`(SELECT CASE WHEN bool_or(p.basis = 'permit') THEN 'permit' WHEN bool_or(p.basis NOT IN ('permit', 'missing', 'unknown')) THEN 'exempt'
				WHEN bool_or(p.basis = 'missing') THEN 'missing' ELSE 'unknown' END
				FROM permit p WHERE p.asset_kind = 'site' AND p.asset_id = ` + id + ` AND coalesce(p.issued_on <= $4::date, true))`, "", nil},
		{TileProperty{"verdict", "String", registry.T("Hợp pháp hay không", "Whether it is lawful")}, "site.verdict", "verdicts.verdict", verdicts, nil},
		{TileProperty{"permit_verdict", "String", registry.T("Giấy phép: kết luận", "Permit: the verdict")}, "site.permit_verdict", "verdicts.permit", verdicts, nil},
		{TileProperty{"certificate_verdict", "String", registry.T("Kiểm định: kết luận", "Certificate: the verdict")}, "site.certificate_verdict", "verdicts.certificate", verdicts, nil},
		{TileProperty{"certificate_until", "String", registry.T("Hạn kiểm định", "Certificate expires on")}, "site.certificate_until", "verdicts.certificate_until", verdicts, nil},
		{TileProperty{"certificate", "String", registry.T("Kiểm định: past quá hạn, soon sắp hết hạn, valid còn hạn", "Certificate: past, soon to end, valid")}, "site.certificate_until",
			certificateState("verdicts.certificate_until::date"), verdicts, nil},
	}
}

// mastProperties are those of a mast's site, but for its height.
func mastProperties() []*tileProperty {
	out := []*tileProperty{
		{TileProperty{"owner", "String", registry.T("Chủ sở hữu", "Owner")}, "site.owner", "(SELECT o.code FROM organization o WHERE o.id = k.owner_id)", "", nil},
		{TileProperty{"tenants", "Number", registry.T("Số doanh nghiệp dùng chung vị trí", "Tenants of the site")}, "tenancy.placement site.owner", "", "", tenantsRead},
		{TileProperty{"shared", "Boolean", registry.T("Vị trí dùng chung", "Shared site")}, "tenancy.placement site.owner", "", "", sharedRead},
	}
	for _, p := range siteProperties("k.site") {
		if p.Name != "height_m" {
			out = append(out, p)
		}
	}
	return out
}

// commonest tells the commonest value among a cluster's records.
func commonest(name, of, sql string) *tallied {
	return &tallied{of: of, name: name, sql: sql, tells: []tallyColumn{
		{TileProperty{name, "String", registry.T("Nhiều nhất trong cụm", "The commonest in a cluster")}, "%s"}}}
}

var ownersTally = &tallied{of: "site.owner", name: "owner", sql: "(SELECT o.code FROM organization o WHERE o.id = k.owner_id)", tells: []tallyColumn{
	{TileProperty{"owner", "String", registry.T("Chủ sở hữu nhiều nhất trong cụm", "The commonest owner in a cluster")}, "%s"},
	{TileProperty{"owners", "Number", registry.T("Số chủ sở hữu trong cụm", "Owners in a cluster")}, "nullif(count(DISTINCT w.owner), 0)"},
}}

var permitTally = &tallied{of: "permit.basis", name: "permit",
	sql: "CASE WHEN k.permit_from <= $4::date THEN 'permit' WHEN k.exempt_from <= $4::date THEN 'exempt' WHEN k.missing_from <= $4::date THEN 'missing' ELSE 'unknown' END",
	tells: []tallyColumn{
		{TileProperty{"permit", "String", registry.T("Giấy phép: nhiều nhất trong cụm", "Permit: the commonest in a cluster")}, "%s"},
		{TileProperty{"permit_missing", "Number", registry.T("Số không có giấy phép", "Without a permit")}, "CASE WHEN count(w.permit) > 0 THEN coalesce(sum(w.n) FILTER (WHERE w.permit = 'missing'), 0)::bigint END"},
	}}
