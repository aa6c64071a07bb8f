import { layers, type Layer } from './layers';
import type { Item, Register, View } from './register';

/** How many items of each layer are listed: poles are not to crowd out the rest. */
const mostEach = 6;

/** The layers whose records are listed: all but the ground. */
export const listed: readonly Layer[] = layers.filter((layer) => layer.id !== 'units');

/**
 * The items in view nearest to its centre, by layer in the order of the legend:
 * the map for those who do not use a pointer.
 */
export function nearest(register: Pick<Register, 'inView'>, view: View, hidden: ReadonlySet<string>, each = mostEach): Item[] {
  const [x, y] = [(view.box[0] + view.box[2]) / 2, (view.box[1] + view.box[3]) / 2];
  const narrow = Math.cos((y * Math.PI) / 180); // a degree of longitude against one of latitude
  const far = ({ box }: Item) => ((box[0] + box[2]) / 2 - x) ** 2 * narrow ** 2 + ((box[1] + box[3]) / 2 - y) ** 2;
  return listed
    .filter((layer) => !hidden.has(layer.id) && view.zoom >= layer.fromZoom)
    .flatMap((layer) =>
      [...register.inView(layer.id, view.box)]
        .map((item) => ({ item, far: far(item) }))
        .sort((a, b) => a.far - b.far)
        .slice(0, each)
        .map(({ item }) => item),
    );
}
