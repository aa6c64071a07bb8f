package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"net/url"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

func (p *program) user() *cobra.Command {
	c := p.group(&cobra.Command{
		Use: "user", Short: p.t("Tài khoản của người dùng", "Accounts of people"),
		Example: p.examples(example{"Quản trị đầu tiên", "The first administrator", "hatangso user create hoa.nguyen@example.vn --name Hòa --role admin"}),
	})
	c.AddCommand(p.userCreate(), p.userList(), p.userReset(), p.userDisable(), p.userEnable())
	return c
}

func (p *program) userCreate() *cobra.Command {
	var roles, units []string
	var account postgres.Account
	var fromStdin bool
	c := &cobra.Command{
		Use: p.t("create TÊN-ĐĂNG-NHẬP", "create LOGIN"), Args: oneArgument("tên đăng nhập", "the login"),
		Short: p.t("Tạo tài khoản và in ra liên kết đặt mật khẩu, dùng một lần", "Make an account and print a link to set its password, good once"),
		Long: p.t("Tên đăng nhập là địa chỉ thư thì người có địa chỉ ấy, đã xác minh, cũng đăng nhập được bằng hệ thống đăng nhập một lần.\nGửi liên kết cho đúng người; trong HATANGSO_PUBLIC_URL là địa chỉ mọi người dùng để vào hệ thống.",
			"When the login is a mail address, who has it, verified, may also sign in with the single sign-on.\nHand the link to that person alone; HATANGSO_PUBLIC_URL is the address at which people reach the service."),
		Example: p.examples(
			example{"Người nộp và ký của một doanh nghiệp", "Who files and signs for an operator", "hatangso user create lan@viettel.example --name Lan --role filer,signer --organization VIETTEL"},
			example{"Cán bộ một xã", "The staff of a commune", "hatangso user create minh --name Minh --role local --unit 10525"},
			example{"Mật khẩu đọc từ đầu vào chuẩn", "With a password from standard input", "hatangso user create hoa --name Hòa --role admin --password-stdin < mat-khau.txt"}),
		RunE: func(c *cobra.Command, args []string) error {
			password, err := readPassword(c.InOrStdin(), fromStdin)
			if err != nil {
				return err
			}
			if account.OIDCSubject != "" {
				account.OIDCIssuer = p.env.OIDCIssuer
			}
			return p.withPage(c, func(ctx context.Context, db *postgres.DB, page *url.URL) error {
				who := p.actor("user create")
				account.Login = args[0]
				for _, role := range roles {
					account.Roles = append(account.Roles, registry.Role(role))
				}
				var err error
				if account.Units, err = db.UnitIDs(ctx, who, units); err != nil {
					return err
				}
				if fromStdin { // before there is an account nobody can use
					if err := auth.CheckPassword(password, account.Login, account.Name); err != nil {
						return err
					}
				}
				made, err := db.CreateAccount(ctx, who, account)
				if err != nil {
					return err
				}
				token, err := p.link(ctx, db, who, made, page, fromStdin)
				if err != nil || !fromStdin {
					return err
				}
				console := postgres.Visitor{Address: netip.IPv6Loopback(), Agent: "hatangso user create", RequestID: who.RequestID}
				return db.ResetPassword(ctx, console, token, password)
			})
		},
	}
	f := c.Flags()
	f.StringVar(&account.Name, "name", "", p.t("họ tên", "the person's name"))
	f.StringSliceVar(&roles, "role", nil, p.t("vai trò: filer, signer, local, auditor, officer, admin", "filer, signer, local, auditor, officer or admin"))
	f.StringVar(&account.Organization, "organization", "", p.t("mã tổ chức của filer, signer", "code of the organization a filer or signer works for"))
	f.StringSliceVar(&units, "unit", nil, p.t("mã đơn vị hành chính của local", "codes of the units of local staff"))
	f.StringVar(&account.OIDCSubject, "oidc-subject", "", p.t("mã của người ấy ở HATANGSO_OIDC_ISSUER", "who the person is at HATANGSO_OIDC_ISSUER"))
	f.BoolVar(&fromStdin, "password-stdin", false, p.t("đọc mật khẩu từ đầu vào chuẩn thay vì in liên kết", "read the password from standard input instead of printing a link"))
	return c
}

