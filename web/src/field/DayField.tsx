import { useEffect, useId, useRef, useState } from 'react';
import { isDay, readDay } from '../day';
import { Icon } from '../legend';
import { useAtlas } from '../useAtlas';

/**
 * A day in a form, written day first in either language: a browser shows its own
 * date field in its own language, and 01/07 is not the 7th of January. What is no
 * day is none. min and max bound the calendar.
 */
export function DayField({ label, value, change, min, max }: { label: string; value: string; change: (day: string) => void; min?: string; max?: string }) {
  const { writer } = useAtlas();
  const id = useId();
  const calendar = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value && writer.date(value));
  // a day chosen elsewhere is written; what is being typed stays as it is
  useEffect(() => setText((was) => (value && readDay(was) !== value ? writer.date(value) : was)), [value, writer]);
  const wrong = text.trim() !== '' && readDay(text) === null;
  return (
    <div className="field">
      <label className="name" htmlFor={id}>
        {label}
      </label>
      <span className="date">
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          placeholder={writer.text('dayShape')}
          aria-invalid={wrong || undefined}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            change(readDay(event.target.value) ?? '');
          }}
        />
        <input ref={calendar} type="date" tabIndex={-1} aria-hidden="true" min={min} max={max} value={value} onChange={(event) => isDay(event.target.value) && change(event.target.value)} />
        <button type="button" className="calendar" aria-label={writer.text('calendar')} title={writer.text('calendar')} onClick={() => calendar.current!.showPicker()}>
          <Icon of="calendar" />
        </button>
      </span>
      {wrong && <span className="problem">{writer.text('badDate')}</span>}
    </div>
  );
}
