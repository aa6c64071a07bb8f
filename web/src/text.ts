import type { Schemas } from './client/types';
import { feedback } from './words/feedback';
import { field } from './words/field';
import { look } from './words/look';
import { permit } from './words/permit';
import { plan } from './words/plan';

/** One sentence in both languages of the product, Vietnamese first. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}

export type Language = keyof Text;

/** What the languages call themselves. */
export const languageNames: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' };

/** Everything the page says, but for what the register itself holds. {name} marks a value. */
export const texts = {
  ...look,
  ...field,
  ...feedback,
  ...permit,
  ...plan,
  title: { vi: 'Hạ Tầng Số', en: 'Hạ Tầng Số' },
  subtitle: { vi: 'Hạ tầng viễn thông của tỉnh', en: 'Telecom infrastructure of the province' },
  sample: { vi: 'Dữ liệu mẫu', en: 'Sample data' },
  sampleHint: {
    vi: 'Những gì đang hiện có dữ liệu mẫu, không phải công trình có thật.',
    en: 'What is shown includes made-up data, not real works.',
  },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  mapLabel: { vi: 'Bản đồ hạ tầng viễn thông', en: 'Map of telecom infrastructure' },
  panelLabel: { vi: 'Số liệu và lớp bản đồ', en: 'Numbers and map layers' },
  openPanel: { vi: 'Mở bảng số liệu và lớp', en: 'Open numbers and layers' },
  closePanel: { vi: 'Thu gọn', en: 'Collapse' },

  account: { vi: 'Tài khoản', en: 'Account' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  filings: { vi: 'Hồ sơ', en: 'Filings' },
  signInForMore: { vi: 'Đăng nhập để xem thêm', en: 'Sign in to see more' },
  signedInOnly: { vi: 'chỉ sau khi đăng nhập', en: 'after signing in only' },
  publicNote: {
    vi: 'Đây là dữ liệu công khai: vị trí làm tròn đến khoảng 1 km; không hiện tên, chủ sở hữu và các tuyến cống, hào, cáp.',
    en: 'This is public data: positions are rounded to about 1 km; names, owners and the routes of ducts, trenches and cables are not shown.',
  },
  someNote: {
    vi: 'Ngoài phạm vi được giao, vị trí làm tròn đến khoảng 1 km; không hiện tên, chủ sở hữu và các tuyến cống, hào, cáp.',
    en: 'Outside your remit positions are rounded to about 1 km; names, owners and the routes of ducts, trenches and cables are not shown.',
  },
  publicRecord: { vi: 'Vị trí làm tròn đến khoảng 1 km.', en: 'The position is rounded to about 1 km.' },
  hideNote: { vi: 'Ẩn ghi chú', en: 'Hide this note' },
  sessionEnded: { vi: 'Phiên đăng nhập đã kết thúc', en: 'Your session has ended' },
  sessionEndedHint: {
    vi: 'Đăng nhập lại để tiếp tục, hoặc xem những gì công khai.',
    en: 'Sign in again to go on, or look at what is public.',
  },
  goOnAsPublic: { vi: 'Xem dữ liệu công khai', en: 'See public data' },
  mustSignIn: { vi: 'Cần đăng nhập', en: 'Sign in first' },
  mustSignInHint: {
    vi: 'Sổ đăng ký này chỉ mở cho người đã đăng nhập.',
    en: 'This register is open to people who have signed in.',
  },

  asOf: { vi: 'Tại ngày', en: 'As of' },
  today: { vi: 'Hôm nay', en: 'Today' },
  dayShape: { vi: 'ngày/tháng/năm', en: 'day/month/year' },
  calendar: { vi: 'Chọn ngày trên lịch', en: 'Choose a day from the calendar' },
  badDate: { vi: 'Ghi một ngày như 01/07/2025, từ 1990 đến 2100.', en: 'Give a day such as 01/07/2025, from 1990 to 2100.' },

  numbers: { vi: 'Số liệu chính', en: 'Headline numbers' },
  allNumbers: { vi: 'Chỉ tiêu, kế hoạch, báo cáo', en: 'Indicators, plans, reports' },
  sharedSites: { vi: 'Vị trí BTS dùng chung', en: 'BTS sites shared' },
  sharedPoles: { vi: 'Cột treo cáp dùng chung', en: 'Cable poles shared' },
  mobileVillages: { vi: 'Thôn có băng rộng di động', en: 'Villages with mobile broadband' },
  fibreVillages: { vi: 'Thôn có cáp quang', en: 'Villages with fibre' },
  ofSites: { vi: '{part} / {whole} vị trí', en: '{part} of {whole} sites' },
  ofPoles: { vi: '{part} / {whole} cột', en: '{part} of {whole} poles' },
  ofVillages: { vi: '{part} / {whole} thôn', en: '{part} of {whole} villages' },
  noData: { vi: 'chưa có dữ liệu', en: 'no data yet' },
  computedIs: { vi: 'tính toán: {ratio}', en: 'computed: {ratio}' },
  sharedHint: {
    vi: 'Dùng chung: từ hai doanh nghiệp trở lên. Phủ sóng: số công bố (thẩm tra, nếu không thì khai báo).',
    en: 'Shared: by two operators or more. Coverage: as published (verified, otherwise declared).',
  },

  layers: { vi: 'Lớp bản đồ', en: 'Layers' },
  units: { vi: 'Đơn vị hành chính', en: 'Administrative units' },
  unit: { vi: 'Đơn vị hành chính', en: 'Administrative unit' },
  villages: { vi: 'Thôn, khu phố', en: 'Villages' },
  village: { vi: 'Thôn, khu phố', en: 'Village' },
  sites: { vi: 'Vị trí trạm BTS', en: 'BTS sites' },
  site: { vi: 'Vị trí trạm BTS', en: 'BTS site' },
  servicePoints: { vi: 'Điểm phục vụ công cộng', en: 'Public service points' },
  servicePoint: { vi: 'Điểm phục vụ công cộng', en: 'Public service point' },
  poles: { vi: 'Cột treo cáp', en: 'Cable poles' },
  pole: { vi: 'Cột treo cáp', en: 'Cable pole' },
  ducts: { vi: 'Cống cáp', en: 'Duct sections' },
  duct: { vi: 'Cống cáp', en: 'Duct section' },
  manholes: { vi: 'Bể cáp', en: 'Manholes' },
  manhole: { vi: 'Bể cáp', en: 'Manhole' },
  cables: { vi: 'Tuyến cáp', en: 'Cable routes' },
  cable: { vi: 'Tuyến cáp', en: 'Cable route' },
  trenches: { vi: 'Hào, tuy nen kỹ thuật', en: 'Trenches and tunnels' },
  trench: { vi: 'Hào, tuy nen kỹ thuật', en: 'Trench or tunnel' },
  plannedWorks: { vi: 'Công trình dự kiến', en: 'Planned works' },
  plannedWork: { vi: 'Công trình dự kiến', en: 'Planned work' },
  streets: { vi: 'Tuyến phố trong danh mục', en: 'Listed streets' },
  street: { vi: 'Tuyến phố trong danh mục', en: 'Listed street' },
  zones: { vi: 'Khu vực quy định', en: 'Zones' },
  zone: { vi: 'Khu vực quy định', en: 'Zone' },
  otherOwner: { vi: 'Chủ khác, chưa rõ', en: 'Other or unknown owner' },
  hiddenOwners: { vi: 'Chủ sở hữu không công khai', en: 'Owners not shown to the public' },
  beyondRemit: { vi: 'Ngoài phạm vi được giao', en: 'Outside your remit' },
  zoomIn: { vi: 'phóng to để xem', en: 'zoom in to see' },
  zoomHere: { vi: 'Phóng to để xem {layer}', en: 'Zoom in to see {layer}' },
  inViewCount: { vi: '{n} trong khung', en: '{n} in view' },
  capped: { vi: 'hơn {n} trong khung, phóng to để xem đủ', en: 'over {n} in view, zoom in to see all' },
  loading: { vi: 'đang tải…', en: 'loading…' },
  failed: { vi: 'không tải được', en: 'not loaded' },

  inView: { vi: 'Trong khung nhìn', en: 'In view' },
  inViewHint: { vi: 'Gần tâm bản đồ nhất', en: 'Nearest to the centre of the map' },
  nothingInView: { vi: 'Không có công trình nào trong khung nhìn.', en: 'Nothing in view.' },

  recordNumber: { vi: 'Số hiệu {id}', en: 'Record {id}' },
  manyHere: { vi: '{n} tại cùng một điểm', en: '{n} at the same point' },

  usedBy: { vi: 'Cùng dùng', en: 'Also used by' },
  technologies: { vi: 'Công nghệ', en: 'Technologies' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },

  zoomInControl: { vi: 'Phóng to', en: 'Zoom in' },
  zoomOutControl: { vi: 'Thu nhỏ', en: 'Zoom out' },
  wholeProvince: { vi: 'Toàn tỉnh', en: 'Whole province' },

  emptyTitle: { vi: 'Sổ đăng ký chưa có gì', en: 'The register is empty' },
  emptyDemo: { vi: 'Nạp tỉnh mẫu để xem thử:', en: 'Load the sample province to look around:' },
  emptyImport: { vi: 'hoặc nạp dữ liệu của tỉnh, đơn vị hành chính trước:', en: 'or load your own data, units first:' },
  emptyDay: { vi: 'Ngày này chưa có gì', en: 'Nothing on this day' },
  emptyDayHint: {
    vi: 'Sổ đăng ký không có đơn vị, thôn hay công trình nào vào ngày {date}.',
    en: 'The register has no unit, village or work on {date}.',
  },

  retry: { vi: 'Thử lại', en: 'Try again' },
  unreachable: {
    vi: 'Không kết nối được máy chủ. Kiểm tra mạng rồi thử lại.',
    en: 'The server cannot be reached. Check the network and try again.',
  },
  unexpected: { vi: 'Máy chủ trả lời không như mong đợi (HTTP {status}).', en: 'The server answered unexpectedly (HTTP {status}).' },
  requestID: { vi: 'Mã yêu cầu: {id}', en: 'Request id: {id}' },
  noWebGL: {
    vi: 'Trình duyệt không vẽ được bản đồ vì thiếu WebGL 2. Bật tăng tốc đồ họa hoặc dùng trình duyệt khác.',
    en: 'This browser cannot draw the map: WebGL 2 is missing. Turn on graphics acceleration or use another browser.',
  },
} satisfies Record<string, Text>;

export type TextKey = keyof typeof texts;

/** What people may be to the register. */
export const roles = {
  anonymous: { vi: 'Công chúng', en: 'Public' },
  filer: { vi: 'Người nộp hồ sơ', en: 'Filer' },
  signer: { vi: 'Người ký', en: 'Signer' },
  local: { vi: 'Cán bộ địa bàn', en: 'Local staff' },
  auditor: { vi: 'Người giám sát', en: 'Auditor' },
  officer: { vi: 'Cán bộ Sở', en: 'Department officer' },
  admin: { vi: 'Quản trị', en: 'Administrator' },
} satisfies Record<Schemas['SessionAnswer']['roles'][number], Text>;

/** What stands before how many records are at a place of the map. */
export const times = '×';

/** Letters of the parts of the font that Vietnamese and English take, and of the part of the highlands' names, which may come later. */
export const fontLetters = 'aăâđêôơưẵễợ ñ';
export const lateLetters = 'čŏ';

/** What records of a made-up province carry in their source or name. */
export const sampleMark = 'dữ liệu mẫu';

/** What fields of records are called. The names are those of the API. */
export const labels = {
  code: { vi: 'Mã', en: 'Code' },
  owner: { vi: 'Chủ sở hữu', en: 'Owner' },
  manager: { vi: 'Đơn vị quản lý vận hành', en: 'Manager' },
  status: { vi: 'Trạng thái', en: 'Status' },
  operating_from: { vi: 'Hoạt động từ', en: 'Operating from' },
  operating_to: { vi: 'Hoạt động đến', en: 'Operating to' },
  valid_from: { vi: 'Hiệu lực từ', en: 'Valid from' },
  valid_to: { vi: 'Hiệu lực đến', en: 'Valid to' },
  commune: { vi: 'Xã/phường', en: 'Commune' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  road: { vi: 'Tuyến đường', en: 'Road' },
  source: { vi: 'Nguồn', en: 'Source' },
  level: { vi: 'Cấp', en: 'Level' },
  area_km2: { vi: 'Diện tích', en: 'Area' },
  population: { vi: 'Dân số', en: 'Population' },
  households: { vi: 'Số hộ', en: 'Households' },
  village_kind: { vi: 'Loại', en: 'Kind' },
  grid_power: { vi: 'Có điện lưới', en: 'Grid power' },
  site_kind: { vi: 'Loại vị trí', en: 'Site kind' },
  host_type: { vi: 'Loại mặt bằng', en: 'Host type' },
  power: { vi: 'Nguồn điện', en: 'Power' },
  transmission: { vi: 'Truyền dẫn', en: 'Transmission' },
  free_slots: { vi: 'Số vị trí còn trống', en: 'Free slots' },
  sharing_since: { vi: 'Dùng chung từ', en: 'Shared since' },
  refusal_reason: { vi: 'Lý do không chia sẻ', en: 'Why not shared' },
  pole_class: { vi: 'Loại cột', en: 'Pole class' },
  service_point_class: { vi: 'Loại điểm', en: 'Class' },
  pole_material: { vi: 'Vật liệu', en: 'Material' },
  duct_material: { vi: 'Vật liệu', en: 'Material' },
  height_m: { vi: 'Chiều cao', en: 'Height' },
  clearance_m: { vi: 'Tĩnh không', en: 'Clearance' },
  pole_condition: { vi: 'Tình trạng', en: 'Condition' },
  to_remove: { vi: 'Sẽ tháo dỡ sau hạ ngầm', en: 'To be removed' },
  ducts: { vi: 'Số ống', en: 'Ducts' },
  free_ducts: { vi: 'Số ống còn trống', en: 'Free ducts' },
  diameter_mm: { vi: 'Đường kính', en: 'Diameter' },
  depth_m: { vi: 'Độ sâu', en: 'Depth' },
  length_m: { vi: 'Chiều dài', en: 'Length' },
  width_m: { vi: 'Rộng', en: 'Width' },
  manhole_type: { vi: 'Loại bể', en: 'Manhole type' },
  size_text: { vi: 'Kích thước', en: 'Size' },
  trench_type: { vi: 'Loại', en: 'Type' },
  sectors: { vi: 'Ngành sử dụng', en: 'Sectors inside' },
  laying: { vi: 'Cách lắp đặt', en: 'Laying' },
  cable_level: { vi: 'Cấp cáp', en: 'Level' },
  cable_type: { vi: 'Loại cáp', en: 'Cable type' },
  cables: { vi: 'Số sợi cáp', en: 'Cables' },
  from_text: { vi: 'Điểm đầu', en: 'From' },
  to_text: { vi: 'Điểm cuối', en: 'To' },
  work_kind: { vi: 'Loại công việc', en: 'Kind of work' },
  state: { vi: 'Trạng thái', en: 'State' },
  starts_on: { vi: 'Dự kiến khởi công', en: 'Starts on' },
  ends_on: { vi: 'Dự kiến hoàn thành', en: 'Ends on' },
  poles: { vi: 'Số cột dự kiến', en: 'Planned poles' },
  contact: { vi: 'Liên hệ', en: 'Contact' },
  street_kind: { vi: 'Danh mục', en: 'List' },
  deadline: { vi: 'Thời hạn', en: 'Deadline' },
  height_limit_m: { vi: 'Giới hạn chiều cao', en: 'Height limit' },
  reach_m: { vi: 'Phạm vi hai bên', en: 'Reach to either side' },
  decision_number: { vi: 'Số quyết định', en: 'Decision number' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  wifi: { vi: 'Wi-Fi công cộng', en: 'Public Wi-Fi' },
} satisfies Record<string, Text>;

export type Label = keyof typeof labels;
