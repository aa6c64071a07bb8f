import { expect, test } from 'vitest';
import { nearness } from './nearness';

test('a word that begins as asked comes before one that holds the letters', () => {
  expect(nearness('an hai', ['An Hải 3', 'V-003'])).toBeLessThan(nearness('an hai', ['Xuân Hải 1', 'V-001']));
  expect(nearness('hai an', ['An Hải 3'])).toBe(nearness('an hai', ['An Hải 3']));
});

test('accents count when they are typed', () => {
  expect(nearness('an hải', ['An Hải 3'])).toBeLessThan(nearness('an hải', ['An Hai 3']));
  expect(nearness('an hải'.normalize('NFD'), ['An Hải 3'])).toBe(nearness('an hải', ['An Hải 3']));
});

test('what is called just so is first, by its name or its code', () => {
  expect(nearness('dong hai', ['Đông Hải', 'X'])).toBe(0);
  expect(nearness('PY-0001', ['Trạm', 'PY-0001'])).toBe(0);
  expect(nearness('py-0001', ['Trạm', 'PY-00012'])).toBeGreaterThan(0);
});
