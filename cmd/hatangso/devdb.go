package main

import (
	"encoding/json"
	"fmt"
	"net/url"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/devdb"
)

// devdb runs the private cluster on its own.
func (p *program) devdb() *cobra.Command {
	c := p.group(&cobra.Command{
		Use: "devdb", Short: p.t("Chạy cụm PostGIS riêng của chương trình tới khi bị ngắt", "Run the program's private PostGIS cluster until interrupted"),
		Long: p.t("Khởi động hoặc tham gia cụm PostGIS riêng trong HATANGSO_HOME, in địa chỉ, và ở lại tới khi bị ngắt (Ctrl-C).",
			"Starts or joins the private PostGIS cluster in HATANGSO_HOME, prints its address, and stays until interrupted (Ctrl-C)."),
		Example: p.examples(
			example{"Chạy cụm", "Run the cluster", "hatangso devdb"},
			example{"Mở bằng psql", "Open it with psql", `psql "$(hatangso devdb status --dsn)"`}),
	})
	unknown := c.RunE
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return unknown(c, args)
		}
		dsn, close, err := p.privateDSN(c.Context())
		if err != nil {
			return err
		}
		defer close()
		fmt.Fprintln(p.out, dsn)
		<-c.Context().Done()
		return nil
	}
	c.AddCommand(p.devdbStatus(), p.devdbStop())
	return c
}

func (p *program) devdbStop() *cobra.Command {
	return &cobra.Command{
		Use: "stop", Args: noArguments,
		Short:   p.t("Dừng cụm, dù ai đang dùng; dữ liệu còn nguyên", "Stop the cluster, whoever uses it; the data stay"),
		Example: p.examples(example{"Dừng", "Stop", "hatangso devdb stop"}),
		RunE: func(c *cobra.Command, _ []string) error {
			home, err := p.home()
			if err != nil {
				return err
			}
			before, err := devdb.Look(c.Context(), home)
			if err != nil {
				return err
			}
			if err := devdb.Stop(c.Context(), home); err != nil {
				return err
			}
			if before.Running {
				fmt.Fprintln(p.out, p.t("Đã dừng.", "Stopped."))
			} else {
				fmt.Fprintln(p.out, p.t("Cụm không chạy.", "The cluster does not run."))
			}
			return nil
		},
	}
}

func (p *program) devdbStatus() *cobra.Command {
	var asJSON, dsn bool
	c := &cobra.Command{
		Use: "status", Args: noArguments,
		Short:   p.t("Cụm ở đâu, có chạy không", "Where the cluster is and whether it runs"),
		Example: p.examples(example{"Cho chương trình khác", "For another program", "hatangso devdb status --json"}),
		RunE: func(c *cobra.Command, _ []string) error {
			home, err := p.home()
			if err != nil {
				return err
			}
			s, err := devdb.Look(c.Context(), home)
			if err != nil {
				return err
			}
			address, err := registerIn(s.DSN)
			if err != nil {
				return err
			}
			switch {
			case dsn:
				_, err = fmt.Fprintln(p.out, address)
				return err
			case asJSON:
				return json.NewEncoder(p.out).Encode(map[string]any{"home": s.Home, "postgresql": s.Major,
					"running": s.Running, "pid": s.PID, "in_use": s.InUse, "dsn": address})
			}
			state := p.t("không chạy", "not running")
			if s.Running {
				state = fmt.Sprintf(p.t("đang chạy (pid %d)", "running (pid %d)"), s.PID)
			}
			data := p.t("chưa có", "none yet")
			if s.Major > 0 {
				data = fmt.Sprintf("PostgreSQL %d", s.Major)
			}
			use := p.t("không ai", "nobody")
			if s.InUse {
				use = p.t("có", "yes")
			}
			fmt.Fprintf(p.out, "%s: %s\n%s: %s\n%s: %s\n%s: %s\n%s: %s\n", p.t("Thư mục", "Directory"), s.Home, p.t("Dữ liệu", "Data"), data,
				p.t("Trạng thái", "State"), state, p.t("Đang dùng", "In use"), use, p.t("Địa chỉ", "Address"), address)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, p.t("in ra JSON", "print JSON"))
	c.Flags().BoolVar(&dsn, "dsn", false, p.t("chỉ in địa chỉ kết nối", "print the connection string only"))
	return c
}

// registerIn gives the address of the register's database in a cluster from
// that of another.
func registerIn(dsn string) (string, error) {
	u, err := url.Parse(dsn)
	if err != nil {
		return "", err
	}
	u.Path = "/" + privateDatabase
	return u.String(), nil
}
