import { useEffect, useState } from 'react';
import { useAtlas } from '../useAtlas';

/** Where somebody stands. */
export interface Standing {
  lon: number;
  lat: number;
  /** How exact the device says it is, in metres; null for a place chosen on the map. */
  accuracyM: number | null;
}

/** How long the device may take to say where it is, in milliseconds. */
const patienceMS = 20_000;

/** Asks the device where it is, or takes the cross in the middle of the map. */
export function Position({ value, change, ask }: { value: Standing | null; change: (value: Standing) => void; ask: boolean }) {
  const { writer, map } = useAtlas();
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  useEffect(() => map?.draws(([lon, lat]) => change({ lon, lat, accuracyM: null })), [map]);
  useEffect(() => map?.sketch(value ? [[value.lon, value.lat]] : [], false), [map, value]);
  useEffect(() => () => map?.sketch([], false), [map]);
  const locate = () => {
    if (!navigator.geolocation) return setState('failed');
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle');
        change({ lon: coords.longitude, lat: coords.latitude, accuracyM: Math.round(coords.accuracy) });
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: patienceMS, maximumAge: 10_000 },
    );
  };
  useEffect(() => {
    if (ask) locate();
    // once, when it opens
  }, []);
  const at = value && { lat: value.lat.toFixed(6), lon: value.lon.toFixed(6) };
  const said = !at ? writer.text('noPosition') : value.accuracyM === null ? writer.text('placed', at) : writer.text('located', { ...at, m: writer.count(value.accuracyM) });
  const cross = () => {
    if (!map) return;
    const [lon, lat] = map.middle;
    change({ lon, lat, accuracyM: null });
  };
  return (
    <fieldset className="field position">
      <legend>{writer.text('position')}</legend>
      <p role="status" data-position={value ? 'known' : 'unknown'}>
        {state === 'asking' ? writer.text('locating') : said}
      </p>
      {state === 'failed' && <p className="hint">{writer.text('locateFailed')}</p>}
      <p className="buttons">
        <button type="button" onClick={locate}>
          {writer.text('locate')}
        </button>
        <button type="button" onClick={cross} disabled={!map}>
          {writer.text('fromMap')}
        </button>
      </p>
    </fieldset>
  );
}

/** A standing as the register takes it. */
export function placed(value: Standing | null): { geometry?: unknown; accuracy_m?: number } {
  if (!value) return {};
  return { geometry: { type: 'Point', coordinates: [value.lon, value.lat] }, ...(value.accuracyM !== null && { accuracy_m: value.accuracyM }) };
}
