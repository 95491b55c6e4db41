export { addressOf, type Member, startWorld, type World, worldPassword } from './world.ts';
