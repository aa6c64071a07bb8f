package httpapi

import (
	"container/list"
	"math"
	"net/netip"
	"sync"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/registry"
)

// Rate is how often somebody may ask: so many requests a second in the long run,
// and Burst of them at once. PerSecond 0 or less is as often as they like.
type Rate struct {
	PerSecond float64
	Burst     int
}

// Default rates. A map asks for some dozens of things when it is moved; behind
// one address stands a whole office that has not signed in; and nobody mistypes
// a key every second for a minute.
var (
	DefaultRate        = Rate{PerSecond: 50, Burst: 500} // of a key or an account
	DefaultAddressRate = Rate{PerSecond: 20, Burst: 300} // of an address that has not signed in
	refusedRate        = Rate{PerSecond: 1, Burst: 60}   // of wrong credentials from an address
)

// maxBuckets bounds the memory of one kind of rate: some 200 bytes each. The one
// used longest ago is forgotten for a new one.
const maxBuckets = 50_000

// buckets counts how often each of many asks: token buckets (RFC 2697's idea, one
// colour). It is safe for concurrent use.
type buckets struct {
	Rate
	most  int
	mu    sync.Mutex
	byKey map[string]*list.Element
	used  list.List // of *bucket, the one used last in front
}

// bucket is how many requests somebody has left, as of a time.
type bucket struct {
	key  string
	left float64
	at   time.Time
}

func newBuckets(r Rate, most int) *buckets {
	return &buckets{Rate: r, most: most, byKey: map[string]*list.Element{}}
}

// take takes a request from somebody's bucket and gives 0; from an empty one it
// takes nothing, and gives how long until there is one. Weight is how much of a
// request it is, more than 0 and at most 1.
func (b *buckets) take(key string, weight float64, now time.Time) time.Duration {
	if b.PerSecond <= 0 {
		return 0
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	e, known := b.byKey[key]
	if !known {
		e = b.used.PushFront(&bucket{key: key, left: float64(b.Burst), at: now})
		b.byKey[key] = e
		if b.used.Len() > b.most {
			oldest := b.used.Back()
			delete(b.byKey, oldest.Value.(*bucket).key)
			b.used.Remove(oldest)
		}
	}
	b.used.MoveToFront(e)
	own := e.Value.(*bucket)
	if passed := now.Sub(own.at).Seconds(); passed > 0 {
		own.left, own.at = math.Min(own.left+passed*b.PerSecond, float64(b.Burst)), now
	}
	if own.left < weight {
		return time.Duration(math.Ceil((weight - own.left) / b.PerSecond * float64(time.Second)))
	}
	own.left -= weight
	return 0
}

// rates are the buckets of one server; each process has its own.
type rates struct{ actors, addresses, refused, feedback, pictures *buckets }

func newRates(actors, addresses Rate) *rates {
	return &rates{newBuckets(actors, maxBuckets), newBuckets(addresses, maxBuckets), newBuckets(refusedRate, maxBuckets), newBuckets(feedbackRate, maxBuckets), newBuckets(feedbackPhotoRate, maxBuckets)}
}

// limitRefusals answers 429 instead of 401 to who presents many credentials that
// are wrong. What is right passes all the same: behind one address a colleague's
// forgotten key must not lock the office out, and a key cannot be guessed.
func (s *Server) limitRefusals(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		err := next(c)
		if err == nil || registry.CodeOf(err) != registry.CodeUnauthorized || unlimited(c) || !carriesCredentials(c) {
			return err
		}
		if wait := s.rates.refused.take(networkOf(c.RealIP()), 1, time.Now()); wait > 0 {
			return tooMany(wait)
		}
		return err
	}
}

// limit answers 429 to who asks too often: a key or an account wherever it asks
// from, an address otherwise.
func (s *Server) limit(c echo.Context) error {
	if unlimited(c) {
		return nil
	}
	wait := time.Duration(0)
	if who := actor(c); who.Name != registry.Anonymous.Name {
		wait = s.rates.actors.take(who.Name, weightOf(c), time.Now())
	} else {
		wait = s.rates.addresses.take(networkOf(c.RealIP()), weightOf(c), time.Now())
	}
	if wait > 0 {
		return tooMany(wait)
	}
	return nil
}

func tooMany(wait time.Duration) error {
	return registry.TooMany(wait, registry.T("Bạn gửi yêu cầu quá dày; hãy đợi rồi gửi tiếp.", "You ask too often; wait, then go on."))
}

// unlimited says whether a request is not counted: of health checks, which must
// not fail because others ask much, of the word that tiles have changed, which
// takes a look at a few numbers, and of this machine itself.
func unlimited(c echo.Context) bool {
	return c.Path() == "/livez" || c.Path() == "/readyz" || c.Path() == tileNewsPath || fromThisMachine(c.Request())
}

// tileWeight is how much of a request a tile is: a map that is moved asks for
// dozens at once, most of which are in memory.
const tileWeight = 0.1

func weightOf(c echo.Context) float64 {
	if c.Path() == tilePath || c.Path() == basemapTilePath || c.Path() == basemapFilePath {
		return tileWeight
	}
	return 1
}

func carriesCredentials(c echo.Context) bool {
	_, inURL := c.Request().Context().Value(inURL{}).(urlKey)
	return inURL || c.Request().Header.Get(echo.HeaderAuthorization) != ""
}

// networkOf is what counts as one address: an IPv6 caller has 2⁶⁴ of them.
func networkOf(address string) string {
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return address
	}
	if ip = ip.Unmap(); ip.Is4() {
		return ip.String()
	}
	network, _ := ip.WithZone("").Prefix(64) // never fails: 64 is within 128
	return network.String()
}
