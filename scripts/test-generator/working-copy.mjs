import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const prefix = 'lyceum-generator-';

/**
 * Copies the files of a repository that are known to git, and its installed packages, to a temporary folder.
 * @returns the folder to remove, the copy, and a folder for temporary files, all new
 * @throws {Error} if packages are not installed
 */
export function makeWorkingCopy(repository) {
  if (!existsSync(join(repository, 'node_modules'))) throw new Error('Packages are not installed: run npm install.');
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // As root, PostgreSQL runs as another user, who needs access to the folder.
  chmodSync(folder, 0o711);
  const [copy, temporary] = [join(folder, 'lyceum'), join(folder, 'tmp')];
  try {
    mkdirSync(temporary, { mode: 0o711 });
    fill(copy, repository);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return { folder, copy, temporary };
}

function fill(copy, repository) {
  for (const file of filesOf(repository)) copyFile(join(repository, file), join(copy, file));
  const workspaces = readdirSync(join(copy, 'packages')).map((name) => `packages/${name}`);
  for (const workspace of ['.', ...workspaces]) {
    const modules = join(repository, workspace, 'node_modules');
    if (existsSync(modules)) linkTree(modules, join(copy, workspace, 'node_modules'));
  }
}

/** Removes the folders of runs that were killed. */
function sweep() {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]);
    if (Number.isInteger(pid) && !isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Tracked files, and new ones that are not ignored, as they are in the working tree. */
function filesOf(repository) {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
  });
  return listed.split('\0').filter((file) => file !== '' && existsSync(join(repository, file)));
}

function copyFile(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** Hard-links the files of packages, which nothing modifies. Caches beside the packages (`.cache`) are excluded. */
function linkTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.isDirectory() && entry.name !== '.cache') linkTree(source, target);
    else if (entry.name === '.package-lock.json') copyFileSync(source, target);
    else if (entry.isFile()) linkOrCopy(source, target);
  }
}

/** Hard links do not work across file systems. */
function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch (error) {
    if (error.code !== 'EXDEV' && error.code !== 'EPERM') throw error;
    copyFileSync(source, target);
  }
}
