package main

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// eachCommand visits every command there is.
func eachCommand(c *cobra.Command, visit func(*cobra.Command)) {
	visit(c)
	for _, sub := range c.Commands() {
		if sub.Name() != "help" && sub.Name() != "completion" {
			eachCommand(sub, visit)
		}
	}
}

// Every command says in both languages what it does, with an example that can
// be typed, and every flag what it is for.
func TestHelp(t *testing.T) {
	t.Parallel()
	about := map[string][2]map[string]string{}
	for i, lang := range []string{"", "en"} {
		p := &program{env: environment{Lang: lang}, out: io.Discard, err: io.Discard}
		root := p.root()
		eachCommand(root, func(c *cobra.Command) {
			path := c.CommandPath()
			texts := map[string]string{"": c.Short}
			c.LocalFlags().VisitAll(func(f *pflag.Flag) { texts["--"+f.Name] = f.Usage })
			pair := about[path]
			pair[i] = texts
			about[path] = pair
			if !c.HasExample() {
				t.Errorf("%s has no example", path)
			}
			for _, line := range strings.Split(c.Example, "\n") {
				line = strings.TrimSpace(line)
				_, call, ok := strings.Cut(line, "hatangso ")
				if strings.HasPrefix(line, "#") || !ok {
					continue
				}
				call, _, _ = strings.Cut(call, " && ")
				call, _, _ = strings.Cut(call, ")")
				args := strings.Fields(call)
				found, rest, err := root.Find(args)
				if err != nil || found == root && !strings.HasPrefix(args[0], "--") {
					t.Errorf("%s: the example %q is no command: %v", path, line, err)
					continue
				}
				if !slices.Contains(rest, "--help") {
					fresh, _, _ := (&program{env: p.env}).root().Find(args)
					if err := fresh.ParseFlags(rest); err != nil {
						t.Errorf("%s: the example %q: %v", path, line, err)
					}
				}
			}
		})
	}
	for path, pair := range about {
		for name, vi := range pair[0] {
			en := pair[1][name]
			if vi == "" || en == "" || vi == en {
				t.Errorf("%s %s is %q in Vietnamese and %q in English", path, name, vi, en)
			}
			if name == "" && strings.IndexFunc(en, func(r rune) bool {
				return r > 0x7f && strings.ContainsRune("ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư", r)
			}) >= 0 && !strings.Contains(en, "dữ liệu mẫu") {
				t.Errorf("%s in English: %q", path, en)
			}
		}
	}
	for _, args := range []string{"", "--help", "help", "-h", "help import", "import", "import --help", "indicators", "import sites --help", "key", "help nothing"} {
		vi := nowhere(t).ok(t, args)
		en := nowhere(t).with("HATANGSO_LANG", "en").ok(t, args)
		if !strings.Contains(vi.out, "Cách dùng:") || !strings.Contains(en.out, "Usage:") || strings.Contains(vi.out, "Usage") || strings.Contains(en.out, "Cách") {
			t.Errorf("%q gives help in\n%s\nand\n%s", args, vi.out, en.out)
		}
		if vi.err != "" {
			t.Errorf("%q says %q", args, vi.err)
		}
	}
	nowhere(t).ok(t, "--version").says(t, "dev")
	// the password of the environment's database is nobody's business
	if r := nowhere(t).with("HATANGSO_DATABASE_URL", "postgres://u:hunter2@h/d").ok(t, "serve --help"); strings.Contains(r.out, "hunter2") {
		t.Error("the help shows the password")
	}
}

