package postgres

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// mostMoved is how many records a difference names.
const mostMoved = 200

// fingerprint is the SHA-256 of a published result: its JSON, a line break, and
// the ids behind numerator and denominator, comma separated, a line each.
func fingerprint(result string, numerator, denominator []int64) string {
	var b strings.Builder
	b.WriteString(result)
	for _, ids := range [][]int64{numerator, denominator} {
		b.WriteByte('\n')
		for i, id := range ids {
			if i > 0 {
				b.WriteByte(',')
			}
			fmt.Fprint(&b, id)
		}
	}
	sum := sha256.Sum256([]byte(b.String()))
	return hex.EncodeToString(sum[:])
}

// Publish freezes a result: it is computed, stored with the ids behind it and
// their hash, and never changes again. CodeForbidden when it is not theirs to do.
func (db *DB) Publish(ctx context.Context, who registry.Actor, q plan.Query, note string) (p plan.Published, err error) {
	if err := who.May(registry.ManagePlans, house).Err(); err != nil {
		return p, err
	}
	if q.Owner != "" || q.Operator != "" {
		return p, registry.Errorf(registry.CodeInvalid, "Số liệu theo chủ sở hữu, doanh nghiệp không công bố.", "Numbers by owner or operator are not published.")
	}
	result, err := db.Indicator(ctx, registry.Anonymous, q) // as everybody will read it
	if err != nil {
		return p, err
	}
	a, err := db.ask(as(ctx, counter), q)
	if err != nil {
		return p, err
	}
	numerator, denominator := []int64{}, []int64{}
	if a.definition.Family != plan.ReportedFamily {
		if numerator, err = db.behind(as(ctx, counter), a, "f.num > 0"); err != nil {
			return p, err
		}
		if denominator, err = db.behind(as(ctx, counter), a, "f.den > 0"); err != nil {
			return p, err
		}
	}
	text, err := json.Marshal(result)
	if err != nil {
		return p, err
	}
	var id int64
	err = db.plan(ctx, who, func(tx pgx.Tx) error {
		return tx.QueryRow(ctx, `INSERT INTO published (indicator, result, numerator_ids, denominator_ids, sha256, data_version, note)
			VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`, result.Indicator, string(text), numerator, denominator,
			fingerprint(string(text), numerator, denominator), result.DataVersion, note).Scan(&id)
	})
	if err != nil {
		return p, err
	}
	return db.Published(ctx, who, id)
}

const publishedQuery = `SELECT id, indicator, sha256, data_version, note, published_by, published_at, result, numerator_ids, denominator_ids FROM published `

func scanPublished(row pgx.Row) (p plan.Published, numerator, denominator []int64, err error) {
	var result string
	err = row.Scan(&p.ID, &p.Indicator, &p.SHA256, &p.DataVersion, &p.Note, &p.PublishedBy, &p.PublishedAt, &result, &numerator, &denominator)
	p.Result, p.Intact = json.RawMessage(result), fingerprint(result, numerator, denominator) == p.SHA256
	p.Records = plan.RecordCounts{Numerator: int64(len(numerator)), Denominator: int64(len(denominator))}
	return p, numerator, denominator, err
}

// Published reads a published result. CodeNotFound when there is none of that id.
func (db *DB) Published(ctx context.Context, who registry.Actor, id int64) (plan.Published, error) {
	p, _, _, err := scanPublished(db.pool.QueryRow(as(ctx, who), publishedQuery+`WHERE id = $1`, id))
	return p, translate(err)
}

// PublishedResults reads a keyset page of published results, the newest first,
// of an indicator or of all. next is the cursor of the page after it.
func (db *DB) PublishedResults(ctx context.Context, who registry.Actor, indicator string, page registry.Page) (list []plan.Published, next int64, err error) {
	rows, err := db.pool.Query(as(ctx, who), publishedQuery+`WHERE ($1::bigint = 0 OR id < $1) AND ($2 = '' OR indicator = $2) ORDER BY id DESC LIMIT $3`, page.After, indicator, page.Limit+1)
	if err != nil {
		return nil, 0, translate(err)
	}
	list, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (plan.Published, error) {
		p, _, _, err := scanPublished(row)
		return p, err
	})
	if len(list) > page.Limit {
		list = list[:page.Limit]
		next = list[page.Limit-1].ID
	}
	return list, next, translate(err)
}

