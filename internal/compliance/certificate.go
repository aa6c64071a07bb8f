package compliance

import "github.com/hatangso/hatangso/internal/registry"

// CertificateYears is how long a certificate holds (TT 08/2020, SEEN).
const CertificateYears = 5

// Ends gives the first day a certificate no longer holds: as it says, or five
// years after its issue, at the end of the month where the day is none; nil when
// neither is known.
func Ends(c *registry.Certificate) *registry.Date {
	if c.ExpiresOn != nil || c.IssuedOn == nil {
		return c.ExpiresOn
	}
	d := c.IssuedOn.AddMonths(12 * CertificateYears)
	if c.IssuedOn.Time().Day() != d.Time().Day() { // 29 February
		d = d.AddDays(-1)
	}
	return &d
}

// counts says that a certificate is a paper about radiation that somebody can
// look up, issued by the day.
func (q *inquiry) counts(c *registry.Certificate) bool {
	return c.Applies != notApplicable && !blank(c.Number) && (c.IssuedOn == nil || !q.day.Before(*c.IssuedOn)) && Ends(c) != nil
}

// Values of Certificate.Applies.
const (
	applicable    = "yes"
	notApplicable = "no"
)

// certificate gives the certificate that counts on the day (the one that ends
// last) and its end; without any, what is said of inspection here.
func (q *inquiry) certificate() (best *registry.Certificate, until *registry.Date) {
	for i := range q.Certificates {
		c := &q.Certificates[i]
		if !q.counts(c) {
			if best == nil {
				best = c
			}
			continue
		}
		if end := Ends(c); until == nil || until.Before(*end) {
			best, until = c, end
		}
	}
	return best, until
}

// certified says whether a certificate holds on the day.
func (q *inquiry) certified() bool {
	_, until := q.certificate()
	return until != nil && q.day.Before(*until)
}
