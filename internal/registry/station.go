package registry

// Station (trạm) is one operator's technology on one band at a Site, licensed
// and counted on its own.
type Station struct {
	ID       int64   `json:"id" ro:"y" vi:"Số hiệu" en:"Id"`
	Version  int64   `json:"version" ro:"y" vi:"Phiên bản" en:"Version"`
	Site     int64   `json:"site" ref:"site" req:"y" vi:"Vị trí" en:"Site" alias:"ma vi tri,site code,site id"`
	Mast     *int64  `json:"mast" ref:"mast" vi:"Cột" en:"Mast" alias:"ma cot"`
	Code     string  `json:"code" req:"y" max:"80" vi:"Mã trạm" en:"Code" alias:"ma tram,ma,mast id,station id"`
	Name     *string `json:"name" max:"200" vi:"Tên trạm" en:"Name" alias:"ten tram,station name"`
	Operator string  `json:"operator" ref:"organization" req:"y" vi:"Doanh nghiệp" en:"Operator" alias:"doanh nghiep,nha mang"`
	// Technology is a code of the technology list: 2G, 3G, 4G, 5G, or a
	// non-broadband one such as TETRA or DAB.
	Technology string `json:"technology" list:"technology" req:"y" vi:"Công nghệ" en:"Technology" alias:"cong nghe"`
	BandMHz    *int64 `json:"band_mhz" min:"1" max:"100000" vi:"Băng tần (MHz)" en:"Band (MHz)" alias:"bang tan,band,frequency"`
	Sectors    *int64 `json:"sectors" min:"0" max:"36" vi:"Số sector" en:"Sectors" alias:"so sector"`
	// Azimuths lists sector bearings in degrees from true north, comma separated.
	Azimuths       *string  `json:"azimuths" max:"200" vi:"Phương vị (°)" en:"Azimuths (°)" alias:"phuong vi,azimuth"`
	TiltDeg        *float64 `json:"tilt_deg" min:"-30" max:"90" vi:"Góc ngẩng (°)" en:"Tilt (°)"`
	AntennaHeightM *float64 `json:"antenna_height_m" min:"0" max:"500" vi:"Độ cao ăng ten (m)" en:"Antenna height (m)" alias:"do cao ang ten"`
	GainDBi        *float64 `json:"gain_dbi" min:"-10" max:"60" vi:"Độ tăng ích (dBi)" en:"Gain (dBi)"`
	EIRPdBm        *float64 `json:"eirp_dbm" min:"-30" max:"100" vi:"EIRP (dBm)" en:"EIRP (dBm)"`
	CarrierMHz     *float64 `json:"carrier_mhz" min:"0" max:"2000" vi:"Độ rộng sóng mang (MHz)" en:"Carrier width (MHz)"`
	CellID         *string  `json:"cell_id" max:"60" vi:"Mã ô (MCC-MNC-…)" en:"Cell identity"`
	OnAirFrom      *Date    `json:"on_air_from" vi:"Phát sóng từ" en:"On air from" alias:"ngay phat song,start date,ngay hoat dong"`
	OnAirTo        *Date    `json:"on_air_to" vi:"Phát sóng đến" en:"On air to" alias:"ngay ngung"`
	// ActiveShared says radio equipment serves several operators (MORAN, MOCN).
	ActiveShared bool    `json:"active_shared" vi:"Dùng chung tích cực" en:"Actively shared"`
	Partners     *string `json:"partners" max:"300" vi:"Đối tác dùng chung tích cực" en:"Active-sharing partners"`
	Note         *string `json:"note" max:"2000" vi:"Ghi chú" en:"Note" alias:"ghi chu"`
	// SiteCode and Geometry are the site's.
	SiteCode *string  `json:"site_code" ro:"y" vi:"Mã vị trí" en:"Site code"`
	Geometry Geometry `json:"geometry" ro:"y" vi:"Vị trí" en:"Position"`
}

// Validate gives every fault of the station that shows without the register.
func (s *Station) Validate() []Fault {
	return checkPeriod("on_air_from", s.OnAirFrom, "on_air_to", s.OnAirTo)
}
