-- Whoever closes periods does not thereby open them again: that is a right of its own.
ALTER TYPE "role" ADD VALUE 'CONTROLLER' AFTER 'ACCOUNTING';
