import { useEffect, useRef, useState } from 'react';
import type { Polygon } from 'geojson';
import { Problem } from '../api';
import { today } from '../day';
import { DayField } from '../field/DayField';
import { Labelled } from '../field/Form';
import type { Position } from '../geodesy';
import { useAtlas } from '../useAtlas';
import type { Drawing } from './draw';
import { boundary, saveZone, type Zone, type ZoneBody } from './zone';

const blank: ZoneBody = { code: '', name: '', zone_kind: 'mast', forbidden_classes: null, height_limit_m: null, decision_number: null, issuer: null, valid_from: today(), valid_to: null };

/** A zone being drawn or edited: its boundary on the map, the rest here. */
export function ZoneForm({ zone, done }: { zone: Zone | null; done: (saved: boolean) => void }) {
  const { writer, api, map, catalog, scheme } = useAtlas();
  const { palette } = scheme;
  const [body, setBody] = useState<ZoneBody>(() => (zone ? fieldsOf(zone) : blank));
  const [polygons, setPolygons] = useState<readonly Polygon[]>([]);
  const [byHand, setByHand] = useState<readonly Position[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const drawing = useRef<Drawing | null>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (!map) return;
    let ended = false;
    const begin = async () => {
      const { Drawing } = await import('./draw');
      if (ended) return;
      const made = new Drawing(map.view, scheme.palette, () => setPolygons(made.polygons));
      drawing.current = made;
      if (zone) made.edit(zone.geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates })));
      else made.begin();
      setPolygons(made.polygons);
      setReady(true);
    };
    // the tool's own clicks are not the map's
    const stop = map.draws(() => {});
    void begin();
    return () => {
      ended = true;
      stop();
      drawing.current?.end();
      drawing.current = null;
    };
  }, [map, zone, scheme]);
  useEffect(() => drawing.current?.paint(palette), [palette]);
  const set = (part: Partial<ZoneBody>) => setBody({ ...body, ...part });
  const corner = () => {
    if (!map) return;
    const next = [...byHand, map.middle];
    setByHand(next);
    if (next.length > 2) drawing.current?.edit([{ type: 'Polygon', coordinates: [[...next, next[0]!].map((p) => [...p])] }]);
    setPolygons(drawing.current?.polygons ?? []);
  };
  const again = () => {
    setByHand([]);
    setPolygons([]);
    drawing.current?.begin();
  };
  const save = async () => {
    try {
      await saveZone(api, zone, body, boundary(polygons));
      done(true);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error.status === 412 ? writer.text('zoneStale') : error.message);
    }
  };
  const whole = polygons.length > 0 && body.code.trim() !== '' && body.name.trim() !== '' && body.valid_from !== '';
  const text = (name: 'code' | 'name' | 'forbidden_classes' | 'decision_number' | 'issuer', label: string) => (
    <Labelled label={label}>
      <input value={body[name] ?? ''} maxLength={300} onChange={(event) => set({ [name]: event.target.value || (name === 'code' || name === 'name' ? '' : null) })} />
    </Labelled>
  );
  return (
    <form
      className="fieldwork"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="hint">{writer.text('zoneDrawHint')}</p>
      <p role="status" data-drawing={ready ? 'ready' : undefined} data-corners={corners(polygons)}>
        {writer.text('zoneCorners', { n: writer.count(corners(polygons) || byHand.length) })}
      </p>
      <p className="buttons">
        <button type="button" onClick={corner}>
          {writer.text('zoneAddCorner')}
        </button>
        <button type="button" onClick={again}>
          {writer.text('zoneRedraw')}
        </button>
      </p>
      {text('code', writer.text('zoneCode'))}
      {text('name', writer.text('zoneName'))}
      <Labelled label={writer.text('zoneKind')}>
        <select value={body.zone_kind} onChange={(event) => set({ zone_kind: event.target.value })}>
          {catalog.list('zone_kind').map(({ code, title }) => (
            <option key={code} value={code}>
              {writer.of(title)}
            </option>
          ))}
        </select>
      </Labelled>
      {text('forbidden_classes', writer.text('zoneForbidden'))}
      <Labelled label={writer.text('zoneHeight')}>
        <input
          inputMode="decimal"
          value={body.height_limit_m ?? ''}
          onChange={(event) => {
            const n = Number(event.target.value.replace(',', '.'));
            set({ height_limit_m: event.target.value === '' || Number.isNaN(n) ? null : n });
          }}
        />
      </Labelled>
      {text('decision_number', writer.text('zoneDecision'))}
      {text('issuer', writer.text('zoneIssuer'))}
      <div className="pair">
        <DayField label={writer.text('zoneFrom')} value={body.valid_from} change={(valid_from) => set({ valid_from })} />
        <DayField label={writer.text('zoneTo')} value={body.valid_to ?? ''} change={(day) => set({ valid_to: day || null })} />
      </div>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <p className="buttons">
        <button type="submit" className="primary" disabled={!whole}>
          {writer.text('zoneSave')}
        </button>
        <button type="button" onClick={() => done(false)}>
          {writer.text('cancel')}
        </button>
      </p>
    </form>
  );
}

function fieldsOf({ code, name, zone_kind, forbidden_classes, height_limit_m, decision_number, issuer, valid_from, valid_to }: Zone): ZoneBody {
  return { code, name, zone_kind, forbidden_classes, height_limit_m, decision_number, issuer, valid_from: valid_from ?? today(), valid_to };
}

function corners(polygons: readonly Polygon[]): number {
  return polygons.reduce((n, { coordinates }) => n + coordinates.reduce((m, ring) => m + ring.length - 1, 0), 0);
}
