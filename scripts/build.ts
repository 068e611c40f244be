import { rm } from 'node:fs/promises';
import { buildBrowserScripts } from './build/browser-scripts.js';
import { holdBudgets } from './build/budgets.js';
import { checkBuild } from './build/checks.js';
import { buildLibrary } from './build/library.js';
import { buildManifest } from './build/manifest.js';
import { buildOpenapi } from './build/openapi.js';
import { inRoot } from './paths.js';

await rm(inRoot('dist'), { recursive: true, force: true });
await buildLibrary();
await buildBrowserScripts();
await buildManifest();
await buildOpenapi();
await checkBuild();
await holdBudgets();
