import { entity } from '../entity.ts';

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
  label: ['employee', 'taxYear', 'code'],
  columns: ['employee', 'taxYear', 'code', 'amount'],
  order: ['taxYear', 'code'],
});
