import type { ComponentProps, MouseEvent } from 'react';
import { go } from './place';

/** A link to another of these pages, which are changed without loading anew. */
export function Link({ href, ...more }: ComponentProps<'a'> & { href: string }) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
  };
  return <a href={href} onClick={follow} {...more} />;
}