// PublishedDifference asks a published result's question again and says what is
// not as it was: which records came or went, and, to those who may read the
// log, what was written of them since.
func (db *DB) PublishedDifference(ctx context.Context, who registry.Actor, id int64) (d plan.Difference, err error) {
	p, numerator, denominator, err := scanPublished(db.pool.QueryRow(as(ctx, who), publishedQuery+`WHERE id = $1`, id))
	if err != nil {
		return d, translate(err)
	}
	var then plan.Result
	if err := json.Unmarshal(p.Result, &then); err != nil {
		return d, err
	}
	now, err := db.Indicator(ctx, who, then.Query)
	if err != nil {
		return d, err
	}
	d = plan.Difference{Published: id, Then: then.Value, Now: now.Value, Changes: []plan.Moved{}}
	if then.Value != nil && now.Value != nil {
		change := now.Value.Minus(*then.Value)
		d.Change = &change
	}
	if now.Definition.Family == plan.ReportedFamily {
		d.Same = same(then.Value, now.Value)
		d.Why = differenceWords(d)
		return d, nil
	}
	a, err := db.ask(as(ctx, counter), then.Query)
	if err != nil {
		return d, err
	}
	for _, of := range []struct {
		counts, in, out string
		then            []int64
		entered, left   *int64
	}{
		{"f.den > 0", "entered", "left", denominator, &d.Entered, &d.Left},
		{"f.num > 0", "numerator_in", "numerator_out", numerator, &d.NumeratorIn, &d.NumeratorOut},
	} {
		current, err := db.behind(as(ctx, counter), a, of.counts)
		if err != nil {
			return d, err
		}
		for _, side := range []struct {
			name     string
			of, lack []int64
			count    *int64
		}{{of.in, current, of.then, of.entered}, {of.out, of.then, current, of.left}} {
			for _, id := range side.of {
				if _, found := slices.BinarySearch(side.lack, id); found {
					continue
				}
				*side.count++
				if len(d.Changes) < mostMoved && audienceOf(who.Grants) == nil {
					d.Changes = append(d.Changes, plan.Moved{ID: id, Side: side.name, Entries: []plan.Entry{}})
				}
			}
		}
	}
	d.Same = same(then.Value, now.Value) && same(then.Numerator, now.Numerator) && same(then.Denominator, now.Denominator) &&
		d.Entered+d.Left+d.NumeratorIn+d.NumeratorOut == 0
	d.Why = differenceWords(d)
	return d, db.entriesSince(ctx, who, a.definition, p.DataVersion, d.Changes)
}

// same says whether two numbers print alike: a published one was kept as printed.
func same(a, b *plan.Decimal) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.String() == b.String()
}

func differenceWords(d plan.Difference) registry.Text {
	if d.Same {
		return registry.T("Tính lại cho đúng kết quả đã công bố.", "Computed again, it is what was published.")
	}
	return registry.Tf("Từ khi công bố: %d bản ghi vào mẫu số, %d ra khỏi mẫu số; %d vào tử số, %d ra khỏi tử số.",
		"Since it was published: %d records came into the denominator, %d left it; %d came into the numerator, %d left it.",
		d.Entered, d.Left, d.NumeratorIn, d.NumeratorOut)
}

// entriesSince fills in what the log says of records since a position.
func (db *DB) entriesSince(ctx context.Context, who registry.Actor, d plan.Definition, since int64, moved []plan.Moved) error {
	if len(moved) == 0 {
		return nil
	}
	ids := make([]int64, len(moved))
	for i, m := range moved {
		ids[i] = m.ID
	}
	nouns := works(d)
	sql := `SELECT c.record_id AS of_id, c.* FROM change c WHERE c.seq > $1 AND c.noun = ANY ($2) AND c.record_id = ANY ($3)`
	if d.Family == "coverage" {
		nouns = []string{"village"}
		sql += ` UNION SELECT t.village_id, c.* FROM change c JOIN statement t ON t.id = c.record_id WHERE c.seq > $1 AND c.noun = 'statement' AND t.village_id = ANY ($3)`
	}
	for noun, column := range dependents[d.Family] {
		sql += fmt.Sprintf(` UNION SELECT t.%[2]s, c.* FROM change c JOIN %[1]s t ON t.id = c.record_id WHERE c.seq > $1 AND c.noun = '%[1]s' AND t.%[2]s = ANY ($3)
			UNION SELECT (c.before ->> '%[2]s')::bigint, c.* FROM change c WHERE c.seq > $1 AND c.noun = '%[1]s' AND (c.before ->> '%[2]s')::bigint = ANY ($3)`, noun, column)
	}
	rows, err := db.pool.Query(as(ctx, who), `SELECT of_id, seq, at, actor, reason, noun, record_id, op FROM (`+sql+`) c ORDER BY of_id, seq`, since, nouns, ids)
	if err != nil {
		return translate(err)
	}
	entries := map[int64][]plan.Entry{}
	var of int64
	var e plan.Entry
	if _, err := pgx.ForEachRow(rows, []any{&of, &e.Seq, &e.At, &e.Actor, &e.Reason, &e.Noun, &e.Record, &e.Op}, func() error {
		entries[of] = append(entries[of], e)
		return nil
	}); err != nil {
		return translate(err)
	}
	for i := range moved {
		moved[i].Entries = append(moved[i].Entries, entries[moved[i].ID]...)
	}
	return nil
}
