package plan

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v3"

	"github.com/hatangso/hatangso/internal/registry"
)

// Draft (bản nạp) is a plan as a file has it, a YAML file or a workbook: every
// part a text that nobody has understood yet. [Draft.Plan] understands it.
type Draft struct {
	Code      string        `yaml:"code"`
	Title     Words         `yaml:"title"`
	Number    string        `yaml:"number,omitempty"`
	IssuedOn  string        `yaml:"issued_on,omitempty"`
	Province  string        `yaml:"province,omitempty"`
	Territory Words         `yaml:"territory,omitempty"`
	Unit      string        `yaml:"unit,omitempty"`
	UnitOn    string        `yaml:"unit_on,omitempty"`
	From      string        `yaml:"from"`
	To        string        `yaml:"to"`
	Mark      string        `yaml:"mark,omitempty"`
	Targets   []DraftTarget `yaml:"targets,omitempty"`
	Tasks     []DraftTask   `yaml:"tasks,omitempty"`

	// Places says where in its file a part stands, by JSON pointer: /targets/0/value.
	Places map[string]Place `yaml:"-"`
	// Faults are what reading the file has found wrong already.
	Faults []registry.Fault `yaml:"-"`
}

// DraftTarget is a target as a file has it.
type DraftTarget struct {
	Indicator  string `yaml:"indicator"`
	Printed    string `yaml:"printed"`
	Value      string `yaml:"value,omitempty"`
	Comparator string `yaml:"comparator,omitempty"`
	Cohort     string `yaml:"cohort,omitempty"`
	DueYear    string `yaml:"due_year,omitempty"`
	Doubt      Words  `yaml:"doubt,omitempty"`
	Baseline   string `yaml:"baseline,omitempty"`
	BaselineOn string `yaml:"baseline_on,omitempty"`
}

// DraftTask is a task as a file has it.
type DraftTask struct {
	Title    Words  `yaml:"title"`
	Lead     string `yaml:"lead"`
	Partners string `yaml:"partners,omitempty"`
	Period   string `yaml:"period,omitempty"`
	Clause   string `yaml:"clause,omitempty"`
}

// Words is a text in both languages; left out in English it is told in Vietnamese.
type Words struct {
	VI string `yaml:"vi"`
	EN string `yaml:"en,omitempty"`
}

func (w Words) text() registry.Text {
	if w.EN == "" {
		w.EN = w.VI
	}
	return registry.T(w.VI, w.EN)
}

// Place is where in a file something stands.
type Place struct {
	// Sheet and Cell are of a workbook: C5.
	Sheet, Cell string
	// Row is the line of the file, or the row of the sheet, from 1.
	Row int
	// Column is the heading, or the name of the field.
	Column string
}

// MaxPlanBytes bounds the file of a plan.
const MaxPlanBytes = 1 << 20

// Decode reads a plan's YAML as it stands. CodeTooLarge for more than
// MaxPlanBytes, CodeInvalid for what is no YAML; fields it does not know are
// among the draft's faults.
func Decode(text []byte) (*Draft, error) {
	if len(text) > MaxPlanBytes {
		return nil, registry.Errorf(registry.CodeTooLarge, "Tệp kế hoạch lớn hơn %d byte.", "The plan’s file is larger than %d bytes.", MaxPlanBytes)
	}
	d := &Draft{Places: map[string]Place{}}
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil {
		return nil, registry.Invalid([]registry.Fault{yamlFault(err.Error())})
	}
	if len(root.Content) == 0 {
		return nil, registry.Invalid([]registry.Fault{registry.NewFault("plan.yaml", "", "",
			registry.T("Tệp trống.", "The file is empty."), registry.T("Ghi kế hoạch, như một kế hoạch xuất ra.", "Write a plan, such as one that was written out."))})
	}
	d.locate("", root.Content[0])
	strict := yaml.NewDecoder(bytes.NewReader(text))
	strict.KnownFields(true)
	var unfit *yaml.TypeError
	if err := strict.Decode(d); errors.As(err, &unfit) {
		for _, message := range unfit.Errors {
			d.Faults = append(d.Faults, yamlFault(message))
		}
	} else if err != nil && !errors.Is(err, io.EOF) {
		return nil, registry.Invalid([]registry.Fault{yamlFault(err.Error())})
	}
	return d, nil
}

