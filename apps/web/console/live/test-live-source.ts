import type { TestContext } from 'node:test';
import { createLiveSource, type LiveSource } from './live-source.ts';
import type { LiveTimes } from './live-times.ts';
import type { PageLife } from './page-life.ts';
import type { LiveServer } from './test-live-server.ts';

const quick: LiveTimes = {
  silentAfterMs: 60_000,
  connectWithinMs: 60_000,
  firstRetryMs: 5,
  longestRetryMs: 20,
  restAfterMs: 60_000,
};
/** A page whose life a test leads. */
export function createPage() {
  let listeners: Parameters<PageLife['listen']>[0] | undefined;
  let isOnline = true;
  let isHidden = false;
  const page: PageLife = {
    isOnline: () => isOnline,
    isHidden: () => isHidden,
    listen: (given) => {
      listeners = given;
      return () => {
        listeners = undefined;
      };
    },
  };
  return {
    page,
    isListenedTo: () => listeners !== undefined,
    wake: () => listeners?.onWake(),
    putAway: () => {
      isHidden = true;
      listeners?.onSeen();
    },
    lookAt: () => {
      isHidden = false;
      listeners?.onSeen();
    },
    hide: () => listeners?.onHide(),
    comeBack: () => listeners?.onReturn(),
    goOffline: () => {
      isOnline = false;
    },
  };
}

/** A started source of a tab, and what it told. It ends with the test. */
export function openLiveSource(
  t: TestContext,
  server: LiveServer,
  {
    life = createPage(),
    ...times
  }: Partial<LiveTimes> & { life?: ReturnType<typeof createPage> } = {},
) {
  const told: string[] = [];
  let signedOut = 0;
  const source = createLiveSource({
    url: server.url,
    page: life.page,
    onSignedOut: () => {
      signedOut += 1;
    },
    times: { ...quick, ...times },
  });
  source.listen({
    onChanges: ({ executions }) => told.push(`changes ${executions.map(({ id }) => id)}`),
    onCatchUp: () => told.push('catch up'),
  });
  const stop = source.start();
  t.after(stop);
  return { source, life, told, stop, signedOut: () => signedOut };
}

export const isLive = (source: LiveSource) => () => source.getStatus().link === 'open';
