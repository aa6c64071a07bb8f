package postgres

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/sharing"
)

// SharingQuery asks for a sharing ratio on a day.
type SharingQuery struct {
	sharing.Definition
	// AsOf is the day the ratio is of.
	AsOf registry.Date `json:"as_of"`
	// Unit narrows to a unit and what lies below it; its code on AsOf.
	Unit string `json:"unit,omitempty"`
	// By splits the answer by commune, province or operator.
	By string `json:"by,omitempty"`
}

// SharingAnswer is a sharing ratio with everything that explains it.
type SharingAnswer struct {
	Query SharingQuery `json:"query"`
	sharing.Result
	// Excluded counts assets in service that the definition leaves out.
	Excluded int            `json:"excluded"`
	Groups   []SharingGroup `json:"groups,omitempty"`
}

// SharingGroup is the ratio of one commune, province or operator. An operator's
// is of the positions it is on.
type SharingGroup struct {
	Key  string `json:"key"`
	Name string `json:"name"`
	sharing.Result
}

// SharingRecord is one position behind a ratio.
type SharingRecord struct {
	IDs     []int64  `json:"ids"`
	Code    string   `json:"code"`
	Lon     float64  `json:"lon"`
	Lat     float64  `json:"lat"`
	Tenants []string `json:"tenants"`
	Shared  bool     `json:"shared"`
	WeightM float64  `json:"weight"`
}

// Sharing computes a sharing ratio from the register. CodeUnauthorized for who
// has not signed in and chooses a merge distance.
func (db *DB) Sharing(ctx context.Context, who registry.Actor, q SharingQuery) (SharingAnswer, error) {
	answer := SharingAnswer{Query: q}
	if err := q.Check(); err != nil {
		return answer, err
	}
	// who sees positions on a grid measures nothing between them
	chosen := !who.SignedIn() && q.Method == sharing.MethodSpatial && q.MergeDistanceM != sharing.DefaultDefinition(q.Asset).MergeDistanceM
	ctx, err := counting(ctx, who, "merge_distance", chosen)
	if err != nil {
		return answer, err
	}
	if q.Method == sharing.MethodSpatial {
		answer, err := db.spatialSharing(ctx, q)
		slices.SortFunc(answer.Groups, func(a, b SharingGroup) int { return strings.Compare(a.Key, b.Key) })
		return answer, err
	}
	groups, err := groupings(q.By)
	if err != nil {
		return answer, err
	}
	args, err := db.sharingArgs(ctx, q)
	if err != nil {
		return answer, err
	}
	rows, err := db.pool.Query(ctx, query("sharing_counted")+`SELECT excluded, n, shared, count(*)::int, sum(weight), '' AS key, '' AS name
		FROM counted GROUP BY 1, 2, 3`, args...)
	if err != nil {
		return answer, translate(err)
	}
	items, excluded, _, err := tallyRows(rows)
	if err != nil {
		return answer, translate(err)
	}
	answer.Excluded = excluded
	if answer.Result, err = sharing.Tally(items[""]); err != nil || q.By == "" {
		return answer, err
	}
	rows, err = db.pool.Query(ctx, query("sharing_counted")+groups, args...)
	if err != nil {
		return answer, translate(err)
	}
	byKey, _, order, err := tallyRows(rows)
	if err != nil {
		return answer, translate(err)
	}
	for _, g := range order {
		if g.Result, err = sharing.Tally(byKey[g.Key]); err != nil {
			return answer, err
		}
		answer.Groups = append(answer.Groups, g)
	}
	return answer, nil
}

// groupings gives the final SELECT that splits counted assets.
func groupings(by string) (string, error) {
	const head = `SELECT excluded, n, shared, count(*)::int, sum(weight), `
	switch by {
	case "":
		return "", nil
	case "commune":
		return head + `coalesce(u.code, ''), coalesce(u.name, '') FROM counted c LEFT JOIN unit u ON u.id = c.unit_id
			GROUP BY excluded, n, shared, u.code, u.name ORDER BY u.code`, nil
	case "province":
		return head + `coalesce(u.province, ''), province_name(u.province) FROM counted c LEFT JOIN unit u ON u.id = c.unit_id
			GROUP BY excluded, n, shared, u.province ORDER BY u.province`, nil
	case "operator":
		return head + `o, o FROM counted c, unnest(c.names) AS o GROUP BY excluded, n, shared, o ORDER BY o`, nil
	}
	return "", registry.Errorf(registry.CodeInvalid, "Không chia theo %q; dùng commune, province hoặc operator.",
		"Cannot split by %q; use commune, province or operator.", by)
}

func (db *DB) sharingArgs(ctx context.Context, q SharingQuery) ([]any, error) {
	communes, within, err := db.area(ctx, q.Unit, q.AsOf)
	if err != nil {
		return nil, err
	}
	excluded := q.ExcludeSiteKinds
	if excluded == nil {
		excluded = []string{}
	}
	since := q.Since
	if q.Cohort != sharing.New {
		since = nil
	}
	return []any{string(q.Asset), q.AsOf, q.ConfirmedOnly, q.CountActiveSharing, q.TowerCompanySingle, q.PowerPoles,
		excluded, q.Measure, since, communes, within}, nil
}

