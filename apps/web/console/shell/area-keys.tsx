import type { StaffUser } from '@deskbell/protocol';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { type Area, areaOf, areasFor } from '../areas.ts';
import { useShortcut } from '../keys/use-shortcut.ts';
import { usePeek } from '../peek/use-peek.ts';

/** The keys that lead through the console: `g` and a letter, `/`, Escape. */
export function AreaKeys({ me }: { me: StaffUser }): ReactNode {
  useShortcut({
    key: '/',
    label: 'Search in this area',
    group: 'This page',
    run: () => {
      const field = document.querySelector<HTMLInputElement>('#main [data-area-search]');
      if (field === null) return false;
      field.focus();
      field.select();
      return true;
    },
  });
  useBack();
  return areasFor(me).map((area) => <AreaKey key={area.path} area={area} />);
}

function AreaKey({ area }: { area: Area }): ReactNode {
  const navigate = useNavigate();
  useShortcut({
    key: `g ${area.key}`,
    label: area.title,
    group: 'Go to',
    run: () => void navigate({ to: area.path }),
  });
  return null;
}

/** Escape: closes the drawer; from a record goes up to its list, as that was left. */
function useBack(): void {
  const router = useRouter();
  const peek = usePeek();
  const lists = useRef(new Map<string, string>());

  useEffect(
    () =>
      router.subscribe('onRendered', ({ toLocation }) => {
        const area = areaOf(toLocation.pathname);
        if (area?.path === toLocation.pathname) lists.current.set(area.path, toLocation.publicHref);
      }),
    [router],
  );
  useShortcut({
    key: 'Escape',
    label: 'Back: close the drawer, then up to the list',
    group: 'Everywhere',
    run: () => {
      const { pathname, search } = router.state.location;
      if (search.peek !== undefined) {
        peek.close();
        return true;
      }
      const area = areaOf(pathname);
      if (area === undefined || area.path === pathname) return false;
      const left = lists.current.get(area.path);
      if (left === undefined) void router.navigate({ to: area.path });
      else router.history.push(left);
      return true;
    },
  });
}
