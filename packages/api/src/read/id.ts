const nothing = '00000000-0000-0000-0000-000000000000';
const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id as the database takes it. One of the wrong form is the id of nothing, so that it is answered like one. */
export const asId = (value: unknown): string => (typeof value === 'string' && uuidForm.test(value) ? value : nothing);
