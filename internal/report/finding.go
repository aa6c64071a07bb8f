package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// Finding is one thing that a check found in a filing (phát hiện).
type Finding struct {
	// Row is that of the file as its reader numbers them; 0 is the file as a whole.
	Row int
	// Column is the heading as the filer wrote it; "" is the whole row.
	Column   string
	Severity registry.Severity
	Tier     registry.RuleTier
	// Rule is its id; Value what stands in the cell.
	Rule, Value string
	// Message says what is wrong, Mend what to do.
	Message, Mend registry.Text
	// Verified says that the filer has confirmed the value, with a reason.
	Verified bool
}

// level is how a finding looks, the graver the higher.
type level int

const (
	verifiedLevel level = iota
	warningLevel
	errorLevel
)

func (f *Finding) level() level {
	switch {
	case f.Severity == registry.SeverityError:
		return errorLevel
	case f.Verified:
		return verifiedLevel
	}
	return warningLevel
}

// levelWords begin a comment; their signs tell the levels apart without colour.
var levelWords = map[level]registry.Text{
	errorLevel:    registry.T("✖ LỖI", "✖ ERROR"),
	warningLevel:  registry.T("▲ CẢNH BÁO", "▲ WARNING"),
	verifiedLevel: registry.T("✔ ĐÃ XÁC NHẬN", "✔ VERIFIED"),
}

// tierWords name the tiers.
var tierWords = map[registry.RuleTier]registry.Text{
	registry.SyntaxTier:   registry.T("Cú pháp", "Syntax"),
	registry.ValidityTier: registry.T("Hợp lệ", "Validity"),
	registry.QualityTier:  registry.T("Chất lượng", "Quality"),
	registry.MacroTier:    registry.T("Tổng thể", "Macro"),
}

// byRow gives the findings in the order of rows, the gravest of a row first.
func byRow(findings []Finding) []Finding {
	out := slices.Clone(findings)
	slices.SortStableFunc(out, func(a, b Finding) int {
		if a.Row != b.Row {
			return a.Row - b.Row
		}
		return int(b.level() - a.level())
	})
	return out
}

// mark is what a cell is shown with: the gravest level of its findings, and all of
// them in one comment.
type mark struct {
	level   level
	comment string
}

// marksOf joins the findings of each cell, the columns numbered by place; what
// names no column that there is goes to the first. Findings are those of one row.
func marksOf(findings []Finding, place map[string]int, first int, lang Lang) map[int]*mark {
	marks := map[int]*mark{}
	for i := range findings {
		f := &findings[i]
		column, ok := place[headingName(f.Column)]
		about := ""
		if !ok {
			if column = first; f.Column != "" {
				about = f.Column + ": "
			}
		}
		text := fmt.Sprintf("%s: %s%s\n→ %s", lang.of(levelWords[f.level()]), about, lang.of(f.Message), lang.of(f.Mend))
		m := marks[column]
		if m == nil {
			marks[column] = &mark{f.level(), text}
			continue
		}
		m.level = max(m.level, f.level())
		m.comment += "\n\n" + text
	}
	for _, m := range marks {
		m.comment = clip(m.comment, maxComment)
	}
	return marks
}

// maxComment is how many characters of a cell's findings its comment shows; all
// are on the sheet of findings.
const maxComment = 2000

// headingName gives the name of a column by its heading, as intake does: the
// field below the title in our own workbooks, else one name over all lines.
func headingName(text string) string {
	text = strings.TrimSpace(text)
	if i := strings.LastIndexByte(text, '\n'); i >= 0 && isIdentifier(text[i+1:]) {
		return text[i+1:]
	}
	return strings.Join(strings.Fields(text), " ")
}

func isIdentifier(s string) bool {
	for i := range len(s) {
		c := s[i]
		if !('a' <= c && c <= 'z' || i > 0 && (c == '_' || '0' <= c && c <= '9')) {
			return false
		}
	}
	return s != ""
}
