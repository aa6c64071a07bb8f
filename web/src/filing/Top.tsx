import type { ReactNode } from 'react';
import { languageNames, roles, type Language } from '../text';
import { useSay } from './say';
import type { Who } from './who';

interface Props {
  choose: (language: Language) => void;
  /** Who looks; nobody yet while that is asked. */
  who: Who | undefined;
  organizations: ReadonlyMap<string, string> | undefined;
  /** What stands before the account. */
  end?: ReactNode;
  /** The ways to other pages. */
  children: ReactNode;
}

/** The bar over a page: where one is, who one is, in which language. */
export function Top({ choose, who, organizations, end, children }: Props) {
  const say = useSay();
  return (
    <>
      <a className="skip" href="#content">
        {say.t('skip')}
      </a>
      <header className="top">
        <a className="name" href="/">
          {say.t('brand')}
        </a>
        {children}
        <div className="end">
          {end}
          {who && <Account who={who} organizations={organizations ?? new Map()} />}
          <div className="languages" role="group" aria-label={say.t('language')}>
            {(['vi', 'en'] as const).map((l) => (
              <button key={l} type="button" lang={l} aria-label={languageNames[l]} aria-pressed={say.language === l} onClick={() => choose(l)}>
                {l.toUpperCase()}
              </button>
            ))}
          </div>
        </div>
      </header>
    </>
  );
}

function Account({ who, organizations }: { who: Who; organizations: ReadonlyMap<string, string> }) {
  const say = useSay();
  const { session } = who;
  if (!session.signed_in) return <a href={`/sign-in?lang=${say.language}`}>{say.t('signIn')}</a>;
  const held = session.roles.filter((role) => role !== 'anonymous').map((role) => say.of(roles[role]));
  const bound = session.organization ? [organizations.get(session.organization) ?? session.organization] : [];
  return (
    <div className="account" role="group" aria-label={say.t('account')}>
      <span className="who">
        <strong>{session.name ?? session.actor}</strong>
        <small>{[...held, ...bound].join(' · ')}</small>
      </span>
      {session.login !== null && (
        <form method="post" action={`/sign-out?lang=${say.language}`}>
          <button type="submit">{say.t('signOut')}</button>
        </form>
      )}
    </div>
  );
}
