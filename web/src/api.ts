import createClient from 'openapi-fetch';
import type { paths } from './client/schema';
import type { Answer, ExportQuery, FeatureOf, Path, PlacedNoun, Question, Schemas } from './client/types';
import { fill } from './format';
import { texts, type Language } from './text';

/** Why the register did not answer: an RFC 9457 problem, or no answer at all. */
export class Problem extends Error {
  constructor(
    message: string,
    readonly requestID: string | null = null,
    /** The HTTP status, 0 without an answer. */
    readonly status = 0,
    /** The problem as it came, with what it has besides. */
    readonly body: Readonly<Record<string, unknown>> | null = null,
  ) {
    super(message);
  }
}

/** Most faults that a message tells. */
const mostFaults = 3;

/** Features of an export; capped when there were more than asked for. */
export interface Page<N extends PlacedNoun = PlacedNoun> {
  features: FeatureOf<N>[];
  capped: boolean;
}

/**
 * The register's HTTP API, asked in one language. What can be asked and what is
 * answered are those of its document; what goes wrong is thrown as a Problem.
 */
export class API {
  private readonly client;
  /** Called when the register does not know who asks, and will not answer strangers. */
  onStranger: () => void = () => {};
  /** Called when the register has taken something. */
  onWritten: () => void = () => {};

  constructor(
    public language: Language,
    private readonly origin = location.origin,
  ) {
    this.client = createClient<paths>({ baseUrl: origin, fetch: (request) => this.send(request) });
  }

  /** Reads one path. */
  async get<P extends Path>(path: P, question: Question<P>, signal: AbortSignal | null = null): Promise<Answer<P>> {
    // Question and Answer are of this path, which the compiler cannot see while the path is open.
    const { data } = await this.client.GET(path, { params: question, signal } as never);
    return data as Answer<P>;
  }

  /** Reads a path whose answer the caller knows. */
  async read<T>(path: string, signal: AbortSignal | null = null): Promise<T> {
    return (await this.send(new Request(this.origin + path, { signal }))).json() as Promise<T>;
  }

  /** Sends a body to a path that answers with a file. */
  async file(method: 'POST', path: string, body: unknown): Promise<Blob> {
    return (await this.carry(method, path, body, {})).blob();
  }

  /** Writes a body to a path; what comes back is read as T. */
  async write<T>(method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<T> {
    const response = await this.carry(method, path, body, headers);
    this.onWritten();
    return (response.status === 204 ? null : await response.json()) as T;
  }

  /** Asks a path a question that is as long as a body; nothing is written by it. */
  async ask<T>(path: string, question: unknown): Promise<T> {
    return (await this.carry('POST', path, question, {})).json() as Promise<T>;
  }

  private carry(method: string, path: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<Response> {
    const [content, type] = body instanceof Blob ? [body, body.type] : [JSON.stringify(body), 'application/json'];
    return this.send(new Request(this.origin + path, { method, body: content, headers: { 'Content-Type': type, ...headers } }));
  }

  /**
   * Reads an export a feature a line, and stops the server after limit of them:
   * what comes never grows past what the page can hold.
   */
  features<N extends PlacedNoun>(noun: N, query: ExportQuery, limit: number, signal: AbortSignal): Promise<Page<N>> {
    return this.lines<FeatureOf<N>>(`${noun}.ndjson`, query, limit, signal);
  }

  /** Reads an export of any noun so, whose lines the caller knows. */
  async lines<T>(file: `${string}.ndjson`, query: ExportQuery, limit: number, signal: AbortSignal): Promise<{ features: T[]; capped: boolean }> {
    const params = { path: { file: file as 'sites.ndjson' }, query };
    const { data: body } = await this.client.GET('/api/v1/export/{file}', { params, parseAs: 'stream', signal });
    const features: T[] = [];
    if (!body) return { features, capped: false };
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      const lines = (rest + (value ?? '')).split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      for (const line of lines) {
        if (line.trim() === '') continue;
        if (features.length === limit) {
          await reader.cancel();
          return { features, capped: true };
        }
        features.push(JSON.parse(line) as T);
      }
      if (done) return { features, capped: false };
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
      throw new Problem(texts.unreachable[this.language]);
    }
    if (response.ok) return response;
    const refusal = await this.problem(response.status, response);
    if (response.status === 401) this.onStranger();
    throw refusal;
  }

  /** Why something was refused, by what came instead; 0 without an answer. */
  async problem(status: number, body: Pick<Body, 'text'> | null): Promise<Problem> {
    if (status === 0) return new Problem(texts.unreachable[this.language]);
    const text = (await body?.text().catch(() => '')) ?? '';
    let problem: Partial<Schemas['Problem']> | null = null;
    try {
      problem = JSON.parse(text) as Partial<Schemas['Problem']> | null;
    } catch {
      // a proxy's page, perhaps
    }
    // what is wrong with what was sent, and how to mend it, in the reader's language
    const faults = (problem?.faults ?? []).slice(0, mostFaults).flatMap(({ message, mend }) => [message[this.language], mend[this.language]]);
    const message = faults.filter(Boolean).join(' ') || problem?.detail || problem?.title || fill(texts.unexpected[this.language], { status: String(status) });
    return new Problem(message, problem?.request_id ?? null, status, problem as Readonly<Record<string, unknown>> | null);
  }
}

/** What went wrong, whatever it was, as a problem to show. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(String(error));
}
