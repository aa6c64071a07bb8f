package httpapi

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/compliance"
	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// Limits of what a card shows of each.
const (
	cardRecords = 50 // masts, stations, tenancies, papers
	cardChanges = 10
	cardVisits  = 5
	cardPhotos  = 12
)

type (
	// card is all that staff at a mast ask of it, in one answer (phiếu tra cứu tuân
	// thủ). What the reader may not know is null.
	card struct {
		AssetKind registry.Kind `json:"asset_kind"`
		ID        int64         `json:"id"`
		AsOf      registry.Date `json:"as_of"`
		// Record is the work, as its own address shows it to this reader.
		Record json.RawMessage `json:"record" record:"site pole"`
		// Verdict is null for who may not see its papers; Parts is by part, null
		// where it is not asked.
		Verdict  *compliance.Verdict  `json:"verdict"`
		Parts    *cardParts           `json:"parts"`
		Missing  []compliance.Missing `json:"missing" null:"y"`
		Findings []compliance.Finding `json:"findings" null:"y"`
		Rule     *cardRule            `json:"rule"`
		Ground   *cardGround          `json:"ground"`
		Permits  json.RawMessage      `json:"permits" records:"permit"`
		// Certificate is the one that counts on the day, or the last that did.
		Certificate  *cardCertificate         `json:"certificate"`
		Certificates json.RawMessage          `json:"certificates" records:"certificate"`
		Restrictions []compliance.Restriction `json:"restrictions" null:"y"`
		// HeightLimit is the lowest that is known.
		HeightLimit *compliance.HeightLimit `json:"height_limit"`
		Owner       *postgres.Contact       `json:"owner"`
		Masts       json.RawMessage         `json:"masts" records:"mast"`
		Stations    json.RawMessage         `json:"stations" records:"station"`
		Tenancies   json.RawMessage         `json:"tenancies" records:"tenancy"`
		// Capacity is what a site can still carry; null for the public, and of poles.
		Capacity *postgres.Capacity `json:"capacity"`
		// Nearest are other sites within 2 km, the nearest first; null like Capacity.
		Nearest []postgres.NearSite `json:"nearest" null:"y"`
		// Inspections are the last ones, Violations those that are open, FieldReports
		// those matched with the work, the newest first.
		Inspections  json.RawMessage `json:"inspections" records:"inspection"`
		Violations   json.RawMessage `json:"violations" records:"violation"`
		FieldReports json.RawMessage `json:"field_reports" records:"field_report"`
		// Photos are those whose bytes are there, the newest first.
		Photos []cardPhoto `json:"photos"`
		// History is null for who may not read the log.
		History []postgres.Change `json:"history" null:"y"`
		Can     cardRights        `json:"can"`
	}
	// cardParts are the verdicts of the parts.
	cardParts struct {
		Permit      *compliance.Verdict `json:"permit"`
		Certificate *compliance.Verdict `json:"certificate"`
		Zone        *compliance.Verdict `json:"zone"`
		Technical   *compliance.Verdict `json:"technical"`
	}
	// cardRule is the law in force when the work was built.
	cardRule struct {
		compliance.Law
		BuiltOn registry.Date `json:"built_on"`
		// Basis says what the day of construction is taken from.
		Basis compliance.Basis `json:"basis"`
	}
	// cardGround is the permit or exemption a work stands on.
	cardGround struct {
		// Permit is the id of its record.
		Permit     int64          `json:"permit"`
		Basis      string         `json:"basis"`
		Title      registry.Text  `json:"title"`
		Number     *string        `json:"number"`
		Authority  *string        `json:"authority"`
		IssuedOn   *registry.Date `json:"issued_on"`
		ValidUntil *registry.Date `json:"valid_until"`
		HeightM    *float64       `json:"height_m"`
	}
	// cardCertificate is a certificate with how long it still holds.
	cardCertificate struct {
		ID        int64          `json:"id"`
		Applies   string         `json:"applies"`
		Number    *string        `json:"number"`
		Body      *string        `json:"body"`
		IssuedOn  *registry.Date `json:"issued_on"`
		ExpiresOn *registry.Date `json:"expires_on"`
		// DaysLeft is negative once it has ended, null when it has no end.
		DaysLeft *int64 `json:"days_left"`
	}
	// cardRights says what the reader may create of a work.
	cardRights struct {
		Permit      bool `json:"permit"`
		Inspection  bool `json:"inspection"`
		Violation   bool `json:"violation"`
		FieldReport bool `json:"field_report"`
		Photo       bool `json:"photo"`
	}
	// cardPhoto is a photo with the addresses of the picture and its thumbnail.
	cardPhoto struct {
		postgres.Shot
		File      string `json:"file"`
		Thumbnail string `json:"thumbnail"`
	}
)

