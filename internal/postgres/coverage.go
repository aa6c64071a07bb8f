package postgres

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/coverage"
	"github.com/hatangso/hatangso/internal/registry"
)

// Services whose village coverage is counted.
const (
	Mobile = "mobile" // băng rộng di động
	Fibre  = "fibre"  // cáp quang FTTH
)

// CoverageQuery asks for the coverage of villages on a day.
type CoverageQuery struct {
	Service string `json:"service"`
	// Technologies count as mobile service; none means every broadband one.
	Technologies []string `json:"technologies"`
	// Operator is an organization's code; empty means any.
	Operator string `json:"operator,omitempty"`
	// WithinM replaces the service radius, in metres.
	WithinM *float64      `json:"within_m,omitempty"`
	AsOf    registry.Date `json:"as_of"`
	Unit    string        `json:"unit,omitempty"`
	By      string        `json:"by,omitempty"`
	// villages narrows it to some; nil is all.
	villages []int64
}

// MaxWithinM bounds CoverageQuery.WithinM, in metres.
const MaxWithinM = 100_000

// CoverageAnswer is the coverage of villages in three layers that are never
// merged, and the one to publish: verified, else declared.
type CoverageAnswer struct {
	Query     CoverageQuery    `json:"query"`
	Computed  coverage.Summary `json:"computed"`
	Declared  coverage.Summary `json:"declared"`
	Verified  coverage.Summary `json:"verified"`
	Published coverage.Summary `json:"published"`
	// Discrepancies counts villages whose published and computed state differ:
	// the worklist of whoever verifies.
	Discrepancies int             `json:"discrepancies"`
	Groups        []CoverageGroup `json:"groups,omitempty"`
}

// CoverageGroup is the coverage of one commune or province, or by one operator.
type CoverageGroup struct {
	Key       string           `json:"key"`
	Name      string           `json:"name"`
	Computed  coverage.Summary `json:"computed"`
	Published coverage.Summary `json:"published"`
}

// CoverageRecord is one village behind the numbers.
type CoverageRecord struct {
	Village     int64  `json:"village"`
	Code        string `json:"code"`
	Name        string `json:"name"`
	CommuneCode string `json:"commune_code"`
	Commune     string `json:"commune"`
	Province    string `json:"province"`
	// Lon and Lat are the centre's, nil while its place is not known.
	Lon        *float64                `json:"lon"`
	Lat        *float64                `json:"lat"`
	Population *int64                  `json:"population"`
	Households *int64                  `json:"households"`
	Computed   coverage.Verdict        `json:"computed"`
	Declared   *registry.CoverageState `json:"declared"`
	Verified   *registry.CoverageState `json:"verified"`
	Published  registry.CoverageState  `json:"published"`
	Layer      registry.Layer          `json:"layer"`

	provinceName string
	points       []int
	links        []coverage.Link
}

// Coverage computes village coverage from the register. CodeForbidden, or
// CodeUnauthorized for who has not signed in, when WithinM is not theirs to choose.
func (db *DB) Coverage(ctx context.Context, who registry.Actor, q CoverageQuery) (CoverageAnswer, error) {
	answer := CoverageAnswer{Query: q}
	ctx, err := counting(ctx, who, "within", q.WithinM != nil)
	if err != nil {
		return answer, err
	}
	records, err := db.coverageRecords(ctx, &q)
	if err != nil {
		return answer, err
	}
	answer.Query = q
	answer.Computed, answer.Published = summarize(records)
	answer.Declared = summarizeLayer(records, func(r *CoverageRecord) *registry.CoverageState { return r.Declared })
	answer.Verified = summarizeLayer(records, func(r *CoverageRecord) *registry.CoverageState { return r.Verified })
	for i := range records {
		if records[i].differs() {
			answer.Discrepancies++
		}
	}
	answer.Groups, err = db.coverageGroups(ctx, q, records)
	return answer, err
}

func (r *CoverageRecord) differs() bool {
	return r.Published != registry.NotKnown && r.Computed.State != registry.NotKnown && r.Published != r.Computed.State
}

func (db *DB) coverageGroups(ctx context.Context, q CoverageQuery, records []CoverageRecord) ([]CoverageGroup, error) {
	key := func(r *CoverageRecord) (string, string) { return r.CommuneCode, r.Commune }
	switch q.By {
	case "":
		return nil, nil
	case "commune":
	case "province":
		key = func(r *CoverageRecord) (string, string) { return r.Province, r.provinceName }
	case "operator":
		return db.coverageByOperator(ctx, records)
	default:
		_, err := groupings(q.By)
		return nil, err
	}
	members, order := map[string][]CoverageRecord{}, []CoverageGroup(nil)
	for i := range records {
		k, name := key(&records[i])
		if members[k] == nil {
			order = append(order, CoverageGroup{Key: k, Name: name})
		}
		members[k] = append(members[k], records[i])
	}
	for i := range order {
		order[i].Computed, order[i].Published = summarize(members[order[i].Key])
	}
	slices.SortFunc(order, func(a, b CoverageGroup) int { return strings.Compare(a.Key, b.Key) })
	return order, nil
}

