package main

import (
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

func (p *program) key() *cobra.Command {
	c := p.group(&cobra.Command{
		Use: "key", Aliases: []string{"token"}, Short: p.t("Khóa API để chương trình khác đọc và ghi sổ", "API keys with which programs read and write"),
		Example: p.examples(example{"Cho một doanh nghiệp, trong một năm", "For an operator, for a year", "hatangso key create viettel --role filer --organization VIETTEL --days 365"}),
	})
	c.AddCommand(p.keyCreate(), p.keyList(), p.keyRevoke())
	return c
}

func (p *program) keyCreate() *cobra.Command {
	var days int
	var roles, units, within []string
	var grants registry.Grants
	var order postgres.KeyOrder
	c := &cobra.Command{
		Use: p.t("create TÊN", "create NAME"), Args: oneArgument("tên của khóa", "the key's name"),
		Short: p.t("Tạo khóa và in ra, chỉ một lần này", "Make a key and print it, the only time"),
		Example: p.examples(
			example{"Của Sở, không hết hạn", "The department's, that does not expire", "hatangso key create so-tttt"},
			example{"Cho QGIS, chỉ đọc vị trí và cột trong một xã", "For QGIS, to read the sites and poles of a commune", "hatangso key create qgis-xa-1 --read-only --noun site,pole --within 10525 --days 90"},
			example{"Cho cán bộ một xã, chỉ đọc", "For the staff of a commune, to read", "hatangso key create xa-1 --role local --unit 10525 --read-only"}),
		RunE: func(c *cobra.Command, args []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			order.Name, order.Grants = args[0], &grants
			if days > 0 {
				t := time.Now().AddDate(0, 0, days)
				order.Expires = &t
			}
			for _, role := range roles {
				grants.Roles = append(grants.Roles, registry.Role(role))
			}
			who := p.actor("key create")
			if grants.Units, err = db.UnitIDs(c.Context(), who, units); err != nil {
				return err
			}
			if order.Scope.Units, err = db.UnitIDs(c.Context(), who, within); err != nil {
				return err
			}
			secret, _, err := db.CreateKey(c.Context(), who, order)
			if err != nil {
				return err
			}
			fmt.Fprintln(p.out, secret)
			return nil
		},
	}
	c.Flags().StringSliceVar(&roles, "role", []string{string(registry.OfficerRole)}, p.t("vai trò: filer, signer, local, auditor, officer, admin", "filer, signer, local, auditor, officer or admin"))
	c.Flags().StringVar(&grants.Organization, "organization", "", p.t("mã tổ chức của filer, signer", "code of the organization a filer or signer works for"))
	c.Flags().StringSliceVar(&units, "unit", nil, p.t("mã đơn vị hành chính của local", "codes of the units of local staff"))
	c.Flags().BoolVar(&order.Scope.ReadOnly, "read-only", false, p.t("chỉ đọc; riêng khóa như vậy đặt được trong địa chỉ (?key=)", "to read and not to write; such a key alone may stand in an address (?key=)"))
	c.Flags().BoolVar(&order.Scope.LastWriter, "last-writer", false, p.t("để sửa trong QGIS, vốn không gửi If-Match: ghi đè bản đang có, giữ cả hai bản trong nhật ký và báo cho người bị ghi đè",
		"for editing in QGIS, which sends no If-Match: written over what stands; the change log keeps both versions and who is written over is told"))
	c.Flags().StringSliceVar(&order.Scope.Nouns, "noun", nil, p.t("chỉ các loại bản ghi này, như site,pole", "for these nouns alone, such as site,pole"))
	c.Flags().StringSliceVar(&within, "within", nil, p.t("chỉ trong các đơn vị hành chính mã này", "within the units of these codes alone"))
	c.Flags().StringVar(&order.Description, "description", "", p.t("khóa dùng để làm gì", "what the key is for"))
	c.Flags().IntVar(&days, "days", 0, p.t("số ngày tới khi hết hạn; 0 là không hết", "days until it expires; 0 means never"))
	return c
}

func (p *program) keyList() *cobra.Command {
	return &cobra.Command{
		Use: "list", Args: noArguments,
		Short:   p.t("Các khóa, phạm vi, hạn và lần dùng cuối", "Keys, their scope, until when they are good and when they were last used"),
		Example: p.examples(example{"Tất cả", "All of them", "hatangso key list"}),
		RunE: func(c *cobra.Command, _ []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			keys, err := db.Keys(c.Context(), p.actor("key list"))
			if err != nil {
				return err
			}
			w := tabwriter.NewWriter(p.out, 2, 8, 2, ' ', 0)
			fmt.Fprintln(w, p.t("TÊN\tKHÓA\tQUYỀN\tTẠO\tHIỆU LỰC\tDÙNG LẦN CUỐI", "NAME\tKEY\tMAY\tMADE\tGOOD\tLAST USED"))
			for _, k := range keys {
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", k.Name, k.Shown(), p.held(k.Grants), k.CreatedAt.Format(time.DateOnly), p.state(k), p.lastUsed(k))
			}
			return w.Flush()
		},
	}
}

func (p *program) keyRevoke() *cobra.Command {
	return &cobra.Command{
		Use: p.t("revoke TÊN", "revoke NAME"), Args: oneArgument("tên của khóa", "the key's name"),
		Short:   p.t("Thu hồi khóa ngay", "End a key at once"),
		Example: p.examples(example{"Không đọc, không ghi được nữa", "It reads and writes no more", "hatangso key revoke viettel"}),
		RunE: func(c *cobra.Command, args []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			who := p.actor("key revoke")
			keys, err := db.Keys(c.Context(), who)
			if err != nil {
				return err
			}
			for _, k := range keys {
				if k.Name == args[0] && k.RevokedAt == nil {
					return db.RevokeKey(c.Context(), who, k.ID)
				}
			}
			return registry.Errorf(registry.CodeNotFound, "Không có khóa %q còn hiệu lực.", "There is no key %q in force.", args[0])
		},
	}
}

// state words until when a key is good.
func (p *program) state(k postgres.APIKey) string {
	switch {
	case k.RevokedAt != nil:
		return p.t("đã thu hồi", "revoked") + k.RevokedAt.Format(" 2006-01-02")
	case k.ExpiresAt != nil && k.ExpiresAt.Before(time.Now()):
		return p.t("đã hết hạn", "expired") + k.ExpiresAt.Format(" 2006-01-02")
	case k.ExpiresAt != nil:
		return p.t("đến", "until") + k.ExpiresAt.Format(" 2006-01-02")
	}
	return p.t("còn hiệu lực", "in force")
}

func (p *program) lastUsed(k postgres.APIKey) string {
	if k.LastUsedAt == nil {
		return p.t("chưa dùng", "never")
	}
	return k.LastUsedAt.Format("2006-01-02 15:04")
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
	if g.Key != nil && len(g.Key.Nouns) > 0 {
		words += ", " + strings.Join(g.Key.Nouns, "+")
	}
	if g.Key != nil && len(g.Key.Units) > 0 {
		words += fmt.Sprintf(p.t(", %d đơn vị", ", %d units"), len(g.Key.Units))
	}
	return words
}
