package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"testing"

	"github.com/hatangso/hatangso/internal/registry"
)

// photograph makes a JPEG, wider than high, red on the left, with EXIF that says
// it was taken at Hà Nội on its side, a comment, and something after its end.
func photograph(t *testing.T) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 640, 400))
	for y := range 400 {
		for x := range 640 {
			c := color.RGBA{255, 0, 0, 255}
			if x > 320 {
				c = color.RGBA{0, 0, 255, 255}
			}
			img.Set(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	plain := b.Bytes()
	out := append([]byte{}, plain[:2]...)
	out = append(out, segment(app1, append([]byte("Exif\x00\x00"), tiffOf(6)...))...)
	out = append(out, segment(comment, []byte("SECRET COMMENT"))...)
	out = append(out, plain[2:]...)
	return append(out, "SECRET VIDEO"...)
}

func segment(marker byte, body []byte) []byte {
	return append(binary.BigEndian.AppendUint16([]byte{0xFF, marker}, uint16(len(body)+2)), body...)
}

// tiffOf makes an EXIF block: orientation, 2026-11-22 09:30 +07:00, 21°01'42"N 105°51'12"E.
func tiffOf(orientation uint16) []byte {
	le := binary.LittleEndian
	b := append([]byte("II*\x00"), 8, 0, 0, 0)
	dir := func(entries ...[]byte) {
		b = le.AppendUint16(b, uint16(len(entries)))
		for _, e := range entries {
			b = append(b, e...)
		}
		b = le.AppendUint32(b, 0)
	}
	item := func(tag, kind uint16, count, value uint32) []byte {
		e := le.AppendUint16(le.AppendUint16(nil, tag), kind)
		return le.AppendUint32(le.AppendUint32(e, count), value)
	}
	const root, sub, gps, texts = 8, 8 + 2 + 36 + 4, 50 + 2 + 12 + 4, 68 + 2 + 48 + 4
	dir(item(tagOrientation, 3, 1, uint32(orientation)), item(tagExif, 4, 1, sub), item(tagGPS, 4, 1, gps))
	dir(item(tagTakenAt, 2, 20, texts))
	dir(item(tagLatitudeRef, 2, 2, 'N'), item(tagLatitude, 5, 3, texts+20), item(tagLongitudeRef, 2, 2, 'E'), item(tagLongitude, 5, 3, texts+44))
	b = append(b, "2026:11:22 09:30:00\x00"...)
	for _, n := range []uint32{21, 1, 42, 105, 51, 12} {
		b = le.AppendUint32(le.AppendUint32(b, n), 1)
	}
	return b
}

func TestRead(t *testing.T) {
	t.Parallel()
	given := photograph(t)
	p, err := Read(given)
	if err != nil {
		t.Fatal(err)
	}
	if p.MediaType != "image/jpeg" || p.Width != 640 || p.Height != 400 || len(p.SHA256) != 64 {
		t.Errorf("read %s %d×%d %s", p.MediaType, p.Width, p.Height, p.SHA256)
	}
	if p.Lat == nil || math.Abs(*p.Lat-21.0283333) > 1e-6 || math.Abs(*p.Lon-105.8533333) > 1e-6 || p.TakenAt == nil || p.TakenAt.UTC().Format("2006-01-02 15:04") != "2026-11-22 02:30" {
		t.Errorf("taken at %v, %v, %v", p.Lat, p.Lon, p.TakenAt)
	}
	for _, secret := range []string{"SECRET", "2026:11:22"} {
		if bytes.Contains(p.Stripped, []byte(secret)) || bytes.Contains(p.Thumbnail, []byte(secret)) {
			t.Errorf("a copy still says %s", secret)
		}
	}
	again, err := Read(p.Stripped)
	if err != nil || again.Lat != nil || again.TakenAt != nil || again.Width != 640 || !bytes.Equal(again.Stripped, p.Stripped) {
		t.Errorf("the copy reads as %+v (%v)", again, err)
	}
	if _, told, _ := stripJPEG(p.Stripped); told.orientation != 6 {
		t.Errorf("the copy is turned by %d", told.orientation)
	}
	small, err := jpeg.Decode(bytes.NewReader(p.Thumbnail))
	if err != nil || small.Bounds().Dx() != 200 || small.Bounds().Dy() != 320 {
		t.Fatalf("the thumbnail is %v (%v)", small.Bounds(), err)
	}
	if r, _, b, _ := small.At(100, 20).RGBA(); r < b { // what was left is up
		t.Errorf("the thumbnail is not upright")
	}

	var plain bytes.Buffer
	if err := png.Encode(&plain, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	chunked := bytes.Clone(plain.Bytes()[:33])
	chunked = append(chunked, "\x00\x00\x00\x06tEXtSECRET\x00\x00\x00\x00"...)
	chunked = append(append(chunked, plain.Bytes()[33:]...), "SECRET"...)
	for _, b := range [][]byte{plain.Bytes(), append(bytes.Clone(plain.Bytes()), "SECRET"...)} {
		q, err := Read(b)
		if err != nil || q.MediaType != "image/png" || !bytes.Equal(q.Stripped, plain.Bytes()) {
			t.Errorf("a PNG: %v", err)
		}
	}
	if out, _, ok := stripPNG(chunked); !ok || bytes.Contains(out, []byte("SECRET")) {
		t.Error("a PNG still says its text")
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	whole := photograph(t)
	bomb := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\xff\xff\x00\x00\xff\xff\x08\x00\x00\x00\x00\x39\xd6\x53\xb1")
	for name, b := range map[string][]byte{"nothing": nil, "a text": []byte("GIF89a not one"), "half a picture": whole[:len(whole)/2], "a bomb": bomb} {
		if _, err := Read(b); registry.CodeOf(err) != registry.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Read(make([]byte, registry.MaxPhotoBytes+1)); registry.CodeOf(err) != registry.CodeTooLarge {
		t.Errorf("too large: %v", err)
	}
}

// Whatever a file says, reading ends, and what is copied says nothing more.
func FuzzStrip(f *testing.F) {
	f.Add([]byte{0xFF, 0xD8, 0xFF, 0xE1, 0, 8, 'E', 'x', 'i', 'f', 0, 0, 0xFF, 0xD9}, tiffOf(3))
	f.Fuzz(func(t *testing.T, picture, tiff []byte) {
		readEXIF(tiff)
		if out, _, ok := stripJPEG(picture); ok {
			if twice, told, ok := stripJPEG(out); !ok || !bytes.Equal(twice, out) || told.lat != nil || told.takenAt != nil {
				t.Errorf("% x is stripped to % x, and that to % x", picture, out, twice)
			}
		}
	})
}
