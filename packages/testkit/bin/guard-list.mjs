// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text.

// The guards of the policy: each a place in the sources, and what stands there when it is taken out. The text must stand
// in the file exactly once, so that a guard that moved is noticed. The right to know who is in a list (`told` in
// read/field.ts) is not among them: in the tables of today both ends of a relation have the same class, so that it
// decides nothing that the relation itself does not. Nor are the condition on the state that an action would tell, and the
// fields that a search leaves out: whoever may act reads the state, and whoever sees rows what they are searched by, as
// tables.test.ts holds.

const guard = (what, file, text, without) => ({ what, file: `packages/api/src/${file}`, text, without });

export const guards = [
  guard('the row rule of a list', 'read/connection.ts', 'of(row),\n      rowRule(compilation, row),', 'of(row),'),
  guard(
    'the row rule of the row that a cursor names',
    'read/connection.ts',
    'of(cursorRow),\n        rowRule(compilation, cursorRow),',
    'of(cursorRow),',
  ),
  guard(
    'the row rule of a look-up by id',
    'read/statement.ts',
    "param(read, 'uuid')}`, rowRule(compilation, row)]",
    "param(read, 'uuid')}`]",
  ),
  guard(
    'the row rule at the end of a relation',
    'read/field.ts',
    '...(followsAcross(keyOf(row.entity, field), near, far) ? [] : [rowRule(compilation, target)]),',
    '...(followsAcross(keyOf(row.entity, field), near, far) ? [] : []),',
  ),
  guard(
    'the right to follow a relation',
    'read/field.ts',
    '...(followed ? [followed] : []),',
    '...(followed ? [] : []),',
  ),
  guard(
    'the condition on a value where it decides or labels',
    'read/field.ts',
    'return condition ? sql`(case when ${condition} then ${value} end)` : value;',
    'return condition ? value : value;',
  ),
  guard(
    'the refusal of a hidden field in filters and orders',
    'read/field.ts',
    'if (isNever(compilation.decisions.of(entity).read(field)))',
    'if (field === "")',
  ),
  guard(
    'the condition on a selected value',
    'read/record.ts',
    'if (condition === null) return plain;',
    'if (condition === null || true) return plain;',
  ),
  guard(
    'the nothing in place of a field that is never read',
    'read/record.ts',
    'valueAsKnown(compilation, row, field);\n  const read = decision.read(field.name);',
    'valueAsKnown(compilation, row, field);\n  const read = decision.row;',
  ),
  guard(
    'the word that a field was selected in vain',
    'read/record.ts',
    '(isNever(masked) || !hasEnd(field))) {\n    compilation.redacted.add(`${row.entity}.${field.name}`);',
    '(isNever(masked) || !hasEnd(field))) {',
  ),
  guard(
    'the mask over all but the last characters',
    'read/record.ts',
    "'•••• ' || right(${value}, 4)",
    "'•••• ' || ${value}",
  ),
  guard(
    'the right to see the list of a record',
    'read/record.ts',
    'return visible ? when(visible, [json.value]) : [json.value];',
    'return visible ? [json.value] : [json.value];',
  ),
  guard(
    'the row out of use that may not be known to be so',
    'read/connection.ts',
    'return shown === value ? value : sql`${shown} is not false`;',
    'return shown === value ? value : value;',
  ),
  guard(
    'the row rule of what a mutation changes',
    'read/look.ts',
    "param(() => asId(id), 'uuid')}`, rowRule(compilation, row)]",
    "param(() => asId(id), 'uuid')}`]",
  ),
  guard(
    'the fields that history tells',
    'meta/history.ts',
    'const readable = fields.filter((_, index) => found.holds[index]);',
    'const readable = fields;',
  ),
  guard(
    'the reason that history keeps to itself',
    'meta/history.ts',
    '(whole ? row : { ...row, reason: null })',
    '(whole ? row : row)',
  ),
  guard(
    'the hidden record that a change in history led to',
    'meta/history.ts',
    'return labels.get(field.type as EntityName)?.has(value) ? value : null;',
    'return labels.has(field.type as EntityName) ? value : value;',
  ),
  guard(
    'the row rule of what a stream tells',
    'live/changed-rows.ts',
    "where ${column(now.at, 'id')} = ${id} and ${rowRule(compilation, now)}) seen",
    "where ${column(now.at, 'id')} = ${id}) seen",
  ),
  guard(
    'the row rule of what a stream told before',
    'live/changed-rows.ts',
    "where not ${ofChange('made')} and ${rowRule(compilation, before)}) was",
    "where not ${ofChange('made')}) was",
  ),
  guard(
    'the fields of which a stream tells that they changed',
    'live/changed-rows.ts',
    '<> (was.seen is null) or seen.told\n',
    '<> (was.seen is null) or seen.told is not null\n',
  ),
  guard(
    'the condition on a field of which a stream tells that it changed',
    'live/changed-rows.ts',
    'told.push(and([among, ...(may ? [may] : [])]));',
    'told.push(and([among, ...(may ? [] : [])]));',
  ),
  guard(
    'the hidden record at both ends of a reference of which a stream tells that it changed',
    'live/changed-rows.ts',
    "const shown = field.kind === 'relation' ? showsTarget(compilation, row, field) : yes;",
    "const shown = field.kind === 'relation' ? yes : yes;",
  ),
  guard('the grants among what a plan is kept under', 'read/execute.ts', '|${decisionsFor(viewer).key}`', '|`'),
];
