import { useRef } from 'react';
import { isDay } from './day';
import { Icon } from './legend';
import type { Writer } from './format';

/** A button beside a written day that opens the browser's calendar; min and max bound it. */
export function Calendar({ writer, value, choose, min, max }: { writer: Writer; value: string; choose: (day: string) => void; min?: string | undefined; max?: string | undefined }) {
  const calendar = useRef<HTMLInputElement>(null);
  return (
    <>
      <input ref={calendar} type="date" tabIndex={-1} aria-hidden="true" min={min} max={max} value={value} onChange={(event) => isDay(event.target.value) && choose(event.target.value)} />
      <button type="button" className="calendar" aria-label={writer.text('calendar')} title={writer.text('calendar')} onClick={() => calendar.current!.showPicker()}>
        <Icon of="calendar" />
      </button>
    </>
  );
}
