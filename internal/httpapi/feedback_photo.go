package httpapi

import (
	"net/http"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/registry"
)

// feedbackPhotoPath takes larger bodies than others do.
const feedbackPhotoPath = "/api/v1/feedback-photos/:code/:number"

// feedbackPhotoRate bounds how many pictures come from one address: as many as go
// with the reports that may.
var feedbackPhotoRate = Rate{PerSecond: registry.MaxFeedbackPhotos * feedbackRate.PerSecond, Burst: registry.MaxFeedbackPhotos * feedbackRate.Burst}

// pictureNumber reads which picture of a report is meant.
func pictureNumber(c echo.Context) (int, error) {
	n, err := strconv.Atoi(c.Param("number"))
	if err != nil || n < 1 || n > registry.MaxFeedbackPhotos {
		return 0, registry.Errorf(registry.CodeNotFound, "Ảnh kèm phản ánh đánh số từ 1 đến %d.", "The pictures of a report are numbered 1 to %d.", registry.MaxFeedbackPhotos)
	}
	return n, nil
}

// addFeedbackPhoto takes a picture from who has the code of a report.
func (s *Server) addFeedbackPhoto(c echo.Context) error {
	number, err := pictureNumber(c)
	if err != nil {
		return err
	}
	if !unlimited(c) {
		if wait := s.rates.pictures.take(networkOf(c.RealIP()), 1, time.Now()); wait > 0 {
			return tooMany(wait)
		}
	}
	body, err := readPicture(c)
	if err != nil {
		return err
	}
	status, err := s.db.AddFeedbackPhoto(c.Request().Context(), actor(c), c.Param("code"), number, body)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, status)
}

// feedbackPicture answers who has the code with a picture or its thumbnail.
func (s *Server) feedbackPicture(small bool) echo.HandlerFunc {
	return func(c echo.Context) error {
		number, err := pictureNumber(c)
		if err != nil {
			return err
		}
		f, err := s.db.FeedbackPicture(c.Request().Context(), actor(c), c.Param("code"), number, small)
		if err != nil {
			return err
		}
		return sendPicture(c, f)
	}
}

// ticketPicture answers staff with a picture as it was taken, or its thumbnail.
func (s *Server) ticketPicture(small bool) echo.HandlerFunc {
	return func(c echo.Context) error {
		id, err := recordID(c)
		if err != nil {
			return err
		}
		number, err := pictureNumber(c)
		if err != nil {
			return err
		}
		f, err := s.db.TicketPicture(c.Request().Context(), actor(c), id, number, small)
		if err != nil {
			return err
		}
		return sendPicture(c, f)
	}
}
