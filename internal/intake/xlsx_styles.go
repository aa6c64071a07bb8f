package intake

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// cellStyle is how a number is shown, as far as it says what the number is.
type cellStyle struct {
	date, clock bool // shows a day; hours, minutes or seconds
	digits      int  // of a format such as 00000, by which codes keep their zeros
	percent     bool // shows 0.3 as 30 %
}

// readStyles reads the number formats by the index cells give.
func readStyles(a *archive, part string) ([]cellStyle, error) {
	if a.find(part) == nil {
		return nil, nil
	}
	var doc struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := readPart(a, part, &doc); err != nil {
		return nil, err
	}
	own := map[int]cellStyle{}
	for _, f := range doc.Formats {
		own[f.ID] = styleOf(f.Code)
	}
	styles := make([]cellStyle, len(doc.Cells))
	for i, c := range doc.Cells {
		style, ok := own[c.Format]
		if !ok {
			style = builtInStyle(c.Format)
		}
		styles[i] = style
	}
	return styles, nil
}

// builtInStyle gives the meaning of the formats that files do not spell out
// (ISO 29500-1 §18.8.30): those of dates and times, of East Asia too.
func builtInStyle(id int) cellStyle {
	switch {
	case id == 9 || id == 10:
		return cellStyle{percent: true}
	case id == 22:
		return cellStyle{date: true, clock: true}
	case 14 <= id && id <= 17, 27 <= id && id <= 31, id == 36, 50 <= id && id <= 54, id == 57, id == 58:
		return cellStyle{date: true}
	case 18 <= id && id <= 21, 32 <= id && id <= 35, 45 <= id && id <= 47, id == 55, id == 56:
		return cellStyle{clock: true}
	}
	return cellStyle{}
}

// literals are the parts of a format code that are shown as they are: quoted,
// escaped, colours, currencies and locales.
var literals = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.|\[(?:[^\]hmsHMS][^\]]*|[hmsHMS][^\]hmsHMS]+[^\]]*)\]`)

// styleOf reads a format code. A file can name every sign of its currency with
// letters of a date, but only within quotes or brackets.
func styleOf(code string) cellStyle {
	code, _, _ = strings.Cut(literals.ReplaceAllString(code, ""), ";")
	code = strings.ToLower(code)
	if len(code) > 1 && strings.Trim(code, "0") == "" {
		return cellStyle{digits: len(code)}
	}
	if strings.Contains(code, "general") {
		return cellStyle{}
	}
	if strings.Contains(code, "%") {
		return cellStyle{percent: true}
	}
	s := cellStyle{date: strings.ContainsAny(code, "yd"), clock: strings.ContainsAny(code, "hs")}
	if !s.clock && strings.Contains(code, "m") {
		s.date = true // a month by itself
	}
	return s
}

// show gives a number as text: a day as ISO 8601, a code with its zeros, any
// other as it stands in the file.
func (s cellStyle) show(text string, from1904 bool) (string, valueKind) {
	if s == (cellStyle{percent: s.percent}) {
		return text, kindNumber
	}
	serial, err := strconv.ParseFloat(text, 64)
	switch {
	case err == nil && s.digits > len(text) && serial >= 0 && serial == math.Trunc(serial):
		return strings.Repeat("0", s.digits-len(text)) + text, kindText
	case err != nil || s.digits > 0 || serial < 0 || serial > maxSerial:
		return text, kindNumber
	}
	seconds := math.Round(math.Mod(serial, 1) * 86400)
	days := math.Trunc(serial)
	at := serialZero(days, from1904).AddDate(0, 0, int(days)).Add(time.Duration(seconds) * time.Second)
	switch {
	case !s.date:
		if serial >= 1 {
			return text, kindNumber // hours of a duration
		}
		return at.Format("15:04:05"), kindText
	case !s.clock || at.Equal(at.Truncate(24*time.Hour)):
		return at.Format("2006-01-02"), kindText
	}
	return at.Format("2006-01-02T15:04:05"), kindText
}

// maxSerial is 9999-12-31.
const maxSerial = 2958465

// serialZero is the day from which days are counted. Excel believes, as Lotus
// did, that 1900 had a 29 February: from 1 March on its count is one ahead.
func serialZero(days float64, from1904 bool) time.Time {
	switch {
	case from1904:
		return time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days < 60:
		return time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
}
