import { sayCost } from '../../ui/figures.ts';

/** `13.8 MB` */
export function sayBytes(bytes: number): string {
  const [divisor, unit] = bytes >= 1e9 ? [1e9, 'GB'] : bytes >= 1e6 ? [1e6, 'MB'] : [1e3, 'KB'];
  return `${(bytes / divisor).toFixed(1)} ${unit}`;
}

/** `0.4 ms`, `12 ms` */
export const sayMilliseconds = (ms: number): string =>
  `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;

/** `45 s`, `12 min`, `5 h 20 min`, `3 days` */
export function saySpan(seconds: number): string {
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} days`;
}

/** `$5.02` of dollars. */
export const sayUsd = (usd: number): string => sayCost(usd * 1e9);
