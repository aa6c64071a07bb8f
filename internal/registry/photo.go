package registry

import "time"

// Photo (ảnh) is a picture of a work, or of an inspection, a violation or a report
// of one. What it is of is written first; its bytes follow once and stay as they
// are. What the bytes tell the register reads of them.
type Photo struct {
	ID      int64  `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version int64  `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	Code    string `json:"code" req:"y" max:"80" vi:"Mã ảnh" en:"Code"`
	// AssetKind and Asset are those of the inspection or violation, when it is of
	// one; a photo of a field report has none.
	AssetKind   *Kind      `json:"asset_kind" list:"asset_kind" vi:"Loại công trình" en:"Asset kind"`
	Asset       *int64     `json:"asset" vi:"Công trình" en:"Asset"`
	Inspection  *int64     `json:"inspection" ref:"inspection" vi:"Lần kiểm tra" en:"Inspection"`
	Violation   *int64     `json:"violation" ref:"violation" vi:"Vi phạm" en:"Violation"`
	FieldReport *int64     `json:"field_report" ref:"field_report" vi:"Báo cáo hiện trường" en:"Field report"`
	TakenAt     *time.Time `json:"taken_at" vi:"Lúc chụp" en:"Taken at"`
	Caption     *string    `json:"caption" max:"500" vi:"Chú thích" en:"Caption"`
	// MediaType, Width and Height (pixels), Bytes and SHA256 are of the picture as
	// taken; nil until it is there.
	MediaType *string   `json:"media_type" ro:"y" vi:"Định dạng" en:"Media type"`
	Width     *int64    `json:"width" ro:"y" vi:"Rộng (px)" en:"Width (px)"`
	Height    *int64    `json:"height" ro:"y" vi:"Cao (px)" en:"Height (px)"`
	Bytes     *int64    `json:"bytes" ro:"y" vi:"Dung lượng (byte)" en:"Size (bytes)"`
	SHA256    *string   `json:"sha256" ro:"y" vi:"Mã băm SHA-256" en:"SHA-256"`
	MadeBy    string    `json:"made_by" ro:"y" vi:"Người gửi" en:"Made by"`
	CreatedAt time.Time `json:"created_at" ro:"y" vi:"Nhận lúc" en:"Received at"`
	UpdatedAt time.Time `json:"updated_at" ro:"y" vi:"Cập nhật lúc" en:"Updated at"`
	// Geometry is where the picture says it was taken (EXIF); nil when it does not.
	Geometry Geometry `json:"geometry" ro:"y" vi:"Vị trí trong ảnh" en:"Position in the picture"`
}

// Limits of a picture.
const (
	MaxPhotoBytes  = 12 << 20
	MaxPhotoPixels = 50_000_000
	// ThumbnailPixels is the longer side of a thumbnail at most.
	ThumbnailPixels = 320
)

// Validate gives every fault of the photo that shows without the register: it is
// of one thing.
func (p *Photo) Validate() (faults []Fault) {
	of := 0
	for _, id := range []*int64{p.Inspection, p.Violation, p.FieldReport} {
		if id != nil {
			of++
		}
	}
	switch {
	case of > 1, of == 0 && p.Asset == nil, p.FieldReport != nil && p.Asset != nil:
		faults = append(faults, NewFault("photo.of", "asset", "", T("Ảnh phải là của đúng một thứ: công trình, lần kiểm tra, vi phạm hoặc báo cáo.", "A photo is of one thing: a work, an inspection, a violation or a report."),
			T("Ghi một trong: asset_kind và asset, inspection, violation, field_report.", "Give one of: asset_kind and asset, inspection, violation, field_report.")))
	case (p.Asset == nil) != (p.AssetKind == nil):
		faults = append(faults, NewFault("photo.asset", "asset_kind", "", T("asset_kind và asset đi cùng nhau.", "asset_kind and asset go together."), T("Ghi cả hai.", "Give both.")))
	}
	return faults
}
