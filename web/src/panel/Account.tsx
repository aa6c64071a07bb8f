import { keep } from '../address';
import { standing } from '../session';
import { useAtlas } from '../useAtlas';

/** The roles that filings are anything to. */
const filing = new Set<string>(['filer', 'signer', 'auditor', 'officer', 'admin']);

/** Who is signed in and the way out, or the way in; nothing while it is not known. */
export function Account() {
  const { writer, session, catalog } = useAtlas();
  // signing in happens on a page of its own, which shows the account of who has
  const signIn = `/sign-in?lang=${writer.language}`;
  return (
    <div className="account" role="group" aria-label={writer.text('account')}>
      {session && !session.signed_in && (
        <a className="sign-in" href={signIn} onClick={keep}>
          {writer.text('signIn')}
        </a>
      )}
      {session?.signed_in && <SignedIn name={session.name ?? session.actor} about={standing(session, catalog, writer)} />}
    </div>
  );
}

function SignedIn({ name, about }: { name: string; about: string }) {
  const { writer, session } = useAtlas();
  const who = (
    <>
      <strong title={name}>{name}</strong>
      <small title={about}>{about}</small>
    </>
  );
  // who reads with a key has no session to end
  if (session!.login === null) return <span className="who">{who}</span>;
  return (
    <>
      <a className="who" href={`/sign-in?lang=${writer.language}`} onClick={keep} aria-label={`${writer.text('account')}: ${name}, ${about}`}>
        {who}
      </a>
      {session!.roles.some((role) => filing.has(role)) && (
        <a className="filings" href="/filings">
          {writer.text('filings')}
        </a>
      )}
      <form method="post" action={`/sign-out?lang=${writer.language}`} onSubmit={keep}>
        <button type="submit">{writer.text('signOut')}</button>
      </form>
    </>
  );
}
