import { entity } from '../entity.ts';
import { runningSumCodes, runningSumLabel } from './named-codes.ts';

export const PayOpeningBalance = entity('PayOpeningBalance', {
  kind: 'document',
  title: {
    en: ['Opening balance of pay', 'Opening balances of pay'],
    sv: ['Ingående lönesumma', 'Ingående lönesummor'],
    de: ['Anfangsstand der Abrechnung', 'Anfangsstände der Abrechnung'],
    hu: ['Nyitó göngyölt összeg', 'Nyitó göngyölt összegek'],
    sl: ['Začetno stanje plače', 'Začetna stanja plač'],
  },
  money: {
    amount: 'company.baseCurrencyCode',
  },
  names: { code: runningSumCodes },
  labels: { code: runningSumLabel },
  label: ['employee', 'taxYear', 'code'],
  columns: ['employee', 'taxYear', 'code', 'amount'],
  order: ['taxYear', 'code'],
});
