package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// importFlags are the flags of every import command.
type importFlags struct {
	columns              map[string]string
	crs, owner           string
	json, noProgress     bool
	level, validFrom     string
	codeField, nameField string
	options              postgres.ImportOptions
	delimiter, layer     string
}

func (p *program) imports() *cobra.Command {
	c := &cobra.Command{Use: "import", Short: "Load a file into the register: all or nothing, every error at once"}
	for _, noun := range registry.Nouns {
		c.AddCommand(p.importNoun(noun))
	}
	c.AddCommand(p.importSuccessors())
	return c
}

func (p *program) importNoun(noun *registry.Noun) *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use: noun.Path + " FILE...", Short: noun.Title.VI + " / " + noun.Title.EN + ": CSV, GeoJSON or NDJSON",
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return p.runImport(c.Context(), noun, args, f) },
	}
	flags := c.Flags()
	flags.StringToStringVar(&f.columns, "columns", nil, "which column a field is read from: target=source,… (lat, lon, x, y, coordinates, wkt, or a field)")
	flags.BoolVar(&f.options.DryRun, "dry-run", false, "do everything, then take it back")
	flags.BoolVar(&f.options.AcceptGood, "accept-good", false, "load the clean rows when others are refused")
	flags.BoolVar(&f.options.CreateOrganizations, "create-organizations", false, "register unknown organizations by the name they are given")
	flags.BoolVar(&f.options.Repair, "repair", false, "mend self-crossing polygons and list them")
	flags.BoolVar(&f.json, "json", false, "print the result as JSON")
	flags.StringVar(&f.delimiter, "delimiter", "", "CSV delimiter when it cannot be found out")
	flags.StringVar(&f.layer, "layer", "", "which of several layers of a GeoPackage, sheets of a workbook or shapefiles of an archive")
	if noun.Geometry != registry.NoGeometry {
		flags.StringVar(&f.crs, "crs", "", "reference system of the coordinates, such as EPSG:9210 (default: what the file says, else EPSG:4326)")
	}
	if noun.Field("owner") != nil {
		flags.StringVar(&f.owner, "owner", "", "code of the organization that owns everything in the file")
	}
	if noun == registry.UnitNoun {
		flags.StringVar(&f.level, "level", "commune", "province, district or commune")
		flags.StringVar(&f.validFrom, "valid-from", "", "first day the units are valid, such as 2025-07-01")
		flags.StringVar(&f.codeField, "code-field", "", "column of the code")
		flags.StringVar(&f.nameField, "name-field", "", "column of the name")
		flags.StringVar(&f.options.Province, "province", "", "code of the province the units belong to (default: as in the file)")
	}
	return c
}

