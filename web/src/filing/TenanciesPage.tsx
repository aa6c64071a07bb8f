import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Loading, Refused, useAsked } from './ask';
import { Refusal, type Desk, type Tenancy } from './desk';
import { useTell } from './Notice';
import { useSay } from './say';
import { waitingSide, type Side } from './tenancy';
import { confirmations } from './text';
import { useOffice } from './who';

/** How many pages of tenancies are looked through: the register cannot be asked for one side's own. */
const mostPages = 50;

/** The path of the noun of each kind of asset. */
const paths: Readonly<Record<string, string>> = {
  site: 'sites', pole: 'poles', manhole: 'manholes', duct: 'ducts', trench: 'trenches', cable_route: 'cables', service_point: 'service-points',
};

/** A tenancy that waits for one side's word. */
interface Waiting {
  tenancy: Tenancy;
  side: Side;
  work: { code: string | null; commune?: string | null } | null;
}

/** Finds the tenancies an organization has not said its side of. */
async function waitingFor(desk: Desk, organization: string): Promise<{ list: Waiting[]; looked: number }> {
  const list: Waiting[] = [];
  let [looked, cursor]: [number, number | null] = [0, null];
  for (let i = 0; i < mostPages; i++) {
    const page = await desk.tenancies(cursor);
    looked += page.items.length;
    for (const tenancy of page.items) {
      const maybe = waitingSide(tenancy, organization);
      if (!maybe) continue;
      const work = await desk.work(paths[tenancy.asset_kind] ?? tenancy.asset_kind, tenancy.asset);
      // whose the work is, the tenancy does not say
      if (maybe === 'owner_says' && work?.owner !== organization) continue;
      list.push({ tenancy, side: maybe, work });
    }
    if ((cursor = page.next) === null) break;
  }
  return { list, looked };
}

/** The tenancies that wait for the reader's organization to confirm them. */
export function TenanciesPage() {
  const say = useSay();
  const { desk, who } = useOffice();
  const organization = who.session.organization;
  const asked = useAsked(() => (organization ? waitingFor(desk, organization) : Promise.resolve(null)), `${organization}/${say.language}`);
  return (
    <>
      <div className="heading">
        <div>
          <h1>{say.t('tenancies')}</h1>
          <p className="hint">{say.t('tenancyHint')}</p>
        </div>
      </div>
      {!organization && <p className="message">{say.t('tenancyFilersOnly')}</p>}
      {asked.refusal && <Refused refusal={asked.refusal} again={asked.again} />}
      {organization && !asked.value && !asked.refusal && <Loading />}
      {asked.value?.list.length === 0 && <p className="none">{say.t('tenancyNone')}</p>}
      {asked.value && asked.value.list.length > 0 && (
        <ul className="tenancies">
          {asked.value.list.map((w) => (
            <Item key={w.tenancy.id} {...w} again={asked.again} />
          ))}
        </ul>
      )}
      {asked.value && <p className="hint">{say.t('toGo', { n: say.count(asked.value.looked) })}</p>}
    </>
  );
}

function Item({ tenancy: given, side, work, again }: Waiting & { again: () => void }) {
  const say = useSay();
  const tell = useTell();
  const { desk, organizations } = useOffice();
  const [t, setTenancy] = useState(given);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);

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
          <dd>{[say.noun(paths[t.asset_kind] ?? t.asset_kind), work?.code ?? say.t('record', { id: String(t.asset) }), work?.commune].filter(Boolean).join(' · ')}</dd>
        </div>
        <div>
          <dt>{say.t('what')}</dt>
          <dd>{[t.placement, t.contract && say.t('contract', { number: t.contract })].filter(Boolean).join(' · ')}</dd>
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
