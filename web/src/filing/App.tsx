import { useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import * as address from '../address';
import type { Language } from '../text';
import { Loading, Refused, useAsked } from './ask';
import { Desk, type Codes } from './desk';
import { DutiesPage } from './DutiesPage';
import { FilingPage } from './FilingPage';
import { Link } from './Link';
import { ListPage } from './ListPage';
import { NewPage } from './NewPage';
import { Notices } from './Notice';
import { NoticesLink } from './NoticesLink';
import { NoticesPage } from './NoticesPage';
import { usePlace, type Place } from './place';
import { RulesPage } from './RulesPage';
import { Say, SayContext, useSay } from './say';
import { TenanciesPage } from './TenanciesPage';
import { Top } from './Top';
import { OfficeContext, Who } from './who';

/** The pages of filings, in the language of the reader. */
export function App() {
  const [language, setLanguage] = useState<Language>(() => address.read().language);
  const say = useMemo(() => new Say(language), [language]);
  const choose = (next: Language) => {
    address.write({ ...address.read(), language: next });
    setLanguage(next);
  };
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${say.t('filings')} · ${say.t('brand')}`;
  }, [language, say]);
  return (
    <I18nProvider locale={language === 'vi' ? 'vi-VN' : 'en-GB'}>
      <SayContext value={say}>
        <Notices>
          <Frame choose={choose} />
        </Notices>
      </SayContext>
    </I18nProvider>
  );
}

function Frame({ choose }: { choose: (language: Language) => void }) {
  const say = useSay();
  const place = usePlace();
  const desk = useMemo(() => new Desk(say.language), [say.language]);
  const asked = useAsked(async () => {
    const session = await desk.session();
    const who = new Who(session);
    if (!who.reads) return { who, organizations: new Map<string, string>(), codes: {} as Codes };
    const [organizations, codes] = await Promise.all([desk.organizations(), desk.codes()]);
    return { who, organizations, codes };
  }, 'session');
  const office = useMemo(() => asked.value && { desk, ...asked.value }, [desk, asked.value]);
  return (
    <>
      <Top
        choose={choose}
        who={office?.who}
        organizations={office?.organizations}
        end={office && <NoticesLink desk={office.desk} who={office.who} here={place.page === 'notices'} />}
      >
        <Pages place={place} />
      </Top>
      <main id="content" tabIndex={-1}>
        {asked.refusal && !office && <Refused refusal={asked.refusal} again={asked.again} />}
        {!asked.refusal && !office && <Loading />}
        {office && !office.who.reads && place.page !== 'rules' && <SignInFirst />}
        {office && (office.who.reads || place.page === 'rules') && (
          <OfficeContext value={office}>
            <Content place={place} />
          </OfficeContext>
        )}
      </main>
    </>
  );
}

function Content({ place }: { place: Place }) {
  const say = useSay();
  switch (place.page) {
    case 'list':
      return <ListPage />;
    case 'new':
      return <NewPage />;
    case 'tenancies':
      return <TenanciesPage />;
    case 'duties':
      return <DutiesPage />;
    case 'notices':
      return <NoticesPage />;
    case 'rules':
      return <RulesPage />;
    case 'filing':
      return <FilingPage key={place.id} id={place.id} step={place.step} />;
    case 'nowhere':
      return (
        <div className="message" role="alert">
          <p>{say.t('notHere')}</p>
          <Link href="/filings">{say.t('filings')}</Link>
        </div>
      );
  }
}

function Pages({ place }: { place: Place }) {
  const say = useSay();
  const current = (here: boolean) => (here ? ('page' as const) : undefined);
  return (
    <nav aria-label={say.t('sections')}>
      <a href="/">{say.t('toMap')}</a>
      <a href="/numbers">{say.t('toNumbers')}</a>
      <Link href="/filings" aria-current={current(['list', 'new', 'filing'].includes(place.page))}>
        {say.t('filings')}
      </Link>
      <Link href="/filings/tenancies" aria-current={current(place.page === 'tenancies')}>
        {say.t('tenancies')}
      </Link>
      <Link href="/filings/duties" aria-current={current(place.page === 'duties')}>
        {say.t('duties')}
      </Link>
      <Link href="/filings/rules" aria-current={current(place.page === 'rules')}>
        {say.t('rules')}
      </Link>
    </nav>
  );
}

function SignInFirst() {
  const say = useSay();
  return (
    <div className="message" role="alert">
      <h1>{say.t('mustSignIn')}</h1>
      <p>{say.t('mustSignInHint')}</p>
      <a className="button primary" href={`/sign-in?lang=${say.language}`}>
        {say.t('signIn')}
      </a>
    </div>
  );
}
