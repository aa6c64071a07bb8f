import { useState } from 'react';
import type { Writer } from '../format';
import { Icon } from '../legend';
import type { TextKey } from '../text';
import type { Scheme, Theme } from '../theme';
import { useAtlas } from '../useAtlas';

const next: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const names: Readonly<Record<Theme, TextKey>> = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' };

/** The switch of the map's page. */
export function ThemeSwitch() {
  const { writer, scheme } = useAtlas();
  return <ThemeButton writer={writer} scheme={scheme} />;
}

/** Goes round: as the system, light, dark. */
export function ThemeButton({ writer, scheme }: { writer: Writer; scheme: Scheme }) {
  const [theme, setTheme] = useState(scheme.theme);
  const label = `${writer.text('themeLabel')}: ${writer.text(names[theme])}`;
  const choose = () => {
    scheme.choose(next[theme]);
    setTheme(scheme.theme);
  };
  return (
    <button type="button" className="theme" aria-label={label} title={label} onClick={choose}>
      <Icon of="theme" size={18} />
    </button>
  );
}
