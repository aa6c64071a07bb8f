import { useState } from 'react';
import { useAtlas } from '../useAtlas';
import { Form, useWork } from './Form';
import { newJob } from './job';
import { Photos } from './Photos';
import { useWorkTitle } from './useWorkTitle';

/** Photos of a work, without an inspection. */
export default function AddPhoto() {
  const { writer } = useAtlas();
  const work = useWork();
  const title = useWorkTitle(work);
  const [files, setFiles] = useState<readonly File[]>([]);
  const body = { asset_kind: work.kind, asset: work.id };
  return (
    <Form needed={files.length > 0 ? [] : [writer.text('photos')]} jobs={(actor) => [newJob({ actor, noun: 'photos', title, body }, files)]}>
      <p className="hint">{writer.text('aboutWork', { work: title })}</p>
      <Photos files={files} change={setFiles} />
      <p className="hint">{writer.text('photosKept')}</p>
    </Form>
  );
}
