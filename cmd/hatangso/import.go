package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// importFlags are the flags of every import command.
type importFlags struct {
	columns              map[string]string
	crs, owner           string
	json                 bool
	level                string
	codeField, nameField string
	options              postgres.ImportOptions
	delimiter, layer     string
	headerRow            int
}

func (p *program) imports() *cobra.Command {
	c := p.group(&cobra.Command{
		Use: "import", Short: p.t("Nạp tệp vào sổ: tất cả hoặc không gì cả, mọi lỗi cùng lúc", "Load a file into the register: all or nothing, every error at once"),
		Example: p.examples(
			example{"Ranh giới xã, phường", "Boundaries of communes", "hatangso import units 31-hai-phong.geojson --level commune --valid-from 2025-07-01 --code-field code --name-field fullName --province 31"},
			example{"Cột treo cáp theo tọa độ VN-2000", "Poles in VN-2000 coordinates", "hatangso import poles cot.csv --crs EPSG:9209 --owner VTL --columns height_m=cao"},
			example{"Chạy thử, không ghi gì", "A trial that writes nothing", "hatangso import stations tram.csv --create-organizations --dry-run"}),
	})
	for _, noun := range registry.Nouns {
		c.AddCommand(p.importNoun(noun))
	}
	c.AddCommand(p.importNetwork(), p.importSuccessors())
	return c
}

func (p *program) importNoun(noun *registry.Noun) *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use: noun.Path + p.t(" TỆP...", " FILE..."), Short: p.text(noun.Title), Args: files,
		Example: p.examples(example{"Xem tệp có lỗi gì", "See what is wrong with a file", "hatangso import " + noun.Path + " " + noun.Path + ".csv --dry-run"}),
		RunE: func(c *cobra.Command, args []string) error {
			options, err := f.rowOptions(c, noun)
			if err != nil {
				return err
			}
			return p.runImport(c.Context(), noun, args, f, options)
		},
	}
	flags := c.Flags()
	flags.StringToStringVar(&f.columns, "columns", nil, p.t("trường lấy từ cột nào: `trường=cột`,… (lat, lon, x, y, coordinates, wkt, hoặc tên trường)",
		"which column a field is read from: `field=column`,… (lat, lon, x, y, coordinates, wkt, or a field)"))
	flags.Lookup("columns").DefValue = "" // none to show
	flags.BoolVar(&f.options.DryRun, "dry-run", false, p.t("làm đủ mọi bước rồi hoàn lại", "do everything, then take it back"))
	flags.BoolVar(&f.options.AcceptGood, "accept-good", false, p.t("nạp các dòng đúng dù có dòng bị từ chối", "load the clean rows when others are refused"))
	flags.BoolVar(&f.options.CreateOrganizations, "create-organizations", false, p.t("ghi tổ chức chưa có vào danh bạ, theo tên trong tệp", "register unknown organizations by the name they are given"))
	flags.BoolVar(&f.json, "json", false, p.t("in kết quả ra JSON", "print the result as JSON"))
	flags.StringVar(&f.delimiter, "delimiter", "", p.t("dấu ngăn cột của CSV khi không tự nhận ra", "CSV delimiter when it cannot be found out"))
	flags.IntVar(&f.headerRow, "header-row", 0, p.t("dòng tiêu đề của trang tính khi không tự nhận ra", "row of a sheet that names the columns, when it cannot be found out"))
	flags.StringVar(&f.layer, "layer", "", p.t("lớp nào của GeoPackage, trang tính nào, shapefile nào trong tệp nén",
		"which of several layers of a GeoPackage, sheets of a workbook or shapefiles of an archive"))
	if noun.Geometry != registry.NoGeometry {
		flags.StringVar(&f.crs, "crs", "", p.t("hệ tọa độ, như EPSG:9210 (mặc định: theo tệp, không thì EPSG:4326)",
			"reference system of the coordinates, such as EPSG:9210 (default: what the file says, else EPSG:4326)"))
	}
	if noun.Geometry == registry.MultiPolygon {
		flags.BoolVar(&f.options.Repair, "repair", false, p.t("sửa ranh giới tự cắt và liệt kê", "mend self-crossing polygons and list them"))
	}
	if noun.Field("owner") != nil {
		flags.StringVar(&f.owner, "owner", "", p.t("mã tổ chức sở hữu những dòng không ghi chủ", "code of the organization that owns the rows that name no owner"))
	}
	if noun == registry.UnitNoun {
		flags.StringVar(&f.level, "level", "commune", p.t("cấp: province (tỉnh), district (huyện) hoặc commune (xã)", "province, district or commune"))
		flags.String("valid-from", "", p.t("ngày bắt đầu hiệu lực, như 2025-07-01", "first day the units are valid, such as 2025-07-01"))
		flags.StringVar(&f.codeField, "code-field", "", p.t("cột ghi mã", "column of the code"))
		flags.StringVar(&f.nameField, "name-field", "", p.t("cột ghi tên", "column of the name"))
		flags.StringVar(&f.options.Province, "province", "", p.t("mã tỉnh của các đơn vị (mặc định: theo tệp)", "code of the province the units belong to (default: as in the file)"))
	}
	return c
}

