import { Choice } from '../Choice';
import { useAtlas } from '../useAtlas';

/** Which map lies under the register's own, where there is a choice. */
export function Ground() {
  const atlas = useAtlas();
  const { writer, basemaps } = atlas;
  if (basemaps.length === 0) return null;
  const options = [['', writer.text('groundNone')] as const, ...basemaps.map(({ id, title }) => [id, writer.of(title)] as const)];
  return <Choice label={writer.text('basemap')} value={atlas.basemap?.id ?? ''} options={options} choose={(base) => atlas.choose({ base })} />;
}

/** Whose the map under the register's own is. */
export function Attribution() {
  const { basemap } = useAtlas();
  return basemap?.attribution ? <p className="attribution">{basemap.attribution}</p> : null;
}
