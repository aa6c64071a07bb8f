import '../styles/beyond.css';
import 'maplibre-gl/dist/maplibre-gl.css';
import '../styles/maplibre.css';
import { LngLatBounds, Map as View, NavigationControl, setWorkerUrl, type ExpressionSpecification, type GeoJSONSource, type LayerSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Feature, Geometry } from 'geojson';
import { useEffect, useRef, useState } from 'react';
import { anchor, around, boxOf } from '../geometry';
import { palette } from '../palette';
import { withoutSky } from '../sky';
import { drawIcons, font, land } from '../style';
import { fontLetters } from '../text';
import type { Finding, FilingRow } from './desk';
import { classColours, moveColours } from './colours';
import { useSay } from './say';
import type { RowClass } from './text';

setWorkerUrl(workerUrl);

/** How near a click must come, in pixels. */
const reach = 8;

interface Props {
  rows: readonly FilingRow[];
  day: string;
  filter: RowClass | null;
  chosen: FilingRow | null;
  findings: readonly Finding[];
  choose: (row: FilingRow) => void;
}

const colour = ['match', ['get', 'class'], ...Object.entries(classColours).flat(), palette.otherOwner] as unknown as ExpressionSpecification;

/** The rows over the land of the register's map. */
const parts: readonly LayerSpecification[] = [
  { id: 'rows/area', type: 'fill', source: 'rows', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': colour, 'fill-opacity': 0.35 } },
  { id: 'rows/lines', type: 'line', source: 'rows', filter: ['!=', ['geometry-type'], 'Point'], layout: { 'line-cap': 'round' }, paint: { 'line-color': colour, 'line-width': 4 } },
  { id: 'chosen/line', type: 'line', source: 'chosen', filter: ['!=', ['geometry-type'], 'Point'], paint: { 'line-color': palette.selected, 'line-width': 8, 'line-opacity': 0.6 } },
  { id: 'chosen/point', type: 'circle', source: 'chosen', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 13, 'circle-color': palette.selected, 'circle-stroke-width': 1.5, 'circle-stroke-color': palette.trench } },
  { id: 'rows/points', type: 'circle', source: 'rows', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 6, 'circle-color': colour, 'circle-stroke-color': palette.halo, 'circle-stroke-width': 1.5 } },
  { id: 'moves/line', type: 'line', source: 'moves', filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': palette.trench, 'line-width': 2, 'line-dasharray': [2, 2] } },
  {
    id: 'moves/points', type: 'circle', source: 'moves', filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 7, 'circle-color': ['match', ['get', 'end'], 'old', moveColours.old, moveColours.new], 'circle-stroke-color': palette.halo, 'circle-stroke-width': 2 },
  },
];

const collection = (features: Feature[]) => ({ type: 'FeatureCollection' as const, features });

const boxes = (geometries: readonly Geometry[]) => geometries.map(boxOf).filter((b) => b !== null);

const featureOf = (r: FilingRow): Feature => ({ type: 'Feature', id: r.row, geometry: r.geometry as unknown as Geometry, properties: { class: r.class } });

