/** What happens in the story, in the order of its days. */
export interface Schedule {
  /** Something that happens at a moment; of two at the same moment, the one that was written first comes first. */
  on(at: Date, deed: () => Promise<unknown>): void;
  /** Carries all of it out, one after the other. */
  play(progress: (done: number, planned: number) => void): Promise<void>;
}

export function newSchedule(): Schedule {
  const planned: { readonly at: Date; readonly deed: () => Promise<unknown> }[] = [];
  return {
    on: (at, deed) => void planned.push({ at, deed }),
    play: async (progress) => {
      planned.sort((a, b) => a.at.getTime() - b.at.getTime());
      for (const [index, { deed }] of planned.entries()) {
        await deed();
        progress(index + 1, planned.length);
      }
    },
  };
}
