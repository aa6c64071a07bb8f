import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
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

/** The files the map is made of are named in its service worker, which keeps them for when there is no network. */
function shell(): Plugin {
  return {
    name: 'shell',
    apply: 'build',
    generateBundle(_, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') return;
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      // what the map is made of; the other pages need a network
      const needed = new Set<string>();
      const need = (name: string) => {
        const chunk = chunks.find((c) => c.fileName === name);
        if (needed.has(name) || !chunk) return;
        for (const style of [name, ...(chunk.viteMetadata?.importedCss ?? [])]) needed.add(style);
        for (const next of [...chunk.imports, ...chunk.dynamicImports]) need(next);
      };
      need(chunks.find((c) => c.isEntry && c.name === 'index')?.fileName ?? '');
      // fonts and the worker are no chunks; the letters beyond Vietnamese and English wait for theirs
      const files = Object.values(bundle)
        .filter((file) => file.fileName.startsWith('assets/') && (needed.has(file.fileName) || (file.type === 'asset' && !/\.css$|latin-ext/.test(file.fileName))))
        .map((file) => file.fileName)
        .map((name) => `/${name}`)
        .sort();
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 16);
      worker.code = worker.code.replaceAll('__SHELL_VERSION__', JSON.stringify(version)).replaceAll('__SHELL__', JSON.stringify(files));
    },
  };
}

/**
 * Has the map's page ask at once for what its program asks for in turn: the page's
 * own parts, then what draws the map, and the letters names are written with.
 */
function early(): Plugin {
  return {
    name: 'early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(page, { bundle = {}, filename }) {
        if (!filename.endsWith('/index.html')) return;
        const files = Object.values(bundle);
        const wanted = new Set<string>();
        const want = (name: string) => {
          const chunk = files.find((file) => file.type === 'chunk' && file.fileName === name);
          if (chunk?.type !== 'chunk' || wanted.has(name)) return;
          wanted.add(name);
          chunk.imports.forEach(want);
        };
        for (const module of ['/src/page.tsx', '/src/map.ts']) want(files.find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(module))?.fileName ?? '');
        const fonts = files.filter(({ fileName }) => /noto-sans-(latin|vietnamese)-wght-normal/.test(fileName));
        return [
          ...[...wanted].filter((name) => !page.includes(name)).map((name) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` }, injectTo: 'head' as const })),
          ...fonts.map(({ fileName }) => ({ tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${fileName}` }, injectTo: 'head' as const })),
        ];
      },
    },
  };
}

/** Puts a smaller copy beside what gains by it; the program sends that to who can read it. */
function brotli(): Plugin {
  return {
    name: 'brotli',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (!/^assets\/.*\.(m?js|css)$/.test(file.fileName)) continue;
          const raw = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          const source = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } });
          if (source.length < raw.length) this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source });
        }
      },
    },
  };
}

export default defineConfig({
  plugins: [emptyDist(), ariaInEnglish(), early(), shell(), brotli()],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    // Pages of their own, so that none waits for what another is made of: the map, the filings, the numbers, feedback.
    rollupOptions: {
      input: { index: 'index.html', filings: 'filings.html', numbers: 'numbers.html', feedback: 'feedback.html', sw: 'src/sw.ts' },
      // a service worker's name is its address, which may not change
      output: { entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
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
