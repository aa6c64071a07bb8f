import { today } from '../day';
import { useAsked } from '../filing/ask';
import { Chip } from '../filing/Chip';
import { isOpen, readDuties, whenOf, words as said } from '../filing/duties';
import { dutyStates } from '../filing/text';
import { useHouse } from './house';
import { useWords } from './words';

/** How many of what is due are listed. */
const listed = 6;

/** What is late, then what is due next, with the way to the calendar that has all. */
export function DueSoon() {
  const words = useWords();
  const { desk } = useHouse();
  const year = Number(today().slice(0, 4));
  const { value: duties } = useAsked(() => readDuties(desk, year), words.language);
  if (!duties) return null;
  const open = duties.filter(isOpen).sort((a, b) => a.due_on.localeCompare(b.due_on));
  const late = open.filter((d) => d.late_days > 0).length;
  return (
    <section className="due-soon" aria-labelledby="due-title">
      <h2 id="due-title">{words.w('dueTitle')}</h2>
      <p className="hint">{duties.length === 0 ? words.w('dueNone') : words.w('dueCounts', { open: words.count(open.length), late: words.count(late), all: words.count(duties.length) })}</p>
      {open.length > 0 && (
        <ul>
          {open.slice(0, listed).map((duty) => (
            <li key={`${duty.obligation}/${duty.organization}/${duty.period}`}>
              <Chip look={duty.late_days > 0 ? 'bad' : duty.state === 'due' ? 'warn' : 'calm'}>{words.of(dutyStates[duty.state])}</Chip>
              <span>
                <strong>{duty.organization_name}</strong> {words.of(duty.title)}
              </span>
              <small>{whenOf(duty, today()).map((s) => said(words, s)).join(', ')}</small>
            </li>
          ))}
        </ul>
      )}
      <a href="/filings/duties">{words.w('allDuties')}</a>
    </section>
  );
}
