import { lazy, type ComponentType } from 'react';
import type { Atlas } from '../atlas';
import type { Icon } from '../legend';
import type { TextKey } from '../text';

/** What opens beside the map, loaded when it is first wanted. */
export interface Tool {
  /** Its name in links. */
  id: string;
  title: TextKey;
  /** What its button says, where the title is long. */
  short?: TextKey;
  icon: Parameters<typeof Icon>[0]['of'];
  Content: ComponentType;
  /** It opens from a card or another place, not from the row of tools. */
  unlisted?: true;
  /** Who may use it; everybody without. */
  may?: (atlas: Atlas) => boolean;
}

const tools: readonly Tool[] = [
  { id: 'table', title: 'table', icon: 'table', Content: lazy(() => import('../tools/Table')) },
  { id: 'measure', title: 'measure', icon: 'measure', Content: lazy(() => import('../tools/Measure')) },
  { id: 'export', title: 'exportTool', icon: 'export', Content: lazy(() => import('../tools/Export')) },
  { id: 'print', title: 'print', icon: 'print', Content: lazy(() => import('../tools/Print')) },
  { id: 'plan', title: 'planTitle', short: 'planTool', icon: 'plan', Content: lazy(() => import('../plan/Plan')), may: (atlas) => atlas.session?.signed_in === true },
  { id: 'zones', title: 'zonesTitle', short: 'zonesTool', icon: 'zones', Content: lazy(() => import('../zones/Zones')) },
  { id: 'report', title: 'reportTitle', short: 'reportTool', icon: 'report', Content: lazy(() => import('../field/Report')), may: inField },
  { id: 'queue', title: 'queueTitle', short: 'queueTool', icon: 'queue', Content: lazy(() => import('../field/QueueView')), may: (atlas) => inField(atlas) || atlas.queue.jobs.length > 0 },
  { id: 'inspect', title: 'inspectTitle', icon: 'report', Content: lazy(() => import('../field/Inspect')), unlisted: true },
  { id: 'violation', title: 'violationTitle', icon: 'report', Content: lazy(() => import('../field/Violation')), unlisted: true },
  { id: 'remedy', title: 'remedyTitle', icon: 'report', Content: lazy(() => import('../field/Remedy')), unlisted: true },
  { id: 'photo', title: 'photoTitle', icon: 'report', Content: lazy(() => import('../field/AddPhoto')), unlisted: true },
];

/** The roles that inspect. */
const inspecting = new Set<string>(['local', 'officer', 'admin']);

/** Who inspects, where the register has something to inspect by. */
function inField({ session, catalog }: Atlas): boolean {
  return catalog.list('checklist').length > 0 && !!session?.signed_in && session.roles.some((role) => inspecting.has(role));
}

/** The tools a reader may use. */
export function toolsFor(atlas: Atlas): readonly Tool[] {
  return tools.filter(({ may }) => !may || may(atlas));
}
