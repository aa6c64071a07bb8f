import { useEffect, useState } from 'react';
import type { Writer } from '../format';
import { Icon } from '../legend';
import { useAtlas } from '../useAtlas';

/** Photos that go with a record. */
export function Photos({ files, change }: { files: readonly File[]; change: (files: readonly File[]) => void }) {
  return <PhotoField writer={useAtlas().writer} files={files} change={change} />;
}

/** Photos taken on the spot, or chosen. */
export function PhotoField({ writer, files, change }: { writer: Writer; files: readonly File[]; change: (files: readonly File[]) => void }) {
  return (
    <div className="field">
      <label className="plain take">
        <Icon of="camera" size={18} />
        {writer.text('takePhotos')}
        <input
          type="file"
          className="unseen"
          accept="image/jpeg,image/png"
          multiple
          onChange={(event) => {
            change([...files, ...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </label>
      {files.length > 0 && (
        <ul className="photos">
          {files.map((file, i) => (
            <Taken key={`${file.name}/${file.lastModified}/${i}`} writer={writer} file={file} n={i + 1} remove={() => change(files.filter((f) => f !== file))} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Taken({ writer, file, n, remove }: { writer: Writer; file: File; n: number; remove: () => void }) {
  const [url, setURL] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setURL(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <li>
      {url && <img src={url} alt={writer.text('photoN', { n: String(n) })} />}
      <button type="button" className="close" aria-label={writer.text('removePhoto', { n: String(n) })} onClick={remove}>
        <Icon of="close" size={12} />
      </button>
    </li>
  );
}
