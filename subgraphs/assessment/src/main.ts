import { runAlone } from '@lyceum/subgraph';
import { assessment } from './subgraph.ts';

await runAlone(4003, () => ({ definition: assessment, ownKey: null }));
