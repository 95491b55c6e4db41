-- Mail waits in the database until it is sent, so that it goes out if and only if what it tells has been committed.
CREATE TYPE "mail_kind" AS ENUM ('INVITATION', 'PASSWORD_RESET');

CREATE TABLE "mail" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "kind" "mail_kind" NOT NULL,
    "recipient" VARCHAR(254) NOT NULL,
    "sender" VARCHAR(200),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "failure" VARCHAR(500),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

CREATE INDEX mail_waiting ON mail (next_attempt_at) WHERE sent_at IS NULL AND failed_at IS NULL;

-- A grant may be ended before it begins: then it was never held.
ALTER TABLE role_grant
  DROP CONSTRAINT role_grant_dates,
  ADD CONSTRAINT role_grant_dates CHECK (until_at IS NULL OR until_at >= from_at);

-- A human being has one account: a second one would be a way to their pay that they do not see.
CREATE UNIQUE INDEX user_person_once ON app_user (person_id) WHERE active AND person_id IS NOT NULL;

-- People type their mail address as they like.
CREATE FUNCTION fold_user_email() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  NEW.email := lower(NEW.email);
  RETURN NEW;
END
$$;

CREATE TRIGGER fold_user_email BEFORE INSERT OR UPDATE OF email ON app_user
  FOR EACH ROW EXECUTE FUNCTION fold_user_email();

-- The user who carries out the operation; null outside one, and for whoever sits at the machine.
CREATE FUNCTION acting_user() RETURNS uuid
LANGUAGE sql STABLE
AS $$
  SELECT user_id FROM audit_operation WHERE id = nullif(current_setting('kontor.operation', true), '')::uuid
$$;

-- Nobody decides what they may do themselves: not by a grant, and not by becoming the account of another person.
CREATE FUNCTION check_own_account() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF NEW.id IS DISTINCT FROM acting_user() THEN
    RETURN NULL;
  END IF;
  IF NEW.person_id IS DISTINCT FROM OLD.person_id THEN
    RAISE EXCEPTION 'new row violates check constraint "user_own_person": nobody changes the person of their own account'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'user_own_person', TABLE = 'app_user', COLUMN = 'person_id';
  END IF;
  IF OLD.active AND NOT NEW.active THEN
    RAISE EXCEPTION 'new row violates check constraint "user_own_active": nobody takes their own account out of use'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'user_own_active', TABLE = 'app_user', COLUMN = 'active';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER own_account AFTER UPDATE OF person_id, active ON app_user
  FOR EACH ROW EXECUTE FUNCTION check_own_account();

CREATE FUNCTION check_own_grant() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF NEW.user_id = acting_user() THEN
    RAISE EXCEPTION 'new row violates check constraint "role_grant_own": nobody changes their own grants'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'role_grant_own', TABLE = 'role_grant', COLUMN = 'user_id';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER own_grant AFTER INSERT OR UPDATE ON role_grant
  FOR EACH ROW EXECUTE FUNCTION check_own_grant();

-- What lets somebody in ends with what it rests on, whoever changes that.
CREATE FUNCTION end_ways_in() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  UPDATE sign_in_link SET used_at = now() WHERE user_id = NEW.id AND used_at IS NULL;
  IF NOT NEW.active OR NEW.password_hash IS DISTINCT FROM OLD.password_hash THEN
    UPDATE session SET revoked_at = now() WHERE user_id = NEW.id AND revoked_at IS NULL;
  END IF;
  IF NOT NEW.active THEN
    UPDATE api_token SET revoked_at = now() WHERE user_id = NEW.id AND revoked_at IS NULL;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER end_ways_in AFTER UPDATE OF active, email, password_hash ON app_user
  FOR EACH ROW WHEN (
    (OLD.active AND NOT NEW.active)
    OR OLD.email IS DISTINCT FROM NEW.email
    OR OLD.password_hash IS DISTINCT FROM NEW.password_hash
  )
  EXECUTE FUNCTION end_ways_in();
