import { setTimeout } from 'node:timers/promises';
import { DatabaseUnavailable } from '../database-unavailable.ts';
import { errorCode } from '../error-code.ts';
import { disownPostmasterFile, findServer } from './postmaster-file.ts';

const pollMs = 20;
/** Time between the death of a Lyceum process and its server noticing it. */
const noticeMs = 1_000;
/** Time for a stopping server to write its checkpoint. */
const stopMs = 60_000;

/**
 * Waits for the server of a Lyceum that has just exited; ends one whose Lyceum and shell were both killed.
 * @throws DatabaseUnavailable `EMBEDDED_FOLDER_IN_USE` if another Lyceum is running
 */
export async function awaitPreviousServer(cluster: string, onProgress: (text: string) => void): Promise<void> {
  const since = Date.now();
  let told = false;
  for (;;) {
    const owner = await findServer(cluster);
    if (owner.kind === 'none') return;
    if (owner.kind === 'misleading') return disownPostmasterFile(cluster);

    const ending = owner.status === 'stopping' || owner.orphan;
    if (Date.now() - since > (ending ? stopMs : noticeMs)) throw folderInUse(cluster, owner.pid);
    if (ending && !told) {
      told = true;
      onProgress('Waiting for the previous PostgreSQL to stop.');
      if (owner.orphan && owner.status !== 'stopping') interrupt(owner.pid, cluster);
    }
    await setTimeout(pollMs);
  }
}

function interrupt(pid: number, cluster: string): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw folderInUse(cluster, pid);
  }
}

export function folderInUse(cluster: string, pid?: number): DatabaseUnavailable {
  const which = pid === undefined ? '' : ` (PostgreSQL process ${pid})`;
  return new DatabaseUnavailable(
    'EMBEDDED_FOLDER_IN_USE',
    `Another Lyceum is using ${cluster}${which}; stop it first or choose another folder with LYCEUM_DATA_DIR.`,
  );
}