// What cannot be understood is status 2, with what was probably meant.
func TestMisuse(t *testing.T) {
	t.Parallel()
	c := nowhere(t)
	for line, say := range map[string][2]string{
		"impot":                                          {"import", `There is no command "impot"`},
		"import sties":                                   {"sites", "Did you mean: sites"},
		"import sties x.csv --owner A":                   {"sites", "Did you mean: sites"},
		"export polls":                                   {"poles", "poles"},
		"indicators shearing":                            {"sharing", "sharing"},
		"devdb stats":                                    {"status", "status"},
		"zzzzzzzzzzzz":                                   {"Không có lệnh", "There is no command"},
		"import sites":                                   {"Thiếu tên tệp", "The file is missing"},
		"import sites x.csv --ower A":                    {"--owner", "--owner"},
		"import sites x.csv -z":                          {"Không có cờ -z", "There is no flag -z"},
		"import sites x.csv --owner":                     {"--owner cần một giá trị", "needs a value"},
		"import sites x.csv --dry-run=maybe":             {`--dry-run không nhận "maybe"`, "does not take"},
		"import sites x.csv --columns lat":               {"--columns", "--columns"},
		"import sites x.csv --crs 9210":                  {"EPSG:9210", "EPSG:9210"},
		"import sites x.csv --crs EPSG:vn2000":           {"EPSG:9210", "EPSG:9210"},
		"import sites x.csv --delimiter ;;":              {"một ký tự", "one character"},
		"import poles x.csv --repair":                    {"Không có cờ --repair", "There is no flag --repair"},
		"import units x.csv --level village":             {"province, district, commune", "province, district, commune"},
		"import units x.csv --valid-from 2025-13-01":     {"--valid-from", "is not a date"},
		"import successors":                              {"Thiếu tên tệp", "Missing: the file"},
		"import successors a b":                          {`Thừa "b"`, `"b" is too much`},
		"import successors a --effective hôm-nay":        {"--effective", "is not a date"},
		"export sites x":                                 {`Thừa "x"`, "too much"},
		"export sites --format shp":                      {"geojson, ndjson, csv", "geojson, ndjson, csv"},
		"export sites --as-of 31/31/2025":                {"--as-of", "is not a date"},
		"export sites --bbox 1,2,3":                      {"tây,nam,đông,bắc", "west,south,east,north"},
		"export sites --bbox 3,2,1,4":                    {"tây,nam,đông,bắc", "west,south,east,north"},
		"indicators sharing --asset tree":                {"site, sites, pole", "site, sites, pole"},
		"indicators sharing --method guess":              {"registered, spatial", "registered, spatial"},
		"indicators sharing --by village":                {"commune, province, operator", "commune, province, operator"},
		"indicators sharing --cohort old":                {"stock, new", "stock, new"},
		"indicators sharing --merge-distance far":        {`không nhận "far"`, "does not take"},
		"indicators sharing-sensitivity --from 5 --to 1": {"--from", "--from"},
		"indicators sharing-sensitivity --steps 0":       {"--steps", "--steps"},
		"indicators coverage --service radio":            {"mobile, fibre", "mobile, fibre"},
		"indicators nearest --to poles":                  {"service-points", "service-points"},
		"indicators nearest --of sites":                  {"villages", "villages"},
		"indicators nearest --json --csv":                {"--json hoặc --csv", "--json or --csv"},
		"key create":                                     {"Thiếu tên", "Missing: the key's name"},
		"demo --seed x":                                  {"--seed", "--seed"},
		"migrate now":                                    {`Thừa "now"`, "too much"},
		"health now":                                     {`Thừa "now"`, "too much"},
	} {
		c.do(t, line).want(t, statusMisuse).says(t, say[0], "--help")
		c.with("HATANGSO_LANG", "en").do(t, line).want(t, statusMisuse).says(t, say[1], "--help")
	}
	c.with("HATANGSO_ADDR", "nonsense").do(t, "health").want(t, statusMisuse).says(t, "nonsense")
}

// A database that does not answer is told of with what to do.
func TestUnreachable(t *testing.T) {
	t.Parallel()
	for _, line := range []string{"migrate", "serve --addr 127.0.0.1:0", "demo", "export sites", "indicators sharing", "key list"} {
		nowhere(t).do(t, line).want(t, statusFailed).says(t, "Không kết nối được cơ sở dữ liệu", "HATANGSO_DATABASE_URL", "127.0.0.1")
		nowhere(t).with("HATANGSO_LANG", "en").do(t, line).want(t, statusFailed).says(t, "The database cannot be reached", "HATANGSO_DATABASE_URL")
	}
	nowhere(t).with("HATANGSO_DATABASE_URL", "postgres://u:hunter2@[/").do(t, "migrate").want(t, statusFailed).says(t, "Chuỗi kết nối")
	if r := nowhere(t).with("HATANGSO_DATABASE_URL", "postgres://u:hunter2@127.0.0.1:1/d").do(t, "export sites"); strings.Contains(r.err, "hunter2") {
		t.Errorf("the password is shown: %s", r.err)
	}
	nowhere(t).with("HATANGSO_ADDR", "127.0.0.1:1").do(t, "health").want(t, statusFailed).says(t, "Không có máy chủ nào trả lời")
}
