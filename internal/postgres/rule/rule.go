package rule

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// Version is that of the rules as a whole (phiên bản bộ quy tắc). It moves when
// any rule, its limits or its query changes what is found; an accepted filing
// names the version it was held against.
const Version = 2

// Rule is one thing a filing must not do (quy tắc).
type Rule struct {
	// ID is stable and dotted, such as "position.near-same-owner".
	ID   string
	Tier registry.RuleTier
	// Nouns are those whose filings it is asked of; none means every noun.
	Nouns []*registry.Noun
	// Title says in one sentence what is asked.
	Title registry.Text
	// Clause is where it comes from: the text of law or standard in the words of
	// domain.md, with its mark (SEEN, SEED, RECALLED, INFERRED).
	Clause registry.Text
	// Limits are the numbers of it that a province may set; the query takes each
	// as @name.
	Limits []Limit
	// Query selects what breaks the rule: (row int, field text, value text, facts
	// jsonb). Row 0 is the file as a whole, without a field; field is a field of
	// the noun, or "geometry"; value is what stands there, cut to
	// registry.MaxFaultValue; facts is what Explain words. It may name @day (the
	// day the filing speaks of), @organization (the id of who files), @filing (its
	// id) and the limits. It reads the table staged (see the package); it writes
	// nothing. Run what [Rule.SQL] makes of it.
	Query string
	// Explain words a case.
	Explain func(Facts) Explanation
}

// Limit is a number a rule depends on (ngưỡng), which a province may set:
// domain.md does not vouch for it word by word.
type Limit struct {
	Name    string
	Title   registry.Text
	Unit    string
	Default float64
}

// Explanation is what a filer reads of one finding.
type Explanation struct {
	Message registry.Text
	Mend    registry.Text
	// Fix is a value the filer may take over with one confirmation; nil without one.
	Fix *Fix
}

// Fix is a proposed repair (đề nghị sửa): never applied without being asked for.
type Fix struct {
	// Field and Value replace one cell; Reading, instead, is a way to read every
	// position of the file (see registry.FilingReading).
	Field   string                  `json:"field,omitempty"`
	Value   string                  `json:"value,omitempty"`
	Reading *registry.FilingReading `json:"reading,omitempty"`
	// Old and New are [longitude, latitude] in WGS 84 of the point before and after.
	Old *[2]float64 `json:"old,omitempty"`
	New *[2]float64 `json:"new,omitempty"`
}

// Facts are those of one case, as the query gave them.
type Facts map[string]any

// SQL gives the query as it is asked of a noun's filings: {peers} stands for the
// table of the noun's records, {holder} for its column that says whose they are,
// {kept} for the condition that one is not gone. A partition is named rather than
// the assets as a whole, so that its own index is planned for.
func (r *Rule) SQL(n *registry.Noun) string {
	peers, holder, kept := n.Table, "owner_id", "true"
	switch {
	case n.IsAsset():
		peers, kept = "asset_"+n.Name, "status <> 'removed'"
	case n == registry.StationNoun:
		holder, kept = "operator_id", "(on_air_to IS NULL OR on_air_to > @day::date)"
	}
	return strings.NewReplacer("{peers}", peers, "{holder}", holder, "{kept}", kept).Replace(r.Query)
}

// Args gives the named arguments of the query: the day, who files (the id of an
// organization, nil for the department), the filing, and the limits, those of set
// in place of the defaults.
func (r *Rule) Args(day registry.Date, organization, filing *int64, set map[string]float64) map[string]any {
	args := map[string]any{"day": day, "organization": organization, "filing": filing}
	for _, l := range r.Limits {
		args[l.Name] = l.Default
		if v, ok := set[l.Name]; ok {
			args[l.Name] = v
		}
	}
	return args
}

// Prepare gives the statements to run once staged is filled and matched, before
// the first rule of a noun is asked.
func Prepare(n *registry.Noun) []string {
	var statements []string
	if n.Field("geometry") != nil {
		statements = append(statements, `CREATE INDEX ON staged USING gist (geometry)`)
	}
	return append(statements, `CREATE INDEX ON staged (existing)`, `ANALYZE staged`)
}

// ParseFacts reads the facts column.
func ParseFacts(b []byte) (Facts, error) {
	f := Facts{}
	if len(b) == 0 {
		return f, nil
	}
	if err := json.Unmarshal(b, &f); err != nil {
		return nil, fmt.Errorf("facts of a finding: %w", err)
	}
	return f, nil
}

// Text gives a fact as text, "" without it.
func (f Facts) Text(name string) string {
	switch v := f[name].(type) {
	case nil:
		return ""
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	default:
		return fmt.Sprint(v)
	}
}

// Number gives a fact as a number, 0 without it.
func (f Facts) Number(name string) float64 {
	v, _ := f[name].(float64)
	return v
}

// All is every rule asked of staged rows, in the order they are run and listed.
// A rule is listed here and nowhere else.
var All = []*Rule{
	communeFarOutside, communeOutside, communeUnknown, communeDiffers, communeOldStructure,
	positionNearSameOwner, positionNearOtherOwner, positionPoleOnDuct, codeOtherOwner,
	lineTooShort, lineSelfCrossing, lineTooLong, ductTooLong, ductEndManhole, ductCover,
	poleSpan, poleNewOnRoute, poleClosedStreet, poleBoxes, poleClearance, poleClearanceHeight,
	cableClosedStreet,
	datesFuture,
	mastA1aHeight, mastA1aWidth, mastClassSite, mastZoneClass, mastZoneHeight,
	stationSunset, stationBeforeSite,
	tenancySelf, tenancyMVNO, tenancyBoxes, tenancyOutsideService,
	permitBasisInForce, permitMissing, permitExemptionScope, permitIssuedLate, permitHeight,
	certificateTerm, certificateExpired, certificateRenewal,
	macroCountJump, macroCommuneLost, macroGrid, macroSameHeight,
}

// For gives the rules asked of a noun's filings.
func For(n *registry.Noun) []*Rule {
	var out []*Rule
	for _, r := range All {
		if len(r.Nouns) == 0 {
			out = append(out, r)
			continue
		}
		for _, of := range r.Nouns {
			if of == n {
				out = append(out, r)
				break
			}
		}
	}
	return out
}

// Find gives the rule of an id, nil when there is none.
func Find(id string) *Rule {
	if id == PositionReading.ID {
		return PositionReading
	}
	for _, r := range All {
		if r.ID == id {
			return r
		}
	}
	return nil
}
