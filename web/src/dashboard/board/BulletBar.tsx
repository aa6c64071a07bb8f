import { bulletOf } from './bullet';
import type { Row } from './standings';

/** The size it is drawn at, stretched to its room; lines keep their width. */
const [width, height] = [200, 18];

/** A value drawn against its target: a bar, a line across it at the target, a notch where the straight way to it would be today. */
export function BulletBar({ row, label }: { row: Row; label: string }) {
  const { value, target, expected } = bulletOf({ ...row, target: row.target });
  const x = (part: number) => 1 + part * (width - 2);
  return (
    <svg className={`bullet ${row.standing}`} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
      <rect className="ground" x={1} y={4} width={width - 2} height={10} />
      {value !== null && <rect className="value" x={1} y={6} width={Math.max(value * (width - 2), 0.8)} height={6} />}
      {expected !== null && <path className="expected" d={`M${x(expected)} 4V14`} />}
      {target !== null && <path className="target" d={`M${x(target)} 1V17`} />}
    </svg>
  );
}
