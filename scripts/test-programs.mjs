// What some suites need from Debian beside the npm packages.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';

export const POSTGRES_15 = '/usr/lib/postgresql/15';
const CLUSTER_SETTING = '/etc/postgresql-common/createcluster.conf';

const programs = [
  {
    name: 'PostgreSQL 15',
    isThere: () => existsSync(`${POSTGRES_15}/bin/postgres`),
    packages: ['postgresql-15'],
    suites: 'the database suites run only on the embedded PostgreSQL 18',
  },
  {
    name: 'Chromium',
    isThere: () => existsSync(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'),
    packages: ['chromium'],
    suites: 'the suites that use a browser are skipped',
  },
  {
    name: 'Dovecot',
    isThere: () => existsSync('/usr/sbin/dovecot'),
    packages: ['dovecot-imapd'],
    suites: 'the suite that fetches mail from a real IMAP server is skipped',
  },
  {
    name: 'Redis',
    isThere: () => existsSync('/usr/bin/redis-server'),
    packages: ['redis-server'],
    suites: 'the suites about several processes with a Redis are skipped',
  },
];

/** Installs what is missing where that is possible; else says in a sentence what that means. */
export function installTestPrograms() {
  const missing = programs.filter((program) => !program.isThere());
  if (missing.length === 0) return;
  const obstacle = findObstacle();
  for (const { name, isThere, packages, suites } of missing) {
    const failure = obstacle ?? install(name, packages);
    if (failure === undefined && isThere()) continue;
    console.log(`${name} is missing (${failure ?? 'its package does not contain it'}): ${suites}.`);
  }
}

function findObstacle() {
  if (!existsSync('/etc/debian_version')) return 'it is installed by itself only on Debian';
  if (process.getuid?.() !== 0) return 'it is installed by itself only for root';
  console.log('Updating the list of Debian packages…');
  return aptGet(['update']) ? undefined : 'apt-get update failed';
}

function install(name, packages) {
  console.log(`Installing ${name} from Debian…`);
  if (name === 'PostgreSQL 15') preventCluster();
  if (name === 'Dovecot') preventService('dovecot');
  if (name === 'Redis') preventService('redis-server');
  const isInstalled = aptGet(['install', '--yes', '--no-install-recommends', ...packages]);
  return isInstalled ? undefined : `apt-get could not install ${packages.join(' ')}`;
}

/** Debian would start a server of its own; the suites only want the programs. */
function preventCluster() {
  if (existsSync(CLUSTER_SETTING)) return;
  mkdirSync('/etc/postgresql-common', { recursive: true });
  writeFileSync(CLUSTER_SETTING, 'create_main_cluster = false\n');
}

/** The same of a service: masked before its package comes, it is neither started nor enabled. */
function preventService(name) {
  for (const unit of [`${name}.service`, `${name}.socket`]) {
    const path = `/etc/systemd/system/${unit}`;
    if (existsSync(path)) continue;
    mkdirSync('/etc/systemd/system', { recursive: true });
    symlinkSync('/dev/null', path);
  }
}

function aptGet(args) {
  const { status } = spawnSync(
    'apt-get',
    ['-qq', '-o', 'Dpkg::Options::=--force-confold', ...args],
    {
      // What apt says on the way is of interest only when it fails, and then it is an error.
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    },
  );
  return status === 0;
}