// tallyRows gathers grouped counts into items by key, in the order keys come.
func tallyRows(rows pgx.Rows) (items map[string][]sharing.Item, excluded int, order []SharingGroup, err error) {
	items = map[string][]sharing.Item{}
	var out, shared bool
	var n, count int
	var weight float64
	var key, name string
	_, err = pgx.ForEachRow(rows, []any{&out, &n, &shared, &count, &weight, &key, &name}, func() error {
		if out {
			excluded += count
			return nil
		}
		if _, seen := items[key]; !seen {
			order = append(order, SharingGroup{Key: key, Name: name})
		}
		items[key] = append(items[key], sharing.Item{Tenants: n, Weight: weight, Positions: count, Shared: shared})
		return nil
	})
	return items, excluded, order, err
}

// position is one registered place as the spatial method wants it.
type position struct {
	sharing.Position
	code, commune, communeName, province, provinceName string
	names                                              []string
}

// positions reads the places in service and who operates there: all
// organizations with equipment, a legal group counting once.
func (db *DB) positions(ctx context.Context, q SharingQuery) (places []position, excluded int, err error) {
	args, err := db.sharingArgs(ctx, q)
	if err != nil {
		return nil, 0, err
	}
	rows, err := db.pool.Query(ctx, query("sharing_counted")+`SELECT c.id, c.code, ST_X(c.geom), ST_Y(c.geom), c.names, c.excluded,
		coalesce(u.code, ''), coalesce(u.name, ''), coalesce(u.province, ''), coalesce(p.name, '')
		FROM counted c LEFT JOIN unit u ON u.id = c.unit_id
		LEFT JOIN (SELECT province, province_name(province) AS name FROM (SELECT DISTINCT province FROM unit) d) p USING (province)
		ORDER BY c.id`, args...)
	if err != nil {
		return nil, 0, translate(err)
	}
	numbers := map[string]int64{}
	var p position
	var out bool
	_, err = pgx.ForEachRow(rows, []any{&p.ID, &p.code, &p.Lon, &p.Lat, &p.names, &out, &p.commune, &p.communeName, &p.province, &p.provinceName}, func() error {
		if out {
			excluded++
			return nil
		}
		p.Operators = make([]int64, len(p.names))
		for i, name := range p.names {
			if numbers[name] == 0 {
				numbers[name] = int64(len(numbers) + 1)
			}
			p.Operators[i] = numbers[name]
		}
		places = append(places, p)
		p.names = nil
		return nil
	})
	return places, excluded, translate(err)
}

func bare(places []position) []sharing.Position {
	out := make([]sharing.Position, len(places))
	for i, p := range places {
		out[i] = p.Position
	}
	return out
}

func (db *DB) spatialSharing(ctx context.Context, q SharingQuery) (SharingAnswer, error) {
	answer := SharingAnswer{Query: q}
	places, excluded, err := db.positions(ctx, q)
	if err != nil {
		return answer, err
	}
	answer.Excluded = excluded
	if answer.Result, err = sharing.Spatial(bare(places), q.MergeDistanceM); err != nil || q.By == "" {
		return answer, err
	}
	// a commune's positions are merged within it; an operator's are those it is on
	groups, order := map[string][]position{}, []SharingGroup(nil)
	add := func(key, name string, p position) {
		if groups[key] == nil {
			order = append(order, SharingGroup{Key: key, Name: name})
		}
		groups[key] = append(groups[key], p)
	}
	switch q.By {
	case "commune":
		for _, p := range places {
			add(p.commune, p.communeName, p)
		}
	case "province":
		for _, p := range places {
			add(p.province, p.provinceName, p)
		}
	case "operator":
		return answer, db.spatialByOperator(places, q.MergeDistanceM, &answer)
	default:
		_, err := groupings(q.By)
		return answer, err
	}
	for _, g := range order {
		if g.Result, err = sharing.Spatial(bare(groups[g.Key]), q.MergeDistanceM); err != nil {
			return answer, err
		}
		answer.Groups = append(answer.Groups, g)
	}
	return answer, nil
}

func (db *DB) spatialByOperator(places []position, mergeDistanceM float64, answer *SharingAnswer) error {
	clusters, err := sharing.Clusters(bare(places), mergeDistanceM)
	if err != nil {
		return err
	}
	names := map[int64]string{}
	for _, p := range places {
		for i, n := range p.Operators {
			names[n] = p.names[i]
		}
	}
	items := map[int64][]sharing.Item{}
	for _, c := range clusters {
		for _, n := range c.Operators {
			items[n] = append(items[n], sharing.Item{Tenants: len(c.Operators), Weight: 1})
		}
	}
	for n := int64(1); n <= int64(len(names)); n++ {
		result, err := sharing.Tally(items[n])
		if err != nil {
			return err
		}
		result.Method, result.MergeDistanceM = sharing.MethodSpatial, &mergeDistanceM
		answer.Groups = append(answer.Groups, SharingGroup{Key: names[n], Name: names[n], Result: result})
	}
	return nil
}

