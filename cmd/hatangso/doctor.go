package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"os"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// doctor looks at everything the program stands on and says what to do.
func (p *program) doctor() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "doctor", Args: noArguments,
		Short: p.t("Khám: cơ sở dữ liệu, quyền, hệ tọa độ, nhật ký, đồng hồ, đĩa, địa chỉ; và cách chữa", "Look at database, rights, coordinates, log, clock, disk and address, and say what to do"),
		Long: p.t("Không sửa gì. Mỗi dòng là ok, warn (nên xem) hoặc fail (phải chữa); có fail thì mã thoát là 1.",
			"Changes nothing. Each line is ok, warn (worth a look) or fail (to be mended); the exit status is 1 when anything fails."),
		Example: p.examples(example{"Trước khi mở cho mọi người", "Before opening it to others", "HATANGSO_PUBLIC_URL=https://hatang.example.vn hatangso doctor"}),
		RunE: func(c *cobra.Command, _ []string) error {
			found := p.examine(c.Context())
			failing := 0
			for _, f := range found {
				if f.Health == postgres.Failing {
					failing++
				}
			}
			if asJSON {
				if err := json.NewEncoder(p.out).Encode(found); err != nil {
					return err
				}
			} else {
				for _, f := range found {
					fmt.Fprintf(p.out, "%-4s  %s\n", f.Health, p.text(f.Message))
					if f.Mend.VI != "" {
						fmt.Fprintf(p.out, "      → %s\n", p.text(f.Mend))
					}
				}
			}
			if failing > 0 {
				return registry.Errorf(registry.CodeUnavailable, "%d mục phải chữa.", "%d to be mended.", failing)
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, p.t("in ra JSON", "print JSON"))
	return c
}

// examine gives all findings, those of the database first.
func (p *program) examine(ctx context.Context) (found []postgres.Diagnosis) {
	dsn, close, err := p.dsn(ctx)
	if err == nil {
		defer close()
		found, err = postgres.Examine(ctx, dsn)
	}
	if err != nil {
		found = append(found, postgres.Found("database", "%s", "%s", p.say(err)).But(postgres.Failing,
			"Kiểm tra --database (hoặc HATANGSO_DATABASE_URL) và xem PostgreSQL có chạy không.", "Check --database (or HATANGSO_DATABASE_URL) and whether PostgreSQL runs."))
	}
	if cmp.Or(p.database, p.env.DatabaseURL) == "" {
		if home, err := p.home(); err == nil {
			found = append(found, disk("disk", home, registry.T("dữ liệu", "data")))
		}
	}
	found = append(found, disk("temp", os.TempDir(), registry.T("tạm", "temporary")))
	return append(found, p.exposure()...)
}

// Free space below which things go wrong: loads and exports spool, PostgreSQL
// stops when it cannot write.
const (
	diskWorry = 2 << 30
	diskFails = 200 << 20
)

func disk(check, dir string, what registry.Text) postgres.Diagnosis {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return postgres.Found(check, "Không xem được đĩa của %[1]s: %[2]v.", "The disk of %[1]s cannot be looked at: %[2]v.", dir, err).
			But(postgres.Worry, "Kiểm tra thư mục này.", "Check the directory.")
	}
	free := s.Bavail * uint64(s.Bsize) // #nosec G115 -- a block's size is positive
	f := postgres.Found(check, "Đĩa %[1]s (%[3]s): còn %.1[4]f GB.", "Disk for %[2]s files (%[3]s): %.1[4]f GB free.", what.VI, what.EN, dir, float64(free)/1e9)
	switch {
	case free < diskFails:
		return f.But(postgres.Failing, "Giải phóng ít nhất %.1f GB.", "Free at least %.1f GB.", float64(diskWorry)/1e9)
	case free < diskWorry:
		return f.But(postgres.Worry, "Nên còn trên %.1f GB.", "There should be more than %.1f GB.", float64(diskWorry)/1e9)
	}
	return f
}

