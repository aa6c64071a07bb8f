import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState } from 'react';
import { today } from '../day';
import type { Writer } from '../format';
import type { Position } from '../geodesy';
import type { Box } from '../geometry';
import { MapView, type Beginning } from '../map';
import { exceptLand } from '../style';
import { Scheme } from '../theme';
import { tilesOf } from '../tiles';

/** A map whose middle is the place. */
export default function PlaceMap({ writer, change }: { writer: Writer; change: (at: Position) => void }) {
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapView | null>(null);
  const [failed, setFailed] = useState(false);
  // the middle of the province is where nobody meant
  const chosen = useRef(false);
  useEffect(() => {
    const open = async () => {
      const made = await MapView.open(container.current!, await begin());
      made.paint(new Scheme().palette);
      made.draws((at) => {
        chosen.current = true;
        made.view.easeTo({ center: [at[0], at[1]] });
      });
      made.view.on('movestart', (event) => (chosen.current ||= event.originalEvent !== undefined));
      made.view.on('moveend', () => chosen.current && change(made.middle));
      setMap(made);
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

/** Where the register's units are, for people to find their way by. */
async function begin(): Promise<Beginning> {
  const answer = await fetch('/tiles/units.json').catch(() => null);
  const { bounds } = answer?.ok ? ((await answer.json()) as { bounds?: Box }) : {};
  return { tiles: (layer) => tilesOf(layer, { date: today(), told: 'owner', cover: null }), unseen: exceptLand, bounds: bounds ?? null, linked: false, picture: null };
}
