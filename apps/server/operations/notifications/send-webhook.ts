import { createHmac } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { TLSSocket } from 'node:tls';
import type { OperationsSettings } from '../settings.ts';
import type { ClaimedNotification, SendNotification, SendOutcome } from './send-outcome.ts';

type WebhookSettings = NonNullable<OperationsSettings['notifications']['webhook']>;

/**
 * Posts JSON to the configured address: `{id, execution_id, booking_number, subject, body, urgency,
 * created_at}`. With a secret, `X-Deskbell-Signature` is 'sha256=' and the HMAC-SHA256, in hexadecimal, of
 * `X-Deskbell-Timestamp` (seconds), a dot and the body. `Idempotency-Key` is the notification's id.
 * Every answer but 2xx is final, redirects included: they are not followed.
 */
export function createSendWebhook({
  webhook: { url, secret },
  clock,
}: {
  webhook: WebhookSettings;
  clock: () => Date;
}): SendNotification {
  const address = new URL(url);
  const request = address.protocol === 'https:' ? requestHttps : requestHttp;
  return (notification, signal) =>
    new Promise<SendOutcome>((resolve) => {
      let isConnected = false;
      const body = Buffer.from(JSON.stringify(contentOf(notification)));
      const timestamp = String(Math.floor(clock().getTime() / 1000));
      const outgoing = request(address, {
        method: 'POST',
        // A connection of its own: one that was kept open may be gone without having told.
        agent: false,
        signal,
        headers: {
          'content-type': 'application/json',
          'content-length': body.length,
          'user-agent': 'deskbell',
          'idempotency-key': notification.id,
          'x-deskbell-timestamp': timestamp,
          ...(secret === undefined
            ? {}
            : { 'x-deskbell-signature': signatureOf({ secret, timestamp, body }) }),
        },
      });
      outgoing.on('socket', (socket) => {
        const isEncrypted = (socket as TLSSocket).encrypted === true;
        socket.once(isEncrypted ? 'secureConnect' : 'connect', () => {
          isConnected = true;
        });
      });
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        const code = webhookCode(error.code);
        resolve(isConnected ? { kind: 'uncertain', code } : { kind: 'not_sent', code });
      });
      outgoing.on('response', (response) => {
        const status = response.statusCode ?? 0;
        resolve(
          status >= 200 && status < 300
            ? { kind: 'sent', code: null }
            : { kind: 'failed', code: `http_${status}` },
        );
        // What it says is of no interest, however much that is.
        response.on('error', () => {});
        response.destroy();
      });
      // An end without either, as after an answer that is no answer (101).
      outgoing.on('close', () => resolve({ kind: 'uncertain', code: 'closed' }));
      outgoing.end(body);
    });
}

function contentOf(notification: ClaimedNotification): object {
  const { id, executionId, bookingNumber, subject, body, urgency, createdAt } = notification;
  return {
    id,
    execution_id: executionId,
    booking_number: bookingNumber,
    subject,
    body,
    urgency,
    created_at: createdAt,
  };
}

function signatureOf(options: { secret: string; timestamp: string; body: Buffer }): string {
  const { secret, timestamp, body } = options;
  const hmac = createHmac('sha256', secret).update(`${timestamp}.`).update(body);
  return `sha256=${hmac.digest('hex')}`;
}

function webhookCode(code: string | undefined): string {
  return code !== undefined && /^[A-Z_]{1,40}$/.test(code) ? code.toLowerCase() : 'http_error';
}
