package main

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/tile"
)

// askedTile is a tile of a layer.
type askedTile struct {
	layer string
	tile.Address
}

// Zooms of the tiles that are asked for: those that show records, and those below,
// where our first four zooms count them.
const (
	lowestZoom, lastLowZoom = 6, 11
	highestZoom             = 16
	lowTiles, highTiles     = 200, 300
)

// listTiles takes about 500 tiles by lot, the same every time: of low zooms over the
// ground and around it, of high ones about records of each layer, and one in ten
// beside, where there may be nothing.
func listTiles(ctx context.Context, dsn string, p *province) (low, high []askedTile, err error) {
	r := chance("tiles")
	seen := map[askedTile]bool{}
	add := func(to *[]askedTile, t askedTile) {
		if !seen[t] {
			seen[t] = true
			*to = append(*to, t)
		}
	}
	for z := uint8(lowestZoom); z <= lastLowZoom; z++ {
		var all []askedTile
		a, b := addressAt(z, p.at(0, p.height)), addressAt(z, p.at(p.width, 0))
		for x := a.X - 1; x <= b.X+1; x++ {
			for y := a.Y - 1; y <= b.Y+1; y++ {
				if (x < a.X || x > b.X || y < a.Y || y > b.Y) && r.IntN(10) > 0 {
					continue // a few of those around
				}
				for _, l := range tileLayers {
					all = append(all, askedTile{l.name, tile.Address{Z: z, X: x, Y: y}})
				}
			}
		}
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, t := range all[:min(len(all), lowTiles/(lastLowZoom-lowestZoom+1))] {
			add(&low, t)
		}
	}
	places, err := placesOf(ctx, dsn)
	if err != nil {
		return nil, nil, err
	}
	for len(high) < highTiles {
		l := tileLayers[r.IntN(len(tileLayers))]
		at := places[l.name][r.IntN(len(places[l.name]))]
		if r.IntN(10) == 0 {
			at = p.at(p.width*r.Float64(), p.height*r.Float64())
		}
		add(&high, askedTile{l.name, addressAt(uint8(lastLowZoom+1+r.IntN(highestZoom-lastLowZoom)), at)}) // #nosec G115 -- small
	}
	return low, high, nil
}

// placesOf gives places of each layer's records, those a hash takes.
func placesOf(ctx context.Context, dsn string) (map[string][]orb.Point, error) {
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	places := map[string][]orb.Point{}
	for _, l := range tileLayers {
		rows, err := conn.Query(ctx, `SELECT ST_X(p), ST_Y(p) FROM (SELECT ST_Transform(ST_PointOnSurface(geom), 4326) AS p FROM `+l.plain()+` ORDER BY hashint8extended(id, $1) LIMIT 500) q`, seed)
		if err != nil {
			return nil, err
		}
		places[l.name], err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (p orb.Point, err error) {
			err = row.Scan(&p[0], &p[1])
			return p, err
		})
		if err != nil || len(places[l.name]) == 0 {
			return nil, fmt.Errorf("no places of %s: %w", l.name, err)
		}
	}
	return places, nil
}

// manyTiles lists tiles of a map that people go about in closely: all of the three
// highest zooms and those above them, no more than a number, by lot.
func manyTiles(p *province, most int) []askedTile {
	var out []askedTile
	for z := uint8(lowestZoom); z <= highestZoom; z++ {
		a, b := addressAt(z, p.at(0, p.height)), addressAt(z, p.at(p.width, 0))
		for x := a.X; x <= b.X; x++ {
			for y := a.Y; y <= b.Y; y++ {
				for _, l := range tileLayers {
					out = append(out, askedTile{l.name, tile.Address{Z: z, X: x, Y: y}})
				}
			}
		}
	}
	r := rand.New(rand.NewPCG(seed, 0))
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return slices.Clip(out[:min(len(out), most)])
}

// addressAt gives the tile of a zoom that a place lies in.
func addressAt(z uint8, p orb.Point) tile.Address {
	side := math.Exp2(float64(z))
	y := (1 - math.Asinh(math.Tan(p[1]*math.Pi/180))/math.Pi) / 2
	return tile.Address{Z: z, X: uint32((p[0] + 180) / 360 * side), Y: uint32(y * side)} // #nosec G115 -- within the square
}
