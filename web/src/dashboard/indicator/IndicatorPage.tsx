import { Button } from 'react-aria-components';
import { today } from '../../day';
import { Loading, Refused, useAsked } from '../../filing/ask';
import { Link } from '../../filing/Link';
import { Day } from '../controls/Day';
import { Select } from '../controls/Select';
import { useUnitOptions } from '../controls/units';
import { PageHeading } from '../heading';
import { isPublic, useHouse, type Indicator } from '../house';
import { addressOf, dayOf, questionOf, useQuery, type Query } from '../place';
import { useWords } from '../words';
import { parameterOf, readResult, type Result } from './ask';
import { Behind } from './Behind';
import { Curve } from './Curve';
import { Facts } from './Facts';
import { Levers } from './Levers';
import { Publish } from './Publish';
import { Series } from './Series';
import { SplitSection } from './SplitSection';

/** An indicator on a day, of a territory, by a definition, with all that explains it. */
export default function IndicatorPage({ code }: { code: string }) {
  const words = useWords();
  const house = useHouse();
  const { desk, indicators } = house;
  const [query] = useQuery();
  const indicator = indicators.find((n) => n.code === code);
  const question = questionOf(query);
  const key = JSON.stringify(question);
  const asked = useAsked(() => readResult(desk, code, question), `${code}/${key}/${words.language}`);
  const result = asked.value;
  if (!indicator) return <p className="message">{words.t('notHere')}</p>;
  return (
    <>
      <PageHeading
        title={words.of(indicator.title)}
        hint={words.of(indicator.formula)}
        above={
          <p className="plan-line">
            <span>
              <code>{code}</code>
            </span>
            <span>{words.w(indicator.source === 'computed' ? 'isComputed' : 'isReported')}</span>
            <span>{words.w(indicator.direction === 'up' ? 'higherBetter' : 'lowerBetter')}</span>
          </p>
        }
      >
        <Button onPress={() => window.print()}>{words.w('print')}</Button>
        <Link className="button" href={addressOf('/numbers/compare', { indicator: code, ...question })}>
          {words.w('compareIt')}
        </Link>
      </PageHeading>
      <Controls indicator={indicator} family={result?.definition.family} />
      {asked.refusal && <Refused refusal={asked.refusal} again={asked.again} />}
      {!result && !asked.refusal && <Loading />}
      {result && (
        <div data-indicator={code} data-value={result.value ?? ''}>
          <div className="number-head">
            <Value result={result} />
            <Facts result={result} indicator={indicator} />
          </div>
          <Series code={code} question={question} result={result} />
          <SplitSection code={code} question={question} result={result} />
          {parameterOf(result) && !isPublic(house) && <Curve code={code} question={question} result={result} parameter={parameterOf(result)!} />}
          {result.levers.length > 0 && <Levers result={result} question={question} />}
          {indicator.source === 'computed' && <Behind code={code} question={question} result={result} />}
          <Publish code={code} question={question} />
        </div>
      )}
    </>
  );
}

/** The number, large, with what it was made of and what must be known of it. */
function Value({ result }: { result: Result }) {
  const words = useWords();
  const { value, unit, numerator, denominator, interval } = result;
  return (
    <div className="value-card" aria-live="polite">
      <p className={value === null ? 'big-value none-yet' : 'big-value'}>{words.value(value, unit)}</p>
      {numerator !== null && denominator !== null && (
        <p className="made-of">{words.w('outOf', { part: words.number(numerator), whole: words.number(denominator), unit: words.of(result.numerator_unit) })}</p>
      )}
      {words.of(result.why) && <p className="why">{words.of(result.why)}</p>}
      {interval && interval.low !== interval.high && (
        <p className="interval">
          {words.w('between', { low: words.value(interval.low, unit), high: words.value(interval.high, unit) })}
          <small>{words.of(interval.title)}</small>
        </p>
      )}
      {result.notes.length > 0 && (
        <ul className="notes">
          {result.notes.map((note, i) => (
            <li key={i}>{words.of(note)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What the question says: day, territory, boundaries, definition, layer, whose. */
function Controls({ indicator, family }: { indicator: Indicator; family: string | undefined }) {
  const words = useWords();
  const { organizations } = useHouse();
  const [query, change] = useQuery();
  const day = dayOf(query);
  const units = useUnitOptions(query['boundary'] ?? day);
  const people = [...organizations].map(([value, name]) => ({ value, name }));
  const pick = (name: keyof Query) => (value: string) => change({ [name]: value });
  return (
    <div className="controls noprint">
      <Day label={words.text('asOf')} value={day} choose={(as_of) => change({ as_of: as_of === today() ? '' : as_of })} />
      <Select label={words.w('territory')} value={query['unit'] ?? ''} choose={pick('unit')} options={units} />
      <Day label={words.w('boundaryOn')} value={query['boundary'] ?? ''} choose={pick('boundary')} empty={words.w('asTheDay')} />
      {indicator.definitions.length > 1 && (
        <Select
          label={words.w('definition')}
          value={query['version'] ?? '1'}
          choose={(version) => change({ version: version === '1' ? '' : version })}
          options={indicator.definitions.map((d) => ({ value: String(d.version), name: words.w('definitionIs', { n: String(d.version), title: words.of(d.title) }) }))}
        />
      )}
      {family === 'coverage' && (
        <Select
          label={words.w('layer')}
          value={query['layer'] ?? 'published'}
          choose={(layer) => change({ layer: layer === 'published' ? '' : layer })}
          options={(['published', 'declared', 'verified', 'computed'] as const).map((value) => ({ value, name: words.w(`layer_${value}`) }))}
        />
      )}
      {people.length > 0 && family === 'coverage' && <Select label={words.w('operator')} value={query['operator'] ?? ''} choose={pick('operator')} options={[{ value: '', name: words.w('all') }, ...people]} />}
      {people.length > 0 && family === 'sharing' && <Select label={words.w('owner')} value={query['owner'] ?? ''} choose={pick('owner')} options={[{ value: '', name: words.w('all') }, ...people]} />}
    </div>
  );
}
