import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ACCESS_FIELDS, EXPLAIN_ACCESS, WHO_MAY_READ } from '../access/access-query.ts';
import { figuresQuery } from '../figures/figures.ts';
import { catalogueOf } from '../generator/compile.ts';
import { META_QUERY } from '../generator/meta-query.ts';
import {
  createMutation,
  deactivateMutation,
  listQuery,
  recordQuery,
  rightsQuery,
  rowSelection,
  updateMutation,
} from '../generator/queries.ts';
import { payTotals, sampleMeta } from '../generator/sample-meta.ts';
import { PAY_CALENDAR } from '../home/pay-calendar.ts';
import { BOOK_ACCOUNTS, BOOK_CHOICES, BOOK_COMPANIES, POST_ENTRY, SAVE_ENTRY_DRAFT } from '../journal/books.ts';
import { ORG_CHART } from '../org-chart/tree.ts';
import { FIND } from '../palette/entries.ts';
import { comparisonQuery, PEOPLE_COMPARED } from '../pay-compare/comparison-query.ts';
import { payHistoryQuery } from '../pay-history/history-query.ts';
import { PAY_PREVIEW, PREVIEW_WHO } from '../pay-preview/preview-query.ts';
import { guideQuery, RUN_PROBLEMS } from '../pay-run/guide-query.ts';
import { HISTORY } from './history.ts';
import { UNDO_IMPORT } from './imports.ts';
import { CHANGE_VIEW, REMOVE_VIEW, SAVE_VIEW, SAVED_VIEWS } from './saved-views.ts';
import {
  BEGIN_SECOND_FACTOR,
  CONFIRM_SECOND_FACTOR,
  LINK_MY_IDENTITY,
  MY_SECURITY,
  MY_SESSIONS,
  MY_TOKENS,
  REPLACE_RECOVERY_CODES,
  REVOKE_OTHERS,
  SIGN_IN_PROVIDERS,
} from './security.ts';
import { CREATE_API_TOKEN, plain, SIGN_IN, SIGN_OUT, VIEWER } from './viewer.ts';

const schema = buildSchema(readFileSync(new URL('../../../api/schema.graphql', import.meta.url), 'utf8'));
const problems = (operation: string) => validate(schema, parse(operation)).map(({ message }) => message);

describe('every operation of the console is one of the graph', () => {
  it.each(
    Object.entries({
      BOOK_ACCOUNTS,
      BOOK_CHOICES,
      BOOK_COMPANIES,
      POST_ENTRY,
      SAVE_ENTRY_DRAFT,
      META_QUERY,
      HISTORY,
      FIND,
      ORG_CHART,
      EXPLAIN_ACCESS,
      WHO_MAY_READ,
      ACCESS_FIELDS,
      FIGURES: figuresQuery(payTotals),
      PAY_RUN_GUIDE: guideQuery({ people: true, batches: true }),
      PAY_RUN_GUIDE_OF_ACCOUNTING: guideQuery({ people: false, batches: true }),
      PAY_RUN_GUIDE_ALONE: guideQuery({ people: false, batches: false }),
      RUN_PROBLEMS,
      PAY_CALENDAR,
      PAY_PREVIEW,
      PREVIEW_WHO,
      PAY_HISTORY: payHistoryQuery(true),
      PAY_HISTORY_WITHOUT_SALARIES: payHistoryQuery(false),
      COMPARISON: comparisonQuery(true),
      PEOPLE_COMPARED,
      VIEWER,
      SIGN_IN,
      SIGN_OUT,
      UNDO_IMPORT,
      SAVED_VIEWS,
      SAVE_VIEW,
      CHANGE_VIEW,
      REMOVE_VIEW,
      CREATE_API_TOKEN,
      BEGIN_SECOND_FACTOR,
      LINK_MY_IDENTITY,
      CONFIRM_SECOND_FACTOR,
      MY_SECURITY,
      MY_SESSIONS,
      MY_TOKENS,
      REPLACE_RECOVERY_CODES,
      REVOKE_OTHERS,
      SIGN_IN_PROVIDERS,
      turnOffSecondFactor: plain('turnOffSecondFactor'),
      revokeSession: plain('revokeSession'),
      revokeApiToken: plain('revokeApiToken'),
      setUp: plain('setUp'),
      changeMyPassword: plain('changeMyPassword'),
      setPassword: plain('setPassword'),
      requestPasswordReset: plain('requestPasswordReset'),
      updateMyLanguage: plain('updateMyLanguage'),
    }),
  )('%s', (_name, operation) => {
    expect(problems(operation)).toEqual([]);
  });

  it.each(catalogueOf(sampleMeta, []).resources.map((resource) => [resource.name, resource] as const))(
    'those of %s',
    (_name, resource) => {
      const operations = [
        listQuery(resource, { selection: rowSelection(resource, resource.columnChoices), counted: true }),
        recordQuery(resource),
        rightsQuery(resource),
        ...(resource.create ? [createMutation(resource)] : []),
        updateMutation(resource),
        ...(resource.deactivates ? [deactivateMutation(resource, false), deactivateMutation(resource, true)] : []),
      ];
      expect(operations.flatMap(problems)).toEqual([]);
    },
  );
});
