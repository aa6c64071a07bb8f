import { useMemo } from 'react';
import { today } from '../../day';
import { Loading, Refused, useAsked } from '../../filing/ask';
import { Link } from '../../filing/Link';
import { Day } from '../controls/Day';
import { Select } from '../controls/Select';
import { Chart, type Draw } from '../figure/Chart';
import { Figure, Rows } from '../figure/Figure';
import { monthAxis, valueAxis } from '../figure/axes';
import { lineLooks } from '../figure/looks';
import { PageHeading } from '../heading';
import { called, isPublic, useHouse } from '../house';
import { areas, monthsBefore, readResult, readSeries, readSplit, splitsOf, type Group, type Point, type Result, type Split } from '../indicator/ask';
import { addressOf, dayOf, questionOf, useQuery, type Query } from '../place';
import { useWords } from '../words';
import { Multiples } from './Multiples';

/** One of those compared, month by month. */
interface Line {
  group: Group;
  items: Point[];
}

/** The question about one group: its own area, or what is its own. */
const ofGroup = (question: Query, by: Split, key: string): Query => ({ ...question, ...(areas.has(by) ? { unit: key } : by === 'owner' ? { owner: key } : { operator: key }) });

/** One indicator of several areas, operators or owners, side by side over the months. */
export default function ComparePage() {
  const words = useWords();
  const house = useHouse();
  const { desk, indicators } = house;
  const [query, change] = useQuery();
  const code = query['indicator'] ?? indicators[0]!.code;
  const question = questionOf({ ...query, unit: '', owner: '', operator: '' });
  const turn = `${code}/${JSON.stringify(question)}/${query['by'] ?? ''}/${words.language}`;
  const asked = useAsked(async () => {
    const result = await readResult(desk, code, question);
    const possible = splitsOf(result).filter((by) => by !== 'tenant' && (areas.has(by) || !isPublic(house)));
    const by = possible.find((b) => b === query['by']) ?? (possible.includes('operator') ? 'operator' : possible[0]!);
    return { turn, result, possible, by, groups: (await readSplit(desk, code, question, by)).items };
  }, turn);
  const known = asked.value?.turn === turn ? asked.value : undefined;
  return (
    <>
      <PageHeading title={words.w('compareTitle')} hint={words.w('compareHint')} />
      <div className="controls noprint">
        <Select label={words.w('indicator')} value={code} choose={(indicator) => change({ indicator, keys: '', by: '', version: '' })} options={indicators.map((n) => ({ value: n.code, name: words.of(n.title) }))} />
        {known && <Select label={words.w('by')} value={known.by} choose={(by) => change({ by, keys: '' })} options={known.possible.map((value) => ({ value, name: words.w(value) }))} />}
        <Day label={words.text('asOf')} value={dayOf(query)} choose={(as_of) => change({ as_of: as_of === today() ? '' : as_of })} />
      </div>
      {asked.refusal && <Refused refusal={asked.refusal} again={asked.again} />}
      {!known && !asked.refusal && <Loading />}
      {known && <Compared key={turn} {...known} code={code} question={question} />}
    </>
  );
}

