package httpapi

import (
	"fmt"
	"net/url"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/suggest"
)

// annexColumn is a column of the annex of a proposal.
type annexColumn struct {
	field registry.Field
	value func(*suggest.Candidate) any
}

// annexColumns are the columns, in order.
var annexColumns = []annexColumn{
	{registry.Field{Name: "noun", Type: registry.TextField, Title: registry.T("Loại công trình", "Kind")}, func(c *suggest.Candidate) any { return c.Noun }},
	{registry.Field{Name: "id", Type: registry.IntField, Title: registry.T("Số hiệu", "Id")}, func(c *suggest.Candidate) any { return c.ID }},
	{registry.Field{Name: "code", Type: registry.TextField, Title: registry.T("Mã", "Code")}, func(c *suggest.Candidate) any { return c.Code }},
	{registry.Field{Name: "name", Type: registry.TextField, Title: registry.T("Tên", "Name")}, func(c *suggest.Candidate) any { return c.Name }},
	{registry.Field{Name: "owner", Type: registry.TextField, Title: registry.T("Chủ sở hữu", "Owner")}, func(c *suggest.Candidate) any { return c.Owner }},
	{registry.Field{Name: "owner_name", Type: registry.TextField, Title: registry.T("Tên chủ sở hữu", "Owner's name")}, func(c *suggest.Candidate) any { return c.OwnerName }},
	{registry.Field{Name: "contact", Type: registry.TextField, Title: registry.T("Liên hệ", "Contact")}, func(c *suggest.Candidate) any { return c.Contact }},
	{registry.Field{Name: "status", Type: registry.TextField, Title: registry.T("Trạng thái", "Status")}, func(c *suggest.Candidate) any { return string(c.Status) }},
	{registry.Field{Name: "distance_m", Type: registry.DecimalField, Title: registry.T("Khoảng cách (m)", "Distance (m)")}, func(c *suggest.Candidate) any { return c.DistanceM }},
	{registry.Field{Name: "along_m", Type: registry.DecimalField, Title: registry.T("Đi dọc (m)", "Along (m)")}, func(c *suggest.Candidate) any { return c.AlongM }},
	{registry.Field{Name: "height_m", Type: registry.DecimalField, Title: registry.T("Chiều cao (m)", "Height (m)")}, func(c *suggest.Candidate) any { return c.HeightM }},
	{registry.Field{Name: "free_slots", Type: registry.IntField, Title: registry.T("Số vị trí còn trống", "Free slots")}, func(c *suggest.Candidate) any { return c.FreeSlots }},
	{registry.Field{Name: "max_load_kg", Type: registry.DecimalField, Title: registry.T("Tải trọng còn lại (kg)", "Spare load (kg)")}, func(c *suggest.Candidate) any { return c.MaxLoadKg }},
	{registry.Field{Name: "ducts", Type: registry.IntField, Title: registry.T("Số ống", "Ducts")}, func(c *suggest.Candidate) any { return c.Ducts }},
	{registry.Field{Name: "free_ducts", Type: registry.IntField, Title: registry.T("Số ống còn trống", "Free ducts")}, func(c *suggest.Candidate) any { return c.FreeDucts }},
	{registry.Field{Name: "tenants", Type: registry.IntField, Title: registry.T("Số doanh nghiệp đang dùng", "Enterprises on it")}, func(c *suggest.Candidate) any { return int64(c.Tenants) }},
	{registry.Field{Name: "fit", Type: registry.TextField, Title: registry.T("Dùng chung được", "Can be shared")}, func(c *suggest.Candidate) any { return fitTitles[c.Fit].VI }},
	{registry.Field{Name: "reasons", Type: registry.TextField, Title: registry.T("Lý do", "Reasons")}, func(c *suggest.Candidate) any { return reasons(c) }},
	{registry.Field{Name: "geometry", Type: registry.GeometryField, Title: registry.T("Nơi gần nhất", "Nearest place")}, func(c *suggest.Candidate) any { return c.Nearest.Geometry }},
}

var fitTitles = map[suggest.Fit]registry.Text{
	suggest.Suits: registry.T("Được", "Yes"), suggest.Perhaps: registry.T("Cần hỏi thêm", "Ask"), suggest.Not: registry.T("Không", "No"),
}

// reasons joins the reasons of a candidate in Vietnamese, as the annex is handed in.
func reasons(c *suggest.Candidate) (all string) {
	for i, r := range c.Reasons {
		if i > 0 {
			all += " "
		}
		all += r.VI
	}
	return all
}

// annexNoun describes the annex to the writers of files; the register has no such
// noun. Works of all kinds stand at their place nearest to the proposal.
var annexNoun = func() *registry.Noun {
	n := &registry.Noun{Name: "share_candidate", Path: "share-candidates", Geometry: registry.Point, Title: registry.T("Phụ lục rà soát dùng chung", "Works that could be shared")}
	for _, c := range annexColumns {
		n.Fields = append(n.Fields, c.field)
	}
	return n
}()

// sendAnnex writes the candidates of a proposal as a file.
func (s *Server) sendAnnex(c echo.Context, format export.Format, candidates []suggest.Candidate, about export.About) error {
	layout, err := export.NewLayout(format, annexNoun, "", "", "")
	if err != nil {
		return err
	}
	about.Layout = layout
	h := c.Response().Header()
	h.Set(echo.HeaderContentType, format.ContentType())
	describe(h, about)
	h.Set(echo.HeaderContentDisposition, fmt.Sprintf(`attachment; filename="%s.%s"; filename*=UTF-8''%s`, annexNoun.Path, format,
		url.PathEscape(fmt.Sprintf("%s.%s", annexNoun.Title.VI, format))))
	sink, err := export.New(format, flusher{c.Response()}, about)
	if err != nil {
		return err
	}
	defer export.Close(sink)
	return s.send(c, func() error {
		if err := sink.Begin(annexNoun.Fields); err != nil {
			return err
		}
		row := make([]postgres.Value, len(annexColumns))
		for i := range candidates {
			for k, column := range annexColumns {
				if row[k], err = postgres.ValueOf(column.value(&candidates[i])); err != nil {
					return err
				}
			}
			if err := sink.Row(row); err != nil {
				return err
			}
		}
		return sink.End()
	})
}
