import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { Loading, Refused, useAsked } from '../../filing/ask';
import { Link } from '../../filing/Link';
import { go } from '../../filing/place';
import { Select } from '../controls/Select';
import { Chart, type Draw } from '../figure/Chart';
import { Figure, Rows, type Column } from '../figure/Figure';
import type { Area } from '../figure/UnitMap';
import { valueAxis } from '../figure/axes';
import { called, isPublic, useHouse } from '../house';
import { addressOf, dayOf, useQuery, type Query } from '../place';
import { useWords } from '../words';
import { areas, readSplit, splitsOf, type Group, type Result, type Split } from './ask';
import { Matrix } from './Matrix';

const UnitMap = lazy(() => import('../figure/UnitMap'));

/** The height of one bar with its gap, in pixels. */
const barHeight = 26;

/** How many bars are drawn before all are asked for. */
const fewBars = 25;

/** A number by area, operator or owner: bars, and a map beside them where the groups are areas. */
export function SplitSection({ code, question, result }: { code: string; question: Query; result: Result }) {
  const words = useWords();
  const house = useHouse();
  const { desk } = house;
  const [query, change] = useQuery();
  const possible = splitsOf(result).filter((by) => areas.has(by) || !isPublic(house));
  const by = possible.find((split) => split === query['by']) ?? possible[0]!;
  const asked = useAsked(async () => ({ by, split: await readSplit(desk, code, question, by) }), `${code}/${JSON.stringify(question)}/${by}/${words.language}`);
  const split = asked.value?.by === by ? asked.value.split : undefined;
  const controls = <Select label={words.w('by')} value={by} choose={(next) => change({ by: next === possible[0] ? '' : next })} options={possible.map((value) => ({ value, name: words.w(value) }))} />;
  if (split && by === 'tenant') return <Matrix groups={split.items} unit={result.unit} controls={controls} />;
  return <Bars key={by} code={code} question={question} result={result} by={by} groups={split?.items} why={split && words.of(split.why)} asked={asked} controls={controls} boundary={query['boundary'] ?? dayOf(query)} />;
}

interface Props {
  code: string;
  question: Query;
  result: Result;
  by: Split;
  groups: readonly Group[] | undefined;
  why: string | undefined;
  asked: { refusal: Error | null; again: () => void };
  controls: React.ReactNode;
  boundary: string;
}

