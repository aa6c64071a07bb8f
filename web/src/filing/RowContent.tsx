import type { FilingRow } from './desk';
import { useSay } from './say';

/** Fields of a row that say nothing to a reader: its code stands beside, its place is on the map. */
const untold = new Set(['code', 'geometry', 'submitted']);

/** What a row says: of a change each field as it was and as it would be, of any other row the first fields that the file gives. */
export function RowContent({ row, noun, given, most = 4 }: { row: FilingRow; noun: string; given?: Readonly<Record<string, unknown>> | undefined; most?: number }) {
  const say = useSay();
  if (row.class === 'changed' && row.was) {
    const was = Object.entries(row.was);
    return (
      <dl className="change">
        {was.map(([name, before]) => (
          <div key={name}>
            <dt>{say.field(noun, name)}</dt>
            <dd>
              {name === 'geometry' ? <Place geometry={before} /> : <del>{say.cell(before)}</del>}
              <span className="arrow" role="img" aria-label={say.t('becomes')}>
                →
              </span>
              {name === 'geometry' ? <Place geometry={row.geometry} /> : <ins>{say.cell(row.data?.[name])}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    );
  }
  const told = Object.entries(row.data ?? {}).filter(([name, value]) => !untold.has(name) && (!given || name in given) && value !== null && value !== '' && value !== undefined);
  return (
    <>
      {told.length > 0 && (
        <dl className="told">
          {told.slice(0, most).map(([name, value]) => (
            <div key={name}>
              <dt>{say.field(noun, name)}</dt>
              <dd>{say.cell(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {told.length > most && <span className="hint">+{say.count(told.length - most)}</span>}
    </>
  );
}

/** A position in a word: of a point its coordinates, of a line how many it has. */
function Place({ geometry }: { geometry: unknown }) {
  const say = useSay();
  const { type, coordinates } = (geometry ?? {}) as { type?: string; coordinates?: unknown };
  if (type !== 'Point' || !Array.isArray(coordinates)) return <span>{type ?? say.t('empty')}</span>;
  const [x, y] = coordinates as number[];
  return (
    <span className="place">
      {y?.toFixed(6)}, {x?.toFixed(6)}
    </span>
  );
}
