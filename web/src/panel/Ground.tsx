import { Choice } from '../Choice';
import { useAtlas } from '../useAtlas';

/** Which map lies under the register's own, where there is a choice. */
export function Ground() {
  const atlas = useAtlas();
  const { writer, ground } = atlas;
  if (ground.maps.length === 0) return null;
  const options = [['', writer.text('groundNone')] as const, ...ground.maps.map(({ id, title }) => [id, writer.of(title)] as const)];
  return <Choice label={writer.text('basemap')} value={ground.chosen?.id ?? ''} options={options} choose={(base) => atlas.choose({ base })} />;
}

/** Whose the map under the register's own is. */
export function Attribution() {
  const { chosen } = useAtlas().ground;
  return chosen?.attribution ? <p className="attribution">{chosen.attribution}</p> : null;
}
