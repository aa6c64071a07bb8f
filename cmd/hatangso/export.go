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
	"github.com/spf13/pflag"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/registry"
)

func (p *program) exports() *cobra.Command {
	c := &cobra.Command{Use: "export", Short: "Write records to a file, as of any date"}
	for _, noun := range registry.Nouns {
		c.AddCommand(p.exportNoun(noun))
	}
	return c
}

func (p *program) exportNoun(noun *registry.Noun) *cobra.Command {
	var format, asOf, bbox, unit, owner, output string
	c := &cobra.Command{
		Use: noun.Path, Short: noun.Title.VI + " / " + noun.Title.EN, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			filter := registry.Filter{Unit: unit, Owner: owner}
			if asOf != "" {
				day, err := registry.ParseDate(asOf)
				if err != nil {
					return registry.Errorf(registry.CodeInvalid, "--as-of: %v", "--as-of: %v", err)
				}
				filter.AsOf = &day
			}
			if bbox != "" {
				box, err := registry.ParseBBox(bbox)
				if err != nil {
					return registry.Errorf(registry.CodeInvalid, "--bbox: %v", "--bbox: %v", err)
				}
				filter.BBox = &box
			}
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			var described []string
			c.Flags().Visit(func(f *pflag.Flag) {
				if f.Name != "output" {
					described = append(described, f.Name+"="+f.Value.String())
				}
			})
			about := export.About{Noun: noun, AsOf: filter.AsOf, Filter: strings.Join(described, "&"), Source: "hatangso", Written: time.Now()}
			return toFile(output, p.out, func(w io.Writer) error {
				sink, err := export.New(export.Format(format), w, about)
				if err != nil {
					return err
				}
				defer export.Close(sink)
				n, err := db.Stream(c.Context(), p.actor("export"), noun, filter, sink)
				if err == nil && output != "" && output != "-" {
					fmt.Fprintf(p.err, "%s: %d\n", output, n)
				}
				return err
			})
		},
	}
	c.Flags().StringVar(&format, "format", "geojson", "geojson, ndjson or csv")
	c.Flags().StringVar(&asOf, "as-of", "", "only what was in service on this day")
	c.Flags().StringVar(&bbox, "bbox", "", "west,south,east,north in degrees")
	c.Flags().StringVar(&unit, "unit", "", "code of a unit; everything below it is meant")
	c.Flags().StringVar(&owner, "owner", "", "code of the owning organization")
	c.Flags().StringVarP(&output, "output", "o", "", "file to write (default: standard output)")
	return c
}

// toFile writes a file whole or not at all: beside its place first, then
// renamed. No name means out.
func toFile(name string, out io.Writer, write func(io.Writer) error) error {
	if name == "" || name == "-" {
		return write(out)
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return registry.Errorf(registry.CodeNotFound, "Không ghi được vào thư mục của %s.", "Cannot write in the directory of %s.", name)
	}
	defer os.Remove(f.Name())
	w := bufio.NewWriterSize(f, 1<<20)
	if err := write(w); err != nil {
		f.Close()
		return err
	}
	if err := w.Flush(); err != nil {
		f.Close()
		return err
	}
	if err := f.Chmod(0o644); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
