import { Problem, type API } from '../api';
import { photoField, type Job } from './job';

/** What a write gives back, as far as a job needs it. */
interface Written {
  id: number;
}

/** A record that is in the register already, or was changed there meanwhile. */
type Theirs = Readonly<Record<string, unknown>> & { id: number; version: number };

/** How a job fared: it stays waiting when there is no network or nobody is signed in. */
export type Outcome = 'sent' | 'waiting' | 'stranger' | 'conflict' | 'refused';

/** The version of a record, as If-Match has it. */
const etag = (noun: string, { id, version }: { id: number; version: number }) => `"${noun}-${id}-${version}"`;

/**
 * Sends a job from where it stopped, keeping every step: the record, then each
 * photo's record and its file. Each request has a key of its own, so that one whose
 * answer was lost can be sent again and is one.
 */
export async function send(api: API, job: Job, parent: Job | null, keep: (job: Job) => Promise<void>): Promise<Outcome> {
  try {
    if (job.record === null) {
      const body = job.after && parent?.record ? { ...job.body, [job.after.field]: parent.record } : job.body;
      const { id } = job.change ? await change(api, job) : await create(api, job, body);
      job.record = id;
      await keep(job);
    }
    for (const photo of job.photos) {
      if (photo.sent) continue;
      if (photo.record === null) {
        const of = job.noun === 'photos' ? job.body : { [photoField[job.noun]]: job.record };
        const body = { ...of, code: `A-${photo.key}`, taken_at: photo.takenAt };
        photo.record = (await api.write<Written>('POST', '/api/v1/photos', body, { 'Idempotency-Key': photo.key })).id;
        await keep(job);
      }
      await api.write('PUT', `/api/v1/photos/${photo.record}/file`, photo.file);
      photo.sent = true;
      await keep(job);
    }
    return 'sent';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.status === 0 || error.status === 429 || error.status >= 500) return 'waiting';
    if (error.status === 401) return 'stranger';
    job.problem = error.message;
    if (error.status === 409 || error.status === 412) {
      job.theirs = await theirsOf(api, job, error);
      if (job.theirs && same(job.body, job.theirs)) {
        // an earlier try got there, and its answer was lost
        job.record = Number(job.theirs['id']);
        job.theirs = job.problem = null;
        return send(api, job, parent, keep);
      }
      if (job.theirs) return 'conflict';
    }
    return 'refused';
  }
}

async function create(api: API, job: Job, body: Readonly<Record<string, unknown>>): Promise<Written> {
  // photos alone have no record of their own besides those of the files
  if (job.noun === 'photos') return { id: 0 };
  return api.write<Written>('POST', `/api/v1/${job.noun}`, body, { 'Idempotency-Key': job.key });
}

function change(api: API, job: Job): Promise<Written> {
  return api.write<Written>('PATCH', `/api/v1/${job.noun}/${job.change!.id}`, job.body, { 'If-Match': etag(nounOf[job.noun], job.change!) });
}

/** The nouns as their ETags name them. */
const nounOf = { inspections: 'inspection', violations: 'violation', 'field-reports': 'field_report', photos: 'photo' } as const;

/** What the register has: the current version of a record that was changed, or the record with the code of the one to create. */
async function theirsOf(api: API, job: Job, { body }: Problem): Promise<Theirs | null> {
  const current = body?.['current'];
  if (current && typeof current === 'object') return current as Theirs;
  if (job.change) return api.read<Theirs>(`/api/v1/${job.noun}/${job.change.id}`).catch(() => null);
  const code = String(job.body['code'] ?? '');
  const found = await api.read<{ items: Theirs[] }>(`/api/v1/${job.noun}?q=${encodeURIComponent(code)}&limit=5`).catch(() => null);
  return found?.items.find((item) => item['code'] === code) ?? null;
}

/** Says whether the register has all that a body says. */
function same(body: Readonly<Record<string, unknown>>, theirs: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(body).every(([name, value]) => equal(value, theirs[name]));
}

function equal(a: unknown, b: unknown): boolean {
  if (a === null || a === undefined || a === '') return b === null || b === undefined || b === '';
  if (typeof a === 'string' && typeof b === 'string' && a !== b) return Date.parse(a) === Date.parse(b);
  if (typeof a !== 'object' || typeof b !== 'object' || b === null) return a === b;
  return Object.entries(a as object).every(([name, value]) => equal(value, (b as Readonly<Record<string, unknown>>)[name]));
}
