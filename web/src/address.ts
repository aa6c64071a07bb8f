import type { Language } from './text';
import { isDay, today } from './day';

/** What a link to the page carries, besides the place (map=zoom/lat/lon, which MapLibre writes). */
export interface Address {
  language: Language;
  /** The day shown, as 2025-07-01. */
  date: string;
  /** Layers that are switched off. */
  hidden: ReadonlySet<string>;
}

const languageKey = 'hatangso.language';
const keptKey = 'hatangso.left';
const noteKey = 'hatangso.note';

/** Reads a location hash. What is missing or wrong falls back: Vietnamese, today, every layer. */
export function parse(hash: string, remembered: string | null = null, day = today()): Address {
  const values = new Map(
    hash
      .replace(/^#/, '')
      .split('&')
      .map((pair) => pair.split('=', 2) as [string, string | undefined]),
  );
  const language = values.get('lang') ?? remembered;
  const date = values.get('date') ?? '';
  return {
    language: language === 'en' ? 'en' : 'vi',
    date: isDay(date) ? date : day,
    hidden: new Set((values.get('off') ?? '').split(',').filter(Boolean)),
  };
}

/** Writes an address into a hash, keeping what it does not know, such as the place. */
export function format(hash: string, address: Address, day = today()): string {
  // always said: who follows a link may have another language remembered
  const ours: [string, string][] = [['lang', address.language]];
  if (address.date !== day) ours.push(['date', address.date]);
  if (address.hidden.size > 0) ours.push(['off', [...address.hidden].sort().join(',')]);
  const others = hash
    .replace(/^#/, '')
    .split('&')
    .filter((pair) => pair !== '' && !/^(lang|date|off)(=|$)/.test(pair));
  return `#${[...others, ...ours.map(([name, value]) => `${name}=${value}`)].join('&')}`;
}

/**
 * Keeps the place, day and layers of the page that is left for signing in or out:
 * what they lead back to knows nothing of them.
 */
export function keep(): void {
  session()?.setItem(keptKey, location.hash);
}

/** Goes back once to what was kept, unless the reader came with a link of their own. */
export function recall(): void {
  const kept = session()?.getItem(keptKey);
  session()?.removeItem(keptKey);
  if (kept && location.hash.length <= 1) history.replaceState(history.state, '', kept);
}

/** Whether the reader has put the note for the public away, in this tab. */
export function noteHidden(): boolean {
  return session()?.getItem(noteKey) === 'hidden';
}

export function hideNote(): void {
  session()?.setItem(noteKey, 'hidden');
}

/** The address the reader came with; the language once chosen is remembered. */
export function read(): Address {
  return parse(location.hash, storage()?.getItem(languageKey) ?? null);
}

/** Puts the address into the location without a step in the history. */
export function write(address: Address): void {
  history.replaceState(history.state, '', format(location.hash, address));
  storage()?.setItem(languageKey, address.language);
}

/** What outlives the tab. A browser may refuse storage altogether. */
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** What lasts as long as the tab. */
function session(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
