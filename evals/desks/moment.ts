/** It is always this moment: Tuesday, December 1, 2026, 10 AM in New York. */
export const NOW = new Date('2026-12-01T15:00:00Z');
export const TIME_ZONE = 'America/New_York';
