import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState } from 'react';
import type { Feature, Geometry } from 'geojson';
import { today } from '../day';
import type { Writer } from '../format';
import type { Position } from '../geodesy';
import { boxOf } from '../geometry';
import { MapView } from '../map';
import type { Item } from '../register';
import { Scheme } from '../theme';

/** A map whose middle is the place. */
export default function PlaceMap({ writer, change }: { writer: Writer; change: (at: Position) => void }) {
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapView | null>(null);
  const [failed, setFailed] = useState(false);
  // the middle of the province is where nobody meant
  const chosen = useRef(false);
  useEffect(() => {
    const open = async () => {
      const made = await MapView.open(container.current!, false);
      made.paint(new Scheme().palette);
      made.draws((at) => {
        chosen.current = true;
        made.view.easeTo({ center: [at[0], at[1]] });
      });
      made.view.on('movestart', (event) => (chosen.current ||= event.originalEvent !== undefined));
      made.view.on('moveend', () => chosen.current && change(made.middle));
      setMap(made);
      made.draw('units', await land());
    };
    open().catch((error: unknown) => {
      console.error(error);
      setFailed(true);
    });
  }, []);
  useEffect(() => map?.speak(writer), [map, writer]);
  if (failed) return <p className="problem">{writer.text('noWebGL')}</p>;
  const here = () => navigator.geolocation.getCurrentPosition(({ coords }) => {
      chosen.current = true;
      map?.view.jumpTo({ center: [coords.longitude, coords.latitude], zoom: 16 });
    }, () => {});
  return (
    <>
      <div className="feedback-map">
        <div ref={container} className="map" />
      </div>
      <p className="buttons">
        <button type="button" onClick={here}>
          {writer.text('locate')}
        </button>
      </p>
    </>
  );
}

/** The units of today, for people to find their way by. */
async function land(): Promise<Item[]> {
  const answer = await fetch(`/api/v1/export/units.ndjson?as_of=${today()}`);
  if (!answer.ok) return []; // the place is what matters
  const features = (await answer.text()).split('\n').filter(Boolean).map((line) => JSON.parse(line) as Feature<Geometry | null>);
  return features.flatMap(({ id, geometry, properties }): Item[] => {
    const box = boxOf(geometry);
    if (!geometry || !box) return [];
    const { name, level } = properties as { name: string; level: string };
    return [{ layer: 'units', id: Number(id), name, coarse: false, many: 1, communes: [], owner: '', level, town: false, properties: {}, geometry, box }];
  });
}
