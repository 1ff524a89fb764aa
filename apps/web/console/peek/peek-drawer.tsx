import { Link, useRouterState } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect, useEffectEvent, useRef } from 'react';
import { areaOf } from '../areas.ts';
import { useAskAubs } from '../chat/use-ask-aubs.ts';
import { useShortcut } from '../keys/use-shortcut.ts';
import { ChunkBoundary } from '../shell/chunk-boundary.tsx';
import { Icon } from '../ui/icon.tsx';
import { EmptyState, Skeleton } from '../ui/states.tsx';
import { PHONE } from '../ui/use-media.ts';
import { peekViews } from './peek-views.ts';
import { type RecordReference, readReference, referenceText } from './record-reference.ts';
import { placeOf, questionAbout, sayKind } from './record-words.ts';
import { usePeek } from './use-peek.ts';

/**
 * A record beside what is being read, from `?peek=<kind>:<id>`. It is not modal: in a list the focus
 * stays on its row, so that the next one can be peeked at. From anywhere else the focus goes to its
 * heading, and back when it closes.
 */
export function PeekDrawer(): ReactNode {
  const peek = useRouterState({ select: ({ location }) => location.search.peek });
  return peek === undefined ? null : <OpenDrawer reference={readReference(String(peek))} />;
}

function OpenDrawer({ reference }: { reference: RecordReference | undefined }): ReactNode {
  const { close } = usePeek();
  const drawer = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const text = reference && referenceText(reference);
  const kind = reference === undefined ? 'Record' : sayKind(reference.kind);

  useEffect(() => {
    const opener = document.activeElement;
    const element = drawer.current;
    const isBeside = !matchMedia(PHONE).matches;
    const stays = isBeside && opener?.closest('table, .chat-column') != null;
    if (!stays) heading.current?.focus();
    return () => {
      const focused = document.activeElement;
      const isLost = focused === null || focused === document.body || element?.contains(focused);
      if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const takeFocus = (): void => {
    // A link in the drawer goes with the record that it was in.
    if (document.activeElement === document.body) heading.current?.focus();
  };
  useShortcut({
    key: 'i',
    label: 'Into the drawer',
    group: 'This page',
    run: () => heading.current?.focus(),
  });

  return (
    <aside ref={drawer} className="peek" aria-label={`${kind}, beside the page`}>
      <header className="peek-head">
        <h2 ref={heading} tabIndex={-1}>
          {kind}
        </h2>
        <div className="row">
          {reference !== undefined && <RecordActions reference={reference} />}
          <button
            type="button"
            className="button button-quiet button-icon"
            aria-label="Close the drawer"
            onClick={close}
          >
            <Icon name="close" />
          </button>
        </div>
      </header>
      <p className="visually-hidden" role="status">
        {kind} shown beside the page. Press i to go to it.
      </p>
      <div className="peek-body">
        {reference === undefined || text === undefined ? (
          <EmptyState title="There is no such record">
            The link names nothing that the console knows.
          </EmptyState>
        ) : (
          <ChunkBoundary resetKey={text}>
            <Suspense fallback={<Skeleton rows={8} />}>
              <PeekView key={text} reference={reference} onShown={takeFocus} />
            </Suspense>
          </ChunkBoundary>
        )}
      </div>
    </aside>
  );
}

function PeekView(props: { reference: RecordReference; onShown: () => void }): ReactNode {
  const { reference } = props;
  const onShown = useEffectEvent(props.onShown);
  useEffect(() => onShown(), []);
  const View = peekViews[reference.kind];
  return <View id={reference.id} />;
}

function RecordActions({ reference }: { reference: RecordReference }): ReactNode {
  const ask = useAskAubs();
  const here = useRouterState({ select: ({ location }) => areaOf(location.pathname)?.path });
  const question = questionAbout(reference);
  const place = placeOf(reference);
  const isHere = place.kind === 'area' && place.to === here;
  return (
    <>
      {question !== undefined && (
        <button type="button" className="button button-small" onClick={() => ask(question)}>
          <Icon name="chat" />
          <span className="peek-action-words">Ask AUBS</span>
        </button>
      )}
      {place.kind === 'page' && (
        <Link to={place.to} params={{ id: reference.id }} className="button button-small">
          <Icon name="open" />
          <span className="peek-action-words">Open page</span>
        </Link>
      )}
      {place.kind === 'area' && !isHere && (
        <Link
          to={place.to}
          search={{ peek: referenceText(reference) }}
          className="button button-small"
        >
          <Icon name="open" />
          <span className="peek-action-words">Open in {place.title}</span>
        </Link>
      )}
    </>
  );
}
