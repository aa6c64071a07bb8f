import { Label, ProgressBar } from 'react-aria-components';

/** How far something has come; without a part it is not known how far. */
export function Bar({ label, part }: { label: string; part?: number | undefined }) {
  const known = part !== undefined;
  return (
    <ProgressBar className={known ? 'bar' : 'bar unknown'} isIndeterminate={!known} value={known ? part * 100 : 0}>
      <Label>{label}</Label>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className="done" width={known ? part * 100 : 30} height="4" />
      </svg>
    </ProgressBar>
  );
}
