package plan

import (
	"errors"
	"fmt"
	"io"

	"go.yaml.in/yaml/v3"

	"github.com/hatangso/hatangso/internal/registry"
)

// Plan (kế hoạch) is one document of a People's Committee.
type Plan struct {
	// Code names it for people and commands: hd-2023.
	Code  string        `json:"code"`
	Title registry.Text `json:"title"`
	// Number is its number, empty for a draft that has none yet.
	Number   string         `json:"number"`
	IssuedOn *registry.Date `json:"issued_on"`
	// Province is the code of 2025-07-01 the plan's province has become or joined;
	// Territory says which communes it was made for: those of its day.
	Province  string        `json:"province"`
	Territory registry.Text `json:"territory"`
	// Unit is the code of the unit it was made for, as it was on UnitOn.
	Unit   string         `json:"unit"`
	UnitOn *registry.Date `json:"unit_on"`
	// From and To are the years of its period, both included.
	From    int      `json:"from"`
	To      int      `json:"to"`
	Targets []Target `json:"targets"`
	Tasks   []Task   `json:"tasks"`
	// Mark says how the text is known (domain.md).
	Mark string `json:"mark"`
}

// Task (nhiệm vụ) is something a plan tells somebody to do.
type Task struct {
	Title    registry.Text `json:"title"`
	Lead     string        `json:"lead"`
	Partners string        `json:"partners,omitempty"`
	Period   string        `json:"period,omitempty"`
	// Clause is where in the plan it stands.
	Clause string `json:"clause,omitempty"`
}

// MaxPlanBytes bounds the file of a plan.
const MaxPlanBytes = 1 << 20

// file is a plan as YAML has it: words are pairs [vi, en].
type file struct {
	Code, Number, Province, Mark, Unit string
	UnitOn                             string `yaml:"unit_on"`
	Title, Territory                   words
	IssuedOn                           string `yaml:"issued_on"`
	From, To                           int
	Targets                            []struct {
		Indicator, Printed, Value, Comparator, Cohort string
		DueYear                                       int `yaml:"due_year"`
		Doubt                                         words
		Baseline                                      string
		BaselineOn                                    string `yaml:"baseline_on"`
	}
	Tasks []struct {
		Title                          words
		Lead, Partners, Period, Clause string
	}
}

type words struct{ VI, EN string }

func (w words) text() registry.Text { return registry.T(w.VI, w.EN) }

// Read reads a plan from YAML. A field it does not know is an error, as is any
// target the catalogue cannot place; the error names the line or the target.
func Read(r io.Reader, catalogue Catalogue) (*Plan, error) {
	var f file
	d := yaml.NewDecoder(io.LimitReader(r, MaxPlanBytes))
	d.KnownFields(true)
	if err := d.Decode(&f); err != nil {
		return nil, fmt.Errorf("the plan cannot be read: %w", err)
	}
	p := &Plan{Code: f.Code, Title: f.Title.text(), Number: f.Number, Province: f.Province, Territory: f.Territory.text(), Unit: f.Unit,
		From: f.From, To: f.To, Mark: f.Mark, Targets: []Target{}, Tasks: []Task{}}
	if p.Code == "" || p.Title.VI == "" || p.From < 2000 || p.To < p.From || p.To > 2100 {
		return nil, errors.New("a plan needs code, title and the years from and to")
	}
	var err error
	if p.IssuedOn, err = day(f.IssuedOn); err != nil {
		return nil, fmt.Errorf("issued_on: %w", err)
	}
	if p.UnitOn, err = day(f.UnitOn); err != nil {
		return nil, fmt.Errorf("unit_on: %w", err)
	}
	if (p.Unit == "") != (p.UnitOn == nil) {
		return nil, errors.New("a unit needs the day it is of (unit_on), and the day its unit")
	}
	for i, t := range f.Targets {
		target := Target{Indicator: t.Indicator, Printed: t.Printed, Comparator: Comparator(t.Comparator), Cohort: t.Cohort, DueYear: t.DueYear, Doubt: t.Doubt.text()}
		if target.Comparator == "" {
			target.Comparator = AtLeast
		}
		if target.Cohort == "" {
			target.Cohort = Stock
		}
		if target.DueYear == 0 {
			target.DueYear = p.To
		}
		value, err1 := number(t.Value)
		baseline, err2 := number(t.Baseline)
		on, err3 := day(t.BaselineOn)
		target.Value, target.Baseline, target.BaselineOn = value, baseline, on
		if err := errors.Join(err1, err2, err3, target.check(catalogue)); err != nil {
			return nil, fmt.Errorf("plan %s, target %d: %w", p.Code, i+1, err)
		}
		p.Targets = append(p.Targets, target)
	}
	for i, t := range f.Tasks {
		if t.Title.VI == "" || t.Lead == "" {
			return nil, fmt.Errorf("plan %s, task %d: title and lead must be said", p.Code, i+1)
		}
		p.Tasks = append(p.Tasks, Task{Title: t.Title.text(), Lead: t.Lead, Partners: t.Partners, Period: t.Period, Clause: t.Clause})
	}
	return p, nil
}

// number reads a number that may be left out.
func number(s string) (*Decimal, error) {
	if s == "" {
		return nil, nil
	}
	d, err := ParseDecimal(s)
	return &d, err
}

// day reads a day that may be left out.
func day(s string) (*registry.Date, error) {
	if s == "" {
		return nil, nil
	}
	d, err := registry.ParseDate(s)
	return &d, err
}
