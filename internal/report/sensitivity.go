package report

import (
	"fmt"
	"io"

	"github.com/hatangso/hatangso/internal/chart"
	"github.com/hatangso/hatangso/internal/plan"
)

// WriteSensitivity draws as PNG how much an indicator turns on one parameter of its
// definition: a curve over merge distances, bars over sets of technologies. r is the
// indicator as it is read otherwise, with which the rest is compared.
func WriteSensitivity(w io.Writer, r plan.Result, s plan.Sensitivity) error {
	png, err := sensitivity(r, s)
	if err == nil {
		_, err = w.Write(png)
	}
	return err
}

func sensitivity(r plan.Result, s plan.Sensitivity) ([]byte, error) {
	most, unit := 0.0, unitVI(r.Unit)
	if r.Unit == plan.Percent {
		most = 100
	}
	if s.Parameter != "merge_distance" {
		bars := chart.Bars{Max: most, Unit: unit}
		for _, step := range s.Items {
			bar := chart.Bar{Label: step.Label, Text: valueVI(step.Value, r.Unit), Fill: chart.Slashes}
			if step.Value != nil {
				v := step.Value.Float()
				bar.Value = &v
			}
			bars.Items = append(bars.Items, bar)
		}
		return bars.PNG()
	}
	curve := chart.Curve{Title: "Khoảng cách gộp (m)", Unit: unit, Max: most}
	for _, step := range s.Items {
		if step.Value != nil && step.MergeDistanceM != nil {
			curve.Points = append(curve.Points, chart.Point{X: *step.MergeDistanceM, Y: step.Value.Float(), Text: figure(step.Value, 2)})
		}
	}
	if r.Value != nil {
		v := r.Value.Float()
		curve.Level, curve.Mark = &v, fmt.Sprintf("Theo đăng ký: %s", valueVI(r.Value, r.Unit))
	}
	return curve.PNG()
}
