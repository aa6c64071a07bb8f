import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { Calendar } from '../Calendar';
import { firstDay, lastDay, monthOf, monthsShown, readDay, startOfMonths, today } from '../day';
import { useAtlas } from '../useAtlas';

/**
 * The day shown, written as people here write it: a browser shows its own date
 * field in its own language, and 01/07 is not the 7th of January. Its calendar is
 * behind the button, and a slider goes through the months.
 */
export function Day() {
  const atlas = useAtlas();
  const { writer } = atlas;
  const { date } = atlas.at;
  const choose = (day: string) => atlas.choose({ date: day });
  const [text, setText] = useState(() => writer.date(date));
  useEffect(() => setText(writer.date(date)), [writer, date]);
  const field = useRef<HTMLInputElement>(null);
  const read = () => {
    const day = readDay(text);
    field.current!.setCustomValidity(day ? '' : writer.text('badDate'));
    if (field.current!.reportValidity() && day && day !== date) choose(day);
  };
  return (
    <>
      <div className="day">
        <label htmlFor="as-of">{writer.text('asOf')}</label>
        <span className="date">
          <input
            ref={field}
            id="as-of"
            type="text"
            inputMode="numeric"
            autoComplete="off"
            placeholder={writer.text('dayShape')}
            value={text}
            onChange={(event) => {
              event.target.setCustomValidity('');
              setText(event.target.value);
            }}
            onKeyDown={(event) => event.key === 'Enter' && read()}
            onBlur={read}
          />
          <Calendar writer={writer} value={date} choose={choose} min={firstDay} max={lastDay} />
        </span>
        <Button isDisabled={date === today()} onPress={() => choose(today())}>
          {writer.text('today')}
        </Button>
      </div>
      <Months />
    </>
  );
}

/** How long the slider rests before the day changes, in milliseconds: every month passed on the way is not asked for. */
const restMS = 300;

/** The last day of every month, from left to right; of the current one today. */
function Months() {
  const atlas = useAtlas();
  const { writer, at } = atlas;
  const [month, setMonth] = useState(0);
  const resting = useRef(0);
  useEffect(() => setMonth(Math.min(Math.max(monthOf(at.date), 0), monthsShown - 1)), [at.date]);
  useEffect(() => () => window.clearTimeout(resting.current), []);
  const name = (m: number) => {
    const [year, of] = startOfMonths(m);
    return writer.text('monthIs', { month: String(of).padStart(2, '0'), year: String(year) });
  };
  const slide = (m: number) => {
    setMonth(m);
    window.clearTimeout(resting.current);
    resting.current = window.setTimeout(() => atlas.choose({ date: endOf(m) }), restMS);
  };
  return (
    <div className="months">
      <input
        type="range"
        aria-label={writer.text('month')}
        aria-valuetext={name(month)}
        min={0}
        max={monthsShown - 1}
        value={month}
        onChange={(event) => slide(event.target.valueAsNumber)}
      />
      <span className="ends" aria-hidden="true">
        <span>{startOfMonths(0)[0]}</span>
        <span>{name(month)}</span>
        <span>{startOfMonths(monthsShown - 1)[0]}</span>
      </span>
    </div>
  );
}

function endOf(m: number): string {
  if (m === monthOf(today())) return today();
  const [year, month] = startOfMonths(m);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
