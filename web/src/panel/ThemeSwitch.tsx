import { Icon } from '../legend';
import type { Theme } from '../theme';
import { useAtlas } from '../useAtlas';
import type { TextKey } from '../text';

const next: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const names: Readonly<Record<Theme, TextKey>> = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' };

/** Goes round: as the system, light, dark. */
export function ThemeSwitch() {
  const { writer, scheme } = useAtlas();
  const label = `${writer.text('themeLabel')}: ${writer.text(names[scheme.theme])}`;
  return (
    <button type="button" className="theme" aria-label={label} title={label} onClick={() => scheme.choose(next[scheme.theme])}>
      <Icon of="theme" size={18} />
    </button>
  );
}
