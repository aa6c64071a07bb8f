package rule

import "github.com/hatangso/hatangso/internal/registry"

// reading documents what is held against a file while it is read and staged, by
// packages registry, coord and intake and the stages of a load. A test reads their
// source for ids that are missing here.
var reading = []struct {
	id            string
	tier          registry.RuleTier
	title, clause registry.Text
}{
	{"file.empty", registry.SyntaxTier, registry.T("Tệp có nội dung và dòng tiêu đề.", "The file has content, and a header."), formClause},
	{"file.nul", registry.SyntaxTier, registry.T("Tệp văn bản không có byte NUL.", "A text file holds no NUL byte."), formClause},
	{"file.format", registry.SyntaxTier, registry.T("Tệp ở một khuôn dạng đọc được.", "The file is of a form that can be read."), formClause},
	{"text.encoding", registry.SyntaxTier, registry.T("Chữ đúng bảng mã của tệp.", "Text is in the encoding of the file."), formClause},
	{"text.nul", registry.SyntaxTier, registry.T("Chữ không có ký tự U+0000.", "Text holds no U+0000."), formClause},
	{"limit.bytes", registry.SyntaxTier, registry.T("Tệp không quá cỡ lớn nhất.", "The file is no larger than may be."), formClause},
	{"limit.rows", registry.SyntaxTier, registry.T("Tệp không quá nhiều dòng.", "The file has no more rows than may be."), formClause},
	{"limit.columns", registry.SyntaxTier, registry.T("Tệp không quá nhiều cột.", "The file has no more columns than may be."), formClause},
	{"limit.cell", registry.SyntaxTier, registry.T("Ô không quá dài.", "A cell is no longer than may be."), formClause},
	{"limit.record", registry.SyntaxTier, registry.T("Dòng không quá dài.", "A record is no longer than may be."), formClause},
	{"limit.key", registry.SyntaxTier, registry.T("Tên cột không quá dài.", "A column's name is no longer than may be."), formClause},
	{"limit.feature", registry.SyntaxTier, registry.T("Đối tượng không quá lớn.", "A feature is no larger than may be."), formClause},
	{"limit.number", registry.SyntaxTier, registry.T("Số không quá nhiều chữ số.", "A number has no more digits than may be."), formClause},
	{"limit.vertices", registry.SyntaxTier, registry.T("Hình học không quá nhiều đỉnh.", "A geometry has no more positions than may be."), formClause},
	{"limit.groups", registry.SyntaxTier, registry.T("Không quá nhiều loại lỗi khác nhau.", "There are not too many different faults."), formClause},
	{"csv.columns", registry.SyntaxTier, registry.T("Mỗi dòng có đủ số ô như dòng tiêu đề.", "A record has as many cells as the header."), csvClause},
	{"csv.quote", registry.SyntaxTier, registry.T("Dấu nháy mở thì đóng.", "A quotation mark that opens is closed."), csvClause},
	{"csv.header-duplicate", registry.SyntaxTier, registry.T("Mỗi cột một tên.", "Each column has a name of its own."), csvClause},
	{"csv.newline", registry.SyntaxTier, registry.T("Dòng kết thúc bằng LF hoặc CRLF.", "Lines end with LF or CRLF."), csvClause},
	{"json.syntax", registry.SyntaxTier, registry.T("JSON đúng cú pháp.", "The JSON parses."), jsonClause},
	{"json.truncated", registry.SyntaxTier, registry.T("JSON không bị cắt cụt.", "The JSON is not cut off."), jsonClause},
	{"json.depth", registry.SyntaxTier, registry.T("JSON không lồng quá sâu.", "The JSON does not nest too deep."), jsonClause},
	{"json.nan", registry.SyntaxTier, registry.T("Thuộc tính không là NaN hay Infinity.", "No property is NaN or Infinity."), jsonClause},
	{"geojson.type", registry.SyntaxTier, registry.T("Là Feature hoặc FeatureCollection.", "It is a Feature or a FeatureCollection."), jsonClause},
	{"geojson.crs", registry.SyntaxTier, registry.T("Hệ tọa độ ghi trong tệp dùng được.", "The crs that the file names can be used."), jsonClause},
	{"xlsx.sheet", registry.SyntaxTier, registry.T("Trang tính được chọn có trong sổ.", "The sheet that is named is there."), xlsxClause},
	{"xlsx.header", registry.SyntaxTier, registry.T("Trang tính có dòng tiêu đề.", "The sheet has a header."), xlsxClause},
	{"xlsx.error", registry.SyntaxTier, registry.T("Ô không chứa lỗi như #REF!.", "No cell holds an error such as #REF!."), xlsxClause},
	{"xlsx.formula", registry.SyntaxTier, registry.T("Công thức đã được tính.", "A formula has been computed."), xlsxClause},
	{"xlsx.hidden", registry.QualityTier, registry.T("Dòng ẩn cũng được đọc.", "A hidden row is read all the same."), xlsxClause},
	{"xls.broken", registry.SyntaxTier, registry.T("Tệp .xls của Excel 97–2003 đọc được.", "An .xls file of Excel 97–2003 can be read."), xlsClause},
	{"gpkg.invalid", registry.SyntaxTier, registry.T("Tệp là GeoPackage lành lặn.", "The file is a GeoPackage, and whole."), gpkgClause},
	{"gpkg.layer", registry.SyntaxTier, registry.T("Biết đọc lớp nào của GeoPackage.", "It is clear which layer of the GeoPackage to read."), gpkgClause},
	{"gpkg.geometry", registry.SyntaxTier, registry.T("Hình học đúng dạng GeoPackageBinary.", "A geometry is GeoPackageBinary."), gpkgClause},
	{"shapefile.parts", registry.SyntaxTier, registry.T("Có đủ các tệp của một shapefile.", "All parts of one shapefile are there."), shpClause},
	{"shapefile.truncated", registry.SyntaxTier, registry.T("Shapefile không bị cắt cụt.", "The shapefile is not cut off."), shpClause},
	{"shapefile.corrupt", registry.SyntaxTier, registry.T("Shapefile không hỏng.", "The shapefile is not corrupt."), shpClause},
	{"shapefile.order", registry.SyntaxTier, registry.T("Hình và dòng của shapefile đúng thứ tự.", "Shapes stand in the order of their records."), shpClause},
	{"shapefile.charset", registry.SyntaxTier, registry.T("Bảng mã ghi trong .cpg dùng được.", "The encoding that the .cpg names can be used."), shpClause},
	{"fgb.invalid", registry.SyntaxTier, registry.T("Tệp là FlatGeobuf lành lặn.", "The file is a FlatGeobuf, and whole."), fgbClause},
	{"xml.syntax", registry.SyntaxTier, registry.T("XML đúng cú pháp.", "The XML parses."), kmlClause},
	{"xml.dtd", registry.SyntaxTier, registry.T("XML không khai kiểu tài liệu.", "The XML declares no document type."), kmlClause},
	{"limit.xml-depth", registry.SyntaxTier, registry.T("XML không lồng quá sâu.", "The XML does not nest too deep."), kmlClause},
	{"ofds.invalid", registry.SyntaxTier, registry.T("Mạng OFDS đọc được.", "The OFDS network can be read."), ofdsClause},
	{"ofds.geometry", registry.SyntaxTier, registry.T("Hình học của mạng OFDS dùng được.", "The geometries of the OFDS network can be used."), ofdsClause},
	{"zip.broken", registry.SyntaxTier, registry.T("Tệp nén không hỏng.", "The archive is not broken."), zipClause},
	{"zip.content", registry.SyntaxTier, registry.T("Tệp nén có tệp đọc được.", "The archive holds something that can be read."), zipClause},
	{"limit.zip-entries", registry.SyntaxTier, registry.T("Tệp nén không quá nhiều tệp con.", "The archive has no more entries than may be."), zipClause},
	{"limit.zip-ratio", registry.SyntaxTier, registry.T("Tệp nén không bung quá lớn.", "The archive does not unpack to too much."), zipClause},
	{"columns.target", registry.SyntaxTier, registry.T("Cột được ghép vào một trường có thật.", "A column is matched to a field that there is."), formClause},
	{"columns.source", registry.SyntaxTier, registry.T("Cột được chọn có trong tệp.", "The column that is chosen is in the file."), formClause},
	{"columns.twice", registry.SyntaxTier, registry.T("Một trường đọc từ một cột.", "One field is read from one column."), formClause},
	{"field.type", registry.SyntaxTier, registry.T("Giá trị đúng kiểu của trường.", "A value is of its field's type."), fieldClause},
	{"coordinate.format", registry.SyntaxTier, registry.T("Tọa độ là số, độ phút giây hoặc một cặp.", "A coordinate is a number, an angle or a pair."), crsClause},
	{"coordinate.half", registry.SyntaxTier, registry.T("Có cả hai tọa độ.", "Both coordinates are there."), crsClause},
	{"coordinate.mixed-decimals", registry.SyntaxTier, registry.T("Một cột dùng một dấu thập phân.", "One column uses one decimal sign."), crsClause},
	{"coordinate.ambiguous", registry.SyntaxTier, registry.T("Tọa độ chỉ đọc được một cách.", "A coordinate can be read in one way only."), crsClause},
	{"coordinate.nan", registry.SyntaxTier, registry.T("Tọa độ là số hữu hạn.", "A coordinate is a finite number."), crsClause},
	{"coordinate.range", registry.ValidityTier, registry.T("Tọa độ trong phạm vi của trục hoặc lưới.", "A coordinate is within its axis or grid."), crsClause},
	{"coordinate.swapped", registry.ValidityTier, registry.T("Kinh độ và vĩ độ không đổi chỗ.", "Longitude and latitude have not changed places."), crsClause},
	{"coordinate.null-island", registry.ValidityTier, registry.T("Vị trí không phải là 0, 0.", "A position is not 0, 0."), crsClause},
	{"coordinate.crs", registry.ValidityTier, registry.T("Hệ tọa độ được biết và được nhận.", "The reference system is known and taken."), crsClause},
	{"coordinate.crs-missing", registry.ValidityTier, registry.T("Tọa độ tính bằng mét phải ghi rõ hệ tọa độ.", "Coordinates in metres name their reference system."), crsClause},
	{"coordinate.crs-mismatch", registry.ValidityTier, registry.T("Tọa độ hợp với hệ tọa độ đã ghi.", "Coordinates fit the reference system that is named."), crsClause},
	{"geometry.missing", registry.ValidityTier, registry.T("Công trình có vị trí.", "A work has a position."), geoClause},
	{"geometry.empty", registry.ValidityTier, registry.T("Hình học không rỗng.", "A geometry is not empty."), geoClause},
	{"geometry.type", registry.ValidityTier, registry.T("Hình học đúng loại của bản ghi.", "A geometry is of its noun's type."), geoClause},
	{"geometry.nan", registry.ValidityTier, registry.T("Tọa độ của hình học là số hữu hạn.", "The positions of a geometry are finite."), geoClause},
	{"geometry.short", registry.ValidityTier, registry.T("Tuyến có ít nhất hai điểm khác nhau, vòng ít nhất bốn.", "A line has two different positions at least, a ring four."), geoClause},
	{"geometry.ring", registry.ValidityTier, registry.T("Vòng ranh giới khép kín.", "A ring is closed."), geoClause},
	{"geometry.ring-open", registry.ValidityTier, registry.T("Vòng ranh giới khép kín.", "A ring is closed."), geoClause},
	{"geometry.step", registry.ValidityTier, registry.T("Hai điểm liền nhau của tuyến không cách nhau quá xa.", "Two successive positions of a line are not too far apart."), geoClause},
	{"geometry.crossing", registry.ValidityTier, registry.T("Ranh giới không tự cắt.", "A boundary does not cross itself."), geoClause},
	{"geometry.repaired", registry.QualityTier, registry.T("Ranh giới tự cắt đã được sửa.", "A boundary that crossed itself was mended."), geoClause},
	{"geometry.wkt", registry.SyntaxTier, registry.T("Hình học WKT đọc được.", "A geometry in WKT can be read."), geoClause},
	{"geometry.wkb", registry.SyntaxTier, registry.T("Hình học WKB đọc được.", "A geometry in WKB can be read."), geoClause},
	{"geometry.z", registry.QualityTier, registry.T("Độ cao trong hình học bị bỏ.", "Heights in a geometry are dropped."), geoClause},
	{"required", registry.ValidityTier, registry.T("Trường bắt buộc có giá trị.", "A required field is given."), fieldClause},
	{"limit.text", registry.ValidityTier, registry.T("Chữ không dài quá mức của trường.", "A text is no longer than its field allows."), fieldClause},
	{"limit.clusters", registry.ValidityTier, registry.T("Thôn không quá nhiều cụm dân cư.", "A village has no more clusters than may be."), fieldClause},
	{"limit.answers", registry.ValidityTier, registry.T("Lần kiểm tra không quá nhiều câu trả lời.", "An inspection has no more answers than may be."), fieldClause},
	{"code.unknown", registry.ValidityTier, registry.T("Giá trị có trong danh mục.", "A value is in its code list."), fieldClause},
	{"number.nan", registry.ValidityTier, registry.T("Giá trị là một số.", "A value is a number."), fieldClause},
	{"number.range", registry.ValidityTier, registry.T("Số trong khoảng hợp lý, đúng đơn vị đo.", "A number is within bounds, in its unit."), fieldClause},
	{"duct.free", registry.ValidityTier, registry.T("Số ống trống không hơn số ống.", "There are no more free ducts than ducts."), fieldClause},
	{"zone.classes", registry.ValidityTier, registry.T("Một loại cột không vừa được phép vừa bị cấm.", "No class of mast is both allowed and forbidden."), fieldClause},
	{"checklist.item", registry.ValidityTier, registry.T("Mục trả lời thuộc danh mục kiểm tra đã dùng.", "An answer is to an item of the checklist that was asked."), visitClause},
	{"checklist.twice", registry.ValidityTier, registry.T("Mỗi mục kiểm tra trả lời một lần.", "An item of a checklist is answered once."), visitClause},
	{"violation.state", registry.ValidityTier, registry.T("Tình trạng của vi phạm có ngày của nó.", "The state of a violation has its day."), visitClause},
	{"report.site", registry.ValidityTier, registry.T("Báo cáo đã khớp ghi vị trí nó khớp.", "A report that is matched names its site."), visitClause},
	{"photo.of", registry.ValidityTier, registry.T("Ảnh là của đúng một thứ.", "A photo is of one thing."), visitClause},
	{"photo.asset", registry.ValidityTier, registry.T("Ảnh ghi công trình thì ghi cả loại công trình.", "A photo that names a work says of what kind."), visitClause},
	{"dates.order", registry.ValidityTier, registry.T("Các ngày đúng thứ tự.", "Dates are in order."), timeClause},
	{"status.dates", registry.ValidityTier, registry.T("Ngày hợp với trạng thái.", "The dates fit the status."), timeClause},
	{"period.overlap", registry.ValidityTier, registry.T("Hai khoảng thời gian của cùng khóa không chồng nhau.", "Two periods of one key do not overlap."), timeClause},
	{"key.duplicate", registry.ValidityTier, registry.T("Một khóa không đứng hai lần trong tệp.", "One key does not stand twice in the file."), keyClause},
	{"organization.unknown", registry.ValidityTier, registry.T("Tổ chức có trong sổ đăng ký.", "The organization is in the register."), keyClause},
	{"reference.unknown", registry.ValidityTier, registry.T("Bản ghi được nhắc đến có trong sổ.", "The record that is referred to is in the register."), keyClause},
	{"reference.ambiguous", registry.ValidityTier, registry.T("Mã chỉ một bản ghi.", "A code means one record."), keyClause},
	{"rights.row", registry.ValidityTier, registry.T("Dòng thuộc quyền ghi của người nộp.", "A row is the filer's to write."), rightClause},
}

