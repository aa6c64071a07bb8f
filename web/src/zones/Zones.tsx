import { useEffect, useState } from 'react';
import type { Feature, MultiPolygon } from 'geojson';
import { Problem } from '../api';
import { boxOf } from '../geometry';
import { useAtlas } from '../useAtlas';
import { ZoneForm } from './ZoneForm';
import { readZones, type Zone } from './zone';

/** The roles that draw zones. */
const drawing = new Set<string>(['officer', 'admin']);

/** The zones in force, on the map and as a list; who may draws and edits them. */
export default function Zones() {
  const atlas = useAtlas();
  const { writer, api, map, at, catalog, session } = atlas;
  const [zones, setZones] = useState<readonly Zone[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [edited, edit] = useState<Zone | 'new' | null>(null);
  const [round, setRound] = useState(0);
  const chosen = Number(at.open.split('/')[1] ?? 0);
  useEffect(() => {
    const stop = new AbortController();
    readZones(api, at.date, stop.signal).then(setZones, (error: unknown) => !stop.signal.aborted && setProblem(error instanceof Problem ? error.message : writer.text('failed')));
    return () => stop.abort();
  }, [api, at.date, round]);
  useEffect(() => {
    const drawn = (zones ?? []).filter(({ id }) => edited === null || edited === 'new' || edited.id !== id);
    map?.hint(drawn.map((z): Feature => ({ type: 'Feature', geometry: z.geometry, properties: { chosen: z.id === chosen } })));
    return () => map?.hint([]);
  }, [map, zones, chosen, edited]);
  const may = session?.signed_in && session.roles.some((role) => drawing.has(role));
  const show = (z: Zone) => {
    const box = boxOf(z.geometry as MultiPolygon);
    if (box) map?.bringIn(box, null);
    atlas.choose({ open: `zones/${z.id}` });
  };
  if (edited) {
    const done = (saved: boolean) => {
      edit(null);
      if (saved) setRound(round + 1);
    };
    return <ZoneForm zone={edited === 'new' ? null : edited} done={done} />;
  }
  return (
    <>
      <p className="hint">{writer.text('zonesHint')}</p>
      {may && (
        <p className="buttons">
          <button type="button" className="primary" onClick={() => edit('new')}>
            {writer.text('zoneNew')}
          </button>
        </p>
      )}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {!zones && !problem && <p className="hint">{writer.text('loading')}</p>}
      {zones?.length === 0 && <p>{writer.text('zonesNone')}</p>}
      <ul className="lines">
        {zones?.map((z) => (
          <li key={z.id} data-zone={z.code}>
            <button type="button" className="link" aria-pressed={z.id === chosen} onClick={() => show(z)}>
              {z.name}
            </button>
            <span>
              {[
                catalog.title('zone_kind', z.zone_kind, writer),
                z.forbidden_classes && `✕ ${z.forbidden_classes.replaceAll(';', ', ')}`,
                z.height_limit_m !== null && `≤ ${writer.measure(z.height_limit_m, 'm')}`,
                z.decision_number,
                z.valid_from && writer.date(z.valid_from),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {may && z.id === chosen && (
              <button type="button" className="plain" onClick={() => edit(z)}>
                {writer.text('zoneEdit')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
