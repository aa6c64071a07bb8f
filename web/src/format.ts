import { texts, type Language, type Text, type TextKey } from './text';

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

/** Fills the {names} of a text. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Writes words, numbers and dates of one language. */
export class Writer {
  private readonly whole: Intl.NumberFormat;
  private readonly decimal: Intl.NumberFormat;
  private readonly ratio: Intl.NumberFormat;
  private readonly collator: Intl.Collator;

  constructor(readonly language: Language) {
    const locale = locales[language];
    this.whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    this.decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    this.ratio = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    this.collator = new Intl.Collator(locale, { numeric: true });
  }

  text(key: TextKey, values: Readonly<Record<string, string>> = {}): string {
    return fill(this.of(texts[key]), values);
  }

  of(text: Text): string {
    return text[this.language];
  }

  /** 1012 → 1.012 in Vietnamese. */
  count(n: number): string {
    return this.whole.format(n);
  }

  /** A measure with its unit, at most two decimals: 8.5, "m" → 8,5 m. */
  measure(n: number, unit = ''): string {
    return unit ? `${this.decimal.format(n)} ${unit}` : this.decimal.format(n);
  }

  /** A length: 850 m, 12,4 km. */
  length(m: number): string {
    return m < 1000 ? this.measure(Math.round(m), 'm') : this.measure(m / 1000, 'km');
  }

  /** An area: 4.250 m², 3,2 ha, 12,4 km². */
  extent(m2: number): string {
    if (m2 < 10_000) return this.measure(Math.round(m2), 'm²');
    return m2 < 1e6 ? this.measure(m2 / 10_000, 'ha') : this.measure(m2 / 1e6, 'km²');
  }

  /** A ratio of 0 to 100 in percent; null is "no data", never 0 %. */
  percent(ratio: number | null | undefined): string {
    return ratio === null || ratio === undefined ? this.text('noData') : `${this.ratio.format(ratio)}%`;
  }

  /** 2025-07-01 → 01/07/2025, as both languages write it here. */
  date(iso: string): string {
    const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
    return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : iso;
  }

  /** 2026-11-22T05:51:57Z → 22/11/2026 12:51, where the reader is. */
  time(iso: string): string {
    const at = new Date(iso);
    const two = (n: number) => String(n).padStart(2, '0');
    return `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()} ${two(at.getHours())}:${two(at.getMinutes())}`;
  }

  compare(a: string, b: string): number {
    return this.collator.compare(a, b);
  }
}