// What the rules of reading rest on.
var (
	formClause = registry.T("Khuôn dạng tệp (thiết kế §6: giới hạn có tên, có tài liệu).",
		"The form of the file (design §6: limits are named and documented).")
	csvClause = registry.T("RFC 4180 và thói quen của bảng tính.",
		"RFC 4180 and the habits of spreadsheets.")
	jsonClause = registry.T("RFC 8259, RFC 7946.",
		"RFC 8259, RFC 7946.")
	gpkgClause = registry.T("OGC GeoPackage 1.3.",
		"OGC GeoPackage 1.3.")
	shpClause = registry.T("ESRI Shapefile Technical Description (1998).",
		"ESRI Shapefile Technical Description (1998).")
	xlsClause  = registry.T("[MS-XLS], bản nhị phân BIFF8.", "[MS-XLS], the binary format BIFF8.")
	xlsxClause = registry.T("ECMA-376 (Office Open XML).",
		"ECMA-376 (Office Open XML).")
	kmlClause = registry.T("OGC KML 2.3, XML 1.0.",
		"OGC KML 2.3, XML 1.0.")
	fgbClause = registry.T("FlatGeobuf 3.",
		"FlatGeobuf 3.")
	ofdsClause = registry.T("Open Fibre Data Standard 0.3.",
		"Open Fibre Data Standard 0.3.")
	zipClause = registry.T("Chống tệp nén phá hoại (thiết kế §6).",
		"Against archives made to do harm (design §6).")
	crsClause = registry.T("“Chấp nhận dấu phẩy thập phân, độ phút giây, đảo kinh vĩ; 6956–6959 bị từ chối” (domain.md §4.4, RUN).",
		"“accept decimal dot/comma, DMS, lat/lon swapped; 6956–6959 rejected” (domain.md §4.4, RUN).")
	geoClause = registry.T("GeoJSON RFC 7946, OGC Simple Features; WGS 84, tối đa 7 chữ số thập phân (thiết kế §4).",
		"GeoJSON RFC 7946, OGC Simple Features; WGS 84, seven decimals at most (design §4).")
	fieldClause = registry.T("Trường của từng loại bản ghi (domain.md §2, SEED và SEEN).",
		"The fields of each noun (domain.md §2, SEED and SEEN).")
	visitClause = registry.T("Kiểm tra, vi phạm, báo cáo hiện trường và ảnh của chúng (domain.md §5.5, SEED và INFERRED).",
		"Inspections, violations, field reports and photos of them (domain.md §5.5, SEED and INFERRED).")
	keyClause = registry.T("Khóa của từng loại bản ghi; “mã không phải là định danh” (thiết kế §3.3).",
		"The key of each noun; “a code is not an identity” (design §3.3).")
	timeClause = registry.T("“Thời gian là thật: khoảng nửa mở” (thiết kế §3.2; domain.md §2, §2.9).",
		"“Time is real: half-open ranges” (design §3.2; domain.md §2, §2.9).")
	rightClause = registry.T("Ai được ghi gì (thiết kế §5, §7).",
		"Who may write what (design §5, §7).")
)
