import { useId, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../words';

interface Props {
  title: string;
  hint?: string | undefined;
  /** The drawing. */
  children: ReactNode;
  /** The same numbers as a table. */
  table: ReactNode;
  /** What else can be chosen about it. */
  controls?: ReactNode;
}

/** A drawing of numbers with the table behind it, one at a time. Paper has the drawing. */
export function Figure({ title, hint, children, table, controls }: Props) {
  const words = useWords();
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <section className="figure" aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{title}</h2>
          {hint && <p className="hint">{hint}</p>}
        </div>
        <div className="controls noprint">
          {controls}
          <Button className="toggle" aria-pressed={asTable} onPress={() => setAsTable(!asTable)}>
            {words.w('asTable')}
          </Button>
        </div>
      </header>
      {asTable ? <div className="scroll" tabIndex={0} role="group" aria-label={title}>{table}</div> : children}
    </section>
  );
}

/** Numbers under each other. */
export interface Column<T> {
  title: string;
  of: (row: T) => ReactNode;
  number?: true;
}

/** A plain table of rows, the first column naming each. */
export function Rows<T>({ caption, rows, columns, keyOf }: { caption: string; rows: readonly T[]; columns: readonly Column<T>[]; keyOf: (row: T) => string }) {
  return (
    <table className="plain">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, number }) => (
            <th key={title} scope="col" className={number && 'number'}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ title, of, number }, i) =>
              i === 0 ? (
                <th key={title} scope="row">
                  {of(row)}
                </th>
              ) : (
                <td key={title} className={number && 'number'}>
                  {of(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
