import { type ReactNode, useId } from 'react';
import type { Role } from './settings-api.ts';

/** Which of the two roles, and what the chosen one may do. */
export function RoleField(props: {
  value: Role;
  onChange: (role: Role) => void;
  words: Readonly<Record<Role, string>>;
}): ReactNode {
  const { value, onChange, words } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>Role</label>
      <select
        id={id}
        className="input"
        value={value}
        aria-describedby={`${id}hint`}
        onChange={({ target }) => onChange(target.value === 'admin' ? 'admin' : 'staff')}
      >
        <option value="staff">Staff</option>
        <option value="admin">Administrator</option>
      </select>
      <p className="field-hint" id={`${id}hint`}>
        {words[value]}
      </p>
    </div>
  );
}
