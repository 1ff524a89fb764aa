/** Values that are dear to make and may be a little old. They are JSON and say nothing secret. */
export interface Cache {
  /**
   * The value of `key`, built when there is none or it is older than `ttlMs`. Whoever asks while it
   * is being built gets what is being built, or the old value until then; with Redis only one
   * process builds. Rejects when `build` does and there is no old value.
   */
  get<Value>(key: string, options: { ttlMs: number; build: () => Promise<Value> }): Promise<Value>;
  /** The next `get` builds it anew, in every process that shares the cache. */
  invalidate(key: string): Promise<void>;
}
