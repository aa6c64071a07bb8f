package report

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/document"
	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// Office (cơ quan lập báo cáo) is whose report it is. What the clerk fills in, the
// number and the day of signing, is left open.
type Office struct {
	// Issuer is the department, as "Sở Khoa học và Công nghệ".
	Issuer string
	// Province is the name of the province or city with its kind, as "Tỉnh Quảng Ngãi";
	// empty when nobody has said it.
	Province string
}

// committee is the People's Committee of the province.
func (o Office) committee() string {
	if o.Province == "" {
		return "Ủy ban nhân dân tỉnh"
	}
	return "Ủy ban nhân dân " + lowerFirst(o.Province)
}

// parent is the committee as it stands at the head: what it is, and of which province.
func (o Office) parent() string {
	return strings.Replace(o.committee(), "nhân dân ", "nhân dân\n", 1)
}

// place is the name of the province without its kind: where it is signed.
func (o Office) place() string {
	for _, kind := range []string{"Tỉnh ", "Thành phố "} {
		if name, ok := strings.CutPrefix(o.Province, kind); ok {
			name, _, _ = strings.Cut(name, " (") // what is remarked is no part of it
			return name
		}
	}
	return "…………"
}

// symbol abbreviates the issuer as symbols of documents do: the first letters of
// its words but "và", without the tones: Sở Khoa học và Công nghệ is SKHCN.
func (o Office) symbol() string {
	var b strings.Builder
	for _, word := range strings.Fields(o.Issuer) {
		if first := []rune(norm.NFD.String(strings.ToUpper(word)))[0]; !strings.EqualFold(word, "và") {
			b.WriteRune(first)
		}
	}
	return b.String()
}

// blank is room to write in, of spaces that do not break.
const blank = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0"

func (o Office) letterhead(day registry.Date, kind, subject string) *document.Letterhead {
	return &document.Letterhead{
		Parent: o.parent(), Issuer: o.Issuer, Number: "Số:" + blank + "/BC-" + o.symbol(),
		Place: fmt.Sprintf("%s, ngày%stháng%snăm %d", o.place(), blank, blank, day.Time().Year()),
		Kind:  kind, Subject: subject,
	}
}

func lowerFirst(s string) string {
	r := []rune(s)
	return strings.ToLower(string(r[:1])) + string(r[1:])
}

// made dates a file by the day its numbers are of.
func made(day registry.Date) time.Time { return day.Time().UTC() }

// dayVI writes a day as Vietnamese does: 30/06/2026.
func dayVI(d registry.Date) string { return d.Time().Format("02/01/2006") }

// figure writes a number as Vietnamese does, 1.234,56; none as a dash.
func figure(d *plan.Decimal, decimals int) string {
	if d == nil {
		return "–"
	}
	return d.Text(decimals).VI
}

// unitVI words a unit after a number, which no line ends between. So many per 100
// inhabitants is not a per cent.
func unitVI(u plan.Unit) string {
	switch u {
	case plan.Percent:
		return "\u00A0%"
	case plan.Per100:
		return "/100 dân"
	case plan.Mbps:
		return "\u00A0Mb/s"
	}
	return ""
}

// unitTitle words a unit alone.
func unitTitle(u plan.Unit) string {
	switch u {
	case plan.Percent:
		return "%"
	case plan.Per100:
		return "trên 100 dân"
	case plan.Mbps:
		return "Mb/s"
	case plan.Mean:
		return "số bình quân"
	}
	return "số lượng"
}

// valueVI is a value with its unit.
func valueVI(d *plan.Decimal, u plan.Unit) string {
	if d == nil {
		return "Chưa có số liệu"
	}
	return figure(d, 2) + unitVI(u)
}

// ofVI is numerator and denominator; empty where the value was reported bare.
func ofVI(numerator, denominator *plan.Decimal) string {
	switch {
	case numerator == nil || denominator != nil && denominator.Cmp(plan.Decimal{}) == 0:
		return "–"
	case denominator == nil:
		return figure(numerator, 2)
	}
	return figure(numerator, 2) + " / " + figure(denominator, 2)
}

// comparatorVI words how a value must stand to the target.
func comparatorVI(c plan.Comparator) string {
	switch c {
	case plan.Over:
		return "trên "
	case plan.Exactly:
		return "bằng "
	case plan.Keep:
		return "duy trì "
	}
	return "từ "
}

// targetVI is what a target is taken to mean: "trên 30 %".
func targetVI(t plan.Target, u plan.Unit) string {
	if t.Value == nil {
		return "không nêu con số"
	}
	return comparatorVI(t.Comparator) + figure(t.Value, 2) + unitVI(u)
}

// sentence ends a text with a full stop.
func sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}
