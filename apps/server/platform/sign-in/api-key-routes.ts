import {
  type ApiKey,
  apiKeyListSchema,
  createdApiKeySchema,
  newApiKeySchema,
} from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { idParams, notFound, readId } from '../http/record-id.ts';
import { withSchemas } from '../http/with-schemas.ts';
import { admitAdmins, type StaffGate } from './admit-staff.ts';
import type { ApiKeyRecord, ApiKeys } from './api-keys.ts';

export interface ApiKeyRouteOptions extends StaffGate {
  apiKeys: ApiKeys;
}

const tags = ['staff'];

const toApiKey = (record: ApiKeyRecord): ApiKey => ({
  id: record.id,
  name: record.name,
  role: record.role,
  hint: record.hint,
  created_by: record.createdBy,
  created_at: record.createdAt.toISOString(),
  last_used_at: record.lastUsedAt?.toISOString() ?? null,
  revoked_at: record.revokedAt?.toISOString() ?? null,
});

/** The keys of programs, for administrators. A Fastify plugin; its gate stays inside. */
export async function apiKeyRoutes(
  app: FastifyInstance,
  options: ApiKeyRouteOptions,
): Promise<void> {
  const { apiKeys } = options;
  const administrator = admitAdmins(app, options);
  const routes = withSchemas(app);

  routes.get(
    '/api/keys',
    {
      schema: {
        summary: 'List the API keys',
        description: 'The newest first, revoked ones included; never the keys themselves.',
        tags,
        response: { 200: apiKeyListSchema },
      },
    },
    async () => ({ keys: (await apiKeys.list()).map(toApiKey) }),
  );

  routes.post(
    '/api/keys',
    {
      schema: {
        summary: 'Make an API key',
        description:
          'The answer is the only place where `key` is ever shown. Programs send it as `Authorization: Bearer …` or `X-API-Key`.',
        tags,
        body: newApiKeySchema,
        response: { 201: createdApiKeySchema },
      },
    },
    async (request, reply) => {
      const by = administrator(request).userId;
      const { key, record } = await apiKeys.create({ ...request.body, createdBy: by });
      request.log.info({ keyId: record.id, role: record.role, by }, 'An API key was made');
      return reply.code(201).send({ ...toApiKey(record), key });
    },
  );

  routes.delete(
    '/api/keys/:id',
    {
      schema: {
        summary: 'Revoke an API key',
        description: 'It ends at once and stays in the list. May be repeated.',
        tags,
        params: idParams,
        docs: {
          answers: { 204: { description: 'It is revoked.' } },
          refusals: { not_found: 'There is no such key; also for an id that is no UUID.' },
        },
      },
    },
    async (request, reply) => {
      const id = readId(request.params, 'API key');
      const by = administrator(request).userId;
      if (!(await apiKeys.revoke(id, by))) throw notFound('API key');
      request.log.info({ keyId: id, by }, 'An API key was revoked');
      return reply.code(204).send();
    },
  );
}
