import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BrokerUnavailable } from './broker-unavailable.ts';
import { requireMaven } from './java.ts';

const pom = fileURLToPath(new URL('../../kafka/pom.xml', import.meta.url));

/**
 * The folder with Kafka's jars. The first call downloads them with Maven into `~/.cache/lyceum`; later calls need no
 * Maven and no network. Concurrent first calls are safe: the first to finish wins.
 * @throws {BrokerUnavailable} MAVEN_MISSING, JARS_UNAVAILABLE
 */
export async function prepareJars(onProgress: (line: string) => void): Promise<string> {
  const version = /<kafka\.version>([\d.]+)</.exec(await readFile(pom, 'utf8'))?.[1];
  const folder = join(homedir(), '.cache', 'lyceum', `kafka-${version}`);
  if (await exists(folder)) return folder;
  await requireMaven();
  onProgress(`Downloading Kafka ${version} from Maven Central (about 45 MB, once) …`);
  const unfinished = `${folder}.${process.pid}`;
  try {
    await mkdir(unfinished, { recursive: true });
    await promisify(execFile)('mvn', [
      ...['-B', '-q', '-ntp', '-f', pom, 'dependency:copy-dependencies'],
      ...['-DincludeScope=runtime', `-DoutputDirectory=${unfinished}`],
    ]);
    await rename(unfinished, folder).catch(async (error) => {
      if (!(await exists(folder))) throw error;
    });
    return folder;
  } catch (error) {
    const { stdout = '' } = error as { stdout?: string };
    const reason = /\[ERROR\] (.+)/.exec(stdout)?.[1] ?? (error as Error).message;
    throw new BrokerUnavailable('JARS_UNAVAILABLE', `Kafka could not be downloaded: ${reason}`, { cause: error });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
