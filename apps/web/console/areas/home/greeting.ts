/**
 * `Good morning, Dana`: by the hour of the business, 0 to 23. Of a name its first word; without a name
 * the greeting alone, and so for an e-mail address, which the first administrator has for a name.
 */
export function greet(hour: number, name: string | undefined): string {
  const time = hour < 5 || hour >= 18 ? 'evening' : hour < 12 ? 'morning' : 'afternoon';
  const [first = ''] = name?.trim().split(/\s+/) ?? [];
  return first === '' || first.includes('@') ? `Good ${time}` : `Good ${time}, ${first}`;
}

/** 0 to 23. */
export function hourOf(moment: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', { hour: 'numeric', hourCycle: 'h23', timeZone });
  return Number(format.format(moment));
}
