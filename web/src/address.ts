import { colourings, type ColouringID } from './colouring';
import { isDay, today } from './day';
import type { Language } from './text';

/** Which coverage the map shows: of a service, or of one technology, or of one operator. */
export interface Cover {
  service: 'mobile' | 'fibre';
  /** 2G to 5G; any without. */
  technology: string;
  /** An operator's code; any without. */
  operator: string;
  /** Areas show the share of covered villages, points each village. */
  by: 'commune' | 'village';
}

/** What a link to the page carries, besides the place (map=zoom/lat/lon, which MapLibre writes). */
export interface Address {
  language: Language;
  /** The day shown, as 2025-07-01. */
  date: string;
  /** Layers that are switched off. */
  hidden: ReadonlySet<string>;
  /** What the colours of sites stand for. */
  colour: ColouringID;
  /** The coverage shown, null for none. */
  cover: Cover | null;
  /** The map under the register's own, empty for none. */
  base: string;
  /** What is open beside the map: a record as sites/12, or a tool; empty for nothing. */
  open: string;
  /** What is drawn on the map with a tool, as lon,lat;lon,lat. */
  line: string;
}

/** What a link says of no map underneath: MapLibre, which writes the place, makes base of base=. */
const noBase = 'none';

const languageKey = 'hatangso.language';
const baseKey = 'hatangso.basemap';
const keptKey = 'hatangso.left';
const noteKey = 'hatangso.note';

/** Reads a location hash. What is missing or wrong falls back: Vietnamese, today, every layer. */
export function parse(hash: string, remembered: string | null = null, day = today(), rememberedBase = ''): Address {
  const values = new Map(
    hash
      .replace(/^#/, '')
      .split('&')
      .map((pair) => pair.split('=', 2) as [string, string | undefined]),
  );
  const language = values.get('lang') ?? remembered;
  const date = values.get('date') ?? '';
  const base = values.get('base') ?? rememberedBase;
  return {
    language: language === 'en' ? 'en' : 'vi',
    date: isDay(date) ? date : day,
    hidden: new Set((values.get('off') ?? '').split(',').filter(Boolean)),
    colour: colourings.find((c) => c === values.get('colour')) ?? 'owner',
    cover: coverOf(values.get('cover') ?? ''),
    base: /^[a-z0-9-]+$/.test(base) && base !== noBase ? base : '',
    open: /^[a-z-]+(\/[\w-]+)?$/.test(values.get('open') ?? '') ? values.get('open')! : '',
    line: /^-?[\d.]+,-?[\d.]+(;-?[\d.]+,-?[\d.]+)*$/.test(values.get('line') ?? '') ? values.get('line')! : '',
  };
}

function coverOf(text: string): Cover | null {
  const [service, by, technology = '', operator = ''] = text.split('/');
  if ((service !== 'mobile' && service !== 'fibre') || (by !== 'commune' && by !== 'village')) return null;
  return { service, by, technology, operator };
}

function coverText({ service, by, technology, operator }: Cover): string {
  return [service, by, technology, operator].join('/').replace(/\/+$/, '');
}

/** Writes an address into a hash, keeping what it does not know, such as the place. */
export function format(hash: string, address: Address, day = today()): string {
  // always said: who follows a link may have another language and another map underneath remembered
  const ours: [string, string][] = [
    ['lang', address.language],
    ['base', address.base || noBase],
  ];
  if (address.date !== day) ours.push(['date', address.date]);
  if (address.hidden.size > 0) ours.push(['off', [...address.hidden].sort().join(',')]);
  if (address.colour !== 'owner') ours.push(['colour', address.colour]);
  if (address.cover) ours.push(['cover', coverText(address.cover)]);
  if (address.open) ours.push(['open', address.open]);
  if (address.line) ours.push(['line', address.line]);
  const others = hash
    .replace(/^#/, '')
    .split('&')
    .filter((pair) => pair !== '' && !/^(lang|date|off|colour|cover|base|open|line)(=|$)/.test(pair));
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
  return parse(location.hash, storage()?.getItem(languageKey) ?? null, today(), storage()?.getItem(baseKey) ?? '');
}

/** Puts the address into the location without a step in the history. */
export function say(address: Address): void {
  history.replaceState(history.state, '', format(location.hash, address));
}

/** The same for what the reader has chosen, of which the language and the map underneath are remembered. */
export function write(address: Address): void {
  say(address);
  storage()?.setItem(languageKey, address.language);
  storage()?.setItem(baseKey, address.base);
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
