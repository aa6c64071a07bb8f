package demo

import (
	"math/rand/v2"

	"github.com/hatangso/hatangso/internal/registry"
)

// fileStatements files what communes and operators declare of the villages and
// what the department has verified. Declarations are mostly right: some villages
// without signal are declared covered, and some nobody has reported on.
func (g *generator) fileStatements() {
	r := g.chance("statements")
	for i := range g.villages {
		v := &g.villages[i]
		truth := registry.Covered
		switch v.fate {
		case white:
			truth = registry.White
		case dented:
			truth = registry.Dented
		}
		declared := truth
		switch {
		case v.fate == white && r.IntN(3) == 0, v.fate == dented && r.IntN(2) == 0:
			declared = registry.Covered
		case v.fate == served && v.highland && r.IntN(40) == 0:
			declared = registry.Dented
		}
		g.state(r, i, "mobile", declared, truth, v.fate != served)
		fibre := registry.White
		if v.fibre {
			fibre = registry.Covered
		}
		g.state(r, i, "fibre", fibre, fibre, !v.fibre)
	}
}

// state files a declaration of a village and, for a part of the villages and
// most doubtful ones, the department's finding.
func (g *generator) state(r *rand.Rand, number int, service string, declared, truth registry.CoverageState, doubtful bool) {
	add := func(layer registry.Layer, state registry.CoverageState, from registry.Date, source string) {
		s := registry.Statement{
			ID: int64(len(g.out.Statements) + 1), Village: int64(number + 1), Layer: layer, Service: service,
			State: state, From: &from, Source: &source,
		}
		if service == "mobile" && layer == registry.Declared && state != registry.White {
			s.Technology = ref("4G")
		}
		g.out.Statements = append(g.out.Statements, s)
	}
	if r.IntN(34) > 0 {
		add(registry.Declared, declared, between(r, registry.NewDate(2025, 8, 1), registry.NewDate(2026, 10, 1)),
			"Báo cáo của UBND "+within(*g.out.Villages[number].Commune))
	}
	if chance := r.IntN(100); chance < 22 || doubtful && chance < 80 {
		add(registry.Verified, truth, between(r, registry.NewDate(2026, 9, 16), asOf), "Biên bản kiểm tra của Sở (dữ liệu mẫu)")
	}
}