// rowOptions words the flags for intake.
func (f importFlags) rowOptions(c *cobra.Command, noun *registry.Noun) (intake.RowOptions, error) {
	o := intake.RowOptions{Columns: map[string]string{}, Constants: map[string]string{}}
	for target, source := range f.columns {
		o.Columns[target] = source
	}
	if f.owner != "" {
		o.Constants["owner"] = f.owner
	}
	if len(f.delimiter) > 1 {
		return o, misused(c, "--delimiter là một ký tự, không phải %q.", "--delimiter is one character, not %q.", f.delimiter)
	}
	if noun == registry.UnitNoun {
		if err := oneOf(c, "level", string(registry.ProvinceLevel), string(registry.DistrictLevel), string(registry.CommuneLevel)); err != nil {
			return o, err
		}
		o.Constants["level"] = f.level
		from, err := day(c, "valid-from")
		if err != nil {
			return o, err
		}
		if from != nil {
			o.Constants["valid_from"] = from.String()
		}
		if f.codeField != "" {
			o.Columns["code"] = f.codeField
		}
		if f.nameField != "" {
			o.Columns["name"] = f.nameField
		}
	}
	if f.crs != "" {
		number, ok := strings.CutPrefix(strings.ToUpper(f.crs), "EPSG:")
		epsg, err := strconv.Atoi(number)
		if err != nil || !ok || epsg <= 0 {
			return o, misused(c, "--crs: ghi như EPSG:9210, không phải %q.", "--crs: write it like EPSG:9210, not %q.", f.crs)
		}
		o.EPSG = epsg
	}
	return o, nil
}

// fileResult is what became of one file.
type fileResult struct {
	File    string   `json:"file"`
	Noun    string   `json:"noun"`
	Ignored []string `json:"columns_ignored,omitempty"`
	postgres.ImportResult
	Error *registry.Text `json:"error,omitempty"`
}

func (p *program) runImport(ctx context.Context, noun *registry.Noun, files []string, f importFlags, options intake.RowOptions) error {
	db, close, err := p.open(ctx)
	if err != nil {
		return err
	}
	defer close()
	var failed error
	for _, file := range files {
		result, err := p.importFile(ctx, db, noun, file, f, options)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			failed = &reported{err}
			result = refusedFile(result, err)
		}
		if f.json {
			if err := json.NewEncoder(p.out).Encode(result); err != nil {
				return err
			}
			continue
		}
		p.showImport(result, f)
	}
	return failed
}

// refusedFile adds to a result why there is nothing more to it.
func refusedFile(result fileResult, err error) fileResult {
	text := registry.T(err.Error(), err.Error())
	var domain *registry.Error
	if errors.As(err, &domain) {
		text = domain.Message
		for _, fault := range domain.Faults {
			result.Faults = append(result.Faults, registry.FaultGroup{Rule: fault.Rule, Column: fault.Column,
				Severity: fault.Severity, Count: 1, First: fault})
		}
	}
	result.Error = &text
	return result
}

