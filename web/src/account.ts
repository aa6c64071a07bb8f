import * as address from './address';
import type { Catalog } from './catalog';
import { h } from './dom';
import type { Writer } from './format';
import { closeIcon } from './legend';
import { standing, type Session } from './session';

/** The page where people sign in, and see their account once they have. */
const signIn = (writer: Writer) => `/sign-in?lang=${writer.language}`;

/** A link to signing in. Who comes back from there finds the map as they left it. */
export function signInLink(writer: Writer, text: string, kind = 'sign-in'): HTMLAnchorElement {
  return h('a', { class: kind, href: signIn(writer), onclick: address.keep }, text);
}

/** The roles that filings are anything to. */
const filing = new Set<string>(['filer', 'signer', 'auditor', 'officer', 'admin']);

/** Who is signed in and the way out, or the way in; nothing while it is not known. */
export function accountOf(session: Session | null, catalog: Catalog, writer: Writer): HTMLElement[] {
  if (!session) return [];
  if (!session.signed_in) return [signInLink(writer, writer.text('signIn'))];
  const name = session.name ?? session.actor;
  const about = standing(session, catalog, writer);
  const who = h('span', { class: 'who' }, h('strong', { title: name }, name), h('small', { title: about }, about));
  // who reads with a key has no session to end
  if (session.login === null) return [who];
  const parts = [
    h('a', { class: 'who', href: signIn(writer), onclick: address.keep, 'aria-label': `${writer.text('account')}: ${name}, ${about}` }, ...who.childNodes),
    session.roles.some((role) => filing.has(role)) && h('a', { class: 'filings', href: '/filings' }, writer.text('filings')),
    h('form', { method: 'post', action: `/sign-out?lang=${writer.language}`, onsubmit: address.keep }, h('button', { type: 'submit' }, writer.text('signOut'))),
  ];
  return parts.filter((part) => part !== false);
}

/** Says what the reader is not shown, until it is put away. */
export function coarseNote(reach: 'some' | 'public', writer: Writer, dismiss: () => void): HTMLElement {
  return h(
    'div',
    { class: 'note', role: 'note' },
    reach === 'some' ? h('p', {}, writer.text('someNote')) : h('p', {}, writer.text('publicNote'), ' ', signInLink(writer, writer.text('signInForMore'), 'link')),
    h('button', { type: 'button', class: 'close', 'aria-label': writer.text('hideNote'), title: writer.text('hideNote'), onclick: dismiss }, closeIcon()),
  );
}
