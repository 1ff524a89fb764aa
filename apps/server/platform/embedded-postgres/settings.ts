/** `initdb`: sorting and case by code point (the same on every system), words in any script. */
export const initdbArguments = [
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
] as const;

/** For a small server: one database, tens of connections, short statements. */
export const serverSettings: Readonly<Record<string, string>> = {
  shared_buffers: '64MB',
  max_connections: '100',
  max_wal_size: '256MB',
  // Plans are short; compiling them or splitting them among processes costs more than it gives.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  // Nobody replicates from here: less to write and fewer idle processes.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  io_method: 'sync',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

/** For tests: a power cut may take the data with it. */
export const disposableSettings: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};
