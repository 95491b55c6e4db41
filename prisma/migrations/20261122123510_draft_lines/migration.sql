-- What the lines of a draft are is part of its version, although they stand in a table of their own.
ALTER TABLE entry_draft ADD COLUMN lines_hash bytea;
