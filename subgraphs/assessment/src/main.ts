import { runAlone } from '@lyceum/subgraph';
import { assessment } from './subgraph.ts';

await runAlone(assessment);
