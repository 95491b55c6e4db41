/** Something that a server does beside its requests, until it is stopped. */
export interface RunningJob {
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/** Has work done again and again, so long after it ended. Work takes care of its failures, and asks whether to stop. */
export function startRounds(everyMilliseconds: number, work: (stopped: () => boolean) => Promise<void>): RunningJob {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const round = async (): Promise<void> => {
    await work(() => stopped);
    if (!stopped) timer = setTimeout(start, everyMilliseconds).unref();
  };
  const start = (): void => {
    running = round();
  };
  start();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
