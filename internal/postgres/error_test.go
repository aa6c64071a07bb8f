package postgres_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

func TestTranslate(t *testing.T) {
	t.Parallel()
	state := func(code string) error { return &pgconn.PgError{Code: code, Message: "secret detail"} }
	for _, c := range []struct {
		name string
		err  error
		want registry.Code
	}{
		{"unique_violation", state("23505"), registry.CodeConflict},
		{"exclusion_violation", state("23P01"), registry.CodeConflict},
		{"foreign_key_violation", state("23503"), registry.CodeInvalid},
		{"not_null_violation", state("23502"), registry.CodeInvalid},
		{"check_violation", state("23514"), registry.CodeInvalid},
		{"numeric_value_out_of_range", state("22003"), registry.CodeInvalid},
		{"invalid_datetime_format", state("22007"), registry.CodeInvalid},
		{"datetime_field_overflow", state("22008"), registry.CodeInvalid},
		{"character_not_in_repertoire", state("22021"), registry.CodeInvalid},
		{"invalid_text_representation", state("22P02"), registry.CodeInvalid},
		{"untranslatable_character", state("22P05"), registry.CodeInvalid},
		{"query_canceled", state("57014"), registry.CodeUnavailable},
		{"lock_not_available", state("55P03"), registry.CodeUnavailable},
		{"too_many_connections", state("53300"), registry.CodeUnavailable},
		{"admin_shutdown", state("57P01"), registry.CodeUnavailable},
		{"crash_shutdown", state("57P02"), registry.CodeUnavailable},
		{"cannot_connect_now", state("57P03"), registry.CodeUnavailable},
		{"serialization_failure", state("40001"), registry.CodeUnavailable},
		{"deadlock_detected", state("40P01"), registry.CodeUnavailable},
		{"deadline", fmt.Errorf("x: %w", context.DeadlineExceeded), registry.CodeUnavailable},
		{"no rows", pgx.ErrNoRows, registry.CodeNotFound},
		{"a write without an actor", state("HT001"), registry.CodeInternal},
		{"a write past the log", state("HT002"), registry.CodeInternal},
		{"undefined_table", state("42P01"), registry.CodeInternal},
		{"a domain error", fmt.Errorf("import, copy: %w", registry.Errorf(registry.CodeTooLarge, "a", "b")), registry.CodeTooLarge},
		{"anything else", errors.New("x"), registry.CodeInternal},
	} {
		got := postgres.Translate(c.err)
		if code := registry.CodeOf(got); code != c.want {
			t.Errorf("%s is %s, want %s", c.name, code, c.want)
		}
		if !errors.Is(got, c.err) && c.err != pgx.ErrNoRows {
			t.Errorf("%s: the cause is lost", c.name)
		}
		var domain *registry.Error
		if errors.As(got, &domain) {
			for _, f := range domain.Faults {
				if f.Mend.VI == "" || f.Message.EN == "" {
					t.Errorf("%s: %+v", c.name, f)
				}
			}
		}
	}
	if err := postgres.Translate(nil); err != nil {
		t.Error(err)
	}
}

// What the register's own checks let through the database stops, and what it
// says is translated, not passed on.
func TestDatabaseChecksAreTranslated(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	site := r.site("S", 106, 20)
	for _, c := range []struct {
		name   string
		record registry.Record
	}{
		{"a tenancy of no day", &registry.Tenancy{AssetKind: registry.SiteKind, Asset: site, Tenant: "Viettel", Placement: "cable",
			From: dayPtr("2025-01-01"), To: dayPtr("2025-01-01"), OwnerSays: registry.Unconfirmed, TenantSays: registry.Unconfirmed}},
		{"a point for a line", &registry.Duct{Asset: registry.Asset{Code: "D", Status: registry.Operating, Disclosure: registry.Ordinary,
			Geometry: registry.Geometry{Geometry: orb.Point{106, 20}}}}},
	} {
		_, err := r.db.Create(t.Context(), tester, registry.NounOf(c.record), c.record)
		if code := registry.CodeOf(err); code != registry.CodeInvalid {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// A request that is over writes nothing and keeps no connection.
func TestCancelledWrite(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	id := r.site("S", 106, 20)
	ctx, cancel := context.WithCancel(t.Context())
	_, err := r.db.Update(ctx, tester, registry.SiteNoun, id, 1, func(record registry.Record) error {
		record.(*registry.Site).Name = ptr("x")
		cancel()
		return nil
	})
	if err == nil {
		t.Fatal("written")
	}
	if v := r.version(registry.SiteNoun, id); v != 1 {
		t.Errorf("version %d", v)
	}
	if n := r.db.PoolStat().AcquiredConns(); n != 0 {
		t.Errorf("%d connections are held", n)
	}
}
