package postgres

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/tile"
)

// Limits of a tile. MaxTileFeatures is what stays below MaxTileBytes with the
// properties records have; what is longer all the same is thinned further.
const (
	MaxTileBytes    = 500_000 // uncompressed
	MaxTileFeatures = 6_000
	// fewestFeatures is where thinning ends: one geometry may be that long.
	fewestFeatures = 10
)

// TileQuery asks for a tile (ô bản đồ véc tơ).
type TileQuery struct {
	Layer   *TileLayer
	Address tile.Address
	// AsOf is the day the map is of, Today the register's.
	AsOf, Today registry.Date
	// Service, Technology and Operator say which coverage villages are shown by:
	// one of Mobile and Fibre, a technology's code or "" for those that count, an
	// organization's code or "" for any.
	Service, Technology, Operator string
	// Kept keeps what tiles are made of, as a Cache does that is told of changes; nil
	// where nothing is kept.
	Kept func(context.Context, tile.Key, func(context.Context) (tile.Tile, error)) (tile.Tile, error)
	// Told is what clusters of sites tell of theirs, one of SitesTold; "" is what
	// those of every kind of asset do.
	Told string
}

// Key names what somebody is answered: who is shown the same has the same key,
// whoever else another.
func (q *TileQuery) Key(g registry.Grants) tile.Key {
	var sight tile.Sight
	for _, p := range sightings(g, q.Layer.Noun) {
		sight |= p.sight
	}
	// what is not built yet is shown today, and not on days past
	variant := [...]string{q.AsOf.String(), strconv.FormatBool(q.ahead()), q.Service, q.Technology, q.Operator, shownTo(g, q.Today), q.told(sight)}
	return tile.Key{Layer: q.Layer.Name(), Address: q.Address, Sight: sight, Variant: strings.Join(variant[:], "|")}
}

// told is Told where it makes a difference: there are no clusters of what is seen
// exactly from RecordZoom on.
func (q *TileQuery) told(sight tile.Sight) string {
	if q.Address.Z >= RecordZoom && sight&tile.OnGrid == 0 {
		return ""
	}
	return q.Told
}

// ahead says that the day is not past.
func (q *TileQuery) ahead() bool { return !q.AsOf.Before(q.Today) }

// shownTo names those who are shown the same: all that row security and the
// audience's views know of somebody. Which communes a unit is depends on the day.
func shownTo(g registry.Grants, today registry.Date) string {
	var roles []string
	for _, r := range g.Roles {
		switch r { // who writes and who signs is shown the same
		case registry.AdminRole:
			r = registry.OfficerRole
		case registry.SignerRole:
			r = registry.FilerRole
		}
		roles = append(roles, string(r))
	}
	slices.Sort(roles)
	roles = slices.Compact(roles)
	var scope registry.Scope
	if g.Key != nil {
		scope = *g.Key
	}
	if g.Organization == "" && len(g.Units)+len(scope.Nouns)+len(scope.Units) == 0 { // most who ask
		return strings.Join(roles, " ")
	}
	day := ""
	if len(g.Units)+len(scope.Units) > 0 {
		day = today.String()
	}
	return fmt.Sprint(roles, g.Organization, day, inOrder(g.Units), inOrder(scope.Nouns), inOrder(scope.Units))
}

// inOrder gives the same list for the same members.
func inOrder[T cmp.Ordered](list []T) []T { return slices.Sorted(slices.Values(list)) }

// Tile makes a tile as somebody sees it. CodeUnauthorized for who would find
// nothing of the layer before signing in; CodeInvalid for an operator or a
// technology there is not.
func (db *DB) Tile(ctx context.Context, who registry.Actor, q TileQuery) (tile.Tile, error) {
	if err := MayFind(who, q.Layer.Noun); err != nil {
		return tile.Tile{}, err
	}
	texts := q.texts(who.Grants)
	sql, whole := texts.whole, true
	if sql == "" {
		sql, whole = texts.thinned, false
	}
	if sql == "" { // theirs to know of, not to see where
		return pack(nil)
	}
	a := q.Address
	args := []any{int32(a.Z), int32(a.X), int32(a.Y), q.AsOf, q.ahead(), MaxTileFeatures} // #nosec G115 -- at most 2²²
	for _, b := range [...]orb.Bound{a.Bound(), a.Buffered()} {
		args = append(args, b.Min[0], b.Min[1], b.Max[0], b.Max[1])
	}
	if q.Layer.Noun == registry.VillageNoun {
		covered, err := db.coveredNear(ctx, q)
		if err != nil {
			return tile.Tile{}, translate(err)
		}
		args = append(args, covered...)
	}
	for features := MaxTileFeatures; ; {
		args[5] = features
		var mvt []byte
		var shown, of int
		var owners, counts []int64
		if err := db.planned.QueryRow(as(ctx, who), sql, args...).Scan(&mvt, &shown, &of, &owners, &counts); err != nil {
			return tile.Tile{}, translate(err)
		}
		tooLong := len(mvt) > MaxTileBytes && features > fewestFeatures
		if tooLong {
			// as many as would fit if all were as long, and some fewer, for they are not
			features = max(min(shown, features)*MaxTileBytes/len(mvt)*9/10, fewestFeatures)
		}
		if whole && shown > MaxTileFeatures || tooLong {
			sql, whole = texts.thinned, false
			continue
		}
		t, err := pack(mvt)
		t.Shown, t.Of = shown, of
		if slices.Contains(underground, q.Layer.Noun) {
			t.Owners, t.Counts = added(owners, counts)
		}
		return t, err
	}
}

// added adds up what is counted of each owner.
func added(owners, counts []int64) (each, sums []int64) {
	for i, owner := range owners {
		at := slices.Index(each, owner)
		if at < 0 {
			at, each, sums = len(each), append(each, owner), append(sums, 0)
		}
		sums[at] += counts[i]
	}
	return each, sums
}

// compressors are used again: one takes more memory than most tiles. The next levels
// take two to three times as long for a twentieth fewer bytes.
var compressors = sync.Pool{New: func() any {
	w, _ := gzip.NewWriterLevel(nil, gzip.BestSpeed) // there is such a level
	return w
}}

// pack compresses a tile once for all who will be sent it.
func pack(mvt []byte) (tile.Tile, error) {
	t := tile.Tile{Bytes: len(mvt)}
	if len(mvt) > 0 {
		var b bytes.Buffer
		w := compressors.Get().(*gzip.Writer)
		defer compressors.Put(w)
		w.Reset(&b)
		if _, err := w.Write(mvt); err != nil {
			return t, err
		}
		if err := w.Close(); err != nil {
			return t, err
		}
		t.Gzipped = b.Bytes()
	}
	sum := sha256.Sum256(t.Gzipped) // half as many bytes, and the same for the same tile
	t.ETag = hex.EncodeToString(sum[:16])
	return t, nil
}
