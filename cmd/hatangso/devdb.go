package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/devdb"
)

// devdb runs the private cluster on its own.
func (p *program) devdb() *cobra.Command {
	c := &cobra.Command{
		Use: "devdb", Short: "Start or join the private PostGIS cluster, and stay until interrupted", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			dsn, close, err := p.dsn(c.Context())
			if err != nil {
				return err
			}
			defer close()
			fmt.Fprintln(p.out, dsn)
			<-c.Context().Done()
			return nil
		},
	}
	c.AddCommand(&cobra.Command{
		Use: "stop", Short: "Stop the private cluster, whoever uses it", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			home, err := p.home()
			if err != nil {
				return err
			}
			return devdb.Stop(c.Context(), home)
		},
	}, &cobra.Command{
		Use: "status", Short: "Say whether the private cluster runs", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			home, err := p.home()
			if err != nil {
				return err
			}
			status, err := devdb.Look(c.Context(), home)
			if err != nil {
				return err
			}
			fmt.Fprintf(p.out, "%+v\n", status)
			return nil
		},
	})
	return c
}
