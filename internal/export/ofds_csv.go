package export

import (
	"archive/zip"
	"encoding/csv"
	"maps"
	"slices"
	"strings"
)

// The headers of the CSV template of OFDS 0.3, of the tables we have.
const (
	ofdsNetworks     = "id,name,website,publisher/name,publisher/identifier/id,publisher/identifier/scheme,publisher/identifier/legalName,publisher/identifier/uri,publicationDate,collectionDate,crs/name,crs/uri,accuracy,accuracyDetails,language"
	ofdsLinks        = "id,links/0/href,links/0/rel"
	ofdsNodes        = "id,nodes/0/id,nodes/0/name,nodes/0/phase/id,nodes/0/phase/name,nodes/0/status,nodes/0/location,nodes/0/address/streetAddress,nodes/0/address/locality,nodes/0/address/region,nodes/0/address/postalCode,nodes/0/address/country,nodes/0/type,nodes/0/accessPoint,nodes/0/power,nodes/0/technologies,nodes/0/physicalInfrastructureProvider/id,nodes/0/physicalInfrastructureProvider/name"
	ofdsNodeProvider = "id,nodes/0/id,nodes/0/networkProviders/0/id,nodes/0/networkProviders/0/name"
	ofdsSpans        = "id,spans/0/id,spans/0/name,spans/0/phase/id,spans/0/phase/name,spans/0/status,spans/0/readyForServiceDate,spans/0/start,spans/0/end,spans/0/directed,spans/0/route,spans/0/physicalInfrastructureProvider/id,spans/0/physicalInfrastructureProvider/name,spans/0/supplier/id,spans/0/supplier/name,spans/0/transmissionMedium,spans/0/deployment,spans/0/deploymentDetails/description,spans/0/darkFibre,spans/0/fibreType,spans/0/fibreTypeDetails/fibreSubtype,spans/0/fibreTypeDetails/description,spans/0/fibreCount,spans/0/fibreLength,spans/0/technologies,spans/0/capacity,spans/0/capacityDetails/description,spans/0/countries"
	ofdsSpanProvider = "id,spans/0/id,spans/0/networkProviders/0/id,spans/0/networkProviders/0/name"
	ofdsOrganisation = "id,organisations/0/id,organisations/0/name,organisations/0/identifier/id,organisations/0/identifier/scheme,organisations/0/identifier/legalName,organisations/0/identifier/uri,organisations/0/country,organisations/0/roles,organisations/0/roleDetails,organisations/0/website,organisations/0/logo"
)

// cells are a row's values by the last parts of their headers.
type cells map[string]string

// ofdsTable is one CSV file of the archive.
type ofdsTable struct {
	network *network
	out     *csv.Writer
	headers []string
	prefix  string // of every header but the first
}

// writeTables writes the CSV tables as one archive. A table of what nodes have
// many of stands beside theirs, so the records are read twice.
func (n *network) writeTables() error {
	archive := zip.NewWriter(n.out.w)
	written := int64(0)
	for _, t := range []struct {
		name, headers, prefix string
		fill                  func(*ofdsTable) error
	}{
		{"networks", ofdsNetworks, "", (*ofdsTable).networks},
		{"links", ofdsLinks, "links/0/", func(t *ofdsTable) error { return t.put(cells{"href": ofdsSchema, "rel": "describedby"}) }},
		{"nodes", ofdsNodes, "nodes/0/", func(t *ofdsTable) error { return n.each(nodeNouns, t.node) }},
		{"nodes_networkProviders", ofdsNodeProvider, "nodes/0/", func(t *ofdsTable) error { return n.each(nodeNouns, t.provider) }},
		{"spans", ofdsSpans, "spans/0/", func(t *ofdsTable) error { return n.each(spanNouns, t.span) }},
		{"spans_networkProviders", ofdsSpanProvider, "spans/0/", func(t *ofdsTable) error { return n.each(spanNouns, t.provider) }},
		{"organisations", ofdsOrganisation, "organisations/0/", (*ofdsTable).organisations},
	} {
		file, err := archive.CreateHeader(&zip.FileHeader{Name: t.name + ".csv", Method: zip.Deflate, Modified: n.about.Written})
		if err != nil {
			return err
		}
		table := &ofdsTable{network: n, out: csv.NewWriter(file), headers: strings.Split(t.headers, ","), prefix: t.prefix}
		if err := table.out.Write(table.headers); err != nil {
			return err
		}
		n.written = 0
		if err := t.fill(table); err != nil {
			return err
		}
		if t.name == "nodes" || t.name == "spans" {
			written += n.written
		}
		table.out.Flush()
		if err := table.out.Error(); err != nil {
			return err
		}
	}
	n.written = written
	return archive.Close()
}

// put writes a row.
func (t *ofdsTable) put(c cells) error {
	line := make([]string, len(t.headers))
	for i, header := range t.headers {
		line[i] = c[strings.TrimPrefix(header, t.prefix)]
	}
	line[0] = t.network.id
	return t.out.Write(line)
}

func (t *ofdsTable) networks() error {
	n := t.network
	collected := n.about.Written.UTC().Format("2006-01-02")
	if n.filter.AsOf != nil {
		collected = n.filter.AsOf.String()
	}
	return t.put(cells{"name": n.name(), "publisher/name": n.about.Source, "publicationDate": n.about.Written.UTC().Format("2006-01-02"),
		"collectionDate": collected, "crs/name": "urn:ogc:def:crs:OGC::CRS84", "crs/uri": "http://www.opengis.net/def/crs/OGC/1.3/CRS84", "language": "vi"})
}

// common gives the cells that nodes and spans both have.
func (f *networkFeature) common(shape string) (cells, error) {
	c := cells{"id": f.id, "name": f.name, "status": f.status}
	if f.owner != "" {
		c[roleOwner+"/id"], c[roleOwner+"/name"] = f.owner, f.network.organizations[f.owner].name
	}
	if g := f.row.value("geometry"); g != nil {
		text, err := appendEWKB(nil, g.EWKB(), &wktShape)
		if err != nil {
			return nil, err
		}
		c[shape] = string(text)
	}
	return c, nil
}

func (t *ofdsTable) node(f *networkFeature) error {
	c, err := f.common("location")
	if err != nil {
		return err
	}
	c["address/streetAddress"], c["address/locality"], c["address/country"] = f.street, f.locality, f.country
	c["type"] = strings.Join(f.types, ";")
	return t.put(c)
}

func (t *ofdsTable) span(f *networkFeature) error {
	c, err := f.common("route")
	if err != nil {
		return err
	}
	c["readyForServiceDate"], c["start"], c["end"] = f.ready, f.start, f.end
	c["transmissionMedium"], c["deployment"], c["deploymentDetails/description"] = strings.Join(f.media, ";"), f.deployment, f.deployed
	c["countries"] = f.country
	return t.put(c)
}

func (t *ofdsTable) provider(f *networkFeature) error {
	for _, p := range f.providers {
		if err := t.put(cells{"id": f.id, "networkProviders/0/id": p, "networkProviders/0/name": f.network.organizations[p].name}); err != nil {
			return err
		}
	}
	return nil
}

func (t *ofdsTable) organisations() error {
	for _, o := range t.network.acting() {
		if err := t.put(cells{"id": o.ID, "name": o.Name, "roles": strings.Join(o.Roles, ";")}); err != nil {
			return err
		}
	}
	return nil
}

// sortedKeys gives the codes of organizations in order.
func sortedKeys(m map[string]*networkOrganization) []string { return slices.Sorted(maps.Keys(m)) }
