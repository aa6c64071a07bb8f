package httpapi

import (
	"mime"
	"net/http"
	"slices"
	"strconv"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// photoFilePath takes larger bodies than others do.
const photoFilePath = "/api/v1/photos/:id/file"

// mediaPhotos are the media types of a picture.
var mediaPhotos = []string{"image/jpeg", "image/png"}

// storePhoto takes the bytes of a photo.
func (s *Server) storePhoto(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	body, err := readPicture(c)
	if err != nil {
		return err
	}
	ctx, who := c.Request().Context(), actor(c)
	if err := s.db.StorePhoto(ctx, who, number, body); err != nil {
		return err
	}
	record := pages.Get().(*export.Page)
	defer pages.Put(record)
	record.Reset()
	version, err := s.db.Read(ctx, who, registry.PhotoNoun, number, record)
	if err != nil {
		return err
	}
	c.Response().Header().Set("ETag", readTag(registry.PhotoNoun, tag(registry.PhotoNoun, number, version), record.First()))
	return c.JSONBlob(http.StatusOK, record.First())
}

// photoFile answers with a picture or its thumbnail.
func (s *Server) photoFile(small bool) echo.HandlerFunc {
	return func(c echo.Context) error {
		number, err := recordID(c)
		if err != nil {
			return err
		}
		f, err := s.db.PhotoFile(c.Request().Context(), actor(c), number, small)
		if err != nil {
			return err
		}
		return sendPicture(c, f)
	}
}

// readPicture reads the bytes of a picture. What they are is read from them later;
// the media type only has to be that of a picture.
func readPicture(c echo.Context) ([]byte, error) {
	if media, _, err := mime.ParseMediaType(c.Request().Header.Get(echo.HeaderContentType)); err != nil || !slices.Contains(mediaPhotos, media) {
		return nil, echo.NewHTTPError(http.StatusUnsupportedMediaType, registry.T("Gửi ảnh JPEG hoặc PNG (image/jpeg, image/png).", "Send a JPEG or PNG picture (image/jpeg, image/png)."))
	}
	return readAll(c)
}

// sendPicture answers with a picture, unless the reader has it.
func sendPicture(c echo.Context, f postgres.PhotoFile) error {
	etag := strconv.Quote(f.Tag)
	c.Response().Header().Set("ETag", etag)
	if names(c.Request().Header.Values("If-None-Match"), etag) {
		return c.NoContent(http.StatusNotModified)
	}
	return c.Blob(http.StatusOK, f.MediaType, f.Bytes)
}
