package registry

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the tables of testdata anew")

// golden compares a table of the docs with the file that shows it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, []byte(got)) {
		t.Errorf("%s no longer says what the code does. If the change is meant, run go test ./internal/registry -update and read the difference:\n%s", path, got)
	}
}

var matterTitles = map[matter]Text{
	works:      T("Công trình, cột ăng ten", "Works, masts"),
	radio:      T("Trạm phát sóng", "Stations"),
	agreements: T("Dùng chung", "Tenancies"),
	papers:     T("Giấy phép, kiểm định", "Permits, certificates"),
	coverage:   T("Xác nhận phủ sóng", "Coverage statements"),
	plans:      T("Công trình dự kiến", "Planned works"),
	reference:  T("Tổ chức, đơn vị hành chính, thôn, khu vực và tuyến quy hoạch", "Organizations, units, villages, planning zones and streets"),
	filings:    T("Hồ sơ", "Filings"),
	office:     T("Nội bộ", "The house"),
}

var reachTitles = map[reach]Text{
	anywhere: T("mọi nơi", "anywhere"),
	own:      T("của mình", "own"),
	inUnits:  T("địa bàn", "own units"),
	self:     T("bản thân", "oneself"),
}

// classMarks stand for the most secret class that is reached.
var classMarks = map[Disclosure]string{Ordinary: "○", Restricted: "◐", Critical: "●"}

// seeingTitle is how the table calls the four actions that look: by the tier.
var seeingTitle = T("Xem", "See")

var tierTitles = map[Tier]Text{
	CoarseTier: T("thô", "coarse"), PassiveTier: T("thụ động", "passive"), AreaTier: T("địa bàn", "area"), FullTier: T("đầy đủ", "full"),
}

// probe gives, by asking, where a role gets an answer and how far: the widest
// reach first, then each narrower one that goes further. answer says what the
// answer is worth, 0 for none.
func probe(role Role, noun string, text func(Text) string, answer func(Grants, Subject) (worth int, shown string)) string {
	g := Grants{Roles: []Role{role}, Organization: "A", Units: []int64{1}}
	var cell []string
	most, secret := 0, -1
	for _, where := range []reach{anywhere, inUnits, own, self} {
		s := Subject{Noun: noun, Owners: []string{"B"}, Units: []int64{2}}
		switch where {
		case own:
			s.Owners = []string{"A"}
		case inUnits:
			s.Units = []int64{1}
		case self:
			s.Self = true
		}
		for i := len(classes) - 1; i >= 0; i-- {
			s.Disclosure = classes[i]
			worth, shown := answer(g, s)
			if worth < most || worth == most && i <= secret || worth == 0 {
				continue
			}
			most, secret = worth, i
			cell = append(cell, strings.TrimSpace(shown+" "+text(reachTitles[where])+" "+classMarks[classes[i]]))
			break
		}
	}
	if cell == nil {
		return "–"
	}
	return strings.Join(cell, "; ")
}

// rightsRow gives the cells of one matter and one question, and whether any
// role gets an answer.
func rightsRow(noun string, text func(Text) string, answer func(Grants, Subject) (int, string)) (cells string, some bool) {
	for _, r := range Roles {
		cell := probe(r, noun, text, answer)
		some = some || cell != "–"
		cells += " " + cell + " |"
	}
	return cells, some
}

// rightsTable writes a table with a row for each matter and action; actions
// answered alike share theirs.
func rightsTable(b *strings.Builder, text func(Text) string) {
	fmt.Fprintf(b, "| %s |", text(T("Về | Việc", "About | Action")))
	for _, r := range Roles {
		fmt.Fprintf(b, " %s |", text(r.Title()))
	}
	b.WriteString("\n|---|---|" + strings.Repeat("---|", len(Roles)) + "\n")
	for _, m := range matters {
		var noun string
		for name, about := range matterOf {
			if about == m {
				noun = name // any: they share their rights
			}
		}
		var titles []string
		last := ""
		end := func() {
			if titles != nil {
				fmt.Fprintf(b, "| %s | %s |%s\n", text(matterTitles[m]), strings.Join(titles, ", "), last)
			}
			titles = nil
		}
		row := func(title Text, answer func(Grants, Subject) (int, string)) {
			cells, some := rightsRow(noun, text, answer)
			if cells != last {
				end()
			}
			if some {
				titles, last = append(titles, text(title)), cells
			}
		}
		row(seeingTitle, func(g Grants, s Subject) (int, string) {
			tier := g.Tier(s)
			return int(tier), text(tierTitles[tier]) + ":"
		})
		for _, a := range Actions[len(sees):] {
			row(a.Title(), func(g Grants, s Subject) (int, string) {
				open := g.May(a, s).Allowed
				if s.Settled = true; g.May(a, s).Allowed {
					return 2, ""
				}
				if open {
					return 1, "*"
				}
				return 0, ""
			})
		}
		end()
	}
}

// The matrix of rights in the docs is what May answers, not what it was meant
// to answer.
func TestRightsTable(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("# Ai được làm gì\n\n" +
		"Ký hiệu mức công khai cao nhất được phép: ○ thông thường, ◐ hạn chế, ● quan trọng liên quan đến an ninh quốc gia. " +
		"* chỉ khi Sở chưa xác nhận. – không được phép.\n\n")
	rightsTable(&b, func(t Text) string { return t.VI })
	b.WriteString("\n# Who may do what\n\n" +
		"The most secret class within reach: ○ ordinary, ◐ restricted, ● critical (national security). " +
		"* only until the department has settled it. – not allowed.\n\n")
	rightsTable(&b, func(t Text) string { return t.EN })
	b.WriteString("\n# Luật và chính sách hàng trong cơ sở dữ liệu / The law and the row policies\n\n" +
		"| Policy | Roles | Actions | Matters | Where | Class up to | Settled too |\n|---|---|---|---|---|---|---|\n")
	for _, r := range law {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s | %s | %t |\n", r.name, list(r.who), list(r.may), list(r.what), r.where, r.class, r.settled)
	}
	golden(t, "rights.md", b.String())
}

func list[T ~string](in []T) string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = string(s)
	}
	return strings.Join(out, " ")
}
