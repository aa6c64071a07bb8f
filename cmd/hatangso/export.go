package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/registry"
)

func (p *program) exports() *cobra.Command {
	c := p.group(&cobra.Command{
		Use: "export", Short: p.t("Xuất bản ghi ra tệp, tại một ngày bất kỳ", "Write records to a file, as of any date"),
		Example: p.examples(
			example{"Vị trí trạm cho Excel", "Sites for Excel", "hatangso export sites -o vi-tri.csv"},
			example{"Cột treo cáp của một xã ngày 31/12/2025", "The poles of a commune on 2025-12-31", "hatangso export poles --unit 10525 --as-of 2025-12-31 -o cot.geojson"}),
	})
	for _, noun := range registry.Nouns {
		c.AddCommand(p.exportNoun(noun))
	}
	c.AddCommand(p.exportNetwork())
	return c
}

// exportFlags are those of every export; all but output are told in the file.
var exportFilters = []string{"as-of", "bbox", "unit", "owner"}

func (p *program) exportNoun(noun *registry.Noun) *cobra.Command {
	var format, bbox, output string
	var geometry, crs, delimiter string
	var filter registry.Filter
	c := &cobra.Command{
		Use: noun.Path, Short: p.text(noun.Title), Args: noArguments,
		Example: p.examples(example{"Ra tệp GeoJSON", "To a GeoJSON file", "hatangso export " + noun.Path + " -o " + noun.Path + ".geojson"}),
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
			kind := formatOf(format, output)
			if !kind.Known() {
				return misused(c, "--format không nhận %q; dùng %s.", "--format does not take %q; use %s.", string(kind), formatNames())
			}
			layout, err := export.NewLayout(kind, noun, geometry, crs, delimiter)
			if err != nil {
				return err
			}
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			about := export.About{Noun: noun, AsOf: filter.AsOf, Filter: described(c), Source: "hatangso", Written: time.Now(), Layout: layout}
			if err := describeBeside(output, kind, about); err != nil {
				return err
			}
			var written int64
			err = toFile(output, p.out, func(w io.Writer) error {
				sink, err := export.New(kind, w, about)
				if err != nil {
					return err
				}
				defer export.Close(sink)
				written, err = db.Stream(c.Context(), p.actor("export"), noun, filter, sink)
				return err
			})
			if err == nil && toDisk(output) {
				fmt.Fprintf(p.err, "%s: %d\n", output, written)
			}
			return err
		},
	}
	flags := c.Flags()
	flags.StringVar(&format, "format", "", p.t("định dạng: ", "format: ")+formatNames()+p.t(" (mặc định: theo đuôi tệp, không thì geojson)", " (default: by the file's extension, else geojson)"))
	flags.String("as-of", "", p.t("chỉ những gì đang hoạt động vào ngày này", "only what was in service on this day"))
	flags.StringVar(&bbox, "bbox", "", p.t("tây,nam,đông,bắc tính bằng độ", "west,south,east,north in degrees"))
	flags.StringVar(&filter.Unit, "unit", "", p.t("mã đơn vị hành chính; gồm cả các đơn vị trực thuộc", "code of a unit; everything below it is meant"))
	flags.StringVar(&filter.Owner, "owner", "", p.t("mã tổ chức sở hữu", "code of the owning organization"))
	flags.StringVar(&geometry, "geometry", "", p.t("cột hình học của csv, xlsx: lonlat (chỉ cho điểm), wkt hoặc none", "how csv and xlsx hold geometries: lonlat (points only), wkt or none"))
	flags.StringVar(&crs, "crs", "", p.t("hệ tọa độ của csv, xlsx, như EPSG:9210 (mặc định: WGS 84)", "reference system of csv and xlsx, such as EPSG:9210 (default: WGS 84)"))
	flags.StringVar(&delimiter, "delimiter", "", p.t("dấu ngăn ô của csv; với ; số thập phân viết dấu phẩy như Excel tiếng Việt", "between the cells of csv; with ; decimals get a comma, as spreadsheets in Vietnamese want them"))
	flags.StringVarP(&output, "output", "o", "", p.t("tệp để ghi (mặc định: đầu ra chuẩn)", "file to write (default: standard output)"))
	return c
}

// describeBeside writes what a CSV file cannot say of itself into a file beside
// it.
func describeBeside(name string, format export.Format, about export.About) error {
	if format != export.CSV || !toDisk(name) {
		return nil
	}
	description, err := export.DescribeCSV(filepath.Base(name), about)
	if err != nil {
		return err
	}
	return toFile(name+export.DescriptionSuffix, nil, func(w io.Writer) error {
		_, err := w.Write(append(description, '\n'))
		return err
	})
}

// formatOf is the format asked for: by name, else by the file's extension.
func formatOf(name, output string) export.Format {
	if name != "" {
		return export.Format(name)
	}
	if byName := export.Format(strings.TrimPrefix(strings.ToLower(filepath.Ext(output)), ".")); byName.Known() {
		return byName
	}
	return export.GeoJSON
}

func formatNames() string {
	names := make([]string, len(export.Formats))
	for i, f := range export.Formats {
		names[i] = string(f)
	}
	return strings.Join(names, ", ")
}

// described words the filters of an export for the file. Nothing else of the
// command line goes there: the database's URL may hold a password.
func described(c *cobra.Command) string {
	var out []string
	for _, name := range exportFilters {
		if f := c.Flags().Lookup(name); f.Changed {
			out = append(out, name+"="+f.Value.String())
		}
	}
	return strings.Join(out, "&")
}

func toDisk(name string) bool { return name != "" && name != "-" }

// toFile writes a file whole or not at all: beside its place first, then
// renamed. No name means out.
func toFile(name string, out io.Writer, write func(io.Writer) error) error {
	if !toDisk(name) {
		return write(out)
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return cannotWrite(name, err)
	}
	defer os.Remove(f.Name())
	w := bufio.NewWriterSize(f, 1<<20)
	err = write(w)
	for _, finish := range []func() error{w.Flush, func() error { return f.Chmod(0o644) }, f.Sync} {
		if err == nil {
			err = finish()
		}
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return cannotWrite(name, err)
	}
	return nil
}

func cannotWrite(name string, err error) error {
	e := registry.Errorf(registry.CodeNotFound, "Không ghi được tệp %s: thư mục không có, hoặc không được phép ghi.",
		"The file %s cannot be written: there is no such directory, or writing is not allowed.", name)
	e.Err = err
	return e
}
