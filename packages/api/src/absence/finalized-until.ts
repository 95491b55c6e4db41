import type { CalendarDate } from '@kontor/core';

/**
 * The last day whose pay is settled for good: days until then are neither asked for nor taken back. Null while none is,
 * which holds for all: what settles pay has to tell it here.
 */
export const finalizedUntil = (): CalendarDate | null => null;
