import type { Feature } from 'geojson';
import { fill } from './format';
import { texts, type Language, type Text } from './text';

export type Parameters = Readonly<Record<string, string | number>>;

/** Why the register did not answer: an RFC 9457 problem, or no answer at all. */
export class Problem extends Error {
  constructor(
    message: string,
    readonly requestID: string | null = null,
  ) {
    super(message);
  }
}

export interface Organization {
  code: string;
  name: string;
  kind: string;
  mvno: boolean;
}

export interface Sharing {
  numerator: number;
  denominator: number;
  ratio: number | null;
}

export interface Summary {
  villages: number;
  covered: number;
  ratio: number | null;
}

export interface Coverage {
  published: Summary;
  computed: Summary;
}

export interface Code {
  code: string;
  title: Text;
}

export type Codes = Readonly<Record<string, readonly Code[]>>;
export type Properties = Readonly<Record<string, unknown>>;

/** Features of an export; capped when there were more than asked for. */
export interface Page {
  features: Feature[];
  capped: boolean;
}

/** The register's HTTP API, asked in one language. */
export class API {
  constructor(public language: Language) {}

  async get<T>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<T> {
    const response = await this.request(path, parameters, signal);
    return (await response.json()) as T;
  }

  /**
   * Reads an export a feature a line, and stops the server after limit of them:
   * what comes never grows past what the page can hold.
   */
  async features(noun: string, parameters: Parameters, limit: number, signal: AbortSignal): Promise<Page> {
    const response = await this.request(`export/${noun}.ndjson`, parameters, signal);
    const features: Feature[] = [];
    if (!response.body) return { features, capped: false };
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
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
        features.push(JSON.parse(line) as Feature);
      }
      if (done) return { features, capped: false };
    }
  }

  private async request(path: string, parameters: Parameters, signal?: AbortSignal): Promise<Response> {
    const query = new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
    const url = `/api/v1/${path}${query.size > 0 ? `?${query}` : ''}`;
    let response: Response;
    try {
      response = await fetch(url, { headers: { 'Accept-Language': this.language }, signal: signal ?? null });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new Problem(texts.unreachable[this.language]);
    }
    if (response.ok) return response;
    const problem = (await response.json().catch(() => null)) as { title?: string; detail?: string; request_id?: string } | null;
    const message = problem?.detail ?? problem?.title;
    throw new Problem(
      message ?? fill(texts.unexpected[this.language], { status: String(response.status) }),
      problem?.request_id ?? null,
    );
  }
}
