// Lints api/openapi.yaml by the rules of redocly.yaml, without network:
//
//   npm --prefix web run lint-api
//
// The command line of Redocly would report home and warn of its next version;
// its rules come with openapi-typescript anyway.
import { fileURLToPath } from 'node:url';
import { formatProblems, getTotals, lint, loadConfig } from '@redocly/openapi-core';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const config = await loadConfig({ configPath: at('../redocly.yaml') });
const problems = await lint({ ref: at('../../api/openapi.yaml'), config });
const totals = getTotals(problems);
formatProblems(problems, { format: 'codeframe', totals });
if (totals.errors + totals.warnings > 0) process.exit(1);
