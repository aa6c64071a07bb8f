package registry

import "time"

// Status is where an asset stands in its life (trạng thái công trình).
type Status string

const (
	Planned           Status = "planned"            // quy hoạch, kế hoạch
	Approved          Status = "approved"           // đã chấp thuận
	UnderConstruction Status = "under_construction" // đang xây dựng
	Operating         Status = "operating"          // đang hoạt động
	Suspended         Status = "suspended"          // tạm dừng
	Decommissioned    Status = "decommissioned"     // ngừng hoạt động
	Removed           Status = "removed"            // đã tháo dỡ
)

// Disclosure is how far knowledge of an asset may go (mức độ công khai).
type Disclosure string

const (
	Ordinary   Disclosure = "ordinary"   // the tiers of its kind apply
	Restricted Disclosure = "restricted" // owner, department and local staff
	Critical   Disclosure = "critical"   // công trình quan trọng liên quan an ninh quốc gia: owner and department
)

// Asset holds what every registered work (công trình) has, whatever its kind:
// identity, owner, life, place and how the place was filed.
type Asset struct {
	ID      int64 `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version int64 `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	// Code is the owner's code; (kind, owner, code) is unique. A record filed
	// without one gets PositionCode.
	Code string  `json:"code" req:"y" max:"80" vi:"Mã" en:"Code" alias:"ma,ma so,ma tram,id,site id,ma cot,ma vi tri"`
	Name *string `json:"name" max:"200" vi:"Tên" en:"Name" alias:"ten,ten tram,ten vi tri"`
	// Owner is the code of the owning organization; nil when not known.
	Owner *string `json:"owner" ref:"organization" vi:"Chủ sở hữu" en:"Owner" alias:"chu so huu,don vi so huu,don vi quan ly,doanh nghiep"`
	// OwnerPresent says the owner's own equipment or cable is here. Only then
	// does the owner count among those who share (NĐ 72/2012 Điều 2).
	OwnerPresent  *bool  `json:"owner_present" vi:"Chủ sở hữu có thiết bị" en:"Owner has equipment here" alias:"chu so huu su dung"`
	Status        Status `json:"status" list:"status" default:"operating" vi:"Trạng thái" en:"Status" alias:"trang thai,tinh trang"`
	PlannedOn     *Date  `json:"planned_on" vi:"Ngày kế hoạch" en:"Planned on"`
	ApprovedOn    *Date  `json:"approved_on" vi:"Ngày chấp thuận" en:"Approved on" alias:"ngay chap thuan"`
	BuiltOn       *Date  `json:"built_on" vi:"Ngày xây dựng" en:"Built on" alias:"ngay xay dung,nam xay dung,ngay khoi cong"`
	OperatingFrom *Date  `json:"operating_from" vi:"Hoạt động từ" en:"Operating from" alias:"ngay hoat dong,ngay phat song,start date,operation date,ngay dua vao su dung"`
	// OperatingTo is the first day out of service. An interrupted life keeps
	// its last interval here; earlier ones are in the change log.
	OperatingTo *Date   `json:"operating_to" vi:"Hoạt động đến" en:"Operating to" alias:"ngay ngung hoat dong"`
	RemovedOn   *Date   `json:"removed_on" vi:"Ngày tháo dỡ" en:"Removed on" alias:"ngay thao do"`
	Address     *string `json:"address" max:"300" vi:"Địa chỉ" en:"Address" alias:"dia chi,dia diem"`
	Road        *string `json:"road" max:"200" vi:"Tuyến đường" en:"Road" alias:"duong,tuyen duong,ten duong"`
	// DeclaredCommune is the commune as filed: evidence, not the answer.
	DeclaredCommune *string `json:"declared_commune" max:"120" vi:"Xã/phường khai báo" en:"Declared commune" alias:"xa,phuong,xa phuong,commune"`
	// CommuneCode and Commune are where the geometry lies today, resolved on write.
	CommuneCode *string `json:"commune_code" ro:"y" vi:"Mã xã" en:"Commune code"`
	Commune     *string `json:"commune" ro:"y" vi:"Xã/phường" en:"Commune"`
	Province    *string `json:"province" ro:"y" vi:"Mã tỉnh" en:"Province code"`
	// FibreAccess says subscribers can be connected to fibre here (tập điểm,
	// ODB): domain.md §1.4.
	FibreAccess bool       `json:"fibre_access" vi:"Điểm truy nhập cáp quang" en:"Fibre access point" alias:"tap diem quang,odb"`
	Disclosure  Disclosure `json:"disclosure" list:"disclosure" default:"ordinary" vi:"Mức công khai" en:"Disclosure"`
	Source      *string    `json:"source" max:"200" vi:"Nguồn" en:"Source"`
	Note        *string    `json:"note" max:"2000" vi:"Ghi chú" en:"Note" alias:"ghi chu"`
	// Submitted is the coordinates as they were written.
	Submitted *Submitted `json:"submitted" vi:"Tọa độ như đã nộp" en:"Coordinates as submitted"`
	CreatedAt time.Time  `json:"created_at" ro:"y" vi:"Tạo lúc" en:"Created at"`
	UpdatedAt time.Time  `json:"updated_at" ro:"y" vi:"Cập nhật lúc" en:"Updated at"`
	Geometry  Geometry   `json:"geometry" vi:"Hình học" en:"Geometry"`
}

