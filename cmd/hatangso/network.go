package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// exportNetwork writes the register as one network of the Open Fibre Data
// Standard.
func (p *program) exportNetwork() *cobra.Command {
	var format, bbox, output string
	var filter registry.Filter
	c := &cobra.Command{
		Use: "network", Short: p.t("Mạng cáp theo chuẩn OFDS 0.3", "The network, by the Open Fibre Data Standard 0.3"), Args: noArguments,
		Example: p.examples(
			example{"Gói JSON của mạng", "The network as a JSON package", "hatangso export network -o mang.ofds.json"},
			example{"Các bảng CSV, nén", "The CSV tables, zipped", "hatangso export network --format ofds-csv -o mang.zip"}),
		RunE: func(c *cobra.Command, _ []string) (err error) {
			if filter.AsOf, err = day(c, "as-of"); err != nil {
				return err
			}
			if bbox != "" {
				box, err := registry.ParseBBox(bbox)
				if err != nil {
					return misused(c, "--bbox: %q không phải tây,nam,đông,bắc tính bằng độ.", "--bbox: %q is not west,south,east,north in degrees.", bbox)
				}
				filter.BBox = &box
			}
			var known []string
			for _, f := range export.NetworkFormats {
				known = append(known, string(f))
			}
			if err := oneOf(c, "format", known...); err != nil {
				return err
			}
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			about := export.About{AsOf: filter.AsOf, Filter: described(c), Source: "hatangso", Written: time.Now()}
			return toFile(output, p.out, func(w io.Writer) error {
				n, err := export.WriteNetwork(c.Context(), export.NetworkFormat(format), w, db, p.actor("export"), filter, about)
				if err == nil && toDisk(output) {
					fmt.Fprintf(p.err, "%s: %d\n", output, n)
				}
				return err
			})
		},
	}
	flags := c.Flags()
	flags.StringVar(&format, "format", string(export.OFDSJSON), p.t("định dạng: ofds-json, ofds-nodes, ofds-spans hoặc ofds-csv", "ofds-json, ofds-nodes, ofds-spans or ofds-csv"))
	flags.String("as-of", "", p.t("chỉ những gì đang hoạt động vào ngày này", "only what was in service on this day"))
	flags.StringVar(&bbox, "bbox", "", p.t("tây,nam,đông,bắc tính bằng độ", "west,south,east,north in degrees"))
	flags.StringVar(&filter.Unit, "unit", "", p.t("mã đơn vị hành chính; gồm cả các đơn vị trực thuộc", "code of a unit; everything below it is meant"))
	flags.StringVar(&filter.Owner, "owner", "", p.t("mã tổ chức sở hữu", "code of the owning organization"))
	flags.StringVarP(&output, "output", "o", "", p.t("tệp để ghi (mặc định: đầu ra chuẩn)", "file to write (default: standard output)"))
	return c
}

// importNetwork loads networks of the Open Fibre Data Standard, of any version.
func (p *program) importNetwork() *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use: p.t("network TỆP...", "network FILE..."), Args: files,
		Short: p.t("Mạng cáp theo chuẩn OFDS", "Networks of the Open Fibre Data Standard"),
		Long: p.t("Nạp mạng cáp theo chuẩn OFDS: gói JSON, hoặc GeoJSON của nodes hay spans. Nút thành bể cáp, tuyến thành tuyến cáp, tổ chức chưa có được tạo;\ntệp do chính hệ thống xuất ra trở lại đúng như cũ.",
			"Loads networks of the Open Fibre Data Standard: JSON packages, or the GeoJSON of nodes or spans. Nodes become manholes, spans cable routes, and\norganizations are made; a file the register has written comes back as it was."),
		Example: p.examples(example{"Nạp một mạng", "Load a network", "hatangso import network mang.ofds.json"}),
		RunE: func(c *cobra.Command, args []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			var failed error
			for _, file := range args {
				err := p.loadNetwork(c.Context(), db, file, f)
				if c.Context().Err() != nil {
					return c.Context().Err()
				}
				if err != nil {
					failed = &reported{err}
				}
			}
			return failed
		},
	}
	c.Flags().BoolVar(&f.options.AcceptGood, "accept-good", false, p.t("nạp các dòng đúng dù có dòng bị từ chối", "load the clean rows when others are refused"))
	c.Flags().BoolVar(&f.json, "json", false, p.t("in kết quả ra JSON", "print the result as JSON"))
	return c
}

// loadNetwork loads a file in one transaction, or with accept-good each kind of
// record in one of its own, and tells what became of it.
func (p *program) loadNetwork(ctx context.Context, db *postgres.DB, file string, f importFlags) error {
	results, err := p.importNetworkFile(ctx, db, file, f)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		results = append(results, refusedFile(fileResult{File: filepath.Base(file), Noun: "network"}, err))
	}
	for _, result := range results {
		if !f.json {
			p.showImport(result, f)
		} else if err := json.NewEncoder(p.out).Encode(result); err != nil {
			return err
		}
	}
	return err
}

// importNetworkFile gives the results that stand: of a file that was refused
// whole there are none.
func (p *program) importNetworkFile(ctx context.Context, db *postgres.DB, file string, f importFlags) (results []fileResult, err error) {
	in, err := os.Open(file) // #nosec G304 -- the file the person at the console names
	if err != nil {
		return nil, registry.Errorf(registry.CodeNotFound, "Không mở được tệp %s.", "Cannot open the file %s.", file)
	}
	defer in.Close()
	network, err := intake.OpenNetwork(in, intake.Options{})
	if err != nil {
		return nil, err
	}
	batches, err := network.Batches(db.Codes())
	if err != nil {
		return nil, err
	}
	note := func(noun *registry.Noun, r postgres.ImportResult) {
		results = append(results, fileResult{File: filepath.Base(file) + " · " + noun.Path, Noun: noun.Name, ImportResult: r})
	}
	who := p.actor("import " + filepath.Base(file))
	if !f.options.AcceptGood {
		err := db.ImportAll(ctx, who, batches, func(noun *registry.Noun, r postgres.ImportResult) {
			r.Written = true
			note(noun, r)
		})
		if err != nil {
			return nil, err
		}
		return results, nil
	}
	for _, b := range batches {
		result, err := db.Import(ctx, who, b.Noun, b.Rows, f.options)
		note(b.Noun, result)
		if err != nil {
			return results, err
		}
	}
	return results, nil
}
