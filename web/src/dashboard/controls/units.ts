import { useMemo } from 'react';
import { useAsked } from '../../filing/ask';
import type { Desk } from '../../filing/desk';
import { useHouse } from '../house';
import { readSplit } from '../indicator/ask';
import { useWords } from '../words';
import type { Options } from './Select';

/** A unit as lists have it. */
export interface UnitName {
  code: string;
  name: string;
  level: string;
}

const levels = ['province', 'district', 'commune'] as const;

/** Reads the names of the units that stood on a day: a count by unit has them all, without their shapes. */
export async function readUnits(desk: Desk, day: string): Promise<UnitName[]> {
  const splits = await Promise.all(levels.map((level) => readSplit(desk, 'MASTS', { as_of: day }, level)));
  return splits.flatMap(({ items }, i) => items.map(({ key, name }) => ({ code: key, name, level: levels[i]! })));
}

/** The units of a day to choose from: the whole register first, then by level. */
export function useUnitOptions(day: string): readonly Options[] {
  const words = useWords();
  const { desk } = useHouse();
  const units = useAsked(() => readUnits(desk, day), day).value;
  return useMemo(() => {
    const of = (level: string) =>
      (units ?? [])
        .filter((u) => u.level === level)
        .sort((a, b) => words.compare(a.name, b.name))
        .map(({ code, name }) => ({ value: code, name }));
    return [
      { value: '', name: words.w('wholeRegister') },
      { title: words.w('provinces'), of: of('province') },
      { title: words.w('districts'), of: of('district') },
      { title: words.w('communes'), of: of('commune') },
    ];
  }, [units, words]);
}
