package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// ComplianceCount counts the sites of a commune by verdict (thống kê tuân thủ).
type ComplianceCount struct {
	// UnitCode and Unit are of the commune; null for sites in none, and for the total.
	UnitCode *string `json:"unit_code"`
	Unit     *string `json:"unit"`
	Sites    int64   `json:"sites"`
	Lawful   int64   `json:"lawful"`
	Unlawful int64   `json:"unlawful"`
	// Unknown counts those of which too little is known to tell.
	Unknown int64 `json:"unknown"`
	// CertificatesEnded counts those whose last certificate had ended by the day.
	CertificatesEnded int64 `json:"certificates_ended"`
}

// ComplianceCounts counts the sites in service on a day by commune and verdict, of
// those whose papers the actor may see. CodeUnauthorized for who has not signed in.
func (db *DB) ComplianceCounts(ctx context.Context, who registry.Actor, filter registry.Filter) (total ComplianceCount, items []ComplianceCount, err error) {
	if !who.SignedIn() {
		return total, nil, registry.Errorf(registry.CodeUnauthorized, "Hãy đăng nhập để xem thống kê tuân thủ.", "Sign in to see how many are lawful.")
	}
	ctx = as(ctx, who)
	where, err := db.where(ctx, registry.SiteNoun, filter)
	if err != nil {
		return total, nil, err
	}
	day := where.arg(*filter.AsOf)
	rows, err := db.pool.Query(ctx, `SELECT u.code, u.name, count(*), count(*) FILTER (WHERE c.verdict = 'lawful'), count(*) FILTER (WHERE c.verdict = 'unlawful'),
			count(*) FILTER (WHERE c.verdict = 'unknown'), count(*) FILTER (WHERE c.certificate_until <= `+day+`::date)
		FROM (SELECT id, unit_id FROM guarded.site WHERE `+near(who.Grants, registry.SiteNoun)+` AND `+where.sql()+`) site
		JOIN compliance c ON c.site_id = site.id AND c.during @> `+day+`::date
		LEFT JOIN unit u ON u.id = site.unit_id GROUP BY u.id, u.code, u.name ORDER BY u.code NULLS LAST`, where.args...)
	if err != nil {
		return total, nil, translate(err)
	}
	items, err = pgx.CollectRows(rows, pgx.RowToStructByPos[ComplianceCount])
	for _, c := range items {
		total.Sites += c.Sites
		total.Lawful += c.Lawful
		total.Unlawful += c.Unlawful
		total.Unknown += c.Unknown
		total.CertificatesEnded += c.CertificatesEnded
	}
	return total, items, translate(err)
}
