package document

// What NĐ 30/2020/NĐ-CP, annex I, asks of the page. Seen: A4 upright; margins 20–25 mm
// at the top and the bottom, 30–35 mm left, 15–20 mm right; Times New Roman, black; pages
// numbered from 1 in Arabic digits of 13–14 points, in the middle of the top margin,
// but not on the first. The sizes of the parts below are within the ranges as recalled
// (12–13 and 13–14 points).
const (
	pageWidthMM, pageHeightMM = 210.0, 297.0
	marginTopMM               = 20.0
	marginBottomMM            = 20.0
	marginLeftMM              = 30.0
	marginRightMM             = 15.0

	// TextWidthMM is how wide the text is.
	TextWidthMM = pageWidthMM - marginLeftMM - marginRightMM

	bodyPt     = 13.0
	mottoPt    = 13.0
	nationPt   = 12.0
	agencyPt   = 12.0
	kindPt     = 14.0
	tablePt    = 10.5
	notePt     = 10.5
	receiverPt = 11.0
	pagePt     = 13.0

	indentMM     = 10.0 // of a paragraph's first line
	afterPt      = 6.0  // between paragraphs
	lineSpacing  = 1.15
	agencyWidth  = 0.40 // of the text's width; the rest is the nation's
	recipientsAt = 0.52 // of the text's width; the rest is the signature's
)

// The nation's name and motto (quốc hiệu, tiêu ngữ).
const (
	Nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	Motto  = "Độc lập - Tự do - Hạnh phúc"
)

// headingItalic says which headings are italic; all are bold.
func headingItalic(level int) bool { return level >= 3 }
