package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"os"
	"os/user"
	"strings"

	"github.com/caarlos0/env/v11"
	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/devdb"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// version is set by the linker for a release.
var version = "dev"

// environment is everything the program reads from its environment.
type environment struct {
	DatabaseURL string `env:"HATANGSO_DATABASE_URL"`
	Home        string `env:"HATANGSO_HOME"`
	Addr        string `env:"HATANGSO_ADDR" envDefault:"127.0.0.1:8080"`
	OpenReading bool   `env:"HATANGSO_OPEN_READING"`
	// Issuer is the department whose register it is, as receipts name it.
	Issuer string `env:"HATANGSO_ISSUER" envDefault:"Sở Khoa học và Công nghệ"`
	// License is the address of the licence open data are given under.
	License string `env:"HATANGSO_LICENSE" envDefault:"https://creativecommons.org/licenses/by/4.0/"`
	// KeepIndicators has numbers brought up to changes before anybody asks.
	KeepIndicators bool `env:"HATANGSO_KEEP_INDICATORS" envDefault:"true"`
	// PublicReading lets anybody read what the public may.
	PublicReading bool `env:"HATANGSO_PUBLIC_READING" envDefault:"true"`
	// PublicURL is how people reach the service; TrustedProxies the networks of
	// those whose X-Forwarded-For is believed.
	PublicURL      string         `env:"HATANGSO_PUBLIC_URL"`
	TrustedProxies []netip.Prefix `env:"HATANGSO_TRUSTED_PROXIES"`
	// CRS are the EPSG codes in which the OGC API gives features, besides CRS84;
	// none are all that the register accepts.
	CRS []int `env:"HATANGSO_CRS"`
	// OIDC is the provider that signs people in; its secret is here or in a file.
	OIDCIssuer     string `env:"HATANGSO_OIDC_ISSUER"`
	OIDCClientID   string `env:"HATANGSO_OIDC_CLIENT_ID"`
	OIDCSecret     string `env:"HATANGSO_OIDC_SECRET"`
	OIDCSecretFile string `env:"HATANGSO_OIDC_SECRET_FILE"`
	// SMTPURL is the mail server reminders go by, MailFrom whom they come from.
	SMTPURL  string `env:"HATANGSO_SMTP_URL"`
	MailFrom string `env:"HATANGSO_MAIL_FROM"`
	// Requests a second, and at once, of a key or an account, and of an address
	// that has not signed in; 0 bounds none.
	Rate             float64 `env:"HATANGSO_RATE" envDefault:"50"`
	RateBurst        int     `env:"HATANGSO_RATE_BURST" envDefault:"500"`
	AddressRate      float64 `env:"HATANGSO_RATE_ADDRESS" envDefault:"20"`
	AddressRateBurst int     `env:"HATANGSO_RATE_ADDRESS_BURST" envDefault:"300"`
	// Basemaps is the path of the list of maps that may lie under the register's own.
	Basemaps string `env:"HATANGSO_BASEMAPS"`
	// TileCacheMB bounds the memory tiles are kept in, in megabytes.
	TileCacheMB int64  `env:"HATANGSO_TILE_CACHE_MB" envDefault:"256"`
	Lang        string `env:"HATANGSO_LANG"`
	UserHome    string `env:"HOME"`
	DataHome    string `env:"XDG_DATA_HOME"`
}

// program is one run of the command line.
type program struct {
	env      environment
	database string
	out, err io.Writer
}

// Exit statuses.
const (
	statusDone   = 0
	statusFailed = 1 // refused or failed
	statusMisuse = 2 // the command line cannot be understood
)

// run executes the command line in an environment and gives the exit status.
func run(ctx context.Context, args []string, environ map[string]string, out, errOut io.Writer) int {
	p := &program{out: out, err: errOut}
	if err := env.ParseWithOptions(&p.env, env.Options{Environment: environ}); err != nil {
		fmt.Fprintln(errOut, "hatangso:", err)
		return statusMisuse
	}
	root := p.root()
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(errOut)
	err := root.ExecuteContext(ctx)
	var quiet *reported
	var usage *usageError
	switch {
	case err == nil:
		return statusDone
	case errors.As(err, &usage):
		fmt.Fprintf(errOut, "hatangso: %s\n%s %s --help\n", p.text(usage.text), p.t("Xem:", "See:"), usage.command)
		return statusMisuse
	case errors.As(err, &quiet):
	case ctx.Err() != nil:
		fmt.Fprintln(errOut, "hatangso: "+p.t("Đã dừng theo yêu cầu.", "Stopped as asked."))
	default:
		fmt.Fprintln(errOut, "hatangso: "+p.say(err))
	}
	return statusFailed
}

