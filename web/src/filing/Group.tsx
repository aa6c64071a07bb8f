import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { Loading, Refused } from './ask';
import { Chip } from './Chip';
import type { Finding, FindingGroup, Found, Page } from './desk';
import type { StepProps } from './FilingPage';
import { FindingItem } from './FindingItem';
import { blocks, type Drafts } from './group';
import { useTell } from './Notice';
import { usePages } from './pages';
import { useSay } from './say';
import { tiers } from './text';
import { useOffice } from './who';

/** What the findings of one rule in one column work with. */
export interface GroupProps extends StepProps {
  group: FindingGroup;
  found: Found;
  mends: boolean;
  drafts: Drafts;
  write: (row: number, column: string, value: string | null) => void;
}

/** One rule broken in one column, however often: said once, opened to its rows. */
export function Group(props: GroupProps) {
  const { group, held, ask, mends } = props;
  const say = useSay();
  const tell = useTell();
  const { desk } = useOffice();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { first } = group;
  const left = group.count - group.verified;
  const alone = group.count === 1;
  const which = { rule: group.rule, ...(group.column && { column: group.column }) };

  const verify = async (reason: string) => {
    if (!(await held.change((f) => desk.verify(f, which, reason)))) return;
    tell({ text: say.t('verifiedNow'), undo: () => void held.change((f) => desk.verify(f, which, '')).then((ok) => ok && tell({ text: say.t('undone') })) });
  };

  return (
    <article className="group" aria-labelledby={id} data-rule={group.rule}>
      <header>
        <Chip look={group.tier}>{say.of(tiers[group.tier])}</Chip>
        <h4 id={id}>{say.of(first.message)}</h4>
        <p className="hint">
          {[
            say.t('times', { n: say.count(group.count) }),
            ...(group.column ? [say.t('inColumn', { column: group.column })] : []),
            ...(group.verified > 0 ? [say.t('verifiedOf', { part: say.count(group.verified), whole: say.count(group.count) })] : []),
          ].join(' · ')}{' '}
          <code>{group.rule}</code>
        </p>
        <p>{say.of(first.mend)}</p>
      </header>
      <div className="actions">
        {!alone && (
          <Button aria-expanded={open} onPress={() => setOpen(!open)}>
            {say.t(open ? 'close' : 'open')}
          </Button>
        )}
        {mends && !alone && !blocks(group.tier) && left > 0 && (
          <Button
            isDisabled={held.busy}
            onPress={() =>
              ask({
                title: say.t('verifyTitle'),
                ask: say.t('verifyAllAsk', { n: say.count(left) }),
                act: say.t('verifyAll'),
                reason: 'needed',
                do: (reason) => void verify(reason),
              })
            }
          >
            {say.t('verifyAll')}
          </Button>
        )}
        {mends && first.fix?.reading && <TakeReading {...props} fix={first} />}
      </div>
      {(open || alone) && <Items {...props} />}
    </article>
  );
}

/** Offers to read every position of the file as the first finding proposes. */
function TakeReading({ filing, held, ask, fix: { fix } }: GroupProps & { fix: Finding }) {
  const say = useSay();
  const tell = useTell();
  const { desk } = useOffice();
  const reading = fix?.reading;
  if (!reading) return null;
  const words = [
    ...(reading.epsg ? [say.t('readingEPSG', { epsg: String(reading.epsg) })] : []),
    ...(reading.swapped ? [say.t('readingSwapped')] : []),
    ...(reading.negated ? [say.t('readingNegated')] : []),
  ].join(', ');
  const take = async () => {
    const before = filing.choices;
    if (!(await held.change((f) => desk.choose(f, { ...before, reading })))) return;
    tell({ text: say.t('readingTaken'), undo: () => void held.change((f) => desk.choose(f, before)) });
  };
  return (
    <Button
      className="primary"
      isDisabled={held.busy}
      onPress={() => ask({ title: say.t('takeReading'), ask: say.t('takeReadingAsk', { reading: words }), act: say.t('takeReading'), do: () => void take() })}
    >
      {say.t('takeReading')} ({words})
    </Button>
  );
}

function Items(props: GroupProps) {
  const { group, filing } = props;
  const say = useSay();
  const { desk } = useOffice();
  // the register gives a rule's findings of every column: those of others are passed over
  const read = async (cursor: number | null): Promise<Page<Finding>> => {
    let page = await desk.findings(filing.id, { rule: group.rule }, cursor);
    const own = (p: Page<Finding>) => p.items.filter((f) => (f.column ?? '') === (group.column ?? ''));
    while (own(page).length === 0 && page.next !== null) page = await desk.findings(filing.id, { rule: group.rule }, page.next);
    return { items: own(page), next: page.next };
  };
  const pages = usePages(read, `${filing.id}/${filing.version}/${group.rule}/${group.column}/${say.language}`);
  if (pages.refusal) return <Refused refusal={pages.refusal} again={pages.again} />;
  if (!pages.items) return <Loading />;
  return (
    <>
      <ul className="items">
        {pages.items.map((f) => (
          <FindingItem key={f.no} {...props} finding={f} />
        ))}
      </ul>
      {pages.more && <Button onPress={pages.more}>{say.t('more')}</Button>}
    </>
  );
}
