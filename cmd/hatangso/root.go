package main

import (
	"context"
	"errors"
	"fmt"
	"io"
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
	Lang        string `env:"HATANGSO_LANG"`
	Locale      string `env:"LANG"`
	UserHome    string `env:"HOME"`
	DataHome    string `env:"XDG_DATA_HOME"`
}

// program is one run of the command line.
type program struct {
	env      environment
	database string
	out, err io.Writer
}

// run executes the command line and gives the exit status: 0 done, 1 refused
// or failed, 2 wrong usage.
func run(ctx context.Context, args []string, out, errOut io.Writer) int {
	p := &program{out: out, err: errOut}
	if err := env.Parse(&p.env); err != nil {
		fmt.Fprintln(errOut, "hatangso:", err)
		return 2
	}
	root := &cobra.Command{
		Use:           "hatangso",
		Short:         "Hạ Tầng Số: a province's register of telecom infrastructure on a map",
		Long:          "Hạ Tầng Số: hệ thống thông tin quản lý hạ tầng viễn thông tích hợp bản đồ số.\nA province's register of telecom infrastructure on a map.",
		SilenceErrors: true, SilenceUsage: true, Version: version,
	}
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(errOut)
	root.PersistentFlags().StringVar(&p.database, "database", p.env.DatabaseURL,
		"PostgreSQL URL (HATANGSO_DATABASE_URL); without it a private cluster in HATANGSO_HOME is started or joined")
	root.AddCommand(p.serve(), p.migrate(), p.imports(), p.exports(), p.indicators(), p.demo(), p.token(), p.devdb(), p.health())
	err := root.ExecuteContext(ctx)
	if err == nil {
		return 0
	}
	var quiet *reported
	if !errors.As(err, &quiet) {
		fmt.Fprintln(errOut, "hatangso: "+p.say(err))
	}
	var domain *registry.Error
	if errors.As(err, &domain) || errors.As(err, &quiet) || ctx.Err() != nil {
		return 1
	}
	if strings.HasPrefix(err.Error(), "unknown ") || strings.Contains(err.Error(), "arg(s)") || strings.Contains(err.Error(), "flag") {
		fmt.Fprintln(errOut, "hatangso: try --help")
		return 2
	}
	return 1
}

// reported marks an error whose text the user has already seen.
type reported struct{ error }

func (r *reported) Unwrap() error { return r.error }

// english says in which language messages go; Vietnamese unless the
// environment asks for English.
func (p *program) english() bool {
	lang := p.env.Lang
	if lang == "" {
		lang = p.env.Locale
	}
	return strings.HasPrefix(strings.ToLower(lang), "en")
}

func (p *program) text(t registry.Text) string {
	if p.english() {
		return t.EN
	}
	return t.VI
}

// say words an error for a person, with every fault and how to mend it.
func (p *program) say(err error) string {
	var domain *registry.Error
	if !errors.As(err, &domain) {
		return err.Error()
	}
	lines := []string{p.text(domain.Message)}
	for _, f := range domain.Faults {
		line := "  "
		if f.Row > 0 {
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
		lines = append(lines, "  "+domain.Err.Error())
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
	if p.database != "" {
		return p.database, func() {}, nil
	}
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
		return nil, nil, err
	}
	return db, func() { db.Close(); release() }, nil
}

// actor is who runs a command at the console, for the change log.
func (p *program) actor(reason string) registry.Actor {
	name := "unknown"
	if u, err := user.Current(); err == nil {
		name = u.Username
	}
	return registry.Command(name, reason, fmt.Sprintf("cli-%d", os.Getpid()))
}
