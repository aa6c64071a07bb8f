package httpapi_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"mime"
	"net/http"
	"testing"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/registry"
)

// The network leaves in each form of OFDS, with what a filter takes.
func TestNetworkFiles(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	for _, n := range []*registry.Noun{registry.OrganizationNoun, registry.ManholeNoun, registry.SiteNoun, registry.CableRouteNoun, registry.DuctNoun, registry.TenancyNoun} {
		c.create(n.Path, sample(c, n, "network "+n.Name))
	}
	count := func(path string) int { return len(c.list("/api/v1/" + path)) }
	nodes, spans := count("manholes")+count("sites")+count("service-points"), count("ducts")+count("trenches")+count("cables")
	get := func(format export.NetworkFormat, query string) answer {
		a := c.do(http.MethodGet, "/api/v1/export/network."+format.Extension()+query, nil).want(http.StatusOK)
		_, params, err := mime.ParseMediaType(a.header.Get("Content-Disposition"))
		if err != nil || params["filename"] != "Mạng cáp."+format.Extension() || a.header.Get("Content-Type") != format.ContentType() {
			t.Errorf("%s: %v of type %s, %v", format, params, a.header.Get("Content-Type"), err)
		}
		return a
	}
	var whole struct {
		Networks []struct{ Nodes, Spans []json.RawMessage }
	}
	get(export.OFDSJSON, "").read(&whole)
	if n := whole.Networks[0]; len(n.Nodes) != nodes || len(n.Spans) != spans || nodes == 0 || spans == 0 {
		t.Errorf("%d nodes of %d, %d spans of %d", len(n.Nodes), nodes, len(n.Spans), spans)
	}
	for format, want := range map[export.NetworkFormat]int{export.OFDSNodes: nodes, export.OFDSSpans: spans} {
		var features struct{ Features []json.RawMessage }
		if get(format, "").read(&features); len(features.Features) != want {
			t.Errorf("%s: %d features of %d", format, len(features.Features), want)
		}
		if get(format, "?status=suspended").read(&features); len(features.Features) != 0 {
			t.Errorf("%s that rests: %d features", format, len(features.Features))
		}
	}
	a := get(export.OFDSCSV, "")
	if archive, err := zip.NewReader(bytes.NewReader(a.body), int64(len(a.body))); err != nil || len(archive.File) != 7 {
		t.Errorf("%v", err)
	}
	c.do(http.MethodGet, "/api/v1/export/network.ofds.json?colour=red", nil).refused(http.StatusBadRequest)
}
