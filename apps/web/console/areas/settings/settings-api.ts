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

/**
 * Rejects when somebody has the address already. Is that a customer, `onCustomer` is called first
 * with the account's id: it may be given a role by `changeStaffAccount`.
 */
export async function createStaffAccount(
  body: { name: string; email: string; role: Role; password: string },
  onCustomer: (accountId: string) => void,
): Promise<StaffAccountView> {
  try {
    return await request<StaffAccountView>('/api/staff', { method: 'POST', body });
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.accountId === undefined) throw error;
    onCustomer(error.accountId);
    throw new ApiProblem('A customer has an account with this e-mail address.', error);
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
