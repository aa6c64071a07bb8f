package opendata

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// Path is where the catalogue is, and below it each dataset.
const Path = "/open-data"

// Register is what of a register its description tells.
type Register struct {
	// Base is the address people reach it at, without a path.
	Base string
	// Publisher is the department's name, License the address of a licence.
	Publisher, License string
	// Territory is the name of its province, Bounds the box around what it covers;
	// an empty box is left out.
	Territory string
	Bounds    orb.Bound
	// From is the first day its units stood, nil when it has none.
	From *registry.Date
	// Changed is when records of each noun were last written, by its name.
	Changed map[string]time.Time
	// Indicators and Plans are those it answers for.
	Indicators plan.Catalogue
	Plans      []plan.Plan
	// Files are the formats records leave in.
	Files []File
}

// File is a format records leave in: its extension, media type, and whether it
// holds what has no place.
type File struct {
	Extension, Media string
	PlacesOnly       bool
}

// The authority tables the profile names.
const (
	publicRights = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
	vietnamese   = "http://publications.europa.eu/resource/authority/language/VIE"
	english      = "http://publications.europa.eu/resource/authority/language/ENG"
	iana         = "https://www.iana.org/assignments/media-types/"
	ogcFeatures  = "http://www.opengis.net/doc/IS/ogcapi-features-1/1.0"
)

// Public says whether everybody may read records of a noun.
func Public(n *registry.Noun) bool { return registry.TierOf(n.Name, "id") <= registry.CoarseTier }

// Catalog describes the register.
func (r *Register) Catalog() Catalog {
	c := Catalog{Context: json.RawMessage(context), ID: r.Base + Path, Type: "dcat:Catalog",
		Title: Words(registry.T("Dữ liệu mở hạ tầng số"+r.of(), "Open data of digital infrastructure"+r.of())),
		Description: Words(registry.T("Những gì mọi người được xem của sổ đăng ký hạ tầng viễn thông: công trình trên lưới công khai, thôn và phủ sóng, chỉ tiêu, kết quả đã công bố, kế hoạch.",
			"What everybody may see of the register of telecom infrastructure: works on the public grid, villages and coverage, indicators, published results, plans.")),
		Publisher: r.publisher(), License: Node{r.License}, Language: []Node{{vietnamese}, {english}}, Homepage: Node{r.Base + "/"}, Spatial: r.place(), Datasets: []Dataset{}}
	var newest time.Time
	for _, at := range r.Changed {
		if at.After(newest) {
			newest = at
		}
	}
	if !newest.IsZero() {
		c.Modified = moment(newest)
	}
	for _, n := range registry.Nouns {
		if Public(n) {
			c.Datasets = append(c.Datasets, r.records(n))
		}
	}
	c.Datasets = append(c.Datasets, r.counts())
	for i := range r.Indicators {
		c.Datasets = append(c.Datasets, r.indicator(&r.Indicators[i]))
	}
	c.Datasets = append(c.Datasets, r.published())
	for i := range r.Plans {
		c.Datasets = append(c.Datasets, r.plan(&r.Plans[i]))
	}
	return c
}

// Dataset describes one dataset by itself, nil when there is none of the name.
func (r *Register) Dataset(identifier string) *Dataset {
	for _, d := range r.Catalog().Datasets {
		if d.Identifier == identifier {
			d.Context = json.RawMessage(context)
			return &d
		}
	}
	return nil
}

// of words the territory after a title.
func (r *Register) of() string {
	if r.Territory == "" {
		return ""
	}
	return " · " + r.Territory
}

func (r *Register) publisher() Agent { return Agent{Type: "foaf:Agent", Name: r.Publisher} }

// place is the ground of the register.
func (r *Register) place() *Place {
	p := &Place{Type: "dct:Location"}
	if r.Territory != "" {
		p.Label = []Literal{{Language: "vi", Value: r.Territory}}
	}
	if b := r.Bounds; !b.IsEmpty() && !b.IsZero() {
		p.Box = &Literal{Type: "geo:wktLiteral", Value: fmt.Sprintf("POLYGON((%[1]g %[2]g,%[3]g %[2]g,%[3]g %[4]g,%[1]g %[4]g,%[1]g %[2]g))", b.Min[0], b.Min[1], b.Max[0], b.Max[1])}
	}
	if p.Label == nil && p.Box == nil {
		return nil
	}
	return p
}

// dataset begins one.
func (r *Register) dataset(identifier string, title, about registry.Text, frequency string, distributions ...Distribution) Dataset {
	d := Dataset{ID: r.Base + Path + "/" + identifier, Type: "dcat:Dataset", Identifier: identifier, Title: Words(title), Description: Words(about),
		Publisher: r.publisher(), License: Node{r.License}, Rights: Node{publicRights}, Frequency: Node{frequency}, Spatial: r.place(), Distributions: distributions}
	if r.From != nil {
		d.Temporal = &Period{Type: "dct:PeriodOfTime", Start: day(*r.From)}
	}
	return d
}

// changed sets when a dataset was last written: with the newest of some nouns.
func (r *Register) changed(d Dataset, nouns ...string) Dataset {
	var newest time.Time
	for _, n := range nouns {
		if at := r.Changed[n]; at.After(newest) {
			newest = at
		}
	}
	if !newest.IsZero() {
		d.Modified = moment(newest)
	}
	return d
}

