import { lazy, type ComponentType } from 'react';
import type { Atlas } from '../atlas';
import type { Icon } from '../legend';
import type { TextKey } from '../text';

/** What opens beside the map, loaded when it is first wanted. */
export interface Tool {
  /** Its name in links. */
  id: string;
  title: TextKey;
  icon: Parameters<typeof Icon>[0]['of'];
  Content: ComponentType;
  /** Who may use it; everybody without. */
  may?: (atlas: Atlas) => boolean;
}

const tools: readonly Tool[] = [
  { id: 'table', title: 'table', icon: 'table', Content: lazy(() => import('../tools/Table')) },
  { id: 'measure', title: 'measure', icon: 'measure', Content: lazy(() => import('../tools/Measure')) },
  { id: 'export', title: 'exportTool', icon: 'export', Content: lazy(() => import('../tools/Export')) },
  { id: 'print', title: 'print', icon: 'print', Content: lazy(() => import('../tools/Print')) },
];

/** The tools a reader may use. */
export function toolsFor(atlas: Atlas): readonly Tool[] {
  return tools.filter(({ may }) => !may || may(atlas));
}
