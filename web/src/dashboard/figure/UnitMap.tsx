import '../../styles/beyond.css';
import 'maplibre-gl/dist/maplibre-gl.css';
import '../../styles/maplibre.css';
import { LngLatBounds, Map as View, NavigationControl, setWorkerUrl, type ExpressionSpecification, type FilterSpecification, type LayerSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { useEffect, useRef, useState } from 'react';
import { today } from '../../day';
import type { Box } from '../../geometry';
import { withoutSky } from '../../sky';
import { drawIcons, font, land, paints } from '../../style';
import { fontLetters } from '../../text';
import { useHouse } from '../house';
import { useWords } from '../words';
import { classOf, classesOf, ramps } from './looks';

setWorkerUrl(workerUrl);

/** An area with its value as it is written. */
export interface Area {
  key: string;
  name: string;
  value: number | null;
  said: string;
}

interface Props {
  label: string;
  /** The day of the boundaries. */
  day: string;
  level: 'province' | 'district' | 'commune';
  areas: readonly Area[];
  focus: string | null;
  point: (key: string | null) => void;
  choose: (key: string) => void;
  /** What the reader can do with it. */
  hint: string;
}

/** Up to how many areas every one is labelled. */
const fewAreas = 20;

/** What has no value has no colour: the land shows. */
const clear = 'rgba(0,0,0,0)';

const within = (name: string, pairs: readonly string[], otherwise: string) => (pairs.length === 0 ? otherwise : (['match', ['get', name], ...pairs, otherwise] as unknown as ExpressionSpecification));

/** Units coloured by their values, each with its name and number: the same areas as the chart beside it. */
export default function UnitMap({ label, day, level, areas, focus, point, choose, hint }: Props) {
  const words = useWords();
  const { scheme } = useHouse();
  const container = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View | null>(null);
  const [failed, setFailed] = useState(false);
  const [night, setNight] = useState(scheme.night);
  const hears = useRef({ point, choose });
  hears.current = { point, choose };
  useEffect(() => scheme.onChange(() => setNight(scheme.night)), [scheme]);

  useEffect(() => {
    let gone = false;
    let made: View | null = null;
    const open = async () => {
      const [bounds] = await Promise.all([boundsOf(day), document.fonts.load(`16px "${font}"`, fontLetters).catch(() => [])]);
      if (gone) return;
      made = new View({
        container: container.current!, style: land(day), bounds: bounds ? new LngLatBounds(bounds) : new LngLatBounds([102, 8, 110, 24]), fitBoundsOptions: { padding: 16 },
        minZoom: 4, maxZoom: 14, maxPitch: 0, dragRotate: false, pitchWithRotate: false, renderWorldCopies: false, attributionControl: false, fadeDuration: 0, cooperativeGestures: false,
        scrollZoom: false, canvasContextAttributes: { preserveDrawingBuffer: true }, // so that paper has it
      });
      made.addControl(new NavigationControl({ showCompass: false }), 'top-right');
      await made.once('style.load');
      withoutSky(made);
      if (gone) return;
      for (const { name, image, pixelRatio } of drawIcons()) made.addImage(name, image, { pixelRatio });
      const drawn = made.getStyle().layers;
      const from = (part: LayerSpecification | undefined) => ({ source: (part as { source: string }).source, 'source-layer': (part as { 'source-layer': string })['source-layer'] });
      const units = from(drawn.find(({ id }) => id === 'units/land'));
      const names = from(drawn.find(({ id, type }) => id.startsWith('units/') && type === 'symbol'));
      for (const { id, type } of drawn) if (type === 'symbol') made.setLayoutProperty(id, 'visibility', 'none');
      made.addLayer({ id: 'values/areas', type: 'fill', ...units, paint: { 'fill-color': clear } });
      made.addLayer({ id: 'values/borders', type: 'line', ...units, layout: { 'line-join': 'round' }, paint: { 'line-width': 0.9 } });
      made.addLayer({ id: 'values/focus', type: 'line', ...units, layout: { 'line-join': 'round' }, paint: { 'line-width': 4 } });
      made.addLayer({ id: 'values/labels', type: 'symbol', ...names, layout: { 'text-font': [font], 'text-size': 11.5, 'text-max-width': 8, 'text-padding': 2 }, paint: { 'text-halo-width': 1.6 } });
      const m = made;
      const at = (event: { point: { x: number; y: number } }) => m.queryRenderedFeatures([event.point.x, event.point.y], { layers: ['values/areas'] })[0]?.properties['code'] as string | undefined;
      m.on('mousemove', (event) => {
        const code = at(event);
        m.getCanvas().style.cursor = code ? 'pointer' : '';
        hears.current.point(code ?? null);
      });
      m.on('mouseout', () => hears.current.point(null));
      m.on('click', (event) => {
        const code = at(event);
        if (code) hears.current.choose(code);
      });
      const frame = container.current!;
      m.on('idle', () => (frame.dataset['idle'] = '1'));
      setView(m);
    };
    open().catch((error) => {
      console.error(error);
      setFailed(true);
    });
    return () => {
      gone = true;
      made?.remove();
      setView(null);
    };
  }, [day]);

  useEffect(() => {
    if (!view) return;
    const { palette } = scheme;
    const ramp = ramps[scheme.night ? 'night' : 'day'];
    const ends = classesOf(areas.flatMap(({ value }) => (value === null ? [] : [value])));
    const one = ends.length === 0 ? 2 : 0; // all alike: the middle of the ramp
    for (const [part, paint] of paints(palette)) {
      for (const [name, value] of Object.entries(paint)) view.setPaintProperty(part, name as never, value as never, { validate: false });
    }
    const valued = areas.filter(({ value }) => value !== null);
    const ofLevel: FilterSpecification = ['==', ['get', 'level'], level];
    view.setFilter('values/areas', ['all', ofLevel, ['in', ['get', 'code'], ['literal', areas.map(({ key }) => key)]]] as never);
    view.setFilter('values/borders', ofLevel);
    view.setFilter('values/labels', ofLevel);
    view.setPaintProperty('values/areas', 'fill-color', within('code', valued.flatMap(({ key, value }) => [key, ramp[classOf(value!, ends) + one]!]), clear));
    view.setPaintProperty('values/borders', 'line-color', palette.provinceBorder);
    view.setPaintProperty('values/focus', 'line-color', scheme.night ? palette.selected : '#c2255c');
    // what is written on the strongest colours is as light, or as dark, as they are not
    const strong = valued.filter(({ value }) => classOf(value!, ends) + one >= 3);
    const letters = (usual: string, onStrong: string) => within('code', strong.flatMap(({ key }) => [key, onStrong]), usual);
    const [dark, light] = ['#10202a', '#ffffff'];
    view.setPaintProperty('values/labels', 'text-color', scheme.night ? letters(light, dark) : letters(dark, light));
    view.setPaintProperty('values/labels', 'text-halo-color', scheme.night ? letters(dark, ramp[4]) : letters(light, dark));
    // where there are few all have their number, else those there is room for
    view.setLayoutProperty('values/labels', 'text-allow-overlap', areas.length <= fewAreas);
    view.setLayoutProperty('values/labels', 'text-field', ['concat', ['get', 'name'], '\n', within('code', areas.flatMap(({ key, said }) => [key, said]), '')] as never);
    delete container.current!.dataset['idle'];
  }, [view, areas, level, scheme, night]);

  useEffect(() => {
    delete container.current?.dataset['idle'];
    view?.setFilter('values/focus', ['all', ['==', ['get', 'level'], level], ['==', ['get', 'code'], focus ?? '']] as never);
  }, [view, focus, level]);

  useEffect(() => {
    if (!view) return;
    const name = (selector: string, text: string) => {
      const element = view.getContainer().querySelector(selector);
      element?.setAttribute('aria-label', text);
      if (element instanceof HTMLButtonElement) element.title = text;
    };
    name('.maplibregl-canvas', label);
    name('.maplibregl-ctrl-zoom-in', words.t('zoomIn'));
    name('.maplibregl-ctrl-zoom-out', words.t('zoomOut'));
  }, [view, words, label]);

  if (failed) return <p className="none">{words.t('noWebGL')}</p>;
  return (
    <>
      <div ref={container} className="unit-map" />
      <p className="hint">
        {words.w(night ? 'mapBrighter' : 'mapDarker')} {hint}
      </p>
    </>
  );
}

/** The box of the units of a day; null when it is not known. */
async function boundsOf(day: string): Promise<Box | null> {
  const answer = await fetch(day === today() ? '/tiles/units.json' : `/tiles/units.json?as_of=${day}`).catch(() => null);
  return answer?.ok ? (((await answer.json()) as { bounds?: Box }).bounds ?? null) : null;
}
