import { Button, DropZone, FileTrigger, isFileDropItem } from 'react-aria-components';
import { useSay } from './say';
import { maxFileBytes } from './upload';

/** What files are offered first; any other may be chosen all the same. */
const kinds = ['.xlsx', '.xlsm', '.xls', '.csv', '.txt', '.tsv', '.geojson', '.json', '.gpkg', '.zip', '.kml', '.kmz', '.fgb'];

interface Props {
  file: File | null;
  choose: (file: File) => void;
  label?: string;
  /** What else than filings' files is offered first, what is said of it, and how large it may be. */
  offered?: { kinds: string[]; hint: string; maxBytes: number };
}

/** A place to drop a file on, or to choose it from. */
export function FileDrop({ file, choose, label, offered }: Props) {
  const say = useSay();
  const wrong = file && (file.size > (offered?.maxBytes ?? maxFileBytes) ? say.t('tooLarge') : file.size === 0 ? say.t('emptyFile') : null);
  return (
    <DropZone
      className={file ? 'drop chosen' : 'drop'}
      aria-label={label ?? say.t('file')}
      onDrop={(event) => {
        const dropped = event.items.find(isFileDropItem);
        void dropped?.getFile().then(choose);
      }}
    >
      {file ? (
        <p className="file">
          <strong>{file.name}</strong> <span>{say.bytes(file.size)}</span>
        </p>
      ) : (
        <p>{say.t('dropFile')}</p>
      )}
      <FileTrigger acceptedFileTypes={offered?.kinds ?? kinds} onSelect={(list) => list?.[0] && choose(list[0])}>
        <Button>{file ? say.t('changeFile') : (label ?? say.t('chooseFile'))}</Button>
      </FileTrigger>
      {wrong ? (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      ) : (
        !file && <p className="hint">{offered?.hint ?? say.t('fileKinds')}</p>
      )}
    </DropZone>
  );
}

/** Whether a file can be filed at all. */
export const fits = (file: File | null): file is File => file !== null && file.size > 0 && file.size <= maxFileBytes;