// MaxSensitivitySteps bounds the distances of one sensitivity curve.
const MaxSensitivitySteps = 1001

// SharingSensitivity computes the spatial ratio for several merge distances.
func (db *DB) SharingSensitivity(ctx context.Context, who registry.Actor, q SharingQuery, distancesM []float64) ([]sharing.Result, error) {
	ctx = as(ctx, counter)
	q.Method = sharing.MethodSpatial
	if err := q.Check(); err != nil {
		return nil, err
	}
	if len(distancesM) == 0 || len(distancesM) > MaxSensitivitySteps {
		return nil, registry.Errorf(registry.CodeInvalid, "Số khoảng cách phải từ 1 đến %d.", "Give 1 to %d distances.", MaxSensitivitySteps)
	}
	places, _, err := db.positions(ctx, q)
	if err != nil {
		return nil, err
	}
	return sharing.Sensitivity(bare(places), distancesM)
}

// SharingRecords sends the positions behind a ratio, numerator and denominator,
// to each. An operator is shown those of its own, local staff those of their
// units, auditors and who bears a key those they may see: the rest, and who is on it, stays behind the number. CodeUnauthorized
// for who has not signed in.
func (db *DB) SharingRecords(ctx context.Context, who registry.Actor, q SharingQuery, each func(SharingRecord) error) error {
	shown := func(int64) bool { return true }
	if !who.SeesAll() {
		if !who.SignedIn() {
			return registry.Errorf(registry.CodeUnauthorized, "Hãy đăng nhập để xem bản ghi đứng sau con số.", "Sign in to see the records behind a number.")
		}
		theirs, err := db.theirs(ctx, who, registry.NounByKind(q.Asset))
		if err != nil {
			return err
		}
		shown = func(id int64) bool { return theirs[id] }
	}
	ctx = as(ctx, counter)
	if err := q.Check(); err != nil {
		return err
	}
	if q.Method == sharing.MethodSpatial {
		return db.spatialRecords(ctx, q, shown, each)
	}
	args, err := db.sharingArgs(ctx, q)
	if err != nil {
		return err
	}
	rows, err := db.pool.Query(ctx, query("sharing_counted")+`SELECT id, code, ST_X(p), ST_Y(p), names, shared, weight
		FROM (SELECT *, ST_PointOnSurface(geom) AS p FROM counted WHERE NOT excluded) c ORDER BY id`, args...)
	if err != nil {
		return translate(err)
	}
	var id int64
	var r SharingRecord
	_, err = pgx.ForEachRow(rows, []any{&id, &r.Code, &r.Lon, &r.Lat, &r.Tenants, &r.Shared, &r.WeightM}, func() error {
		if !shown(id) {
			return nil
		}
		r.IDs = []int64{id}
		return each(r)
	})
	return translate(err)
}

// theirs gives the ids of the assets that are somebody's own, or in their units.
func (db *DB) theirs(ctx context.Context, who registry.Actor, n *registry.Noun) (map[int64]bool, error) {
	rows, err := db.pool.Query(as(ctx, who), `SELECT id FROM guarded.`+n.Name+` WHERE `+near(who.Grants, n))
	if err != nil {
		return nil, translate(err)
	}
	ids := map[int64]bool{}
	var id int64
	_, err = pgx.ForEachRow(rows, []any{&id}, func() error { ids[id] = true; return nil })
	return ids, translate(err)
}

func (db *DB) spatialRecords(ctx context.Context, q SharingQuery, shown func(int64) bool, each func(SharingRecord) error) error {
	places, _, err := db.positions(ctx, q)
	if err != nil {
		return err
	}
	clusters, err := sharing.Clusters(bare(places), q.MergeDistanceM)
	if err != nil {
		return err
	}
	byID, names := map[int64]position{}, map[int64]string{}
	for _, p := range places {
		byID[p.ID] = p
		for i, n := range p.Operators {
			names[n] = p.names[i]
		}
	}
	for _, c := range clusters {
		if c.IDs = slices.DeleteFunc(c.IDs, func(id int64) bool { return !shown(id) }); len(c.IDs) == 0 {
			continue
		}
		first, ok := byID[c.IDs[0]]
		if !ok {
			return fmt.Errorf("cluster of an unknown position %d", c.IDs[0])
		}
		r := SharingRecord{IDs: c.IDs, Code: first.code, Lon: first.Lon, Lat: first.Lat,
			Shared: len(c.Operators) >= sharing.SharedFrom, WeightM: 1}
		for _, n := range c.Operators {
			r.Tenants = append(r.Tenants, names[n])
		}
		if err := each(r); err != nil {
			return err
		}
	}
	return nil
}