func (p *program) importFile(ctx context.Context, db *postgres.DB, noun *registry.Noun, file string, f importFlags, options intake.RowOptions) (fileResult, error) {
	result := fileResult{File: filepath.Base(file), Noun: noun.Name}
	in, err := os.Open(file) // #nosec G304 -- the file the person at the console names
	if err != nil {
		return result, registry.Errorf(registry.CodeNotFound, "Không mở được tệp %s.", "Cannot open the file %s.", file)
	}
	defer in.Close()
	// a pipe that has nothing to say would hold on to a command told to stop
	defer context.AfterFunc(ctx, func() { in.Close() })()
	if info, err := in.Stat(); err != nil || info.IsDir() {
		return result, registry.Errorf(registry.CodeInvalid, "%s là thư mục.", "%s is a directory.", file)
	}
	var source io.Reader = in
	load := f.options
	if bar := p.bar(in); bar != nil && !f.json {
		source = io.TeeReader(in, bar)
		load.Progress = func(stage string, rows int64) { bar.Describe(p.stage(stage, rows)) }
		defer func() { _ = bar.Exit(); fmt.Fprintln(p.err) }()
	}
	readOptions := intake.Options{Layer: f.layer, HeaderRow: f.headerRow}
	if f.delimiter != "" {
		readOptions.Delimiter = f.delimiter[0]
	}
	reader, err := intake.OpenFile(in, source, readOptions)
	if err != nil {
		return result, err
	}
	if open, ok := reader.(io.Closer); ok {
		defer open.Close()
	}
	rows, err := intake.NewRows(reader, noun, db.Codes(), options)
	if err != nil {
		return result, err
	}
	result.ImportResult, err = db.Import(ctx, p.actor("import "+result.File), noun, rows, load)
	result.Ignored = rows.Ignored()
	return result, err
}

// showImport prints a result for a person: what was done, then every group of
// faults, errors first.
func (p *program) showImport(r fileResult, f importFlags) {
	if r.Error == nil || r.Read > 0 {
		p.showCounts(r, f)
	}
	strangers := false
	for _, g := range r.Faults {
		p.showFaults(g)
		strangers = strangers || g.Rule == "organization.unknown"
	}
	if strangers {
		fmt.Fprintln(p.out, p.t("  Nạp lại với --create-organizations để ghi các tổ chức này vào danh bạ theo tên trong tệp.",
			"  Load again with --create-organizations to register these organizations by the names in the file."))
	}
	if r.Error != nil {
		fmt.Fprintf(p.err, "hatangso: %s: %s\n", r.File, p.text(*r.Error))
	}
}

func (p *program) showCounts(r fileResult, f importFlags) {
	fmt.Fprintf(p.out, p.t("%s: đọc %d, mới %d, đổi %d, giữ nguyên %d, từ chối %d.", "%s: read %d, new %d, changed %d, same %d, refused %d."),
		r.File, r.Read, r.Created, r.Changed, r.Same, r.Refused)
	done := p.t("Đã ghi.", "Written.")
	switch {
	case r.Written && r.Created+r.Changed == 0 && r.Refused == 0:
		done = p.t("Không có gì thay đổi.", "Nothing changed.")
	case !r.Written && f.options.DryRun && r.Error == nil:
		done = p.t("Chạy thử, chưa ghi gì.", "Dry run, nothing written.")
	case !r.Written:
		done = p.t("Chưa ghi gì.", "Nothing was written.")
	}
	fmt.Fprintln(p.out, " "+done)
	if r.SitesCreated > 0 {
		fmt.Fprintf(p.out, "  %s: %d\n", p.t("vị trí tạo mới", "sites made"), r.SitesCreated)
	}
	if len(r.Organizations) > 0 {
		fmt.Fprintf(p.out, "  %s: %s\n", p.t("tổ chức tạo mới", "organizations made"), strings.Join(r.Organizations, "; "))
	}
	if len(r.Ignored) > 0 {
		fmt.Fprintf(p.out, "  %s: %s\n", p.t("cột không dùng", "columns not used"), strings.Join(r.Ignored, ", "))
	}
}

func (p *program) showFaults(g registry.FaultGroup) {
	mark := p.t("lỗi", "error")
	if g.Severity == registry.SeverityWarning {
		mark = p.t("lưu ý", "warning")
	}
	fmt.Fprintf(p.out, "  %s %s ×%d", mark, g.Rule, g.Count)
	if g.Column != "" {
		fmt.Fprintf(p.out, " [%s]", g.Column)
	}
	if len(g.Rows) > 0 {
		fmt.Fprintf(p.out, " %s %s", p.t("dòng", "row"), strings.Trim(strings.ReplaceAll(fmt.Sprint(g.Rows), " ", ", "), "[]"))
		if g.Count > len(g.Rows) {
			fmt.Fprint(p.out, ", …")
		}
	}
	fmt.Fprintf(p.out, ": %s", p.text(g.First.Message))
	if g.First.Value != "" {
		fmt.Fprintf(p.out, " (%s)", g.First.Value)
	}
	fmt.Fprintf(p.out, "\n      → %s\n", p.text(g.First.Mend))
}
