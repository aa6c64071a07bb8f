import { useEffect, useMemo, useState } from 'react';
import * as address from '../address';
import { API } from '../api';
import { Writer } from '../format';
import { languageNames, type Language } from '../text';
import { FeedbackForm } from './FeedbackForm';
import { Ticket } from './Ticket';

/** The public's page: a form, or what became of what was sent. */
export function Feedback() {
  const [language, setLanguage] = useState<Language>(() => address.read().language);
  const writer = useMemo(() => new Writer(language), [language]);
  const api = useMemo(() => new API(language), [language]);
  const code = decodeURIComponent(location.pathname.split('/')[2] ?? '');
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${writer.text('feedbackTitle')} · ${writer.text('title')}`;
  }, [language, writer]);
  const choose = (next: Language) => {
    address.write({ ...address.read(), language: next });
    setLanguage(next);
  };
  return (
    <>
      <header className="feedback-top">
        <a className="name" href="/">
          {writer.text('title')}
        </a>
        <a href="/">{writer.text('toMap')}</a>
        <div className="languages" role="group" aria-label={writer.text('language')}>
          {(['vi', 'en'] as const).map((l) => (
            <button key={l} type="button" lang={l} aria-label={languageNames[l]} aria-pressed={language === l} onClick={() => choose(l)}>
              {l.toUpperCase()}
            </button>
          ))}
        </div>
      </header>
      <main className="feedback-page">{code ? <Ticket code={code} api={api} writer={writer} /> : <FeedbackForm api={api} writer={writer} />}</main>
    </>
  );
}
