package vnname

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                              "",
		"  Thị trấn  Đồng-Văn ":         "thi tran dong van",
		"Địa chỉ (số nhà)":              "dia chi so nha",
		"mast_id":                       "mast id",
		"Diện tích, m²":                 "dien tich m2",
		"Ð̀ong Ɖông":                    "dong dong",
		"ƯỚC LƯỢNG":                     "uoc luong",
		"Ea H’Leo":                      "ea h leo",
		"Vĩ\u200bđộ\u00a0(WGS\u00ad84)": "vido wgs84",
		"１２３":                           "123",
		"Sønderborg Åbenrå":             "sonderborg abenra",
		"—":                             "",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestKeyEqual(t *testing.T) {
	t.Parallel()
	for _, pair := range [][2]string{
		{"Hòa", "Hoà"}, {"Hóa", "Hoá"}, {"Thủy", "Thuỷ"}, {"Xã Giao Thủy", "xã  Giao Thuỷ "},
		{"Nguyễn Úy", "Nguyễn Uý"}, {"Kiến Thụy", "Kiến Thuỵ"}, {"Thùy Trâm", "Thuỳ Trâm"},
		{"Hòe", "Hoè"}, {"Quý", "Qúy"}, {"Quà", "Qùa"}, {"Già", "Gìa"}, {"Huế", "Húê"},
		{"người", "ngừơi"}, {"Khuỷu", "Khủyu"}, {"Ngoáo", "Ngóao"},
		{"Ea H'Leo", "Ea H’Leo"}, {"Bà Rịa - Vũng Tàu", "BÀ RỊA–VŨNG TÀU"},
		{"Đan Phượng", "Đan\u00a0Phượng"}, {"Đan Phượng", "Ðan Phượng"}, {"Cộng Hòa", "Cộng\u200b Hòa"},
		{"Đồng Nai", norm.NFD.String("đồng nai")},
	} {
		if a, b := Key(pair[0]), Key(pair[1]); a != b {
			t.Errorf("Key(%q) = %q, Key(%q) = %q, want equal", pair[0], a, pair[1], b)
		}
	}
	if got := Key("  Xã  HOÀ an "); got != "xã hòa an" {
		t.Errorf("Key spells %q", got)
	}
}

func TestKeyDiffers(t *testing.T) {
	t.Parallel()
	for _, pair := range [][2]string{
		{"Hòa", "Hóa"}, {"Hoàn", "Hoán"}, {"Tân", "Tấn"}, {"Trà", "Tra"}, {"Đông", "Dông"},
		{"Tân An", "Tâ Nan"}, {"Xã Tân Phú", "Phường Tân Phú"}, {"Lý", "Lỳ"}, {"Mù Cả", "Mu Cả"},
	} {
		if a, b := Key(pair[0]), Key(pair[1]); a == b {
			t.Errorf("Key(%q) = Key(%q) = %q, want different", pair[0], pair[1], a)
		}
	}
}

// syllables with their tone in the traditional and the other places a writer
// may put it, as base vowels around the two candidate letters.
var twoPlaces = []struct{ head, first, second string }{
	{"h", "o", "a"}, {"kh", "o", "e"}, {"th", "u", "y"}, {"l", "o", "a"}, {"x", "o", "e"},
	{"", "u", "y"}, {"", "o", "a"}, {"m", "i", "a"}, {"c", "u", "a"}, {"t", "a", "o"},
}

func TestTonePlacementProperty(t *testing.T) {
	t.Parallel()
	tones := []string{"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
	rapid.Check(t, func(t *rapid.T) {
		var old, modern []string
		for range rapid.IntRange(1, 4).Draw(t, "words") {
			s := rapid.SampledFrom(twoPlaces).Draw(t, "syllable")
			tone := rapid.SampledFrom(tones).Draw(t, "tone")
			a := s.head + s.first + tone + s.second
			b := s.head + s.first + s.second + tone
			if rapid.Bool().Draw(t, "upper") {
				a = strings.ToUpper(a)
			}
			if rapid.Bool().Draw(t, "composed") {
				b = norm.NFC.String(b)
			}
			old, modern = append(old, a), append(modern, b)
		}
		a, b := strings.Join(old, " "), strings.Join(modern, "  ")
		if Key(a) != Key(b) {
			t.Fatalf("Key(%q) = %q, Key(%q) = %q", a, Key(a), b, Key(b))
		}
		if changed := strings.ReplaceAll(norm.NFD.String(a), tones[0], tones[1]); changed != norm.NFD.String(a) && Key(changed) == Key(a) {
			t.Fatalf("another tone has the same key: %q %q", changed, a)
		}
	})
}

func TestNormalFormsProperty(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) { checkName(t, rapid.String().Draw(t, "s")) })
}

// checkName holds for every string whatever.
func checkName(t interface{ Fatalf(string, ...any) }, s string) {
	fold, key := Fold(s), Key(s)
	if again := Fold(fold); again != fold {
		t.Fatalf("Fold is not idempotent: %q, %q, %q", s, fold, again)
	}
	if again := Key(key); again != key {
		t.Fatalf("Key is not idempotent: %q, %q, %q", s, key, again)
	}
	for _, f := range []norm.Form{norm.NFC, norm.NFD} {
		if Key(f.String(s)) != key || Fold(f.String(s)) != fold {
			t.Fatalf("%q depends on its normal form", s)
		}
	}
	if strings.Contains(key, "  ") || strings.TrimSpace(fold) != fold {
		t.Fatalf("spaces left in %q: %q, %q", s, key, fold)
	}
	if kind, rest := StripPrefix(s); kind != "" && (rest == "" || len(rest) >= len(NFC(s))) {
		t.Fatalf("StripPrefix(%q) = %q, %q", s, kind, rest)
	}
}

