/** A text without accents and capitals, as the register compares them. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll('\u0111', 'd').normalize('NFD').replace(/\p{M}/gu, '');
}

/** Each word that is asked for begins one of these. */
function begins(asked: string, said: string): boolean {
  const words = said.split(/[^\p{L}\p{N}]+/u);
  return asked.split(/\s+/).every((word) => words.some((own) => own.startsWith(word)));
}

/**
 * How near what a record is called comes to what is asked for, 0 the nearest: it is
 * that, its words begin so as they are written, they do without accents, or the
 * letters stand somewhere within them.
 */
export function nearness(asked: string, names: readonly string[]): number {
  const [written, folded] = [asked.normalize('NFC').toLowerCase().trim(), fold(asked).trim()];
  const said = names.map((name) => name.normalize('NFC').toLowerCase());
  if (names.some((name) => fold(name) === folded)) return 0;
  if (begins(written, said.join(' '))) return 1;
  return begins(folded, fold(names.join(' '))) ? 2 : 3;
}