// exposure looks at who can reach the program and how.
func (p *program) exposure() (found []postgres.Diagnosis) {
	host, _, err := net.SplitHostPort(p.env.Addr)
	address, parsed := netip.ParseAddr(host)
	local := err == nil && (host == "localhost" || parsed == nil && address.IsLoopback())
	listening := postgres.Found("address", "Lắng nghe ở %s.", "Listening on %s.", p.env.Addr)
	if err != nil {
		listening = listening.But(postgres.Failing, "HATANGSO_ADDR là máy:cổng.", "HATANGSO_ADDR is host:port.")
	} else if !local {
		listening = listening.But(postgres.Worry, "Máy khác tới được thẳng chương trình, không qua TLS: đặt HATANGSO_ADDR=127.0.0.1:8080 sau một proxy có TLS, hoặc chặn cổng này bằng tường lửa.",
			"Other machines reach the program itself, without TLS: set HATANGSO_ADDR=127.0.0.1:8080 behind a proxy with TLS, or close the port in the firewall.")
	}
	public := postgres.Found("public_url", "Địa chỉ công khai: %s.", "Public address: %s.", cmp.Or(p.env.PublicURL, "-"))
	u, err := url.Parse(p.env.PublicURL)
	switch {
	case p.env.PublicURL == "" && local:
		public.Message = registry.T("Chỉ dùng trên máy này: chưa đặt HATANGSO_PUBLIC_URL.", "For this machine alone: HATANGSO_PUBLIC_URL is not set.")
	case p.env.PublicURL == "":
		public = public.But(postgres.Worry, "Đặt HATANGSO_PUBLIC_URL=https://… để cookie có Secure và trình duyệt chỉ vào bằng https.", "Set HATANGSO_PUBLIC_URL=https://… so that cookies are Secure and browsers come by https alone.")
	case err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http":
		public = public.But(postgres.Failing, "Ghi dạng https://hatang.example.vn.", "Write it as https://hatang.example.vn.")
	case u.Scheme == "http" && u.Hostname() != "localhost" && u.Hostname() != "127.0.0.1":
		public = public.But(postgres.Worry, "Mật khẩu và khóa đi không mã hóa; dùng https.", "Passwords and keys travel in the clear; use https.")
	}
	found = append(found, listening, public)
	proxies := postgres.Found("proxies", "Proxy được tin: %v.", "Trusted proxies: %v.", p.env.TrustedProxies)
	for _, network := range p.env.TrustedProxies {
		if network.Bits() == 0 {
			proxies = proxies.But(postgres.Failing, "Tin mọi địa chỉ thì ai cũng giả được địa chỉ của mình: chỉ ghi mạng của proxy.", "Who trusts everybody believes any forged address: name the proxy's network alone.")
		}
	}
	if u != nil && u.Scheme == "https" && len(p.env.TrustedProxies) == 0 {
		proxies.Message = registry.T("Chưa đặt HATANGSO_TRUSTED_PROXIES.", "HATANGSO_TRUSTED_PROXIES is not set.")
		proxies = proxies.But(postgres.Worry, "Mọi người sau proxy bị tính chung một địa chỉ; đặt mạng của proxy, như 127.0.0.1/32.", "Everybody behind the proxy counts as one address; name the proxy's network, such as 127.0.0.1/32.")
	}
	if len(p.env.TrustedProxies) > 0 || proxies.Health != postgres.Well {
		found = append(found, proxies)
	}
	if p.env.OpenReading {
		reading := postgres.Found("reading", "Ai cũng đọc được (HATANGSO_OPEN_READING).", "Anybody may read (HATANGSO_OPEN_READING).")
		switch {
		case p.env.PublicURL != "":
			reading = reading.But(postgres.Failing, "Người lạ đọc được vị trí chính xác và công trình trọng yếu: bỏ biến này.", "Strangers read exact positions and critical works: take it out.")
		case !local: // in a container, whose port may be this machine's alone
			reading = reading.But(postgres.Worry, "Ai tới được cổng này thì đọc được vị trí chính xác và công trình trọng yếu.", "Whoever reaches this port reads exact positions and critical works.")
		}
		found = append(found, reading)
	}
	return found
}
