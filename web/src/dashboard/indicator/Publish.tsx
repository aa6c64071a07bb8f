import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Refused, useAsked } from '../../filing/ask';
import { paged } from '../../filing/desk';
import { Ask, type Question } from '../../filing/Dialogs';
import { Link } from '../../filing/Link';
import { useTell } from '../../filing/Notice';
import { useHouse } from '../house';
import { PublishedTable } from '../published/PublishedTable';
import type { Query } from '../place';
import { useWords } from '../words';

/** The published results of an indicator; who may publishes this one. */
export function Publish({ code, question }: { code: string; question: Query }) {
  const words = useWords();
  const tell = useTell();
  const { desk, who } = useHouse();
  const [asking, ask] = useState<Question | null>(null);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const list = useAsked(async () => paged((await desk.client.GET('/api/v1/published', { params: { query: { indicator: code, limit: 20 } as never } })).data), `${code}/published`);
  const put = async (note: string) => {
    setRefusal(null);
    try {
      const { data } = await desk.client.POST('/api/v1/indicators/{code}/publish', { params: { path: { code }, query: { ...question, ...(note && { note }) } as never } });
      tell({ text: words.w('publishedNow', { id: String(data!.id) }) });
      list.again();
    } catch (error) {
      setRefusal(error as Error);
    }
  };
  return (
    <section className="publish" aria-labelledby="publish-title">
      <header className="heading">
        <div>
          <h2 id="publish-title">{words.w('published')}</h2>
          <p className="hint">{words.w('publishedHint')}</p>
        </div>
        {who.department && (
          <Button className="primary noprint" onPress={() => ask({ title: words.w('publish'), ask: words.w('publishAsk'), act: words.w('publish'), reason: 'optional', do: (note) => void put(note) })}>
            {words.w('publish')}
          </Button>
        )}
      </header>
      {refusal && <Refused refusal={refusal} />}
      {list.refusal && <Refused refusal={list.refusal} again={list.again} />}
      {list.value?.items.length === 0 && <p className="none">{words.w('nonePublished')}</p>}
      {list.value && list.value.items.length > 0 && <PublishedTable items={list.value.items} />}
      {list.value?.next !== null && list.value && <Link href="/numbers/published">{words.w('allPublished')}</Link>}
      <Ask question={asking} close={() => ask(null)} />
    </section>
  );
}