// readPassword reads the one line of standard input, when it is to be read.
func readPassword(in io.Reader, wanted bool) (string, error) {
	if !wanted {
		return "", nil
	}
	line, err := bufio.NewReader(io.LimitReader(in, 4<<10)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	return strings.TrimRight(line, "\r\n"), nil
}

// withPage opens the register for a command that issues links, and gives the
// page they lead to.
func (p *program) withPage(c *cobra.Command, do func(context.Context, *postgres.DB, *url.URL) error) error {
	page, err := p.publicURL(c)
	if err != nil {
		return err
	}
	if page == nil {
		page = &url.URL{Scheme: "http", Host: p.env.Addr}
	}
	db, close, err := p.open(c.Context())
	if err != nil {
		return err
	}
	defer close()
	return do(c.Context(), db, page.JoinPath("/set-password"))
}

// link issues a link to set a password, and prints it unless that is done here.
func (p *program) link(ctx context.Context, db *postgres.DB, who registry.Actor, a postgres.Account, page *url.URL, quiet bool) (token string, err error) {
	token, expires, err := db.IssueReset(ctx, who, a.ID)
	if err == nil && !quiet {
		fmt.Fprintln(p.out, auth.ResetLink(page, token))
		fmt.Fprintf(p.err, p.t("Gửi liên kết này cho %s; dùng một lần, đến %s.\n", "Hand this link to %s; it is good once, until %s.\n"), a.Name, expires.Format("2006-01-02 15:04"))
	}
	return token, err
}

func (p *program) userReset() *cobra.Command {
	return &cobra.Command{
		Use: p.t("reset TÊN-ĐĂNG-NHẬP", "reset LOGIN"), Args: oneArgument("tên đăng nhập", "the login"),
		Short:   p.t("In liên kết đặt mật khẩu mới; mật khẩu cũ và mọi phiên kết thúc", "Print a link to set a new password; the old one and all sessions end"),
		Example: p.examples(example{"Quên mật khẩu", "A forgotten password", "hatangso user reset hoa.nguyen@example.vn"}),
		RunE: func(c *cobra.Command, args []string) error {
			return p.withPage(c, func(ctx context.Context, db *postgres.DB, page *url.URL) error {
				who := p.actor("user reset")
				a, err := p.account(ctx, db, who, args[0])
				if err != nil {
					return err
				}
				_, err = p.link(ctx, db, who, a, page, false)
				return err
			})
		},
	}
}

func (p *program) userDisable() *cobra.Command {
	return &cobra.Command{
		Use: p.t("disable TÊN-ĐĂNG-NHẬP", "disable LOGIN"), Args: oneArgument("tên đăng nhập", "the login"),
		Short:   p.t("Khóa tài khoản; phiên, liên kết và khóa API của người ấy kết thúc ngay", "Disable an account; its sessions, links and API keys end at once"),
		Example: p.examples(example{"Người đã nghỉ việc", "Who has left", "hatangso user disable lan@viettel.example"}),
		RunE: func(c *cobra.Command, args []string) error {
			return p.setDisabled(c, args[0], true)
		},
	}
}

func (p *program) userEnable() *cobra.Command {
	return &cobra.Command{
		Use: p.t("enable TÊN-ĐĂNG-NHẬP", "enable LOGIN"), Args: oneArgument("tên đăng nhập", "the login"),
		Short:   p.t("Mở lại tài khoản đã khóa", "Enable a disabled account"),
		Example: p.examples(example{"Người đã trở lại", "Who is back", "hatangso user enable lan@viettel.example"}),
		RunE: func(c *cobra.Command, args []string) error {
			return p.setDisabled(c, args[0], false)
		},
	}
}

func (p *program) setDisabled(c *cobra.Command, login string, disabled bool) error {
	db, close, err := p.open(c.Context())
	if err != nil {
		return err
	}
	defer close()
	who := p.actor(c.Parent().Name() + " " + c.Name())
	a, err := p.account(c.Context(), db, who, login)
	if err != nil {
		return err
	}
	_, err = db.UpdateAccount(c.Context(), who, a.ID, a.Version, func(a *postgres.Account) { a.Disabled = disabled })
	return err
}

// account finds the account of a login.
func (p *program) account(ctx context.Context, db *postgres.DB, who registry.Actor, login string) (postgres.Account, error) {
	a, err := db.AccountOf(ctx, who, login)
	if registry.CodeOf(err) == registry.CodeNotFound {
		return a, registry.Errorf(registry.CodeNotFound, "Không có tài khoản %q; xem: hatangso user list.", "There is no account %q; see: hatangso user list.", login)
	}
	return a, err
}

func (p *program) userList() *cobra.Command {
	return &cobra.Command{
		Use: "list", Args: noArguments,
		Short:   p.t("Các tài khoản, vai trò và lần dùng cuối", "Accounts, their roles and their last use"),
		Example: p.examples(example{"Tất cả", "All of them", "hatangso user list"}),
		RunE: func(c *cobra.Command, _ []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			who := p.actor("user list")
			w := tabwriter.NewWriter(p.out, 2, 8, 2, ' ', 0)
			for after := int64(0); ; {
				accounts, next, err := db.Accounts(c.Context(), who, registry.Page{After: after, Limit: registry.MaxPageLimit})
				if err != nil {
					return err
				}
				for _, a := range accounts {
					fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", a.Login, a.Name, p.held(a.Grants()), p.standing(a))
				}
				if after = next; next == 0 {
					return w.Flush()
				}
			}
		},
	}
}

// standing words how an account stands.
func (p *program) standing(a postgres.Account) string {
	switch {
	case a.Disabled:
		return p.t("đã khóa", "disabled")
	case a.LastUsedAt != nil:
		return p.t("dùng lần cuối ", "last used ") + a.LastUsedAt.Local().Format("2006-01-02 15:04")
	case !a.HasPassword && a.OIDCSubject == "":
		return p.t("chưa đặt mật khẩu", "no password yet")
	}
	return p.t("chưa dùng", "not used yet")
}
