/** The days the page asks about, both included. */
export const firstDay = '1990-01-01';
export const lastDay = '2100-12-31';

/** Says whether the text is a day, as 2025-07-01, that the page asks about. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < firstDay || text > lastDay) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Reads a day as it is written here, 1/7/2025 or 01-07-2025, or as 2025-07-01; null when it is none. */
export function readDay(text: string): string | null {
  const trimmed = text.trim();
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed) ?? [];
  const iso = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : trimmed;
  return isDay(iso) ? iso : null;
}

/** Today's civil date where the reader is, as 2025-07-01. */
export function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The first year of the slider: the registers that provinces bring begin about then. */
const firstYear = 2005;

/** The years of the slider after the current one: what is planned. */
const yearsAhead = 4;

/** How many months the slider has. */
export const monthsShown = (new Date().getFullYear() + yearsAhead + 1 - firstYear) * 12;

/** The month of a day, counted from the slider's first. */
export function monthOf(day: string): number {
  return (Number(day.slice(0, 4)) - firstYear) * 12 + Number(day.slice(5, 7)) - 1;
}

/** A month's year and its number from 1. */
export function startOfMonths(month: number): [year: number, month: number] {
  return [firstYear + Math.floor(month / 12), (month % 12) + 1];
}
