import { useEffect, useId, useState } from 'react';
import { Calendar } from '../Calendar';
import { readDay } from '../day';
import { useAtlas } from '../useAtlas';

/**
 * A day in a form, written day first in either language: a browser shows its own
 * date field in its own language, and 01/07 is not the 7th of January. What is no
 * day is none. min and max bound the calendar.
 */
export function DayField({ label, value, change, min, max }: { label: string; value: string; change: (day: string) => void; min?: string; max?: string }) {
  const { writer } = useAtlas();
  const id = useId();
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
        <Calendar writer={writer} value={value} choose={change} min={min} max={max} />
      </span>
      {wrong && <span className="problem">{writer.text('badDate')}</span>}
    </div>
  );
}
