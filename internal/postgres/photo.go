package postgres

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/picture"
	"github.com/hatangso/hatangso/internal/registry"
)

// EventPhoto notes in the log that the bytes of a photo came, with their hash.
const EventPhoto = "photo_stored"

// StorePhoto stores the bytes of a photo whose record is there. The same bytes
// again change nothing; CodeConflict for others, for evidence is not replaced.
func (db *DB) StorePhoto(ctx context.Context, who registry.Actor, id int64, original []byte) error {
	p, err := picture.Read(original)
	if err != nil {
		return err
	}
	return db.write(ctx, who, func(tx pgx.Tx) error {
		var stored *string
		err := tx.QueryRow(ctx, `SELECT sha256 FROM photo WHERE id = $1 FOR UPDATE`, id).Scan(&stored)
		if errors.Is(err, pgx.ErrNoRows) { // not there, or there and not the asker's to write
			if _, seen := get(ctx, tx, registry.PhotoNoun, id); seen == nil {
				return registry.Errorf(registry.CodeForbidden, "Ảnh này không thuộc quyền ghi của bạn.", "This photo is not yours to write.")
			}
		}
		switch {
		case err != nil:
			return err
		case stored != nil && *stored == p.SHA256:
			return nil
		case stored != nil:
			return registry.Errorf(registry.CodeConflict, "Ảnh đã có tệp khác; chứng cứ không thay được, hãy tạo ảnh mới.",
				"The photo has another file; evidence is not replaced: make a new photo.")
		}
		if _, err := tx.Exec(ctx, `INSERT INTO photo_file (photo_id, original, stripped, thumbnail) VALUES ($1, $2, $3, $4)`,
			id, original, p.Stripped, p.Thumbnail); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `UPDATE photo SET media_type = $2, width = $3, height = $4, bytes = $5, sha256 = $6, taken_at = coalesce(taken_at, $7),
			geom = ST_SetSRID(ST_MakePoint($8::float8, $9::float8), 4326) WHERE id = $1`,
			id, p.MediaType, p.Width, p.Height, len(original), p.SHA256, p.TakenAt, p.Lon, p.Lat); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `SELECT note_event($1, nullif($2, ''), $3, $4, $5)`, who.Name, who.Organization, who.RequestID, EventPhoto,
			map[string]any{"photo": id, "sha256": p.SHA256, "bytes": len(original)})
		return err
	})
}

// PhotoFile is a picture as it is served.
type PhotoFile struct {
	MediaType string
	Bytes     []byte
	// Tag tells one content from another.
	Tag string
}

// PhotoFile reads a picture: as it was taken for staff, without what the camera
// wrote into it for others; or, small, its thumbnail. CodeNotFound when there is
// none the actor may see, or its bytes have not come.
func (db *DB) PhotoFile(ctx context.Context, who registry.Actor, id int64, small bool) (f PhotoFile, err error) {
	column := "stripped"
	switch {
	case small:
		column = "thumbnail"
	case who.Department() || who.Has(registry.LocalRole) || who.Has(registry.AuditorRole):
		column = "original"
	}
	err = db.pool.QueryRow(as(ctx, who), `SELECT p.media_type, f.`+column+`, p.sha256 || '-`+column+`' FROM photo p JOIN photo_file f ON f.photo_id = p.id WHERE p.id = $1`, id).
		Scan(&f.MediaType, &f.Bytes, &f.Tag)
	return f.small(small), translate(err)
}

// Shot is a photo as a card lists it.
type Shot struct {
	ID          int64      `json:"id"`
	Caption     *string    `json:"caption"`
	TakenAt     *time.Time `json:"taken_at"`
	MediaType   string     `json:"media_type"`
	Width       int64      `json:"width"`
	Height      int64      `json:"height"`
	Inspection  *int64     `json:"inspection"`
	Violation   *int64     `json:"violation"`
	FieldReport *int64     `json:"field_report"`
}

// PhotosOf gives the newest photos of a work, and of the reports matched with it,
// that the actor may see and whose bytes are there.
func (db *DB) PhotosOf(ctx context.Context, who registry.Actor, n *registry.Noun, id int64, most int) ([]Shot, error) {
	rows, err := db.pool.Query(as(ctx, who), `SELECT id, caption, taken_at, media_type, width, height, inspection, violation, field_report FROM `+view(who.Grants, registry.PhotoNoun)+`
		WHERE media_type IS NOT NULL AND (asset_kind = $1 AND asset = $2 OR $1 = 'site' AND field_report IN (SELECT id FROM `+view(who.Grants, registry.FieldReportNoun)+` WHERE site = $2))
		ORDER BY id DESC LIMIT $3`, n.Name, id, most)
	if err != nil {
		return nil, translate(err)
	}
	list, err := pgx.CollectRows(rows, pgx.RowToStructByPos[Shot])
	return list, translate(err)
}
