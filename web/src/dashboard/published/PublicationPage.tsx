import type { Schemas } from '../../client/types';
import { Loading, Refused, useAsked } from '../../filing/ask';
import { Chip } from '../../filing/Chip';
import { Link } from '../../filing/Link';
import { PageHeading } from '../heading';
import { useHouse } from '../house';
import type { Result } from '../indicator/ask';
import { pageOf } from '../place';
import { useWords, type Unit } from '../words';
import { frozen } from './PublishedTable';

type Difference = Schemas['PlanDifference'];

/** A result as it was published, and what it would be today. */
export default function PublicationPage({ id }: { id: number }) {
  const words = useWords();
  const { desk, who } = useHouse();
  const published = useAsked(async () => (await desk.client.GET('/api/v1/published/{id}', { params: { path: { id } } })).data!, `${id}/${words.language}`);
  const difference = useAsked(async () => (await desk.client.GET('/api/v1/published/{id}/difference', { params: { path: { id } } })).data!, `${id}/${words.language}/difference`);
  if (published.refusal) return <Refused refusal={published.refusal} again={published.again} />;
  if (!published.value) return <Loading />;
  const p = published.value;
  const r = frozen(p);
  return (
    <>
      <PageHeading title={words.of(r.title)} hint={p.note} above={<p className="plan-line"><span>{words.w('publicationNumber', { id: String(id) })}</span><span>{words.time(p.published_at)}</span></p>}>
        <Link className="button" href={pageOf(r.permalink)}>
          {words.w('toIndicator')}
        </Link>
      </PageHeading>
      <div className="number-head" data-published={id}>
        <div className="value-card">
          <p className={r.value === null ? 'big-value none-yet' : 'big-value'}>{words.value(r.value, r.unit)}</p>
          {r.numerator !== null && r.denominator !== null && <p className="made-of">{words.w('outOf', { part: words.number(r.numerator), whole: words.number(r.denominator), unit: words.of(r.numerator_unit) })}</p>}
          <p>
            <Chip look={p.intact ? 'good' : 'bad'}>{words.w(p.intact ? 'intact' : 'broken')}</Chip>
          </p>
        </div>
        <Frozen result={r} id={p} by={who.session.signed_in ? words.person(p.published_by) : ''} />
      </div>
      <section className="difference" aria-labelledby="difference-title">
        <h2 id="difference-title">{words.w('difference')}</h2>
        {difference.refusal && <Refused refusal={difference.refusal} again={difference.again} />}
        {!difference.value && !difference.refusal && <Loading />}
        {difference.value && <Differs of={difference.value} unit={r.unit} />}
      </section>
    </>
  );
}

function Frozen({ result, id: p, by }: { result: Result; id: Schemas['PlanPublished']; by: string }) {
  const words = useWords();
  const facts: [string, string][] = [
    [words.text('asOf'), words.date(result.as_of)],
    [words.w('territory'), result.territory.code ? result.territory.name : words.w('wholeRegister')],
    [words.w('definition'), words.w('definitionIs', { n: String(result.definition.version), title: words.of(result.definition.title) })],
    [words.w('behindCounts'), words.w('partsCount', { numerator: words.count(p.records.numerator), denominator: words.count(p.records.denominator) })],
    [words.w('dataVersion'), words.count(p.data_version)],
    ...(by ? [[words.w('publishedBy'), by] as [string, string]] : []),
  ];
  return (
    <dl className="facts-frame facts-of">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{words.w('hash')}</dt>
        <dd>
          <code className="hash">{p.sha256}</code>
        </dd>
      </div>
    </dl>
  );
}

const sides = ['entered', 'left', 'numerator_in', 'numerator_out'] as const;

/** Then and now, what came and went, and what the log says of each record that did. */
function Differs({ of: d, unit }: { of: Difference; unit: Unit }) {
  const words = useWords();
  const side = (name: string) => words.w(`side_${sides.find((s) => s === name) ?? 'entered'}`);
  return (
    <>
      <p className={d.same ? 'message good' : 'message warn'} data-same={d.same}>
        {words.of(d.why)}
      </p>
      <dl className="then-now">
        <div>
          <dt>{words.w('then')}</dt>
          <dd>{words.value(d.then, unit)}</dd>
        </div>
        <div>
          <dt>{words.w('now')}</dt>
          <dd>{words.value(d.now, unit)}</dd>
        </div>
        <div>
          <dt>{words.w('changed')}</dt>
          <dd>{d.change === null ? words.w('none') : words.change(d.change, unit)}</dd>
        </div>
        {sides.map((s) => (
          <div key={s}>
            <dt>{side(s)}</dt>
            <dd>{words.count(d[s])}</dd>
          </div>
        ))}
      </dl>
      {d.changes.length > 0 && (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">{words.w('record')}</th>
              <th scope="col">{words.w('what')}</th>
              <th scope="col">{words.w('log')}</th>
            </tr>
          </thead>
          <tbody>
            {d.changes.map((moved) => (
              <tr key={`${moved.side}/${moved.id}`}>
                <th scope="row">{words.text('recordNumber', { id: String(moved.id) })}</th>
                <td>{side(moved.side)}</td>
                <td>
                  {moved.entries.map((e) => (
                    <p key={e.seq}>
                      {words.time(e.at)} · {words.person(e.actor)} · {words.noun(e.noun)}
                      {e.reason && <small>{e.reason}</small>}
                    </p>
                  ))}
                  {moved.entries.length === 0 && words.w('noLog')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
