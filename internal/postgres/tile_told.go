package postgres

import (
	"github.com/hatangso/hatangso/internal/registry"
)

// SitesTold are what clusters of sites tell of theirs when they are asked: what a
// map colours sites by. They are named as the properties of records.
var SitesTold = []string{"owner", "status", "verdict", "operators", "tenants", "technologies", "certificate"}

// theirs is how many of a cluster's sites have which value; of ? it is not told.
var theirs = TileProperty{"theirs", "String", registry.T("Số vị trí của cụm theo giá trị, JSON", "How many of a cluster have which value, JSON")}

// siteTold is how what is told of a site k is found, by name; what has no SQL is
// in the counts kept.
var siteTold = map[string]struct{ of, sql string }{
	"owner":     {"site.owner", ""},
	"status":    {"site.status", ""},
	"verdict":   {"site.verdict", "(SELECT max(c.verdict) FROM compliance c WHERE c.site_id = k.id AND c.during @> $4::date)"},
	"operators": {"station.operator", "(SELECT string_agg(DISTINCT o.code, '|' ORDER BY o.code) FROM station s JOIN organization o ON o.id = s.operator_id WHERE s.site_id = k.id AND s.on_air @> $4::date)"},
	// three or more are told as three
	"tenants": {"tenancy.placement site.owner", "(SELECT least(tenancies.n, 3) FROM " + tenantsOf("k.id", "site", true) + ")"},
	// the newest, which a map goes by
	"technologies": {"station.technology", "(SELECT max(s.technology) FROM station s WHERE s.site_id = k.id AND s.on_air @> $4::date)"},
	"certificate": {"site.certificate_until", "(SELECT " + certificateState("max(c.certificate_until)") +
		" FROM compliance c WHERE c.site_id = k.id AND c.during @> $4::date)"},
}

// telling gives the layer as its clusters tell one thing of their records, and how
// many have which value of it: the commonest alone would hide the others.
func (l *TileLayer) telling(told string) *TileLayer {
	t, known := siteTold[told]
	if l.Noun != registry.SiteNoun || !known {
		return l
	}
	telling := *l
	telling.oneByOne = t.sql != ""
	value := t.sql
	for _, kept := range l.tally {
		if value == "" && kept.name == told {
			value = kept.sql
		}
	}
	// NULL is not told, the empty text none
	telling.tally = []*tallied{{of: t.of, name: told, sql: "coalesce((" + value + ")::text, '')", tells: []tallyColumn{
		{TileProperty{told, "String", registry.T("Nhiều nhất trong cụm", "The commonest in a cluster")}, "%s"},
		{theirs, "'{' || string_agg(DISTINCT to_json(coalesce(w." + quote(told) + ", '?'))::text || ':' || w." + quote(told+"_n") + ", ',') || '}'"},
	}}}
	return &telling
}

// certificateSoon is how long before it ends a certificate is pointed out.
const certificateSoon = "90" // days

// certificateState says how a certificate that ends on a day stands on the day
// shown: past, soon to end or valid; NULL for none.
func certificateState(until string) string {
	return "CASE WHEN " + until + " < $4::date THEN 'past' WHEN " + until + " < $4::date + " + certificateSoon + " THEN 'soon' WHEN " + until + " IS NOT NULL THEN 'valid' END"
}