// compliance answers with the card of a work of one kind.
func (s *Server) compliance(n *registry.Noun) echo.HandlerFunc {
	return func(c echo.Context) error {
		id, err := recordID(c)
		if err != nil {
			return err
		}
		q := newQuery(c)
		day := q.asOf(s.options.Today())
		if err := q.done(); err != nil {
			return err
		}
		return s.card(c, n, id, day)
	}
}

// mastCompliance answers with the card of the site a mast stands on.
func (s *Server) mastCompliance(c echo.Context) error {
	mast, err := recordID(c)
	if err != nil {
		return err
	}
	q := newQuery(c)
	day := q.asOf(s.options.Today())
	if err := q.done(); err != nil {
		return err
	}
	site, err := s.db.SiteOf(c.Request().Context(), actor(c), mast)
	if err != nil {
		return err
	}
	return s.card(c, registry.SiteNoun, site, day)
}

// card answers with the card of a work on a day.
func (s *Server) card(c echo.Context, n *registry.Noun, id int64, day registry.Date) error {
	ctx, who := c.Request().Context(), actor(c)
	judged, about, err := s.db.Judge(ctx, who, n, id, day)
	if err != nil {
		return err
	}
	out := card{AssetKind: n.Kind, ID: id, AsOf: day}
	if judged != nil {
		out.judgement(judged, day, s.db.Codes())
	}
	may := func(n *registry.Noun) bool { return who.May(registry.ToCreate, belonging(about, n)).Allowed }
	out.Can = cardRights{may(registry.PermitNoun), may(registry.InspectionNoun), may(registry.ViolationNoun), may(registry.FieldReportNoun), may(registry.PhotoNoun)}
	parts := sections{ctx: ctx, server: s, who: who}
	out.Record = parts.one(n, id)
	at := registry.Filter{AssetKind: n.Kind, Asset: id}
	out.Tenancies = parts.list(about, registry.TenancyNoun, registry.Filter{AssetKind: n.Kind, Asset: id, AsOf: &day})
	out.Permits = parts.list(about, registry.PermitNoun, at)
	out.Inspections = parts.last(about, registry.InspectionNoun, at, cardVisits)
	out.Violations = parts.last(about, registry.ViolationNoun, registry.Filter{AssetKind: n.Kind, Asset: id, Open: true}, cardRecords)
	if n == registry.SiteNoun {
		out.FieldReports = parts.last(about, registry.FieldReportNoun, registry.Filter{Site: id}, cardVisits)
		out.Certificates = parts.list(about, registry.CertificateNoun, registry.Filter{Site: id})
		out.Masts = parts.list(about, registry.MastNoun, registry.Filter{Site: id, AsOf: &day})
		out.Stations = parts.list(about, registry.StationNoun, registry.Filter{Site: id, AsOf: &day})
	}
	if parts.err != nil {
		return parts.err
	}
	shots, err := s.db.PhotosOf(ctx, who, n, id, cardPhotos)
	if err != nil {
		return err
	}
	out.Photos = make([]cardPhoto, len(shots))
	for i, shot := range shots {
		path := fmt.Sprintf("/api/v1/photos/%d/", shot.ID)
		out.Photos[i] = cardPhoto{shot, path + "file", path + "thumbnail"}
	}
	if out.Owner, err = s.db.OwnerOf(ctx, who, n, id); err != nil {
		return err
	}
	if n == registry.SiteNoun && who.Tier(about) >= registry.PassiveTier {
		if out.Capacity, err = s.db.CapacityOf(ctx, who, id, day); err != nil {
			return err
		}
		if out.Nearest, err = s.db.SitesNear(ctx, who, id, day); err != nil {
			return err
		}
	}
	if who.May(registry.ReadAudit, about).Allowed {
		page, err := s.db.Changes(ctx, who, postgres.ChangeQuery{Noun: n, RecordID: id, Limit: cardChanges, InWords: true, Newest: true})
		if err != nil {
			return err
		}
		out.History = page.Items
	}
	return c.JSON(http.StatusOK, out)
}

