package report

import (
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// note explains a column: what goes into it, in what unit, from what list.
func (c *formColumn) note(nouns []*registry.Noun) registry.Text {
	parts := []registry.Text{registry.T("Không bắt buộc.", "Optional.")}
	if c.required {
		parts[0] = registry.T("Bắt buộc.", "Required.")
	}
	if c.field == nil {
		parts = append(parts, positionNotes[c.name])
		return join(parts)
	}
	parts = append(parts, c.kind(nouns))
	if f := c.field; f.Min != nil && f.Max != nil {
		parts = append(parts, registry.Tf("Từ %g đến %g.", "From %g to %g.", *f.Min, *f.Max))
	}
	if f := c.field; f.Default != "" {
		shown := f.Default
		for _, ch := range c.choices {
			if ch.code == f.Default {
				shown = ch.shown
			}
		}
		parts = append(parts, registry.Tf("Để trống: %s.", "Left empty: %s.", shown))
	}
	return join(parts)
}

// kind says what a cell holds.
func (c *formColumn) kind(nouns []*registry.Noun) registry.Text {
	f := c.field
	switch {
	case f.Name == "answers":
		return registry.T(`Ghi dạng [{"item":"…","answer":"yes","note":"…"}]; item là mã của mục (xem trang “Danh mục”) thuộc danh mục kiểm tra đã ghi; answer là yes, no, na (không áp dụng) hoặc unknown (không rõ).`,
			`Write it as [{"item":"…","answer":"yes","note":"…"}]; item is the code of an item (see the sheet “Danh mục”) of the checklist given; answer is yes, no, na (does not apply) or unknown.`)
	case f.List != "":
		return registry.T("Chọn trong danh sách; xem trang “Danh mục”.", "Choose from the list; see the sheet “Danh mục”.")
	case f.Ref == "organization":
		return registry.T("Mã của tổ chức trong sổ; xem trang “Danh mục”.", "The organization's code in the register; see the sheet “Danh mục”.")
	case f.Name == "asset":
		return registry.T("Mã của công trình trong sổ.", "The code of the asset in the register.")
	case f.Ref != "":
		for _, n := range nouns {
			if n.Name == f.Ref {
				return registry.Tf("Mã của “%s” trong sổ, hoặc trong tệp nộp trước.", "The code, in the register or a file filed before, of: %s.", n.Title.VI)
			}
		}
	}
	switch f.Type {
	case registry.IntField:
		return registry.T("Số nguyên.", "A whole number.")
	case registry.DecimalField:
		return registry.T("Số, có thể có phần thập phân; đơn vị ghi trong ngoặc ở tiêu đề.", "A number, decimals allowed; the unit stands in the heading.")
	case registry.BoolField:
		return registry.T("Ghi có hoặc không.", "Write có (yes) or không (no).")
	case registry.DateField:
		return registry.T("Ngày, ngày trước tháng sau: 01/07/2025.", "A date, the day first: 01/07/2025.")
	case registry.TimeField:
		return registry.T("Ngày và giờ Việt Nam, ngày trước tháng sau: 01/07/2025 09:30.", "A date and the time of day in Viet Nam, the day first: 01/07/2025 09:30.")
	case registry.JSONField:
		return registry.T(`Ghi dạng [{"name":"…","lon":…,"lat":…}].`, `Write it as [{"name":"…","lon":…,"lat":…}].`)
	}
	return registry.Tf("Chữ, không quá %d ký tự.", "Text of at most %d characters.", f.MaxChars)
}

var positionNotes = map[string]registry.Text{
	"lat": registry.T("Độ thập phân, ví dụ 20.8612; độ phút giây như 20°51'40\" cũng đọc được. WGS 84, không phải VN-2000.",
		"Decimal degrees, such as 20.8612; degrees, minutes and seconds such as 20°51'40\" are read too. WGS 84, not VN-2000."),
	"lon": registry.T("Độ thập phân, ví dụ 106.6834; độ phút giây như 106°41'00\" cũng đọc được. WGS 84, không phải VN-2000.",
		"Decimal degrees, such as 106.6834; degrees, minutes and seconds such as 106°41'00\" are read too. WGS 84, not VN-2000."),
	"x": registry.T("Mét, trục bắc (khoảng 900.000 đến 2.600.000), đúng múi chiếu ghi ở tiêu đề. Chọn múi chiếu này khi nộp tệp.",
		"Metres, northing (some 900,000 to 2,600,000), in the zone of the heading. Choose that zone when filing."),
	"y": registry.T("Mét, trục đông (khoảng 200.000 đến 800.000), đúng múi chiếu ghi ở tiêu đề.",
		"Metres, easting (some 200,000 to 800,000), in the zone of the heading."),
	"wkt": registry.T("Dạng LINESTRING(kinh độ vĩ độ, kinh độ vĩ độ, …), ranh giới dạng POLYGON((…)), WGS 84; tọa độ VN-2000 ghi SRID=mã EPSG; ở đầu, trục đông trước.",
		"LINESTRING(longitude latitude, longitude latitude, …), a boundary POLYGON((…)), WGS 84; for VN-2000 begin with SRID=EPSG code; and write the easting first."),
}

func join(parts []registry.Text) registry.Text {
	vi, en := make([]string, len(parts)), make([]string, len(parts))
	for i, p := range parts {
		vi[i], en[i] = p.VI, p.EN
	}
	return registry.T(strings.Join(vi, " "), strings.Join(en, " "))
}

// instructions are the lines of the sheet “Hướng dẫn”.
func (t *Template) instructions() []registry.Text {
	lines := []registry.Text{
		registry.Tf("Mẫu nộp dữ liệu: %s.", "Template for filing: %s.", t.Lang.of(t.Noun.Title)),
		registry.Tf("1. Ghi dữ liệu vào trang “%s”, mỗi dòng một bản ghi, từ dòng 2.", "1. Write into the sheet “%s”, one record a row, from row 2.", t.Noun.Title.VI),
		registry.T("2. Giữ nguyên dòng tiêu đề: dòng chữ nhỏ là tên trường mà hệ thống đọc. Bỏ bớt hoặc đổi chỗ cột thì được.",
			"2. Leave the heading as it is: its small line is the field that the register reads. Columns may be moved or removed."),
		registry.T("3. Cột có dấu * (nền đậm) là bắt buộc. Di chuột vào tiêu đề để xem giải thích.",
			"3. Columns with * (darker) are required. Point at a heading to see what it means."),
		registry.T("4. Ô có danh sách chọn: dùng đúng chữ trong danh sách, hoặc mã ở trang “Danh mục”.",
			"4. Where a list drops down, use its words, or the code on the sheet “Danh mục”."),
		registry.T("5. Ví dụ nằm ở trang “Ví dụ”, không phải trong trang dữ liệu: nó không bao giờ bị nộp nhầm.",
			"5. The example is on the sheet “Ví dụ”, away from the data: it cannot be filed by mistake."),
		registry.T("6. Chỉ trang đầu tiên được đọc. Dòng trống được bỏ qua; dòng bị ẩn hoặc bị lọc vẫn được đọc.",
			"6. Only the first sheet is read. Empty rows are passed over; hidden and filtered rows are read."),
		registry.T("7. Mã dùng để nhận ra bản ghi: nộp lại cùng mã là sửa bản ghi cũ, không tạo bản ghi mới.",
			"7. A record is known by its code: filing a code again changes that record and makes no new one."),
	}
	if t.Noun.Geometry == registry.MultiPolygon {
		lines = append(lines, registry.T("8. Ranh giới dài không vừa ô bảng tính: nộp bằng GeoJSON hoặc GeoPackage.",
			"8. Long boundaries do not fit a cell: file them as GeoJSON or GeoPackage."))
	}
	return lines
}
