import { expect, it } from 'vitest';
import { createTypeAhead } from './type-ahead.ts';

class Key extends Event {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey = false;

  constructor(key: string, { ctrl = false, alt = false } = {}) {
    super('keydown', { cancelable: true });
    this.key = key;
    this.ctrlKey = ctrl;
    this.altKey = alt;
  }
}

it('keeps what is typed until the field takes it, and then leaves the keys alone', () => {
  const target = new EventTarget() as unknown as Window;
  const typeAhead = createTypeAhead(target);
  let left = 0;
  const press = (key: string, modifiers = {}) => target.dispatchEvent(new Key(key, modifiers));
  typeAhead.start(() => {
    left += 1;
  });
  for (const key of ['k', 'å', 'x', 'Backspace', 'Shift', 'Enter']) expect(press(key), key).toBe(false);
  expect(press('k', { ctrl: true })).toBe(true);
  // AltGr comes as both.
  expect(press('@', { ctrl: true, alt: true })).toBe(false);
  press('Escape');
  expect(left).toBe(1);
  expect(typeAhead.take()).toBe('kå@');
  expect(press('a')).toBe(true);
  expect(typeAhead.take()).toBe('');
});
