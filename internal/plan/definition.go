package plan

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/hatangso/hatangso/internal/registry"
)

// ReportedFamily is the family of what is not computed but reported.
const ReportedFamily = "reported"

// Families of definitions: what tells the facts of an indicator. Each is one SQL
// file of package postgres, facts_<family>.sql.
var Families = []string{"sharing", "cross", "coverage", "masts", "underground", "certificate", ReportedFamily}

// Definition (cách tính) is one reading of an indicator: provinces may read a
// number differently, so every parameter is said, and a result tells which
// version it is by.
type Definition struct {
	Version int           `json:"version"`
	Title   registry.Text `json:"title"`
	// Family names how the facts are told.
	Family     string     `json:"family"`
	Parameters Parameters `json:"parameters"`
	// Mark says how sure the reading is (SEEN, SEED, RECALLED, INFERRED).
	Mark string `json:"mark"`
}

// What becomes of a tenancy that not both sides have confirmed.
const (
	Undisputed = "undisputed" // counts unless one disputes it
	Confirmed  = "confirmed"  // counts when both have confirmed it
	Claimed    = "claimed"    // counts, disputed or not
)

// Layers of village coverage that are not registry.Declared or registry.Verified.
const (
	PublishedLayer = "published" // verified, else declared
	ComputedLayer  = "computed"  // by what reaches the village
)

// Parameters are what a definition may be parted by; those its family does not
// ask for are left out.
type Parameters struct {
	// Asset is the kind that is counted, Assets several; Measure is count, length or tenants.
	Asset   registry.Kind   `json:"asset,omitempty"`
	Assets  []registry.Kind `json:"assets,omitempty"`
	Measure string          `json:"measure,omitempty"`
	// Claims says which tenancies count.
	Claims             string         `json:"claims,omitempty"`
	CountActiveSharing bool           `json:"count_active_sharing,omitempty"`
	TowerCompanySingle bool           `json:"tower_company_single,omitempty"`
	PowerPoles         string         `json:"power_poles,omitempty"`
	ExcludeSiteKinds   []string       `json:"exclude_site_kinds"`
	Since              *registry.Date `json:"since,omitempty"` // only what went into operation from this day
	// Service, Of, Weight, Technologies and Layer are of village coverage.
	Service      string   `json:"service,omitempty"`
	Of           string   `json:"of,omitempty"`
	Weight       string   `json:"weight,omitempty"`
	Technologies []string `json:"technologies"`
	Layer        string   `json:"layer,omitempty"`
	// Laying are the ways of a cable that count as underground.
	Laying []string `json:"laying,omitempty"`
	// Operator and Owner narrow to an organization's, by code.
	Operator string `json:"operator,omitempty"`
	Owner    string `json:"owner,omitempty"`
	// ByOperator tells the facts once for every operator on a work.
	ByOperator bool `json:"by_operator,omitempty"`
}

func readDefinition(row map[string]string) (d Definition, err error) {
	d = Definition{Title: registry.T(row["title_vi"], row["title_en"]), Family: row["family"], Mark: row["mark"]}
	if d.Version, err = strconv.Atoi(row["version"]); err != nil {
		return d, fmt.Errorf("version %q", row["version"])
	}
	decoder := json.NewDecoder(bytes.NewReader([]byte(row["parameters"])))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&d.Parameters); err != nil {
		return d, fmt.Errorf("parameters: %w", err)
	}
	p := &d.Parameters
	p.ExcludeSiteKinds, p.Technologies = append([]string{}, p.ExcludeSiteKinds...), append([]string{}, p.Technologies...)
	switch {
	case !slices.Contains(Families, d.Family):
		return d, fmt.Errorf("there is no family %q", d.Family)
	case d.Title.VI == "" || d.Title.EN == "" || d.Mark == "":
		return d, fmt.Errorf("something is not said")
	}
	return d, nil
}
