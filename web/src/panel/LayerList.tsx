import { layers, type Layer } from '../layers';
import { Dot, Swatch } from '../legend';
import type { Atlas } from '../atlas';
import { useAtlas } from '../useAtlas';

/** The layers with their legend, a switch and a count each. */
export function LayerList() {
  return (
    <ul className="layers">
      {layers.map((layer) => (
        <Row key={layer.id} layer={layer} />
      ))}
    </ul>
  );
}

function Row({ layer }: { layer: Layer }) {
  const atlas = useAtlas();
  const { writer, at, reach, view, scheme } = atlas;
  const title = writer.text(layer.title);
  const never = reach === 'public' && layer.secret === true;
  const shown = !at.hidden.has(layer.id) && !never && !(reach === null && layer.secret);
  const far = shown && view.zoom > 0 && view.zoom < layer.fromZoom;
  const toggle = (visible: boolean) => {
    const hidden = new Set(at.hidden);
    if (visible) hidden.delete(layer.id);
    else hidden.add(layer.id);
    atlas.choose({ hidden });
  };
  return (
    <li data-layer={layer.id}>
      <div className="layer">
        <label>
          <input
            type="checkbox"
            name={layer.id}
            disabled={never}
            checked={!never && !at.hidden.has(layer.id)}
            aria-describedby={`${layer.id}-count`}
            onChange={(event) => toggle(event.target.checked)}
          />
          <Swatch layer={layer.id} palette={scheme.palette} />
          <span className="name">{title}</span>
        </label>
        <span className="count" id={`${layer.id}-count`}>
          {never ? writer.text('signedInOnly') : shown && !far ? countOf(layer, atlas) : ''}
        </span>
        {far && (
          <button type="button" className="link" aria-label={writer.text('zoomHere', { layer: title })} onClick={() => atlas.map?.zoomTo(layer)}>
            {writer.text('zoomIn')}
          </button>
        )}
      </div>
      {layer.id === 'sites' && shown && <Classes />}
    </li>
  );
}

/** Says how many are in view, or why none are to be seen. */
function countOf(layer: Layer, { listing, failed, writer }: Atlas): string {
  if (failed.has(layer.id)) return writer.text('failed');
  const there = listing.surveyed.get(layer.id);
  if (!there) return writer.text('loading');
  return writer.text(there.thinned ? 'capped' : 'inViewCount', { n: writer.count(there.records) });
}

/** What the colours of sites stand for, and how many there are of each. */
function Classes() {
  const { writer, classes, classCounts } = useAtlas();
  return (
    <ul className="owners">
      {classes.map(
        ({ key, title, colour }) =>
          classCounts.has(key) && (
            <li key={key} data-owner={key}>
              <Dot colour={colour} />
              <span className="name">{title}</span>
              <span className="count">{writer.count(classCounts.get(key)!)}</span>
            </li>
          ),
      )}
    </ul>
  );
}
