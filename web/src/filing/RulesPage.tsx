import { useMemo, useState } from 'react';
import { Loading, Refused, useAsked } from './ask';
import { Chip } from './Chip';
import { Desk } from './desk';
import { nouns } from './fields';
import { pathOf } from './kinds';
import { useSay } from './say';
import { tiers } from './text';

/** The rules every filing is held against, with where each comes from. */
export function RulesPage() {
  const say = useSay();
  const desk = useMemo(() => new Desk(say.language), [say.language]);
  const [noun, setNoun] = useState('');
  const rules = useAsked(() => desk.rules(), say.language);
  const list = rules.value?.items.filter((r) => !noun || !r.nouns?.length || r.nouns.some((name) => pathOf[name] === noun)) ?? [];
  return (
    <>
      <div className="heading">
        <div>
          <h1>{say.t('rules')}</h1>
          {rules.value && <p className="hint">{say.t('rulesHint', { n: String(rules.value.version) })}</p>}
        </div>
      </div>
      {rules.refusal && <Refused refusal={rules.refusal} again={rules.again} />}
      {rules.value === undefined && !rules.refusal && <Loading />}
      {rules.value === null && <p className="message">{say.t('rulesMissing')}</p>}
      {rules.value && (
        <>
          <div className="filters">
            <label>
              {say.t('noun')}
              <select value={noun} onChange={(e) => setNoun(e.target.value)}>
                <option value="">{say.t('anyNoun')}</option>
                {Object.keys(nouns).map((path) => (
                  <option key={path} value={path}>
                    {say.noun(path)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <table className="cards rules">
            <thead>
              <tr>
                <th scope="col">{say.t('ruleTitle')}</th>
                <th scope="col">{say.t('clause')}</th>
                <th scope="col">{say.t('ofNouns')}</th>
                <th scope="col">{say.t('limits')}</th>
              </tr>
            </thead>
            <tbody>
              {list.map((r) => (
                <tr key={r.id} id={r.id}>
                  <th scope="row">
                    <Chip look={r.tier}>{say.of(tiers[r.tier])}</Chip> {say.of(r.title)}
                    <small>
                      <code>{r.id}</code>
                    </small>
                  </th>
                  <td data-label={say.t('clause')}>{say.of(r.clause)}</td>
                  <td data-label={say.t('ofNouns')}>{r.nouns?.length ? r.nouns.map((n) => say.noun(n)).join(', ') : say.t('everyNoun')}</td>
                  <td data-label={say.t('limits')}>
                    {r.limits?.map((l) => (
                      <div key={l.name}>
                        {say.of(l.title)}: {say.measure(l.value ?? l.default, l.unit)}
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}
