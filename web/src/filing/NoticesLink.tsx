import type { Desk } from './desk';
import { Link } from './Link';
import { countOf, useUnread } from './notices';
import { useSay } from './say';
import type { Who } from './who';

/** The way to the reader's notices, with how many are unread; people alone have any. */
export function NoticesLink({ desk, who, here }: { desk: Desk; who: Who; here: boolean }) {
  return who.reads && who.session.login !== null ? <Counted desk={desk} here={here} /> : null;
}

function Counted({ desk, here }: { desk: Desk; here: boolean }) {
  const say = useSay();
  const unread = useUnread(desk, location.pathname) ?? 0;
  const label = unread > 0 ? say.t('unread', { n: countOf(unread) }) : say.t('notices');
  return (
    <Link className="bell" href="/filings/notices" aria-label={label} title={label} aria-current={here ? 'page' : undefined}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 3a6 6 0 0 0-6 6v4.5L4 17h16l-2-3.5V9a6 6 0 0 0-6-6zM9.5 19a2.6 2.6 0 0 0 5 0" />
      </svg>
      {unread > 0 && <span className="count">{countOf(unread)}</span>}
    </Link>
  );
}