func (p *program) root() *cobra.Command {
	root := p.group(&cobra.Command{
		Use:   "hatangso",
		Short: p.t("Sổ đăng ký hạ tầng viễn thông của tỉnh trên bản đồ số", "A province's register of telecom infrastructure on a map"),
		Long: p.t("Hạ Tầng Số: hệ thống thông tin quản lý hạ tầng viễn thông tích hợp bản đồ số.",
			"Hạ Tầng Số: a province's register of telecom infrastructure on a map."),
		Example: p.examples(
			example{"Xem thử với một tỉnh mẫu", "Look around in a made-up province", "hatangso migrate && hatangso demo && hatangso serve"},
			example{"Thông báo bằng tiếng Anh", "Messages in English", "HATANGSO_LANG=en hatangso --help"}),
		SilenceErrors: true, SilenceUsage: true, Version: version,
	})
	p.localize(root)
	root.PersistentFlags().StringVar(&p.database, "database", "",
		p.t("địa chỉ PostgreSQL (hoặc biến HATANGSO_DATABASE_URL); không có thì dùng cụm riêng trong HATANGSO_HOME",
			"PostgreSQL URL (or HATANGSO_DATABASE_URL); without it a private cluster in HATANGSO_HOME is started or joined"))
	root.AddCommand(p.serve(), p.migrate(), p.imports(), p.exports(), p.filing(), p.indicators(), p.demo(), p.user(), p.key(), p.obligation(), p.plan(), p.report(), p.dii(), p.audit(), p.devdb(), p.backup(), p.restore(), p.doctor(), p.health())
	return root
}

// reported marks an error whose text the user has already seen.
type reported struct{ error }

func (r *reported) Unwrap() error { return r.error }

// english says in which language the program speaks: Vietnamese, unless
// HATANGSO_LANG asks for English.
func (p *program) english() bool { return strings.HasPrefix(strings.ToLower(p.env.Lang), "en") }

func (p *program) text(t registry.Text) string {
	if p.english() {
		return t.EN
	}
	return t.VI
}

// t chooses between two sentences.
func (p *program) t(vi, en string) string { return p.text(registry.T(vi, en)) }

// say words an error for a person, with every fault and how to mend it.
func (p *program) say(err error) string {
	var domain *registry.Error
	if !errors.As(err, &domain) {
		return err.Error()
	}
	lines := []string{p.text(domain.Message)}
	for _, f := range domain.Faults {
		line := "  "
		if f.Cell != "" {
			line += f.Sheet + "!" + f.Cell + ": "
		} else if f.Row > 0 {
			line += fmt.Sprintf("%d: ", f.Row)
		}
		if f.Column != "" {
			line += f.Column + ": "
		}
		line += p.text(f.Message)
		if f.Value != "" {
			line += fmt.Sprintf(" [%s]", f.Value)
		}
		lines = append(lines, line+" "+p.text(f.Mend)+" ("+f.Rule+")")
	}
	if domain.Err != nil && domain.Code == registry.CodeUnavailable {
		lines = append(lines, "  "+strings.ReplaceAll(domain.Err.Error(), "\n", "\n  "))
	}
	return strings.Join(lines, "\n")
}

// home is where the private cluster lives.
func (p *program) home() (string, error) {
	if p.env.Home != "" {
		return p.env.Home, nil
	}
	return devdb.DefaultHome(os.Getuid(), p.env.UserHome, p.env.DataHome)
}

// privateDatabase is the name of the register's database in a private cluster.
const privateDatabase = "hatangso"

// dsn gives the database to use: the one named, or the private cluster's,
// started or joined. close lets the cluster go.
func (p *program) dsn(ctx context.Context) (dsn string, close func(), err error) {
	// not the flag's default: help would show the password
	if dsn := cmp.Or(p.database, p.env.DatabaseURL); dsn != "" {
		return dsn, func() {}, nil
	}
	return p.privateDSN(ctx)
}

// privateDSN gives the register in the private cluster, started or joined.
func (p *program) privateDSN(ctx context.Context) (dsn string, close func(), err error) {
	home, err := p.home()
	if err != nil {
		return "", nil, err
	}
	cluster, err := devdb.Start(ctx, devdb.Options{Home: home, Log: p.err})
	if err != nil {
		return "", nil, err
	}
	close = func() {
		if err := cluster.Close(); err != nil {
			fmt.Fprintln(p.err, "hatangso:", p.say(err))
		}
	}
	if err := cluster.CreateDatabase(ctx, privateDatabase); err != nil {
		close()
		return "", nil, err
	}
	return cluster.DSN(privateDatabase), close, nil
}

// open opens the register for one command.
func (p *program) open(ctx context.Context) (db *postgres.DB, close func(), err error) {
	dsn, release, err := p.dsn(ctx)
	if err != nil {
		return nil, nil, err
	}
	db, err = postgres.Open(ctx, dsn)
	if err != nil {
		release()
		return nil, nil, unreachable(err)
	}
	return db, func() { db.Close(); release() }, nil
}

// unreachable says what can be done when the database does not answer.
func unreachable(err error) error {
	var e *registry.Error
	if !errors.As(err, &e) || e.Code != registry.CodeUnavailable || e.Err == nil {
		return err
	}
	return &registry.Error{Code: e.Code, Err: e.Err, Message: registry.T(
		e.Message.VI+" Kiểm tra --database (hoặc HATANGSO_DATABASE_URL) và xem PostgreSQL có chạy không; bỏ cả hai để dùng cụm riêng.",
		e.Message.EN+" Check --database (or HATANGSO_DATABASE_URL) and whether PostgreSQL runs; without both a private cluster is used.")}
}

// actor is who runs a command at the console, for the change log.
func (p *program) actor(reason string) registry.Actor {
	name := "unknown"
	if u, err := user.Current(); err == nil {
		name = u.Username
	}
	return registry.Command(name, reason, fmt.Sprintf("cli-%d", os.Getpid()))
}
