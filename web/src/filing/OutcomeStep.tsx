import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Loading, Refused, useAsked } from './ask';
import { Chip } from './Chip';
import type { Filing, FilingRow, Found } from './desk';
import type { Question } from './Dialogs';
import type { StepProps } from './FilingPage';
import { useTell } from './Notice';
import { usePages } from './pages';
import { RowContent } from './RowContent';
import { useSay } from './say';
import { classes, states } from './text';
import { useOffice } from './who';

/** What the department decided; for the department on a signed filing, deciding. */
export function OutcomeStep(props: StepProps) {
  const { filing } = props;
  const say = useSay();
  const { who } = useOffice();
  const decides = who.department && (filing.state === 'signed' || (filing.organization === '' && filing.state === 'ready'));
  return (
    <>
      <h2>{say.t('outcomeTitle')}</h2>
      {(filing.faults ?? []).length > 0 && filing.state !== 'unread' && (
        <div className="message problem" role="alert">
          <ul>
            {filing.faults!.map((f, i) => (
              <li key={i}>
                {say.of(f.message)} {say.of(f.mend)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Decision filing={filing} />
      {decides ? <Deciding {...props} /> : <ReturnedRows filing={filing} />}
    </>
  );
}

function Decision({ filing }: { filing: Filing }) {
  const say = useSay();
  if (!filing.decided_at) return <p className="hint">{filing.state === 'withdrawn' ? say.of(states.withdrawn.sentence) : say.t('notDecided')}</p>;
  return (
    <dl className="decision">
      <div>
        <dt>{say.t('state')}</dt>
        <dd>{say.of(states[filing.state].sentence)}</dd>
      </div>
      <div>
        <dt>{say.t('decidedBy')}</dt>
        <dd>{say.t('byAt', { name: say.person(filing.decided_by ?? ''), time: say.time(filing.decided_at) })}</dd>
      </div>
      {filing.decision && (
        <div>
          <dt>{say.t('decision')}</dt>
          <dd>{filing.decision}</dd>
        </div>
      )}
    </dl>
  );
}

/** Ticks rows to return, and accepts or returns the whole. */
function Deciding({ filing, held, ask }: StepProps) {
  const say = useSay();
  const tell = useTell();
  const { desk, organizations } = useOffice();
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const pages = usePages((cursor) => desk.rows(filing.id, null, cursor, 100), `${filing.id}/${filing.version}/${say.language}`);
  const id = String(filing.id);

  const turn = async (rows: number[], returned: boolean, reason: string) => {
    if (!(await held.change((f) => desk.returnRows(f, rows, returned, reason)))) return;
    setTicked(new Set());
    pages.again(); // of the filing itself nothing has changed
    tell(
      returned
        ? { text: say.t('rowsReturned', { n: say.count(rows.length) }), undo: () => void turn(rows, false, '') }
        : { text: say.t('undone') },
    );
  };
  const tick = (row: number, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(row);
    else next.delete(row);
    setTicked(next);
  };
  const question = (q: Question) => () => ask(q);

  return (
    <>
      <p className="hint">{say.t('decideHint')}</p>
      <div className="actions decide">
        <Button
          className="primary"
          isDisabled={held.busy}
          onPress={question({
            title: say.t('acceptTitle'), ask: say.t('acceptAsk', { id }), act: say.t('accept'), reason: 'optional',
            do: (reason) => void held.change((f) => desk.accept(f, reason)).then((ok) => ok && tell({ text: say.t('accepting') })),
          })}
        >
          {say.t('accept')}
        </Button>
        {filing.state === 'signed' && (
          <Button
            isDisabled={held.busy}
            onPress={question({
              title: say.t('returnWhole'),
              ask: say.t('returnAsk', { id, organization: organizations.get(filing.organization) ?? filing.organization }),
              act: say.t('returnWhole'), reason: 'needed', danger: true,
              do: (reason) => void held.change((f) => desk.returnWhole(f, reason)).then((ok) => ok && tell({ text: say.t('returnedNow') })),
            })}
          >
            {say.t('returnWhole')}
          </Button>
        )}
        {filing.state === 'signed' && ticked.size > 0 && (
          <Button
            isDisabled={held.busy}
            onPress={question({
              title: say.t('returnRows', { n: say.count(ticked.size) }), ask: say.t('returnRowsAsk', { n: say.count(ticked.size) }),
              act: say.t('returnRows', { n: say.count(ticked.size) }), reason: 'needed',
              do: (reason) => void turn([...ticked], true, reason),
            })}
          >
            {say.t('returnRows', { n: say.count(ticked.size) })}
          </Button>
        )}
      </div>
      {pages.refusal && <Refused refusal={pages.refusal} again={pages.again} />}
      {!pages.items && !pages.refusal && <Loading />}
      {pages.items && (
        <RowTable
          rows={pages.items}
          noun={filing.noun}
          given={(filing.found as Found | undefined)?.given}
          ticked={filing.state === 'signed' ? ticked : null}
          tick={tick}
          takeBack={(row) => void turn([row], false, '')}
        />
      )}
      {pages.more && <Button onPress={pages.more}>{say.t('more')}</Button>}
    </>
  );
}

function RowTable({ rows, noun, given, ticked, tick, takeBack }: {
  rows: readonly FilingRow[];
  noun: string;
  given: Found['given'];
  ticked: ReadonlySet<number> | null;
  tick: (row: number, on: boolean) => void;
  takeBack: ((row: number) => void) | null;
}) {
  const say = useSay();
  return (
    <table className="cards rows">
      <thead>
        <tr>
          <th scope="col">{say.t('rowColumn')}</th>
          <th scope="col">{say.t('key')}</th>
          <th scope="col">{say.t('rowClass')}</th>
          <th scope="col">{say.t('content')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((r) => (
          <tr key={r.row} className={r.returned ? 'returned' : ''}>
            <td className="number" data-label={say.t('rowColumn')}>
              {ticked && !r.returned && (r.class === 'new' || r.class === 'changed') ? (
                <label className="tick">
                  <input type="checkbox" aria-label={say.t('tick', { n: String(r.row) })} checked={ticked.has(r.row)} onChange={(e) => tick(r.row, e.target.checked)} />
                  {r.row}
                </label>
              ) : (
                r.row
              )}
            </td>
            <th scope="row">
              {r.key}
              {r.commune && <small>{r.commune}</small>}
            </th>
            <td data-label={say.t('rowClass')}>
              <Chip look={r.class}>{say.of(classes[r.class])}</Chip>
            </td>
            <td data-label={say.t('content')}>
              {r.returned && (
                <p className="bad">
                  {say.t('returnedRow', { reason: r.reason ?? '' })}{' '}
                  {takeBack && (
                    <button type="button" className="link" onClick={() => takeBack(r.row)}>
                      {say.t('takeBack')}
                    </button>
                  )}
                </p>
              )}
              <RowContent row={r} noun={noun} given={given} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The rows that the department did not take, with its reasons. */
function ReturnedRows({ filing }: { filing: Filing }) {
  const say = useSay();
  const { desk } = useOffice();
  const rows = useAsked(async () => {
    const returned: FilingRow[] = [];
    let cursor: number | null = null;
    do {
      const page = await desk.rows(filing.id, null, cursor, 1000);
      returned.push(...page.items.filter((r) => r.returned));
      cursor = page.next;
    } while (cursor !== null);
    return returned;
  }, `${filing.id}/${filing.version}/${say.language}`);
  if (!filing.decided_at || filing.state === 'applying') return null;
  if (rows.refusal) return <Refused refusal={rows.refusal} again={rows.again} />;
  if (!rows.value) return <Loading />;
  if (rows.value.length === 0) return <p className="hint">{say.t('noneReturned')}</p>;
  return (
    <>
      <h3>{say.t('returnedRows')}</h3>
      <RowTable rows={rows.value} noun={filing.noun} given={(filing.found as Found | undefined)?.given} ticked={null} tick={() => {}} takeBack={null} />
    </>
  );
}
