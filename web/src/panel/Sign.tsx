import { classOf } from '../colouring';
import type { Item } from '../item';
import { Dot, Swatch } from '../legend';
import { useAtlas } from '../useAtlas';

/** How an item looks on the map: a site in its colour, as far as that is known. */
export function Sign({ of: item }: { of: Item }) {
  const atlas = useAtlas();
  const properties = item.layer === 'sites' ? atlas.propertiesOf(item) : null;
  return properties ? <Dot colour={classOf(atlas.classes, properties).colour} /> : <Swatch layer={item.layer} palette={atlas.scheme.palette} />;
}
