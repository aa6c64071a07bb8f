import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { Loading, Refused, useAsked } from '../../filing/ask';
import { Link } from '../../filing/Link';
import { Chart, type Draw } from '../figure/Chart';
import { Figure, Rows } from '../figure/Figure';
import type { Area } from '../figure/UnitMap';
import { useHouse } from '../house';
import { areas, readSeries, type Group, type Point, type Result, type Split } from '../indicator/ask';
import type { Query } from '../place';
import { useWords } from '../words';

const UnitMap = lazy(() => import('../figure/UnitMap'));

/** How many small charts are drawn at first, and more each time they are asked for. */
const batch = 12;

interface Props {
  code: string;
  question: Query;
  result: Result;
  by: Split;
  /** All of them, the largest first. */
  groups: readonly Group[];
  name: (group: Group) => string;
  /** The question about one group, and the address of its page. */
  ask: (key: string) => Query;
  addressTo: (key: string) => string;
  /** The first day of the series. */
  from: string;
  boundary: string;
  choose: (key: string) => void;
}

/** One small chart for each area, operator or owner, all on one scale beside the map of the areas: what goes another way stands out. */
export function Multiples({ code, question, result, by, groups, name, ask, addressTo, from, boundary, choose }: Props) {
  const words = useWords();
  const { desk } = useHouse();
  const [many, setMany] = useState(batch);
  const [focus, setFocus] = useState<string | null>(null);
  const { unit } = result;
  const shown = groups.slice(0, many);
  const asked = useAsked(
    async () => {
      const [whole, ...each] = await Promise.all([question, ...shown.map(({ key }) => ask(key))].map(async (query) => (await readSeries(desk, code, query, from)).items));
      return { whole: whole!, each: shown.map((group, i) => ({ group, items: each[i]! })) };
    },
    `${many}`,
  );
  const known = asked.value;
  const domain = useMemo(() => {
    const values = known ? [known.whole, ...known.each.map(({ items }) => items)].flat().flatMap(({ value }) => (value === null ? [] : [value])) : [];
    return values.length > 0 ? ([Math.min(...values), Math.max(...values)] as const) : null;
  }, [known]);
  const onMap = areas.has(by);
  const mapped = useMemo<Area[]>(() => groups.map((g) => ({ key: g.key, name: g.name, value: g.value, said: words.number(g.value) })), [groups, words]);
  const title = words.w('multiples');
  return (
    <div className={onMap ? 'beside' : ''}>
      <Figure
        title={title}
        hint={words.w('multiplesHint', { n: String(shown.length), all: String(groups.length) })}
        table={
          <Rows
            caption={title}
            rows={known?.each ?? []}
            keyOf={({ group }) => group.key}
            columns={[
              { title: words.w(by), of: ({ group }) => <Link href={addressTo(group.key)}>{name(group)}</Link> },
              { title: words.date(from), of: ({ items }) => words.number(items[0]?.value), number: true },
              { title: words.date(result.as_of), of: ({ group }) => words.number(group.value), number: true },
              { title: words.w('gain'), of: ({ group, items }) => changeOf(items, group, (n) => words.change(n, unit)), number: true },
            ]}
          />
        }
      >
        {asked.refusal && <Refused refusal={asked.refusal} again={asked.again} />}
        {!known && !asked.refusal && <Loading />}
        {known && !domain && <p className="none">{words.w('noValue')}</p>}
        {known && domain && (
          <ul className="multiples">
            {known.each.map(({ group, items }) => (
              <li key={group.key} className={focus === group.key ? 'focus' : ''} data-multiple={group.key} onMouseEnter={() => setFocus(group.key)} onMouseLeave={() => setFocus(null)}>
                <p>
                  <Link href={addressTo(group.key)} onFocus={() => setFocus(group.key)} onBlur={() => setFocus(null)}>
                    {name(group)}
                  </Link>
                  <strong>{words.number(group.value)}</strong>
                </p>
                <Small label={`${name(group)}: ${words.value(group.value, unit)}`} items={items} whole={known.whole} domain={domain} />
              </li>
            ))}
          </ul>
        )}
        {known && many < groups.length && (
          <button type="button" className="noprint" onClick={() => setMany(many + batch)}>
            {words.w('moreOf', { n: String(Math.min(batch, groups.length - many)) })}
          </button>
        )}
      </Figure>
      {onMap && mapped.length > 0 && (
        <div className="map-frame">
          <Suspense fallback={<Loading />}>
            <UnitMap label={words.w('mapOf', { title: words.of(result.title) })} day={boundary} level={by as 'commune'} areas={mapped} focus={focus} point={setFocus} choose={choose} hint={words.w('compareMapHint')} />
          </Suspense>
        </div>
      )}
    </div>
  );
}

/** The change of a group since the first month that has a number. */
function changeOf(items: readonly Point[], group: Group, write: (n: number) => string): string {
  const first = items.find(({ value }) => value !== null)?.value;
  return first === undefined || first === null || group.value === null ? '–' : write(group.value - first);
}

/** A line over the months with that of the whole register behind it, and nothing else. */
function Small({ label, items, whole, domain }: { label: string; items: readonly Point[]; whole: readonly Point[]; domain: readonly [number, number] }) {
  const words = useWords();
  const draw = useCallback<Draw>(
    (plot, width) => {
      const dated = (points: readonly Point[]) => points.map((p) => ({ on: new Date(p.as_of), value: p.value }));
      const line = dated(items);
      return plot.plot({
        width, height: 96, marginLeft: 34, marginRight: 8, marginTop: 8, marginBottom: 20,
        x: { type: 'utc', label: null, ticks: 'year' as never, tickFormat: (d: Date) => String(d.getUTCFullYear()), tickSize: 3 },
        y: { label: null, domain: [...domain], nice: true, ticks: 2, grid: true, tickSize: 0, tickFormat: (n: number) => words.number(n) },
        marks: [
          plot.lineY(dated(whole), { x: 'on', y: 'value', stroke: 'var(--soft)', strokeWidth: 1.2, strokeDasharray: '3 3' }),
          plot.lineY(line, { x: 'on', y: 'value', stroke: 'var(--line-1)', strokeWidth: 2 }),
          plot.dot(line.filter(({ value }) => value !== null).slice(-1), { x: 'on', y: 'value', fill: 'var(--line-1)', r: 3 }),
        ],
      });
    },
    [items, whole, domain, words],
  );
  return <Chart label={label} draw={draw} />;
}
