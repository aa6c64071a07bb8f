import { signInLink } from './account';
import { Problem } from './api';
import { h } from './dom';
import type { Writer } from './format';

/** What stands over the map when there is something to say instead of to see. */
export function problemNotice(problem: Problem, writer: Writer, retry: () => void): HTMLElement {
  return h(
    'div',
    { class: 'notice problem', role: 'alert' },
    h('p', {}, problem.message),
    problem.requestID && h('p', { class: 'hint' }, writer.text('requestID', { id: problem.requestID })),
    h('button', { type: 'button', onclick: retry }, writer.text('retry')),
  );
}

/** Who asks is not known, or no longer: the way in, and past it where something is public. */
export function signInNotice(writer: Writer, ended: boolean, goOn: () => void): HTMLElement {
  return h(
    'div',
    { class: 'notice', role: 'alert' },
    h('h2', {}, writer.text(ended ? 'sessionEnded' : 'mustSignIn')),
    h('p', {}, writer.text(ended ? 'sessionEndedHint' : 'mustSignInHint')),
    h(
      'p',
      { class: 'actions' },
      signInLink(writer, writer.text('signIn'), 'main'),
      h('button', { type: 'button', onclick: goOn }, writer.text(ended ? 'goOnAsPublic' : 'retry')),
    ),
  );
}

/** An empty register, and how to fill it. */
export function emptyNotice(writer: Writer): HTMLElement {
  return h(
    'div',
    { class: 'notice', role: 'status' },
    h('h2', {}, writer.text('emptyTitle')),
    h('p', {}, writer.text('emptyDemo')),
    h('pre', {}, h('code', {}, 'hatangso demo')),
    h('p', {}, writer.text('emptyImport')),
    h('pre', {}, h('code', {}, 'hatangso import units units.geojson\nhatangso import sites sites.csv')),
  );
}

/** A day before anything was. */
export function emptyDayNotice(writer: Writer, date: string, today: () => void): HTMLElement {
  return h(
    'div',
    { class: 'notice', role: 'status' },
    h('h2', {}, writer.text('emptyDay')),
    h('p', {}, writer.text('emptyDayHint', { date: writer.date(date) })),
    h('button', { type: 'button', onclick: today }, writer.text('today')),
  );
}
