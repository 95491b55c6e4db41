-- What a problem of a run is about, apart from its sentence: the console says it in five languages.
ALTER TABLE pay_problem ADD COLUMN "values" text[] NOT NULL DEFAULT '{}';
