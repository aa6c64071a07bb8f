import type { ReactNode } from 'react';
import type { Schemas } from '../../client/types';
import { Tasks } from '../board/Tasks';
import { aimOf } from '../board/Targets';
import { useHouse, type Plan } from '../house';
import { useWords } from '../words';

export type Import = Schemas['PlanImport'];

/** A plan as its file was understood, and how it differs from the one whose place it takes. */
export function Preview({ would, children }: { would: Import; children: ReactNode }) {
  const words = useWords();
  const { plan, replaces, changes } = would;
  const key = replaces === null ? 'planIsNew' : changes.length > 0 ? 'planReplaces' : 'planIsSame';
  return (
    <section className="preview" aria-labelledby="preview-title" data-plan={plan.code}>
      <p className="message good" role="status">
        {words.w(key, { code: plan.code, n: String(changes.length) })}
      </p>
      <header className="heading">
        <div>
          <p className="plan-line">
            <span>{plan.code}</span>
            {plan.number && <span>{plan.number}</span>}
            {plan.issued_on && <span>{words.date(plan.issued_on)}</span>}
            <span>{words.w('years', { from: String(plan.from), to: String(plan.to) })}</span>
          </p>
          <h2 id="preview-title">{words.of(plan.title)}</h2>
          <p className="hint">{words.of(plan.territory)}</p>
        </div>
        <div className="actions">{children}</div>
      </header>
      {changes.length > 0 && <Changes changes={changes} />}
      <TargetsRead targets={plan.targets} />
      {plan.tasks.length > 0 && <Tasks tasks={plan.tasks} />}
    </section>
  );
}

function Changes({ changes }: { changes: Import['changes'] }) {
  const words = useWords();
  return (
    <>
      <h2>{words.w('changes', { n: String(changes.length) })}</h2>
      <table className="cards changes">
        <thead>
          <tr>
            <th scope="col">{words.w('changeOf')}</th>
            <th scope="col">{words.w('was')}</th>
            <th scope="col">{words.w('willBe')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change, i) => (
            <tr key={i} data-change={change.kind}>
              <th scope="row">
                {words.w(`part_${change.part}` as 'part_plan')} <span lang="vi">{change.of}</span>
                {change.kind === 'changed' && <small>{words.of(change.field)}</small>}
              </th>
              {change.kind === 'changed' ? (
                <>
                  <td data-label={words.w('was')} lang="vi">
                    {change.was ? <del>{change.was}</del> : words.w('none')}
                  </td>
                  <td data-label={words.w('willBe')} lang="vi">
                    {change.now ? <ins>{change.now}</ins> : words.w('none')}
                  </td>
                </>
              ) : (
                <td colSpan={2}>{words.w(`kind_${change.kind}` as 'kind_added')}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The targets as they were understood, beside what the plan prints. */
function TargetsRead({ targets }: { targets: Plan['targets'] }) {
  const words = useWords();
  const { indicators } = useHouse();
  return (
    <>
      <h2>{words.w('targetsIn', { n: String(targets.length) })}</h2>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{words.w('indicator')}</th>
            <th scope="col">{words.w('printedIs')}</th>
            <th scope="col">{words.w('understood')}</th>
            <th scope="col">{words.w('dueYear')}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target, i) => {
            const indicator = indicators.find((one) => one.code === target.indicator)!;
            return (
              <tr key={i}>
                <th scope="row">
                  {words.of(indicator.title)}
                  <small>{target.indicator}</small>
                </th>
                <td data-label={words.w('printedIs')} lang="vi">
                  <q>{target.printed}</q>
                </td>
                <td data-label={words.w('understood')}>
                  {aimOf(words, { target, unit: indicator.unit })}
                  {target.cohort === 'new' && <small>{words.w('newOnes', { year: String(target.due_year) })}</small>}
                  {target.doubt && <small className="doubt">{words.of(target.doubt)}</small>}
                </td>
                <td data-label={words.w('dueYear')}>{target.due_year}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
