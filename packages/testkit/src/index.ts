export { Browser, type BrowserAnswer } from './browser.ts';
export { addressOf, type Member, startWorld, type World, worldPassword } from './world.ts';
