/** What the public sees of a report (phản ánh). */
export interface FeedbackTicket {
  code: string;
  kind: string;
  state: string;
  agency: string | null;
  due_on: string | null;
  answer: string | null;
  received_at: string;
}

/** The address of a ticket's page. */
export const pageOf = (code: string) => `/feedback/${encodeURIComponent(code)}`;
