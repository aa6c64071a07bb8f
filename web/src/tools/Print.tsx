import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useAtlas } from '../useAtlas';

/** Most letters of a print's title. */
const longest = 120;

/** Prints the map with a title, its legend, a scale, the day and the source. */
export default function Print() {
  const atlas = useAtlas();
  const { writer } = atlas;
  const [busy, setBusy] = useState(false);
  const print = async () => {
    setBusy(true);
    await atlas.printing.print();
    setBusy(false);
  };
  return (
    <>
      <p className="hint">{writer.text('printHint')}</p>
      <TextField className="field" value={atlas.printing.title} onChange={(title) => atlas.printing.entitle(title)} maxLength={longest}>
        <Label>{writer.text('printTitle')}</Label>
        <Input />
      </TextField>
      <p className="buttons">
        <Button className="primary" isDisabled={busy || !atlas.map} onPress={() => void print()}>
          {writer.text('printNow')}
        </Button>
      </p>
    </>
  );
}
