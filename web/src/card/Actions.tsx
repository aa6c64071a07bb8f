import { useAtlas } from '../useAtlas';
import type { Compliance } from './compliance';

/** What can be done about a work on the spot. */
export function Actions({ of: c, layer }: { of: Compliance; layer: string }) {
  const atlas = useAtlas();
  const { writer } = atlas;
  const to = (tool: string) => atlas.open(`${tool}/${layer}-${c.id}`);
  const { inspection, violation, photo } = c.can;
  if (!inspection && !violation && !photo) return null;
  return (
    <p className="buttons">
      {inspection && (
        <button type="button" className="primary" onClick={() => to('inspect')}>
          {writer.text('inspect')}
        </button>
      )}
      {violation && (
        <button type="button" onClick={() => to('violation')}>
          {writer.text('recordViolation')}
        </button>
      )}
      {photo && (
        <button type="button" onClick={() => to('photo')}>
          {writer.text('addPhoto')}
        </button>
      )}
    </p>
  );
}