// Submitted keeps a position as its filer wrote it, beside the WGS84 geometry
// made from it.
type Submitted struct {
	X   string `json:"x,omitempty"`   // easting or longitude, verbatim
	Y   string `json:"y,omitempty"`   // northing or latitude, verbatim
	CRS string `json:"crs,omitempty"` // such as EPSG:9210
	// Axes is "swapped" when the filer wrote them the other way round and a
	// person confirmed it.
	Axes       string   `json:"axes,omitempty"`
	PrecisionM *float64 `json:"precision_m,omitempty"`
	Method     string   `json:"method,omitempty"` // survey method, as filed
}

// check gives the faults of what all assets share.
func (a *Asset) check() (faults []Fault) {
	order := []struct {
		name string
		date *Date
	}{
		{"approved_on", a.ApprovedOn}, {"built_on", a.BuiltOn},
		{"operating_from", a.OperatingFrom}, {"operating_to", a.OperatingTo}, {"removed_on", a.RemovedOn},
	}
	for i := range order {
		for j := i + 1; j < len(order); j++ {
			if order[i].date != nil && order[j].date != nil && order[j].date.Before(*order[i].date) {
				faults = append(faults, NewFault("dates.order", order[j].name, order[j].date.String(),
					Tf("Trước %s (%s).", "Before %s (%s).", order[i].name, *order[i].date),
					T("Sửa một trong hai ngày.", "Correct one of the two dates.")))
			}
		}
	}
	switch a.Status {
	case Planned, Approved, UnderConstruction:
		if a.OperatingFrom != nil {
			faults = append(faults, NewFault("status.dates", "operating_from", a.OperatingFrom.String(),
				Tf("Trạng thái %s nhưng đã có ngày hoạt động.", "Status %s, yet it has a date of operation.", a.Status),
				T("Đổi trạng thái thành operating, hoặc ghi ngày dự kiến vào planned_on.", "Set the status to operating, or put the intended date into planned_on.")))
		}
	case Suspended, Decommissioned, Removed:
		if a.OperatingTo == nil && a.RemovedOn == nil {
			faults = append(faults, NewFault("status.dates", "operating_to", "",
				Tf("Trạng thái %s cần ngày ngừng hoạt động.", "Status %s needs the date operation ended.", a.Status),
				T("Ghi operating_to.", "Give operating_to.")))
		}
	}
	return faults
}