function Compared({ code, question, result, by, groups }: { code: string; question: Query; result: Result; by: Split; groups: readonly Group[] }) {
  const words = useWords();
  const house = useHouse();
  const { desk } = house;
  const [query, change] = useQuery();
  const sized = useMemo(() => groups.filter((g) => g.key !== '' && g.value !== null).sort((a, b) => (b.denominator ?? b.value ?? 0) - (a.denominator ?? a.value ?? 0)), [groups]);
  const keys = (query['keys']?.split(',') ?? sized.slice(0, 4).map((g) => g.key)).filter((key) => groups.some((g) => g.key === key)).slice(0, lineLooks.length);
  const from = monthsBefore(question['as_of'] ?? today(), 36);
  const asked = useAsked(
    () => Promise.all(keys.map(async (key): Promise<Line> => ({ group: groups.find((g) => g.key === key)!, items: (await readSeries(desk, code, ofGroup(question, by, key), from)).items }))),
    keys.join(),
  );
  const lines = asked.value;
  const { unit } = result;
  const name = (g: Group) => (areas.has(by) ? g.name || g.key : called(house, g.key, g.name));
  const toggle = (key: string) => change({ keys: (keys.includes(key) ? keys.filter((k) => k !== key) : [...keys, key]).join(',') || '-' });
  const draw = useMemo<Draw | null>(() => {
    if (!lines?.some(({ items }) => items.some((p) => p.value !== null))) return null;
    return (plot, width) =>
      plot.plot({
        width, height: 340, marginLeft: 56, marginRight: 24, marginBottom: 34,
        x: monthAxis(width),
        y: valueAxis(words, unit),
        marks: lines.flatMap(({ group, items }, i) => {
          const look = lineLooks[i]!;
          const seen = items.map((p) => ({ ...p, on: new Date(p.as_of) }));
          const marked = seen.filter((_, n) => (seen.length - 1 - n) % 6 === 0);
          return [
            plot.lineY(seen, { x: 'on', y: 'value', stroke: look.colour, strokeWidth: 2.2, ...(look.dash && { strokeDasharray: look.dash }) }),
            plot.dot(marked, { x: 'on', y: 'value', stroke: look.colour, fill: 'var(--paper)', symbol: look.symbol, r: 4.5, strokeWidth: 1.8 }),
            plot.tip(seen, plot.pointer({ x: 'on', y: 'value', maxRadius: 16, title: (p) => `${name(group)}\n${words.date(p.as_of)}: ${words.value(p.value, unit)}`, fill: 'var(--paper)', stroke: 'var(--line)' })),
          ];
        }),
      });
  }, [lines, words, unit]);
  const label = lines ? words.w('compareIs', { names: lines.map(({ group }) => `${name(group)} ${words.value(group.value, unit)}`).join('; ') }) : '';
  const days = lines?.[0]?.items.map((p) => p.as_of) ?? [];
  const addressTo = (key: string) => addressOf(`/numbers/indicators/${code}`, ofGroup(question, by, key));
  return (
    <>
      <div className="compared" data-compared={by}>
        <Figure
          title={words.of(result.title)}
          hint={words.w('compareOn', { day: words.date(result.as_of) })}
          table={
            <Rows
              caption={words.of(result.title)}
              rows={[...days.keys()].reverse()}
              keyOf={(i) => days[i]!}
              columns={[{ title: words.w('day'), of: (i: number) => words.date(days[i]!) }, ...(lines ?? []).map(({ group, items }) => ({ title: name(group), of: (i: number) => words.number(items[i]?.value), number: true as const }))]}
            />
          }
        >
          {asked.refusal && <Refused refusal={asked.refusal} again={asked.again} />}
          {!lines && !asked.refusal && <Loading />}
          {lines && !draw && <p className="none">{words.w('noValue')}</p>}
          {draw && <Chart label={label} draw={draw} />}
        </Figure>
        <fieldset className="among">
          <legend>{words.w('among', { n: String(lineLooks.length) })}</legend>
          <ul>
            {[...sized].sort((a, b) => Number(keys.includes(b.key)) - Number(keys.includes(a.key)) || words.compare(name(a), name(b))).map((g) => {
              const at = keys.indexOf(g.key);
              return (
                <li key={g.key}>
                  <label className="tick">
                    <input type="checkbox" checked={at >= 0} disabled={at < 0 && keys.length >= lineLooks.length} onChange={() => toggle(g.key)} />
                    {at >= 0 && <Sample i={at} />}
                    {name(g)}
                  </label>
                  <span className="number">{words.value(g.value, unit)}</span>
                  <Link href={addressTo(g.key)} aria-label={words.w('open', { name: name(g) })}>
                    →
                  </Link>
                </li>
              );
            })}
          </ul>
        </fieldset>
      </div>
      <Multiples
        code={code}
        question={question}
        result={result}
        by={by}
        groups={sized}
        name={name}
        ask={(key) => ofGroup(question, by, key)}
        addressTo={addressTo}
        from={from}
        boundary={question['boundary'] ?? dayOf(question)}
        choose={(key) => keys.includes(key) || keys.length < lineLooks.length ? toggle(key) : undefined}
      />
    </>
  );
}

/** How a line looks in the chart. */
function Sample({ i }: { i: number }) {
  const look = lineLooks[i]!;
  const marks: Readonly<Record<string, string>> = { circle: 'M18 8m-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0', square: 'M14.8 4.8h6.4v6.4h-6.4Z', triangle: 'M18 3.6 22 11h-8Z', diamond: 'M18 3 22 8 18 13 14 8Z', star: 'M18 2.6l1.5 3.6 3.9.3-3 2.5.9 3.8L18 10.800l-3.300 2 .9-3.800-3-2.500 3.900-.300Z', cross: 'M16.600 3.400h2.800v3.200h3.200v2.800h-3.200v3.200h-2.800V9.400h-3.200V6.600h3.200Z' };
  return (
    <svg className="swatch" viewBox="0 0 36 16" width={36} height={16} aria-hidden="true">
      <path d="M0 8H36" stroke={look.colour} strokeWidth={2.2} strokeDasharray={look.dash || undefined} fill="none" />
      <path d={marks[look.symbol]} fill="var(--paper)" stroke={look.colour} strokeWidth={1.6} />
    </svg>
  );
}
