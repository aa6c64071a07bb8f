package registry

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"time"
)

// Inspection (kiểm tra) is one visit to a work: what was asked of it by a
// checklist, what was found, by whom, where and when (domain.md §5.5).
type Inspection struct {
	ID      int64 `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version int64 `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	// Code is its own number, made where it is written, online or not: the same
	// visit sent twice is one record.
	Code           string `json:"code" req:"y" max:"80" vi:"Số biên bản" en:"Code" alias:"so bien ban,ma"`
	AssetKind      Kind   `json:"asset_kind" list:"asset_kind" req:"y" vi:"Loại công trình" en:"Asset kind"`
	Asset          int64  `json:"asset" req:"y" vi:"Công trình" en:"Asset"`
	Mast           *int64 `json:"mast" ref:"mast" vi:"Cột ăng ten" en:"Mast"`
	InspectionKind string `json:"inspection_kind" list:"inspection_kind" default:"ad_hoc" vi:"Hình thức kiểm tra" en:"Kind of inspection"`
	// Checklist is the version that was asked; Answers are to its items.
	Checklist string   `json:"checklist" list:"checklist" req:"y" vi:"Danh mục kiểm tra" en:"Checklist"`
	Answers   []Answer `json:"answers" list:"checklist_item" vi:"Kết quả từng mục" en:"Answers"`
	Outcome   string   `json:"outcome" list:"inspection_outcome" req:"y" vi:"Kết quả" en:"Outcome"`
	// MadeAt is by the clock of who was there; CreatedAt is when it was received.
	MadeAt time.Time `json:"made_at" req:"y" vi:"Lúc kiểm tra" en:"Made at"`
	// AccuracyM is how sure the position is, in metres, as the device said.
	AccuracyM *float64 `json:"accuracy_m" min:"0" max:"100000" vi:"Sai số vị trí (m)" en:"Position accuracy (m)"`
	Note      *string  `json:"note" max:"2000" vi:"Ghi chú" en:"Note"`
	// DistanceM is from where the inspector stood to the work, in metres.
	DistanceM *float64  `json:"distance_m" ro:"y" vi:"Cách công trình (m)" en:"Distance from the work (m)"`
	MadeBy    string    `json:"made_by" ro:"y" vi:"Người ghi" en:"Made by"`
	CreatedAt time.Time `json:"created_at" ro:"y" vi:"Nhận lúc" en:"Received at"`
	UpdatedAt time.Time `json:"updated_at" ro:"y" vi:"Cập nhật lúc" en:"Updated at"`
	// Geometry is where the inspector stood; it may be unknown.
	Geometry Geometry `json:"geometry" vi:"Vị trí người kiểm tra" en:"Inspector's position"`
}

// Answer is what was found of one item of a checklist (kết quả một mục).
type Answer struct {
	// Item is a code of the list checklist_item: its checklist, a dot, its name.
	Item string `json:"item"`
	// Answer is yes, no, na (does not apply) or unknown.
	Answer string `json:"answer"`
	Note   string `json:"note,omitempty"`
}

// Limits of the answers of one inspection.
const (
	MaxAnswers       = 100
	MaxAnswerChars   = 1000 // of a note
	checklistItemSep = "."
)

// answered are the values of Answer.Answer.
var answered = map[string]bool{"yes": true, "no": true, "na": true, "unknown": true}

// UnmarshalJSON reads an answer; one without an item says nothing.
func (a *Answer) UnmarshalJSON(b []byte) error {
	type plain Answer
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	var given plain
	if err := d.Decode(&given); err != nil {
		return err
	}
	if given.Item == "" || !answered[given.Answer] {
		return errors.New("an answer needs an item, and yes, no, na or unknown")
	}
	*a = Answer(given)
	return nil
}

// Validate gives every fault of the inspection that shows without the register.
func (i *Inspection) Validate() []Fault {
	faults := checkMaybeAt(&i.Geometry)
	if len(i.Answers) > MaxAnswers {
		faults = append(faults, NewFault("limit.answers", "answers", "", Tf("Quá %d mục.", "More than %d answers.", MaxAnswers), T("Tách thành nhiều lần kiểm tra.", "Split it into several inspections.")))
	}
	seen := map[string]bool{}
	for _, a := range i.Answers {
		switch {
		case !strings.HasPrefix(a.Item, i.Checklist+checklistItemSep):
			faults = append(faults, NewFault("checklist.item", "answers", a.Item, Tf("Mục %q không thuộc danh mục %s.", "%q is no item of %s.", a.Item, i.Checklist),
				T("Dùng các mục của đúng danh mục kiểm tra.", "Use the items of the checklist that was asked.")))
		case seen[a.Item]:
			faults = append(faults, NewFault("checklist.twice", "answers", a.Item, Tf("Mục %q trả lời hai lần.", "%q is answered twice.", a.Item), T("Giữ một câu trả lời.", "Keep one answer.")))
		case len([]rune(a.Note)) > MaxAnswerChars:
			faults = append(faults, NewFault("limit.text", "answers", a.Note, Tf("Ghi chú dài quá %d ký tự.", "A note of over %d characters.", MaxAnswerChars), T("Rút gọn.", "Shorten it.")))
		}
		seen[a.Item] = true
	}
	return faults
}

// checkMaybeAt checks a point that may be unknown.
func checkMaybeAt(g *Geometry) []Fault {
	if g.Geometry == nil {
		return nil
	}
	return checkGeometryOf(g, Point)
}
