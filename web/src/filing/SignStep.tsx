import { Button } from 'react-aria-components';
import { Loading, Refused, useAsked } from './ask';
import type { Filing } from './desk';
import type { StepProps } from './FilingPage';
import { Link } from './Link';
import { useTell } from './Notice';
import { useSay } from './say';
import { states, type SayKey } from './text';
import { useOffice } from './who';

/** What will happen, in numbers; the signature; and what was signed. */
export function SignStep({ filing, held, ask }: StepProps) {
  const say = useSay();
  const tell = useTell();
  const { desk, who, organizations } = useOffice();
  const organization = organizations.get(filing.organization) ?? filing.organization;
  const sign = async () => {
    if (await held.change((f) => desk.sign(f))) tell({ text: say.t('signed') });
  };
  return (
    <>
      <h2>{say.t('signTitle')}</h2>
      <WillDo filing={filing} />
      {filing.signed_at ? (
        <Signed filing={filing} />
      ) : filing.organization === '' ? (
        <p className="message">
          {say.t('ownNotSigned')} <Link href={`/filings/${filing.id}/outcome`}>{say.t('stepOutcome')}</Link>
        </p>
      ) : filing.state !== 'ready' ? (
        <div className="message warn">
          <p>
            {say.t('notReady')} {say.of(states[filing.state].sentence)}
          </p>
          <Link className="button" href={`/filings/${filing.id}/findings`}>
            {say.t('stepFindings')}
          </Link>
        </div>
      ) : who.signs(filing) ? (
        <Button
          className="primary big"
          isDisabled={held.busy}
          onPress={() =>
            ask({ title: say.t('sign'), ask: say.t('signAsk', { id: String(filing.id), organization }), act: say.t('sign'), do: () => void sign() })
          }
        >
          {say.t('sign')}
        </Button>
      ) : (
        <p className="message">{say.t('whoSigns', { organization })}</p>
      )}
    </>
  );
}

/** What accepting the filing does to the register, a sentence a line. */
function WillDo({ filing }: { filing: Filing }) {
  const say = useSay();
  const c = filing.counts;
  if (!c) return null;
  const lines: [SayKey, number][] = [
    ['willNew', c.new],
    ['willChange', c.changed],
    ['willKeep', c.same],
    [filing.choices.missing === 'remove' ? 'willRemove' : 'willSpare', c.missing],
    ['willLeave', c.refused],
    ['willVerified', c.verified],
  ];
  return (
    <section className="will">
      <p>{say.t('willDo')}</p>
      <ul>
        {lines
          .filter(([key, n]) => n > 0 || key === 'willNew')
          .map(([key, n]) => (
            <li key={key} className={key}>
              {say.t(key, { n: say.count(n) })}
            </li>
          ))}
      </ul>
    </section>
  );
}

/** The receipt: which file, held against what, with which result. */
function Signed({ filing }: { filing: Filing }) {
  const say = useSay();
  const { desk } = useOffice();
  const receipt = useAsked(() => desk.receipt(filing.id), `${filing.id}/${filing.signed_at}`);
  if (receipt.refusal) return <Refused refusal={receipt.refusal} again={receipt.again} />;
  if (!receipt.value) return <Loading />;
  const r = receipt.value;
  const counts = { rows: say.count(r.counts.rows), new: say.count(r.counts.new), changed: say.count(r.counts.changed), same: say.count(r.counts.same) };
  const facts: [SayKey, string][] = [
    ['signedBy', say.person(r.signed_by)],
    ['signedAt', say.time(r.signed_at)],
    ['file', `${r.file_name} · ${say.bytes(r.file_bytes)}`],
    ['hash', r.file_sha256],
    ['rows', say.t('countsLine', counts)],
    ['ruleVersion', String(r.rule_version)],
    ['chainHead', r.chain_head || say.t('noSeal')],
  ];
  return (
    <section className="receipt" aria-labelledby="receipt-title">
      <h3 id="receipt-title">{say.t('receipt')}</h3>
      <dl>
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{say.t(key)}</dt>
            <dd className={key === 'hash' || key === 'chainHead' ? 'code' : ''}>{value}</dd>
          </div>
        ))}
      </dl>
      <a className="button" href={`/api/v1/filings/${filing.id}/receipt.pdf`} download>
        {say.t('receiptPDF')}
      </a>
    </section>
  );
}
