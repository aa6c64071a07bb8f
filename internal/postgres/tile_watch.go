package postgres

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/tile"
)

// tileChannel is where triggers tell which tiles a write changes; see drop_tiles.
const tileChannel = "hatangso_tiles"

// How a connection that says nothing is told from one that is lost.
const (
	listenBeat = time.Second     // how often it is asked whether it is there
	listenLost = 5 * time.Second // how long it may take to say so
)

// TileWatcher is told what happens to tiles.
type TileWatcher interface {
	// Resume says that from now on every change is told, Suspend that changes may
	// be missed.
	Resume()
	Suspend()
	// Drop tells a change.
	Drop(tile.Change)
}

// WatchTiles tells a watcher of every change that is committed, in this process or
// any other, until the connection is lost or ctx ends; it says which by its error.
// The watcher is suspended before it returns.
func (db *DB) WatchTiles(ctx context.Context, watcher TileWatcher) error {
	conn, err := pgx.ConnectConfig(ctx, db.pool.Config().ConnConfig.Copy())
	if err != nil {
		return err
	}
	defer func() {
		watcher.Suspend()
		closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), listenBeat)
		defer cancel()
		_ = conn.Close(closing)
	}()
	if _, err := conn.Exec(ctx, `LISTEN `+tileChannel); err != nil {
		return err
	}
	watcher.Resume()
	for {
		beat, cancel := context.WithTimeout(ctx, listenBeat)
		told, err := conn.WaitForNotification(beat)
		quiet := beat.Err() != nil && ctx.Err() == nil
		cancel()
		switch {
		case err == nil:
			change, err := tile.ParseChange(told.Payload)
			if err != nil { // whatever it was, nothing stale is left
				change = tile.Change{}
			}
			watcher.Drop(change)
		case quiet:
			if err := askListening(ctx, conn); err != nil {
				return fmt.Errorf("listening for changes of tiles: %w", err)
			}
		default:
			return fmt.Errorf("listening for changes of tiles: %w", err)
		}
	}
}

// askListening asks whether a connection is there. Notifications that come with
// the answer are kept for the next wait.
func askListening(ctx context.Context, conn *pgx.Conn) error {
	ctx, cancel := context.WithTimeout(ctx, listenLost)
	defer cancel()
	return conn.Ping(ctx)
}

// CompactCells adds up the counts kept for tiles, and gives how many rows fewer
// there are. Writers do not wait for it; of several at once one does it.
func (db *DB) CompactCells(ctx context.Context) (fewer int64, err error) {
	err = db.pool.QueryRow(as(ctx, counter), `SELECT compact_cells()`).Scan(&fewer)
	return fewer, translate(err)
}
