package httpapi_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// feedPage is a page of the change feed as a caller reads it.
type feedPage struct {
	Items []struct {
		Seq                     int64
		ID                      int64 `json:"record_id"`
		Noun, Op, Actor, Reason string
		RequestID               string `json:"request_id"`
		Before, After           record
	}
	Cursor int64
	More   bool
	Next   string
}

func (c client) feed(path string) (page feedPage) {
	c.Helper()
	c.do(http.MethodGet, path, nil).want(http.StatusOK).read(&page)
	return page
}

// The feed tells every write under the names of the record's fields.
func TestChangeFeed(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t).with("X-Change-Reason", "because")
	c.create("organizations", record{"code": "VTL", "name": "Viettel"})
	c.create("units", record{"level": "commune", "code": "1", "name": "Xã A", "geometry": square(105.8, 21, 0.5)})
	pole := c.create("poles", record{"code": "C1", "owner": "VTL", "geometry": point(105.8123457, 21), "height_m": 8.5})
	rent := c.create("tenancies", record{"asset_kind": "pole", "asset": pole.id(), "tenant": "VTL", "from": "2020-01-01"})
	c.with("If-Match", pole.etag("pole")).do(http.MethodPatch, fmt.Sprintf("/api/v1/poles/%d", pole.id()), record{"owner": nil, "note": "mới"}).want(http.StatusOK)
	c.with("If-Match", rent.etag("tenancy")).do(http.MethodDelete, fmt.Sprintf("/api/v1/tenancies/%d", rent.id()), nil).want(http.StatusNoContent)
	page := c.feed("/api/v1/changes")
	var lines []string
	for i, e := range page.Items {
		if e.Actor != "key:tester" || e.Reason != "because" || e.RequestID == "" || i > 0 && e.Seq <= page.Items[i-1].Seq {
			t.Errorf("entry %d: %+v", i, e)
		}
		lines = append(lines, fmt.Sprint(e.Op, " ", e.Noun, " ", e.ID))
	}
	want := []string{"create organizations 1", "create units 1", fmt.Sprint("create poles ", pole.id()), "create tenancies 1",
		fmt.Sprint("update poles ", pole.id()), "delete tenancies 1"}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Fatal(diff) // and not the key, whose making is logged too
	}
	made, changed, gone := page.Items[2].After, page.Items[4], page.Items[5]
	if made["owner"] != "VTL" || made["owner_id"] != 1.0 || made["height_m"] != 8.5 || made["unit_id"] != nil || made["geom"] != nil ||
		fmt.Sprint(made["geometry"]) != "map[coordinates:[105.8123457 21] type:Point]" || page.Items[2].Before != nil {
		t.Errorf("made %v", made)
	}
	if fmt.Sprint(changed.Before) != "map[note:<nil> owner:VTL owner_id:1]" || fmt.Sprint(changed.After) != "map[note:mới owner:<nil> owner_id:<nil>]" {
		t.Errorf("changed %v to %v", changed.Before, changed.After)
	}
	if gone.Before["from"] != "2020-01-01" || gone.Before["asset"] != float64(pole.id()) || gone.Before["tenant"] != "VTL" || gone.After != nil {
		t.Errorf("gone is %v", gone.Before)
	}
	if page.More || page.Cursor != page.Items[5].Seq || page.Next != fmt.Sprint("/api/v1/changes?since=", page.Cursor) {
		t.Errorf("the page ends with %d, %s", page.Cursor, page.Next)
	}
	if again := c.feed(page.Next); len(again.Items) != 0 || again.Cursor != page.Cursor || again.More {
		t.Errorf("after the end comes %+v", again)
	}
	for query, want := range map[string]int{
		"noun=poles": 2, "noun=pole": 2, fmt.Sprint("noun=poles&record_id=", pole.id()): 2, "record_id=99": 0, "actor=key:tester": 6, "actor=tester": 0,
		fmt.Sprint("since=", changed.Seq): 1,
	} {
		if got := c.feed("/api/v1/changes?" + query); len(got.Items) != want {
			t.Errorf("%s gives %d, want %d", query, len(got.Items), want)
		}
	}
	// pages follow each other, filtered ones too, to the same end
	seen := 0
	for next, more := "/api/v1/changes?limit=1&noun=poles", true; more; {
		p := c.feed(next)
		seen, next, more = seen+len(p.Items), p.Next, p.More
		if !strings.Contains(next, "noun=poles") {
			t.Fatalf("next forgets the filter: %s", next)
		}
	}
	if seen != 2 {
		t.Errorf("pages of one give %d", seen)
	}
	// a cursor from beyond the log is another register's
	c.do(http.MethodGet, "/api/v1/changes?since=999999", nil).refused(http.StatusBadRequest, "parameter.invalid since")
}

