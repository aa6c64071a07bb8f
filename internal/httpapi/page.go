package httpapi

import (
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"
)

// pageOf is a page of a list.
type pageOf[T any] struct {
	Items []T `json:"items"`
	// Next is the path of the next page; null on the last.
	Next *string `json:"next"`
}

// sendPage answers with a page; next is the cursor of the one after it, 0 on the
// last.
func sendPage[T any](c echo.Context, items []T, next int64) error {
	return c.JSON(http.StatusOK, pageOf[T]{append([]T{}, items...), nextPage(c, next)})
}

// nextPage gives the path of the page at a cursor, nil for none.
func nextPage(c echo.Context, cursor int64) *string {
	if cursor == 0 {
		return nil
	}
	values := c.Request().URL.Query()
	values.Set("cursor", strconv.FormatInt(cursor, 10))
	path := c.Request().URL.Path + "?" + values.Encode()
	return &path
}
