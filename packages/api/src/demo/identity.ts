/** Numbers of people who do not exist: made up, with the check digits that the countries demand. */
import type { CountryCode } from './country.ts';
import type { Chance } from './random.ts';

const numbers = (digits: string): number[] => [...digits].map(Number);

/** Personnummer with twelve digits; its serial number is of a range that was never given to newborns. */
function personnummer(birthOn: string, chance: Chance): string {
  const date = birthOn.replaceAll('-', '');
  const ten = `${date.slice(2)}${chance.between(980, 999)}`;
  const sum = numbers(ten).reduce((total, digit, index) => {
    const product = digit * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return `${date.slice(0, 2)}${ten}${(10 - (sum % 10)) % 10}`;
}

const day = 86_400_000;

/** Adóazonosító jel: the days from 1867 to the birth, three digits, and a check digit that has to be one digit. */
function hungarianTaxId(birthOn: string, chance: Chance): string {
  const days = Math.round((Date.parse(birthOn) - Date.parse('1867-01-01')) / day);
  for (;;) {
    const nine = `8${String(days).padStart(5, '0')}${chance.digits(3)}`;
    const check = numbers(nine).reduce((total, digit, index) => total + digit * (index + 1), 0) % 11;
    if (check < 10) return `${nine}${check}`;
  }
}

const nationalInsurance = (chance: Chance): string =>
  `${chance.pick([...'ABCEGHJKLMNPRSTWXYZ'])}${chance.pick([...'ACEHJLMPRSWXYZ'])}${chance.digits(6)}${chance.pick([...'ABCD'])}`;

/** A national identity number that is not among those given out. */
export function nationalIdOf(country: CountryCode, birthOn: string, chance: Chance, taken: Set<string>): string {
  for (;;) {
    const made =
      country === 'SE'
        ? personnummer(birthOn, chance)
        : country === 'HU'
          ? hungarianTaxId(birthOn, chance)
          : nationalInsurance(chance);
    // The two letters that the British register leaves out.
    if (taken.has(made) || /^(BG|GB|KN|NK|NT|TN|ZZ)/.test(made)) continue;
    taken.add(made);
    return made;
  }
}

/** Check digit of a Hungarian account: digits times 9, 7, 3, 1, filled up to a multiple of ten. */
const hungarianCheck = (digits: string): string => {
  const weights = [9, 7, 3, 1];
  const sum = numbers(digits).reduce((total, digit, index) => total + digit * (weights[index % 4] ?? 0), 0);
  return String((10 - (sum % 10)) % 10);
};

function accountOf(country: CountryCode, chance: Chance): string {
  if (country === 'SE') return `500${chance.digits(17)}`;
  if (country === 'GB') return `KNTR${chance.digits(14)}`;
  const bank = `117${chance.digits(4)}`;
  const account = chance.digits(15);
  return bank + hungarianCheck(bank) + account + hungarianCheck(account);
}

/** An IBAN of a country with the check digits of ISO 7064 mod 97-10. */
export function ibanOf(country: CountryCode, chance: Chance): string {
  const account = accountOf(country, chance);
  const digits = `${account}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const remainder = numbers(digits).reduce((rest, digit) => (rest * 10 + digit) % 97, 0);
  return `${country}${String(98 - remainder).padStart(2, '0')}${account}`;
}
