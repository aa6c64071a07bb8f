package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/demo"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// demoSeed makes everybody's demo province the same.
const demoSeed = 2026

func (p *program) demo() *cobra.Command {
	var ifEmpty bool
	var seed uint64
	c := &cobra.Command{
		Use: "demo", Short: "Load a made-up province, labelled \"dữ liệu mẫu\", into an empty register", Args: cobra.NoArgs,
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
					return nil
				}
				return registry.Errorf(registry.CodeConflict,
					"Sổ đăng ký đã có dữ liệu; dữ liệu mẫu chỉ nạp vào sổ trống (đặt HATANGSO_HOME sang thư mục khác).",
					"The register holds data; the demo goes into an empty one only (set HATANGSO_HOME to another directory).")
			}
			p.tell(registry.T("Tạo tỉnh mẫu…", "Making the sample province…"))
			province := demo.Generate(seed, func(registry.Text, float64) {})
			return db.ImportAll(c.Context(), who, province.Batches(), func(n *registry.Noun, r postgres.ImportResult) {
				fmt.Fprintf(p.err, "  %6d %s\n", r.Created, p.text(n.Title))
			})
		},
	}
	c.Flags().BoolVar(&ifEmpty, "if-empty", false, "do nothing when the register holds data")
	c.Flags().Uint64Var(&seed, "seed", demoSeed, "another number makes another province")
	return c
}

func (p *program) tell(t registry.Text) { fmt.Fprintln(p.err, p.text(t)) }
