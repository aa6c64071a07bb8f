import { lazy, Suspense, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { Loading, Refused, useAsked } from './ask';
import { Chip } from './Chip';
import type { Finding, FilingRow, Found } from './desk';
import type { StepProps } from './FilingPage';
import { Link } from './Link';
import { useTell } from './Notice';
import { usePages } from './pages';
import { RowContent } from './RowContent';
import { useSay } from './say';
import { classes, tiers, type RowClass } from './text';
import { useOffice } from './who';

const PreviewMap = lazy(() => import('./PreviewMap'));

type Filter = RowClass | 'missing' | null;

/** How many rows the map draws at most, and how many one page of the API gives. */
const drawn = { most: 5000, page: 1000 };

/** What would happen to the register, before anything does: in a table and on a map. */
export function PreviewStep({ filing, held }: StepProps) {
  const say = useSay();
  const { desk } = useOffice();
  const [filter, setFilter] = useState<Filter>(null);
  const [chosen, setChosen] = useState<FilingRow | null>(null);
  const counts = filing.counts;
  const checked = `${filing.id}/${filing.checked_at}`;
  const map = useAsked(async () => {
    const rows: FilingRow[] = [];
    let cursor: number | null = null;
    do {
      const page = await desk.rows(filing.id, null, cursor, drawn.page);
      rows.push(...page.items);
      cursor = page.next;
    } while (cursor !== null && rows.length < drawn.most);
    return { rows, capped: cursor !== null };
  }, checked);
  const found = useAsked(async () => (chosen ? (await desk.findings(filing.id, { row: chosen.row }, null)).items : []), `${checked}/${chosen?.row}`);
  useEffect(() => setChosen(null), [checked]);
  if (!counts) return <p className="none">{say.t('waiting')}</p>;

  const chip = (value: Filter, label: string, n: number) => (
    <button key={label} type="button" className={`chip filter ${value ?? 'all'}`} aria-pressed={filter === value} onClick={() => setFilter(value)}>
      {label} <strong>{say.count(n)}</strong>
    </button>
  );
  const { given } = (filing.found ?? {}) as Found;
  const placed = (map.value?.rows ?? []).filter((r) => r.geometry);
  return (
    <>
      <h2>{say.t('previewTitle')}</h2>
      <p className="hint">{say.t('previewHint')}</p>
      <div className="chips" role="group" aria-label={say.t('filterRows')}>
        {chip(null, say.t('all'), counts.rows)}
        {(['new', 'changed', 'same', 'refused'] as const).map((c) => chip(c, say.of(classes[c]), counts[c]))}
        {chip('missing', say.of(classes.missing), counts.missing)}
      </div>
      {map.refusal && <Refused refusal={map.refusal} again={map.again} />}
      <div className="split">
        <div className="map-box">
          {map.value && placed.length === 0 ? (
            <p className="none">{say.t('mapNone')}</p>
          ) : (
            <Suspense fallback={<Loading />}>
              <PreviewMap rows={placed} day={filing.day} filter={filter === 'missing' ? null : filter} chosen={chosen} findings={found.value ?? none} choose={setChosen} />
            </Suspense>
          )}
          {map.value?.capped && <p className="hint">{say.t('mapCapped', { n: say.count(map.value.rows.length) })}</p>}
          {chosen && <RowDetails row={chosen} noun={filing.noun} given={given} findings={found.value ?? none} close={() => setChosen(null)} />}
        </div>
        <div className="list-box">
          {filter === 'missing' ? (
            <Missing filing={filing} held={held} />
          ) : (
            <Rows key={`${checked}/${filter}`} id={filing.id} noun={filing.noun} given={given} filter={filter} chosen={chosen} choose={setChosen} />
          )}
        </div>
      </div>
      <Link className="button" href={`/filings/${filing.id}/findings`}>
        {say.t('next', { step: say.t('stepFindings') })}
      </Link>
    </>
  );
}

const none: readonly Finding[] = [];

function Rows({ id, noun, given, filter, chosen, choose }: { id: number; noun: string; given: Found['given']; filter: RowClass | null; chosen: FilingRow | null; choose: (r: FilingRow) => void }) {
  const say = useSay();
  const { desk } = useOffice();
  const pages = usePages((cursor) => desk.rows(id, filter, cursor, 100), `${id}/${filter}/${say.language}`);
  if (pages.refusal) return <Refused refusal={pages.refusal} again={pages.again} />;
  if (!pages.items) return <Loading />;
  if (pages.items.length === 0) return <p className="none">{say.t('noRows')}</p>;
  return (
    <>
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
          {pages.items.map((r) => (
            <tr key={r.row} className={chosen?.row === r.row ? 'chosen' : ''}>
              <td className="number" data-label={say.t('rowColumn')}>
                {r.row}
              </td>
              <th scope="row">
                <button type="button" className="link" aria-pressed={chosen?.row === r.row} onClick={() => choose(r)}>
                  {r.key || say.t('row', { n: String(r.row) })}
                </button>
                {r.commune && <small>{r.commune}</small>}
              </th>
              <td data-label={say.t('rowClass')}>
                <Chip look={r.class}>{say.of(classes[r.class])}</Chip>
                <Counts row={r} />
              </td>
              <td data-label={say.t('content')}>
                <RowContent row={r} noun={noun} given={given} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {pages.more && <Button onPress={pages.more}>{say.t('more')}</Button>}
    </>
  );
}

function Counts({ row }: { row: FilingRow }) {
  const say = useSay();
  return (
    <>
      {row.errors > 0 && <small className="bad">{say.t('errors', { n: say.count(row.errors) })}</small>}
      {row.warnings > 0 && <small className="warn">{say.t('warnings', { n: say.count(row.warnings) })}</small>}
    </>
  );
}

function RowDetails({ row, noun, given, findings, close }: { row: FilingRow; noun: string; given: Found['given']; findings: readonly Finding[]; close: () => void }) {
  const say = useSay();
  return (
    <section className="details" aria-label={say.t('row', { n: String(row.row) })}>
      <header>
        <h3>
          {say.t('row', { n: String(row.row) })} · {row.key} <Chip look={row.class}>{say.of(classes[row.class])}</Chip>
        </h3>
        <Button className="close" aria-label={say.t('closeRow')} onPress={close}>
          ×
        </Button>
      </header>
      {row.commune && (
        <p className="hint">
          {say.t('commune')}: {row.commune}
        </p>
      )}
      {findings.length > 0 && (
        <ul className="said">
          {findings.map((f) => (
            <li key={f.no}>
              <Chip look={f.tier}>{say.of(tiers[f.tier])}</Chip> {say.of(f.message)}
              {f.fix?.old && f.fix.new && (
                <small>
                  ● {say.t('oldPlace')} → ◎ {say.t('newPlace')}
                </small>
              )}
            </li>
          ))}
        </ul>
      )}
      <RowContent row={row} noun={noun} given={given} most={40} />
    </section>
  );
}

/** The records that the file leaves out, and what is to become of them. */
function Missing({ filing, held }: Pick<StepProps, 'filing' | 'held'>) {
  const say = useSay();
  const tell = useTell();
  const { desk, who } = useOffice();
  const pages = usePages((cursor) => desk.missing(filing.id, cursor), `${filing.id}/${filing.checked_at}/${say.language}`);
  const removes = filing.choices.missing === 'remove';
  const turn = async () => {
    const [before, after] = [filing.choices, { ...filing.choices, missing: removes ? 'keep' : 'remove' }];
    if (await held.change((f) => desk.choose(f, after))) tell({ text: say.t('columnsSaved'), undo: () => void held.change((f) => desk.choose(f, before)) });
  };
  if (pages.refusal) return <Refused refusal={pages.refusal} again={pages.again} />;
  if (!pages.items) return <Loading />;
  if (pages.items.length === 0) return <p className="none">{say.t('noRows')}</p>;
  return (
    <>
      <div className={removes ? 'message warn' : 'message'}>
        <p>{say.t(removes ? 'missingRemove' : 'missingKeep')}</p>
        {who.mends(filing) && ['blocked', 'to_verify', 'ready', 'returned'].includes(filing.state) && (
          <Button isDisabled={held.busy} onPress={() => void turn()}>
            {say.t(removes ? 'toKeep' : 'toMissing')}
          </Button>
        )}
      </div>
      <ul className="codes">
        {pages.items.map((m) => (
          <li key={m.record}>{m.code || say.t('record', { id: String(m.record) })}</li>
        ))}
      </ul>
      {pages.more && <Button onPress={pages.more}>{say.t('more')}</Button>}
    </>
  );
}
