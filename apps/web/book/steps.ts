/** The wizard's forms, in their order. */
export const stepNames = ['service', 'details', 'date', 'addresses', 'contact', 'review'] as const;
export type StepName = (typeof stepNames)[number];
/** What the page shows: a form, or that the booking is made. */
export type PlaceName = StepName | 'booked';

export const stepLabels: Record<StepName, string> = {
  service: 'Service',
  details: 'Details',
  date: 'Date and time',
  addresses: 'Addresses',
  contact: 'Contact',
  review: 'Review',
};

export const isStepName = (text: string | null): text is StepName =>
  stepNames.some((name) => name === text);

export const stepIndex = (step: StepName): number => stepNames.indexOf(step);

/** The step after this one; the last is followed by itself. */
export const nextStep = (step: StepName): StepName =>
  stepNames[Math.min(stepIndex(step) + 1, stepNames.length - 1)] ?? 'review';

/**
 * The step to show for the one asked for: itself when every step before it is complete, else the
 * first that is not. Without a step asked for, the first that is not complete.
 */
export const reachableStep = (
  asked: StepName | undefined,
  isComplete: (step: StepName) => boolean,
): StepName => {
  const firstIncomplete =
    stepNames.find((step) => step === 'review' || !isComplete(step)) ?? 'review';
  if (asked === undefined) return firstIncomplete;
  return stepIndex(asked) <= stepIndex(firstIncomplete) ? asked : firstIncomplete;
};
