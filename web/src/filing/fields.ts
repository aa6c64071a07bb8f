// @generated from api/openapi.yaml; do not edit.
//
//    npm --prefix web run generate

import type { Text } from '../text';

/** What each noun is called, by its path, and each of its fields that can be written. */
export const nouns: Readonly<Record<string, { readonly title: Text; readonly fields: Readonly<Record<string, Text>> }>> = {
  "cables": {
    "title": {
      "vi": "Tuyến cáp",
      "en": "Cable routes"
    },
    "fields": {
      "address": {
        "vi": "Địa chỉ",
        "en": "Address"
      },
      "approved_on": {
        "vi": "Ngày chấp thuận",
        "en": "Approved on"
      },
      "built_on": {
        "vi": "Ngày xây dựng",
        "en": "Built on"
      },
      "cable_type": {
        "vi": "Loại cáp",
        "en": "Cable type"
      },
      "cables": {
        "vi": "Số sợi cáp",
        "en": "Cables"
      },
      "code": {
        "vi": "Mã",
        "en": "Code"
      },
      "declared_commune": {
        "vi": "Xã/phường khai báo",
        "en": "Declared commune"
      },
      "disclosure": {
        "vi": "Mức công khai",
        "en": "Disclosure"
      },
      "fibre_access": {
        "vi": "Điểm truy nhập cáp quang",
        "en": "Fibre access point"
      },
      "from_text": {
        "vi": "Điểm đầu",
        "en": "From"
      },
      "geometry": {
        "vi": "Hình học",
        "en": "Geometry"
      },
      "laying": {
        "vi": "Cách lắp đặt",
        "en": "Laying"
      },
      "level": {
        "vi": "Cấp cáp",
        "en": "Level"
      },
      "name": {
        "vi": "Tên",
        "en": "Name"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "operating_from": {
        "vi": "Hoạt động từ",
        "en": "Operating from"
      },
      "operating_to": {
        "vi": "Hoạt động đến",
        "en": "Operating to"
      },
      "owner": {
        "vi": "Chủ sở hữu",
        "en": "Owner"
      },
      "owner_present": {
        "vi": "Chủ sở hữu có thiết bị",
        "en": "Owner has equipment here"
      },
      "planned_on": {
        "vi": "Ngày kế hoạch",
        "en": "Planned on"
      },
      "removed_on": {
        "vi": "Ngày tháo dỡ",
        "en": "Removed on"
      },
      "road": {
        "vi": "Tuyến đường",
        "en": "Road"
      },
      "source": {
        "vi": "Nguồn",
        "en": "Source"
      },
      "status": {
        "vi": "Trạng thái",
        "en": "Status"
      },
      "submitted": {
        "vi": "Tọa độ như đã nộp",
        "en": "Coordinates as submitted"
      },
      "tagged": {
        "vi": "Có thẻ nhận biết",
        "en": "Marked"
      },
      "to_text": {
        "vi": "Điểm cuối",
        "en": "To"
      },
      "year_laid": {
        "vi": "Năm lắp đặt",
        "en": "Year laid"
      }
    }
  },
  "certificates": {
    "title": {
      "vi": "Kiểm định",
      "en": "Certificates"
    },
    "fields": {
      "applies": {
        "vi": "Thuộc diện kiểm định",
        "en": "Applies"
      },
      "body": {
        "vi": "Tổ chức kiểm định",
        "en": "Inspection body"
      },
      "expires_on": {
        "vi": "Ngày hết hạn",
        "en": "Expires on"
      },
      "issued_on": {
        "vi": "Ngày cấp",
        "en": "Issued on"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "number": {
        "vi": "Số giấy",
        "en": "Number"
      },
      "site": {
        "vi": "Vị trí",
        "en": "Site"
      }
    }
  },
  "dii-results": {
    "title": {
      "vi": "Kết quả các vòng DII",
      "en": "Results of the DII rounds"
    },
    "fields": {
      "comment": {
        "vi": "Nội dung ý kiến",
        "en": "Comment"
      },
      "document_number": {
        "vi": "Số văn bản",
        "en": "Document number"
      },
      "evidence": {
        "vi": "Minh chứng",
        "en": "Evidence"
      },
      "indicator": {
        "vi": "Chỉ tiêu",
        "en": "Indicator"
      },
      "position": {
        "vi": "Ý kiến của Sở",
        "en": "The department’s position"
      },
      "received_on": {
        "vi": "Ngày nhận",
        "en": "Received on"
      },
      "round": {
        "vi": "Vòng",
        "en": "Round"
      },
      "value": {
        "vi": "Giá trị Cục gửi",
        "en": "Value sent"
      },
      "year": {
        "vi": "Năm",
        "en": "Year"
      }
    }
  },
  "ducts": {
    "title": {
      "vi": "Cống cáp",
      "en": "Duct sections"
    },
    "fields": {
      "address": {
        "vi": "Địa chỉ",
        "en": "Address"
      },
      "approved_on": {
        "vi": "Ngày chấp thuận",
        "en": "Approved on"
      },
      "built_on": {
        "vi": "Ngày xây dựng",
        "en": "Built on"
      },
      "code": {
        "vi": "Mã",
        "en": "Code"
      },
      "declared_commune": {
        "vi": "Xã/phường khai báo",
        "en": "Declared commune"
      },
      "depth_m": {
        "vi": "Độ sâu (m)",
        "en": "Depth (m)"
      },
      "diameter_mm": {
        "vi": "Đường kính (mm)",
        "en": "Diameter (mm)"
      },
      "disclosure": {
        "vi": "Mức công khai",
        "en": "Disclosure"
      },
      "ducts": {
        "vi": "Số ống",
        "en": "Ducts"
      },
      "fibre_access": {
        "vi": "Điểm truy nhập cáp quang",
        "en": "Fibre access point"
      },
      "free_ducts": {
        "vi": "Số ống còn trống",
        "en": "Free ducts"
      },
      "from_manhole": {
        "vi": "Bể đầu",
        "en": "From manhole"
      },
      "geometry": {
        "vi": "Hình học",
        "en": "Geometry"
      },
      "material": {
        "vi": "Vật liệu",
        "en": "Material"
      },
      "name": {
        "vi": "Tên",
        "en": "Name"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "operating_from": {
        "vi": "Hoạt động từ",
        "en": "Operating from"
      },
      "operating_to": {
        "vi": "Hoạt động đến",
        "en": "Operating to"
      },
      "owner": {
        "vi": "Chủ sở hữu",
        "en": "Owner"
      },
      "owner_present": {
        "vi": "Chủ sở hữu có thiết bị",
        "en": "Owner has equipment here"
      },
      "planned_on": {
        "vi": "Ngày kế hoạch",
        "en": "Planned on"
      },
      "removed_on": {
        "vi": "Ngày tháo dỡ",
        "en": "Removed on"
      },
      "road": {
        "vi": "Tuyến đường",
        "en": "Road"
      },
      "source": {
        "vi": "Nguồn",
        "en": "Source"
      },
      "status": {
        "vi": "Trạng thái",
        "en": "Status"
      },
      "submitted": {
        "vi": "Tọa độ như đã nộp",
        "en": "Coordinates as submitted"
      },
      "to_manhole": {
        "vi": "Bể cuối",
        "en": "To manhole"
      }
    }
  },
  "field-reports": {
    "title": {
      "vi": "Báo cáo hiện trường",
      "en": "Field reports"
    },
    "fields": {
      "accuracy_m": {
        "vi": "Sai số vị trí (m)",
        "en": "Position accuracy (m)"
      },
      "address": {
        "vi": "Địa chỉ",
        "en": "Address"
      },
      "asset_kind": {
        "vi": "Loại công trình",
        "en": "Asset kind"
      },
      "code": {
        "vi": "Mã báo cáo",
        "en": "Code"
      },
      "description": {
        "vi": "Mô tả",
        "en": "Description"
      },
      "geometry": {
        "vi": "Vị trí",
        "en": "Position"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "seen_at": {
        "vi": "Lúc nhìn thấy",
        "en": "Seen at"
      },
      "site": {
        "vi": "Vị trí khớp",
        "en": "Matched site"
      },
      "state": {
        "vi": "Tình trạng",
        "en": "State"
      }
    }
  },
  "inspections": {
    "title": {
      "vi": "Kiểm tra",
      "en": "Inspections"
    },
    "fields": {
      "accuracy_m": {
        "vi": "Sai số vị trí (m)",
        "en": "Position accuracy (m)"
      },
      "answers": {
        "vi": "Kết quả từng mục",
        "en": "Answers"
      },
      "asset": {
        "vi": "Công trình",
        "en": "Asset"
      },
      "asset_kind": {
        "vi": "Loại công trình",
        "en": "Asset kind"
      },
      "checklist": {
        "vi": "Danh mục kiểm tra",
        "en": "Checklist"
      },
      "code": {
        "vi": "Số biên bản",
        "en": "Code"
      },
      "geometry": {
        "vi": "Vị trí người kiểm tra",
        "en": "Inspector's position"
      },
      "inspection_kind": {
        "vi": "Hình thức kiểm tra",
        "en": "Kind of inspection"
      },
      "made_at": {
        "vi": "Lúc kiểm tra",
        "en": "Made at"
      },
      "mast": {
        "vi": "Cột ăng ten",
        "en": "Mast"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "outcome": {
        "vi": "Kết quả",
        "en": "Outcome"
      }
    }
  },
  "manholes": {
    "title": {
      "vi": "Bể cáp",
      "en": "Manholes"
    },
    "fields": {
      "address": {
        "vi": "Địa chỉ",
        "en": "Address"
      },
      "approved_on": {
        "vi": "Ngày chấp thuận",
        "en": "Approved on"
      },
      "built_on": {
        "vi": "Ngày xây dựng",
        "en": "Built on"
      },
      "code": {
        "vi": "Mã",
        "en": "Code"
      },
      "condition": {
        "vi": "Tình trạng",
        "en": "Condition"
      },
      "declared_commune": {
        "vi": "Xã/phường khai báo",
        "en": "Declared commune"
      },
      "depth_m": {
        "vi": "Độ sâu (m)",
        "en": "Depth (m)"
      },
      "disclosure": {
        "vi": "Mức công khai",
        "en": "Disclosure"
      },
      "fibre_access": {
        "vi": "Điểm truy nhập cáp quang",
        "en": "Fibre access point"
      },
      "geometry": {
        "vi": "Hình học",
        "en": "Geometry"
      },
      "lid_class": {
        "vi": "Tải trọng nắp",
        "en": "Lid load class"
      },
      "manhole_type": {
        "vi": "Loại bể",
        "en": "Manhole type"
      },
      "name": {
        "vi": "Tên",
        "en": "Name"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "operating_from": {
        "vi": "Hoạt động từ",
        "en": "Operating from"
      },
      "operating_to": {
        "vi": "Hoạt động đến",
        "en": "Operating to"
      },
      "owner": {
        "vi": "Chủ sở hữu",
        "en": "Owner"
      },
      "owner_present": {
        "vi": "Chủ sở hữu có thiết bị",
        "en": "Owner has equipment here"
      },
      "planned_on": {
        "vi": "Ngày kế hoạch",
        "en": "Planned on"
      },
      "removed_on": {
        "vi": "Ngày tháo dỡ",
        "en": "Removed on"
      },
      "road": {
        "vi": "Tuyến đường",
        "en": "Road"
      },
      "size_text": {
        "vi": "Kích thước",
        "en": "Size"
      },
      "source": {
        "vi": "Nguồn",
        "en": "Source"
      },
      "status": {
        "vi": "Trạng thái",
        "en": "Status"
      },
      "submitted": {
        "vi": "Tọa độ như đã nộp",
        "en": "Coordinates as submitted"
      }
    }
  },
  "masts": {
    "title": {
      "vi": "Cột ăng ten",
      "en": "Masts"
    },
    "fields": {
      "class": {
        "vi": "Loại cột ăng ten",
        "en": "Mast class"
      },
      "code": {
        "vi": "Mã cột",
        "en": "Code"
      },
      "design_load_kg": {
        "vi": "Tải trọng thiết kế (kg)",
        "en": "Design load (kg)"
      },
      "foundation": {
        "vi": "Móng",
        "en": "Foundation"
      },
      "height_m": {
        "vi": "Chiều cao cột (m)",
        "en": "Mast height (m)"
      },
      "inspected_on": {
        "vi": "Kiểm tra kết cấu gần nhất",
        "en": "Last structural inspection"
      },
      "lighted": {
        "vi": "Có đèn báo không",
        "en": "Aviation lighting"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "operating_from": {
        "vi": "Sử dụng từ",
        "en": "In use from"
      },
      "operating_to": {
        "vi": "Sử dụng đến",
        "en": "In use to"
      },
      "platforms": {
        "vi": "Số sàn, giá",
        "en": "Platforms"
      },
      "site": {
        "vi": "Vị trí",
        "en": "Site"
      },
      "structure": {
        "vi": "Kết cấu",
        "en": "Structure"
      },
      "width_m": {
        "vi": "Bề ngang từ tâm (m)",
        "en": "Half width (m)"
      },
      "wind_zone": {
        "vi": "Vùng gió",
        "en": "Wind zone"
      },
      "year_built": {
        "vi": "Năm xây dựng",
        "en": "Year built"
      }
    }
  },
  "organizations": {
    "title": {
      "vi": "Tổ chức",
      "en": "Organizations"
    },
    "fields": {
      "code": {
        "vi": "Mã",
        "en": "Code"
      },
      "contact": {
        "vi": "Liên hệ",
        "en": "Contact"
      },
      "kind": {
        "vi": "Loại",
        "en": "Kind"
      },
      "legal_group": {
        "vi": "Nhóm pháp nhân",
        "en": "Legal group"
      },
      "mvno": {
        "vi": "Mạng ảo (MVNO)",
        "en": "MVNO"
      },
      "name": {
        "vi": "Tên",
        "en": "Name"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      }
    }
  },
  "permits": {
    "title": {
      "vi": "Giấy phép",
      "en": "Permits"
    },
    "fields": {
      "asset": {
        "vi": "Công trình",
        "en": "Asset"
      },
      "asset_kind": {
        "vi": "Loại công trình",
        "en": "Asset kind"
      },
      "authority": {
        "vi": "Cơ quan cấp",
        "en": "Authority"
      },
      "basis": {
        "vi": "Căn cứ",
        "en": "Basis"
      },
      "height_m": {
        "vi": "Chiều cao được phép (m)",
        "en": "Permitted height (m)"
      },
      "issued_on": {
        "vi": "Ngày cấp",
        "en": "Issued on"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "number": {
        "vi": "Số giấy phép",
        "en": "Number"
      },
      "valid_until": {
        "vi": "Hiệu lực đến",
        "en": "Valid until"
      }
    }
  },
  "photos": {
    "title": {
      "vi": "Ảnh",
      "en": "Photos"
    },
    "fields": {
      "asset": {
        "vi": "Công trình",
        "en": "Asset"
      },
      "asset_kind": {
        "vi": "Loại công trình",
        "en": "Asset kind"
      },
      "caption": {
        "vi": "Chú thích",
        "en": "Caption"
      },
      "code": {
        "vi": "Mã ảnh",
        "en": "Code"
      },
      "field_report": {
        "vi": "Báo cáo hiện trường",
        "en": "Field report"
      },
      "inspection": {
        "vi": "Lần kiểm tra",
        "en": "Inspection"
      },
      "taken_at": {
        "vi": "Lúc chụp",
        "en": "Taken at"
      },
      "violation": {
        "vi": "Vi phạm",
        "en": "Violation"
      }
    }
  },
  "planned-works": {
    "title": {
      "vi": "Công trình dự kiến",
      "en": "Planned works"
    },
    "fields": {
      "code": {
        "vi": "Mã",
        "en": "Code"
      },
      "contact": {
        "vi": "Liên hệ",
        "en": "Contact"
      },
      "ducts": {
        "vi": "Số ống dự kiến",
        "en": "Planned ducts"
      },
      "ends_on": {
        "vi": "Dự kiến hoàn thành",
        "en": "Ends on"
      },
      "geometry": {
        "vi": "Tuyến",
        "en": "Line"
      },
      "name": {
        "vi": "Tên công trình",
        "en": "Name"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "owner": {
        "vi": "Chủ đầu tư",
        "en": "Owner"
      },
      "poles": {
        "vi": "Số cột dự kiến",
        "en": "Planned poles"
      },
      "road": {
        "vi": "Tuyến đường",
        "en": "Road"
      },
      "starts_on": {
        "vi": "Dự kiến khởi công",
        "en": "Starts on"
      },
      "state": {
        "vi": "Trạng thái",
        "en": "State"
      },
      "work_kind": {
        "vi": "Loại công việc",
        "en": "Kind of work"
      }
    }
  },
  "poles": {
    "title": {
      "vi": "Cột treo cáp",
      "en": "Cable poles"
    },
    "fields": {
      "address": {
        "vi": "Địa chỉ",
        "en": "Address"
      },
      "approved_on": {
        "vi": "Ngày chấp thuận",
        "en": "Approved on"
      },
      "boxes": {
        "vi": "Số tủ, hộp",
        "en": "Boxes"
      },
      "built_on": {
        "vi": "Ngày xây dựng",
        "en": "Built on"
      },
      "class": {
        "vi": "Loại cột",
        "en": "Pole class"
      },
      "clearance_m": {
        "vi": "Tĩnh không (m)",
        "en": "Clearance (m)"
      },
      "code": {
        "vi": "Mã",
        "en": "Code"
      },
      "condition": {
        "vi": "Tình trạng",
        "en": "Condition"
      },
      "declared_commune": {
        "vi": "Xã/phường khai báo",
        "en": "Declared commune"
      },
      "disclosure": {
        "vi": "Mức công khai",
        "en": "Disclosure"
      },
      "fibre_access": {
        "vi": "Điểm truy nhập cáp quang",
        "en": "Fibre access point"
      },
      "geometry": {
        "vi": "Hình học",
        "en": "Geometry"
      },
      "height_m": {
        "vi": "Chiều cao (m)",
        "en": "Height (m)"
      },
      "line_no": {
        "vi": "Số cột trên tuyến",
        "en": "Number on the line"
      },
      "material": {
        "vi": "Vật liệu",
        "en": "Material"
      },
      "name": {
        "vi": "Tên",
        "en": "Name"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "operating_from": {
        "vi": "Hoạt động từ",
        "en": "Operating from"
      },
      "operating_to": {
        "vi": "Hoạt động đến",
        "en": "Operating to"
      },
      "owner": {
        "vi": "Chủ sở hữu",
        "en": "Owner"
      },
      "owner_present": {
        "vi": "Chủ sở hữu có thiết bị",
        "en": "Owner has equipment here"
      },
      "planned_on": {
        "vi": "Ngày kế hoạch",
        "en": "Planned on"
      },
      "removed_on": {
        "vi": "Ngày tháo dỡ",
        "en": "Removed on"
      },
      "road": {
        "vi": "Tuyến đường",
        "en": "Road"
      },
      "route_code": {
        "vi": "Mã tuyến",
        "en": "Route code"
      },
      "source": {
        "vi": "Nguồn",
        "en": "Source"
      },
      "status": {
        "vi": "Trạng thái",
        "en": "Status"
      },
      "submitted": {
        "vi": "Tọa độ như đã nộp",
        "en": "Coordinates as submitted"
      },
      "to_remove": {
        "vi": "Sẽ tháo dỡ sau hạ ngầm",
        "en": "To be removed"
      }
    }
  },
  "reported-values": {
    "title": {
      "vi": "Số liệu báo cáo",
      "en": "Reported values"
    },
    "fields": {
      "denominator": {
        "vi": "Mẫu số",
        "en": "Denominator"
      },
      "evidence": {
        "vi": "Chứng cứ",
        "en": "Evidence"
      },
      "from": {
        "vi": "Từ ngày",
        "en": "From"
      },
      "indicator": {
        "vi": "Chỉ tiêu",
        "en": "Indicator"
      },
      "layer": {
        "vi": "Lớp số liệu",
        "en": "Layer"
      },
      "method": {
        "vi": "Cách đo",
        "en": "Method"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "numerator": {
        "vi": "Tử số",
        "en": "Numerator"
      },
      "on": {
        "vi": "Tại ngày",
        "en": "On"
      },
      "source": {
        "vi": "Nguồn",
        "en": "Source"
      },
      "unit_code": {
        "vi": "Mã đơn vị",
        "en": "Unit code"
      },
      "value": {
        "vi": "Giá trị",
        "en": "Value"
      }
    }
  },
  "service-points": {
    "title": {
      "vi": "Điểm phục vụ công cộng",
      "en": "Public service points"
    },
    "fields": {
      "address": {
        "vi": "Địa chỉ",
        "en": "Address"
      },
      "approved_on": {
        "vi": "Ngày chấp thuận",
        "en": "Approved on"
      },
      "building_area_m2": {
        "vi": "Diện tích xây dựng (m²)",
        "en": "Building area (m²)"
      },
      "built_on": {
        "vi": "Ngày xây dựng",
        "en": "Built on"
      },
      "class": {
        "vi": "Loại điểm",
        "en": "Class"
      },
      "code": {
        "vi": "Mã",
        "en": "Code"
      },
      "declared_commune": {
        "vi": "Xã/phường khai báo",
        "en": "Declared commune"
      },
      "disclosure": {
        "vi": "Mức công khai",
        "en": "Disclosure"
      },
      "fibre_access": {
        "vi": "Điểm truy nhập cáp quang",
        "en": "Fibre access point"
      },
      "floor_area_m2": {
        "vi": "Diện tích sử dụng (m²)",
        "en": "Usable floor area (m²)"
      },
      "geometry": {
        "vi": "Hình học",
        "en": "Geometry"
      },
      "height_m": {
        "vi": "Chiều cao (m)",
        "en": "Height (m)"
      },
      "land_area_m2": {
        "vi": "Diện tích đất (m²)",
        "en": "Land area (m²)"
      },
      "land_use": {
        "vi": "Hình thức sử dụng đất",
        "en": "Land use"
      },
      "name": {
        "vi": "Tên",
        "en": "Name"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "operating_from": {
        "vi": "Hoạt động từ",
        "en": "Operating from"
      },
      "operating_to": {
        "vi": "Hoạt động đến",
        "en": "Operating to"
      },
      "owner": {
        "vi": "Chủ sở hữu",
        "en": "Owner"
      },
      "owner_present": {
        "vi": "Chủ sở hữu có thiết bị",
        "en": "Owner has equipment here"
      },
      "planned_on": {
        "vi": "Ngày kế hoạch",
        "en": "Planned on"
      },
      "removed_on": {
        "vi": "Ngày tháo dỡ",
        "en": "Removed on"
      },
      "road": {
        "vi": "Tuyến đường",
        "en": "Road"
      },
      "source": {
        "vi": "Nguồn",
        "en": "Source"
      },
      "status": {
        "vi": "Trạng thái",
        "en": "Status"
      },
      "submitted": {
        "vi": "Tọa độ như đã nộp",
        "en": "Coordinates as submitted"
      },
      "wifi": {
        "vi": "Wi-Fi công cộng",
        "en": "Public Wi-Fi"
      }
    }
  },
  "sites": {
    "title": {
      "vi": "Vị trí trạm BTS",
      "en": "BTS sites"
    },
    "fields": {
      "address": {
        "vi": "Địa chỉ",
        "en": "Address"
      },
      "approved_on": {
        "vi": "Ngày chấp thuận",
        "en": "Approved on"
      },
      "area_class": {
        "vi": "Loại khu vực",
        "en": "Area class"
      },
      "battery_hours": {
        "vi": "Ắc quy (giờ)",
        "en": "Battery (h)"
      },
      "building_height_m": {
        "vi": "Chiều cao công trình đặt trạm (m)",
        "en": "Host building height (m)"
      },
      "built_on": {
        "vi": "Ngày xây dựng",
        "en": "Built on"
      },
      "code": {
        "vi": "Mã",
        "en": "Code"
      },
      "declared_commune": {
        "vi": "Xã/phường khai báo",
        "en": "Declared commune"
      },
      "disclosure": {
        "vi": "Mức công khai",
        "en": "Disclosure"
      },
      "elevation_m": {
        "vi": "Cao độ địa hình (m)",
        "en": "Terrain elevation (m)"
      },
      "fibre_access": {
        "vi": "Điểm truy nhập cáp quang",
        "en": "Fibre access point"
      },
      "free_slots": {
        "vi": "Số vị trí còn trống",
        "en": "Free slots"
      },
      "geometry": {
        "vi": "Hình học",
        "en": "Geometry"
      },
      "host_name": {
        "vi": "Chủ mặt bằng",
        "en": "Host"
      },
      "host_type": {
        "vi": "Loại mặt bằng",
        "en": "Host type"
      },
      "land_area_m2": {
        "vi": "Diện tích đất (m²)",
        "en": "Land area (m²)"
      },
      "land_use": {
        "vi": "Hình thức sử dụng đất",
        "en": "Land use"
      },
      "lease_contract": {
        "vi": "Hợp đồng thuê mặt bằng",
        "en": "Lease contract"
      },
      "max_load_kg": {
        "vi": "Tải trọng còn lại (kg)",
        "en": "Spare load (kg)"
      },
      "name": {
        "vi": "Tên",
        "en": "Name"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "operating_from": {
        "vi": "Hoạt động từ",
        "en": "Operating from"
      },
      "operating_to": {
        "vi": "Hoạt động đến",
        "en": "Operating to"
      },
      "owner": {
        "vi": "Chủ sở hữu",
        "en": "Owner"
      },
      "owner_present": {
        "vi": "Chủ sở hữu có thiết bị",
        "en": "Owner has equipment here"
      },
      "planned_on": {
        "vi": "Ngày kế hoạch",
        "en": "Planned on"
      },
      "power": {
        "vi": "Nguồn điện",
        "en": "Power"
      },
      "refusal_reason": {
        "vi": "Lý do không chia sẻ",
        "en": "Why not shared"
      },
      "removed_on": {
        "vi": "Ngày tháo dỡ",
        "en": "Removed on"
      },
      "road": {
        "vi": "Tuyến đường",
        "en": "Road"
      },
      "sharing_since": {
        "vi": "Dùng chung từ",
        "en": "Shared since"
      },
      "shelter": {
        "vi": "Có nhà trạm",
        "en": "Shelter"
      },
      "shelter_area_m2": {
        "vi": "Diện tích nhà trạm (m²)",
        "en": "Shelter area (m²)"
      },
      "site_kind": {
        "vi": "Loại vị trí",
        "en": "Site kind"
      },
      "source": {
        "vi": "Nguồn",
        "en": "Source"
      },
      "status": {
        "vi": "Trạng thái",
        "en": "Status"
      },
      "submitted": {
        "vi": "Tọa độ như đã nộp",
        "en": "Coordinates as submitted"
      },
      "transmission": {
        "vi": "Truyền dẫn",
        "en": "Transmission"
      }
    }
  },
  "statements": {
    "title": {
      "vi": "Xác nhận phủ sóng",
      "en": "Coverage statements"
    },
    "fields": {
      "from": {
        "vi": "Từ ngày",
        "en": "From"
      },
      "layer": {
        "vi": "Lớp số liệu",
        "en": "Layer"
      },
      "operator": {
        "vi": "Doanh nghiệp",
        "en": "Operator"
      },
      "service": {
        "vi": "Dịch vụ",
        "en": "Service"
      },
      "source": {
        "vi": "Nguồn",
        "en": "Source"
      },
      "state": {
        "vi": "Tình trạng",
        "en": "State"
      },
      "technology": {
        "vi": "Công nghệ",
        "en": "Technology"
      },
      "to": {
        "vi": "Đến ngày",
        "en": "To"
      },
      "village": {
        "vi": "Thôn",
        "en": "Village"
      }
    }
  },
  "stations": {
    "title": {
      "vi": "Trạm",
      "en": "Stations"
    },
    "fields": {
      "active_shared": {
        "vi": "Dùng chung tích cực",
        "en": "Actively shared"
      },
      "antenna_height_m": {
        "vi": "Độ cao ăng ten (m)",
        "en": "Antenna height (m)"
      },
      "azimuths": {
        "vi": "Phương vị (°)",
        "en": "Azimuths (°)"
      },
      "band_mhz": {
        "vi": "Băng tần (MHz)",
        "en": "Band (MHz)"
      },
      "carrier_mhz": {
        "vi": "Độ rộng sóng mang (MHz)",
        "en": "Carrier width (MHz)"
      },
      "cell_id": {
        "vi": "Mã ô (MCC-MNC-…)",
        "en": "Cell identity"
      },
      "code": {
        "vi": "Mã trạm",
        "en": "Code"
      },
      "gain_dbi": {
        "vi": "Độ tăng ích (dBi)",
        "en": "Gain (dBi)"
      },
      "mast": {
        "vi": "Cột",
        "en": "Mast"
      },
      "name": {
        "vi": "Tên trạm",
        "en": "Name"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "on_air_from": {
        "vi": "Phát sóng từ",
        "en": "On air from"
      },
      "on_air_to": {
        "vi": "Phát sóng đến",
        "en": "On air to"
      },
      "operator": {
        "vi": "Doanh nghiệp",
        "en": "Operator"
      },
      "partners": {
        "vi": "Đối tác dùng chung tích cực",
        "en": "Active-sharing partners"
      },
      "sectors": {
        "vi": "Số sector",
        "en": "Sectors"
      },
      "site": {
        "vi": "Vị trí",
        "en": "Site"
      },
      "technology": {
        "vi": "Công nghệ",
        "en": "Technology"
      },
      "tilt_deg": {
        "vi": "Góc ngẩng (°)",
        "en": "Tilt (°)"
      }
    }
  },
  "streets": {
    "title": {
      "vi": "Tuyến đường trong danh mục",
      "en": "Listed streets"
    },
    "fields": {
      "allowed_classes": {
        "vi": "Loại cột được phép",
        "en": "Allowed mast classes"
      },
      "code": {
        "vi": "Mã",
        "en": "Code"
      },
      "deadline": {
        "vi": "Thời hạn thực hiện",
        "en": "Deadline"
      },
      "decided_on": {
        "vi": "Ngày quyết định",
        "en": "Decided on"
      },
      "decision_number": {
        "vi": "Số quyết định",
        "en": "Decision number"
      },
      "forbidden_classes": {
        "vi": "Loại cột bị cấm",
        "en": "Forbidden mast classes"
      },
      "from_text": {
        "vi": "Từ",
        "en": "From"
      },
      "geometry": {
        "vi": "Tim đường",
        "en": "Centre line"
      },
      "height_datum": {
        "vi": "Mốc chiều cao",
        "en": "Height above"
      },
      "height_limit_m": {
        "vi": "Giới hạn chiều cao (m)",
        "en": "Height limit (m)"
      },
      "issuer": {
        "vi": "Cơ quan ban hành",
        "en": "Issuer"
      },
      "name": {
        "vi": "Tên",
        "en": "Name"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "reach_m": {
        "vi": "Phạm vi hai bên (m)",
        "en": "Reach to either side (m)"
      },
      "street_kind": {
        "vi": "Loại danh mục",
        "en": "List"
      },
      "to_text": {
        "vi": "Đến",
        "en": "To"
      },
      "valid_from": {
        "vi": "Hiệu lực từ",
        "en": "Valid from"
      },
      "valid_to": {
        "vi": "Hiệu lực đến",
        "en": "Valid to"
      }
    }
  },
  "tenancies": {
    "title": {
      "vi": "Dùng chung",
      "en": "Tenancies"
    },
    "fields": {
      "asset": {
        "vi": "Công trình",
        "en": "Asset"
      },
      "asset_kind": {
        "vi": "Loại công trình",
        "en": "Asset kind"
      },
      "boxes": {
        "vi": "Số tủ, hộp",
        "en": "Boxes"
      },
      "contract": {
        "vi": "Số hợp đồng",
        "en": "Contract"
      },
      "evidence": {
        "vi": "Chứng cứ",
        "en": "Evidence"
      },
      "from": {
        "vi": "Từ ngày",
        "en": "From"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "owner_says": {
        "vi": "Chủ sở hữu xác nhận",
        "en": "Owner says"
      },
      "placement": {
        "vi": "Nội dung",
        "en": "Placed"
      },
      "slots": {
        "vi": "Số vị trí, sợi, ống",
        "en": "Slots"
      },
      "tenant": {
        "vi": "Bên thuê",
        "en": "Tenant"
      },
      "tenant_says": {
        "vi": "Bên thuê xác nhận",
        "en": "Tenant says"
      },
      "to": {
        "vi": "Đến ngày",
        "en": "To"
      }
    }
  },
  "trenches": {
    "title": {
      "vi": "Hào, tuy nen kỹ thuật",
      "en": "Trenches"
    },
    "fields": {
      "address": {
        "vi": "Địa chỉ",
        "en": "Address"
      },
      "approved_on": {
        "vi": "Ngày chấp thuận",
        "en": "Approved on"
      },
      "built_on": {
        "vi": "Ngày xây dựng",
        "en": "Built on"
      },
      "capacity_text": {
        "vi": "Sức chứa",
        "en": "Capacity"
      },
      "code": {
        "vi": "Mã",
        "en": "Code"
      },
      "decision": {
        "vi": "Quyết định giá thuê",
        "en": "Rental decision"
      },
      "declared_commune": {
        "vi": "Xã/phường khai báo",
        "en": "Declared commune"
      },
      "depth_m": {
        "vi": "Độ sâu (m)",
        "en": "Depth (m)"
      },
      "disclosure": {
        "vi": "Mức công khai",
        "en": "Disclosure"
      },
      "fibre_access": {
        "vi": "Điểm truy nhập cáp quang",
        "en": "Fibre access point"
      },
      "fire_safety": {
        "vi": "Đạt PCCC",
        "en": "Fire and gas safety"
      },
      "geometry": {
        "vi": "Hình học",
        "en": "Geometry"
      },
      "height_m": {
        "vi": "Cao (m)",
        "en": "Height (m)"
      },
      "manager": {
        "vi": "Đơn vị quản lý vận hành",
        "en": "Manager"
      },
      "name": {
        "vi": "Tên",
        "en": "Name"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "operating_from": {
        "vi": "Hoạt động từ",
        "en": "Operating from"
      },
      "operating_to": {
        "vi": "Hoạt động đến",
        "en": "Operating to"
      },
      "owner": {
        "vi": "Chủ sở hữu",
        "en": "Owner"
      },
      "owner_present": {
        "vi": "Chủ sở hữu có thiết bị",
        "en": "Owner has equipment here"
      },
      "planned_on": {
        "vi": "Ngày kế hoạch",
        "en": "Planned on"
      },
      "removed_on": {
        "vi": "Ngày tháo dỡ",
        "en": "Removed on"
      },
      "road": {
        "vi": "Tuyến đường",
        "en": "Road"
      },
      "sectors": {
        "vi": "Ngành sử dụng",
        "en": "Sectors inside"
      },
      "source": {
        "vi": "Nguồn",
        "en": "Source"
      },
      "status": {
        "vi": "Trạng thái",
        "en": "Status"
      },
      "submitted": {
        "vi": "Tọa độ như đã nộp",
        "en": "Coordinates as submitted"
      },
      "trench_type": {
        "vi": "Loại",
        "en": "Type"
      },
      "width_m": {
        "vi": "Rộng (m)",
        "en": "Width (m)"
      }
    }
  },
  "units": {
    "title": {
      "vi": "Đơn vị hành chính",
      "en": "Administrative units"
    },
    "fields": {
      "area_km2": {
        "vi": "Diện tích công bố (km²)",
        "en": "Declared area (km²)"
      },
      "code": {
        "vi": "Mã",
        "en": "Code"
      },
      "geometry": {
        "vi": "Ranh giới",
        "en": "Boundary"
      },
      "level": {
        "vi": "Cấp",
        "en": "Level"
      },
      "name": {
        "vi": "Tên",
        "en": "Name"
      },
      "parent": {
        "vi": "Trực thuộc",
        "en": "Parent"
      },
      "population": {
        "vi": "Dân số",
        "en": "Population"
      },
      "province": {
        "vi": "Mã tỉnh",
        "en": "Province code"
      },
      "unit_kind": {
        "vi": "Loại",
        "en": "Kind"
      },
      "valid_from": {
        "vi": "Hiệu lực từ",
        "en": "Valid from"
      },
      "valid_to": {
        "vi": "Hiệu lực đến",
        "en": "Valid to"
      }
    }
  },
  "villages": {
    "title": {
      "vi": "Thôn, khu phố",
      "en": "Villages"
    },
    "fields": {
      "clusters": {
        "vi": "Cụm dân cư",
        "en": "Clusters"
      },
      "code": {
        "vi": "Mã",
        "en": "Code"
      },
      "declared_commune": {
        "vi": "Xã/phường khai báo",
        "en": "Declared commune"
      },
      "geometry": {
        "vi": "Nhà văn hóa",
        "en": "Culture house"
      },
      "grid_power": {
        "vi": "Có điện lưới",
        "en": "Grid power"
      },
      "households": {
        "vi": "Số hộ",
        "en": "Households"
      },
      "name": {
        "vi": "Tên",
        "en": "Name"
      },
      "population": {
        "vi": "Dân số",
        "en": "Population"
      },
      "special_difficulty": {
        "vi": "Đặc biệt khó khăn",
        "en": "Special difficulty"
      },
      "valid_from": {
        "vi": "Hiệu lực từ",
        "en": "Valid from"
      },
      "valid_to": {
        "vi": "Hiệu lực đến",
        "en": "Valid to"
      },
      "village_kind": {
        "vi": "Loại",
        "en": "Kind"
      }
    }
  },
  "violations": {
    "title": {
      "vi": "Vi phạm",
      "en": "Violations"
    },
    "fields": {
      "asset": {
        "vi": "Công trình",
        "en": "Asset"
      },
      "asset_kind": {
        "vi": "Loại công trình",
        "en": "Asset kind"
      },
      "clause": {
        "vi": "Điều khoản",
        "en": "Clause"
      },
      "closed_on": {
        "vi": "Ngày kết thúc",
        "en": "Closed on"
      },
      "code": {
        "vi": "Số biên bản",
        "en": "Code"
      },
      "deadline": {
        "vi": "Hạn khắc phục",
        "en": "Deadline"
      },
      "decision_number": {
        "vi": "Số quyết định xử phạt",
        "en": "Decision number"
      },
      "description": {
        "vi": "Mô tả",
        "en": "Description"
      },
      "found_on": {
        "vi": "Ngày phát hiện",
        "en": "Found on"
      },
      "inspection": {
        "vi": "Lần kiểm tra",
        "en": "Inspection"
      },
      "mast": {
        "vi": "Cột ăng ten",
        "en": "Mast"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "notified_on": {
        "vi": "Ngày thông báo",
        "en": "Notified on"
      },
      "remedied_on": {
        "vi": "Ngày khắc phục",
        "en": "Remedied on"
      },
      "rule": {
        "vi": "Quy tắc",
        "en": "Rule"
      },
      "state": {
        "vi": "Tình trạng xử lý",
        "en": "State"
      }
    }
  },
  "zones": {
    "title": {
      "vi": "Khu vực quy hoạch",
      "en": "Zones"
    },
    "fields": {
      "allowed_classes": {
        "vi": "Loại cột được phép",
        "en": "Allowed mast classes"
      },
      "code": {
        "vi": "Mã",
        "en": "Code"
      },
      "deadline": {
        "vi": "Thời hạn thực hiện",
        "en": "Deadline"
      },
      "decided_on": {
        "vi": "Ngày quyết định",
        "en": "Decided on"
      },
      "decision_number": {
        "vi": "Số quyết định",
        "en": "Decision number"
      },
      "forbidden_classes": {
        "vi": "Loại cột bị cấm",
        "en": "Forbidden mast classes"
      },
      "geometry": {
        "vi": "Ranh giới",
        "en": "Boundary"
      },
      "height_datum": {
        "vi": "Mốc chiều cao",
        "en": "Height above"
      },
      "height_limit_m": {
        "vi": "Giới hạn chiều cao (m)",
        "en": "Height limit (m)"
      },
      "issuer": {
        "vi": "Cơ quan ban hành",
        "en": "Issuer"
      },
      "name": {
        "vi": "Tên",
        "en": "Name"
      },
      "note": {
        "vi": "Ghi chú",
        "en": "Note"
      },
      "valid_from": {
        "vi": "Hiệu lực từ",
        "en": "Valid from"
      },
      "valid_to": {
        "vi": "Hiệu lực đến",
        "en": "Valid to"
      },
      "zone_kind": {
        "vi": "Loại khu vực",
        "en": "Zone kind"
      }
    }
  }
};