func FuzzName(f *testing.F) {
	for _, s := range []string{"Hoà", "TP. Thủ Đức", "P.1", "Ea H’Leo", "Ð̀", "i̇İ", "\xff\xfe", "가각", "ﬁ", "ΐ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkName(t, s) })
}

func TestStripPrefix(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, kind, rest string }{
		{"Tỉnh Thanh Hóa", Province, "Thanh Hóa"},
		{"Thành phố Hồ Chí Minh", City, "Hồ Chí Minh"},
		{"TP.HCM", City, "HCM"},
		{"TP. Thủ Đức", City, "Thủ Đức"},
		{"tp Vinh", City, "Vinh"},
		{"Thủ đô Hà Nội", City, "Hà Nội"},
		{"Q.1", UrbanCounty, "1"},
		{"Quận 12", UrbanCounty, "12"},
		{"H. Mê Linh", RuralCounty, "Mê Linh"},
		{"HUYỆN ĐÔNG SƠN", RuralCounty, "ĐÔNG SƠN"},
		{"TX Kinh Môn", Town, "Kinh Môn"},
		{"Thị xã Bỉm Sơn", Town, "Bỉm Sơn"},
		{"TT. Lai Cách", Township, "Lai Cách"},
		{"Thị trấn Nông trường Mộc Châu", Township, "Nông trường Mộc Châu"},
		{"Phường  Hải   Dương", Ward, "Hải Dương"},
		{"phường Hải Dương", Ward, "Hải Dương"},
		{"Ph. Bến Nghé", Ward, "Bến Nghé"},
		{"P1", Ward, "1"},
		{"P 12", Ward, "12"},
		{"Xã Bản Liền", Commune, "Bản Liền"},
		{"X. Hòa An", Commune, "Hòa An"},
		{norm.NFD.String("Xã Hòa An"), Commune, "Hòa An"},
		{"Đặc khu Lý Sơn", SpecialZone, "Lý Sơn"},
		{"Thôn 3", Village, "3"},
		{"Ấp 2A", Hamlet, "2A"},
		{"Áp Chợ", Hamlet, "Chợ"},
		{"Bản Mển", Ban, "Mển"},
		{"Buôn Đôn", Buon, "Đôn"},
		{"Làng Kon", Lang, "Kon"},
		{"Xóm Đình", Xom, "Đình"},
		{"Khóm 4", Khom, "4"},
		{"KP3", Quarter, "3"},
		{"Khu phố Tân Lập", Quarter, "Tân Lập"},
		{"TDP số 5", ResidentCell, "số 5"},
		{"Tổ dân phố: 7", ResidentCell, "7"},
		{"KDC Đông", ResidentArea, "Đông"},
		{"Tiểu khu 6", SubArea, "6"},
		// Typed without diacritics.
		{"Phuong Hai Duong", Ward, "Hai Duong"},
		{"xa Hoa An", Commune, "Hoa An"},
		{"Lang Son", "", "Lang Son"},
		// No prefix.
		{"Phương Liễu", "", "Phương Liễu"},
		{"H'Mông", "", "H'Mông"},
		{"Quản Bạ", "", "Quản Bạ"},
		{"Xà Phiên", "", "Xà Phiên"},
		{"Tân Phú", "", "Tân Phú"},
		{"Phường", "", "Phường"},
		{"P.", "", "P."},
		{"", "", ""},
	} {
		kind, rest := StripPrefix(c.in)
		if kind != c.kind || rest != c.rest {
			t.Errorf("StripPrefix(%q) = %q, %q, want %q, %q", c.in, kind, rest, c.kind, c.rest)
		}
	}
}

func TestPrefixTablesAreKeys(t *testing.T) {
	t.Parallel()
	for _, p := range append(append([]prefix{}, prefixes...), abbreviations...) {
		if Key(p.words) != p.words || Key(p.kind) != p.kind {
			t.Errorf("%q or %q is not a key", p.words, p.kind)
		}
		if strings.IndexFunc(p.words, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' }) >= 0 {
			t.Errorf("%q has more than letters", p.words)
		}
	}
}

func TestNearest(t *testing.T) {
	t.Parallel()
	communes := []string{"Thanh Hà", "Thạnh Hóa", "Thanh Hóa", "Thánh Hoá", "Quảng Ngãi", "Ninh Bình"}
	for _, c := range []struct {
		name string
		max  int
		want []string
	}{
		{"Thanh Hoá", 3, []string{"Thanh Hóa", "Thạnh Hóa", "Thánh Hoá"}},
		{"Nihn Binh", 2, []string{"Ninh Bình"}},
		{"Quang Ngai", 5, []string{"Quảng Ngãi"}},
		{"Kon Tum", 5, []string{}},
		{"Thanh Hà", 0, nil},
	} {
		if diff := cmp.Diff(c.want, Nearest(c.name, communes, c.max)); diff != "" {
			t.Errorf("Nearest(%q, %d): %s", c.name, c.max, diff)
		}
	}
}

func TestDistanceProperty(t *testing.T) {
	t.Parallel()
	word := rapid.SliceOfN(rapid.SampledFrom([]rune("abc")), 0, 7)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		d := distance(a, b)
		if d != distance(b, a) {
			t.Fatalf("not symmetric: %q %q", string(a), string(b))
		}
		if (d == 0) != (string(a) == string(b)) {
			t.Fatalf("distance %d of %q and %q", d, string(a), string(b))
		}
		if d > max(len(a), len(b)) || d < max(len(a)-len(b), len(b)-len(a)) {
			t.Fatalf("distance %d out of bounds for %q and %q", d, string(a), string(b))
		}
	})
}
