package intake

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// Table is what a page knows of a file when it proposes which column is what.
type Table struct {
	Noun  *registry.Noun
	Codes registry.Codes
	// Organizations are the codes and names by which organizations are filed.
	Organizations []string
	// Headers are the columns' names as written, "" where there is none.
	Headers []string
	// Rows are some of the file's, a cell per column.
	Rows [][]string
	// Columns maps a field or position target to the column that the filer has
	// chosen for it, as [RowOptions] does.
	Columns map[string]string
}

// ColumnMatch is a field or position target that a column may be.
type ColumnMatch struct {
	Target string `json:"target"`
	// Score is from 0 to 1; 1 is the filer's own word.
	Score  float64       `json:"score"`
	Reason registry.Text `json:"reason"`
}

// ColumnProposal is what one column may be, best first.
type ColumnProposal struct {
	Index  int    `json:"index"` // from 0
	Header string `json:"header"`
	// Target is what the column is proposed to be read as, "" when nothing.
	Target     string        `json:"target,omitempty"`
	Candidates []ColumnMatch `json:"candidates"`
}

// Matching is a proposal for all columns of a table.
type Matching struct {
	Columns []ColumnProposal `json:"columns"`
	// Headless says that the headers look like a row of data.
	Headless bool `json:"headless,omitempty"`
	// Faults are columns named that are not there, fields named that are none
	// (see [NewRows]), and two columns that mean one field.
	Faults []registry.Fault `json:"faults,omitempty"`
}

// Unknown gives the columns for which nothing is proposed.
func (m Matching) Unknown() []ColumnProposal {
	var out []ColumnProposal
	for _, c := range m.Columns {
		if c.Target == "" {
			out = append(out, c)
		}
	}
	return out
}

const (
	// proposable is the score from which a match is proposed, not only listed.
	proposable = 0.45
	// contradicted is what is left of a score when the cells say otherwise.
	contradicted = 0.6
	// maxCandidates bounds what a page lists of one column.
	maxCandidates = 5
)

// headerScores are how sure each rank makes a match.
var headerScores = map[rank]registry.Text{
	byReferenceCode: registry.T("tiêu đề là mã của trường", "the header is the code of the field"),
	byName:          registry.T("tiêu đề là tên trường", "the header is the field's name"),
	byTitle:         registry.T("tiêu đề trùng tên gọi", "the header is the field's title"),
	byAlias:         registry.T("tiêu đề là từ đồng nghĩa", "the header is a synonym"),
	byAliasInPart:   registry.T("tiêu đề trùng khi bỏ phần trong ngoặc hoặc phần bị cắt", "the header agrees without what is in brackets or cut off"),
}

// scoreOf is how sure a header of a rank is.
func scoreOf(r rank) float64 {
	switch r {
	case byReferenceCode, byName:
		return 0.99
	case byTitle:
		return 0.97
	case byAlias:
		return 0.93
	}
	return 0.88
}

// MatchColumns proposes what the columns of a table are: by the filer's word,
// then by header, then by what the cells hold. Nothing is proposed twice. It
// is what a page shows to be corrected; [NewRows] goes by headers alone.
func MatchColumns(t Table) Matching {
	c, err := newColumns(t.Noun, t.Columns)
	m := Matching{}
	var refused *registry.Error
	if errors.As(err, &refused) {
		m.Faults = refused.Faults
		c.explicit = known(c, t.Columns)
	}
	f := newFitter(t, c)
	cells := make([][]string, len(t.Headers))
	understood, data := 0, 0
	for i, header := range t.Headers {
		for _, row := range t.Rows[:min(len(t.Rows), sample)] {
			if i < len(row) && strings.TrimSpace(row[i]) != "" {
				cells[i] = append(cells[i], strings.TrimSpace(row[i]))
			}
		}
		if target, _ := c.meaning(header); target != "" {
			understood++
		} else if looksLikeData(header) {
			data++
		}
	}
	m.Headless = understood == 0 && data > 0
	for i, header := range t.Headers {
		if m.Headless && strings.TrimSpace(header) != "" {
			cells[i] = append(cells[i], strings.TrimSpace(header))
		}
		p := ColumnProposal{Index: i, Header: header, Candidates: f.candidates(c, header, cells[i], m.Headless)}
		for _, target := range slices.Sorted(maps.Keys(c.explicit)) {
			if source := c.explicit[target]; source == header || !slices.Contains(t.Headers, source) && vnname.Key(source) == vnname.Key(header) {
				p.Target = target
				own := ColumnMatch{target, 1, registry.T("người nộp chọn", "chosen by the filer")}
				p.Candidates = append([]ColumnMatch{own}, slices.DeleteFunc(p.Candidates, func(o ColumnMatch) bool { return o.Target == target })...)
			}
		}
		m.Columns = append(m.Columns, p)
	}
	m.assign(c)
	if !m.Headless {
		c.match(t.Headers)
		m.Faults = append(append(m.Faults, c.missing(t.Headers)...), c.twice()...)
	}
	return m
}

