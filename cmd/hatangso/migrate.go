package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/postgres"
)

func (p *program) migrate() *cobra.Command {
	return &cobra.Command{
		Use: "migrate", Short: "Bring the database schema up to this program's", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			dsn, close, err := p.dsn(c.Context())
			if err != nil {
				return err
			}
			defer close()
			if err := postgres.Migrate(c.Context(), dsn); err != nil {
				return err
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
			fmt.Fprintf(p.out, "schema %d\n", have)
			return nil
		},
	}
}
