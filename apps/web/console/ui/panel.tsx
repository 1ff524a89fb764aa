import { type ReactNode, useId } from 'react';

/** A part of an area under a heading of its own. */
export function Panel(props: {
  title: string;
  /** Beside the heading. */
  actions?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const headingId = useId();
  return (
    <section className="panel" aria-labelledby={headingId}>
      <div className="panel-head">
        <h2 id={headingId}>{props.title}</h2>
        {props.actions}
      </div>
      {props.children}
    </section>
  );
}
