import createClient from 'openapi-fetch';
import type { paths } from '../client/schema';
import type { Answer, Schemas } from '../client/types';
import type { Session } from '../session';
import type { Language, Text } from '../text';
import { says, type RowClass, type State } from './text';

export type Filing = Schemas['Filing'];
export type FilingRow = Schemas['FilingRow'];
export type Choices = Schemas['FilingChoices'];
export type Finding = Schemas['Finding'];
export type FindingGroup = Schemas['FindingGroup'];
export type Receipt = Answer<'/api/v1/filings/{id}/receipt'>;
export type Codes = Answer<'/api/v1/codes'>;
export type Tenancy = Schemas['Tenancy'];

/** A page of a list; next is the cursor of the one after it, null on the last. */
export interface Page<T> {
  items: T[];
  next: number | null;
}

/** How a file was read, as internal/filing has it. */
export interface Found {
  format?: string;
  encoding?: string;
  guesses?: { Encoding: string; Confidence: number; Text: string }[];
  delimiter?: string;
  crs?: string;
  columns?: Column[];
  headless?: boolean;
  given?: Record<string, string>;
  ignored?: string[];
}

export interface Column {
  index: number;
  header: string;
  target?: string;
  candidates?: { target: string; score: number; reason: Text }[] | null;
  samples?: string[];
}

/** A rule as GET /api/v1/rules documents it. */
export interface Rule {
  id: string;
  tier: Finding['tier'];
  title: Text;
  clause: Text;
  nouns?: string[] | null;
  limits?: { name: string; title: Text; unit: string; default: number; value?: number }[] | null;
}

export interface Rules {
  version: number;
  items: Rule[];
}

/** What the register refused, and why: an RFC 9457 problem, or no answer at all (status 0). */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly status = 0,
    readonly faults: readonly Schemas['Fault'][] = [],
  ) {
    super(message);
  }

  /** Somebody else changed what was to be changed. */
  get stale(): boolean {
    return this.status === 412 || this.status === 409;
  }
}

const cursorOf = (next: string | null) => (next ? Number(new URLSearchParams(next.slice(next.indexOf('?'))).get('cursor')) : null);

/** Turns a page of the API, whose next is a path, into one whose next is a cursor. */
export function paged<T>(page: { items: T[]; next: string | null } | undefined): Page<T> {
  return { items: page?.items ?? [], next: cursorOf(page?.next ?? null) };
}

export const after = (cursor: number | null) => (cursor ? { cursor: String(cursor) } : {});

const mustMatch = (filing: { id: number; version: number }) => ({ 'If-Match': `"filing-${filing.id}-${filing.version}"` });

/** The filings of the register over HTTP, in one language. What goes wrong is thrown as a Refusal. */
export class Desk {
  readonly client;

  constructor(
    readonly language: Language,
    private readonly origin = location.origin,
  ) {
    this.client = createClient<paths>({ baseUrl: origin, fetch: (request) => this.send(request) });
  }

  async session(): Promise<Session> {
    return (await this.client.GET('/api/v1/session')).data!;
  }

  /** The names of organizations by their codes. */
  async organizations(): Promise<Map<string, string>> {
    const { data } = await this.client.GET('/api/v1/organizations', { params: { query: { limit: 1000 } } });
    return new Map(data!.items.map((o) => [o.code, o.name]));
  }

  async codes(): Promise<Codes> {
    return (await this.client.GET('/api/v1/codes')).data!;
  }

  async filings(query: { noun?: string; state?: State }, cursor: number | null): Promise<Page<Filing>> {
    const asked = { ...query, ...after(cursor), limit: 50 } as never;
    return paged((await this.client.GET('/api/v1/filings', { params: { query: asked } })).data);
  }

  async filing(id: number): Promise<Filing> {
    return (await this.client.GET('/api/v1/filings/{id}', { params: { path: { id } } })).data!;
  }

  async begin(order: Schemas['FilingOrder']): Promise<Filing> {
    return (await this.client.POST('/api/v1/filings', { body: order })).data!;
  }

  async revise(f: Filing, order: Schemas['FilingOrder']): Promise<Filing> {
    return (await this.client.POST('/api/v1/filings/{id}/revisions', { params: { path: { id: f.id } }, headers: mustMatch(f), body: order })).data!;
  }

