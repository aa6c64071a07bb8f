package picture

import (
	"bytes"
	"encoding/binary"
)

// Markers of JPEG (ITU-T T.81, table B.1).
const (
	startOfImage = 0xD8
	endOfImage   = 0xD9
	startOfScan  = 0xDA
	app0         = 0xE0 // JFIF
	app1         = 0xE1 // EXIF, XMP
	app14        = 0xEE // Adobe: which colours it has
	app15        = 0xEF
	comment      = 0xFE
)

// stripJPEG copies a JPEG without its application segments (but those it cannot be
// shown without) and comments, up to its end; and reads its EXIF.
func stripJPEG(b []byte) (out []byte, told exif, ok bool) {
	if len(b) < 4 || b[0] != 0xFF || b[1] != startOfImage {
		return nil, told, false
	}
	out = append(make([]byte, 0, len(b)), b[:2]...)
	turned := false
	for at := 2; at+4 <= len(b); {
		if b[at] != 0xFF {
			return nil, told, false
		}
		marker := b[at+1]
		if marker == 0xFF { // fill
			at++
			continue
		}
		if marker == endOfImage {
			return append(out, 0xFF, endOfImage), told, true
		}
		length := int(binary.BigEndian.Uint16(b[at+2:]))
		end := at + 2 + length
		if length < 2 || end > len(b) {
			return nil, told, false
		}
		switch {
		case marker == app1:
			if tiff, is := bytes.CutPrefix(b[at+4:end], []byte("Exif\x00\x00")); is {
				told = readEXIF(tiff)
			}
		case marker > app0 && marker <= app15 && marker != app14, marker == comment:
		default:
			if marker != app0 && !turned {
				turned = true
				out = append(out, orientationOnly(told.orientation)...)
			}
			out = append(out, b[at:end]...)
		}
		at = end
		if marker != startOfScan {
			continue
		}
		from := at
		for at+1 < len(b) && (b[at] != 0xFF || b[at+1] == 0 || b[at+1] >= 0xD0 && b[at+1] <= 0xD7) {
			at++
		}
		if at+1 >= len(b) {
			return nil, told, false
		}
		out = append(out, b[from:at]...)
		if b[at+1] == endOfImage {
			return append(out, 0xFF, endOfImage), told, true
		}
	}
	return nil, told, false
}

// orientationOnly is an EXIF segment that says how to turn the picture and nothing
// else; nothing for a picture that stands upright.
func orientationOnly(orientation int) []byte {
	if orientation < 2 || orientation > 8 {
		return nil
	}
	return []byte{0xFF, app1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
		0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, byte(orientation), 0, 0, 0, 0, 0, 0} // #nosec G115 -- 2 to 8
}

// shown are the chunks of PNG a picture is shown by; others tell about it.
var shown = map[string]bool{"IHDR": true, "PLTE": true, "IDAT": true, "IEND": true, "tRNS": true, "gAMA": true, "cHRM": true, "sRGB": true, "iCCP": true, "sBIT": true}

// stripPNG copies a PNG's chunks that show it, up to its end; and reads its EXIF.
func stripPNG(b []byte) (out []byte, told exif, ok bool) {
	const signature, head = 8, 8
	out = append(make([]byte, 0, len(b)), b[:signature]...)
	for at := signature; at+head+4 <= len(b); {
		length := int(binary.BigEndian.Uint32(b[at:]))
		end := at + head + length + 4 // with its check sum
		if length < 0 || end > len(b) || end < at {
			return nil, told, false
		}
		name := string(b[at+4 : at+head])
		if name == "eXIf" {
			told = readEXIF(b[at+head : end-4])
		}
		if shown[name] {
			out = append(out, b[at:end]...)
		}
		if name == "IEND" {
			told.orientation = 0 // nobody turns a PNG by it
			return out, told, true
		}
		at = end
	}
	return nil, told, false
}
