import type { ExpressionSpecification } from 'maplibre-gl';
import type { Catalog } from './catalog';
import type { Writer } from './format';
import { coloursOf, rampOf, verdictsOf, type Palette } from './palette';
import type { TextKey } from './text';

/** What the colours of sites may stand for. */
export const colourings = ['owner', 'permit', 'operator', 'tenants', 'technology', 'lifecycle', 'certificate'] as const;

export type ColouringID = (typeof colourings)[number];

/** What each is called. */
export const colouringTitles: Readonly<Record<ColouringID, TextKey>> = {
  owner: 'byOwner',
  permit: 'byPermit',
  operator: 'byOperator',
  tenants: 'byTenants',
  technology: 'byTechnology',
  lifecycle: 'byLifecycle',
  certificate: 'byCertificate',
};

/** The property of sites each goes by. */
export const toldOf = {
  owner: 'owner',
  permit: 'verdict',
  operator: 'operators',
  tenants: 'tenants',
  technology: 'technologies',
  lifecycle: 'status',
  certificate: 'certificate',
} as const satisfies Readonly<Record<ColouringID, string>>;

export type Told = (typeof toldOf)[ColouringID];

/**
 * What a property must be for a class, for the map to draw and the page to count
 * alike: equal to a value, a list parted by | that holds it, not less than a
 * number, or not told of a cluster.
 */
export type Condition = { of: Told; is: string } | { of: Told; holds: string } | { of: Told; least: number } | { of: Told; withheld: true };

/** Sites that have something in common, in the colour that says so. */
export interface Class {
  key: string;
  title: string;
  colour: string;
  /** All must be met; the first class whose are is the site's. */
  when: readonly Condition[];
}

/** Stands for what the reader is not told; no code is so. */
export const withheldKey = '?';

const technologies = ['5G', '4G', '3G', '2G'] as const;

/** What a colouring is made of. */
export interface Around {
  catalog: Catalog;
  palette: Palette;
  writer: Writer;
  /** What to call what the reader is not told. */
  withheld: string;
}

/** The classes of a colouring, of which the last takes what no other does. */
export function classesOf(id: ColouringID, { catalog, palette, writer, withheld }: Around): readonly Class[] {
  const { good, fair, bad, worst, unknown } = verdictsOf(palette);
  const hidden: Class = { key: withheldKey, title: withheld, colour: palette.otherOwner, when: [{ of: toldOf[id], withheld: true }] };
  const rest = (title: TextKey, colour = unknown): Class => ({ key: '', title: writer.text(title), colour, when: [] });
  const named = (key: string, title: TextKey, colour: string, ...when: Condition[]): Class => ({ key, title: writer.text(title), colour, when });
  const when = (of: Told, is: string): readonly Condition[] => [{ of, is }];
  switch (id) {
    case 'owner':
      return [
        ...[...catalog.colours(palette)].map(([owner, colour]) => ({ key: owner, title: catalog.organization(owner), colour, when: when('owner', owner) })),
        hidden,
        rest('otherOwner', palette.otherOwner),
      ];
    case 'permit':
      return [
        hidden,
        named('unlawful', 'verdictUnlawful', worst, { of: 'verdict', is: 'unlawful' }),
        named('lawful', 'verdictLawful', good, { of: 'verdict', is: 'lawful' }),
        rest('verdictUnknown'),
      ];
    case 'operator': {
      const operators = catalog.operators.slice(0, 7);
      const colours = [...coloursOf(operators, palette).values()];
      return [
        hidden,
        named('|', 'severalOperators', palette.trench, { of: 'operators', holds: '|' }),
        ...operators.map((code, i) => ({ key: code, title: catalog.organization(code), colour: colours[i]!, when: when('operators', code) })),
        rest('noOperator', palette.otherOwner),
      ];
    }
    case 'tenants': {
      const ramp = rampOf(palette);
      return [
        hidden,
        named('3', 'tenantsMany', good, { of: 'tenants', least: 3 }),
        named('2', 'tenantsTwo', ramp[3], { of: 'tenants', least: 2 }),
        named('1', 'tenantsOne', fair, { of: 'tenants', least: 1 }),
        named('0', 'tenantsNone', bad, { of: 'tenants', least: 0 }),
        rest('notKnown'),
      ];
    }
    case 'technology': {
      const colours = [worst, coloursOf(['a'], palette).get('a')!, good, fair];
      return [hidden, ...technologies.map((t, i): Class => ({ key: t, title: writer.text('upTo', { technology: t }), colour: colours[i]!, when: [{ of: 'technologies', holds: t }] })), rest('noTechnology')];
    }
    case 'lifecycle': {
      const colours = [coloursOf(['a'], palette).get('a')!, '#7aa5c9', fair, good, bad, palette.otherOwner, palette.otherOwner];
      return [hidden, ...catalog.list('status').map(({ code, title }, i) => ({ key: code, title: writer.of(title), colour: colours[i] ?? palette.otherOwner, when: when('status', code) })), rest('notKnown')];
    }
    case 'certificate':
      return [
        hidden,
        named('past', 'certificatePast', worst, { of: 'certificate', is: 'past' }),
        named('soon', 'certificateSoon', fair, { of: 'certificate', is: 'soon' }),
        named('valid', 'certificateValid', good, { of: 'certificate', is: 'valid' }),
        rest('certificateNone'),
      ];
  }
}

/** The class of a site by its properties. */
export function classOf(classes: readonly Class[], properties: Readonly<Record<string, unknown>>): Class {
  const meets = (c: Condition) => {
    const value = properties[c.of];
    if ('withheld' in c) return properties['cluster'] === true && value === undefined;
    if (value === undefined || value === null || value === '') return false;
    if ('is' in c) return value === c.is;
    if ('holds' in c) return String(value).includes(c.holds);
    return Number(value) >= c.least;
  };
  return classes.find(({ when }) => when.every(meets)) ?? classes.at(-1)!;
}

/** The colour of a site, or of the commonest of a cluster, for the map to find by its properties. */
export function colourExpression(classes: readonly Class[]): ExpressionSpecification | string {
  const text = (of: string) => ['to-string', ['coalesce', ['get', of], '']];
  const condition = (c: Condition) => {
    if ('withheld' in c) return ['all', ['has', 'cluster'], ['!', ['has', c.of]]];
    if ('is' in c) return ['==', ['get', c.of], c.is];
    if ('holds' in c) return ['in', c.holds, text(c.of)];
    return ['all', ['!=', text(c.of), ''], ['>=', ['to-number', ['get', c.of], -1], c.least]];
  };
  const cases = classes.slice(0, -1).flatMap(({ when, colour }) => [['all', ...when.map(condition)], colour]);
  const other = classes.at(-1)!.colour;
  return cases.length === 0 ? other : (['case', ...cases, other] as unknown as ExpressionSpecification);
}
