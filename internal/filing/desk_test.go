package filing_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/filing"
	"github.com/hatangso/hatangso/internal/pgtest"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

var (
	filer   = registry.Actor{Name: "user:nop", Grants: registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "VTL"}}
	signer  = registry.Actor{Name: "user:ky", Grants: registry.Grants{Roles: []registry.Role{registry.SignerRole}, Organization: "VTL"}}
	other   = registry.Actor{Name: "user:khac", Grants: registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "VNPT"}}
	officer = registry.Actor{Name: "user:so", Grants: registry.Grants{Roles: []registry.Role{registry.OfficerRole}}}
)

// desk is a desk in a register with two operators and a commune.
type desk struct {
	*testing.T
	filing.Desk
	dsn string
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	dsn := pgtest.New(t)
	db, err := postgres.Open(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	d := &desk{t, filing.Desk{DB: db}, dsn}
	d.create(&registry.Organization{Code: "VTL", Name: "Viettel", Kind: "operator"}, &registry.Organization{Code: "VNPT", Name: "VNPT", Kind: "operator"})
	ring := orb.Ring{{105.9, 19.9}, {106.2, 19.9}, {106.2, 20.2}, {105.9, 20.2}, {105.9, 19.9}}
	d.create(&registry.Unit{Level: registry.CommuneLevel, Code: "14464", Name: "Xã Gia Viễn", Geometry: registry.Geometry{Geometry: orb.MultiPolygon{{ring}}}})
	return d
}

// pole makes a pole of 7 m.
func pole(code, owner string, lon, lat float64) *registry.Pole {
	p := registry.PoleNoun.New().(*registry.Pole)
	p.Code, p.Owner, p.HeightM, p.Geometry.Geometry = code, &owner, ptr(7.0), orb.Point{lon, lat}
	return p
}

func (d *desk) create(records ...registry.Record) {
	d.Helper()
	for _, r := range records {
		err := d.DB.Work(d.Context(), officer, func(w *postgres.Work) error {
			_, err := w.Create(d.Context(), registry.NounOf(r), r)
			return err
		})
		if err != nil {
			d.Fatalf("%+v: %v", r, err)
		}
	}
}

// file hands in a file and has it checked.
func (d *desk) file(who registry.Actor, n *registry.Noun, name, content string, choices registry.FilingChoices) registry.Filing {
	d.Helper()
	sum := sha256.Sum256([]byte(content))
	day, _ := registry.ParseDate("2026-11-22")
	f, again, err := d.DB.StartFiling(d.Context(), who, n, postgres.FilingFile{Name: name, Bytes: int64(len(content)), SHA256: hex.EncodeToString(sum[:])}, day, choices)
	if err != nil || again {
		d.Fatalf("start: %v, again %v", err, again)
	}
	return d.send(who, f, content)
}

func (d *desk) send(who registry.Actor, f registry.Filing, content string) registry.Filing {
	d.Helper()
	f, err := d.DB.AppendFile(d.Context(), who, f.ID, 0, strings.NewReader(content))
	if err != nil || f.State != registry.FilingQueued {
		d.Fatalf("append: %v, %s", err, f.State)
	}
	return d.work(who, f.ID, postgres.CheckTask)
}

// work does the job that is queued.
func (d *desk) work(who registry.Actor, id int64, task postgres.FilingTask) registry.Filing {
	d.Helper()
	if err := d.Work(d.Context(), postgres.FilingJob{Filing: id, Task: task, Who: who.Name, Grants: who.Grants}); err != nil {
		d.Fatal(err)
	}
	return d.get(id)
}

func (d *desk) get(id int64) registry.Filing {
	d.Helper()
	f, err := d.DB.Filing(d.Context(), officer, id)
	if err != nil {
		d.Fatal(err)
	}
	return f
}

func (d *desk) want(f registry.Filing, state registry.FilingState, counts registry.FilingCounts) {
	d.Helper()
	if f.State != state {
		d.Errorf("state %s, want %s; faults %+v", f.State, state, f.Faults)
	}
	if f.Counts == nil || *f.Counts != counts {
		d.Errorf("counts %+v\nwant   %+v", f.Counts, counts)
	}
	if d.Failed() && f.Counts != nil {
		_ = d.DB.EachFinding(d.Context(), officer, f.ID, func(x postgres.Finding) error { d.Logf("%+v", x); return nil })
		d.FailNow()
	}
}

// rules gives the rules broken by row.
func (d *desk) rules(id int64) map[int][]string {
	d.Helper()
	broken := map[int][]string{}
	err := d.DB.EachFinding(d.Context(), officer, id, func(x postgres.Finding) error {
		broken[x.Row] = append(broken[x.Row], x.Rule)
		if x.Message.VI == "" || x.Message.EN == "" || x.Mend.VI == "" {
			d.Errorf("row %d, %s says nothing: %+v", x.Row, x.Rule, x)
		}
		return nil
	})
	if err != nil {
		d.Fatal(err)
	}
	return broken
}

// verifyAll verifies every warning of a filing.
func (d *desk) verifyAll(id int64) {
	d.Helper()
	groups, err := d.DB.FindingGroups(d.Context(), filer, id)
	if err != nil {
		d.Fatal(err)
	}
	for _, g := range groups {
		if _, err := d.DB.Verify(d.Context(), filer, id, 0, postgres.Verification{Rule: g.Rule, Reason: "đã đối chiếu"}); err != nil {
			d.Fatal(err)
		}
	}
}

func (d *desk) poles(who registry.Actor) map[string]*registry.Pole {
	d.Helper()
	poles := map[string]*registry.Pole{}
	list, _, err := d.DB.List(d.Context(), who, registry.PoleNoun, registry.Filter{}, registry.Page{Limit: 100})
	if err != nil {
		d.Fatal(err)
	}
	for _, r := range list {
		poles[r.(*registry.Pole).Code] = r.(*registry.Pole)
	}
	return poles
}

// TestAFilingFromFileToRegister walks the whole way: every error at once, mended
// in the page, verified, signed by another, taken but for a row; the register
// changes then and not before.
func TestAFilingFromFileToRegister(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	ctx := t.Context()
	d.create(pole("C-1", "VTL", 106.0, 20.0),
		pole("C-9", "VTL", 106.1, 20.1))

	f := d.file(filer, registry.PoleNoun, "cột.csv", "Mã;Chiều cao (m);Kinh độ;Vĩ độ;Trạng thái\n"+
		"C-1;8;106,0;20,0;operating\n"+ // 2: higher by now
		"C-2;-1;106,01;20,01;sai\n"+ // 3: two errors in one row
		"C-3;7;106,02;20,02;operating\n"+ // 4
		"C-3;7;106,03;20,03;operating\n", // 5: twice the same code
		registry.FilingChoices{})
	d.want(f, registry.FilingBlocked, registry.FilingCounts{Rows: 4, New: 1, Changed: 1, Refused: 2, Missing: 1, Errors: 3})
	broken := d.rules(f.ID)
	if len(broken[3]) != 2 || len(broken[5]) != 1 || broken[5][0] != "key.duplicate" {
		t.Fatalf("%v", broken)
	}
	if got := d.poles(officer); len(got) != 2 || *got["C-1"].HeightM != 7 {
		t.Fatalf("the register has changed: %v", got)
	}

	rows, next, err := d.DB.FilingRows(ctx, filer, f.ID, postgres.RowQuery{Class: registry.RowChanged, Page: registry.Page{Limit: 10}})
	if err != nil || next != 0 || len(rows) != 1 || rows[0].Key != "C-1" || !reflect.DeepEqual(rows[0].Was, map[string]any{"height_m": 7.0}) || rows[0].Commune != "Xã Gia Viễn" {
		t.Fatalf("%+v %v %v", rows, next, err)
	}

	// the same file again is the same filing
	if same, again, err := d.DB.StartFiling(ctx, filer, registry.PoleNoun, postgres.FilingFile{Name: "khác.csv", Bytes: f.FileBytes, SHA256: f.FileSHA256}, f.Day, registry.FilingChoices{}); err != nil || !again || same.ID != f.ID {
		t.Fatalf("%+v %v %v", same, again, err)
	}
	// others neither see nor sign it
	if _, err := d.DB.Filing(ctx, other, f.ID); registry.CodeOf(err) != registry.CodeNotFound {
		t.Fatalf("another operator: %v", err)
	}
	if _, err := d.DB.SignFiling(ctx, signer, f.ID, 0); registry.CodeOf(err) != registry.CodeConflict {
		t.Fatalf("signed with errors: %v", err)
	}

	if f, err = d.DB.EditFiling(ctx, filer, f.ID, f.Version, []postgres.CellEdit{
		{Row: 3, Column: "Chiều cao (m)", Value: "7,5"}, {Row: 3, Column: "Trạng thái", Value: "operating"}, {Row: 5, Column: "Mã", Value: "C-4"}}); err != nil {
		t.Fatal(err)
	}
	f = d.work(filer, f.ID, postgres.CheckTask)
	d.want(f, registry.FilingReady, registry.FilingCounts{Rows: 4, New: 3, Changed: 1, Missing: 1})
	if _, err := d.DB.SignFiling(ctx, filer, f.ID, 0); registry.CodeOf(err) != registry.CodeForbidden {
		t.Fatalf("a filer signed: %v", err)
	}
	if f, err = d.DB.SignFiling(ctx, signer, f.ID, f.Version); err != nil || f.State != registry.FilingSigned || f.SignedBy != signer.Name {
		t.Fatalf("%+v %v", f, err)
	}
	if receipt, err := d.DB.FilingReceipt(ctx, filer, f.ID); err != nil || receipt.FileSHA256 != f.FileSHA256 || receipt.Counts.New != 3 || receipt.RuleVersion == 0 {
		t.Fatalf("%+v %v", receipt, err)
	}
	if _, err := d.DB.EditFiling(ctx, filer, f.ID, 0, []postgres.CellEdit{{Row: 3, Column: "Mã", Value: "X"}}); registry.CodeOf(err) != registry.CodeConflict {
		t.Fatalf("changed after signing: %v", err)
	}
	if _, err := d.DB.AcceptFiling(ctx, filer, f.ID, 0, ""); registry.CodeOf(err) != registry.CodeForbidden {
		t.Fatalf("accepted by who filed: %v", err)
	}

	if f, err = d.DB.DecideRows(ctx, officer, f.ID, f.Version, postgres.RowDecision{Rows: []int{4}, Returned: true, Reason: "Không có cột ở đây."}); err != nil {
		t.Fatal(err)
	}
	if f, err = d.DB.AcceptFiling(ctx, officer, f.ID, f.Version, ""); err != nil || f.State != registry.FilingApplying {
		t.Fatalf("%+v %v", f, err)
	}
	f = d.work(officer, f.ID, postgres.ApplyTask)
	if f.State != registry.FilingPartly {
		t.Fatalf("%+v", f)
	}
	got := d.poles(officer)
	if len(got) != 4 || *got["C-1"].HeightM != 8 || *got["C-2"].HeightM != 7.5 || got["C-3"] != nil || *got["C-4"].Owner != "VTL" || got["C-9"].Status != "operating" {
		t.Fatalf("%v", got)
	}
	if *got["C-4"].Commune != "Xã Gia Viễn" {
		t.Errorf("commune %q", *got["C-4"].Commune)
	}
}

func ptr[T any](v T) *T { return &v }

// TestAStaleFilingIsCheckedAgain has the register move between the signature and
// the department's word: nothing is written over.
func TestAStaleFilingIsCheckedAgain(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	ctx := t.Context()
	f := d.file(filer, registry.PoleNoun, "a.csv", "code,lon,lat\nC-1,106,20\n", registry.FilingChoices{})
	d.want(f, registry.FilingReady, registry.FilingCounts{Rows: 1, New: 1})
	f, err := d.DB.SignFiling(ctx, signer, f.ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	p := pole("C-1", "VTL", 106, 20)
	p.HeightM = nil
	d.create(p)
	if f, err = d.DB.AcceptFiling(ctx, officer, f.ID, 0, ""); err != nil {
		t.Fatal(err)
	}
	if f = d.work(officer, f.ID, postgres.ApplyTask); f.State != registry.FilingQueued || f.SignedBy != "" || f.Decision == "" {
		t.Fatalf("%+v", f)
	}
	f = d.work(officer, f.ID, postgres.CheckTask)
	d.want(f, registry.FilingReady, registry.FilingCounts{Rows: 1, Same: 1})
}

// TestMissingRecordsAreRemovedWhenTheFilerSaysSo: what the file leaves out is kept
// or taken down, as the filer chose.
func TestMissingRecordsAreRemovedWhenTheFilerSaysSo(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	ctx := t.Context()
	for _, code := range []string{"C-1", "C-2"} {
		d.create(pole(code, "VTL", 106, 20))
	}
	d.create(pole("C-3", "VNPT", 106.0, 20.1))
	f := d.file(filer, registry.PoleNoun, "a.csv", "code,lon,lat,name\nC-1,106,20,mới\n", registry.FilingChoices{Missing: "remove"})
	if f.Counts.Missing != 1 || f.Counts.Changed != 1 {
		t.Fatalf("%+v", f.Counts)
	}
	d.verifyAll(f.ID)
	if _, err := d.DB.SignFiling(ctx, signer, f.ID, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := d.DB.AcceptFiling(ctx, officer, f.ID, 0, ""); err != nil {
		t.Fatal(err)
	}
	f = d.work(officer, f.ID, postgres.ApplyTask)
	got := d.poles(officer)
	if f.State != registry.FilingAccepted || *got["C-1"].Name != "mới" || got["C-2"].Status != "removed" || got["C-3"].Status != "operating" {
		t.Fatalf("%s %+v %+v %+v", f.State, got["C-1"], got["C-2"], got["C-3"])
	}
}

// TestNobodyFilesForOthers has a file hold another owner's pole: it is refused,
// also when the department has the filing checked again.
func TestNobodyFilesForOthers(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	f := d.file(filer, registry.PoleNoun, "a.csv", "code,owner,lon,lat\nC-1,VTL,106,20\nC-2,VNPT,106.1,20.1\n", registry.FilingChoices{})
	want := registry.FilingCounts{Rows: 2, New: 1, Refused: 1, Errors: 1}
	d.want(f, registry.FilingBlocked, want)
	if _, err := d.DB.ChooseFiling(t.Context(), officer, f.ID, 0, nil, &f.Choices); err != nil {
		t.Fatal(err)
	}
	f = d.work(officer, f.ID, postgres.CheckTask)
	d.want(f, registry.FilingBlocked, want)
	if broken := d.rules(f.ID); !slices.Equal(broken[3], []string{"rights.row"}) {
		t.Errorf("%v", broken)
	}
}

// TestATenancyIsSaidByBothSides has an organization file tenancies of both sides and
// claim that all is confirmed: signing is its own word, and the other is asked.
func TestATenancyIsSaidByBothSides(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	ctx := t.Context()
	d.create(pole("C-1", "VTL", 106, 20), pole("C-2", "VNPT", 106.1, 20.1))
	f := d.file(filer, registry.TenancyNoun, "a.csv", "asset_kind,asset,tenant,placement,from,owner_says,tenant_says\npole,C-1,VNPT,cable,2025-01-01,confirmed,confirmed\npole,C-2,VTL,cable,2025-01-01,confirmed,confirmed\n", registry.FilingChoices{})
	if f.Counts == nil || f.Counts.New != 2 {
		t.Fatalf("%s %+v %v", f.State, f.Counts, d.rules(f.ID))
	}
	d.verifyAll(f.ID)
	if _, err := d.DB.SignFiling(ctx, signer, f.ID, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := d.DB.AcceptFiling(ctx, officer, f.ID, 0, ""); err != nil {
		t.Fatal(err)
	}
	if f = d.work(officer, f.ID, postgres.ApplyTask); f.State != registry.FilingAccepted {
		t.Fatalf("%+v", f)
	}
	list, _, err := d.DB.List(ctx, officer, registry.TenancyNoun, registry.Filter{}, registry.Page{Limit: 10})
	if err != nil || len(list) != 2 {
		t.Fatalf("%v %v", list, err)
	}
	hosted, rented := list[0].(*registry.Tenancy), list[1].(*registry.Tenancy)
	if hosted.OwnerSays != "confirmed" || hosted.TenantSays != "unconfirmed" || rented.OwnerSays != "unconfirmed" || rented.TenantSays != "confirmed" {
		t.Errorf("%+v\n%+v", hosted, rented)
	}
	waits := func(who registry.Actor) (ids []int64) {
		t.Helper()
		list, _, err := d.DB.List(ctx, who, registry.TenancyNoun, registry.Filter{Awaiting: true}, registry.Page{Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range list {
			ids = append(ids, r.(*registry.Tenancy).ID)
		}
		return ids
	}
	if mine, theirs := waits(filer), waits(other); mine != nil || !slices.Equal(theirs, []int64{hosted.ID, rented.ID}) {
		t.Errorf("who filed waits for %v, the other for %v", mine, theirs)
	}
	// the other side answers for itself
	if err := d.DB.Work(ctx, other, func(w *postgres.Work) error {
		_, err := w.Update(ctx, registry.TenancyNoun, hosted.ID, hosted.Version, func(r registry.Record) error { r.(*registry.Tenancy).TenantSays = "disputed"; return nil })
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

// TestABrokenFileSaysWhy: what cannot be read at all is refused with what to do.
func TestABrokenFileSaysWhy(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	f := d.file(filer, registry.PoleNoun, "a.xlsx", "PK\x03\x04 no workbook", registry.FilingChoices{})
	if f.State != registry.FilingUnread || len(f.Faults) == 0 || f.Faults[0].Mend.VI == "" {
		t.Fatalf("%+v", f)
	}
	content := "code,lon,lat\nC-1,106,20\n"
	f, err := d.DB.ReviseFiling(t.Context(), filer, f.ID, f.Version, postgres.FilingFile{Name: "a.csv", Bytes: int64(len(content))})
	if err != nil || f.Revision != 2 {
		t.Fatalf("%+v %v", f, err)
	}
	if f = d.send(filer, f, content); f.State != registry.FilingReady {
		t.Fatalf("%+v", f)
	}
}

// TestJobsAreDone runs the queue itself.
func TestJobsAreDone(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error, 1)
	go func() { served <- d.DB.Serve(ctx, filing.Work) }()
	content := "code,lon,lat\nC-1,106,20\n"
	day, _ := registry.ParseDate("2026-11-22")
	f, _, err := d.DB.StartFiling(t.Context(), filer, registry.PoleNoun, postgres.FilingFile{Name: "a.csv", Bytes: int64(len(content))}, day, registry.FilingChoices{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.DB.AppendFile(t.Context(), filer, f.ID, 0, strings.NewReader(content)); err != nil {
		t.Fatal(err)
	}
	for f.State != registry.FilingReady {
		f = d.get(f.ID)
	}
	stop()
	if err := <-served; err != nil {
		t.Fatal(err)
	}
}

// TestAJobThatFailsIsGivenUp has the work itself fail: the filing says so, and can
// be tried again.
func TestAJobThatFailsIsGivenUp(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	content := "code,lon,lat\nC-1,106,20\n"
	day, _ := registry.ParseDate("2026-11-22")
	f, _, err := d.DB.StartFiling(t.Context(), filer, registry.PoleNoun, postgres.FilingFile{Name: "a.csv", Bytes: int64(len(content))}, day, registry.FilingChoices{})
	if err != nil {
		t.Fatal(err)
	}
	if f, err = d.DB.AppendFile(t.Context(), filer, f.ID, 0, strings.NewReader(content)); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error, 1)
	go func() {
		served <- d.DB.Serve(ctx, func(ctx context.Context, db *postgres.DB, job postgres.FilingJob) error {
			if _, err := db.BeginCheck(ctx, job.Actor(), job.Filing); err != nil {
				return err
			}
			return errors.New("the disk is full")
		})
	}()
	// the third try is long in coming: have it be due
	for tries := 0; f.State != registry.FilingUnread; f = d.get(f.ID) {
		if tries++; tries%20 == 0 {
			d.hurry()
		}
		time.Sleep(20 * time.Millisecond)
	}
	stop()
	if err := <-served; err != nil {
		t.Fatal(err)
	}
	if len(f.Faults) != 1 || f.Faults[0].Rule != "filing.failed" {
		t.Fatalf("%+v", f.Faults)
	}
	if _, err := d.DB.ChooseFiling(t.Context(), filer, f.ID, 0, nil, &f.Choices); err != nil {
		t.Fatal(err)
	}
	if f = d.work(filer, f.ID, postgres.CheckTask); f.State != registry.FilingReady {
		t.Fatalf("%+v", f)
	}
}

// hurry makes every job that waits to be tried again due at once.
func (d *desk) hurry() {
	d.Helper()
	conn, err := pgx.Connect(d.Context(), d.dsn)
	if err != nil {
		d.Fatal(err)
	}
	defer conn.Close(d.Context())
	if _, err := conn.Exec(d.Context(), `UPDATE river.river_job SET state = 'available', scheduled_at = now() WHERE state = 'retryable'`); err != nil {
		d.Fatal(err)
	}
}
