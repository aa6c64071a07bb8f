import { useAtlas } from '../useAtlas';
import { Actions } from './Actions';
import type { Compliance, Restriction, Verdict } from './compliance';
import type { TextKey } from '../text';

const verdictTexts: Readonly<Record<Verdict, TextKey>> = { lawful: 'lawful', unlawful: 'unlawful', unknown: 'unjudged' };

const partTexts = { permit: 'partPermit', certificate: 'partCertificate', zone: 'partZone', technical: 'partTechnical' } as const;

/** Signs that tell verdicts apart without their colours. */
const marks: Readonly<Record<Verdict, string>> = { lawful: '✓', unlawful: '✕', unknown: '?' };

/** Whether a work is lawful, and why: the core of the card. */
export function Permit({ of: c, layer }: { of: Compliance; layer: string }) {
  const { writer } = useAtlas();
  const why = (c.findings ?? []).filter(({ effect }) => effect !== 'note');
  // not what a finding above asks for by its name
  const missing = (c.missing ?? []).map(({ title }) => writer.of(title)).filter((title) => !why.some(({ mend }) => writer.of(mend).includes(title)));
  return (
    <>
      {c.verdict && (
        <div className={`verdict ${c.verdict}`} role="status" data-verdict={c.verdict}>
          <span className="mark" aria-hidden="true">
            {marks[c.verdict]}
          </span>
          <div>
            <strong>{writer.text(verdictTexts[c.verdict])}</strong>
            {c.verdict === 'lawful' && why.length === 0 && <p>{writer.text('lawfulHint')}</p>}
            {c.parts && (
              <p className="parts">
                {(['permit', 'certificate', 'zone', 'technical'] as const).map((part) => {
                  const verdict = c.parts![part];
                  return verdict && <Part key={part} of={partTexts[part]} verdict={verdict} />;
                })}
              </p>
            )}
          </div>
        </div>
      )}
      {why.length > 0 && (
        <ul className="why">
          {why.map((f) => (
            <li key={f.rule + writer.of(f.found)} className={f.effect}>
              <p>{writer.of(f.found)}</p>
              <p className="hint">{writer.of(f.clause)}</p>
              {writer.of(f.mend) && <p className="mend">{writer.of(f.mend)}</p>}
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && <p className="hint">{writer.text('stillMissing', { fields: missing.join(', ') })}</p>}
      <Actions of={c} layer={layer} />
      <Papers of={c} />
    </>
  );
}

function Part({ of, verdict }: { of: TextKey; verdict: Verdict }) {
  const { writer } = useAtlas();
  return (
    <span className={verdict}>
      {marks[verdict]} {writer.text(of)}
      <span className="unseen">: {writer.text(verdictTexts[verdict])}</span>
    </span>
  );
}

type Row = readonly [TextKey, string | null | undefined];

/** Rows that have a value. */
export function Rows({ rows }: { rows: readonly Row[] }) {
  const { writer } = useAtlas();
  const filled = rows.filter(([, value]) => value);
  if (filled.length === 0) return null;
  return (
    <dl className="facts">
      {filled.map(([name, value]) => (
        <div key={name}>
          <dt>{writer.text(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The rule in force, the permit or exemption, the certificate, zones and limits. */
function Papers({ of: c }: { of: Compliance }) {
  const { writer } = useAtlas();
  if (!c.verdict) return null;
  const day = (d: string | null | undefined) => (d ? writer.date(d) : null);
  const { rule, ground, certificate, height_limit: limit } = c;
  const period = rule?.in_force_from && (rule.in_force_until ? writer.text('rulePeriodUntil', { from: writer.date(rule.in_force_from), until: writer.date(rule.in_force_until) }) : writer.text('rulePeriod', { from: writer.date(rule.in_force_from) }));
  const needed = rule?.permit_needed === null || rule === null ? null : writer.text(rule.permit_needed ? 'permitNeeded' : 'permitNotNeeded');
  const left = certificate?.days_left;
  const expiry = certificate?.expires_on && (left === null || left === undefined ? day(certificate.expires_on) : writer.text(left < 0 ? 'daysPast' : 'daysLeft', { date: writer.date(certificate.expires_on), n: writer.count(Math.abs(left)) }));
  const height = limit && (limit.datum === 'sea' ? writer.text('aboveSea', { height: writer.measure(limit.m, 'm') }) : writer.measure(limit.m, 'm'));
  return (
    <>
      <h3>{writer.text('partPermit')}</h3>
      <Rows
        rows={[
          ['ruleInForce', rule && [writer.of(rule.title), period].filter(Boolean).join(', ')],
          ['builtOn', day(rule?.built_on)],
          ['ground', ground ? writer.of(ground.title) : needed],
          ['number', ground?.number],
          ['authority', ground?.authority],
          ['issuedOn', day(ground?.issued_on)],
          ['validUntil', day(ground?.valid_until)],
          ['permittedHeight', ground?.height_m ? writer.measure(ground.height_m, 'm') : null],
          ['heightLimit', height],
        ]}
      />
      <h3>{writer.text('certificateTitle')}</h3>
      {certificate && (certificate.number || certificate.issued_on || certificate.expires_on) ? (
        <Rows
          rows={[
            ['number', certificate.number],
            ['authority', certificate.body],
            ['issuedOn', day(certificate.issued_on)],
            ['expiresOn', expiry],
          ]}
        />
      ) : (
        <p className="hint">{writer.text(certificate?.applies === 'no' ? 'certificateNotNeeded' : 'noCertificate')}</p>
      )}
      <Restrictions of={c.restrictions ?? []} />
    </>
  );
}

/** The zones and streets that say something of a place. */
export function Restrictions({ of: restrictions }: { of: readonly Restriction[] }) {
  const { writer, catalog } = useAtlas();
  if (restrictions.length === 0) return null;
  return (
    <>
      <h3>{writer.text('zonesHere')}</h3>
      <ul className="lines">
        {restrictions.map((r) => (
          <li key={`${r.noun}/${r.id}`}>
            <strong>{r.name}</strong>
            <span>
              {[catalog.title(`${r.noun}_kind`, r.kind, writer), r.decision_number, r.deadline && writer.date(r.deadline), r.height_limit_m && writer.measure(r.height_limit_m, 'm')]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The states of a violation that somebody still has to mend. */
const mendable = new Set(['recorded', 'notified']);

/** Photos, spare capacity, who to ask, what is near, and what happened. */
export function Surroundings({ of: c, layer }: { of: Compliance; layer: string }) {
  const atlas = useAtlas();
  const { writer, catalog } = atlas;
  const spare = [
    c.capacity?.free_slots ? writer.text('spareSlots', { n: writer.count(c.capacity.free_slots) }) : null,
    c.capacity?.max_load_kg ? writer.text('spareLoad', { n: writer.count(c.capacity.max_load_kg) }) : null,
  ].filter(Boolean);
  return (
    <>
      <Rows rows={[['contact', c.owner?.contact], ['spare', spare.join(', ')]]} />
      <Photos of={c} />
      {c.violations && c.violations.length > 0 && (
        <>
          <h3>{writer.text('violations')}</h3>
          <ul className="lines">
            {c.violations.map((v) => (
              <li key={v.id}>
                <strong>{v.description}</strong>
                <span>
                  {[v.clause, catalog.title('violation_state', v.state, writer), writer.text('foundOn', { date: writer.date(v.found_on) }), v.deadline && writer.text('toMendBy', { date: writer.date(v.deadline) })]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {c.can.violation && mendable.has(v.state) && (
                  <button type="button" className="plain" onClick={() => atlas.open(`remedy/${layer}-${c.id}-${v.id}`)}>
                    {writer.text('markRemedied')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {c.inspections && c.inspections.length > 0 && (
        <>
          <h3>{writer.text('inspections')}</h3>
          <ul className="lines">
            {c.inspections.map((i) => (
              <li key={i.id}>
                <strong>{catalog.title('inspection_outcome', i.outcome, writer)}</strong>
                <span>{[writer.time(i.made_at), i.note].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {c.nearest && c.nearest.length > 0 && (
        <>
          <h3>{writer.text('nearestSites')}</h3>
          <ul className="lines">
            {c.nearest.map((n) => (
              <li key={n.id}>
                <button type="button" className="link" onClick={() => atlas.open(`sites/${n.id}`)}>
                  {n.name || n.code || writer.text('recordNumber', { id: String(n.id) })}
                </button>
                <span>{[writer.length(n.distance_m), n.owner && catalog.organization(n.owner), n.free_slots ? writer.text('spareSlots', { n: writer.count(n.free_slots) }) : null].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <History of={c} />
    </>
  );
}

function Photos({ of: c }: { of: Compliance }) {
  const { writer } = useAtlas();
  if (!c.photos || c.photos.length === 0) return null;
  return (
    <>
      <h3>{writer.text('photos')}</h3>
      <ul className="photos">
        {c.photos.map((p) => (
          <li key={p.id}>
            <a href={p.file} target="_blank" rel="noopener">
              <img src={p.thumbnail} alt={p.caption || (p.taken_at ? writer.text('photoOf', { date: writer.date(p.taken_at) }) : writer.text('photoNameless'))} loading="lazy" />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function History({ of: c }: { of: Compliance }) {
  const { writer } = useAtlas();
  if (!c.history || c.history.length === 0) return null;
  return (
    <details>
      <summary>{writer.text('history')}</summary>
      <ul className="lines">
        {c.history.map((change) => (
          <li key={change.seq}>
            <strong>{writer.time(change.at)}</strong>
            <span>{[change.actor.replace(/^user:/, ''), change.reason].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
