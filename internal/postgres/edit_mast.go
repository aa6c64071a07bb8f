package postgres

import (
	"context"
	"reflect"
	"strconv"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// MoveMast moves a mast with its stations to another site. Without a day it
// mends the record: they never stood where they were said to. With one they were
// moved on that day, and the site keeps them until then: a mast and stations of
// their own that end on the day, the stations under their code with @ and the
// day. So the numbers of every day before stay as they are. Stations off the air
// by then stay with what the site keeps.
func (w *Work) MoveMast(ctx context.Context, id, version, site int64, on *registry.Date) (moved registry.Record, stations []registry.Record, err error) {
	current, err := lockVersion(ctx, w.tx, registry.MastNoun, id, version)
	if err != nil {
		return nil, nil, translate(err)
	}
	mast := current.(*registry.Mast)
	if mast.Site == site {
		return nil, nil, refused("move.same", "site", strconv.FormatInt(site, 10),
			registry.T("Cột đã ở vị trí này.", "The mast is at this site."),
			registry.T("Ghi số hiệu vị trí khác.", "Give another site's id."))
	}
	old, was := mast.Site, *mast
	var kept *int64
	if on != nil {
		switch {
		case mast.OperatingFrom != nil && !mast.OperatingFrom.Before(*on), mast.OperatingTo != nil && !on.Before(*mast.OperatingTo):
			return nil, nil, refused("move.day", "on", on.String(),
				registry.T("Cột không được sử dụng vào ngày trước đó.", "The mast was not in use until that day."),
				registry.T("Ghi ngày trong thời gian sử dụng cột; bỏ ngày nếu vị trí ghi sai từ đầu.", "Give a day within the mast's life; give none where the site was wrong from the start."))
		}
		mast.OperatingFrom = on
	}
	mast.Site = site
	if moved, err = w.store(ctx, registry.MastNoun, id, mast); err != nil {
		return nil, nil, err
	}
	if on != nil {
		was.OperatingTo = on
		record, err := w.Create(ctx, registry.MastNoun, &was)
		if err != nil {
			return nil, nil, err
		}
		kept = &record.(*registry.Mast).ID
	}
	rows, err := w.tx.Query(ctx, `SELECT id, version FROM station WHERE mast_id = $1 ORDER BY id FOR UPDATE`, id)
	if err != nil {
		return nil, nil, translate(err)
	}
	type key struct{ ID, Version int64 }
	keys, err := pgx.CollectRows(rows, pgx.RowToStructByPos[key])
	if err != nil {
		return nil, nil, translate(err)
	}
	for _, k := range keys {
		station, err := w.moveStation(ctx, k.ID, old, site, kept, on)
		if err != nil {
			return nil, nil, err
		}
		if station != nil {
			stations = append(stations, station)
		}
	}
	return moved, stations, nil
}

// moveStation moves a station of a mast, and keeps its days before on at the
// site it leaves. nil when none of its days come after.
func (w *Work) moveStation(ctx context.Context, id, old, site int64, kept *int64, on *registry.Date) (registry.Record, error) {
	record, err := get(ctx, w.tx, registry.StationNoun, id)
	if err != nil {
		return nil, translate(err)
	}
	station := record.(*registry.Station)
	if on != nil && station.OnAirTo != nil && !on.Before(*station.OnAirTo) {
		station.Mast = kept
		_, err := w.store(ctx, registry.StationNoun, id, station)
		return nil, err
	}
	was := *station
	// a station filed for the mast but at another site stays where it is filed
	if station.Site == old {
		station.Site = site
	}
	if on == nil || station.OnAirFrom != nil && !station.OnAirFrom.Before(*on) {
		return w.store(ctx, registry.StationNoun, id, station)
	}
	station.OnAirFrom = on
	moved, err := w.store(ctx, registry.StationNoun, id, station)
	if err != nil {
		return nil, err
	}
	was.Mast, was.OnAirTo = kept, on
	end := "@" + on.String()
	if most := registry.StationNoun.Field("code").MaxChars - len(end); len([]rune(was.Code)) > most {
		was.Code = string([]rune(was.Code)[:most])
	}
	was.Code += end
	_, err = w.Create(ctx, registry.StationNoun, &was)
	return moved, err
}

// refused makes the error of one fault of an edit.
func refused(rule, field, value string, message, mend registry.Text) error {
	f := registry.NewFault(rule, field, value, message, mend)
	f.Pointer = "/" + field
	return registry.Invalid([]registry.Fault{f})
}

func unknownReference(field string) error {
	return refused("reference.unknown", field, "",
		registry.T("Bản ghi được dẫn chiếu không tồn tại.", "The record referred to does not exist."),
		registry.T("Kiểm tra số hiệu.", "Check the id."))
}

// shown gives a field as a message shows it.
func shown(f *registry.Field, record registry.Record) string {
	switch v := f.Value(reflect.ValueOf(record).Elem()).(type) {
	case nil:
		return "–"
	case string:
		return v
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case registry.Date:
		return v.String()
	}
	return "?"
}