// given is a distribution at a path.
func (r *Register) given(title registry.Text, path, format, media string, file bool) Distribution {
	media, _, _ = strings.Cut(media, ";")
	d := Distribution{Type: "dcat:Distribution", Title: Words(title), Format: format, License: Node{r.License}, Media: Node{iana + media}, Access: Node{r.Base + path}}
	if file {
		d.Download = &d.Access
	}
	return d
}

func (r *Register) json(vi, en, path string) Distribution {
	return r.given(registry.T(vi, en), path, "JSON", "application/json", false)
}

// records describes the records of a noun.
func (r *Register) records(n *registry.Noun) Dataset {
	var ways []Distribution
	for _, f := range r.Files {
		if f.PlacesOnly && n.Geometry == registry.NoGeometry {
			continue
		}
		name := strings.ToUpper(f.Extension)
		ways = append(ways, r.given(registry.T(n.Title.VI+", "+name, n.Title.EN+", "+name), "/api/v1/export/"+n.Path+"."+f.Extension, name, f.Media, true))
	}
	ways = append(ways, r.json("Từng trang, API", "By page, API", "/api/v1/"+n.Path))
	if n.Geometry != registry.NoGeometry && registry.PrecisionAt(n.Name, registry.CoarseTier) != registry.Nowhere {
		features := r.given(registry.T("OGC API – Features", "OGC API – Features"), "/ogc/collections/"+n.Path+"/items?f=json", "GeoJSON", "application/geo+json", false)
		features.ConformsTo = []Node{{ogcFeatures}}
		ways = append(ways, features)
	}
	about := registry.T("Bản ghi ở mức công khai của sổ đăng ký.", "Records of the register as far as they are public.")
	if registry.PrecisionAt(n.Name, registry.CoarseTier) == registry.OnGrid {
		about = registry.T("Bản ghi ở mức công khai; vị trí làm tròn về lưới công khai.", "Records as far as they are public; positions are rounded to the public grid.")
	}
	return r.changed(r.dataset(n.Path, n.Title, about, Continuously, ways...), n.Name)
}

// counts describes how many works each commune has.
func (r *Register) counts() Dataset {
	var kinds []string
	for _, n := range registry.Nouns {
		if n.IsAsset() {
			kinds = append(kinds, n.Name)
		}
	}
	return r.changed(r.dataset("counts", registry.T("Số công trình theo xã", "Works by commune"), registry.T("Số công trình mỗi loại đang hoạt động của từng xã, tại một ngày.", "How many works of each kind each commune has in service, on a day."), Continuously,
		r.json("Theo xã", "By commune", "/api/v1/indicators/counts")), kinds...)
}

// indicator describes an indicator.
func (r *Register) indicator(n *plan.Indicator) Dataset {
	path := "/api/v1/indicators/" + n.Code
	ways := []Distribution{
		r.json("Hôm nay, cả sổ", "Today, of the whole register", path),
		r.json("Theo tháng", "By month", path+"/series"),
		r.json("Theo xã", "By commune", path+"/by?by=commune"),
	}
	d := r.dataset(n.Code, n.Title, n.Formula, Continuously, ways...)
	d.Keywords = []Literal{{Language: "vi", Value: "chỉ tiêu"}, {Language: "en", Value: "indicator"}}
	if n.Source == plan.Reported {
		return r.changed(d, registry.ReportedNoun.Name)
	}
	return r.changed(d, registry.SiteNoun.Name, registry.PoleNoun.Name, registry.DuctNoun.Name, registry.ManholeNoun.Name, registry.TenancyNoun.Name, registry.StatementNoun.Name, registry.StationNoun.Name)
}

// published describes the results that were published.
func (r *Register) published() Dataset {
	return r.changed(r.dataset("published", registry.T("Kết quả đã công bố", "Published results"), registry.T("Kết quả được giữ nguyên cùng mã băm, so được với lần tính sau.", "Results that stay as they are, with their hash, to be held against later ones."), Irregularly,
		r.json("Mới nhất trước", "The newest first", "/api/v1/published")), "published")
}

// plan describes a plan and its board.
func (r *Register) plan(p *plan.Plan) Dataset {
	d := r.dataset("plan-"+p.Code, p.Title, registry.T("Mục tiêu như in và như hiểu, nhiệm vụ, và bảng theo dõi hôm nay.", "Targets as printed and as understood, tasks, and the board of today."), Irregularly,
		r.json("Kế hoạch", "The plan", "/api/v1/plans/"+p.Code), r.json("Bảng theo dõi", "The board", "/api/v1/plans/"+p.Code+"/board"))
	d.Keywords = []Literal{{Language: "vi", Value: "kế hoạch"}, {Language: "en", Value: "plan"}}
	d.Spatial = &Place{Type: "dct:Location", Label: Words(p.Territory)}
	end := registry.NewDate(p.To, 12, 31)
	d.Temporal = &Period{Type: "dct:PeriodOfTime", Start: day(registry.NewDate(p.From, 1, 1)), End: day(end)}
	if p.IssuedOn != nil {
		d.Modified = day(*p.IssuedOn)
	}
	return d
}
