package report

import (
	"fmt"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// FileName names the report's file, without its extension: which year's, of which
// plan, and the day its numbers are of.
func (a *Annual) FileName() string {
	return fileName(fmt.Sprintf("Báo cáo năm %d kế hoạch %s", a.year(), a.Plan.Code), a.Board.AsOf)
}

// FileName names the report's file, without its extension.
func (o *Operator) FileName() string {
	return fileName("Báo cáo của "+o.Organization.Code, o.AsOf)
}

// FileName names the list's file, without its extension, by the days the duties
// are due between and the day they were judged on.
func (c *Completeness) FileName() string {
	return fileName(fmt.Sprintf("Theo dõi nộp báo cáo %s đến trước %s, xem", c.From, c.To), c.Today)
}

// FileName names the sheet's file, without its extension: communes of one name are
// told apart by their codes.
func (c *Commune) FileName() string {
	return fileName(strings.TrimSpace("Phiếu "+c.Name+" "+c.Code), c.AsOf)
}

// FileName names the pack's file, without its extension, with the unit it is of.
func (e *Evidence) FileName() string {
	what := "Minh chứng DII"
	if len(e.Results) > 0 && e.Results[0].Territory.Code != "" {
		what += " " + e.Results[0].Territory.Name
	}
	return fileName(what, e.AsOf)
}

// fileName ends a name with the day and replaces what no file system takes.
func fileName(what string, day registry.Date) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, what+" ngày "+day.String())
}
