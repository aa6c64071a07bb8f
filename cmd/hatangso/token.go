package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"
)

func (p *program) token() *cobra.Command {
	c := &cobra.Command{Use: "token", Short: "Tokens with which programs write"}
	var days int
	create := &cobra.Command{
		Use: "create NAME", Short: "Make a token and print it, the only time", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			var expires *time.Time
			if days > 0 {
				t := time.Now().AddDate(0, 0, days)
				expires = &t
			}
			token, err := db.CreateToken(c.Context(), p.actor("token create"), args[0], expires)
			if err != nil {
				return err
			}
			fmt.Fprintln(p.out, token)
			return nil
		},
	}
	create.Flags().IntVar(&days, "days", 0, "days until it expires; 0 means never")
	c.AddCommand(create)
	return c
}
