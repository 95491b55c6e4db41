/** What the build makes of `refusals.ts` for one language: the reason by its code. */
declare module '*/refusals.ts?language=en' {
  const refusals: Readonly<Record<string, string>>;
  export default refusals;
}
declare module '*/refusals.ts?language=sv' {
  const refusals: Readonly<Record<string, string>>;
  export default refusals;
}
declare module '*/refusals.ts?language=de' {
  const refusals: Readonly<Record<string, string>>;
  export default refusals;
}
declare module '*/refusals.ts?language=hu' {
  const refusals: Readonly<Record<string, string>>;
  export default refusals;
}
declare module '*/refusals.ts?language=sl' {
  const refusals: Readonly<Record<string, string>>;
  export default refusals;
}
