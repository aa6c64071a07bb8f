// Package picture reads what a photograph tells besides the picture: its size,
// its hash, where and when it was taken; and makes the copies that are shown: one
// without anything the camera wrote into it, and a small one. It is pure.
package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/draw"
	"image/jpeg"
	_ "image/png" // recognised by image.Decode
	"time"

	scale "golang.org/x/image/draw"

	"github.com/hatangso/hatangso/internal/registry"
)

// Picture is a photograph that has been read (ảnh đã đọc).
type Picture struct {
	// MediaType is image/jpeg or image/png; Width and Height are in pixels, as
	// stored, before it is turned upright.
	MediaType     string
	Width, Height int
	// SHA256 is of the bytes as given, in hexadecimal.
	SHA256 string
	// TakenAt is when, by the camera's clock; nil when it does not say. Lon and Lat
	// are where, in WGS84 degrees; nil when it does not say.
	TakenAt  *time.Time
	Lon, Lat *float64
	// Stripped is the picture without EXIF, XMP, comments and whatever follows its
	// end; how it is turned upright it still says.
	Stripped []byte
	// Thumbnail is an upright JPEG of at most registry.ThumbnailPixels a side.
	Thumbnail []byte
}

// decoding bounds how many pictures are decoded at once: one may take 200 MB.
var decoding = make(chan struct{}, 2)

// Read reads a JPEG or PNG. CodeInvalid when it is neither, is broken, or has over
// registry.MaxPhotoPixels; CodeTooLarge over registry.MaxPhotoBytes.
func Read(b []byte) (*Picture, error) {
	if len(b) > registry.MaxPhotoBytes {
		return nil, registry.Errorf(registry.CodeTooLarge, "Ảnh quá %d byte.", "The picture is over %d bytes.", registry.MaxPhotoBytes)
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return nil, broken(registry.T("Không phải ảnh JPEG hoặc PNG.", "It is neither a JPEG nor a PNG picture."))
	}
	if config.Width < 1 || config.Height < 1 || config.Width > registry.MaxPhotoPixels/config.Height {
		return nil, broken(registry.Tf("Ảnh quá %d điểm ảnh.", "The picture has over %d pixels.", registry.MaxPhotoPixels))
	}
	sum := sha256.Sum256(b)
	p := &Picture{MediaType: "image/" + format, Width: config.Width, Height: config.Height, SHA256: hex.EncodeToString(sum[:])}
	var told exif
	var ok bool
	if format == "jpeg" {
		p.Stripped, told, ok = stripJPEG(b)
	} else {
		p.Stripped, told, ok = stripPNG(b)
	}
	if !ok {
		return nil, broken(registry.T("Tệp ảnh bị hỏng.", "The picture is broken."))
	}
	p.TakenAt, p.Lon, p.Lat = told.takenAt, told.lon, told.lat
	if p.Thumbnail, err = thumbnail(b, told.orientation); err != nil {
		return nil, broken(registry.T("Tệp ảnh bị hỏng.", "The picture is broken."))
	}
	return p, nil
}

func broken(why registry.Text) error {
	return &registry.Error{Code: registry.CodeInvalid, Message: why, Faults: []registry.Fault{registry.NewFault("photo.format", "", "", why,
		registry.T("Gửi ảnh JPEG hoặc PNG chụp từ máy.", "Send a JPEG or PNG as the camera made it."))}}
}

// thumbnail makes the small picture, upright.
func thumbnail(b []byte, orientation int) ([]byte, error) {
	decoding <- struct{}{}
	defer func() { <-decoding }()
	full, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	w, h := full.Bounds().Dx(), full.Bounds().Dy()
	if most := max(w, h); most > registry.ThumbnailPixels {
		w, h = max(1, w*registry.ThumbnailPixels/most), max(1, h*registry.ThumbnailPixels/most)
	}
	small := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(small, small.Bounds(), image.White, image.Point{}, draw.Src) // behind what is transparent
	scale.ApproxBiLinear.Scale(small, small.Bounds(), full, full.Bounds(), scale.Over, nil)
	var out bytes.Buffer
	err = jpeg.Encode(&out, upright(small, orientation), &jpeg.Options{Quality: 80})
	return out.Bytes(), err
}

// upright turns a picture as its EXIF orientation (1 to 8) says.
func upright(in *image.RGBA, orientation int) image.Image {
	if orientation < 2 || orientation > 8 {
		return in
	}
	w, h := in.Bounds().Dx(), in.Bounds().Dy()
	size := image.Rect(0, 0, w, h)
	if orientation > 4 {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewRGBA(size)
	for y := range h {
		for x := range w {
			to := [...]image.Point{2: {w - 1 - x, y}, 3: {w - 1 - x, h - 1 - y}, 4: {x, h - 1 - y}, 5: {y, x}, 6: {h - 1 - y, x}, 7: {h - 1 - y, w - 1 - x}, 8: {y, w - 1 - x}}[orientation]
			out.SetRGBA(to.X, to.Y, in.RGBAAt(x, y))
		}
	}
	return out
}