// coverageByOperator judges every village again for each operator alone. What
// is published is not by operator unless it was asked so.
func (db *DB) coverageByOperator(ctx context.Context, records []CoverageRecord) ([]CoverageGroup, error) {
	rows, err := db.pool.Query(ctx, `SELECT id, code, name FROM organization WHERE kind = 'operator' AND NOT mvno ORDER BY code`)
	if err != nil {
		return nil, translate(err)
	}
	var groups []CoverageGroup
	var id int64
	var code, label string
	_, err = pgx.ForEachRow(rows, []any{&id, &code, &label}, func() error {
		verdicts := make([]coverage.Verdict, len(records))
		for i := range records {
			verdicts[i] = records[i].judge(coverage.Filter{OperatorID: id})
		}
		groups = append(groups, CoverageGroup{Key: code, Name: label, Computed: coverage.Summarize(verdicts)})
		return nil
	})
	return groups, translate(err)
}

func (r *CoverageRecord) judge(f coverage.Filter) coverage.Verdict {
	return coverage.Judge(coverage.Village{ID: r.Village, Population: r.Population, Households: r.Households, Points: r.points}, r.links, f)
}

func summarize(records []CoverageRecord) (computed, published coverage.Summary) {
	verdicts := make([]coverage.Verdict, len(records))
	for i := range records {
		verdicts[i] = records[i].Computed
	}
	return coverage.Summarize(verdicts), summarizeLayer(records, func(r *CoverageRecord) *registry.CoverageState { return &r.Published })
}

func summarizeLayer(records []CoverageRecord, state func(*CoverageRecord) *registry.CoverageState) coverage.Summary {
	verdicts := make([]coverage.Verdict, len(records))
	for i := range records {
		verdicts[i] = coverage.Verdict{State: registry.NotKnown, Population: records[i].Population, Households: records[i].Households}
		if s := state(&records[i]); s != nil {
			verdicts[i].State = *s
		}
	}
	return coverage.Summarize(verdicts)
}

// CoverageRecords judges every village of a query. It fills in the
// technologies of q when none were given. Errors are those of [DB.Coverage].
func (db *DB) CoverageRecords(ctx context.Context, who registry.Actor, q *CoverageQuery) ([]CoverageRecord, error) {
	ctx, err := counting(ctx, who, "within", q.WithinM != nil)
	if err != nil {
		return nil, err
	}
	records, err := db.coverageRecords(ctx, q)
	if !who.SeesAll() {
		for i := range records {
			records[i].Computed.Best = nil // tells how far a site is
		}
	}
	return records, err
}

func (db *DB) coverageRecords(ctx context.Context, q *CoverageQuery) ([]CoverageRecord, error) {
	if q.Service != Mobile && q.Service != Fibre {
		return nil, registry.Errorf(registry.CodeInvalid, "Dịch vụ %q không có; dùng mobile hoặc fibre.", "There is no service %q; use mobile or fibre.", q.Service)
	}
	if q.WithinM != nil && !(*q.WithinM > 0 && *q.WithinM <= MaxWithinM) {
		return nil, registry.Errorf(registry.CodeInvalid, "within phải trên 0 và không quá %d m.", "within must be over 0 and at most %d m.", MaxWithinM)
	}
	if err := db.technologies(ctx, q); err != nil {
		return nil, err
	}
	operator, err := db.operator(ctx, q.Operator)
	if err != nil {
		return nil, err
	}
	records, err := db.villages(ctx, q)
	if err != nil {
		return nil, err
	}
	index := make(map[int64]*CoverageRecord, len(records))
	for i := range records {
		index[records[i].Village] = &records[i]
	}
	if err := db.links(ctx, q, operator, index); err != nil {
		return nil, err
	}
	if err := db.statements(ctx, q, operator, index); err != nil {
		return nil, err
	}
	for i := range records {
		r := &records[i]
		if q.Service == Fibre {
			// fibre is determined at the culture house alone (domain.md §1.4): a
			// cluster without makes no village lõm
			r.points = slices.DeleteFunc(r.points, func(no int) bool { return no != coverage.Centre })
		}
		r.Computed = r.judge(coverage.Filter{})
		r.Published, r.Layer = coverage.Published(r.Verified, r.Declared)
	}
	return records, nil
}

// technologies fills in those that count when none are given: the broadband
// ones that are not past their sunset on the day.
func (db *DB) technologies(ctx context.Context, q *CoverageQuery) error {
	if q.Service == Fibre {
		q.Technologies = []string{"FTTH"}
		return nil
	}
	if len(q.Technologies) == 0 {
		rows, err := db.pool.Query(ctx, `SELECT code FROM technology WHERE broadband AND coalesce(sunset_on >= $1, true) ORDER BY ord`, q.AsOf)
		if err != nil {
			return translate(err)
		}
		q.Technologies, err = pgx.CollectRows(rows, pgx.RowTo[string])
		return translate(err)
	}
	for _, t := range q.Technologies {
		if !db.codes.Has("technology", t) {
			return registry.Errorf(registry.CodeInvalid, "Công nghệ %q không có; dùng: %s.", "There is no technology %q; use: %s.", t, db.codes.Show("technology"))
		}
	}
	return nil
}

