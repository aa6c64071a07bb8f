package postgres

import (
	"context"
	"strconv"
	"strings"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/sharing"
)

// Sensitivities are the parameters an indicator is asked by how much it turns on.
var Sensitivities = []string{"merge_distance", "technology"}

// technologySets are what mobile broadband may be taken to mean.
var technologySets = [][]string{{"3G", "4G", "5G"}, {"4G", "5G"}, {"4G"}, {"5G"}}

// mergeStepsM are the merge distances of a curve, in metres.
var mergeStepsM = []float64{0, 5, 10, 15, 20, 30, 40, 50, 75, 100}

// IndicatorSensitivity computes an indicator for several choices of one of its
// parameters: how far apart two registrations still are two sites, or which
// technologies count.
func (db *DB) IndicatorSensitivity(ctx context.Context, who registry.Actor, q plan.Query, parameter string) (s plan.Sensitivity, err error) {
	ctx = as(ctx, counter)
	a, err := db.ask(ctx, q)
	if err != nil {
		return s, err
	}
	s = plan.Sensitivity{Query: a.Query, Parameter: parameter, Items: []plan.Step{}}
	p := a.definition.Parameters
	switch {
	case parameter == "technology" && a.definition.Family == "coverage" && p.Service == Mobile:
		for _, set := range technologySets {
			q.Technologies = set
			one, err := db.ask(ctx, q)
			if err != nil {
				return s, err
			}
			t, _, err := db.sum(ctx, one)
			if err != nil {
				return s, err
			}
			step := plan.Step{Label: strings.Join(set, ", "), Technologies: set}
			step.Value, step.Numerator, step.Denominator = a.value(t)
			s.Items = append(s.Items, step)
		}
		return s, nil
	case parameter == "merge_distance" && a.definition.Family == "sharing" && p.Measure == "count" && (p.Asset == registry.SiteKind || p.Asset == registry.PoleKind || p.Asset == registry.ManholeKind):
		ask := SharingQuery{Definition: sharing.DefaultDefinition(p.Asset), AsOf: q.AsOf, Unit: q.Unit}
		if p.Since != nil {
			ask.Cohort, ask.Since = sharing.New, p.Since
		}
		results, err := db.SharingSensitivity(ctx, who, ask, mergeStepsM)
		if err != nil {
			return s, err
		}
		for i, r := range results {
			step := plan.Step{Label: strconv.FormatFloat(mergeStepsM[i], 'f', -1, 64) + " m", MergeDistanceM: &mergeStepsM[i]}
			step.Value, step.Numerator, step.Denominator = a.value(tally{num: *asWritten(r.Numerator), den: *asWritten(r.Denominator)})
			s.Items = append(s.Items, step)
		}
		return s, nil
	}
	return s, registry.Errorf(registry.CodeInvalid, "Chỉ tiêu %s không phụ thuộc tham số %q.", "Indicator %s does not turn on the parameter %q.", q.Indicator, parameter)
}
