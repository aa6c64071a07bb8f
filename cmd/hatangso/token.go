package main

import (
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/registry"
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
	list := &cobra.Command{
		Use: "list", Short: "Tokens and until when they are good", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			tokens, err := db.Tokens(c.Context(), p.actor("token list"))
			if err != nil {
				return err
			}
			w := tabwriter.NewWriter(p.out, 2, 8, 2, ' ', 0)
			for _, t := range tokens {
				state := p.text(registry.T("còn hiệu lực", "in force"))
				switch {
				case t.RevokedAt != nil:
					state = p.text(registry.T("đã thu hồi", "revoked")) + t.RevokedAt.Format(" 2006-01-02")
				case t.ExpiresAt != nil:
					state = p.text(registry.T("đến", "until")) + t.ExpiresAt.Format(" 2006-01-02")
				}
				fmt.Fprintf(w, "%s\t%s\t%s\n", t.Name, t.CreatedAt.Format("2006-01-02 15:04"), state)
			}
			return w.Flush()
		},
	}
	revoke := &cobra.Command{
		Use: "revoke NAME", Short: "End a token at once", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			return db.RevokeToken(c.Context(), p.actor("token revoke"), args[0])
		},
	}
	c.AddCommand(create, list, revoke)
	return c
}
