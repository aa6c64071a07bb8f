/** A photo that goes with a job. */
export interface JobPhoto {
  /** Its own key: a photo sent twice is one photo. */
  key: string;
  file: Blob;
  takenAt: string;
  /** Its record in the register, once that is there. */
  record: number | null;
  sent: boolean;
}

/** Where a job stands. */
export type JobState = 'waiting' | 'sending' | 'sent' | 'conflict' | 'refused';

/** The nouns that are written in the field. */
export type JobNoun = 'inspections' | 'violations' | 'field-reports' | 'photos';

/**
 * Something done in the field, from the moment it is kept on the device until the
 * register has it: a record to create, or to change, with its photos.
 */
export interface Job {
  /** The Idempotency-Key: a resend is the same request. */
  key: string;
  /** Who did it, by the name of the session. */
  actor: string;
  at: string;
  noun: JobNoun;
  /** What it is about, in words. */
  title: string;
  /** The record to change and its version, null to create one. */
  change: { id: number; version: number } | null;
  body: Readonly<Record<string, unknown>>;
  /** The job whose record this one is of, by the name of a field: a violation's inspection. */
  after: { key: string; field: string } | null;
  photos: JobPhoto[];
  state: JobState;
  /** The record, once the register has it. */
  record: number | null;
  /** Why it was refused, in the register's words. */
  problem: string | null;
  /** What the register has instead. */
  theirs: Readonly<Record<string, unknown>> | null;
}

/** Makes a job that waits. */
export function newJob(of: Pick<Job, 'actor' | 'noun' | 'title' | 'body'> & Partial<Pick<Job, 'change' | 'after'>>, files: readonly File[] = [], now = new Date()): Job {
  const key = crypto.randomUUID();
  const body = of.change ? of.body : { code: codeOf(of.noun, key), ...of.body };
  return {
    change: null,
    after: null,
    ...of,
    body,
    key,
    at: now.toISOString(),
    photos: files.map((file) => ({ key: crypto.randomUUID(), file, takenAt: new Date(file.lastModified || now).toISOString(), record: null, sent: false })),
    state: 'waiting',
    record: null,
    problem: null,
    theirs: null,
  };
}

const prefixes: Readonly<Record<JobNoun, string>> = { inspections: 'KT', violations: 'VP', 'field-reports': 'BC', photos: 'A' };

/** The record's own number, made where there is no network: no other device makes the same. */
export function codeOf(noun: JobNoun, key: string): string {
  return `${prefixes[noun]}-${key}`;
}

/** The field by which a photo names what it shows. */
export const photoField: Readonly<Record<JobNoun, string>> = { inspections: 'inspection', violations: 'violation', 'field-reports': 'field_report', photos: '' };
