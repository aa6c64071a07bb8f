package main

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// workbookRows is how many rows an operator's workbook typically has.
const workbookRows = 5000

// filed is what filing one file took, in seconds.
type filed struct {
	checked, applied, imported, peer []float64
	peak                             int64
	slowest                          string
}

// measureFiling files the poles through the door: a workbook of 5,000 rows and
// the whole province as CSV, each held against every rule; then has the province
// taken, beside a plain import of the same file, and beside ogr2ogr loading it
// without any check.
func measureFiling(ctx context.Context, b *bench) ([]figure, error) {
	p := generate(b.size)
	csv, book := filepath.Join(b.dir, "filed.csv"), filepath.Join(b.dir, "filed.xlsx")
	if err := p.writeFile(csv, (*province).writeCSV); err != nil {
		return nil, err
	}
	if _, err := command(ctx, nil, "ogr2ogr", "-f", "XLSX", book, csv, "-limit", strconv.Itoa(workbookRows), "-nln", "poles"); err != nil {
		return nil, err
	}
	var small, whole filed
	for range b.runs {
		if err := b.fileOnce(ctx, p, book, csv, &small, &whole); err != nil {
			return nil, err
		}
	}
	poles := b.size.poles
	rate := func(took []float64) string {
		return fmt.Sprintf("%.2f s, %s/s", median(took), thousands(int(float64(poles)/median(took))))
	}
	return []figure{
		{"Filing a workbook of " + thousands(workbookRows) + " poles: every finding", fmt.Sprintf("%.2f s", median(small.checked)), "", "", "≤ 10 s"},
		{"Filing " + thousands(poles) + " poles as CSV: every finding", rate(whole.checked), "ogr2ogr, checking nothing " + rate(whole.peer), fmt.Sprintf("%.2f× the time", ratios(whole.checked, whole.peer)), "≤ 60 s"},
		{"… peak memory", megabytes(whole.peak), "", "", "≤ 256 MB"},
		{"… the slowest rules", whole.slowest, "", "", ""},
		{"… accepted: written in one transaction", rate(whole.applied), "plain import " + rate(whole.imported), fmt.Sprintf("%.2f× the rate", ratios(whole.imported, whole.applied)), "≥ 0.5×"},
	}, nil
}

func (b *bench) fileOnce(ctx context.Context, p *province, book, csv string, small, whole *filed) error {
	dsn, err := b.filled(ctx, p.ground())
	if err != nil {
		return err
	}
	db, err := postgres.Open(ctx, dsn)
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := b.submit(ctx, dsn, book, small); err != nil {
		return err
	}
	id, err := b.submit(ctx, dsn, csv, whole)
	if err != nil {
		return err
	}
	who := registry.Actor{Name: "bench", Grants: registry.Grants{Roles: []registry.Role{registry.OfficerRole}}}
	groups, err := db.FindingGroups(ctx, who, id)
	if err != nil {
		return err
	}
	for _, g := range groups {
		if g.Tier.Blocks() {
			return fmt.Errorf("the made-up province breaks %s %d times: %s", g.Rule, g.Count, g.First.Message.EN)
		}
		if _, err := db.Verify(ctx, who, id, 0, postgres.Verification{Rule: g.Rule, Reason: "made up"}); err != nil {
			return err
		}
	}
	taken, err := command(ctx, []string{"HATANGSO_LANG=en"}, b.binary, "filing", "accept", strconv.FormatInt(id, 10), "--database", dsn)
	if err != nil {
		return err
	}
	whole.applied = append(whole.applied, taken.took.Seconds())
	db.Close()
	if err := b.drop(ctx, dsn); err != nil {
		return err
	}
	if dsn, err = b.filled(ctx, p.ground()); err != nil {
		return err
	}
	plain, err := command(ctx, []string{"HATANGSO_LANG=en"}, b.binary, "import", registry.PoleNoun.Path, csv, "--database", dsn)
	if err != nil {
		return err
	}
	into, err := keywords(dsn)
	if err != nil {
		return err
	}
	peer, err := command(ctx, []string{"PG_USE_COPY=YES"}, "ogr2ogr", "-f", "PostgreSQL", "PG:"+into, csv, "-nln", "ogr_pole", "-lco", "GEOMETRY_NAME=geom",
		"-a_srs", "EPSG:4326", "-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat", "-oo", "AUTODETECT_TYPE=YES")
	if err != nil {
		return err
	}
	whole.imported, whole.peer = append(whole.imported, plain.took.Seconds()), append(whole.peer, peer.took.Seconds())
	return b.drop(ctx, dsn)
}

// submit files one file and gives the number of its filing.
func (b *bench) submit(ctx context.Context, dsn, file string, f *filed) (id int64, err error) {
	done, err := command(ctx, []string{"HATANGSO_LANG=en"}, b.binary, "filing", "submit", registry.PoleNoun.Path, file, "--json", "--database", dsn)
	if err != nil {
		return 0, err
	}
	var answer registry.Filing
	if err := json.Unmarshal(done.out, &answer); err != nil {
		return 0, err
	}
	if answer.Counts == nil || answer.Counts.Refused > 0 {
		return 0, fmt.Errorf("%s: %s %+v %+v", file, answer.State, answer.Faults, answer.Counts)
	}
	f.checked, f.peak = append(f.checked, done.took.Seconds()), max(f.peak, done.peakB)
	db, err := postgres.Open(ctx, dsn)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	rules, err := db.SlowestRules(ctx, registry.Actor{Name: "bench", Grants: registry.Grants{Roles: []registry.Role{registry.OfficerRole}}}, answer.ID)
	f.slowest = ""
	for i, r := range rules {
		if i > 0 {
			f.slowest += ", "
		}
		f.slowest += fmt.Sprintf("%s %.1f s", r.Rule, r.Ms/1000)
	}
	return answer.ID, err
}
