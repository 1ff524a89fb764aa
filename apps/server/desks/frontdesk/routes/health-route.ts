import { type AssistantHealth, assistantHealthSchema } from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { OPEN_TO_ANYONE } from '../../../platform/http/route-docs.ts';
import { withSchemas } from '../../../platform/http/with-schemas.ts';
import type { FrontDeskContext } from './front-desk-context.ts';

export function healthRoute(app: FastifyInstance, { desk }: Pick<FrontDeskContext, 'desk'>): void {
  withSchemas(app).get(
    '/health/',
    {
      schema: {
        summary: 'Whether the assistant answers with a language model',
        description: '`degraded` while none is configured or its circuit is open.',
        tags: ['front desk'],
        security: OPEN_TO_ANYONE,
        response: { 200: assistantHealthSchema },
      },
    },
    async (): Promise<AssistantHealth> => {
      const [model] = desk.models;
      const isOk = model.provider !== 'clerk' && model.isAvailable();
      return { status: isOk ? 'ok' : 'degraded' };
    },
  );
}
