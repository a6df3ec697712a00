import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BrokerUnavailable } from './broker-unavailable.ts';

const oldestJava = 17;

/** @throws {BrokerUnavailable} JAVA_MISSING if `java` is missing or too old for Kafka */
export async function requireJava(program = 'java'): Promise<void> {
  const version = await versionOf(program, ['-version']);
  if (version === undefined) {
    throw new BrokerUnavailable('JAVA_MISSING', `Kafka needs Java ${oldestJava} or newer, but java is not installed.`);
  }
  const major = Number(/version "(\d+)/.exec(version)?.[1]);
  if (!(major >= oldestJava)) {
    throw new BrokerUnavailable(
      'JAVA_MISSING',
      `Kafka needs Java ${oldestJava} or newer, but the installed version is ${major}.`,
    );
  }
}

/** @throws {BrokerUnavailable} MAVEN_MISSING */
export async function requireMaven(program = 'mvn'): Promise<void> {
  if ((await versionOf(program, ['-version'])) !== undefined) return;
  throw new BrokerUnavailable('MAVEN_MISSING', 'The first start downloads Kafka with Maven, but mvn is not installed.');
}

async function versionOf(program: string, flags: string[]): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, flags);
    return stdout + stderr;
  } catch {
    return undefined;
  }
}
