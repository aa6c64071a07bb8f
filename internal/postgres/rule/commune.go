package rule

import "github.com/hatangso/hatangso/internal/registry"

// communeClause is what the rules of the declared commune rest on.
var communeClause = registry.T("“Mã xã đã được dùng lại với nghĩa khác … tên có hai kiểu đặt dấu: không bao giờ so chuỗi thô; tính lại đơn vị theo không gian cho mọi ngày, giữ đơn vị đã đăng ký làm chứng cứ” (domain.md §0.7, §0.12, §4.3, SEEN [11] và RUN).",
	"“Commune codes were re-used with a different meaning … names carry two tone-mark styles: never match on raw strings; recompute unit by spatial join for any date, keep the registered unit as text evidence” (domain.md §0.7, §0.12, §4.3, SEEN [11] and RUN).")

// bareName is a commune's name without accents, the kind before it and what
// stands after a comma, for comparing; "Trần Hưng Đạo, TP Hải Dương" is "tran hung dao".
func bareName(name string) string {
	return `regexp_replace(btrim(fold(split_part(` + name + `, ',', 1))), '^(phuong|xa|thi tran|dac khu|p\.|x\.|tt\.|ph\.|p|x|tt)\s*(?<=[\s.])', '')`
}

// claims begins a query about declared communes: each distinct text beside each
// commune it was found in (claim), what that commune came from (lineage), the
// communes of any day that a text may mean (meant), and those claims that are
// right (upheld, now when by a commune of @day).
var claims = `WITH RECURSIVE claim AS MATERIALIZED (
			SELECT DISTINCT declared_commune AS said, unit_id FROM staged WHERE declared_commune IS NOT NULL),
		` + lineage("SELECT DISTINCT unit_id FROM claim WHERE unit_id IS NOT NULL") + `,
		said AS MATERIALIZED (
			SELECT said, btrim(said) AS code, ` + bareName("said") + ` AS name FROM (SELECT DISTINCT said FROM claim) d),
		commune AS MATERIALIZED (
			SELECT id, code, ` + bareName("name") + ` AS name, valid FROM unit WHERE level = 'commune'),
		meant AS MATERIALIZED (
			SELECT s.said, c.id, c.valid FROM said s JOIN commune c ON c.code = s.code
			UNION
			SELECT s.said, c.id, c.valid FROM said s JOIN commune c ON s.code ~ '^[0-9]{1,4}$' AND c.code = lpad(s.code, 5, '0')
			UNION
			SELECT s.said, c.id, c.valid FROM said s JOIN commune c ON c.name = s.name),
		upheld AS MATERIALIZED (
			SELECT c.said, c.unit_id, bool_or(m.valid @> @day::date) AS now
			FROM claim c JOIN lineage l ON l.of_id = c.unit_id JOIN meant m ON m.said = c.said AND m.id = l.id
			GROUP BY 1, 2)
		`

// spelled is how a located commune u is put in place of a declared text: by its
// code where a code was declared, else by its name.
func spelled(declared string) string {
	return `CASE WHEN btrim(` + declared + `) ~ '^[0-9]+$' THEN u.code ELSE u.name END`
}
