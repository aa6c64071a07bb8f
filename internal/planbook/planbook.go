// Package planbook has plans (kế hoạch) go out to a workbook and come back: an
// empty one to be filled in, or one with a plan that there is. What goes out and
// comes back unchanged is the same plan.
package planbook

import (
	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// Sheets of the workbook. The first three are read, by these names.
const (
	planSheet   = "Kế hoạch"
	targetSheet = "Mục tiêu"
	taskSheet   = "Nhiệm vụ"
	choiceSheet = "Danh mục"
	guideSheet  = "Hướng dẫn"
)

const (
	planRow    = 4   // the first field of the plan's sheet, on which fields stand below each other
	headingRow = 1   // of the other two
	blankRows  = 200 // as many rows have the look of their columns
)

// Rules of the faults that workbooks of plans give.
const (
	ruleSheet   = "planbook.sheet"
	ruleHeading = "planbook.heading"
)

// MaxRows is how many rows a sheet may have: the longest plan known has 40.
const MaxRows = 1000

// maxUnpackedBytes bounds what a workbook unpacks to, by part.
const maxUnpackedBytes = 16 << 20

// book is the plans' side of a workbook: the words people choose indicators by.
type book struct {
	indicators []plan.Choice
}

func newBook(catalogue plan.Catalogue) book {
	b := book{}
	for _, n := range catalogue {
		b.indicators = append(b.indicators, plan.Choice{Code: n.Code, Title: registry.T(n.Code+" – "+n.Title.VI, n.Title.EN)})
	}
	return b
}

// choices are what a field of a target is chosen from, nil for any text.
func (b book) choices(field string) []plan.Choice {
	switch field {
	case "indicator":
		return b.indicators
	case "comparator":
		return plan.Comparators
	case "cohort":
		return plan.CohortChoices
	}
	return nil
}
