package intake

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hatangso/hatangso/internal/registry"
)

func TestSuccessors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, file string
		want       []registry.Succession
	}{
		{"splits", `{"data":[{"level1_id":"30","name":"Tỉnh Hải Dương","splits":[{"new_id":"31","name":"Thành phố Hải Phòng"}],"level3s":[
			{"level3_id":"10507","name":"Phường Cẩm Thượng","splits":[{"new_id":"10525","name":"Phường Thành Đông"}]},
			{"level3_id":"10513","name":"Phường Việt Hòa","splits":[{"new_id":"10532","name":"Phường Việt Hòa"},{"new_id":"10525","name":"Phường Thành Đông"}]}]}]}`,
			[]registry.Succession{
				{OldLevel: registry.ProvinceLevel, NewLevel: registry.ProvinceLevel, OldCode: "30", OldName: "Tỉnh Hải Dương", OldProvince: "30", NewCode: "31", NewName: "Thành phố Hải Phòng", NewProvince: "31", Whole: true},
				{OldLevel: registry.CommuneLevel, NewLevel: registry.CommuneLevel, OldCode: "10507", OldName: "Phường Cẩm Thượng", OldProvince: "30", NewCode: "10525", NewName: "Phường Thành Đông", Whole: true},
				{OldLevel: registry.CommuneLevel, NewLevel: registry.CommuneLevel, OldCode: "10513", OldName: "Phường Việt Hòa", OldProvince: "30", NewCode: "10532", NewName: "Phường Việt Hòa"},
				{OldLevel: registry.CommuneLevel, NewLevel: registry.CommuneLevel, OldCode: "10513", OldName: "Phường Việt Hòa", OldProvince: "30", NewCode: "10525", NewName: "Phường Thành Đông"},
			}},
		{"merges", `{"data":[{"level1_id":"31","name":"Thành phố Hải Phòng","merges":[{"old_id":"30","name":"Tỉnh Hải Dương","type":"full"}],"level2s":[
			{"level2_id":"10525","name":"Phường Thành Đông","merges":[{"old_id":"10507","name":"Phường Cẩm Thượng","type":"full"},{"old_id":"10513","name":"Phường Việt Hòa","type":"partial"}]}]}]}`,
			[]registry.Succession{
				{OldLevel: registry.ProvinceLevel, NewLevel: registry.ProvinceLevel, OldCode: "30", OldName: "Tỉnh Hải Dương", OldProvince: "30", NewCode: "31", NewName: "Thành phố Hải Phòng", NewProvince: "31", Whole: true},
				{OldLevel: registry.CommuneLevel, NewLevel: registry.CommuneLevel, OldCode: "10507", OldName: "Phường Cẩm Thượng", NewCode: "10525", NewName: "Phường Thành Đông", NewProvince: "31", Whole: true},
				{OldLevel: registry.CommuneLevel, NewLevel: registry.CommuneLevel, OldCode: "10513", OldName: "Phường Việt Hòa", NewCode: "10525", NewName: "Phường Thành Đông", NewProvince: "31"},
			}},
	} {
		got, err := ReadSuccessors(strings.NewReader(c.file))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestSuccessorsRefused(t *testing.T) {
	t.Parallel()
	for _, file := range []string{
		"", "{", "[]", "{}", `{"data":[]}`, `{"data":{}}`, `{"data":[{"level1_id":30}]}`, `{"data":[{"level1_id":"30"`,
		`{"data":[{"level1_id":"30","name":"A"}]}`,                             // nothing became anything
		`{"data":[{"level1_id":"30","splits":[{"new_id":"","name":"A"}]}]}`,    // no code
		`{"data":[{"level1_id":"30","splits":[{"new_id":"31"}]}]} {"data":[]}`, // a second document
		`{"data":[{"level1_id":"30","splits":[{"new_id":"31","name":"A"}]}]}trailing`,
		"code,name\n1,2\n",
	} {
		_, err := ReadSuccessors(strings.NewReader(file))
		var e *registry.Error
		if !errors.As(err, &e) || e.Code != registry.CodeInvalid || len(e.Faults) != 1 || e.Faults[0].Mend.VI == "" {
			t.Errorf("%q gives %v", file, err)
		}
	}
	// a file without an end
	if _, err := ReadSuccessors(io.MultiReader(strings.NewReader(`{"data":[`), forever(' '))); registry.CodeOf(err) != registry.CodeTooLarge {
		t.Errorf("an endless file gives %v", err)
	}
}

// forever repeats a byte.
type forever byte

func (f forever) Read(p []byte) (int, error) {
	copy(p, bytes.Repeat([]byte{byte(f)}, len(p)))
	return len(p), nil
}

// Both files of the real reform speak of the same 10,047 communes; only the
// second has the five islands whose districts became special zones.
func TestRealSuccessors(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]struct{ communes, districts, made, links int }{
		"splits.json": {10047, 0, 3316, 10599},
		"merges.json": {10047, 5, 3321, 10604},
	} {
		f, err := os.Open(filepath.Join(sharedData, "vn-commune-successors", name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		list, err := ReadSuccessors(f)
		if err != nil {
			t.Fatal(err)
		}
		old, made, links := map[registry.Level]map[string]bool{registry.CommuneLevel: {}, registry.DistrictLevel: {}}, map[string]bool{}, 0
		for _, s := range list {
			if s.NewLevel == registry.CommuneLevel {
				old[s.OldLevel][s.OldCode], made[s.NewCode] = true, true
				links++
			}
		}
		if len(old[registry.CommuneLevel]) != want.communes || len(old[registry.DistrictLevel]) != want.districts || len(made) != want.made || links != want.links {
			t.Errorf("%s: %d communes and %d districts became %d by %d links, want %+v", name,
				len(old[registry.CommuneLevel]), len(old[registry.DistrictLevel]), len(made), links, want)
		}
	}
}
