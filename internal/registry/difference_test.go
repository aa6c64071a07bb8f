package registry

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// A change reads as a person would tell it, in both languages, in the order of
// the record's fields.
func TestDifferencesReadAsWords(t *testing.T) {
	t.Parallel()
	codes := NewCodes([]ListCode{
		{List: "status", Code: "operating", Title: T("Đang hoạt động", "Operating")},
		{List: "status", Code: "removed", Title: T("Đã tháo dỡ", "Removed")},
	})
	raw := func(v any) json.RawMessage {
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	said := func(vi, en string) *Text { text := T(vi, en); return &text }
	got := PoleNoun.Differences(map[string]any{
		"geometry": Geometry{orb.Point{105.8, 21}}, "status": raw("operating"), "height_m": raw(8.5), "to_remove": raw(false), "owner": "VNPT", "note": raw(""),
	}, map[string]any{
		"geometry": Geometry{orb.Point{105.81, 21}}, "status": raw("removed"), "removed_on": raw("2026-11-20"), "to_remove": raw(true), "owner": nil, "note": raw("ghi chú"),
		"unknown": raw(1),
	}, codes)
	want := []Difference{
		{"owner", PoleNoun.Field("owner").Title, said("VNPT", "VNPT"), nil},
		{"status", PoleNoun.Field("status").Title, said("Đang hoạt động", "Operating"), said("Đã tháo dỡ", "Removed")},
		{"removed_on", PoleNoun.Field("removed_on").Title, nil, said("20/11/2026", "2026-11-20")},
		{"note", PoleNoun.Field("note").Title, nil, said("ghi chú", "ghi chú")},
		{"height_m", PoleNoun.Field("height_m").Title, said("8,5", "8.5"), nil},
		{"to_remove", PoleNoun.Field("to_remove").Title, said("không", "no"), said("có", "yes")},
		{"geometry", PoleNoun.Field("geometry").Title, said("21,0000000; 105,8000000", "21.0000000; 105.8000000"), said("21,0000000; 105,8100000", "21.0000000; 105.8100000")},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	line := DuctNoun.Differences(nil, map[string]any{"geometry": Geometry{orb.LineString{{105, 21}, {105.5, 21}, {106, 21.5}}}}, codes)
	if want := T("tuyến 3 điểm, từ 21,0000000; 105,0000000 đến 21,5000000; 106,0000000", "a line of 3 points, from 21.0000000; 105.0000000 to 21.5000000; 106.0000000"); len(line) != 1 || line[0].Before != nil || *line[0].After != want {
		t.Errorf("%+v", line)
	}
	area := UnitNoun.Differences(map[string]any{"geometry": Geometry{orb.MultiPolygon{{{{105, 21}, {106, 21}, {106, 22}, {105, 21}}}}}}, nil, codes)
	if want := T("vùng 4 điểm trong 1 mảnh", "an area of 1 parts and 4 points"); len(area) != 1 || *area[0].Before != want {
		t.Errorf("%+v", area)
	}
}
