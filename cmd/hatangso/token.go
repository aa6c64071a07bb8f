package main

import (
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/registry"
)

func (p *program) token() *cobra.Command {
	c := p.group(&cobra.Command{
		Use: "token", Short: p.t("Mã truy cập để chương trình khác ghi vào sổ", "Tokens with which programs write"),
		Example: p.examples(example{"Cho một doanh nghiệp, trong một năm", "For an operator, for a year", "hatangso token create viettel --role filer --organization VIETTEL --days 365"}),
	})
	var days int
	var roles, units []string
	var grants registry.Grants
	var scope registry.Scope
	create := &cobra.Command{
		Use: p.t("create TÊN", "create NAME"), Args: oneArgument("tên của mã truy cập", "the token's name"),
		Short: p.t("Tạo mã truy cập và in ra, chỉ một lần này", "Make a token and print it, the only time"),
		Example: p.examples(
			example{"Của Sở, không hết hạn", "The department's, that does not expire", "hatangso token create so-tttt"},
			example{"Cho cán bộ một xã, chỉ đọc", "For the staff of a commune, to read", "hatangso token create xa-1 --role local --unit 10525 --read-only"}),
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
			for _, role := range roles {
				grants.Roles = append(grants.Roles, registry.Role(role))
			}
			who := p.actor("token create")
			if grants.Units, err = db.UnitIDs(c.Context(), who, units); err != nil {
				return err
			}
			if scope.ReadOnly || len(scope.Nouns) > 0 {
				grants.Key = &scope
			}
			token, err := db.CreateToken(c.Context(), who, args[0], grants, expires)
			if err != nil {
				return err
			}
			fmt.Fprintln(p.out, token)
			return nil
		},
	}
	create.Flags().StringSliceVar(&roles, "role", []string{string(registry.OfficerRole)}, p.t("vai trò: filer, signer, local, auditor, officer, admin", "filer, signer, local, auditor, officer or admin"))
	create.Flags().StringVar(&grants.Organization, "organization", "", p.t("mã tổ chức của filer, signer", "code of the organization a filer or signer works for"))
	create.Flags().StringSliceVar(&units, "unit", nil, p.t("mã đơn vị hành chính của local", "codes of the units of local staff"))
	create.Flags().BoolVar(&scope.ReadOnly, "read-only", false, p.t("chỉ đọc", "to read and not to write"))
	create.Flags().StringSliceVar(&scope.Nouns, "noun", nil, p.t("chỉ các loại bản ghi này, như site,pole", "for these nouns alone, such as site,pole"))
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
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", t.Name, p.held(t.Grants), t.CreatedAt.Format("2006-01-02 15:04"), state)
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

// held words grants in short: the roles, and for whom.
func (p *program) held(g registry.Grants) string {
	titles := make([]string, len(g.Roles))
	for i, r := range g.Roles {
		titles[i] = p.t(r.Title().VI, r.Title().EN)
	}
	words := strings.Join(titles, ", ")
	if g.Organization != "" {
		words += " " + g.Organization
	}
	if g.Key != nil && g.Key.ReadOnly {
		words += p.t(", chỉ đọc", ", reads only")
	}
	return words
}
