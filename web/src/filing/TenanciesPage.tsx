import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { Refused, useAsked } from './ask';
import { Refusal, type Desk, type Page, type Tenancy } from './desk';
import { pathOf } from './kinds';
import { useTell } from './Notice';
import { useSay } from './say';
import type { Side } from './tenancy';
import { confirmations } from './text';
import { useOffice } from './who';

/** How many tenancies are shown at first. */
const shownFirst = 30;

/** A tenancy that waits for one side's word. */
interface Waiting {
  tenancy: Tenancy;
  side: Side;
}

const workOf = (desk: Desk, t: Tenancy) => desk.work(pathOf[t.asset_kind ?? ''] ?? '', t.asset ?? 0);

/** Gives the tenancies an organization has not said its side of, page by page. */
async function* waitingFor(desk: Desk, organization: string): AsyncGenerator<{ found: readonly Waiting[] }> {
  let cursor: number | null = null;
  do {
    const page: Page<Tenancy> = await desk.awaiting(cursor);
    yield { found: page.items.map((tenancy) => ({ tenancy, side: tenancy.tenant === organization ? 'tenant_says' : 'owner_says' })) };
    cursor = page.next;
  } while (cursor !== null);
}

/** Looks for what waits for an organization, and gives what was found so far. */
function useWaiting(desk: Desk, organization: string | null): { list: readonly Waiting[]; busy: boolean; refusal: Error | null; again: () => void } {
  const [state, setState] = useState<{ list: readonly Waiting[]; busy: boolean; refusal: Error | null }>({ list: [], busy: true, refusal: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!organization) return;
    let current = true;
    const look = async () => {
      setState({ list: [], busy: true, refusal: null });
      for await (const { found } of waitingFor(desk, organization)) {
        if (!current) return;
        setState((was) => ({ ...was, list: [...was.list, ...found] }));
      }
      if (current) setState((was) => ({ ...was, busy: false }));
    };
    look().catch((refusal: Error) => current && setState((was) => ({ ...was, busy: false, refusal })));
    return () => {
      current = false;
    };
  }, [desk, organization, round]);
  return { ...state, again: () => setRound((n) => n + 1) };
}

/** The tenancies that wait for the reader's organization to confirm them. */
export function TenanciesPage() {
  const say = useSay();
  const { desk, who } = useOffice();
  const organization = who.session.organization;
  const [shown, show] = useState(shownFirst);
  const waiting = useWaiting(desk, organization);
  return (
    <>
      <div className="heading">
        <div>
          <h1>{say.t('tenancies')}</h1>
          <p className="hint">{say.t('tenancyHint')}</p>
        </div>
      </div>
      {!organization && <p className="message">{say.t('tenancyFilersOnly')}</p>}
      {waiting.refusal && <Refused refusal={waiting.refusal} again={waiting.again} />}
      {organization && (
        <p className="hint" role="status">
          {waiting.busy && `${say.t('loading')} `}
          {!waiting.busy && waiting.list.length > 0 && say.t('toGo', { n: say.count(waiting.list.length) })}
        </p>
      )}
      {organization && !waiting.busy && !waiting.refusal && waiting.list.length === 0 && <p className="none">{say.t('tenancyNone')}</p>}
      {waiting.list.length > 0 && (
        <ul className="tenancies">
          {waiting.list.slice(0, shown).map((w) => (
            <Item key={w.tenancy.id} {...w} again={waiting.again} />
          ))}
        </ul>
      )}
      {waiting.list.length > shown && <Button onPress={() => show(shown + shownFirst)}>{say.t('more')}</Button>}
    </>
  );
}

function Item({ tenancy: given, side, again }: Waiting & { again: () => void }) {
  const say = useSay();
  const tell = useTell();
  const { desk, organizations, codes } = useOffice();
  const [t, setTenancy] = useState(given);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const work = useAsked(() => workOf(desk, given), String(given.id)).value;

  const put = async (of: Tenancy, word: 'unconfirmed' | 'confirmed' | 'disputed') => {
    setBusy(true);
    setRefusal(null);
    try {
      const after = await desk.say(of, side, word);
      setTenancy(after);
      const id = String(after.id);
      if (word === 'unconfirmed') tell({ text: say.t('undone') });
      else tell({ text: say.t(word === 'confirmed' ? 'confirmedNow' : 'disputedNow', { id }), undo: () => void put(after, 'unconfirmed') });
    } catch (error) {
      setRefusal(error instanceof Refusal && error.status === 412 ? new Refusal(say.t('staleRecord'), 412) : (error as Error));
    }
    setBusy(false);
  };

  const placed = codes['placement']?.find((entry) => entry.code === t.placement);
  const tenant = organizations.get(t.tenant ?? '') ?? t.tenant ?? '';
  const other = side === 'owner_says' ? t.tenant_says : t.owner_says;
  const word = (said: string | null) => (said && confirmations[said] ? say.of(confirmations[said]) : (said ?? '?'));
  const period = t.from && (t.to ? say.t('fromTo', { from: say.date(t.from), to: say.date(t.to) }) : say.t('fromOn', { from: say.date(t.from) }));
  return (
    <li className="tenancy" data-tenancy={t.id}>
      <h2>{side === 'owner_says' ? say.t('asOwner', { tenant }) : say.t('asTenant')}</h2>
      <dl>
        <div>
          <dt>{say.t('onWhat')}</dt>
          <dd>{[say.noun(t.asset_kind), work?.code ?? say.t('record', { id: String(t.asset) }), work?.commune].filter(Boolean).join(' · ')}</dd>
        </div>
        <div>
          <dt>{say.t('what')}</dt>
          <dd>{[placed ? say.of(placed.title) : t.placement, t.contract && say.t('contract', { number: t.contract })].filter(Boolean).join(' · ')}</dd>
        </div>
        {period && (
          <div>
            <dt>{say.t('period')}</dt>
            <dd>{period}</dd>
          </div>
        )}
      </dl>
      <p className="hint">{say.t('otherSays', { word: word(other) })}</p>
      {refusal && <Refused refusal={refusal} again={again} />}
      {t[side] === 'unconfirmed' ? (
        <div className="actions">
          <Button className="primary" isDisabled={busy} onPress={() => void put(t, 'confirmed')}>
            {say.t('confirm')}
          </Button>
          <Button isDisabled={busy} onPress={() => void put(t, 'disputed')}>
            {say.t('dispute')}
          </Button>
        </div>
      ) : (
        <p className="said">{word(t[side])}</p>
      )}
    </li>
  );
}
