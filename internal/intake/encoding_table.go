package intake

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"
)

// byteTable says which character each byte is; U+FFFD stands for none. As a
// Transformer it keeps no state.
type byteTable [256]rune

// tcvn3Upper are the bytes 0xA0 to 0xFF of TCVN 5712:1993. The code page VN3
// has of them those that fonts named .Vn… show: seven capitals, five tones
// apart, and every small letter. The other capitals are those of VN2, which
// shares the rest with VN3 and puts them where VN3 leaves holes.
const tcvn3Upper = "\u00a0ĂÂÊÔƠƯĐăâêôơưđ" + "Ằ" +
	"\u0300\u0309\u0303\u0301\u0323" + "àảãáạẲằẳẵắẴ" +
	"ẮẦẨẪẤỀặầẩẫấậèỂẻẽ" +
	"éẹềểễếệìỉỄẾỒĩíịò" +
	"Ổỏõóọồổỗốộờởỡớợù" +
	"ỖủũúụừửữứựỳỷỹýỵỐ"

// visciiUpper are the bytes 0x80 to 0xFF of VISCII 1.1 (RFC 1456).
const visciiUpper = "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ" +
	"ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ" +
	"Õắằặấầẩậẽẹếềểễệố" +
	"ồổỗỠƠộờởịỰỨỪỬơớƯ" +
	"ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ" +
	"ĐứÒÓÔạỷừửÙÚỹỵÝỡư" +
	"àáâãảăữẫèéêẻìíĩỉ" +
	"đựòóôõỏọụùúũủýợỮ"

// visciiControls are the six capitals that VISCII puts among the controls.
var visciiControls = map[byte]rune{0x02: 'Ẳ', 0x05: 'Ẵ', 0x06: 'Ẫ', 0x14: 'Ỷ', 0x19: 'Ỹ', 0x1E: 'Ỵ'}

var (
	// windowsTable is what programs for Western Europe made of a byte: the
	// quotation marks and dashes that Vietnamese fonts left in their places.
	windowsTable = westernTable()
	tcvn3Table   = windowsTable.with(tcvn3Upper)
	visciiTable  = newVISCII()
)

func westernTable() (t byteTable) {
	for b := range t {
		t[b] = charmap.Windows1252.DecodeByte(byte(b))
	}
	return t
}

func newVISCII() byteTable {
	t := windowsTable.with(visciiUpper)
	for b, r := range visciiControls {
		t[b] = r
	}
	return t
}

// with replaces the end of the table by the characters of upper.
func (t byteTable) with(upper string) byteTable {
	at := len(t) - utf8.RuneCountInString(upper)
	for _, r := range upper {
		t[at] = r
		at++
	}
	return t
}

// Transform implements transform.Transformer.
func (t *byteTable) Transform(dst, src []byte, _ bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		if len(dst)-nDst < utf8.UTFMax {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += utf8.EncodeRune(dst[nDst:], t[src[nSrc]])
		nSrc++
	}
	return nDst, nSrc, nil
}

// Reset implements transform.Transformer.
func (t *byteTable) Reset() {}
