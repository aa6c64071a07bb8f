import { useState } from 'react';
import { Button } from 'react-aria-components';
import { isDay } from '../day';
import { Refused } from './ask';
import { Chip } from './Chip';
import { Ask } from './Dialogs';
import { dayOf, isComplete, switchObligation, words, type Obligation } from './duties';
import { useTell } from './Notice';
import { useSay } from './say';
import { useOffice } from './who';

/** Every obligation, which the department switches on and off. */
export function Obligations({ list, year, again }: { list: readonly Obligation[]; year: number; again: () => void }) {
  const say = useSay();
  const tell = useTell();
  const { desk, who } = useOffice();
  const [opened, setOpened] = useState(!list.some((o) => o.active)); // the first thing to do is to switch one on
  const [asked, ask] = useState<Obligation | null>(null);
  const [from, setFrom] = useState('');
  const [refusal, setRefusal] = useState<Error | null>(null);
  const open = (o: Obligation) => {
    setFrom(o.valid_from ?? `${year}-01-01`);
    setRefusal(null);
    ask(o);
  };
  const put = async (o: Obligation) => {
    try {
      await switchObligation(desk, o, o.active ? null : from);
      tell({ text: say.t(o.active ? 'switchedOff' : 'switchedOn', { code: o.code }) });
    } catch (error) {
      setRefusal(error as Error);
    }
    again();
  };
  const question = asked && {
    title: say.of(asked.title),
    ask: say.t(asked.active ? 'switchOffAsk' : 'switchOnAsk'),
    act: say.t(asked.active ? 'switchOff' : 'switchOn'),
    danger: asked.active,
    do: () => void put(asked),
  };
  return (
    <details className="obligations" open={opened} onToggle={(e) => setOpened(e.currentTarget.open)}>
      <summary>
        <h2>{say.t('obligations')}</h2>
      </summary>
      <p className="hint">{say.t('obligationsHint')}</p>
      {refusal && <Refused refusal={refusal} />}
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{say.t('report')}</th>
            <th scope="col">{say.t('basis')}</th>
            <th scope="col">{say.t('recipient')}</th>
            <th scope="col">{say.t('due')}</th>
            <th scope="col">{say.t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {[...list].sort((a, b) => Number(b.active) - Number(a.active)).map((o) => (
            <tr key={o.id}>
              <th scope="row">
                {say.of(o.title)}
                <small>
                  <code>{o.code}</code>
                </small>
              </th>
              <td data-label={say.t('basis')}>{o.basis}</td>
              <td data-label={say.t('recipient')}>{o.recipient}</td>
              <td data-label={say.t('due')}>
                {words(say, dayOf(o))}
                {!o.organization && o.kinds.length === 0 && <small>{say.t('nobodyObliged')}</small>}
              </td>
              <td data-label={say.t('state')}>
                <span className="switch">
                  <Chip look={o.active ? 'good' : 'calm'}>{say.t(o.active ? 'on' : 'off')}</Chip>
                  {o.active && o.valid_from && <small>{say.t('since', { day: say.date(o.valid_from) })}</small>}
                  {who.department && (o.active || isComplete(o)) && (
                    <Button aria-label={say.t(o.active ? 'switchOffFor' : 'switchOnFor', { title: say.of(o.title), code: o.code })} onPress={() => open(o)}>
                      {say.t(o.active ? 'switchOff' : 'switchOn')}
                    </Button>
                  )}
                  {who.department && !o.active && !isComplete(o) && <small>{say.t('byCommand', { code: o.code })}</small>}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Ask question={question} close={() => ask(null)}>
        {asked && !asked.active && (
          <label>
            {say.t('firstDay')}
            <input type="date" value={from} required onChange={(e) => isDay(e.target.value) && setFrom(e.target.value)} />
          </label>
        )}
      </Ask>
    </details>
  );
}
