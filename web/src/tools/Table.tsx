import { useEffect, useState } from 'react';
import { Choice } from '../Choice';
import { listed, nearest } from '../inview';
import type { Item } from '../item';
import type { Layer, LayerID } from '../layers';
import { titleOf } from '../naming';
import { Sign } from '../panel/Sign';
import { useAtlas } from '../useAtlas';

/** Most rows of the table. */
const most = 500;

/** The table behind the map: what a layer shows in view, a row each, the nearest to the centre first. */
export default function Table() {
  const atlas = useAtlas();
  const { writer, catalog, view, unasked } = atlas;
  const { surveyed } = atlas.listing;
  const choices = listed.filter((layer) => !unasked.has(layer.id) && view.zoom >= layer.fromZoom);
  const [wanted, want] = useState<LayerID>('sites');
  const layer = choices.find(({ id }) => id === wanted) ?? choices[0];
  const there = (layer && surveyed.get(layer.id)?.records) ?? 0;
  const items = useNearest(layer, there);
  return (
    <>
      <p className="hint">{there > most ? writer.text('tableCut', { n: writer.count(most), of: writer.count(there) }) : writer.text('tableHint')}</p>
      {layer && <Choice label={writer.text('tableOf')} value={layer.id} options={choices.map(({ id, title }) => [id, writer.text(title)] as const)} choose={want} />}
      {items?.length === 0 && <p className="hint">{writer.text('nothingInView')}</p>}
      {!items && layer && <p className="hint">{writer.text('loading')}</p>}
      {items && items.length > 0 && (
        <div className="table" role="region" tabIndex={0} aria-label={writer.text('inView')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{writer.text('tableName')}</th>
                <th scope="col">{writer.text('tableOwner')}</th>
                <th scope="col">{writer.text('tablePlace')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id} data-row={`${item.layer}/${item.id}`}>
                  <th scope="row">
                    <button type="button" className="link" onClick={() => atlas.show(item)}>
                      {item.layer === 'sites' && <Sign of={item} />}
                      {titleOf(item, writer)}
                    </button>
                  </th>
                  <td>{item.owner && catalog.organization(item.owner)}</td>
                  <td>{item.communes.join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** The items of a layer in view, null while they are on their way. */
function useNearest(layer: Layer | undefined, there: number): readonly Item[] | null {
  const { api, at, view, listing } = useAtlas();
  const { surveyed } = listing;
  const [items, found] = useState<readonly Item[] | null>(null);
  useEffect(() => {
    if (!layer || there === 0) return found([]);
    const stop = new AbortController();
    nearest(api, layer.id, view, there, most, at.date, stop.signal).then(found, () => !stop.signal.aborted && found([]));
    return () => stop.abort();
    // once what is in view has been counted anew
  }, [api, layer, surveyed]);
  return items;
}
