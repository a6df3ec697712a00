import { runAlone } from '@lyceum/subgraph';
import { course } from './subgraph.ts';

await runAlone(4002, () => ({ definition: course, ownKey: null }));
