import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { TestContext } from 'node:test';

/** A way to a server that a test can break. */
export interface TestNetwork {
  url: string;
  /** Every connection ends, and none is made. */
  cut: () => void;
  /** Connections stay, and nothing goes through them any more; new ones hang as well. */
  hang: () => void;
  /** New connections work again; those that hung do not. */
  restore: () => void;
}

export async function startNetwork(t: TestContext, targetUrl: string): Promise<TestNetwork> {
  const { port: targetPort } = new URL(targetUrl);
  const sockets = new Set<Socket>();
  let state: 'works' | 'hangs' | 'is cut' = 'works';
  function destroyAll(): void {
    for (const socket of sockets) socket.destroy();
  }
  const server = createServer((near) => {
    keep(near);
    if (state === 'is cut') return void near.destroy();
    if (state === 'hangs') return void near.pause();
    const far = keep(connect(Number(targetPort), '127.0.0.1'));
    near.pipe(far);
    far.pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  }).listen(0, '127.0.0.1');
  function keep(socket: Socket): Socket {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    return socket;
  }
  await once(server, 'listening');
  t.after(async () => {
    server.close();
    destroyAll();
    await once(server, 'close');
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      state = 'is cut';
      destroyAll();
    },
    hang: () => {
      state = 'hangs';
      for (const socket of sockets) socket.unpipe().pause();
    },
    restore: () => {
      state = 'works';
      destroyAll();
    },
  };
}
