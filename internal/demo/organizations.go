package demo

import (
	"math/rand/v2"

	"github.com/hatangso/hatangso/internal/registry"
)

// The organizations, by code.
const (
	saoMai    = "SAOMAI"
	haiDang   = "HAIDANG"
	xanh      = "DIDONGXANH"
	canhEn    = "CANHEN"
	bienDong  = "BIENDONG"
	towers    = "TRUSONG"
	power     = "DIENLUC"
	authority = "SOKHCN"
)

// operators are those with equipment of their own, with their share of it and
// the bands they were given, in MHz; 0 for none.
var operators = []struct {
	code  string
	share float64
	// low is a second 4G band for reach, mid the one for 5G.
	low, mid int64
	mnc      string
}{
	{saoMai, 0.34, 700, 2600, "452-91"},
	{haiDang, 0.26, 900, 3700, "452-92"},
	{xanh, 0.20, 900, 3800, "452-93"},
	{canhEn, 0.12, 0, 0, "452-94"},
	{bienDong, 0.08, 0, 0, "452-95"},
}

func (g *generator) addOrganizations() {
	for _, o := range []registry.Organization{
		{Code: saoMai, Name: "Viễn thông Sao Mai (mẫu)", Kind: "operator"},
		{Code: haiDang, Name: "Viễn thông Hải Đăng (mẫu)", Kind: "operator"},
		{Code: xanh, Name: "Di động Xanh (mẫu)", Kind: "operator"},
		{Code: canhEn, Name: "Viễn thông Cánh Én (mẫu)", Kind: "operator"},
		{Code: bienDong, Name: "Viễn thông Biển Đông (mẫu)", Kind: "operator"},
		{Code: "LUCBINH", Name: "Mạng ảo Lục Bình (mẫu)", Kind: "operator", MVNO: true, Note: ref("Không có thiết bị riêng, dùng mạng của Sao Mai.")},
		{Code: towers, Name: "Hạ tầng Trụ Sóng (mẫu)", Kind: "tower_company"},
		{Code: power, Name: "Công ty Điện lực Tỉnh Mẫu (mẫu)", Kind: "power_company"},
		{Code: authority, Name: "Sở Khoa học và Công nghệ Tỉnh Mẫu (mẫu)", Kind: "authority"},
	} {
		o.ID = int64(len(g.out.Organizations) + 1)
		o.Contact = ref("lienhe@" + o.Code + ".example")
		g.out.Organizations = append(g.out.Organizations, o)
	}
}

// anOperator draws one of the operators by their share, none of those given.
// It gives -1 when all are given.
func anOperator(r *rand.Rand, not ...int) int {
	left := 0.0
	taken := func(i int) bool {
		for _, n := range not {
			if n == i {
				return true
			}
		}
		return false
	}
	for i, o := range operators {
		if !taken(i) {
			left += o.share
		}
	}
	pick, last := r.Float64()*left, -1
	for i, o := range operators {
		if taken(i) {
			continue
		}
		if last = i; pick < o.share {
			return i
		}
		pick -= o.share
	}
	return last
}
