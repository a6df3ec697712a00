export { type LyceumEnvironment, readLyceumEnvironment } from './environment.ts';
export { runEvents } from './events/run.ts';
export { demoPassword, demoPeople } from './start/demo-people.ts';
export { launch, type RunningLyceum } from './start/launch.ts';