func (db *DB) operator(ctx context.Context, code string) (*int64, error) {
	if code == "" {
		return nil, nil
	}
	var id int64
	err := db.pool.QueryRow(ctx, `SELECT id FROM organization WHERE code = $1`, code).Scan(&id)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, registry.Errorf(registry.CodeInvalid, "Không có tổ chức mã %q.", "There is no organization of code %q.", code)
	}
	return &id, translate(err)
}

func (db *DB) villages(ctx context.Context, q *CoverageQuery) ([]CoverageRecord, error) {
	communes, within, err := db.area(ctx, q.Unit, q.AsOf)
	if err != nil {
		return nil, err
	}
	rows, err := db.pool.Query(ctx, query("coverage_villages"), q.AsOf, communes, within, q.villages)
	if err != nil {
		return nil, translate(err)
	}
	records, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (r CoverageRecord, err error) {
		err = row.Scan(&r.Village, &r.Code, &r.Name, &r.CommuneCode, &r.Commune, &r.Province, &r.provinceName, &r.Lon, &r.Lat, &r.Population, &r.Households, &r.points)
		return r, err
	})
	return records, translate(err)
}

func (db *DB) links(ctx context.Context, q *CoverageQuery, operator *int64, index map[int64]*CoverageRecord) error {
	rows, err := db.pool.Query(ctx, query("coverage_"+q.Service), q.AsOf, q.Technologies, operator, q.WithinM, q.villages)
	if err != nil {
		return translate(err)
	}
	var village int64
	var l coverage.Link
	_, err = pgx.ForEachRow(rows, []any{&village, &l.PointNo, &l.Station, &l.Operator, &l.Technology, &l.Site, &l.DistanceM}, func() error {
		if r := index[village]; r != nil {
			r.links = append(r.links, l)
		}
		return nil
	})
	return translate(err)
}

func (db *DB) statements(ctx context.Context, q *CoverageQuery, operator *int64, index map[int64]*CoverageRecord) error {
	rows, err := db.pool.Query(ctx, query("coverage_statements"), q.AsOf, q.Service, q.Technologies, operator, q.villages)
	if err != nil {
		return translate(err)
	}
	var village int64
	var layer registry.Layer
	var state registry.CoverageState
	_, err = pgx.ForEachRow(rows, []any{&village, &layer, &state}, func() error {
		r, s := index[village], state
		switch {
		case r == nil:
		case layer == registry.Verified:
			r.Verified = &s
		default:
			r.Declared = &s
		}
		return nil
	})
	return translate(err)
}

// RecomputeReach makes the kept reach anew and gives the number of its rows.
// The triggers keep it equal to this at every write.
func (db *DB) RecomputeReach(ctx context.Context, who registry.Actor) (rows int64, err error) {
	err = db.write(ctx, who, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `SET LOCAL statement_timeout = 0`); err != nil {
			return err
		}
		return tx.QueryRow(ctx, `SELECT recompute_reach()`).Scan(&rows)
	})
	return rows, err
}

// Nearest is the asset nearest to a village.
type Nearest struct {
	Village     int64  `json:"village"`
	Code        string `json:"code"`
	Name        string `json:"name"`
	CommuneCode string `json:"commune_code"`
	Commune     string `json:"commune"`
	Asset       int64  `json:"asset"`
	AssetCode   string `json:"asset_code"`
	// DistanceM is geodesic, in metres; nil when the village has no centre or
	// there is no such asset.
	DistanceM *float64 `json:"distance_m"`
}

// NearestToVillages finds the nearest site or service point to every village.
func (db *DB) NearestToVillages(ctx context.Context, who registry.Actor, kind registry.Kind, unit string, asOf registry.Date) ([]Nearest, error) {
	ctx = as(ctx, who)
	if kind != registry.SiteKind && kind != registry.ServicePointKind {
		return nil, registry.Errorf(registry.CodeInvalid, "Chỉ tìm gần nhất tới sites hoặc service-points.", "Nearest works to sites or service-points.")
	}
	communes, within, err := db.area(ctx, unit, asOf)
	if err != nil {
		return nil, err
	}
	var out []Nearest
	// the planner thinks that row security leaves hardly a row, and would sort them all for every village
	err = db.read(ctx, who, `SET LOCAL enable_seqscan = off`, pgx.TxOptions{}, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, exact("nearest", who.Grants, registry.NounByKind(kind)), string(kind), asOf, communes, within)
		if err != nil {
			return err
		}
		out, err = pgx.CollectRows(rows, pgx.RowToStructByPos[Nearest])
		return err
	})
	return out, err
}
