package auth

import "strings"

// FromBearer reads the key of a Bearer Authorization header, "" when it holds
// none.
func FromBearer(header string) string {
	scheme, key, ok := strings.Cut(header, " ")
	if !ok || !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(key)
}
