package postgres

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// searched gives the arguments of search_text by which a noun's records are
// found, as the index of its table has them; "" when it has nothing to search.
func searched(n *registry.Noun) string {
	switch {
	case n.IsAsset():
		return "code, name, address, road"
	case n.Field("code") != nil && n.Field("name") != nil:
		return "code, name, NULL, NULL"
	}
	for _, only := range []string{"code", "contract", "number"} {
		if n.Field(only) != nil {
			return only + ", NULL, NULL, NULL"
		}
	}
	return ""
}

// Searchable says whether records of a noun can be found by text.
func Searchable(n *registry.Noun) bool { return searched(n) != "" }

// Where in a text a word may stand: anywhere, or where a word of its own begins.
var (
	anywhere  = []string{"%%%s%%"}
	beginning = []string{"%s%%", "%% %s%%", "%%-%s%%"}
)

// wordsOf gives the words of a text that is searched for.
func wordsOf(text string) ([]string, error) {
	words := strings.Fields(vnname.Fold(text))
	if len(words) == 0 {
		return nil, badParameter("q", text, registry.T("Ghi ít nhất một chữ hoặc số.", "Give at least one letter or digit."))
	}
	return words, nil
}

// patterns adds the arguments that find words at one of the places, and gives their
// placeholders by word.
func (c *conditions) patterns(words, places []string) [][]string {
	patterns := make([][]string, len(words))
	for i, word := range words { // folded: letters and digits, nothing LIKE would read as a pattern
		for _, place := range places {
			patterns[i] = append(patterns[i], c.arg(fmt.Sprintf(place, word)))
		}
	}
	return patterns
}

// holds is the condition that a record of a noun has one of the patterns of each word.
func holds(n *registry.Noun, patterns [][]string) string {
	text := "search_text(" + searched(n) + ") LIKE "
	each := make([]string, len(patterns))
	for i, places := range patterns {
		each[i] = "(" + text + strings.Join(places, " OR "+text) + ")"
	}
	return strings.Join(each, " AND ")
}

// search adds the condition that every word of a text occurs in a record.
func search(c *conditions, n *registry.Noun, text string) error {
	if !Searchable(n) {
		return registry.Errorf(registry.CodeInvalid, "%s không lọc được theo q.", "%s cannot be filtered by q.", n.Path)
	}
	words, err := wordsOf(text)
	if err == nil {
		c.parts = append(c.parts, holds(n, c.patterns(words, anywhere)))
	}
	return err
}

// onAir is the condition that a site has a station on air on a day, of which
// more is said, as far as somebody may know: a filter tells what it filters by.
func onAir(g registry.Grants, more string) string {
	return "EXISTS (SELECT FROM " + view(g, registry.StationNoun) + " s WHERE s.site = site.id AND s." + more +
		" AND s.in_service @> coalesce(%[2]s::date, current_date))"
}

// rentedBy adds the condition that an organization is on an asset on a day
// (today when nil) and that somebody may know it is: as a tenant, or at a site
// with a station on air.
func (db *DB) rentedBy(ctx context.Context, c *conditions, n *registry.Noun, tenant string, day *registry.Date) error {
	id, err := db.organization(ctx, "tenant", tenant)
	if err != nil {
		return err
	}
	asker := grantsOf(ctx)
	rents := "EXISTS (SELECT FROM " + view(asker, registry.TenancyNoun) + " t WHERE t.asset_kind = '" + string(n.Kind) + "' AND t.asset = " + n.Name +
		".id AND t.owner_id = %[1]s AND t.in_service @> coalesce(%[2]s::date, current_date))"
	if n == registry.SiteNoun {
		rents = "(" + rents + " OR " + onAir(asker, "owner_id = %[1]s") + ")"
	}
	c.and(rents, id, day)
	return nil
}

// organization finds the id of a code that a parameter gives.
func (db *DB) organization(ctx context.Context, parameter, code string) (int64, error) {
	id, fault, err := organizationID(ctx, db.pool, parameter, code)
	if err != nil {
		return 0, translate(err)
	}
	if fault != nil {
		return 0, badParameter(parameter, code, fault.Mend)
	}
	return id, nil
}

// badParameter is the error of a parameter whose value is not known.
func badParameter(name, value string, mend registry.Text) error {
	return &registry.Error{Code: registry.CodeInvalid,
		Message: registry.Tf("Tham số %s không hợp lệ: %q.", "Parameter %s is not valid: %q.", name, value),
		Faults: []registry.Fault{registry.NewFault("parameter.invalid", name, value,
			registry.Tf("Tham số %s không hợp lệ.", "Parameter %s is not valid.", name), mend)}}
}

// belowUnit adds the condition that a unit is the one of a code or below it.
func (db *DB) belowUnit(ctx context.Context, c *conditions, code string, day *registry.Date) error {
	var id int64
	err := db.pool.QueryRow(ctx, `SELECT id FROM unit WHERE code = $1 AND valid @> coalesce($2::date, current_date)
		ORDER BY level = 'province' DESC, level = 'district' DESC LIMIT 1`, code, day).Scan(&id)
	if errors.Is(err, pgx.ErrNoRows) {
		return db.noSuchUnit(ctx, code, day)
	}
	c.and(`id IN (WITH RECURSIVE below AS (SELECT %s::bigint AS id UNION SELECT u.id FROM public.unit u JOIN below b ON u.parent_id = b.id)
		SELECT id FROM below)`, id)
	return translate(err)
}

// noSuchUnit says what else the code of a unit meant, or which units it may have
// been meant to name.
func (db *DB) noSuchUnit(ctx context.Context, code string, day *registry.Date) error {
	const named = `format('%s %s [%s, %s)', code, name, coalesce(valid_from::text, '…'), coalesce(valid_to::text, '…'))`
	var same, near *string
	err := db.pool.QueryRow(ctx, `SELECT (SELECT string_agg(`+named+`, '; ' ORDER BY valid_from) FROM unit WHERE code = $1),
		(SELECT string_agg(`+named+`, '; ' ORDER BY likeness DESC, code) FROM (
			SELECT *, greatest(similarity(code, $1), similarity(fold(name), fold($1))) AS likeness FROM unit
			WHERE valid @> coalesce($2::date, current_date) ORDER BY likeness DESC, code LIMIT 3) u WHERE likeness > 0.2)`, code, day).Scan(&same, &near)
	switch {
	case err != nil:
		return translate(err)
	case same != nil:
		return badParameter("unit", code, registry.Tf("Mã này không có hiệu lực vào ngày đó; có: %s.", "The code is not valid on that day; there is: %s.", *same))
	case near != nil:
		return badParameter("unit", code, registry.Tf("Có phải: %s?", "Did you mean: %s?", *near))
	}
	return badParameter("unit", code, registry.T("Không có đơn vị nào mã gần như vậy.", "No unit has a code like that."))
}