// belonging gives a work's subject as that of what belongs to it.
func belonging(about registry.Subject, n *registry.Noun) registry.Subject {
	about.Noun = n.Name
	return about
}

// judgement fills in the verdict and what it rests on.
func (out *card) judgement(j *postgres.Judged, day registry.Date, codes registry.Codes) {
	part := func(p compliance.Part) *compliance.Verdict {
		if v, asked := j.Parts[p]; asked {
			return &v
		}
		return nil
	}
	out.Verdict = &j.Verdict
	out.Parts = &cardParts{part(compliance.PermitPart), part(compliance.CertificatePart), part(compliance.ZonePart), part(compliance.TechnicalPart)}
	out.Missing, out.Findings, out.Restrictions, out.HeightLimit = orNone(j.Missing), orNone(j.Findings), orNone(j.Restrictions), j.Limit
	if j.Law != nil && j.Built != nil {
		out.Rule = &cardRule{*j.Law, j.Built.On, j.Built.Basis}
	}
	if g := j.Ground; g != nil {
		out.Ground = &cardGround{g.ID, g.Basis, codes["permit_basis"][g.Basis].Title, g.Number, g.Authority, g.IssuedOn, g.ValidUntil, g.HeightM}
	}
	if cert := j.Certificate; cert != nil {
		shown := cardCertificate{cert.ID, cert.Applies, cert.Number, cert.Body, cert.IssuedOn, compliance.Ends(cert), nil}
		if shown.ExpiresOn != nil {
			left := int64(shown.ExpiresOn.Time().Sub(day.Time()).Hours() / 24)
			shown.DaysLeft = &left
		}
		out.Certificate = &shown
	}
}

func orNone[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// sections gathers records as their own addresses show them; what failed first
// is kept.
type sections struct {
	ctx    context.Context
	server *Server
	who    registry.Actor
	err    error
}

// one gives one record.
func (p *sections) one(n *registry.Noun, id int64) json.RawMessage {
	return p.gather(func(page *export.Page) ([]byte, error) {
		if _, err := p.server.db.Read(p.ctx, p.who, n, id, page); err != nil {
			return nil, err
		}
		return page.First(), nil
	})
}

// list gives records that belong to a work, null for who may see none of them.
func (p *sections) list(about registry.Subject, n *registry.Noun, filter registry.Filter) json.RawMessage {
	return p.page(about, n, filter, registry.Page{Limit: cardRecords})
}

// last gives the newest of them, the newest first.
func (p *sections) last(about registry.Subject, n *registry.Noun, filter registry.Filter, most int) json.RawMessage {
	return p.page(about, n, filter, registry.Page{Limit: most, Newest: true})
}

func (p *sections) page(about registry.Subject, n *registry.Noun, filter registry.Filter, of registry.Page) json.RawMessage {
	if p.who.Tier(belonging(about, n)) == registry.NoTier {
		return nil
	}
	return p.gather(func(page *export.Page) ([]byte, error) {
		_, err := p.server.db.Page(p.ctx, p.who, n, filter, of, page)
		return page.JSON(), err
	})
}

func (p *sections) gather(read func(*export.Page) ([]byte, error)) json.RawMessage {
	if p.err != nil {
		return nil
	}
	page := pages.Get().(*export.Page)
	defer pages.Put(page)
	page.Reset()
	text, err := read(page)
	p.err = err
	return bytes.Clone(text)
}

// complianceCounts answers how many sites are lawful, by commune.
type complianceCounts struct {
	AsOf  registry.Date              `json:"as_of"`
	Total postgres.ComplianceCount   `json:"total"`
	Items []postgres.ComplianceCount `json:"items"`
}

func (s *Server) complianceCounts(c echo.Context) error {
	q := newQuery(c)
	day := q.asOf(s.options.Today())
	filter := registry.Filter{AsOf: &day, Unit: q.text("unit"), Owner: q.text("owner")}
	if err := q.done(); err != nil {
		return err
	}
	total, items, err := s.db.ComplianceCounts(c.Request().Context(), actor(c), filter)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, complianceCounts{day, total, orNone(items)})
}
