import type { ReactNode } from 'react';
import { called, useHouse } from '../house';
import { useWords, type Unit } from '../words';
import type { Group } from './ask';

/** Who is with whom: owners down, tenants across, how many works in each pair; the fuller the darker. */
export function Matrix({ groups, controls }: { groups: readonly Group[]; unit: Unit; controls: ReactNode }) {
  const words = useWords();
  const house = useHouse();
  const name = (code: string) => called(house, code);
  const owners = [...new Set(groups.map((g) => g.owner ?? ''))].sort(words.compare.bind(words));
  const tenants = [...new Set(groups.map((g) => g.key))].sort(words.compare.bind(words));
  const count = (owner: string, tenant: string) => groups.find((g) => (g.owner ?? '') === owner && g.key === tenant)?.denominator ?? 0;
  const most = Math.max(1, ...groups.map((g) => g.denominator ?? 0));
  return (
    <section className="figure" aria-labelledby="matrix-title">
      <header>
        <div>
          <h2 id="matrix-title">{words.w('matrix')}</h2>
          <p className="hint">{words.w('matrixHint')}</p>
        </div>
        <div className="controls noprint">{controls}</div>
      </header>
      {groups.length === 0 && <p className="none">{words.w('noPairs')}</p>}
      {groups.length > 0 && (
        <div className="scroll" tabIndex={0} role="group" aria-label={words.w('matrix')}>
          <table className="plain matrix">
            <thead>
              <tr>
                <th scope="col">{words.w('ownerTenant')}</th>
                {tenants.map((tenant) => (
                  <th key={tenant} scope="col">
                    {name(tenant)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {owners.map((owner) => (
                <tr key={owner}>
                  <th scope="row">{owner ? name(owner) : words.w('otherOwners')}</th>
                  {tenants.map((tenant) => {
                    const n = count(owner, tenant);
                    return (
                      <td key={tenant} className={n > 0 ? 'number has' : 'number'} style={{ '--much': Math.sqrt(n / most) } as never}>
                        {n > 0 ? words.number(n) : words.w('none')}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
