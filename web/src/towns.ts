/** Kinds of units that are a town's rather than the country's. */
export const townKinds: readonly string[] = ['phuong', 'thi_tran', 'thi_xa', 'quan', 'thanh_pho'];
