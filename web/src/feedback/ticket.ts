import type { API } from '../api';
import type { Schemas } from '../client/types';

/** What the public sees of a report (phản ánh). */
export type FeedbackTicket = Schemas['FeedbackStatus'];

/** Most pictures that go with a report. */
export const mostPhotos = 3;

/** Largest picture the register takes, in bytes. */
const mostBytes = 12 * 2 ** 20;

/** The address of a ticket's page. */
export const pageOf = (code: string) => `/feedback/${encodeURIComponent(code)}`;

/** The pictures that may be sent: of a kind and size the register takes, and no more than it does. */
export function acceptable(files: readonly File[]): readonly File[] {
  return files.filter(({ type, size }) => /^image\/(jpeg|png)$/.test(type) && size <= mostBytes).slice(0, mostPhotos);
}

/** Sends a report. */
export function sendReport(api: API, body: Schemas['FeedbackOrder']): Promise<Schemas['FeedbackReceipt']> {
  return api.write('POST', '/api/v1/feedback', body);
}

/** Sends the pictures of a report that is there, each by its number from 1; gives those that did not arrive, null for those that did. */
export async function sendPhotos(api: API, code: string, files: readonly (File | null)[]): Promise<readonly (File | null)[]> {
  const left: (File | null)[] = [];
  for (const [i, file] of files.entries()) {
    const sent = file && api.write('PUT', `/api/v1/feedback-photos/${encodeURIComponent(code)}/${i + 1}`, file);
    left.push(await Promise.resolve(sent).then(() => null, () => file));
  }
  return left;
}
