import { useEffect, useState } from 'react';
import { keep } from '../address';
import { Problem } from '../api';
import type { Properties } from '../catalog';
import type { RecordOf } from '../client/types';
import { layerOf, type LayerID } from '../layers';
import { Swatch } from '../legend';
import { subtitleOf, titleOf } from '../naming';
import { itemOf, type Item } from '../item';
import { Sign } from '../panel/Sign';
import type { Shown } from '../shown';
import { SideFrame } from '../side/Side';
import { sampleMark } from '../text';
import { useAtlas } from '../useAtlas';
import { judged, readCompliance, type Compliance } from './compliance';
import { Permit, Surroundings } from './Permit';
import { related, type Related } from './related';

/** Everything there is to tell of one record. */
export function Card({ shown }: { shown: Shown }) {
  const atlas = useAtlas();
  const { writer, catalog, scheme } = atlas;
  const layer = layerOf(shown.layer);
  const { record, more, compliance, problem } = useRecord(shown);
  const { item } = shown;
  // a point that was touched may lie where the card is now
  useEffect(() => {
    if (item?.geometry.type === 'Point') atlas.map?.keepInView(item.box);
  }, [atlas.map, item]);
  const title = item ? titleOf(item, writer) : writer.text(layer.one);
  const sign = item ? <Sign of={item} /> : <Swatch layer={shown.layer} palette={scheme.palette} />;
  const kind = (
    <p className="kind">
      {sign}
      {item && !item.name ? subtitleOf(item, catalog, writer) : writer.text(layer.one)}
    </p>
  );
  return (
    <SideFrame name="card" title={title} above={kind}>
      <div className="details" aria-live="polite">
        {problem && <p className="problem">{problem}</p>}
        {!problem && !record && !(item && item.many > 1) && <p className="hint">{writer.text('loading')}</p>}
        {compliance && <Permit of={compliance} layer={shown.layer} />}
        {record && compliance && <h3>{writer.text('about')}</h3>}
        {record && <Facts layer={shown.layer} record={record} more={more} spare={compliance?.capacity?.free_slots} />}
        {compliance && <Surroundings of={compliance} layer={shown.layer} />}
        {item?.coarse && <Withheld />}
      </div>
    </SideFrame>
  );
}

/** What is known of a record so far. */
interface Known {
  record: Properties | null;
  more: readonly Related[];
  compliance: Compliance | null;
  problem: string | null;
}

const nothing: Known = { record: null, more: [], compliance: null, problem: null };

/** Reads a record, and who else is there; of several on a grid their title says what they have in common. */
function useRecord(shown: Shown): Known {
  const atlas = useAtlas();
  const { api, at, writer } = atlas;
  const [known, know] = useState<Known>(nothing);
  const several = (shown.item?.many ?? 1) > 1;
  useEffect(() => {
    if (several) return;
    const stop = new AbortController();
    const read = async () => {
      const record = await api.get(`/api/v1/${shown.layer}/{id}`, { path: { id: shown.id } }, stop.signal);
      const item = shown.item ?? itemOfRecord(shown.layer, record);
      if (stop.signal.aborted) return;
      know({ ...nothing, record });
      if (item && !shown.item) atlas.found(item);
      const more = item?.coarse ? [] : await related(layerOf(shown.layer), shown.id, atlas, stop.signal);
      if (stop.signal.aborted) return;
      know({ ...nothing, record, more });
      if (item?.coarse || !judged.has(shown.layer)) return;
      const compliance = await readCompliance(api, shown.layer, shown.id, at.date, stop.signal);
      if (!stop.signal.aborted) know({ ...nothing, record, more, compliance });
    };
    read().catch((error: unknown) => {
      if (!stop.signal.aborted) know({ ...nothing, problem: error instanceof Problem ? error.message : writer.text('failed') });
    });
    return () => stop.abort();
  }, [api, at.date, writer, atlas.news, shown.layer, shown.id, several]);
  return known;
}

/** The record that a link leads to, as the map would have had it. */
function itemOfRecord(layer: LayerID, record: RecordOf<LayerID>): Item | null {
  const { id, geometry, ...properties } = record;
  return itemOf(layer, { type: 'Feature', id, geometry, properties } as never);
}

interface FactsProps {
  layer: LayerID;
  record: Properties;
  more: readonly Related[];
  /** How many slots are free, where the card says so below. */
  spare: number | null | undefined;
}

/** Rows that have values: what is not known, or not to be known, takes no room, nor what is said below. */
function Facts({ layer, record, more, spare }: FactsProps) {
  const { catalog, writer } = useAtlas();
  const sample = [record['source'], record['name']].some((text) => typeof text === 'string' && text.toLowerCase().includes(sampleMark));
  const rows = layerOf(layer).fields.flatMap((field): Related[] => {
    const value = catalog.show(field, record, writer);
    const said = field.name === 'free_slots' && !!spare && record['free_slots'] === spare;
    return value === null || said || (field.name === 'source' && sample) ? [] : [{ name: catalog.name(field, writer), values: [value] }];
  });
  const all = [...rows, ...more].filter(({ values }) => values.length > 0);
  return (
    <>
      {sample && <p className="badge">{writer.text('sample')}</p>}
      {all.length > 0 && (
        <dl className="facts">
          {all.map(({ name, values }) => (
            <div key={name}>
              <dt>{name}</dt>
              {values.map((value) => (
                <dd key={value}>{value}</dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** Says that there is more to a record than the reader is told. */
function Withheld() {
  const { writer, reach } = useAtlas();
  return (
    <p className="hint withheld">
      {writer.text('publicRecord')}{' '}
      {reach === 'public' && (
        <a className="link" href={`/sign-in?lang=${writer.language}`} onClick={keep}>
          {writer.text('signInForMore')}
        </a>
      )}
    </p>
  );
}
