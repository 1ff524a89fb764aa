/**
 * Calls `onTick` about once a second with the whole seconds left until `untilMs`, last with 0.
 * By the clock, not by counting: timers of hidden tabs are late.
 */
export const createCountdown = (clock: () => Date) => {
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  return {
    secondsUntil: (untilMs: number): number =>
      Math.max(0, Math.ceil((untilMs - clock().getTime()) / 1000)),
    start(untilMs: number, onTick: (secondsLeft: number) => void): void {
      stop();
      timer = setInterval(() => {
        const secondsLeft = this.secondsUntil(untilMs);
        if (secondsLeft === 0) stop();
        onTick(secondsLeft);
      }, 1000);
    },
    stop,
  };
};