// Matching is [MatchColumns] of the file being read, for the rows read ahead.
// It does not change what is read.
func (r *Rows) Matching(organizations []string) Matching {
	b := r.b
	t := Table{Noun: b.noun, Codes: b.codes, Organizations: organizations, Headers: r.reader.Columns(), Columns: b.columns.explicit}
	for i := range r.ahead {
		if r.late[i] == nil {
			t.Rows = append(t.Rows, r.ahead[i].values)
		}
	}
	return MatchColumns(t)
}

// known gives the part of a mapping whose targets are fields.
func known(c *columns, mapping map[string]string) map[string]string {
	out := map[string]string{}
	for target, source := range mapping {
		if name, _ := c.meaning(target); name != "" {
			out[name] = source
		}
	}
	return out
}

func newFitter(t Table, c *columns) *fitter {
	b := &builder{noun: t.Noun, codes: t.Codes, fields: c.importable()}
	b.learnCodes()
	f := &fitter{noun: t.Noun, meanings: b.meanings, organizations: map[string]bool{}}
	for _, name := range t.Organizations {
		if folded := vnname.Fold(name); folded != "" {
			f.organizations[folded] = true
		}
	}
	return f
}

// looksLikeData tells a header that nobody writes above a column.
func looksLikeData(header string) bool {
	if header == "" || strings.Trim(header, "0123456789") == "" && len(header) < 3 {
		return false // the number of a column
	}
	if strings.Trim(header, "+-.,0123456789 ") == "" || isWKT(header) {
		return true
	}
	_, err := registry.ParseDate(header)
	return err == nil
}

// candidates ranks what a column may be.
func (f *fitter) candidates(c *columns, header string, cells []string, headless bool) []ColumnMatch {
	best := map[string]ColumnMatch{}
	offer := func(target string, score float64, reason registry.Text) {
		share, telling := f.fit(target, cells)
		switch {
		case telling == 0 || len(cells) == 0:
		case share < 0.5:
			score *= contradicted
			reason = registry.Tf(reason.VI+", nhưng chỉ %.0f %% ô hợp lệ", reason.EN+", but only %.0f %% of the cells fit", 100*share)
		case share > 0.9 && score < 0.85:
			score += 0.1
			reason = registry.T(reason.VI+", nội dung hợp", reason.EN+", and the cells fit")
		}
		if score > best[target].Score {
			best[target] = ColumnMatch{target, score, reason}
		}
	}
	headed := "" // the axis that the header names
	if !headless {
		if target, r := c.meaning(header); target != "" {
			offer(target, scoreOf(r), headerScores[r])
			if isAxis(target) {
				headed = target
			}
		} else {
			for _, near := range c.like(header) {
				offer(near.target, near.score, registry.Tf("tiêu đề gần giống “%s”", "the header is like “%s”", near.heading))
			}
		}
	}
	if len(cells) > 0 {
		for _, target := range c.targets() {
			share, telling := f.fit(target, cells)
			if telling == 0 || share < 0.8 {
				continue
			}
			score := 0.9 * share * telling
			if headed != "" && isAxis(target) {
				// latitudes under the heading of longitudes are for the filer to swap: it is
				// offered, never done unasked
				score = min(score, best[headed].Score-0.01)
			}
			if score > best[target].Score {
				best[target] = ColumnMatch{target, score, registry.Tf("%.0f %% ô có nội dung hợp", "%.0f %% of the cells fit", 100*share)}
			}
		}
	}
	out := make([]ColumnMatch, 0, len(best))
	for _, target := range c.targets() {
		if match, ok := best[target]; ok {
			out = append(out, match)
		}
	}
	slices.SortStableFunc(out, func(a, b ColumnMatch) int { return -cmp.Compare(a.Score, b.Score) })
	return out[:min(len(out), maxCandidates)]
}

// isAxis says that a target is one of two coordinates.
func isAxis(target string) bool {
	return target == targetLon || target == targetLat || target == targetX || target == targetY
}

// assign proposes each target once, the surest first. A target that cells
// alone suggest for several columns, or one of several that they suggest
// equally, is left to the filer.
func (m *Matching) assign(c *columns) {
	type offer struct {
		column int
		match  ColumnMatch
	}
	var offers []offer
	taken := map[string]bool{}
	for target := range c.explicit {
		taken[target] = true
	}
	for i, p := range m.Columns {
		for _, match := range p.Candidates {
			if p.Target == "" && match.Score >= proposable && !taken[match.Target] {
				offers = append(offers, offer{i, match})
			}
		}
	}
	slices.SortStableFunc(offers, func(a, b offer) int { return -cmp.Compare(a.match.Score, b.match.Score) })
	for _, o := range offers {
		p := &m.Columns[o.column]
		if p.Target != "" || taken[o.match.Target] {
			continue
		}
		tied := o.match.Score < likelyHeader && slices.ContainsFunc(offers, func(other offer) bool {
			return other.match.Score == o.match.Score && !taken[other.match.Target] && m.Columns[other.column].Target == "" &&
				(other.column == o.column) != (other.match.Target == o.match.Target)
		})
		if !tied {
			p.Target = o.match.Target
			taken[o.match.Target] = true
		}
	}
}

// likelyHeader is the score from which a match comes of a header.
const likelyHeader = 0.85
