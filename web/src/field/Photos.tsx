import { useEffect, useState } from 'react';
import { Icon } from '../legend';
import { useAtlas } from '../useAtlas';

/** Photos that go with a record: taken on the spot, or chosen. */
export function Photos({ files, change }: { files: readonly File[]; change: (files: readonly File[]) => void }) {
  const { writer } = useAtlas();
  return (
    <div className="field">
      <label className="plain take">
        <Icon of="feedback" size={18} />
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
            <Taken key={`${file.name}/${file.lastModified}/${i}`} file={file} n={i + 1} remove={() => change(files.filter((f) => f !== file))} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Taken({ file, n, remove }: { file: File; n: number; remove: () => void }) {
  const { writer } = useAtlas();
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
