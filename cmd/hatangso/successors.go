package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/registry"
)

// reform is the day the communes changed (QĐ 19/2025/QĐ-TTg).
const reform = "2025-07-01"

func (p *program) importSuccessors() *cobra.Command {
	var effective string
	var dryRun, asJSON bool
	c := &cobra.Command{
		Use: "successors FILE", Short: "Which old units became which new ones", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			day, err := registry.ParseDate(effective)
			if err != nil {
				return registry.Errorf(registry.CodeInvalid, "--effective: %v", "--effective: %v", err)
			}
			in, err := os.Open(args[0])
			if err != nil {
				return registry.Errorf(registry.CodeNotFound, "Không mở được tệp %s.", "Cannot open the file %s.", args[0])
			}
			defer in.Close()
			list, err := intake.ReadSuccessors(in)
			if err != nil {
				return err
			}
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			result, err := db.ImportSuccessors(c.Context(), p.actor("import successors"), list, day, dryRun)
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(p.out).Encode(result)
			}
			fmt.Fprintf(p.out, p.text(registry.T("Đọc %d, đơn vị mới %d, quan hệ mới %d, giữ nguyên %d.\n",
				"Read %d, units made %d, links made %d, same %d.\n")), result.Read, result.Units, result.Created, result.Same)
			return nil
		},
	}
	c.Flags().StringVar(&effective, "effective", reform, "day the new units began")
	c.Flags().BoolVar(&dryRun, "dry-run", false, "do everything, then take it back")
	c.Flags().BoolVar(&asJSON, "json", false, "print the result as JSON")
	return c
}
