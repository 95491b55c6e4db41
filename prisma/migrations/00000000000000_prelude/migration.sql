-- What every later migration may use: extensions, search_fold() for indexes on
-- names, and uuid7() as the default of every id. PostgreSQL 15 is the oldest
-- server we accept, so nothing newer is used here.

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

-- Case and accents folded away. Declared IMMUTABLE so that an index can hold it:
-- unaccent(text) is only STABLE because its dictionary could be changed, so the
-- dictionary is named. The collation is named too, or lower('Å') would depend on
-- the locale that somebody's server happened to be created with.
CREATE FUNCTION public.search_fold(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT lower(public.unaccent('public.unaccent'::regdictionary, value) COLLATE "und-x-icu")
$$;

-- UUID version 7 (RFC 9562): 48 bits of milliseconds, then the fraction of the
-- millisecond in 12 bits (method 3) so that ids made one after the other sort in
-- that order, then 62 random bits. gen_random_uuid() already set the variant.
CREATE FUNCTION public.uuid7() RETURNS uuid
LANGUAGE sql VOLATILE PARALLEL SAFE
AS $$
  SELECT encode(
    overlay(
      uuid_send(gen_random_uuid())
      PLACING int8send(((microseconds / 1000) << 16) | 28672 | ((microseconds % 1000) * 4096 / 1000))
      FROM 1 FOR 8
    ),
    'hex'
  )::uuid
  FROM (SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS microseconds) AS clock
$$;
