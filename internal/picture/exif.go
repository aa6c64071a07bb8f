package picture

import (
	"bytes"
	"encoding/binary"
	"strings"
	"time"
)

// exif is what of EXIF (CIPA DC-008) the register reads.
type exif struct {
	orientation int // 1 to 8; 0 when not said
	takenAt     *time.Time
	lon, lat    *float64
}

// Tags.
const (
	tagOrientation  = 0x0112
	tagExif         = 0x8769 // where its directory is
	tagGPS          = 0x8825
	tagTakenAt      = 0x9003 // DateTimeOriginal
	tagOffset       = 0x9011 // OffsetTimeOriginal
	tagLatitudeRef  = 1
	tagLatitude     = 2
	tagLongitudeRef = 3
	tagLongitude    = 4
)

// maxEntries bounds a directory: a camera writes a few dozen.
const maxEntries = 512

// tiff reads the structure EXIF is written in; what lies outside it is not there.
type tiff struct {
	b     []byte
	order binary.ByteOrder
}

type entry struct {
	kind  uint16
	count uint32
	value []byte // of four bytes, or where they are
}

// readEXIF reads what it can; what is broken is not said.
func readEXIF(b []byte) (told exif) {
	if len(b) < 8 {
		return told
	}
	t := tiff{b: b, order: binary.BigEndian}
	if bytes.HasPrefix(b, []byte("II")) {
		t.order = binary.LittleEndian
	}
	root := t.directory(t.order.Uint32(b[4:]))
	if e, ok := root[tagOrientation]; ok && e.kind == 3 {
		if o := int(t.order.Uint16(e.value)); o >= 1 && o <= 8 {
			told.orientation = o
		}
	}
	if e, ok := root[tagExif]; ok {
		told.takenAt = t.takenAt(t.directory(t.order.Uint32(e.value)))
	}
	if e, ok := root[tagGPS]; ok {
		gps := t.directory(t.order.Uint32(e.value))
		lat, okLat := t.degrees(gps[tagLatitude], gps[tagLatitudeRef], 'S', 90)
		lon, okLon := t.degrees(gps[tagLongitude], gps[tagLongitudeRef], 'W', 180)
		if okLat && okLon && (lat != 0 || lon != 0) { // a phone without a fix writes zeros
			told.lat, told.lon = &lat, &lon
		}
	}
	return told
}

func (t tiff) directory(at uint32) map[uint16]entry {
	out := map[uint16]entry{}
	if uint64(at)+2 > uint64(len(t.b)) {
		return out
	}
	n := int(t.order.Uint16(t.b[at:]))
	for i := range min(n, maxEntries) {
		from := uint64(at) + 2 + uint64(12*i) // #nosec G115 -- i is small and not negative
		if from+12 > uint64(len(t.b)) {
			break
		}
		e := t.b[from : from+12]
		out[t.order.Uint16(e)] = entry{t.order.Uint16(e[2:]), t.order.Uint32(e[4:]), e[8:12]}
	}
	return out
}

// far gives bytes an entry points to.
func (t tiff) far(e entry, size uint64) []byte {
	if len(e.value) < 4 {
		return nil
	}
	at := uint64(t.order.Uint32(e.value))
	if at+size > uint64(len(t.b)) {
		return nil
	}
	return t.b[at : at+size]
}

func (t tiff) text(e entry) string {
	if e.kind != 2 || e.count > 64 {
		return ""
	}
	if e.count <= 4 {
		return strings.TrimRight(string(e.value), "\x00")
	}
	return strings.TrimRight(string(t.far(e, uint64(e.count))), "\x00")
}

// takenAt reads the time of a picture; without its zone it is that of Vietnam.
func (t tiff) takenAt(dir map[uint16]entry) *time.Time {
	zone := t.text(dir[tagOffset])
	if zone == "" {
		zone = "+07:00"
	}
	at, err := time.Parse("2006:01:02 15:04:05-07:00", t.text(dir[tagTakenAt])+zone)
	if err != nil {
		return nil
	}
	return &at
}

// degrees reads degrees, minutes and seconds, each a fraction.
func (t tiff) degrees(e, ref entry, negative byte, most float64) (float64, bool) {
	b := t.far(e, 24)
	if e.kind != 5 || e.count != 3 || b == nil || len(ref.value) == 0 {
		return 0, false
	}
	var v float64
	for i, unit := range []float64{1, 60, 3600} {
		over := t.order.Uint32(b[8*i+4:])
		if over == 0 {
			return 0, false
		}
		v += float64(t.order.Uint32(b[8*i:])) / float64(over) / unit
	}
	if ref.value[0] == negative {
		v = -v
	}
	return v, v >= -most && v <= most
}
