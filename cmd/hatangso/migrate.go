package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/postgres"
)

func (p *program) migrate() *cobra.Command {
	return &cobra.Command{
		Use: "migrate", Args: noArguments,
		Short:   p.t("Đưa lược đồ cơ sở dữ liệu lên bản của chương trình", "Bring the database schema up to this program's"),
		Example: p.examples(example{"Chạy lại cũng không sao", "Harmless to repeat", "hatangso migrate"}),
		RunE: func(c *cobra.Command, _ []string) error {
			dsn, close, err := p.dsn(c.Context())
			if err != nil {
				return err
			}
			defer close()
			if err := postgres.Migrate(c.Context(), dsn); err != nil {
				return unreachable(err)
			}
			db, err := postgres.Open(c.Context(), dsn)
			if err != nil {
				return err
			}
			defer db.Close()
			have, _, err := db.SchemaVersion(c.Context())
			if err != nil {
				return err
			}
			fmt.Fprintf(p.out, p.t("Lược đồ ở bản %d.\n", "The schema is at version %d.\n"), have)
			return nil
		},
	}
}
