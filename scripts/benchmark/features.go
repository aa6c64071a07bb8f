package main

import (
	"context"
	"fmt"
	"net/url"
	"strings"
)

// poleFilters are what a page is filtered by: an attribute, and an attribute in a
// box, of which each takes more than a page. The peer reads a draft of CQL2, whose
// functions have other names; %s is a box.
var poleFilters = []struct{ about, ours, peers string }{
	{"by height and status", "height_m >= 7 AND status = 'operating'", "height_m >= 7 AND status = 'operating'"},
	{"by class in a box", "class IN ('C1','C2') AND S_INTERSECTS(geometry,BBOX(%s))", "class IN ('C1','C2') AND INTERSECTS(geometry,ENVELOPE(%s))"},
}

// queriesOf puts boxes into a filter.
func queriesOf(filter string, boxes []string) (queries []string) {
	for _, box := range boxes {
		queries = append(queries, "filter="+url.QueryEscape(strings.ReplaceAll(filter, "%s", box)))
	}
	return queries
}

// measureFeatures asks the OGC API for pages of poles by a filter in CQL2: the
// same filters, of pg_featureserv. Ours count all that match, on the first page of
// each filter and whenever a pole has been written; pg_featureserv's do not.
func measureFeatures(ctx context.Context, b *bench) (figures []figure, err error) {
	dsn, err := b.full(ctx)
	if err != nil {
		return nil, err
	}
	s, err := b.serve(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer s.stop()
	peer, err := b.serveFeatures(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer peer.stop()
	boxes, err := boxesOfPoles(ctx, dsn)
	if err != nil {
		return nil, err
	}
	postmaster, err := b.postmaster(ctx)
	if err != nil {
		return nil, err
	}
	client := keepingClient()
	for _, filter := range poleFilters {
		ours, err := newPages(ctx, client, processes{s.cmd.Process.Pid, postmaster}, s.url+"/ogc/collections/poles/items", queriesOf(filter.ours, boxes))
		if err != nil {
			return nil, err
		}
		peers, err := newPages(ctx, client, processes{peer.cmd.Process.Pid, postmaster}, peer.url+featuresPath, queriesOf(filter.peers, boxes))
		if err != nil {
			return nil, err
		}
		f, err := b.comparePages(ctx, client, fmt.Sprintf("OGC items page of %s poles %s (CQL2)", thousands(pageLimit), filter.about), ours, peers)
		if err != nil {
			return nil, err
		}
		figures = append(figures, f)
	}
	return figures, nil
}
