package postgres_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// The fold a query is made with and the fold the database compares by agree on
// every name of a real commune, old and new, composed and not, and on what
// people write around names.
func TestFoldsAgree(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	compare := func(t interface{ Errorf(string, ...any) }, texts []string) {
		rows, err := r.sql.Query(r.Context(), `SELECT t, fold(t) FROM unnest($1::text[]) AS t`, texts)
		if err != nil {
			r.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			var text, folded string
			if err := rows.Scan(&text, &folded); err != nil {
				r.Fatal(err)
			}
			if want := vnname.Fold(text); folded != want {
				t.Errorf("%q is folded to %q by SQL, to %q by vnname", text, folded, want)
			}
		}
		if err := rows.Err(); err != nil {
			r.Fatal(err)
		}
	}
	var texts []string
	var collect func(any)
	collect = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, inner := range v {
				collect(inner)
			}
		case []any:
			for _, inner := range v {
				collect(inner)
			}
		case string:
			texts = append(texts, v, norm.NFD.String(v), strings.ToUpper(v))
		}
	}
	b, err := os.ReadFile("../../../shared/data/vn-commune-successors/merges.json")
	if err != nil {
		t.Fatal(err)
	}
	var merges any
	if err := json.Unmarshal(b, &merges); err != nil {
		t.Fatal(err)
	}
	if collect(merges); len(texts) < 10_000 {
		t.Fatalf("only %d names", len(texts))
	}
	compare(t, append(texts, "", " ", "-", "HN-0001/2", "100%_\\", "Ea H’Leo", "Ea H'Leo", "“Trạm”…", "Số 12, ngõ 5 – Trần Phú", "m²", "１２３", "№ 7",
		"a\u00a0b", "a\u200bb", "Tổ\tdân\nphố", "Ðông", "ɖông", "Hoà/Hòa (cũ)", "x×y÷z", "§ 4.4", "°C", "«trạm»"))
	letters := []rune("aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ0189 -_./,:;()[]{}'\"&+*#@!?<>=|~^`\\")
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom(letters)).Draw(t, "text")
		compare(t, []string{text, norm.NFD.String(text)})
	})
}

// A text is found by its index among many thousand records.
func TestSearchUsesItsIndex(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.exec(`INSERT INTO asset (kind, code, name, road, geom)
		SELECT 'pole', 'C-' || n, 'Cột ' || n, (ARRAY['Lê Lợi', 'Trần Phú', 'Thủy Nguyên'])[1 + n % 3], ST_SetSRID(ST_MakePoint(106, 20), 4326)
		FROM generate_series(1, 20000) n`)
	if _, err := r.sql.Exec(t.Context(), `VACUUM ANALYZE asset_pole`); err != nil {
		t.Fatal(err)
	}
	var heard plans
	db, err := postgres.OpenExplained(t.Context(), r.dsn, heard.hear)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	found, _, err := db.List(t.Context(), tester, registry.PoleNoun, registry.Filter{Text: "cột 19998 thuỷ"}, registry.Page{Limit: 100})
	if err != nil || len(found) != 0 {
		t.Fatalf("%d records: %v", len(found), err)
	}
	found, _, err = db.List(t.Context(), tester, registry.PoleNoun, registry.Filter{Text: "trần phú 12346"}, registry.Page{Limit: 100})
	if err != nil || len(found) != 1 || found[0].(*registry.Pole).Code != "C-12346" {
		t.Fatalf("%d records: %v", len(found), err)
	}
	if told := heard.take(); !strings.Contains(told, "asset_pole_search") {
		t.Errorf("the search reads another way: %s", told)
	}
}
