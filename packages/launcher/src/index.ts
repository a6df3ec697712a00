export { demoPassword, demoPeople } from './demo-people.ts';
export { type LyceumEnvironment, readLyceumEnvironment } from './environment.ts';
export { launch, type RunningLyceum } from './launch.ts';
