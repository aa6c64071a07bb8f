package intake

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// table is a Reader of records whose columns are known beforehand.
type table struct {
	names nameTable
	meta  Metadata
	read  func(put func(column, value string, kind valueKind), rec *Record) error
	ended error
}

func newTable(meta Metadata, columns []string) *table {
	t := &table{meta: meta}
	for _, c := range columns {
		t.names.add(c)
	}
	return t
}

func (t *table) Columns() []string  { return t.names.columns() }
func (t *table) Metadata() Metadata { return t.meta }

func (t *table) Next(rec *Record) error {
	if t.ended != nil {
		return t.ended
	}
	n := len(t.names.names)
	rec.ID, rec.Geometry, rec.Warnings, rec.names = "", nil, nil, &t.names
	rec.values, rec.kinds = slices.Grow(rec.values[:0], n)[:n], slices.Grow(rec.kinds[:0], n)[:n]
	clear(rec.values)
	clear(rec.kinds)
	err := t.read(func(column, value string, kind valueKind) {
		if i, ok := t.names.find(column); ok && kind != kindNull {
			rec.values[i], rec.kinds[i] = value, kind
		}
	}, rec)
	if err != nil && !isRowError(err) {
		t.ended = err
	}
	return err
}

// organizationReader gives the organisations of a network.
func (n *Network) organizationReader() Reader {
	columns := []string{"code", "name"}
	if n.own {
		columns = append(columns, "kind", "legal_group", "mvno")
	}
	t, next := newTable(Metadata{Format: FormatCSV, Encoding: "UTF-8"}, columns), 0
	t.read = func(put func(string, string, valueKind), rec *Record) error {
		if next == len(n.organizations) {
			return io.EOF
		}
		o := n.organizations[next]
		next++
		rec.Row = next
		name := o.Name
		if name == "" {
			name = o.code()
		}
		put("code", o.code(), kindText)
		put("name", name, kindText)
		for _, column := range columns[2:] {
			putJSON(put, column, o.Own[column])
		}
		return nil
	}
	return t
}

// putJSON puts a value as the JSON readers do.
func putJSON(put func(string, string, valueKind), column string, raw json.RawMessage) {
	switch {
	case len(raw) == 0:
	case raw[0] == '"':
		var text string
		if json.Unmarshal(raw, &text) == nil {
			put(column, text, kindText)
		}
	case raw[0] == '{' || raw[0] == '[':
		put(column, string(raw), kindNested)
	case raw[0] == 't' || raw[0] == 'f':
		put(column, string(raw), kindBool)
	case raw[0] == 'n':
	default:
		put(column, string(raw), kindNumber)
	}
}

// foreignColumns are those of a file the register has not written.
var foreignColumns = map[string][]string{
	ofdsNodes: {"code", "name", "owner", "owner_present", "status", "address", "declared_commune", "source"},
	ofdsSpans: {"code", "name", "owner", "owner_present", "status", "operating_from", "planned_on", "from_text", "to_text", "cable_type", "laying", "source"},
}

// reader gives the nodes or spans that become records of a noun.
func (n *Network) reader(noun *registry.Noun) (Reader, error) {
	source, err := n.scan()
	if err != nil {
		return nil, err
	}
	section := ofdsNodes
	if slices.Contains(ofdsNouns[ofdsSpans], noun) {
		section = ofdsSpans
	}
	columns := foreignColumns[section]
	if n.own {
		columns = []string{"id", "version"}
		for _, f := range noun.Writable() {
			if f.Type != registry.GeometryField {
				columns = append(columns, f.Name)
			}
		}
	}
	t := newTable(n.metadata(), columns)
	t.read = func(put func(string, string, valueKind), rec *Record) error {
		for {
			e, err := source.next()
			if isRowError(err) && e.section == section && noun == n.carrier(section) {
				return err
			}
			if err != nil && !isRowError(err) {
				return err
			}
			if err != nil || e.section != section {
				continue
			}
			item, refused := e.decode()
			if refused != nil {
				if noun == n.carrier(section) {
					return refused
				}
				continue
			}
			if of := n.nounOf(section, item); of != noun && (of != nil || noun != n.carrier(section)) {
				continue
			} else if of == nil {
				return ofdsRowError(e.number, RuleOFDS, item.ownNoun(),
					registry.Tf("%q không phải loại có trong %s.", "%q is no kind that stands among %s.", item.ownNoun(), section),
					registry.T("Xuất lại tệp từ hệ thống.", "Export the file from the register again."))
			}
			rec.Row, rec.ID = e.number, string(item.ID)
			if item.Location != nil {
				rec.Geometry = item.Location.Geometry
			}
			if item.Own != nil {
				for column, raw := range item.Own {
					putJSON(put, column, raw)
				}
				return nil
			}
			for column, text := range item.fields(n, section) {
				if text = strings.TrimSpace(text); text != "" {
					put(column, text, kindText)
				}
			}
			return nil
		}
	}
	return t, nil
}

// carrier is the noun with which the elements that cannot be read are told: the
// first the file has of the section.
func (n *Network) carrier(section string) *registry.Noun {
	for _, noun := range registry.Nouns {
		if slices.Contains(ofdsNouns[section], noun) && n.has(noun) {
			return noun
		}
	}
	return nil
}

// tenancyReader gives the network providers that are not the owner as tenants.
func (n *Network) tenancyReader() (Reader, error) {
	source, err := n.scan()
	if err != nil {
		return nil, err
	}
	t := newTable(Metadata{Format: FormatCSV, Encoding: "UTF-8"}, []string{"asset_kind", "asset", "tenant", "placement"})
	var item *ofdsItem
	var at ofdsElement
	var waiting []string
	t.read = func(put func(string, string, valueKind), rec *Record) error {
		for len(waiting) == 0 {
			e, err := source.next()
			if err != nil && !isRowError(err) {
				return err
			}
			if err != nil || e.section == ofdsOrganisations {
				continue
			}
			var refused *RowError
			if item, refused = e.decode(); refused != nil {
				continue // told with its node or span
			}
			at, waiting = e, item.tenants()
		}
		kind, placement := registry.ManholeKind, "equipment"
		if at.section == ofdsSpans {
			kind, placement = registry.CableRouteKind, "cable"
		}
		rec.Row = at.number
		put("asset_kind", string(kind), kindText)
		put("asset", string(item.ID), kindText)
		put("tenant", waiting[0], kindText)
		put("placement", placement, kindText)
		waiting = waiting[1:]
		return nil
	}
	return t, nil
}
