package demo

import "strings"

// bare takes the kind off a unit's name: "Phường Minh Khai" is "Minh Khai".
func bare(name string) string {
	for _, kind := range []string{"Phường ", "Xã ", "Đặc khu "} {
		if rest, ok := strings.CutPrefix(name, kind); ok {
			return rest
		}
	}
	return name
}
