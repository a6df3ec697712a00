import { runAlone } from '@lyceum/subgraph';
import { course } from './subgraph.ts';

await runAlone(course);
