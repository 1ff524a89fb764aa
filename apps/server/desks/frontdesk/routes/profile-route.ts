import { type AssistantProfile, assistantProfileSchema } from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { OPEN_TO_ANYONE } from '../../../platform/http/route-docs.ts';
import { withSchemas } from '../../../platform/http/with-schemas.ts';
import type { FrontDeskContext } from './front-desk-context.ts';

const KEPT_SECONDS = 300;

export function profileRoute(
  app: FastifyInstance,
  { business }: Pick<FrontDeskContext, 'business'>,
): void {
  const { name, tagline, phone, email, suggestions } = business.profile;
  withSchemas(app).get(
    '/profile/',
    {
      schema: {
        summary: 'What a chat bubble says about the business',
        description: 'The same for everybody; it may be kept for five minutes.',
        tags: ['front desk'],
        security: OPEN_TO_ANYONE,
        response: { 200: assistantProfileSchema },
      },
    },
    async (_request, reply): Promise<AssistantProfile> => {
      reply.header('cache-control', `public, max-age=${KEPT_SECONDS}`);
      return { name, tagline, phone, email, suggestions: [...suggestions] };
    },
  );
}
