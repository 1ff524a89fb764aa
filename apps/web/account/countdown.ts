/** 75 as "1:15". */
export const asClock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/**
 * Calls `onTick` with the whole seconds left, at once and then every second, the last time with 0.
 * Goes by the clock, so a tab that slept is right again at once. Returns what ends it early.
 */
export const startCountdown = (seconds: number, onTick: (left: number) => void): (() => void) => {
  const endsAtMs = Date.now() + seconds * 1000;
  const timer = setInterval(() => tick(), 1000);
  const tick = () => {
    const left = Math.max(0, Math.ceil((endsAtMs - Date.now()) / 1000));
    if (left === 0) clearInterval(timer);
    onTick(left);
  };
  tick();
  return () => clearInterval(timer);
};
