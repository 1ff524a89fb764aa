import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { pickupDayOf } from './search.ts';

/** One day, or none; years that are still being typed are not told. */
export function DayFilter(props: {
  label: string;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}): ReactNode {
  const { label, value = '', onChange } = props;
  const id = useId();
  const [text, setText] = useState(value);
  const said = useRef(value);

  // The address may change without this field: Back, a link, a cleared filter.
  useEffect(() => {
    if (value === said.current) return;
    said.current = value;
    setText(value);
  }, [value]);

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="date"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          const day = pickupDayOf(target.value);
          if ((day === undefined && target.value !== '') || (day ?? '') === said.current) return;
          said.current = day ?? '';
          onChange(day);
        }}
      />
    </div>
  );
}
