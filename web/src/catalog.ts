import type { API } from './api';
import type { Answer, Schemas } from './client/types';
import type { Writer } from './format';
import type { Field } from './layers';
import { coloursOf, type Palette } from './palette';
import { labels, type Label, type Text } from './text';

/** Kinds of organizations that own sites. */
const owning = new Set(['operator', 'tower_company', 'other']);

/** Most organizations that one page of the API gives. */
const pageLimit = 1000;

/** What a record says, by field. Which fields a layer's records have, Layer knows. */
export type Properties = Readonly<Record<string, unknown>>;

/** What codes in records stand for: organizations and code lists. */
export class Catalog {
  private constructor(
    readonly organizations: readonly Schemas['Organization'][],
    private readonly codes: Answer<'/api/v1/codes'>,
  ) {}

  static readonly empty = new Catalog([], {});

  /** The code lists alone, for who needs no organizations. */
  static async codes(api: API): Promise<Catalog> {
    return new Catalog([], await api.get('/api/v1/codes', {}));
  }

  static async load(api: API): Promise<Catalog> {
    const [{ items }, codes] = await Promise.all([
      api.get('/api/v1/organizations', { query: { limit: pageLimit } }),
      api.get('/api/v1/codes', {}),
    ]);
    return new Catalog(items, codes);
  }

  /** Owners of sites in the register's order, with their colours. */
  colours(palette: Palette): ReadonlyMap<string, string> {
    return coloursOf(this.organizations.filter((o) => owning.has(o.kind) && !o.mvno).map((o) => o.code), palette);
  }

  /** The codes of operators with stations of their own. */
  get operators(): string[] {
    return this.organizations.filter((o) => o.kind === 'operator' && !o.mvno).map((o) => o.code);
  }

  /** The entries of a code list, in their order. */
  list(name: string): Answer<'/api/v1/codes'>[string] {
    return this.codes[name] ?? [];
  }

  organization(code: string): string {
    return this.organizations.find((o) => o.code === code)?.name ?? code;
  }

  private code(list: string, code: string): Text | undefined {
    return this.codes[list]?.find((entry) => entry.code === code)?.title;
  }

  /** What a code of a list is called, the code itself when the list lacks it. */
  title(list: string, code: string, writer: Writer): string {
    const title = this.code(list, code);
    return title ? writer.of(title) : code;
  }

  /** What a field is called. */
  name(field: Field, writer: Writer): string {
    const text = labels[field.label ?? (field.name as Label)];
    return writer.of(text);
  }

  /** A field's value in the reader's words, null when the record has none. */
  show(field: Field, record: Properties, writer: Writer): string | null {
    const value = record[field.name];
    if (value === null || value === undefined || value === '') return null;
    if (typeof value === 'boolean') return writer.text(value ? 'yes' : 'no');
    if (typeof value === 'number') return writer.measure(value, field.unit);
    const text = String(value);
    if (field.organization) return this.organization(text);
    const title = field.list && this.code(field.list, text);
    if (title) return writer.of(title);
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? writer.date(text) : text;
  }
}
