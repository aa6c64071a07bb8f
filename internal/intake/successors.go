package intake

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/hatangso/hatangso/internal/registry"
)

// maxSuccessorBytes bounds a file of successors; the nation's is 2.4 MB.
const maxSuccessorBytes = 64 << 20

// successorFile is either of two forms: for each old commune what it became
// (splits), or for each new one what it was made of (merges). Provinces hold
// their communes, and successors of their own.
type successorFile struct {
	Data []struct {
		Province string       `json:"level1_id"`
		Name     string       `json:"name"`
		Splits   []splitEntry `json:"splits"`
		Merges   []mergeEntry `json:"merges"`
		Old      []struct {
			Code   string       `json:"level3_id"`
			Name   string       `json:"name"`
			Splits []splitEntry `json:"splits"`
		} `json:"level3s"`
		New []struct {
			Code   string       `json:"level2_id"`
			Name   string       `json:"name"`
			Merges []mergeEntry `json:"merges"`
		} `json:"level2s"`
	} `json:"data"`
}

type splitEntry struct {
	Code string `json:"new_id"`
	Name string `json:"name"`
}

type mergeEntry struct {
	Code string `json:"old_id"`
	Name string `json:"name"`
	Type string `json:"type"` // full or partial
}

// ReadSuccessors reads a file of successors. Units whose code stands for
// another unit of the same name and extent before and after are successions
// like any other: code and name say nothing about identity. The error is
// CodeInvalid for a file of another kind, CodeTooLarge above a size no file of
// the nation has.
func ReadSuccessors(r io.Reader) ([]registry.Succession, error) {
	var file successorFile
	limited := &io.LimitedReader{R: r, N: maxSuccessorBytes + 1}
	decoder := json.NewDecoder(limited)
	err := decoder.Decode(&file)
	if err == nil {
		if _, after := decoder.Token(); after != io.EOF {
			err = errors.New("data after the end")
		}
	}
	switch {
	case limited.N == 0:
		return nil, registry.Errorf(registry.CodeTooLarge, "Tệp quá %d MB.", "The file is over %d MB.", maxSuccessorBytes>>20)
	case err != nil:
		return nil, refuseSuccessors(err.Error())
	}
	list := file.successions()
	if len(list) == 0 {
		return nil, refuseSuccessors("no successions")
	}
	for _, s := range list {
		if s.OldCode == "" || s.NewCode == "" || s.OldName == "" || s.NewName == "" {
			return nil, refuseSuccessors(fmt.Sprintf("%q %q → %q %q", s.OldCode, s.OldName, s.NewCode, s.NewName))
		}
	}
	return list, nil
}

func refuseSuccessors(detail string) error {
	return refuseFile(RuleJSONSyntax, detail,
		registry.T("Không phải tệp chuyển đổi đơn vị hành chính.", "Not a file of successors of units."),
		registry.T(`Cần {"data":[{"level1_id":…,"level3s":[…]}]} hoặc dạng merges; đơn vị nào cũng có mã và tên.`,
			`It must be {"data":[{"level1_id":…,"level3s":[…]}]} or the merges form; every unit has a code and a name.`))
}

// districtDigits is the length of a district's code; a commune's has five.
const districtDigits = 3

// levelBelow gives the level of a unit below a province. Some islands' districts
// without communes became special zones (NQ 202/2025/QH15).
func levelBelow(code string) registry.Level {
	if len(code) == districtDigits {
		return registry.DistrictLevel
	}
	return registry.CommuneLevel
}

func (f *successorFile) successions() (out []registry.Succession) {
	const province = registry.ProvinceLevel
	for _, p := range f.Data {
		for _, s := range p.Splits {
			out = append(out, registry.Succession{OldLevel: province, NewLevel: province, OldCode: p.Province, OldName: p.Name, OldProvince: p.Province,
				NewCode: s.Code, NewName: s.Name, NewProvince: s.Code, Whole: len(p.Splits) == 1})
		}
		for _, m := range p.Merges {
			out = append(out, registry.Succession{OldLevel: province, NewLevel: province, OldCode: m.Code, OldName: m.Name, OldProvince: m.Code,
				NewCode: p.Province, NewName: p.Name, NewProvince: p.Province, Whole: m.Type == "full"})
		}
		for _, old := range p.Old {
			for _, s := range old.Splits {
				out = append(out, registry.Succession{OldLevel: levelBelow(old.Code), NewLevel: levelBelow(s.Code), OldCode: old.Code, OldName: old.Name,
					OldProvince: p.Province, NewCode: s.Code, NewName: s.Name, Whole: len(old.Splits) == 1})
			}
		}
		for _, made := range p.New {
			for _, m := range made.Merges {
				out = append(out, registry.Succession{OldLevel: levelBelow(m.Code), NewLevel: levelBelow(made.Code), OldCode: m.Code, OldName: m.Name,
					NewCode: made.Code, NewName: made.Name, NewProvince: p.Province, Whole: m.Type == "full"})
			}
		}
	}
	return out
}
