package rule

import "github.com/hatangso/hatangso/internal/registry"

var certificateClause = registry.T("“Giấy chứng nhận có giá trị 5 năm; xin cấp lại ≥ 60 ngày trước khi hết hạn” (domain.md §3.4, TT 08/2020 sửa bởi TT 07/2023, SEEN [50][51][52]).",
	"“Certificate valid 5 years; apply ≥60 days before expiry” (domain.md §3.4, TT 08/2020 as amended by TT 07/2023, SEEN [50][51][52]).")

// lastCertificates begins a query about what becomes of a site's certificate: each
// row that is the last of its site, in the file and the register, with the day it
// ends. What is renewed already is nobody's worry.
const lastCertificates = `WITH filed AS (
			SELECT "row", site_id, site, coalesce(expires_on, (issued_on + interval '5 years')::date) AS ends
			FROM staged WHERE applies IS DISTINCT FROM 'no'),
		latest AS (
			SELECT site_id, max(ends) AS ends FROM (
				SELECT site_id, ends FROM filed
				UNION ALL
				SELECT c.site_id, coalesce(c.expires_on, (c.issued_on + interval '5 years')::date) FROM certificate c
				WHERE c.site_id IN (SELECT site_id FROM filed) AND NOT EXISTS (SELECT FROM staged x WHERE x.existing = c.id)) e GROUP BY 1),
		due AS (SELECT f.* FROM filed f JOIN latest l USING (site_id, ends))
		`
