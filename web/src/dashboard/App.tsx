import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import * as address from '../address';
import { Loading, Refused, useAsked } from '../filing/ask';
import { Desk } from '../filing/desk';
import { Link } from '../filing/Link';
import { Notices } from '../filing/Notice';
import { SayContext } from '../filing/say';
import { Top } from '../filing/Top';
import { Who } from '../filing/who';
import { ThemeButton } from '../panel/ThemeSwitch';
import type { Language } from '../text';
import { Scheme } from '../theme';
import { HomePage } from './HomePage';
import { HouseContext, type House } from './house';
import { usePlace, type Place } from './place';
import { useWords, Words, WordsContext } from './words';

// Most come for the boards: the other pages are loaded when they are gone to.
const BoardPage = lazy(() => import('./board/BoardPage'));
const IndicatorsPage = lazy(() => import('./indicator/IndicatorsPage'));
const IndicatorPage = lazy(() => import('./indicator/IndicatorPage'));
const ComparePage = lazy(() => import('./compare/ComparePage'));
const PublishedPage = lazy(() => import('./published/PublishedPage'));
const PublicationPage = lazy(() => import('./published/PublicationPage'));
const ReportsPage = lazy(() => import('./reports/ReportsPage'));
const LoadPage = lazy(() => import('./load/LoadPage'));
const DIIPage = lazy(() => import('./dii/DIIPage'));
const DataPage = lazy(() => import('./data/DataPage'));

/** The pages of numbers, in the language of the reader. */
export function App() {
  const [language, setLanguage] = useState<Language>(() => address.read().language);
  const words = useMemo(() => new Words(language), [language]);
  const choose = (next: Language) => {
    address.write({ ...address.read(), language: next });
    setLanguage(next);
  };
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <I18nProvider locale={language === 'vi' ? 'vi-VN' : 'en-GB'}>
      <WordsContext value={words}>
        <SayContext value={words}>
          <Notices>
            <Frame choose={choose} />
          </Notices>
        </SayContext>
      </WordsContext>
    </I18nProvider>
  );
}

function Frame({ choose }: { choose: (language: Language) => void }) {
  const words = useWords();
  const place = usePlace();
  const [scheme] = useState(() => new Scheme());
  const desk = useMemo(() => new Desk(words.language), [words.language]);
  const asked = useAsked(async () => {
    const [session, indicators, plans] = await Promise.all([
      desk.session(),
      desk.client.GET('/api/v1/indicators').then(({ data }) => data!.items),
      desk.client.GET('/api/v1/plans').then(({ data }) => data!.items),
    ]);
    const organizations = session.sees === 'public' ? new Map<string, string>() : await desk.organizations();
    // the plan that runs longest first: it is the one people work by
    return { who: new Who(session), indicators, plans: [...plans].sort((a, b) => b.to - a.to || a.code.localeCompare(b.code)), organizations };
  }, 'house');
  const house = useMemo<House | undefined>(() => asked.value && { desk, scheme, reload: asked.again, ...asked.value }, [desk, scheme, asked.value, asked.again]);
  return (
    <>
      <Top choose={choose} who={house?.who} organizations={house?.organizations} end={<ThemeButton writer={words} scheme={scheme} />}>
        <Pages place={place} />
      </Top>
      <main id="content" tabIndex={-1}>
        {asked.refusal && !house && <Refused refusal={asked.refusal} again={asked.again} />}
        {!asked.refusal && !house && <Loading />}
        {house && (
          <HouseContext value={house}>
            <Suspense fallback={<Loading />}>
              <Content place={place} />
            </Suspense>
          </HouseContext>
        )}
      </main>
    </>
  );
}

function Content({ place }: { place: Place }) {
  const words = useWords();
  switch (place.page) {
    case 'home':
      return <HomePage />;
    case 'board':
      return <BoardPage key={place.code} code={place.code} />;
    case 'indicators':
      return <IndicatorsPage />;
    case 'indicator':
      return <IndicatorPage key={place.code} code={place.code} />;
    case 'compare':
      return <ComparePage />;
    case 'published':
      return <PublishedPage />;
    case 'publication':
      return <PublicationPage key={place.id} id={place.id} />;
    case 'reports':
      return <ReportsPage />;
    case 'data':
      return <DataPage />;
    case 'load':
      return <LoadPage />;
    case 'dii':
      return <DIIPage />;
    case 'nowhere':
      return (
        <div className="message" role="alert">
          <p>{words.t('notHere')}</p>
          <Link href="/numbers">{words.w('numbers')}</Link>
        </div>
      );
  }
}

function Pages({ place }: { place: Place }) {
  const words = useWords();
  const current = (...pages: Place['page'][]) => (pages.includes(place.page) ? ('page' as const) : undefined);
  return (
    <nav aria-label={words.t('sections')}>
      <a href="/">{words.t('toMap')}</a>
      <Link href="/numbers" aria-current={current('home', 'board', 'load')}>
        {words.w('plans')}
      </Link>
      <Link href="/numbers/indicators" aria-current={current('indicators', 'indicator')}>
        {words.w('indicators')}
      </Link>
      <Link href="/numbers/compare" aria-current={current('compare')}>
        {words.w('compare')}
      </Link>
      <Link href="/numbers/published" aria-current={current('published', 'publication')}>
        {words.w('published')}
      </Link>
      <Link href="/numbers/reports" aria-current={current('reports', 'dii')}>
        {words.w('reports')}
      </Link>
      <Link href="/numbers/data" aria-current={current('data')}>
        {words.w('data')}
      </Link>
      <a href="/filings">{words.t('filings')}</a>
    </nav>
  );
}
