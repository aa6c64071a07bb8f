import { Button } from 'react-aria-components';
import { Loading, Refused } from '../../filing/ask';
import { after, paged } from '../../filing/desk';
import { usePages } from '../../filing/pages';
import { Select } from '../controls/Select';
import { PageHeading } from '../heading';
import { useHouse } from '../house';
import { useQuery } from '../place';
import { useWords } from '../words';
import { PublishedTable, type Published } from './PublishedTable';

/** Every published result, the newest first. */
export default function PublishedPage() {
  const words = useWords();
  const { desk, indicators } = useHouse();
  const [query, change] = useQuery();
  const indicator = query['indicator'] ?? '';
  const { items, refusal, more, again } = usePages<Published>(
    async (cursor) => paged((await desk.client.GET('/api/v1/published', { params: { query: { ...(indicator && { indicator }), ...after(cursor), limit: 50 } as never } })).data),
    `${indicator}/${words.language}`,
  );
  return (
    <>
      <PageHeading title={words.w('publishedTitle')} hint={words.w('publishedHint')} />
      <div className="controls noprint">
        <Select label={words.w('indicator')} value={indicator} choose={(next) => change({ indicator: next })} options={[{ value: '', name: words.w('all') }, ...indicators.map((n) => ({ value: n.code, name: words.of(n.title) }))]} />
      </div>
      {refusal && <Refused refusal={refusal} again={again} />}
      {!items && !refusal && <Loading />}
      {items?.length === 0 && <p className="none">{words.w('nonePublished')}</p>}
      {items && items.length > 0 && <PublishedTable items={items} />}
      {more && <Button onPress={more}>{words.w('more')}</Button>}
    </>
  );
}
