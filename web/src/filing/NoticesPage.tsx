import { useState } from 'react';
import { Button } from 'react-aria-components';
import { today } from '../day';
import { Loading, Refused } from './ask';
import { Chip } from './Chip';
import { leftOf, words } from './duties';
import { Link } from './Link';
import { markRead, readNotices, type Told } from './notices';
import { usePages } from './pages';
import { useSay } from './say';
import { noticeKinds } from './text';
import { useOffice } from './who';

const looks: Readonly<Record<Told['kind'], string>> = { requested: 'moving', reminder: 'warn', late: 'bad', overwritten: 'warn' };

/** What the reader was told, of reports that are due and of changes written over, the newest first. */
export function NoticesPage() {
  const say = useSay();
  const { desk } = useOffice();
  const pages = usePages((cursor) => readNotices(desk, cursor), say.language);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const unread = pages.items?.filter((n) => n.read_at === null) ?? [];
  const mark = async (which: readonly Told[]) => {
    setBusy(true);
    setRefusal(null);
    await markRead(desk, which).catch((error: Error) => setRefusal(error));
    setBusy(false);
    pages.again();
  };
  return (
    <>
      <div className="heading">
        <div>
          <h1>{say.t('notices')}</h1>
          <p className="hint">{say.t('noticesHint')}</p>
        </div>
        {unread.length > 1 && (
          <Button isDisabled={busy} onPress={() => void mark(unread)}>
            {say.t('markAllRead')}
          </Button>
        )}
      </div>
      {refusal && <Refused refusal={refusal} />}
      {pages.refusal && <Refused refusal={pages.refusal} again={pages.again} />}
      {!pages.items && !pages.refusal && <Loading />}
      {pages.items?.length === 0 && <p className="none">{say.t('noNotices')}</p>}
      {pages.items && pages.items.length > 0 && (
        <ul className="told-of">
          {pages.items.map((n) => (
            <NoticeItem key={n.id} notice={n} busy={busy} mark={() => void mark([n])} />
          ))}
        </ul>
      )}
      {pages.more && <Button onPress={pages.more}>{say.t('more')}</Button>}
    </>
  );
}

function NoticeItem({ notice: n, busy, mark }: { notice: Told; busy: boolean; mark: () => void }) {
  const say = useSay();
  return (
    <li className={n.read_at === null ? 'unread' : ''}>
      <div className="facts">
        <Chip look={looks[n.kind]}>{say.of(noticeKinds[n.kind])}</Chip>
        {n.read_at === null && <Chip look="new">{say.t('isUnread')}</Chip>}
        <small>{say.time(n.at)}</small>
      </div>
      <h2>{say.of(n.title)}</h2>
      {n.overwritten ? <WrittenOver what={n.overwritten} /> : <DutyOf notice={n} />}
      <div className="actions">
        {n.due_on !== null && <Link href={`/filings/duties?year=${n.due_on.slice(0, 4)}`}>{say.t('toCalendar')}</Link>}
        {n.read_at === null && (
          <Button aria-label={say.t('markReadOf', { title: say.of(n.title) })} isDisabled={busy} onPress={mark}>
            {say.t('markRead')}
          </Button>
        )}
      </div>
    </li>
  );
}

function DutyOf({ notice: n }: { notice: Told }) {
  const say = useSay();
  const { organizations } = useOffice();
  if (n.due_on === null) return null;
  const left = n.due_on < today() ? null : leftOf({ due_on: n.due_on }, today()); // past its day the calendar tells how it stands
  return (
    <p>
      {say.t('dueOn', { day: say.date(n.due_on) })}{left && ` (${words(say, left)})`}. {say.t('recipient')}: {n.recipient}. {say.t('organization')}:{' '}
      {organizations.get(n.organization ?? '') ?? n.organization}.
    </p>
  );
}

/** What of the reader's was written over, by whom, and where both versions are. */
function WrittenOver({ what }: { what: NonNullable<Told['overwritten']> }) {
  const say = useSay();
  return <p>{say.t('writtenOver', { by: what.by, fields: what.fields.join(', '), record: `${what.noun}/${what.id}`, seq: String(what.seq) })}</p>;
}
