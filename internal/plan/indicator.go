package plan

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/hatangso/hatangso/internal/registry"
)

// Unit is what an indicator is counted in. So many per 100 inhabitants is not a
// per cent, though several plans print both as %.
type Unit string

const (
	Percent Unit = "percent" // %
	Per100  Unit = "per_100" // trên 100 dân
	Mbps    Unit = "mbps"    // Mb/s
	Count   Unit = "count"   // số lượng
	Mean    Unit = "ratio"   // số bình quân
)

var units = []Unit{Percent, Per100, Mbps, Count, Mean}

// Direction says which way an indicator gets better.
type Direction string

const (
	Up   Direction = "up"   // càng cao càng tốt
	Down Direction = "down" // càng thấp càng tốt
)

// Source says where an indicator's values come from.
type Source string

const (
	Computed Source = "computed" // tính từ sổ
	Reported Source = "reported" // báo cáo, kèm chứng cứ
)

// Indicator (chỉ tiêu) is something plans set targets for (domain.md §1 and §9).
type Indicator struct {
	// Code is one of the catalogue, such as R_BTS_STOCK.
	Code      string        `json:"code"`
	Title     registry.Text `json:"title"`
	Unit      Unit          `json:"unit"`
	Direction Direction     `json:"direction"`
	Source    Source        `json:"source"`
	// Formula says in words how it is reckoned.
	Formula registry.Text `json:"formula"`
	// Counted is what the numerator counts, for "214 vị trí dùng chung".
	Counted registry.Text `json:"counted"`
	// Clause is what it rests on; Mark how sure that is (SEEN, SEED, RECALLED, INFERRED).
	Clause string `json:"clause"`
	Mark   string `json:"mark"`
	// Definitions are the readings there are of it; the first is the one that counts
	// unless another is asked for.
	Definitions []Definition `json:"definitions"`
}

// Catalogue is every indicator, in the order in which they are shown.
type Catalogue []Indicator

// Tables gives a table by its name, one map a row, keyed by the header; geodata.Table
// is one.
type Tables func(name string) ([]map[string]string, error)

// ReadCatalogue makes the catalogue of the tables indicators.csv and definitions.csv,
// with the columns that geodata has. The error names the row that is wrong.
func ReadCatalogue(tables Tables) (Catalogue, error) {
	rows, err := tables("indicators.csv")
	if err != nil {
		return nil, err
	}
	definitions, err := tables("definitions.csv")
	if err != nil {
		return nil, err
	}
	var c Catalogue
	for i, row := range rows {
		n := Indicator{
			Code:  row["code"],
			Title: registry.T(row["title_vi"], row["title_en"]),
			Unit:  Unit(row["unit"]), Direction: Direction(row["direction"]), Source: Source(row["source"]),
			Formula: registry.T(row["formula_vi"], row["formula_en"]), Counted: registry.T(row["counted_vi"], row["counted_en"]),
			Clause: row["clause"], Mark: row["mark"],
		}
		switch {
		case n.Code == "" || c.Find(n.Code) != nil:
			return nil, fmt.Errorf("indicator %d: code %q is empty or taken", i+1, n.Code)
		case !slices.Contains(units, n.Unit):
			return nil, fmt.Errorf("indicator %s: unit %q", n.Code, n.Unit)
		case n.Direction != Up && n.Direction != Down:
			return nil, fmt.Errorf("indicator %s: direction %q", n.Code, n.Direction)
		case n.Source != Computed && n.Source != Reported:
			return nil, fmt.Errorf("indicator %s: source %q", n.Code, n.Source)
		case n.Title.VI == "" || n.Title.EN == "" || n.Formula.VI == "" || n.Formula.EN == "" || n.Counted.VI == "" || n.Counted.EN == "" || n.Clause == "" || n.Mark == "":
			return nil, fmt.Errorf("indicator %s: something is not said", n.Code)
		}
		c = append(c, n)
	}
	for i, row := range definitions {
		d, err := readDefinition(row)
		if err != nil {
			return nil, fmt.Errorf("definition %d: %w", i+1, err)
		}
		n := c.Find(row["indicator"])
		if n == nil || d.Version != len(n.Definitions)+1 {
			return nil, fmt.Errorf("definition %d: version %d of %q does not follow another", i+1, d.Version, row["indicator"])
		}
		if (d.Family == ReportedFamily) != (n.Source == Reported) {
			return nil, fmt.Errorf("definition %d: %s is %s", i+1, n.Code, n.Source)
		}
		n.Definitions = append(n.Definitions, d)
	}
	for _, n := range c {
		if len(n.Definitions) == 0 {
			return nil, fmt.Errorf("indicator %s has no definition", n.Code)
		}
	}
	return c, nil
}

// Definition gives the definition of a version, the first for 0, nil for none.
func (n *Indicator) Definition(version int) *Definition {
	if version == 0 {
		version = 1
	}
	if version < 1 || version > len(n.Definitions) {
		return nil
	}
	return &n.Definitions[version-1]
}

// Has says whether a definition is one of the catalogue's as it stands there, or
// by operator, or by other claims of tenancies: all that is asked without parameters.
func (c Catalogue) Has(d Definition) bool {
	same := func(p Parameters) Parameters {
		p.ByOperator, p.Claims = false, ""
		return p
	}
	for _, n := range c {
		for _, one := range n.Definitions {
			if one.Family == d.Family && reflect.DeepEqual(same(one.Parameters), same(d.Parameters)) {
				return true
			}
		}
	}
	return false
}

// Scale is what numerator / denominator is multiplied by for the value.
func (n *Indicator) Scale() int64 {
	if n.Unit == Percent || n.Unit == Per100 {
		return 100
	}
	return 1
}

// Find gives the indicator with a code, nil when there is none.
func (c Catalogue) Find(code string) *Indicator {
	for i := range c {
		if c[i].Code == code {
			return &c[i]
		}
	}
	return nil
}
