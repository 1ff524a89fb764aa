import type { ApiKey, StaffAccountView } from '@deskbell/protocol';
import { queryOptions } from '@tanstack/react-query';
import { ApiProblem, request } from '../../api/request.ts';

export type Role = ApiKey['role'];

export const keysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: async ({ signal }) => (await request<{ keys: ApiKey[] }>('/api/keys', { signal })).keys,
});

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: async ({ signal }) =>
    (await request<{ staff: StaffAccountView[] }>('/api/staff', { signal })).staff,
});

/** The answer is the only place where `key` is. */
export const createKey = (body: { name: string; role: Role }): Promise<ApiKey & { key: string }> =>
  request('/api/keys', { method: 'POST', body });

export const revokeKey = (id: string): Promise<void> =>
  request(`/api/keys/${encodeURIComponent(id)}`, { method: 'DELETE' });

/** Rejects with a sentence of its own for an address that a customer has already. */
export async function createStaffAccount(
  body: { name: string; email: string; role: Role; password: string },
  known: readonly StaffAccountView[],
): Promise<StaffAccountView> {
  try {
    return await request<StaffAccountView>('/api/staff', { method: 'POST', body });
  } catch (error) {
    const isTaken = error instanceof ApiProblem && error.code === 'account_exists';
    if (!isTaken) throw error;
    const isStaff = known.some(({ email }) => email === body.email.toLowerCase());
    throw new ApiProblem(
      isStaff
        ? 'A member of staff already has this e-mail address.'
        : 'This e-mail address already has an account, and nobody has proven whose it is. Use another address.',
      error,
    );
  }
}

export const changeStaffAccount = (
  id: string,
  body: { role?: Role; password?: string },
): Promise<StaffAccountView> =>
  request(`/api/staff/${encodeURIComponent(id)}`, { method: 'PATCH', body });

export const removeStaffAccount = (id: string): Promise<void> =>
  request(`/api/staff/${encodeURIComponent(id)}`, { method: 'DELETE' });

export const sayRole = (role: Role): string => (role === 'admin' ? 'Administrator' : 'Staff');
