import type { Model, ModelRequest } from '@deskbell/engine';

export type DeskName = 'front-desk' | 'back-office';
export const DESKS: readonly DeskName[] = ['front-desk', 'back-office'];

/** A Tuesday morning in New York; the same as the evaluations'. */
const clock = (): Date => new Date('2026-12-01T15:00:00Z');
const timezone = 'America/New_York';

const TOOLS: Readonly<Record<DeskName, readonly string[]>> = {
  'front-desk': [
    'check_zip_coverage',
    'get_pricing_estimate',
    'check_availability',
    'build_booking_handoff',
    'lookup_booking_status',
    'lookup_booking_history',
  ],
  'back-office': [
    'list_emails',
    'search_emails',
    'get_email',
    'list_executions',
    'get_execution',
    'list_tasks',
    'list_reviews',
    'list_deadlines',
    'agent_performance',
    'vendor_history',
    'system_health',
    'attention_items',
  ],
};

/** Loads a desk's playbook and all it needs; the function then makes its clerk. */
export async function loadClerk(desk: DeskName): Promise<() => Model> {
  const { createClerk } = await import('@deskbell/clerk');
  if (desk === 'back-office') {
    const { createBackOfficePlaybook } = await import(
      '../../apps/server/desks/backoffice/playbook/create-back-office-playbook.ts'
    );
    return () => createClerk({ playbook: createBackOfficePlaybook(), clock, timezone });
  }
  const { createBusiness } = await import('../../apps/server/bookings/business.ts');
  const { readShippedCatalogue } = await import('../../apps/server/bookings/shipped-catalogue.ts');
  const { createFrontDeskPlaybook } = await import(
    '../../apps/server/desks/frontdesk/playbook/create-front-desk-playbook.ts'
  );
  const business = createBusiness(readShippedCatalogue());
  return () => createClerk({ playbook: createFrontDeskPlaybook({ business }), clock, timezone });
}

/** What the server would ask of a model: these messages of the customer, each answered but the last. */
export function requestOf(desk: DeskName, texts: readonly string[]): ModelRequest {
  return {
    system: { stable: '', varying: '' },
    tools: TOOLS[desk].map((name) => ({ name, description: '', inputSchema: {} })),
    toolChoice: 'auto',
    messages: texts.flatMap((text, index): ModelRequest['messages'] => [
      { role: 'user', text },
      ...(index === texts.length - 1
        ? []
        : [
            {
              role: 'assistant' as const,
              content: [{ type: 'text' as const, text: 'Is there anything else?' }],
            },
          ]),
    ]),
    maxOutputTokens: 1000,
    signal: new AbortController().signal,
  };
}

/** Whether the clerk answered in words, without asking for a tool. */
export async function answer(clerk: Model, request: ModelRequest): Promise<boolean> {
  let isInWords = false;
  for await (const event of clerk.stream(request)) {
    if (event.type === 'end') isInWords = event.stop === 'end_turn';
  }
  return isInWords;
}