// A change that commits after a later one is not skipped: the feed waits for it.
func TestFeedWaitsForTheSlow(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t)
	c.feed("/api/v1/changes")
	s.keyUsed(t)
	begin := c.feed("/api/v1/changes").Cursor
	write := func(x transaction, code string) {
		x.exec(`INSERT INTO organization (code, name) VALUES ($1, $1)`, code)
	}
	slow, quick, undone := s.transaction(t), s.transaction(t), s.transaction(t)
	write(slow, "slow") // takes its place in the log first
	write(undone, "undone")
	write(quick, "quick") // the later place
	quick.commit()
	since := fmt.Sprint("/api/v1/changes?since=", begin)
	if page := c.feed(since); len(page.Items) != 0 || page.Cursor > begin {
		t.Fatalf("with a write under way before it, the feed gives %+v", page)
	}
	write(slow, "slow 2") // after the one that is waiting
	undone.rollback()
	if page := c.feed(since); len(page.Items) != 0 {
		t.Fatalf("the end of another lets through %+v", page)
	}
	slow.commit()
	var codes []string
	for _, e := range c.feed(since).Items {
		codes = append(codes, e.After["code"].(string))
	}
	if got := strings.Join(codes, ", "); got != "slow, quick, slow 2" {
		t.Errorf("then the feed gives %s", got)
	}
	// a savepoint rolled back takes its place back, and what comes after is announced anew
	half := s.transaction(t)
	half.exec(`SAVEPOINT a`)
	write(half, "half 1")
	half.exec(`ROLLBACK TO SAVEPOINT a`)
	end := c.feed(since).Cursor
	write(half, "half 2")
	c.create("organizations", record{"code": "whole", "name": "whole"})
	if page := c.feed(fmt.Sprint("/api/v1/changes?since=", end)); len(page.Items) != 0 {
		t.Errorf("what a savepoint took back is passed over with %+v", page)
	}
	half.commit()
	if page := c.feed(fmt.Sprint("/api/v1/changes?since=", end)); len(page.Items) != 2 {
		t.Errorf("at the end come %+v", page)
	}
}

// transaction is a write past the API.
type transaction struct {
	*testing.T
	tx pgx.Tx
}

func (s *server) transaction(t *testing.T) transaction {
	t.Helper()
	tx, err := s.sql.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	// a test that ends early must let the connection go, or closing the pool waits for it
	t.Cleanup(func() { _ = tx.Rollback(context.WithoutCancel(t.Context())) })
	x := transaction{t, tx}
	x.exec(`SELECT set_config('hatangso.actor', 'test', true)`)
	return x
}

func (x transaction) exec(sql string, args ...any) {
	x.Helper()
	if _, err := x.tx.Exec(x.Context(), sql, args...); err != nil {
		x.Fatal(err)
	}
}

func (x transaction) commit() {
	x.Helper()
	if err := x.tx.Commit(x.Context()); err != nil {
		x.Fatal(err)
	}
}

func (x transaction) rollback() {
	x.Helper()
	if err := x.tx.Rollback(x.Context()); err != nil {
		x.Fatal(err)
	}
}

