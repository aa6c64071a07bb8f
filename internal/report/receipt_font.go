package report

import (
	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
	"github.com/johnfercher/maroto/v2/pkg/consts/fontstyle"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"
	"github.com/johnfercher/maroto/v2/pkg/repository"
	"github.com/phpdave11/gofpdf"
)

// receiptFont is the name of the font that receipts are set in: Liberation Serif,
// which has the measures of Times New Roman that NĐ 30/2020 asks of documents. A
// font without the letters of Vietnamese prints boxes where pdftotext still reads
// words, so a test asks it for every one of them.
const receiptFont = "liberation-serif"

// receiptFaces are the font's files by style.
var receiptFaces = []struct {
	style fontstyle.Type
	ttf   []byte
}{
	{fontstyle.Normal, liberationserifregular.TTF},
	{fontstyle.Bold, liberationserifbold.TTF},
	{fontstyle.Italic, liberationserifitalic.TTF},
}

// The fonts of a document stand in the order of their names, not of a map, so that
// the same receipt is the same file. Maroto has no way to ask for it but this.
func init() { gofpdf.SetDefaultCatalogSort(true) }

func receiptFonts() ([]*entity.CustomFont, error) {
	r := repository.New()
	for _, f := range receiptFaces {
		r = r.AddUTF8FontFromBytes(receiptFont, f.style, f.ttf)
	}
	return r.Load()
}
