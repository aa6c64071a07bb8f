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
  useEffect(() => {
    const open = async () => {
      const made = await MapView.open(container.current!, await begin());
      made.paint(new Scheme().palette);
      made.draws((at) => made.view.easeTo({ center: [at[0], at[1]] }));
      made.view.on('moveend', () => change(made.middle));
      setMap(made);
    };
    open().catch((error: unknown) => {
      console.error(error);
      setFailed(true);
    });
  }, []);
  useEffect(() => map?.speak(writer), [map, writer]);
  if (failed) return <p className="problem">{writer.text('noWebGL')}</p>;
  const here = () => navigator.geolocation.getCurrentPosition(({ coords }) => map?.view.jumpTo({ center: [coords.longitude, coords.latitude], zoom: 16 }), () => {});
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
  return { tiles: (layer) => tilesOf(layer, { date: today(), told: 'owner', cover: null }), unseen: exceptLand, bounds: bounds ?? null, linked: false };
}
