import { useEffect, useState } from 'react';
import { today } from '../../day';
import { Link } from '../../filing/Link';
import { Day } from '../controls/Day';
import { Select } from '../controls/Select';
import { useUnitOptions } from '../controls/units';
import { PageHeading } from '../heading';
import { useHouse, type Indicator } from '../house';
import { addressOf, dayOf, questionOf, useQuery, type Query } from '../place';
import { useWords } from '../words';
import { readResult, type Result } from './ask';

/** How many values are asked for at a time. */
const atOnce = 3;

/** The catalogue with the values of a day: what the register computes, then what is reported. */
export default function IndicatorsPage() {
  const words = useWords();
  const { indicators } = useHouse();
  const [query, change] = useQuery();
  const day = dayOf(query);
  const question = questionOf({ as_of: query['as_of'] ?? '', unit: query['unit'] ?? '' });
  const results = useResults(indicators, question);
  const units = useUnitOptions(day);
  return (
    <>
      <PageHeading title={words.w('indicatorsTitle')} hint={words.w('indicatorsHint')} />
      <div className="controls noprint">
        <Day label={words.text('asOf')} value={day} choose={(as_of) => change({ as_of: as_of === today() ? '' : as_of })} />
        <Select label={words.w('territory')} value={query['unit'] ?? ''} choose={(unit) => change({ unit })} options={units} />
      </div>
      {(['computed', 'reported'] as const).map((source) => (
        <section key={source} aria-labelledby={`${source}-title`}>
          <h2 id={`${source}-title`}>{words.w(source === 'computed' ? 'computedOnes' : 'reportedOnes')}</h2>
          <table className="cards catalogue">
            <thead>
              <tr>
                <th scope="col">{words.w('indicator')}</th>
                <th scope="col" className="number">
                  {words.w('value')}
                </th>
                <th scope="col">{words.w('madeOf')}</th>
                <th scope="col">{words.w('formula')}</th>
              </tr>
            </thead>
            <tbody>
              {indicators
                .filter((n) => n.source === source)
                .map((n) => (
                  <Line key={n.code} indicator={n} result={results.get(n.code)} question={question} />
                ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}

function Line({ indicator, result, question }: { indicator: Indicator; result: Result | Error | undefined; question: Query }) {
  const words = useWords();
  const r = result instanceof Error ? undefined : result;
  return (
    <tr data-indicator={indicator.code}>
      <th scope="row">
        <Link href={addressOf(`/numbers/indicators/${indicator.code}`, question)}>{words.of(indicator.title)}</Link>
        <small>
          <code>{indicator.code}</code>
        </small>
      </th>
      <td className={r && r.value !== null ? 'number value' : 'number none-yet'} data-label={words.w('value')}>
        {result instanceof Error ? result.message : r ? words.value(r.value, r.unit) : words.t('loading')}
      </td>
      <td data-label={words.w('madeOf')}>
        {r && r.numerator !== null && r.denominator !== null && words.w('outOf', { part: words.number(r.numerator), whole: words.number(r.denominator), unit: words.of(r.numerator_unit) })}
        {r?.reported && <small>{r.reported.source}</small>}
      </td>
      <td data-label={words.w('formula')} className="formula">
        {words.of(indicator.formula)}
      </td>
    </tr>
  );
}

/** Asks for the values of all indicators, a few at a time, in the order they are listed. */
function useResults(indicators: readonly Indicator[], question: Query): ReadonlyMap<string, Result | Error> {
  const { desk } = useHouse();
  const [results, setResults] = useState<ReadonlyMap<string, Result | Error>>(new Map());
  useEffect(() => {
    let current = true;
    setResults(new Map());
    const waiting = [...indicators].sort((a, b) => Number(a.source === 'reported') - Number(b.source === 'reported'));
    const work = async () => {
      for (let next = waiting.shift(); next && current; next = waiting.shift()) {
        const { code } = next;
        const result = await readResult(desk, code, question).catch((error: Error) => error);
        if (current) setResults((was) => new Map(was).set(code, result));
      }
    };
    for (let i = 0; i < atOnce; i++) void work();
    return () => {
      current = false;
    };
  }, [desk, indicators, JSON.stringify(question)]);
  return results;
}
