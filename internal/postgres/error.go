package postgres

import (
	"context"
	"errors"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/hatangso/hatangso/internal/registry"
)

// translate turns a driver's error into the domain's by SQLSTATE, never by
// text. A domain error passes through; what is unknown stays as it is and
// becomes internal at the edge.
func translate(err error) error {
	if err == nil {
		return nil
	}
	var domain *registry.Error
	if errors.As(err, &domain) {
		return err
	}
	if errors.Is(err, pgx.ErrNoRows) {
		return notFound()
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return unavailable(err)
	}
	var pg *pgconn.PgError
	if !errors.As(err, &pg) {
		return err
	}
	switch pg.Code {
	case "42501": // insufficient_privilege: row security, a trigger, or a table the program does not write
		return &registry.Error{Code: registry.CodeForbidden, Err: err, Message: refusalMessage(pg)}
	case "23505", "23P01": // unique_violation, exclusion_violation
		return &registry.Error{Code: registry.CodeConflict, Err: err, Message: conflictMessage(pg)}
	case "23503": // foreign_key_violation, of a write; Delete knows its own
		f := registry.NewFault("reference.unknown", columnOfConstraint(pg), "",
			registry.T("Bản ghi được dẫn chiếu không tồn tại.", "The record referred to does not exist."),
			registry.T("Kiểm tra số hiệu.", "Check the id."))
		f.Pointer = "/" + f.Column
		return &registry.Error{Code: registry.CodeInvalid, Err: err, Faults: []registry.Fault{f},
			Message: registry.T("Bản ghi được dẫn chiếu không tồn tại.", "A record referred to does not exist.")}
	case "23514":
		if strings.HasSuffix(pg.ConstraintName, "_geom_valid") {
			return &registry.Error{Code: registry.CodeInvalid, Err: err,
				Message: registry.T("Ranh giới tự cắt.", "The boundary crosses itself."), Faults: []registry.Fault{crossing("")}}
		}
		return refusedValue(err, pg)
	case "23502", "22000", "22003", "22007", "22008", "22021", "22P02", "22P05": // not null, data exceptions
		return refusedValue(err, pg)
	case "57014", "55P03", "53300", "57P01", "57P02", "57P03": // canceled, lock, too many connections, shutdown, crash
		return unavailable(err)
	case "40001", "40P01": // serialization_failure, deadlock_detected
		return unavailable(err)
	}
	return err
}

func refusedValue(err error, pg *pgconn.PgError) error {
	return &registry.Error{Code: registry.CodeInvalid, Err: err,
		Message: registry.T("Dữ liệu chưa hợp lệ.", "The data break a rule."),
		Faults: []registry.Fault{registry.NewFault("database.check", pg.ColumnName, "",
			registry.Tf("Cơ sở dữ liệu từ chối giá trị (%s).", "The database refuses the value (%s).", pg.ConstraintName),
			registry.T("Kiểm tra các giá trị của bản ghi.", "Check the record's values."))}}
}

// crossing is the fault of a boundary that crosses itself, with where; "" when
// nothing says where.
func crossing(where string) registry.Fault {
	mend := registry.T("Sửa tại điểm nêu trên, hoặc nạp lại với --repair.", "Mend it at the point named, or load again with --repair.")
	if where == "" {
		mend = registry.T("Vẽ lại sao cho đường biên không cắt chính nó và lỗ nằm bên trong.", "Draw it again so that no edge crosses another and holes lie within.")
	}
	f := registry.NewFault("geometry.crossing", "geometry", where, registry.T("Ranh giới tự cắt.", "The boundary crosses itself."), mend)
	f.Pointer = "/geometry"
	return f
}

// stillReferred translates the error of a deletion: another record refers to
// the one deleted.
func stillReferred(err error) error {
	var pg *pgconn.PgError
	if errors.As(err, &pg) && pg.Code == "23503" {
		return &registry.Error{Code: registry.CodeConflict, Err: err, Message: registry.Tf(
			"Còn bản ghi khác (%s) dùng bản ghi này.", "Other records (%s) still refer to this one.", pg.TableName)}
	}
	return err
}

func notFound() error {
	return registry.Errorf(registry.CodeNotFound, "Không có bản ghi này.", "There is no such record.")
}

func unavailable(err error) error {
	return &registry.Error{Code: registry.CodeUnavailable, Err: err,
		Message: registry.T("Máy chủ bận, hãy thử lại.", "The server is busy, try again.")}
}

func refusalMessage(pg *pgconn.PgError) registry.Text {
	switch pg.ConstraintName {
	case "tenancy_sides":
		return registry.T("Mỗi bên tự xác nhận phần mình: owner_says là của chủ công trình, tenant_says là của bên thuê.",
			"Each side speaks for itself: owner_says is the owner's of the asset, tenant_says the tenant's.")
	case "asset_disclosure_kept":
		return registry.T("Chỉ Sở hạ mức công khai (disclosure) của công trình.", "Only the department lowers the disclosure class of a work.")
	}
	return registry.T("Bản ghi thuộc tổ chức khác hoặc nằm ngoài quyền của bạn.", "The record is another organization's, or outside your rights.")
}

func conflictMessage(pg *pgconn.PgError) registry.Text {
	switch {
	case strings.HasPrefix(pg.TableName, "asset_"):
		return registry.T("Chủ sở hữu đã có công trình cùng mã.", "The owner already has an asset of that code.")
	case pg.TableName == "tenancy":
		return registry.T("Bên thuê đã có mặt ở công trình này trong thời gian đó.", "The tenant already is on this asset in that period.")
	case pg.TableName == "unit":
		return registry.T("Mã đơn vị đã dùng trong thời gian đó.", "The unit code is taken in that period.")
	}
	return registry.T("Đã có bản ghi cùng mã.", "A record of that code exists.")
}

// columnOfConstraint gives the column from a default constraint name such as
// station_mast_id_fkey or, with the kind before it, tenancy_asset_kind_asset_id_fkey.
func columnOfConstraint(pg *pgconn.PgError) string {
	s := strings.TrimSuffix(strings.TrimPrefix(pg.ConstraintName, pg.TableName+"_"), "_fkey")
	if i := strings.LastIndex(s, "_kind_"); i >= 0 {
		s = s[i+len("_kind_"):]
	}
	return strings.TrimSuffix(s, "_id")
}
