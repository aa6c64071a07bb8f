import { Fragment, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Answer } from '../../client/types';
import { Loading, Refused, useAsked } from '../../filing/ask';
import { Link } from '../../filing/Link';
import { today } from '../../day';
import { StandingChip, StandingMark, type Standing } from '../board/standings';
import { Day } from '../controls/Day';
import { Select } from '../controls/Select';
import { PageHeading } from '../heading';
import { useHouse } from '../house';
import { addressOf, pageOf, useQuery } from '../place';
import { useWords } from '../words';
import { RoundForm } from './RoundForm';

type Reconciliation = Answer<'/api/v1/dii/{year}'>;
export type Criterion = Reconciliation['items'][number];
export type Round = NonNullable<Criterion['round_1']>;
type RoundStanding = Criterion['standing'];

/** The shape and colour of each standing, among those of targets; the words beside tell them apart. */
const looks: Readonly<Record<RoundStanding, Standing>> = {
  awaiting: 'no_data',
  to_answer: 'not_comparable',
  agreed: 'on_track',
  disagreed: 'behind',
  matches: 'met',
  differs: 'behind',
  no_compare: 'no_data',
};

/** Two values are alike when they are to two decimals, as they are sent. */
const alike = 0.005;

const order = Object.keys(looks) as RoundStanding[];

/** Our values of a year against what the Authority sent in its two rounds. */
export default function DIIPage() {
  const words = useWords();
  const { desk, who } = useHouse();
  const [query, change] = useQuery();
  const last = Number(today().slice(0, 4)) - 1;
  const year = Number(query['year'] ?? last);
  const end = `${year}-12-31`;
  const day = query['as_of'] ?? end;
  const [open, setOpen] = useState<string | null>(null);
  const asked = useAsked(async () => (await desk.client.GET('/api/v1/dii/{year}', { params: { path: { year }, query: { as_of: day } } })).data!, `${year}/${day}/${words.language}`);
  const shown = asked.value;
  const years = [...new Set([...(shown?.years ?? []), year, last + 1, last, last - 1, last - 2])].sort((a, b) => b - a);
  return (
    <>
      <PageHeading title={words.w('diiTitle', { year: String(year) })} hint={words.w('diiHint')}>
        <Button onPress={() => window.print()}>{words.w('print')}</Button>
        <Link className="button" href={addressOf('/numbers/reports', { as_of: day })}>
          {words.w('evidenceTitle')}
        </Link>
      </PageHeading>
      <div className="controls noprint">
        <Select label={words.w('year')} value={String(year)} choose={(next) => change({ year: Number(next) === last ? '' : next, as_of: '' })} options={years.map((y) => ({ value: String(y), name: String(y) }))} />
        <Day label={words.w('ourDay')} value={day} choose={(as_of) => change({ as_of: as_of === end ? '' : as_of })} />
      </div>
      {asked.refusal && <Refused refusal={asked.refusal} again={asked.again} />}
      {!shown && !asked.refusal && <Loading />}
      {shown && (
        <div data-dii={shown.year}>
          <ul className="strip-legend">
            {order
              .filter((standing) => shown.counts[standing])
              .map((standing) => (
                <li key={standing} className={looks[standing]}>
                  <StandingMark standing={looks[standing]} />
                  {words.of(shown.titles[standing]!)} <strong>{shown.counts[standing]}</strong>
                </li>
              ))}
          </ul>
          <table className="cards dii">
            <caption className="unseen">{words.w('diiTitle', { year: String(year) })}</caption>
            <thead>
              <tr>
                <th scope="col">{words.w('criterion')}</th>
                <th scope="col">{words.w('ours')}</th>
                <th scope="col">{words.w('round', { n: '1' })}</th>
                <th scope="col">{words.w('round', { n: '2' })}</th>
                <th scope="col">{words.w('standing')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.items.map((criterion) => (
                <Fragment key={criterion.indicator}>
                  <CriterionRow
                    criterion={criterion}
                    open={open === criterion.indicator}
                    toggle={who.department ? () => setOpen(open === criterion.indicator ? null : criterion.indicator) : undefined}
                  />
                  {open === criterion.indicator && (
                    <tr className="rounds-of noprint">
                      <td colSpan={5}>
                        <RoundForm key={`1 ${criterion.round_1?.version}`} year={year} round="1" criterion={criterion} sent={criterion.round_1} done={asked.again} />
                        <RoundForm key={`2 ${criterion.round_2?.version}`} year={year} round="2" criterion={criterion} sent={criterion.round_2} done={asked.again} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
            </tbody>
          </table>
          <p className="hint">{words.w('diiNoPoints')}</p>
        </div>
      )}
    </>
  );
}

function CriterionRow({ criterion, open, toggle }: { criterion: Criterion; open: boolean; toggle: (() => void) | undefined }) {
  const words = useWords();
  return (
    <tr data-criterion={criterion.indicator} data-round-standing={criterion.standing}>
      <th scope="row">
        {words.of(criterion.title)}
        <small>{words.w('criterionIs', { group: criterion.group, code: criterion.indicator, mark: criterion.mark })}</small>
      </th>
      <td data-label={words.w('ours')}>
        <Link href={pageOf(criterion.permalink)}>
          <strong className={criterion.value === null ? 'none-yet' : undefined}>{words.value(criterion.value, criterion.unit)}</strong>
        </Link>
        {criterion.records !== null && <small>{words.w('fromRecords', { n: words.number(criterion.records) })}</small>}
        {criterion.source && <small lang="vi">{criterion.source}</small>}
        {criterion.evidence && <small lang="vi">{criterion.evidence}</small>}
        {criterion.value === null && <small>{words.of(criterion.why)}</small>}
      </td>
      <RoundCell name={words.w('round', { n: '1' })} round={criterion.round_1} criterion={criterion} />
      <RoundCell name={words.w('round', { n: '2' })} round={criterion.round_2} criterion={criterion} />
      <td data-label={words.w('standing')}>
        <StandingChip standing={looks[criterion.standing]} title={words.of(criterion.standing_title)} />
        <small>{words.of(criterion.reason)}</small>
        {toggle && (
          <Button className="quiet noprint" aria-expanded={open} aria-label={words.w('enterRounds', { criterion: words.of(criterion.title) })} onPress={toggle}>
            {words.w(open ? 'closeRounds' : 'enterShort')}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** What a round sent, how far it is from ours, and what was said of it. */
function RoundCell({ name, round, criterion }: { name: string; round: Round | null; criterion: Criterion }) {
  const words = useWords();
  if (!round) return <td data-label={name}>{words.w('none')}</td>;
  return (
    <td data-label={name}>
      <strong>{round.value === null ? words.w('notAssessed') : words.value(round.value, criterion.unit)}</strong>
      {round.difference !== null && <small>{Math.abs(round.difference) < alike ? words.w('sameAsOurs') : words.w('oursLess', { n: words.change(round.difference, criterion.unit) })}</small>}
      <small>{words.w('documentOn', { number: round.document_number, day: words.date(round.received_on) })}</small>
      {round.position && (
        <small className="said-of">
          <b>{words.w(round.position === 'agreed' ? 'weAgree' : 'weDisagree')}</b>
          {round.comment && <span lang="vi">: {round.comment}</span>}
        </small>
      )}
    </td>
  );
}
