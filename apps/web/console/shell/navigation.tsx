import type { StaffUser } from '@deskbell/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { overviewQuery } from '../api/overview.ts';
import { type Area, areaGroups, areaOf, areasFor } from '../areas.ts';
import { sayCount } from '../ui/figures.ts';
import { Icon } from '../ui/icon.tsx';
import { Brand } from './brand.tsx';

/** The areas on the left, where there is room for them. */
export function NavigationColumn({ me }: { me: StaffUser }): ReactNode {
  return (
    <nav className="navigation navigation-column" aria-label="Areas">
      <Brand name={me.business.name} />
      <AreaList me={me} />
      <p className="navigation-foot">Deskbell {me.version}</p>
    </nav>
  );
}

/** The areas in a drawer over the page, on phones. */
export function NavigationDrawer(props: { me: StaffUser; onClose: () => void }): ReactNode {
  const { me, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const href = useRouterState({ select: ({ location }) => location.pathname });
  const openedAt = useRef(href);

  // Of the layout: a dialog gives the focus back by itself while it is still there.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  useEffect(() => {
    if (href !== openedAt.current) onClose();
  }, [href, onClose]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, by the browser itself
    <dialog
      ref={dialog}
      className="navigation navigation-drawer"
      aria-label="Menu"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="navigation-drawer-head">
        <Brand name={me.business.name} />
        <button type="button" className="bar-button" aria-label="Close the menu" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <nav aria-label="Areas">
        <AreaList me={me} onChosen={onClose} />
      </nav>
    </dialog>
  );
}

function AreaList({ me, onChosen }: { me: StaffUser; onChosen?: () => void }): ReactNode {
  const idPrefix = useId();
  const current = useRouterState({ select: ({ location }) => areaOf(location.pathname)?.path });
  const { data: overview } = useQuery(overviewQuery);
  const shown = areasFor(me);
  const count = ({ waiting }: Area) =>
    waiting === undefined ? 0 : (overview?.attention.counts[waiting.of] ?? 0);

  return (
    <div className="areas">
      {areaGroups.map((group) => (
        <section key={group} aria-labelledby={`${idPrefix}${group}`}>
          <h2 id={`${idPrefix}${group}`}>{group}</h2>
          <ul>
            {shown
              .filter((area) => area.group === group)
              .map((area) => (
                <li key={area.path}>
                  <Link
                    to={area.path}
                    activeProps={{}}
                    aria-current={area.path === current ? 'page' : undefined}
                    {...(onChosen !== undefined && { onClick: onChosen })}
                  >
                    <Icon name={area.icon} />
                    <span className="area-name">{area.title}</span>
                    {count(area) > 0 && (
                      <span className="area-count">
                        {sayCount(count(area))}
                        <span className="visually-hidden"> {area.waiting?.words}</span>
                      </span>
                    )}
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
