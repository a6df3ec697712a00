import type { ContextOf } from '@lyceum/subgraph';
import type { createLoaders } from './loaders.ts';
import type { createServices } from './services.ts';

export type Context = ContextOf<typeof createServices, typeof createLoaders>;
