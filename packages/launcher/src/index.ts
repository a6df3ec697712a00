export { demoPassword, demoPeople } from './demo-people.ts';
export { type LauncherEnvironment, readLauncherEnvironment } from './environment.ts';
export { launch, type RunningLyceum } from './launch.ts';
