package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/demo"
	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// demoSeed makes everybody's demo province the same.
const demoSeed = 2026

func (p *program) demo() *cobra.Command {
	var ifEmpty bool
	var seed uint64
	c := &cobra.Command{
		Use: "demo", Args: noArguments,
		Short: p.t(`Nạp một tỉnh mẫu, ghi rõ "dữ liệu mẫu", vào sổ còn trống`, `Load a made-up province, labelled "dữ liệu mẫu", into an empty register`),
		Example: p.examples(
			example{"Nạp nếu sổ còn trống", "Load when the register is empty", "hatangso demo --if-empty"},
			example{"Một tỉnh khác", "Another province", "hatangso demo --seed 7"}),
		RunE: func(c *cobra.Command, _ []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			who := p.actor("demo: dữ liệu mẫu")
			empty, err := db.Empty(c.Context(), who)
			if err != nil {
				return err
			}
			if !empty {
				if ifEmpty {
					p.tell(registry.T("Sổ đã có dữ liệu, không nạp tỉnh mẫu.", "The register holds data; no sample province is loaded."))
					return nil
				}
				return registry.Errorf(registry.CodeConflict,
					"Sổ đăng ký đã có dữ liệu; dữ liệu mẫu chỉ nạp vào sổ trống (đặt HATANGSO_HOME sang thư mục khác).",
					"The register holds data; the demo goes into an empty one only (set HATANGSO_HOME to another directory).")
			}
			p.tell(registry.T("Tạo tỉnh mẫu…", "Making the sample province…"))
			began := time.Now()
			province := demo.Generate(seed, p.percentage())
			err = db.ImportAll(c.Context(), who, province.Batches(), func(n *registry.Noun, r postgres.ImportResult) {
				fmt.Fprintf(p.err, "  %6d %s\n", r.Created, p.text(n.Title))
			})
			if err == nil {
				err = followUp(c.Context(), db, who, province)
			}
			if err == nil {
				p.tell(registry.Tf("Xong sau %.0f giây. Xem bản đồ: hatangso serve", "Done in %.0f seconds. See the map: hatangso serve", time.Since(began).Seconds()))
			}
			return err
		},
	}
	c.Flags().BoolVar(&ifEmpty, "if-empty", false, p.t("không làm gì khi sổ đã có dữ liệu", "do nothing when the register holds data"))
	c.Flags().Uint64Var(&seed, "seed", demoSeed, p.t("số khác cho một tỉnh khác", "another number makes another province"))
	return c
}

// followUp stores what goes with records that are there: pictures, the plan and what
// was published, and what people reported and what became of it.
func followUp(ctx context.Context, db *postgres.DB, who registry.Actor, province *demo.Province) error {
	photos, _, err := db.List(ctx, who, registry.PhotoNoun, registry.Filter{}, registry.Page{Limit: registry.MaxPageLimit})
	if err != nil {
		return err
	}
	ids := map[string]int64{}
	for _, p := range photos {
		photo := p.(*registry.Photo)
		ids[photo.Code] = photo.ID
	}
	for i, picture := range province.Pictures {
		if err := db.StorePhoto(ctx, who, ids[province.Photos[i].Code], picture); err != nil {
			return err
		}
	}
	draft, err := plan.Decode(province.Plan)
	if err != nil {
		return err
	}
	if _, err := db.ImportPlan(ctx, who, draft); err != nil {
		return err
	}
	for _, p := range province.Publications {
		if _, err := db.Publish(ctx, who, plan.Query{Indicator: p.Indicator, AsOf: p.AsOf, Unit: demo.ProvinceCode}, p.Note); err != nil {
			return err
		}
	}
	for _, report := range province.Reports {
		receipt, err := db.ReceiveFeedback(ctx, who, report.NewFeedback)
		if err != nil {
			return err
		}
		if report.Picture != nil {
			if _, err := db.AddFeedbackPhoto(ctx, who, receipt.Code, 1, report.Picture); err != nil {
				return err
			}
		}
		if report.Agency == "" {
			continue
		}
		newest, _, err := db.Feedbacks(ctx, who, postgres.FeedbackFilter{}, registry.Page{Limit: 1})
		if err != nil {
			return err
		}
		if _, err := db.UpdateFeedback(ctx, who, newest[0].ID, newest[0].Version, func(f *registry.Feedback) {
			f.State, f.Agency = report.State, &report.Agency
			if report.Answer != "" {
				f.Answer = &report.Answer
			}
		}); err != nil {
			return err
		}
	}
	return nil
}

// tell says something to the person who waits.
func (p *program) tell(t registry.Text) { fmt.Fprintln(p.err, p.text(t)) }
