/** Why a request is turned away, as the API would say it. */
export interface Refusal {
  status: number;
  type: string;
  message: string;
}

export function invalidRequest(message: string): Refusal {
  return { status: 400, type: 'invalid_request_error', message };
}

/** The API's error document. */
export function errorDocument(refusal: Omit<Refusal, 'status'>, requestId: string): string {
  const { type, message } = refusal;
  return JSON.stringify({
    type: 'error',
    error: { type, message, details: null },
    request_id: requestId,
  });
}
