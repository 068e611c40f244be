// The test runner reads JavaScript only; the configuration itself is TypeScript like everything else.
import { register } from 'tsx/esm/api';

register();
const { default: config } = await import('./scripts/wtr/config.ts');
export default config;