function Bars({ code, question, result, by, groups, why, asked, controls, boundary }: Props) {
  const words = useWords();
  const house = useHouse();
  const [focus, setFocus] = useState<string | null>(null);
  const [all, showAll] = useState(false);
  const { unit } = result;
  const onMap = areas.has(by);
  const named = useMemo(() => (groups ?? []).map((g) => ({ ...g, name: onMap ? g.name : called(house, g.key, g.name) })), [groups, onMap, house]);
  const sorted = useMemo(() => [...named].sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || words.compare(a.name, b.name)), [named, words]);
  const few = !all && sorted.length > fewBars;
  const shown = useMemo(() => (few ? sorted.slice(0, fewBars) : sorted), [few, sorted]);
  // an area leads to itself, an organization to what is its own
  const addressTo = useCallback((key: string) => addressOf(`/numbers/indicators/${code}`, { ...question, ...(onMap ? { unit: key } : by === 'owner' ? { owner: key } : { operator: key }) }), [code, question, onMap, by]);
  const choose = useCallback((key: string) => go(addressTo(key)), [addressTo]);
  const draw = useMemo<Draw | null>(() => {
    if (!shown.some((g) => g.value !== null)) return null;
    return (plot, width) => {
      const name = (g: Group) => g.key;
      const room = Math.min(190, width * 0.36);
      return plot.plot({
        width, height: 44 + shown.length * barHeight, marginLeft: room, marginRight: 74, marginTop: 30, marginBottom: 4,
        x: { ...valueAxis(words, unit), zero: true, ticks: Math.max(2, Math.floor((width - room) / 90)) } as never,
        y: { label: null, domain: shown.map(name), tickSize: 0, tickFormat: (key: string) => short(shown.find((g) => g.key === key)?.name || key, room) },
        marks: [
          plot.axisX({ anchor: 'top', label: words.unit(unit), labelArrow: 'none', tickFormat: (n: number) => words.number(n), ticks: Math.max(2, Math.floor((width - room) / 90)) }),
          plot.gridX({ ticks: Math.max(2, Math.floor((width - room) / 90)) }),
          plot.barX(shown, { x: (g: Group) => g.value ?? 0, y: name, fill: 'var(--line-1)', insetTop: 3, insetBottom: 3, ariaLabel: name }),
          ...(result.value === null ? [] : [plot.ruleX([result.value], { stroke: 'currentColor', strokeDasharray: '4 3', strokeWidth: 1.4 })]),
          plot.text(shown, { x: (g: Group) => g.value ?? 0, y: name, text: (g: Group) => (g.value === null ? words.w('none') : words.number(g.value)), dx: 5, textAnchor: 'start', fill: 'currentColor', stroke: 'var(--paper)', strokeWidth: 3, paintOrder: 'stroke' } as never),
          plot.ruleX([0]),
        ],
      });
    };
  }, [shown, words, unit, result.value]);
  const mapped = useMemo<Area[]>(() => sorted.map(({ key, name, value }) => ({ key, name, value, said: value === null ? words.w('none') : words.number(value) })), [sorted, words]);
  const known = sorted.filter((g) => g.value !== null);
  const label =
    known.length > 0
      ? words.w('splitIs', { n: String(sorted.length), most: known[0]!.name || known[0]!.key, high: words.value(known[0]!.value, unit), least: known.at(-1)!.name || known.at(-1)!.key, low: words.value(known.at(-1)!.value, unit) })
      : words.w('noValue');
  const hosted = sorted.some((g) => g.hosted_ratio !== undefined);
  const columns: Column<Group>[] = [
    {
      title: words.w(by),
      of: (g) => (
        <Link href={addressTo(g.key)} onFocus={() => setFocus(g.key)} onBlur={() => setFocus(null)} onPointerEnter={() => setFocus(g.key)} onPointerLeave={() => setFocus(null)}>
          {g.name || g.key}
        </Link>
      ),
    },
    { title: words.unit(unit), of: (g) => words.number(g.value), number: true },
    { title: words.w('numerator'), of: (g) => words.number(g.numerator), number: true },
    { title: words.w('denominator'), of: (g) => words.number(g.denominator), number: true },
    ...(hosted ? [{ title: words.w('hosted'), of: (g: Group) => words.value(g.hosted_ratio, 'percent'), number: true } as const] : []),
  ];
  return (
    <div className={onMap ? 'beside' : ''}>
      <Figure title={words.w('split', { by: words.w(by).toLocaleLowerCase(words.language) })} hint={groups && label} controls={controls} table={<Rows caption={label} rows={sorted} columns={columns} keyOf={(g) => g.key} />}>
        {asked.refusal && <Refused refusal={asked.refusal} again={asked.again} />}
        {!groups && !asked.refusal && <Loading />}
        {groups && !draw && (
          <p className="none">
            {why || words.w('noValue')}{' '}
            {by === 'operator' && question['layer'] !== 'computed' && result.definition.family === 'coverage' && (
              <Link href={addressOf(`/numbers/indicators/${code}`, { ...question, layer: 'computed', by })}>{words.w('tryComputed')}</Link>
            )}
          </p>
        )}
        {draw && <Chart label={label} draw={draw} focus={focus} point={setFocus} choose={choose} />}
        {few && draw && (
          <button type="button" className="noprint" onClick={() => showAll(true)}>
            {words.w('allBars', { n: String(sorted.length) })}
          </button>
        )}
      </Figure>
      {onMap && groups && known.length > 0 && (
        <div className="map-frame">
          <Suspense fallback={<Loading />}>
            <UnitMap label={words.w('mapOf', { title: words.of(result.title) })} day={boundary} level={by as 'commune'} areas={mapped} focus={focus} point={setFocus} choose={choose} hint={words.w('mapHint')} />
          </Suspense>
        </div>
      )}
    </div>
  );
}

/** A name that fits beside its bar, 7 pixels a letter. */
const short = (name: string, room: number) => (name.length * 7 <= room ? name : `${name.slice(0, Math.floor(room / 7) - 1).trimEnd()}…`);
