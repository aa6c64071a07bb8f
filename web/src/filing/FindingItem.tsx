import { Button } from 'react-aria-components';
import type { Finding } from './desk';
import type { GroupProps } from './Group';
import { blocks, cellsOf, drafted } from './group';
import { useTell } from './Notice';
import { useSay } from './say';
import { useOffice } from './who';

/** One finding: the cell that mends it, the fix that is offered, the word that it is right. */
export function FindingItem({ finding: f, group, held, ask, found, mends, drafts, write }: GroupProps & { finding: Finding }) {
  const say = useSay();
  const tell = useTell();
  const { desk } = useOffice();
  const cells = cellsOf(f, found);
  const offered = f.fix?.field && f.fix.value !== undefined ? cellsOf({ ...f, column: '', field: f.fix.field }, found)[0]?.column : undefined;

  const verify = async (reason: string) => {
    if (!(await held.change((g) => desk.verify(g, { no: f.no }, reason)))) return;
    const back = f.verified?.reason ?? '';
    tell({
      text: say.t(reason ? 'verifiedNow' : 'undone'),
      undo: reason || back ? () => void held.change((g) => desk.verify(g, { no: f.no }, reason ? '' : back)) : undefined,
    });
  };

  return (
    <li className="item" data-row={f.row}>
      <div className="where">
        <strong>{f.row === 0 ? say.t('wholeFile') : say.t('row', { n: String(f.row) })}</strong>
        {f.key && <span>{f.key}</span>}
      </div>
      <div className="what">
        {group.count > 1 && <p>{say.of(f.message)}</p>}
        {f.row > 0 && <p className="hint">{f.value ? say.t('value', { value: f.value }) : say.t('valueEmpty')}</p>}
        {f.verified && <p className="verified">{say.t('verifiedBy', { name: say.person(f.verified.by), reason: f.verified.reason })}</p>}
      </div>
      {mends && (
        <div className="do">
          {cells.map(({ column, value }) => (
            <label key={column} className="cell">
              <span>{say.t('mendHere', { column })}</span>
              <input
                type="text"
                aria-label={say.t('newValue', { column, row: String(f.row) })}
                value={drafted(drafts, f.row, column) ?? value}
                onChange={(e) => write(f.row, column, e.target.value === value ? null : e.target.value)}
              />
            </label>
          ))}
          {offered && (
            <Button onPress={() => write(f.row, offered, f.fix!.value!)}>{say.t('takeFix', { value: f.fix!.value! })}</Button>
          )}
          {!blocks(f.tier) && !f.verified && (
            <Button
              isDisabled={held.busy}
              onPress={() => ask({ title: say.t('verifyTitle'), ask: say.t('verifyAsk'), act: say.t('verify'), reason: 'needed', do: (reason) => void verify(reason) })}
            >
              {say.t('verify')}
            </Button>
          )}
          {f.verified && (
            <Button isDisabled={held.busy} onPress={() => void verify('')}>
              {say.t('unverify')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