// Who follows the feed while many write holds in the end what the register
// holds.
func TestCopyByFeed(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t)
	c.create("organizations", record{"code": "VTL", "name": "Viettel"})
	const writers, writes = 6, 40
	var work sync.WaitGroup
	failed := make(chan error, writers)
	for w := range writers {
		random := rand.New(rand.NewPCG(7, uint64(w)))
		work.Go(func() { failed <- scribble(t.Context(), c, random, w, writes) })
	}
	copied := map[string]record{}
	follow := func(from int64) int64 {
		page := c.feed(fmt.Sprintf("/api/v1/changes?limit=7&since=%d", from))
		for _, e := range page.Items {
			key := fmt.Sprint(e.Noun, " ", e.ID)
			switch held := copied[key]; {
			case (e.Op == "create") != (held == nil):
				t.Fatalf("%s of %s, held is %v", e.Op, key, held)
			case e.Op == "delete":
				delete(copied, key)
			case e.Op == "create":
				copied[key] = e.After
			default:
				for name, before := range e.Before {
					if name != "owner" && fmt.Sprint(held[name]) != fmt.Sprint(before) {
						t.Fatalf("%s of %s was %v, held is %v", name, key, before, held[name])
					}
				}
				for name, after := range e.After {
					held[name] = after
				}
			}
		}
		return page.Cursor
	}
	done := make(chan struct{})
	go func() { work.Wait(); close(done) }()
	var cursor int64
	for running := true; running; {
		select {
		case <-done:
			running = false
		default:
		}
		cursor = follow(cursor)
	}
	for range writers {
		if err := <-failed; err != nil {
			t.Fatal(err)
		}
	}
	for next := follow(cursor); next != cursor; next = follow(cursor) {
		cursor = next
	}
	names := map[any]any{}
	for _, o := range c.list("/api/v1/organizations") {
		names[o["id"]] = o["code"]
	}
	held := map[string]record{}
	for _, n := range []*registry.Noun{registry.OrganizationNoun, registry.PoleNoun} {
		for _, r := range c.list("/api/v1/" + n.Path) {
			key, want := fmt.Sprint(n.Path, " ", r.id()), record{}
			held[key] = want
			for _, f := range n.Writable() {
				if r[f.Name] == nil {
					delete(copied[key], f.Name)
				} else {
					want[f.Name] = r[f.Name]
				}
			}
			if copied[key]["owner_id"] != nil { // a code of that time, an id for ever
				copied[key]["owner"] = names[copied[key]["owner_id"]]
			}
			delete(copied[key], "owner_id")
		}
	}
	if len(held) < writers {
		t.Fatalf("only %d records to compare", len(held))
	}
	if diff := cmp.Diff(held, copied); diff != "" {
		t.Error(diff)
	}
}

// scribble adds, changes and deletes poles in transactions of all lengths, and
// renames the owner now and then.
func scribble(ctx context.Context, c client, random *rand.Rand, writer, writes int) error {
	var mine []record
	send := func(method, path, tag string, body any) (int, record, error) {
		request := c.with("If-Match", tag).request(method, path, body)
		out, err := http.DefaultClient.Do(request)
		if err != nil {
			return 0, nil, err
		}
		defer out.Body.Close()
		var r record
		if out.StatusCode != http.StatusNoContent {
			err = json.NewDecoder(out.Body).Decode(&r)
		}
		return out.StatusCode, r, err
	}
	for i := range writes {
		var status int
		var r record
		var err error
		switch k := random.IntN(10); {
		case k < 4 || len(mine) == 0:
			status, r, err = send(http.MethodPost, "/api/v1/poles", "", record{"code": fmt.Sprintf("C%d-%d", writer, i), "geometry": point(105+random.Float64(), 21)})
			mine = append(mine, r)
		case k < 7:
			at := random.IntN(len(mine))
			status, r, err = send(http.MethodPatch, fmt.Sprintf("/api/v1/poles/%d", mine[at].id()), mine[at].etag("pole"),
				record{"note": fmt.Sprint(random.IntN(5)), "owner": []any{nil, "VTL"}[random.IntN(2)]})
			if status == http.StatusUnprocessableEntity { // the owner has another code just now
				status = http.StatusOK
			} else {
				mine[at] = r
			}
		case k < 8:
			at := random.IntN(len(mine))
			status, _, err = send(http.MethodDelete, fmt.Sprintf("/api/v1/poles/%d", mine[at].id()), mine[at].etag("pole"), nil)
			mine = append(mine[:at], mine[at+1:]...)
		default: // a transaction that takes its time, half of them for nothing
			status, err = http.StatusOK, slowly(ctx, c.server, random, fmt.Sprintf("S%d-%d", writer, i))
		}
		if err != nil || status >= 300 {
			return fmt.Errorf("writer %d: status %d, %v: %v", writer, status, err, r)
		}
	}
	return nil
}

func slowly(ctx context.Context, s *server, random *rand.Rand, code string) error {
	tx, err := s.sql.Begin(ctx)
	if err != nil {
		return err
	}
	defer tx.Rollback(ctx)
	if _, err := tx.Exec(ctx, `SELECT set_config('hatangso.actor', 'slow', true)`); err != nil {
		return err
	}
	for part := range 3 {
		if _, err := tx.Exec(ctx, `INSERT INTO organization (code, name) VALUES ($1, $1)`, fmt.Sprint(code, "/", part)); err != nil {
			return err
		}
		time.Sleep(time.Duration(random.IntN(10)) * time.Millisecond)
	}
	if random.IntN(2) == 0 {
		return nil
	}
	return tx.Commit(ctx)
}