  /** Sends a part of a file, and gives the filing with what is there by then. */
  async append(id: number, start: number, part: Blob, signal: AbortSignal | null = null): Promise<Filing> {
    const request = new Request(`${this.origin}/api/v1/filings/${id}/file?start=${start}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: part,
      signal,
    });
    return (await (await this.send(request)).json()) as Filing;
  }

  async choose(f: Filing, choices: Choices): Promise<Filing> {
    return (await this.client.PATCH('/api/v1/filings/{id}', { params: { path: { id: f.id } }, headers: mustMatch(f), body: { choices } as never })).data!;
  }

  async rows(id: number, rowClass: RowClass | null, cursor: number | null, limit: number): Promise<Page<FilingRow>> {
    const query = { ...(rowClass ? { class: rowClass } : {}), ...after(cursor), limit } as never;
    return paged((await this.client.GET('/api/v1/filings/{id}/rows', { params: { path: { id }, query } })).data);
  }

  async missing(id: number, cursor: number | null): Promise<Page<Schemas['MissingRecord']>> {
    const query = { ...after(cursor), limit: 100 } as never;
    return paged((await this.client.GET('/api/v1/filings/{id}/missing', { params: { path: { id }, query } })).data);
  }

  async groups(id: number): Promise<FindingGroup[]> {
    return (await this.client.GET('/api/v1/filings/{id}/finding-groups', { params: { path: { id } } })).data!.items;
  }

  async findings(id: number, which: { rule?: string; row?: number }, cursor: number | null, limit = 100): Promise<Page<Finding>> {
    const query = { ...which, ...after(cursor), limit } as never;
    return paged((await this.client.GET('/api/v1/filings/{id}/findings', { params: { path: { id }, query } })).data);
  }

  async edit(f: Filing, edits: Schemas['CellEdit'][]): Promise<Filing> {
    return (await this.client.POST('/api/v1/filings/{id}/edits', { params: { path: { id: f.id } }, headers: mustMatch(f), body: { edits } })).data!;
  }

  async verify(f: Filing, which: { no: number } | { rule: string; column?: string }, reason: string): Promise<Filing> {
    const body = { ...which, reason } as never;
    return (await this.client.POST('/api/v1/filings/{id}/verifications', { params: { path: { id: f.id } }, headers: mustMatch(f), body })).data!;
  }

  async sign(f: Filing): Promise<Filing> {
    return (await this.client.POST('/api/v1/filings/{id}/sign', { params: { path: { id: f.id } }, headers: mustMatch(f) })).data!;
  }

  async withdraw(f: Filing): Promise<Filing> {
    return (await this.client.POST('/api/v1/filings/{id}/withdraw', { params: { path: { id: f.id } }, headers: mustMatch(f) })).data!;
  }

  async receipt(id: number): Promise<Receipt> {
    return (await this.client.GET('/api/v1/filings/{id}/receipt', { params: { path: { id } } })).data!;
  }

  async returnRows(f: Filing, rows: number[], returned: boolean, reason: string): Promise<Filing> {
    const params = { path: { id: f.id } };
    return (await this.client.POST('/api/v1/filings/{id}/row-decisions', { params, headers: mustMatch(f), body: { rows, returned, reason } })).data!;
  }

  async accept(f: Filing, reason: string): Promise<Filing> {
    return (await this.client.POST('/api/v1/filings/{id}/accept', { params: { path: { id: f.id } }, headers: mustMatch(f), body: { reason } })).data!;
  }

  async returnWhole(f: Filing, reason: string): Promise<Filing> {
    return (await this.client.POST('/api/v1/filings/{id}/return', { params: { path: { id: f.id } }, headers: mustMatch(f), body: { reason } })).data!;
  }

  /** Reads the tenancies that wait for the word of who asks. */
  async awaiting(cursor: number | null): Promise<Page<Tenancy>> {
    const query = { awaiting: true, ...after(cursor), limit: 1000 } as never;
    return paged((await this.client.GET('/api/v1/tenancies', { params: { query } })).data);
  }

  /** Says one side's word on a tenancy. */
  async say(t: Tenancy, side: 'owner_says' | 'tenant_says', word: 'unconfirmed' | 'confirmed' | 'disputed'): Promise<Tenancy> {
    const headers = { 'If-Match': `"tenancy-${t.id}-${t.version}"` };
    return (await this.client.PATCH('/api/v1/tenancies/{id}', { params: { path: { id: t.id } } as never, headers, body: { [side]: word } as never })).data as Tenancy;
  }

  /** Reads what of a work every kind has; null for one the reader may not see. */
  async work(path: string, id: number): Promise<{ code: string | null; owner: string | null; commune?: string | null } | null> {
    try {
      const answer = await this.send(new Request(`${this.origin}/api/v1/${path}/${id}`));
      return (await answer.json()) as { code: string | null; owner: string | null; commune?: string | null };
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) return null;
      throw error;
    }
  }

  /** The rules filings are held against; null where the server does not publish them. */
  async rules(): Promise<Rules | null> {
    try {
      return (await (await this.send(new Request(`${this.origin}/api/v1/rules`))).json()) as Rules;
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) return null;
      throw error;
    }
  }

  /** Sends a request in the reader's language; gives only answers that went well. */
  private async send(request: Request): Promise<Response> {
    request.headers.set('Accept-Language', this.language);
    let response: Response;
    try {
      response = await fetch(request);
    } catch (error) {
      if (request.signal.aborted) throw error;
      throw new Refusal(says.unreachable[this.language]);
    }
    if (response.ok) return response;
    const problem = (await response.json().catch(() => null)) as Partial<Schemas['Problem']> | null;
    const message = problem?.detail ?? problem?.title ?? says.unexpected[this.language].replace('{status}', String(response.status));
    throw new Refusal(message, response.status, problem?.faults ?? []);
  }
}
