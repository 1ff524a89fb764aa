/** What a store knows of a key. */
export interface CacheEntry {
  /** JSON text of the last value, invalidated ones included; undefined without one. */
  text: string | undefined;
  /** Undefined without a value, and once it was invalidated. */
  ageMs: number | undefined;
  /** Another one after each invalidation. */
  generation: string;
}

/** Where values are kept. A shared one may reject: whoever asks has another way. */
export interface CacheStore {
  read(key: string): Promise<CacheEntry>;
  /** Does nothing when the key was invalidated since `generation` was read. */
  write(key: string, generation: string, text: string): Promise<void>;
  invalidate(key: string): Promise<void>;
  /**
   * The right to build the value, until the returned function is called or its time is up;
   * undefined while another process has it. That function never rejects.
   */
  tryLock(key: string): Promise<(() => Promise<void>) | undefined>;
}
