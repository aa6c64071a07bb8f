package plan

import "github.com/hatangso/hatangso/internal/registry"

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
