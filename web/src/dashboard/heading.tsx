import { useEffect, type ReactNode } from 'react';
import { useWords } from './words';

/** The title of a page, what is said of it, and what can be done with it; the browser's title is the same. */
export function PageHeading({ title, hint, above, children }: { title: string; hint?: ReactNode; above?: ReactNode; children?: ReactNode }) {
  const words = useWords();
  useEffect(() => {
    document.title = `${title} · ${words.t('brand')}`;
  }, [title, words]);
  return (
    <div className="heading">
      <div>
        {above}
        <h1>{title}</h1>
        {hint && <p className="hint">{hint}</p>}
      </div>
      {children && <div className="actions noprint">{children}</div>}
    </div>
  );
}