/** The map of a filing's rows, coloured by what accepting them would do. */
export default function PreviewMap({ rows, day, filter, chosen, findings, choose }: Props) {
  const say = useSay();
  const container = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View | null>(null);
  const [failed, setFailed] = useState(false);
  const latest = useRef({ rows, choose });
  latest.current = { rows, choose };

  useEffect(() => {
    let gone = false;
    let made: View | null = null;
    const open = async () => {
      // MapLibre keeps the first shape it drew of a letter
      await document.fonts.load(`16px "${font}"`, fontLetters).catch(() => []);
      if (gone) return;
      made = new View({
        container: container.current!, style: land(day), center: [107, 16], zoom: 5, minZoom: 4, maxZoom: 19, maxPitch: 0,
        dragRotate: false, pitchWithRotate: false, renderWorldCopies: false, attributionControl: false, fadeDuration: 0, cooperativeGestures: false,
      });
      withoutSky(made);
      made.addControl(new NavigationControl({ showCompass: false }), 'top-right');
      await made.once('style.load');
      if (gone) return;
      for (const { name, image, pixelRatio } of drawIcons()) made.addImage(name, image, { pixelRatio });
      for (const source of ['rows', 'chosen', 'moves']) made.addSource(source, { type: 'geojson', data: collection([]) });
      for (const part of parts) made.addLayer(part);
      const m = made;
      const hit = (x: number, y: number) =>
        m.queryRenderedFeatures([[x - reach, y - reach], [x + reach, y + reach]], { layers: ['rows/points', 'rows/lines', 'rows/area'] })[0];
      made.on('click', ({ point }) => {
        const row = latest.current.rows.find((r) => r.row === Number(hit(point.x, point.y)?.id));
        if (row) latest.current.choose(row);
      });
      made.on('mousemove', ({ point }) => (m.getCanvas().style.cursor = hit(point.x, point.y) ? 'pointer' : ''));
      made.on('idle', () => (container.current!.dataset['idle'] = '1'));
      setView(made);
    };
    open().catch((error) => {
      console.error(error);
      setFailed(true);
    });
    return () => {
      gone = true;
      made?.remove();
    };
  }, []);

  useEffect(() => {
    if (!view) return;
    (view.getSource('rows') as GeoJSONSource).setData(collection(rows.map(featureOf)));
    const box = around(boxes(rows.map((r) => r.geometry as unknown as Geometry)));
    if (!box) return;
    view.fitBounds(new LngLatBounds(box), { padding: 40, maxZoom: 16, animate: false });
  }, [view, rows]);

  useEffect(() => {
    if (!view) return;
    const of = filter ? [['==', ['get', 'class'], filter]] : [];
    view.setFilter('rows/points', ['all', ['==', ['geometry-type'], 'Point'], ...of] as never);
    view.setFilter('rows/lines', ['all', ['!=', ['geometry-type'], 'Point'], ...of] as never);
  }, [view, filter]);

  useEffect(() => {
    if (!view) return;
    const geometry = chosen?.geometry as unknown as Geometry | undefined;
    (view.getSource('chosen') as GeoJSONSource).setData(collection(chosen && geometry ? [featureOf(chosen)] : []));
    const at = geometry && anchor(geometry);
    if (at && !view.getBounds().contains(at)) view.easeTo({ center: at });
  }, [view, chosen]);

  useEffect(() => {
    if (!view) return;
    const moves = findings.flatMap((f): Feature[] => {
      const [from, to] = [f.fix?.old, f.fix?.new];
      if (!from || !to) return [];
      const point = (coordinates: number[], end: string): Feature => ({ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: { end } });
      return [{ type: 'Feature', geometry: { type: 'LineString', coordinates: [from, to] }, properties: {} }, point(from, 'old'), point(to, 'new')];
    });
    (view.getSource('moves') as GeoJSONSource).setData(collection(moves));
    const box = around(boxes(moves.map((m) => m.geometry)));
    if (box) view.fitBounds(new LngLatBounds(box), { padding: 60, maxZoom: 16 });
  }, [view, findings]);

  useEffect(() => {
    if (!view) return;
    const name = (selector: string, text: string) => {
      const element = view.getContainer().querySelector(selector);
      element?.setAttribute('aria-label', text);
      if (element instanceof HTMLButtonElement) element.title = text;
    };
    name('.maplibregl-canvas', say.t('mapLabel'));
    name('.maplibregl-ctrl-zoom-in', say.t('zoomIn'));
    name('.maplibregl-ctrl-zoom-out', say.t('zoomOut'));
  }, [view, say]);

  if (failed) return <p className="none">{say.t('noWebGL')}</p>;
  return <div ref={container} className="preview-map" />;
}
