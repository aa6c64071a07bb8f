import { useEffect, useId, useState } from 'react';
import { Calendar } from '../../Calendar';
import { firstDay, lastDay, readDay, today } from '../../day';
import { useWords } from '../words';

/**
 * A day, written day first in either language; what is no day changes nothing.
 * empty says what stands there while none is chosen.
 */
export function Day({ label, value, choose, empty }: { label: string; value: string; choose: (day: string) => void; empty?: string }) {
  const words = useWords();
  const id = useId();
  const [text, setText] = useState(value && words.date(value));
  useEffect(() => setText(value && words.date(value)), [words, value]);
  const day = text.trim() === '' ? '' : readDay(text);
  const wrong = day === null || (day === '' && empty === undefined);
  const take = () => !wrong && day !== value && choose(day!);
  return (
    <div className="control day">
      <label htmlFor={id}>{label}</label>
      <span className="date">
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          placeholder={empty ?? words.text('dayShape')}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && take()}
          onBlur={take}
        />
        <Calendar writer={words} value={value || today()} choose={choose} min={firstDay} max={lastDay} />
      </span>
      {wrong && (
        <span className="wrong" id={`${id}-wrong`}>
          {words.text('badDate')}
        </span>
      )}
    </div>
  );
}
