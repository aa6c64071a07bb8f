package compliance

import (
	"slices"

	"github.com/hatangso/hatangso/internal/registry"
)

// rule is one thing that is asked of a work (quy tắc).
type rule struct {
	id     string
	part   Part
	kinds  []registry.Kind // none for all
	title  registry.Text
	clause registry.Text
	mark   string
	// find asks it of a case as a whole, findPermit of one permit of it.
	find       func(*inquiry)
	findPermit func(*inquiry, *registry.Permit)
}

// rules lists every rule, in the order findings are shown in.
var rules = []*rule{
	constructionUnknown, constructionAssumed, lawUnknown, permitNotNeeded,
	permitUnknown, permitMissing, permitIncomplete, permitIssuedLate, permitRunOut, permitHeight,
	exemptionInForce, exemptionKind, exemptionUrban, exemptionBulky, exemptionPlan, mastA1aHeight, mastA1aWidth,
	certificateValid, certificateExpired, certificateUnknown,
	zoneClass, zoneHeight, poleUnderground, poleBoxes, poleNewOnRoute,
}

// inquiry is a case being judged.
type inquiry struct {
	*Case
	book  *Book
	day   registry.Date
	built *Construction
	law   *Law
	rule  *rule            // being asked
	of    *registry.Permit // being asked about
	found []Finding
}

// Judge judges a case on a day. Every [Finding] of it is in both languages.
func (b *Book) Judge(c Case, day registry.Date) Judgement {
	q := &inquiry{Case: &c, book: b, day: day, built: c.construction(day)}
	if q.built != nil {
		q.law = b.InForce(q.built.On)
	}
	j := Judgement{Parts: map[Part]Verdict{}, Law: q.law, Built: q.built}
	for _, part := range []Part{PermitPart, CertificatePart, ZonePart, TechnicalPart} {
		if !q.asks(part) {
			continue
		}
		var found []Finding
		if part == PermitPart {
			found, j.Ground = q.permits()
		} else {
			found = q.ask(part)
		}
		j.Parts[part] = verdictOf(found)
		j.Findings = append(j.Findings, found...)
	}
	slices.SortStableFunc(j.Findings, func(a, b Finding) int { return rank[a.Effect] - rank[b.Effect] })
	j.Verdict = verdictOf(j.Findings)
	for _, f := range j.Findings {
		if f.Effect != LeavesUnknown {
			continue
		}
		for _, m := range f.missing {
			if !slices.Contains(j.Missing, m) {
				j.Missing = append(j.Missing, m)
			}
		}
	}
	j.Certificate, j.CertificateUntil = q.certificate()
	j.Limit = q.limit(j.Ground)
	return j
}

// asks says whether a part is asked of the case.
func (q *inquiry) asks(part Part) bool {
	switch part {
	case CertificatePart:
		return q.Kind == registry.SiteKind && q.InService
	case TechnicalPart:
		return q.Kind == registry.PoleKind
	}
	return true
}

// ask asks the rules of a part of the case as a whole.
func (q *inquiry) ask(part Part) []Finding {
	q.found, q.of = nil, nil
	for _, r := range rules {
		if r.part == part && r.find != nil && r.concerns(q.Kind) {
			q.rule = r
			r.find(q)
		}
	}
	return q.found
}

// askOf asks the rules about permits of one permit.
func (q *inquiry) askOf(p *registry.Permit) []Finding {
	q.found, q.of = nil, p
	for _, r := range rules {
		if r.findPermit != nil && r.concerns(q.Kind) {
			q.rule = r
			r.findPermit(q, p)
		}
	}
	return q.found
}

func (r *rule) concerns(k registry.Kind) bool {
	return len(r.kinds) == 0 || slices.Contains(r.kinds, k)
}

// permits judges what the work stands on. Where the law of its day needs a permit,
// the best of the papers counts, and what is wrong with the others warns.
func (q *inquiry) permits() (found []Finding, ground *registry.Permit) {
	found = q.ask(PermitPart)
	if q.law == nil {
		return found, nil
	}
	if !q.law.PermitNeeded {
		for i := range q.Permits {
			if g := q.book.ground(q.Permits[i].Basis); g != nil && (ground == nil || g.Law == q.law.Code) {
				ground = &q.Permits[i]
			}
		}
		return found, ground
	}
	of := make([][]Finding, len(q.Permits))
	best, grade := -1, 0
	for i := range q.Permits {
		of[i] = q.askOf(&q.Permits[i])
		if g := standing[verdictOf(of[i])]; best < 0 || g > grade {
			best, grade = i, g
		}
	}
	for _, list := range of {
		if standing[verdictOf(list)] < grade {
			for i := range list {
				if f := &list[i]; f.Effect != Note {
					f.Effect, f.missing = Warning, nil
				}
			}
		}
		found = append(found, list...)
	}
	if best >= 0 && q.book.ground(q.Permits[best].Basis) != nil {
		ground = &q.Permits[best]
	}
	return found, ground
}

// standing ranks verdicts of a paper, the best highest.
var standing = map[Verdict]int{Unlawful: 1, Unknown: 2, Lawful: 3}

// add adds a finding of the rule being asked.
func (q *inquiry) add(effect Effect, found, mend registry.Text, more ...func(*Finding)) {
	f := Finding{Rule: q.rule.id, Part: q.rule.part, Effect: effect, Clause: q.rule.clause, Mark: q.rule.mark, Found: found, Mend: mend}
	if q.of != nil {
		f.Permit = &q.of.ID
	}
	for _, m := range more {
		m(&f)
	}
	q.found = append(q.found, f)
}

// breach is the effect of what breaks the rule being asked, as the book sets it.
func (q *inquiry) breach() Effect {
	if q.book.strict(q.rule.id) {
		return MakesUnlawful
	}
	return Warning
}

// lacking adds that a field is missing without which the rule cannot be answered.
func (q *inquiry) lacking(field string, title, found registry.Text, more ...func(*Finding)) {
	effect := LeavesUnknown
	if !q.book.strict(q.rule.id) {
		effect = Note
	}
	q.add(effect, found, registry.T("Bổ sung: "+title.VI+".", "Give: "+title.EN+"."),
		append(more, func(f *Finding) { f.missing = append(f.missing, Missing{field, title}) })...)
}

func ofMast(m *registry.Mast) func(*Finding) {
	return func(f *Finding) { f.Mast = &m.ID }
}

func ofCertificate(c *registry.Certificate) func(*Finding) {
	return func(f *Finding) { f.Certificate = &c.ID }
}

func ofRestriction(r *Restriction) func(*Finding) {
	return func(f *Finding) { f.Restriction = &r.RestrictionRef }
}

// quoting puts another clause in place of the rule's own.
func quoting(clause registry.Text, mark string) func(*Finding) {
	return func(f *Finding) { f.Clause, f.Mark = clause, mark }
}

// limit gives the lowest height limit that is known of the case.
func (q *inquiry) limit(ground *registry.Permit) (lowest *HeightLimit) {
	consider := func(l HeightLimit) {
		if lowest == nil || l.M < lowest.M {
			lowest = &l
		}
	}
	if ground != nil && ground.HeightM != nil {
		consider(HeightLimit{M: *ground.HeightM, Datum: "mast", Of: "permit", ID: ground.ID})
	}
	for i := range q.Restrictions {
		if r := &q.Restrictions[i]; r.HeightLimitM != nil && r.on(q.day) {
			consider(HeightLimit{M: *r.HeightLimitM, Datum: r.HeightDatum, Of: r.Noun, ID: r.ID})
		}
	}
	return lowest
}
