export { EnvironmentError, flag, list, parseEnvironment, port } from './environment.ts';
export { OperatorError, type Running, runMain } from './run-main.ts';
export { readTogether } from './together.ts';
