package registry

import (
	"bytes"
	"encoding/json"
	"errors"
)

// Village (thôn, bản, ấp, khu phố, tổ dân phố) is what the plans' coverage is
// counted in. It has no national code. Its Geometry is the centre: the culture
// house (nhà văn hóa), where coverage is determined (CV 1603/BTTTT-CVT).
type Village struct {
	ID              int64   `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version         int64   `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	Code            string  `json:"code" req:"y" max:"80" vi:"Mã" en:"Code" alias:"ma,ma thon"`
	Name            string  `json:"name" req:"y" max:"200" vi:"Tên" en:"Name" alias:"ten,ten thon"`
	VillageKind     *string `json:"village_kind" list:"village_kind" vi:"Loại" en:"Kind" alias:"loai"`
	DeclaredCommune *string `json:"declared_commune" max:"120" vi:"Xã/phường khai báo" en:"Declared commune" alias:"xa,phuong,commune"`
	CommuneCode     *string `json:"commune_code" ro:"y" vi:"Mã xã" en:"Commune code"`
	Commune         *string `json:"commune" ro:"y" vi:"Xã/phường" en:"Commune"`
	Province        *string `json:"province" ro:"y" vi:"Mã tỉnh" en:"Province code"`
	Population      *int64  `json:"population" min:"0" max:"1000000" vi:"Dân số" en:"Population" alias:"dan so"`
	Households      *int64  `json:"households" min:"0" max:"300000" vi:"Số hộ" en:"Households" alias:"so ho,ho"`
	GridPower       *bool   `json:"grid_power" vi:"Có điện lưới" en:"Grid power" alias:"dien luoi"`
	// SpecialDifficulty marks eligibility for the public-service telecom fund.
	SpecialDifficulty *bool `json:"special_difficulty" vi:"Đặc biệt khó khăn" en:"Special difficulty"`
	ValidFrom         *Date `json:"valid_from" vi:"Hiệu lực từ" en:"Valid from"`
	ValidTo           *Date `json:"valid_to" vi:"Hiệu lực đến" en:"Valid to"`
	// Clusters are the inhabited parts (cụm dân cư); one of them without signal
	// makes a covered village lõm sóng.
	Clusters []Cluster `json:"clusters" vi:"Cụm dân cư" en:"Clusters"`
	Geometry Geometry  `json:"geometry" vi:"Nhà văn hóa" en:"Culture house"`
}

// Cluster (cụm dân cư) is an inhabited part of a Village.
type Cluster struct {
	Name       string  `json:"name"`
	Lon        float64 `json:"lon"`
	Lat        float64 `json:"lat"`
	Households *int64  `json:"households,omitempty"`
}

// UnmarshalJSON reads a cluster; one without a name or a place is refused, for
// what is missing would stand at 0°, 0°.
func (c *Cluster) UnmarshalJSON(b []byte) error {
	var given struct {
		Name       *string  `json:"name"`
		Lon        *float64 `json:"lon"`
		Lat        *float64 `json:"lat"`
		Households *int64   `json:"households"`
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&given); err != nil {
		return err
	}
	if given.Name == nil || given.Lon == nil || given.Lat == nil {
		return errors.New("a cluster needs name, lon and lat")
	}
	*c = Cluster{Name: *given.Name, Lon: *given.Lon, Lat: *given.Lat, Households: given.Households}
	return nil
}

// MaxClusters bounds the clusters of one village.
const MaxClusters = 200

// Validate gives every fault of the village that shows without the register.
// Its centre may be unknown: then its coverage is unknown, not absent.
func (v *Village) Validate() []Fault {
	faults := checkPeriod("valid_from", v.ValidFrom, "valid_to", v.ValidTo)
	if v.Geometry.Geometry != nil {
		faults = append(faults, checkGeometryOf(&v.Geometry, Point)...)
	}
	if len(v.Clusters) > MaxClusters {
		faults = append(faults, NewFault("limit.clusters", "clusters", "",
			Tf("Quá %d cụm dân cư.", "More than %d clusters.", MaxClusters),
			T("Chia thôn hoặc gộp cụm.", "Split the village or join clusters.")))
	}
	for _, c := range v.Clusters {
		if !(c.Lon >= -180 && c.Lon <= 180 && c.Lat >= -90 && c.Lat <= 90) {
			faults = append(faults, NewFault("coordinate.range", "clusters", c.Name,
				T("Tọa độ cụm dân cư vượt phạm vi.", "A cluster's coordinates are out of range."),
				T("Kiểm tra kinh độ, vĩ độ của cụm.", "Check the cluster's longitude and latitude.")))
		}
	}
	return faults
}
