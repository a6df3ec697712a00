export { EnvironmentError, flag, list, parseEnvironment, port } from './environment.ts';
