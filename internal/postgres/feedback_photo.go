package postgres

import (
	"context"

	"github.com/hatangso/hatangso/internal/picture"
	"github.com/hatangso/hatangso/internal/registry"
)

// AddFeedbackPhoto stores a picture with the report of a code, by a number of 1 to
// registry.MaxFeedbackPhotos; the same bytes again change nothing. CodeNotFound for
// no such report, CodeConflict when another picture has the number, and when the
// report is over a day old or somebody works on it.
func (db *DB) AddFeedbackPhoto(ctx context.Context, who registry.Actor, code string, number int, original []byte) (s registry.FeedbackStatus, err error) {
	// nobody's picture is decoded for a report that is not there
	if s, err = db.FeedbackStatus(ctx, who, code); err != nil {
		return s, err
	}
	p, err := picture.Read(original)
	if err != nil {
		return s, err
	}
	var taken bool
	err = db.pool.QueryRow(as(ctx, who), `SELECT add_feedback_photo($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		who.Name, code, number, p.MediaType, p.Width, p.Height, p.SHA256, original, p.Stripped, p.Thumbnail).Scan(&taken)
	switch {
	case err != nil:
		return s, translate(err)
	case !taken:
		return s, registry.Errorf(registry.CodeConflict, "Phản ánh này không nhận ảnh ấy nữa: đã có ảnh khác ở số này, hoặc đã có người xử lý.",
			"The report does not take that picture any more: another has its number, or somebody works on it already.")
	}
	return db.FeedbackStatus(ctx, who, code)
}

// FeedbackPicture reads a picture of the report of a code, or, small, its
// thumbnail: without what the camera wrote into it. CodeNotFound for none.
func (db *DB) FeedbackPicture(ctx context.Context, who registry.Actor, code string, number int, small bool) (f PhotoFile, err error) {
	column := "shown"
	if small {
		column = "thumbnail"
	}
	err = db.pool.QueryRow(as(ctx, who), `SELECT media_type, `+column+`, sha256 || '-`+column+`' FROM feedback_picture($1, $2)`, code, number).
		Scan(&f.MediaType, &f.Bytes, &f.Tag)
	return f.small(small), translate(err)
}

// TicketPicture reads a picture of a report as it was taken, or its thumbnail, for
// staff who may read the report. CodeNotFound for none.
func (db *DB) TicketPicture(ctx context.Context, who registry.Actor, id int64, number int, small bool) (f PhotoFile, err error) {
	if err := forStaff(who); err != nil {
		return f, err
	}
	column := "original"
	if small {
		column = "thumbnail"
	}
	err = db.pool.QueryRow(as(ctx, who), `SELECT media_type, `+column+`, sha256 || '-`+column+`' FROM feedback_photo WHERE feedback_id = $1 AND number = $2`, id, number).
		Scan(&f.MediaType, &f.Bytes, &f.Tag)
	return f.small(small), translate(err)
}

// small makes the media type that of a thumbnail.
func (f PhotoFile) small(is bool) PhotoFile {
	if is {
		f.MediaType = "image/jpeg"
	}
	return f
}
