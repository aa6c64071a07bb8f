import { createContext, useContext } from 'react';
import { fill, Writer } from '../format';
import type { Text } from '../text';
import { nouns } from './fields';
import { pathOf } from './kinds';
import { positions, says, type SayKey } from './text';

/** Writes the words of these pages in one language. */
export class Say extends Writer {
  /** Says one thing, with its values filled in. */
  t(key: SayKey, values: Readonly<Record<string, string>> = {}): string {
    return fill(this.of(says[key]), values);
  }

  /** What a noun is called, by its path or its name. */
  noun(name: string): string {
    const noun = nouns[name] ?? nouns[pathOf[name] ?? ''];
    return noun ? this.of(noun.title) : name;
  }

  /** Whom the change log names: user:lan → lan. */
  person(actor: string): string {
    return actor.replace(/^user:/, '');
  }

  /** What a field, or a part of a position, is called; its own name when it is neither. */
  field(noun: string, name: string): string {
    const text: Text | undefined = nouns[noun]?.fields[name] ?? positions[name];
    return text ? this.of(text) : name;
  }

  /** 1536 → 1,5 kB in Vietnamese. */
  bytes(n: number): string {
    if (n < 1000) return this.measure(n, 'B');
    if (n < 1e6) return this.measure(Math.round(n / 100) / 10, 'kB');
    return this.measure(Math.round(n / 1e5) / 10, 'MB');
  }

  /** A cell of a row in the reader's words. */
  cell(value: unknown): string {
    if (value === null || value === undefined || value === '') return this.t('empty');
    if (typeof value === 'boolean') return this.text(value ? 'yes' : 'no');
    if (typeof value === 'number') return new Intl.NumberFormat(this.language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 7 }).format(value);
    if (typeof value === 'object') return Object.values(value).map((part) => this.cell(part)).join('; ');
    const text = String(value);
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? this.date(text) : text;
  }
}

export const SayContext = createContext(new Say('vi'));

export const useSay = () => useContext(SayContext);
