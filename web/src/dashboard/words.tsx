import { createContext, useContext } from 'react';
import { Say } from '../filing/say';
import { fill } from '../format';
import type { Schemas } from '../client/types';
import { periods, units, words, type WordKey } from './text';

/** What an indicator is measured in. */
export type Unit = Schemas['PlanResult']['unit'];

/** Writes the words and the numbers of these pages in one language. */
export class Words extends Say {
  private readonly fine = new Intl.NumberFormat(this.language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 });

  /** Says one thing, with its values filled in. */
  w(key: WordKey, values: Readonly<Record<string, string>> = {}): string {
    return fill(this.of(words[key]), values);
  }

  /** A number of at most two decimals: 41.176 → 41,18 in Vietnamese; no number is a dash. */
  number(n: number | null | undefined): string {
    return n === null || n === undefined ? this.w('none') : this.fine.format(n);
  }

  /** A value in its unit: 41,18%, 85 trên 100 dân. What is per 100 inhabitants is no per cent. */
  value(n: number | null | undefined, unit: Unit): string {
    if (n === null || n === undefined) return this.w('noValue');
    return fill(this.of(units[unit].value), { n: this.fine.format(n) });
  }

  /** A change of a value, signed: +1,2 điểm phần trăm. */
  change(n: number, unit: Unit): string {
    return fill(this.of(units[unit].change), { n: `${n > 0 ? '+' : n < 0 ? '−' : ''}${this.fine.format(Math.abs(n))}` });
  }

  /** When a task is done, as its plan has it: 2024–2026, hằng năm; what plans say most is said in the reader's language. */
  period(text: string): string {
    const known = periods.find(({ vi }) => vi === text.toLocaleLowerCase('vi'));
    return this.language === 'vi' || !known ? text : known.en;
  }

  /** What a unit is called over a table or beside an axis. */
  unit(unit: Unit): string {
    return this.of(units[unit].name);
  }
}

export const WordsContext = createContext(new Words('vi'));

export const useWords = () => useContext(WordsContext);
