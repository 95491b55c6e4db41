import { expect, test } from 'vitest';
import { checkPassword, hashPassword, matchesPassword, passwordRules } from './password.ts';

const anna = { email: 'anna.berg@example.com', name: 'Anna Berg' };
const companies = ['Bergström & Söner AB', 'Kontor 24'];
const codes = async (password: string) => (await checkPassword(password, anna, companies)).map(({ code }) => code);

const manyWords = Array.from({ length: 60 }, (_, index) => ((index + 1) * 7919 ** 2).toString(36)).join(' ');

test.each<[string, string[]]>([
  ['vinterdackens lampa', []],
  ['correct horse battery staple', []],
  ['kdjfhgksjdhf', []],
  ['åäö åäö blåbärssoppa', []],
  ['korta ord', ['PASSWORD_TOO_SHORT']],
  [manyWords, ['PASSWORD_TOO_LONG']],
  ['Anna.Berg@Example.com', ['PASSWORD_IS_ADDRESS']],
  ['password1234', ['PASSWORD_TOO_COMMON']],
  ['P@ssw0rd1234', ['PASSWORD_TOO_COMMON']],
  ['passwordpassword', ['PASSWORD_TOO_COMMON']],
  ['123456789012', ['PASSWORD_TOO_COMMON']],
  ['qwertyuiop123', ['PASSWORD_TOO_COMMON']],
  ['aaaaaaaaaaaa', ['PASSWORD_TOO_COMMON']],
  ['Bergström & Söner AB', ['PASSWORD_IS_COMPANY']],
  ['bergströmsönerab2026!', ['PASSWORD_IS_COMPANY']],
  ['Kontorkontor', ['PASSWORD_IS_COMPANY']],
  ['bergström2026', ['PASSWORD_TOO_COMMON']],
  ['bergströms vinterlampa', []],
  ['hemlig', ['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_COMMON']],
])('%s: %j', async (password, expected) => {
  expect(await codes(password)).toEqual(expected);
});

test('every rule has a row above', () => {
  expect(passwordRules.map(({ code }) => code)).toEqual([
    'PASSWORD_TOO_SHORT',
    'PASSWORD_TOO_LONG',
    'PASSWORD_IS_ADDRESS',
    'PASSWORD_IS_COMPANY',
    'PASSWORD_TOO_COMMON',
  ]);
});

test('every password of the list of common ones is refused, in small letters and in capitals', async () => {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const long = dictionary['passwords-common'].map(String).filter((each) => [...each].length >= 12);
  expect(long.length).toBeGreaterThan(100);
  const accepted: string[] = [];
  for (const password of long.flatMap((each) => [each, each.toUpperCase()]))
    if ((await codes(password)).length === 0) accepted.push(password);
  expect(accepted).toEqual([]);
});

test('a password is kept by argon2id with a salt of its own', async () => {
  const [one, two] = [await hashPassword('vinterdackens lampa'), await hashPassword('vinterdackens lampa')];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
});

test.each([
  ['the same password', 'blåbärssoppa', 'blåbärssoppa', true],
  ['the same password from another keyboard', 'blåbärssoppa', 'blåbärssoppa'.normalize('NFD'), true],
  ['another password', 'blåbärssoppa', 'blabarssoppa', false],
  ['one with a blank after it', 'blåbärssoppa', 'blåbärssoppa ', false],
])('%s', async (_, kept, given, expected) => {
  expect(await matchesPassword(await hashPassword(kept), given)).toBe(expected);
});

test('where none is kept, none is right', async () => {
  expect(await matchesPassword(null, 'nobody has this password')).toBe(false);
});