// locate notes the lines of what stands in a node.
func (d *Draft) locate(at string, n *yaml.Node) {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := at + "/" + n.Content[i].Value
			d.Places[key] = Place{Row: n.Content[i].Line, Column: n.Content[i].Value}
			d.locate(key, n.Content[i+1])
		}
	case yaml.SequenceNode:
		for i, one := range n.Content {
			key := at + "/" + strconv.Itoa(i)
			d.Places[key] = Place{Row: one.Line}
			d.locate(key, one)
		}
	}
}

var (
	yamlLine    = regexp.MustCompile(`^(?:yaml: )?line (\d+): `)
	yamlUnknown = regexp.MustCompile(`^field (.{1,80}) not found in type `)
)

// yamlFault words what the reader of YAML says.
func yamlFault(message string) registry.Fault {
	row := 0
	if m := yamlLine.FindStringSubmatch(message); m != nil {
		row, _ = strconv.Atoi(m[1])
		message = message[len(m[0]):]
	}
	f := registry.NewFault("plan.yaml", "", "", registry.Tf("YAML không đọc được: %s.", "The YAML cannot be read: %s.", message),
		registry.T("Sửa theo một kế hoạch xuất ra.", "Mend it after a plan that was written out."))
	if m := yamlUnknown.FindStringSubmatch(message); m != nil {
		f = registry.NewFault("plan.field", m[1], "", registry.Tf("Kế hoạch không có trường %q.", "A plan has no field %q.", m[1]),
			registry.T("Xóa trường này, hoặc sửa tên.", "Delete it, or mend its name."))
	}
	f.Row = row
	return f
}

// YAML writes the draft so that Decode reads it again.
func (d *Draft) YAML() ([]byte, error) {
	text, err := yaml.Marshal(d)
	if err == nil && len(text) > MaxPlanBytes {
		err = registry.Errorf(registry.CodeTooLarge, "Kế hoạch dài hơn %d byte.", "The plan is longer than %d bytes.", MaxPlanBytes)
	}
	return text, err
}

// Draft is the plan as a file would have it.
func (p *Plan) Draft() *Draft {
	day := func(d *registry.Date) string {
		if d == nil {
			return ""
		}
		return d.String()
	}
	number := func(d *Decimal) string {
		if d == nil {
			return ""
		}
		return d.String()
	}
	words := func(t registry.Text) Words { return Words{t.VI, t.EN} }
	d := &Draft{Code: p.Code, Title: words(p.Title), Number: p.Number, IssuedOn: day(p.IssuedOn), Province: p.Province, Territory: words(p.Territory),
		Unit: p.Unit, UnitOn: day(p.UnitOn), From: strconv.Itoa(p.From), To: strconv.Itoa(p.To), Mark: p.Mark}
	for _, t := range p.Targets {
		d.Targets = append(d.Targets, DraftTarget{Indicator: t.Indicator, Printed: t.Printed, Value: number(t.Value), Comparator: string(t.Comparator), Cohort: t.Cohort,
			DueYear: strconv.Itoa(t.DueYear), Doubt: words(t.Doubt), Baseline: number(t.Baseline), BaselineOn: day(t.BaselineOn)})
	}
	for _, t := range p.Tasks {
		d.Tasks = append(d.Tasks, DraftTask{Title: words(t.Title), Lead: t.Lead, Partners: t.Partners, Period: t.Period, Clause: t.Clause})
	}
	return d
}

// Read reads a plan from YAML. The error names every line that is wrong.
func Read(text []byte, catalogue Catalogue) (*Plan, error) {
	d, err := Decode(text)
	if err != nil {
		return nil, err
	}
	p, err := d.Plan(catalogue)
	if err != nil {
		return nil, fmt.Errorf("plan %q: %w", d.Code, err)
	}
	return p, nil
}
