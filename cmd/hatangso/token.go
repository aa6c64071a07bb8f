package main

import (
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"
)

func (p *program) token() *cobra.Command {
	c := p.group(&cobra.Command{
		Use: "token", Short: p.t("Mã truy cập để chương trình khác ghi vào sổ", "Tokens with which programs write"),
		Example: p.examples(example{"Cho một doanh nghiệp, trong một năm", "For an operator, for a year", "hatangso token create viettel --days 365"}),
	})
	var days int
	create := &cobra.Command{
		Use: p.t("create TÊN", "create NAME"), Args: oneArgument("tên của mã truy cập", "the token's name"),
		Short:   p.t("Tạo mã truy cập và in ra, chỉ một lần này", "Make a token and print it, the only time"),
		Example: p.examples(example{"Không hết hạn", "That does not expire", "hatangso token create viettel"}),
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
	create.Flags().IntVar(&days, "days", 0, p.t("số ngày tới khi hết hạn; 0 là không hết", "days until it expires; 0 means never"))
	list := &cobra.Command{
		Use: "list", Args: noArguments,
		Short:   p.t("Các mã truy cập và hạn của chúng", "Tokens and until when they are good"),
		Example: p.examples(example{"Tất cả", "All of them", "hatangso token list"}),
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
				state := p.t("còn hiệu lực", "in force")
				switch {
				case t.RevokedAt != nil:
					state = p.t("đã thu hồi", "revoked") + t.RevokedAt.Format(" 2006-01-02")
				case t.ExpiresAt != nil:
					state = p.t("đến", "until") + t.ExpiresAt.Format(" 2006-01-02")
				}
				fmt.Fprintf(w, "%s\t%s\t%s\n", t.Name, t.CreatedAt.Format("2006-01-02 15:04"), state)
			}
			return w.Flush()
		},
	}
	revoke := &cobra.Command{
		Use: p.t("revoke TÊN", "revoke NAME"), Args: oneArgument("tên của mã truy cập", "the token's name"),
		Short:   p.t("Thu hồi mã truy cập ngay", "End a token at once"),
		Example: p.examples(example{"Không ghi được nữa", "It writes no more", "hatangso token revoke viettel"}),
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
