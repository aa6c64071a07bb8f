package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

func (p *program) nearest() *cobra.Command {
	var of, to, unit string
	var asJSON, asCSV bool
	c := &cobra.Command{
		Use: "nearest", Short: p.t("Vị trí trạm hoặc điểm phục vụ gần mỗi thôn nhất", "The nearest site or service point to every village"), Args: noArguments,
		Example: p.examples(example{"Điểm phục vụ gần mỗi thôn nhất, ra CSV", "The nearest service point to every village, as CSV", "hatangso indicators nearest --of villages --to service-points --csv"}),
		RunE: func(c *cobra.Command, _ []string) error {
			service, site := registry.ServicePointNoun, registry.SiteNoun
			if err := errors.Join(oneOf(c, "of", "villages"), oneOf(c, "to", service.Path, service.Name, site.Path, site.Name)); err != nil {
				return err
			}
			if asJSON && asCSV {
				return misused(c, "Chọn --json hoặc --csv.", "Choose --json or --csv.")
			}
			kind := site.Kind
			if to == service.Path || to == service.Name {
				kind = service.Kind
			}
			asOf, err := dayOrToday(c, "as-of")
			if err != nil {
				return err
			}
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			items, err := db.NearestToVillages(c.Context(), p.actor("indicators"), kind, unit, asOf)
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(p.out).Encode(map[string]any{"to": kind, "as_of": asOf, "items": items})
			}
			return writeNearest(p.out, items, asCSV)
		},
	}
	p.common(c, &unit, &asJSON)
	c.Flags().StringVar(&of, "of", "villages", p.t("của villages (thôn)", "villages"))
	c.Flags().StringVar(&to, "to", registry.ServicePointNoun.Path, p.t("đến service-points (điểm phục vụ) hoặc sites (vị trí trạm)", "service-points or sites"))
	c.Flags().BoolVar(&asCSV, "csv", false, p.t("in ra CSV", "print CSV"))
	return c
}

func writeNearest(w io.Writer, items []postgres.Nearest, asCSV bool) error {
	rows := [][]string{{"village", "code", "name", "commune_code", "commune", "asset", "asset_code", "distance_m"}}
	for _, n := range items {
		distance := ""
		if n.DistanceM != nil {
			distance = strconv.FormatFloat(*n.DistanceM, 'f', 1, 64)
		}
		rows = append(rows, []string{strconv.FormatInt(n.Village, 10), n.Code, n.Name, n.CommuneCode, n.Commune, strconv.FormatInt(n.Asset, 10), n.AssetCode, distance})
	}
	if asCSV {
		return csv.NewWriter(w).WriteAll(rows)
	}
	t := tabwriter.NewWriter(w, 2, 8, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintln(t, strings.Join(row, "\t"))
	}
	return t.Flush()
}
