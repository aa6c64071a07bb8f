import { existsSync, readdirSync, rmSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/** Empties dist but for README.txt, which keeps the directory in git. */
function emptyDist(): Plugin {
  const dist = new URL('dist/', import.meta.url);
  return {
    name: 'empty-dist',
    apply: 'build',
    buildStart() {
      if (!existsSync(dist)) return;
      for (const name of readdirSync(dist)) {
        if (name !== 'README.txt') rmSync(new URL(name, dist), { recursive: true });
      }
    },
  };
}

/**
 * Leaves out what React Aria says in the thirty-odd languages that are none of
 * ours; it says nothing in Vietnamese, and then falls back on English.
 */
function ariaInEnglish(): Plugin {
  return {
    name: 'aria-in-english',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /\/react-(aria|stately|aria-components)\/.*\/intl\/.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/ },
      handler: () => 'export default {};',
    },
  };
}

export default defineConfig({
  plugins: [emptyDist(), ariaInEnglish()],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    // Two pages, so that neither waits for what the other is made of: the map and the filings.
    rollupOptions: { input: ['index.html', 'filings.html'] },
    // The content security policy has no data: for fonts.
    assetsInlineLimit: 0,
    // MapLibre is one large piece, and all of it draws the first map.
    chunkSizeWarningLimit: 1200,
  },
  worker: { format: 'es' },
  server: {
    // `npm run dev` beside a running `hatangso serve`.
    proxy: Object.fromEntries(['/api', '/auth', '/sign-in', '/sign-out', '/set-password'].map((path) => [path, 'http://127.0.0.1:8080'])),
  },
});
