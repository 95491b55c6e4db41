import type { Source } from '../../rule/definition.ts';

/** Where the figures and rules of the pack were published. */
export const GB_SOURCES = {
  rates2025: {
    title: 'HMRC: Rates and thresholds for employers 2025 to 2026',
    url: 'https://www.gov.uk/guidance/rates-and-thresholds-for-employers-2025-to-2026',
    publishedOn: '2025',
  },
  rates2026: {
    title: 'HMRC: Rates and thresholds for employers 2026 to 2027',
    url: 'https://www.gov.uk/guidance/rates-and-thresholds-for-employers-2026-to-2027',
    publishedOn: '2026',
  },
  tables2025: {
    title: 'HMRC: Specification for PAYE Tax Table Routines, version 23.0',
    url: 'https://www.gov.uk/government/publications/payroll-technical-specifications-income-tax',
    publishedOn: '2025-01',
  },
  tables2026: {
    title: 'HMRC: Specification for PAYE Tax Table Routines, version 24.0',
    url: 'https://www.gov.uk/government/publications/payroll-technical-specifications-income-tax',
    publishedOn: '2026-02',
  },
  scotland2026: {
    title:
      'Institute of Certified Bookkeepers: Scottish Income Tax 2026/27, from the Scottish Budget of 13 January 2026',
    url: 'https://www.bookkeepers.org.uk/resources/news/governmental-update/scottish-income-tax-2026/27/a/10504',
    publishedOn: '2026-01',
  },
  thresholds2026: {
    title: 'Delphini Accounting: National Insurance, Class 1 thresholds and rates 2026/27, 2025/26 and 2024/25',
    url: 'https://delphiniaccounting.co.uk/resource-centre/tax-tables/national-insurance.php',
    publishedOn: null,
  },
  directors: {
    title:
      'HMRC: National Insurance Manual NIM12022, directors appointed during a tax year (SI 2001/1004, regulation 8)',
    url: 'https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim12022',
    publishedOn: null,
  },
  week53: {
    title: 'HMRC: PAYE Manual PAYE70015, extra pay days in weeks 53, 54 and 56',
    url: 'https://www.gov.uk/hmrc-internal-manuals/paye-manual/paye70015',
    publishedOn: null,
  },
  limit: {
    title:
      'Chartered Institute of Payroll Professionals: 50% regulatory limit on tax codes, after HMRC’s Employer Bulletin',
    url: 'https://www.cipp.org.uk/resources/news/50percentreglimittaxcodes.html',
    publishedOn: '2015-02-09',
  },
  insurance: {
    title: 'HMRC: National Insurance contributions guidance for software developers',
    url: 'https://www.gov.uk/government/publications/payroll-technical-specifications-national-insurance',
    publishedOn: '2026-01-29',
  },
  regulation11: {
    title:
      'HMRC: National Insurance Manual NIM01206, limits for other periods than a week (SI 2001/1004, regulation 11)',
    url: 'https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim01206',
    publishedOn: null,
  },
  regulation12: {
    title: 'Social Security (Contributions) Regulations 2001, regulation 12(1)',
    url: 'https://www.legislation.gov.uk/uksi/2001/1004/regulation/12',
    publishedOn: '2001',
  },
  loans2025: {
    title: 'HMRC: Collection of student loans from 6 April 2025',
    url: 'https://www.gov.uk/government/publications/payroll-technical-specifications-student-loans',
    publishedOn: '2024-11-20',
  },
  loans2026: {
    title: 'HMRC: Collection of student loans from 6 April 2026',
    url: 'https://www.gov.uk/government/publications/payroll-technical-specifications-student-loans/collection-of-student-loans-from-6-april-2026',
    publishedOn: null,
  },
} as const satisfies Record<string, Source>;
