/**
 * Makes the button beside a password show and hide it; it appears only now, since it does nothing
 * without a script. `hide` before sending: browsers keep what is in a plain text field in lists.
 */
export const enablePasswordToggle = (box: HTMLElement): { hide(): void } => {
  const input = box.querySelector('input');
  const button = box.querySelector('button');
  if (input === null || button === null) return { hide: () => {} };
  const show = (isShown: boolean): void => {
    input.type = isShown ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(isShown));
  };
  button.addEventListener('click', () => show(input.type === 'password'));
  button.hidden = false;
  return { hide: () => show(false) };
};
