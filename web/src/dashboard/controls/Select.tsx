import { useId } from 'react';

/** One of several, by name, with its label over it. Empty groups are left out. */
export function Select({ label, value, choose, options }: { label: string; value: string; choose: (value: string) => void; options: readonly Options[] }) {
  const id = useId();
  // what was asked for and is none of them is said: the first of them would seem chosen, and could not be
  const strange = !options.some((o) => ('of' in o ? o.of : [o]).some((one) => one.value === value));
  return (
    <div className="control">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.target.value)}>
        {strange && <option value={value}>{value}</option>}
        {options.map((o) => ('of' in o ? o.of.length > 0 && <optgroup key={o.title} label={o.title}>{o.of.map(one)}</optgroup> : one(o)))}
      </select>
    </div>
  );
}

/** A choice, or several under one title. */
export type Options = Option | { title: string; of: readonly Option[] };

interface Option {
  value: string;
  name: string;
}

function one({ value, name }: Option) {
  return (
    <option key={value} value={value}>
      {name}
    </option>
  );
}
