package auth

import "net/http"

// FromBasic reads the password of a Basic Authorization header, "" when it
// holds none: where QGIS and GDAL put an API key. The user name says nothing.
func FromBasic(header string) string {
	r := http.Request{Header: http.Header{"Authorization": {header}}}
	_, password, _ := r.BasicAuth()
	return password
}
