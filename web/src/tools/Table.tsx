import { useState } from 'react';
import { Choice } from '../Choice';
import { classOf } from '../colouring';
import { listed, nearest } from '../inview';
import type { LayerID } from '../layers';
import { Dot } from '../legend';
import { titleOf } from '../naming';
import { useAtlas } from '../useAtlas';

/** Most rows of the table. */
const most = 500;

/** The table behind the map: what a layer shows in view, a row each, the nearest to the centre first. */
export default function Table() {
  const atlas = useAtlas();
  const { writer, catalog, view, unasked, classes } = atlas;
  const choices = listed.filter((layer) => !unasked.has(layer.id) && view.zoom >= layer.fromZoom);
  const [wanted, want] = useState<LayerID>('sites');
  const layer = choices.find(({ id }) => id === wanted) ?? choices[0];
  const others = new Set(listed.filter(({ id }) => id !== layer?.id).map(({ id }) => id as string));
  const items = layer ? nearest(atlas.register, view, others, most) : [];
  return (
    <>
      <p className="hint">{writer.text('tableHint', { n: writer.count(most) })}</p>
      {layer && <Choice label={writer.text('tableOf')} value={layer.id} options={choices.map(({ id, title }) => [id, writer.text(title)] as const)} choose={want} />}
      {items.length === 0 && <p className="hint">{writer.text('nothingInView')}</p>}
      {items.length > 0 && (
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
                      {item.layer === 'sites' && <Dot colour={classOf(classes, item.properties).colour} />}
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