// rowOptions words the flags for intake.
func (f importFlags) rowOptions(noun *registry.Noun) (intake.RowOptions, error) {
	o := intake.RowOptions{Columns: map[string]string{}, Constants: map[string]string{}}
	for target, source := range f.columns {
		o.Columns[target] = source
	}
	if f.owner != "" {
		o.Constants["owner"] = f.owner
	}
	if noun == registry.UnitNoun {
		o.Constants["level"] = f.level
		if f.validFrom != "" {
			o.Constants["valid_from"] = f.validFrom
		}
		if f.codeField != "" {
			o.Columns["code"] = f.codeField
		}
		if f.nameField != "" {
			o.Columns["name"] = f.nameField
		}
	}
	if f.crs != "" {
		name, ok := strings.CutPrefix(strings.ToUpper(f.crs), "EPSG:")
		if _, err := fmt.Sscanf(name, "%d", &o.EPSG); err != nil || !ok {
			return o, registry.Errorf(registry.CodeInvalid, "Ghi hệ tọa độ dạng EPSG:9210, không phải %q.", "Write the CRS like EPSG:9210, not %q.", f.crs)
		}
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

func (p *program) runImport(ctx context.Context, noun *registry.Noun, files []string, f importFlags) error {
	db, close, err := p.open(ctx)
	if err != nil {
		return err
	}
	defer close()
	var failed error
	for _, file := range files {
		result, err := p.importFile(ctx, db, noun, file, f)
		if err != nil {
			failed = &reported{err}
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

func (p *program) importFile(ctx context.Context, db *postgres.DB, noun *registry.Noun, file string, f importFlags) (fileResult, error) {
	result := fileResult{File: filepath.Base(file), Noun: noun.Name}
	options, err := f.rowOptions(noun)
	if err != nil {
		return result, err
	}
	in, err := os.Open(file)
	if err != nil {
		return result, registry.Errorf(registry.CodeNotFound, "Không mở được tệp %s.", "Cannot open the file %s.", file)
	}
	defer in.Close()
	var source io.Reader = in
	load := f.options
	if bar := p.progress(in); bar != nil && !f.json {
		source = io.TeeReader(in, bar)
		load.Progress = func(stage string, rows int64) { bar.Describe(fmt.Sprintf("%s: %s, %d", noun.Path, stage, rows)) }
		defer func() { _ = bar.Exit(); fmt.Fprintln(p.err) }()
	}
	readOptions := intake.Options{Layer: f.layer}
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

// progress makes a bar over a file's bytes when a person is watching.
func (p *program) progress(in *os.File) *progressbar.ProgressBar {
	errOut, ok := p.err.(*os.File)
	if !ok || !term.IsTerminal(int(errOut.Fd())) {
		return nil
	}
	info, err := in.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	return progressbar.NewOptions64(info.Size(), progressbar.OptionSetWriter(errOut), progressbar.OptionShowBytes(true),
		progressbar.OptionThrottle(100_000_000), progressbar.OptionClearOnFinish())
}

// showImport prints a result for a person: what was done, then every group of
// faults, errors first.
func (p *program) showImport(r fileResult, f importFlags) {
	vi := !p.english()
	head, done := "%s: read %d, new %d, changed %d, same %d, refused %d.", "Written."
	if vi {
		head, done = "%s: đọc %d, mới %d, đổi %d, giữ nguyên %d, từ chối %d.", "Đã ghi."
	}
	fmt.Fprintf(p.out, head, r.File, r.Read, r.Created, r.Changed, r.Same, r.Refused)
	switch {
	case r.Written && r.Created+r.Changed == 0 && r.Refused == 0:
		done = p.text(registry.T("Không có gì thay đổi.", "Nothing changed."))
	case !r.Written && f.options.DryRun && r.Error == nil:
		done = p.text(registry.T("Chạy thử, chưa ghi gì.", "Dry run, nothing written."))
	case !r.Written:
		done = p.text(registry.T("Chưa ghi gì.", "Nothing was written."))
	}
	fmt.Fprintln(p.out, " "+done)
	if r.SitesCreated > 0 {
		fmt.Fprintf(p.out, "  %s: %d\n", p.text(registry.T("vị trí tạo mới", "sites made")), r.SitesCreated)
	}
	if len(r.Organizations) > 0 {
		fmt.Fprintf(p.out, "  %s: %s\n", p.text(registry.T("tổ chức tạo mới", "organizations made")), strings.Join(r.Organizations, "; "))
	}
	if len(r.Ignored) > 0 {
		fmt.Fprintf(p.out, "  %s: %s\n", p.text(registry.T("cột không dùng", "columns not used")), strings.Join(r.Ignored, ", "))
	}
	for _, g := range r.Faults {
		p.showFaults(g)
	}
	if r.Error != nil {
		fmt.Fprintln(p.err, "hatangso: "+p.text(*r.Error))
	}
}

func (p *program) showFaults(g registry.FaultGroup) {
	mark := p.text(registry.T("lỗi", "error"))
	if g.Severity == registry.SeverityWarning {
		mark = p.text(registry.T("lưu ý", "warning"))
	}
	fmt.Fprintf(p.out, "  %s %s ×%d", mark, g.Rule, g.Count)
	if g.Column != "" {
		fmt.Fprintf(p.out, " [%s]", g.Column)
	}
	if len(g.Rows) > 0 {
		fmt.Fprintf(p.out, " %s %s", p.text(registry.T("dòng", "row")), strings.Trim(strings.ReplaceAll(fmt.Sprint(g.Rows), " ", ", "), "[]"))
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
