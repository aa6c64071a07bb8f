import type { Text } from '../text';

/** What the feedback page says to the public. */
export const feedback = {
  feedbackTitle: { vi: 'Phản ánh về hạ tầng viễn thông', en: 'Report on telecom infrastructure' },
  feedbackTool: { vi: 'Phản ánh', en: 'Feedback' },
  feedbackHint: {
    vi: 'Báo cho Sở về công trình dùng chung xây sai, mất an toàn, sự cố, phá hoại, cản trở. Không cần đăng nhập.',
    en: 'Tell the department of shared works that are built wrongly or unsafe, of incidents, sabotage or obstruction. No account is needed.',
  },
  feedbackKind: { vi: 'Về việc', en: 'About' },
  feedbackDescription: { vi: 'Chuyện gì xảy ra', en: 'What is the matter' },
  feedbackPlace: { vi: 'Ở đâu', en: 'Where' },
  feedbackPlaceHint: { vi: 'Kéo bản đồ cho dấu cộng vào đúng chỗ.', en: 'Drag the map until the cross is at the place.' },
  feedbackAddress: { vi: 'Địa chỉ, chỗ dễ nhận', en: 'Address or landmark' },
  feedbackName: { vi: 'Họ tên (không bắt buộc)', en: 'Your name (optional)' },
  feedbackPhone: { vi: 'Điện thoại (không bắt buộc)', en: 'Telephone (optional)' },
  feedbackPrivacy: {
    vi: 'Chỉ cán bộ xử lý thấy họ tên, điện thoại và vị trí ghi trong ảnh.',
    en: 'Only the staff who handle it see your name, your telephone and the position inside photos.',
  },
  feedbackSend: { vi: 'Gửi phản ánh', en: 'Send' },
  feedbackSending: { vi: 'Đang gửi…', en: 'Sending…' },
  feedbackSent: { vi: 'Đã nhận phản ánh. Giữ mã này để xem kết quả:', en: 'It has arrived. Keep this code to see what becomes of it:' },
  feedbackPhotos: { vi: 'Ảnh (không bắt buộc)', en: 'Photos (optional)' },
  feedbackPhotosHint: { vi: 'Tối đa 3 ảnh JPEG hoặc PNG, mỗi ảnh không quá 12\u00a0MB.', en: 'Up to 3 JPEG or PNG photos, of 12\u00a0MB at most each.' },
  feedbackPhotosLeft: { vi: '{n} ảnh chưa gửi được.', en: '{n} photos could not be sent.' },
  feedbackCode: { vi: 'Mã phản ánh', en: 'Code' },
  feedbackLook: { vi: 'Xem phản ánh đã gửi', en: 'See what was sent' },
  feedbackOpen: { vi: 'Xem', en: 'See' },
  feedbackState: { vi: 'Trạng thái', en: 'State' },
  feedbackReceived: { vi: 'Nhận lúc', en: 'Received' },
  feedbackCommune: { vi: 'Xã/phường', en: 'Commune' },
  feedbackAgency: { vi: 'Nơi xử lý', en: 'Handled by' },
  feedbackDue: { vi: 'Hạn trả lời', en: 'Answer due' },
  feedbackAnswer: { vi: 'Trả lời', en: 'Answer' },
  feedbackNew: { vi: 'Gửi phản ánh khác', en: 'Send another' },
  toMap: { vi: 'Bản đồ', en: 'Map' },
} satisfies Record<string, Text>;
