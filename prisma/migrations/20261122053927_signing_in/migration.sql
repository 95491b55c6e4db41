-- CreateEnum
CREATE TYPE "unknown_users" AS ENUM ('REFUSE', 'CREATE');

-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "second_factor_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "role_grant" ADD COLUMN     "group_mapping_id" UUID;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "identity_provider_id" UUID,
ADD COLUMN     "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "identity_provider" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "name" VARCHAR(100) NOT NULL,
    "issuer" VARCHAR(300) NOT NULL,
    "client_id" VARCHAR(300) NOT NULL,
    "client_secret_sealed" BYTEA,
    "secret_set_at" TIMESTAMPTZ(3),
    "scopes" VARCHAR(300),
    "groups_claim" VARCHAR(100),
    "unknown_users" "unknown_users" NOT NULL DEFAULT 'REFUSE',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_identity" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "user_id" UUID NOT NULL,
    "identity_provider_id" UUID NOT NULL,
    "subject" VARCHAR(255) NOT NULL,
    "email" VARCHAR(254),
    "linked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_mapping" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "identity_provider_id" UUID NOT NULL,
    "group_name" VARCHAR(300) NOT NULL,
    "role" "role" NOT NULL,
    "company_id" UUID,
    "set_by_id" UUID,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "group_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_factor_rule" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "role" "role" NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "second_factor_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_factor" (
    "user_id" UUID NOT NULL,
    "secret_sealed" BYTEA NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "user_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_sign_in" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "identity_provider_id" UUID NOT NULL,
    "browser_hash" BYTEA NOT NULL,
    "state_hash" BYTEA NOT NULL,
    "nonce" VARCHAR(100) NOT NULL,
    "verifier_sealed" BYTEA NOT NULL,
    "next_path" VARCHAR(2000) NOT NULL,
    "link_user_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "provider_sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "user_identity_user_id_idx" ON "user_identity"("user_id");

-- CreateIndex
CREATE INDEX "user_identity_identity_provider_id_idx" ON "user_identity"("identity_provider_id");

-- CreateIndex
CREATE INDEX "group_mapping_identity_provider_id_idx" ON "group_mapping"("identity_provider_id");

-- CreateIndex
CREATE INDEX "group_mapping_company_id_idx" ON "group_mapping"("company_id");

-- CreateIndex
CREATE INDEX "group_mapping_set_by_id_idx" ON "group_mapping"("set_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_user_id_code_hash_key" ON "recovery_code"("user_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "provider_sign_in_state_hash_key" ON "provider_sign_in"("state_hash");

-- CreateIndex
CREATE INDEX "provider_sign_in_expires_at_idx" ON "provider_sign_in"("expires_at");

-- CreateIndex
CREATE INDEX "provider_sign_in_identity_provider_id_idx" ON "provider_sign_in"("identity_provider_id");

-- CreateIndex
CREATE INDEX "role_grant_group_mapping_id_idx" ON "role_grant"("group_mapping_id");

-- CreateIndex
CREATE INDEX "session_identity_provider_id_idx" ON "session"("identity_provider_id");

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_group_mapping_id_fkey" FOREIGN KEY ("group_mapping_id") REFERENCES "group_mapping"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_identity_provider_id_fkey" FOREIGN KEY ("identity_provider_id") REFERENCES "identity_provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_identity" ADD CONSTRAINT "user_identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_identity" ADD CONSTRAINT "user_identity_identity_provider_id_fkey" FOREIGN KEY ("identity_provider_id") REFERENCES "identity_provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_mapping" ADD CONSTRAINT "group_mapping_identity_provider_id_fkey" FOREIGN KEY ("identity_provider_id") REFERENCES "identity_provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_mapping" ADD CONSTRAINT "group_mapping_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_mapping" ADD CONSTRAINT "group_mapping_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_sign_in" ADD CONSTRAINT "provider_sign_in_identity_provider_id_fkey" FOREIGN KEY ("identity_provider_id") REFERENCES "identity_provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A provider names itself by an address without query and fragment (OpenID Connect Discovery 1.0, section 2), and
-- without TLS on this machine alone.
ALTER TABLE identity_provider
  ADD CONSTRAINT identity_provider_issuer CHECK (
    issuer ~ '^https://[^[:space:]?#@]+$' OR issuer ~ '^http://(localhost|127[.]0[.]0[.]1|\[::1\])(:[0-9]+)?(/[^[:space:]?#]*)?$'
  );
CREATE UNIQUE INDEX identity_provider_once ON identity_provider (issuer, client_id) WHERE active;
CREATE UNIQUE INDEX second_factor_rule_once ON second_factor_rule (role) WHERE active;
CREATE UNIQUE INDEX group_mapping_once
  ON group_mapping (identity_provider_id, group_name, role, coalesce(company_id, '00000000-0000-0000-0000-000000000000'))
  WHERE active;

-- One person at the provider is one user here, and one user is one person there.
CREATE UNIQUE INDEX user_identity_subject_once ON user_identity (identity_provider_id, subject) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX user_identity_user_once ON user_identity (user_id, identity_provider_id) WHERE ended_at IS NULL;

-- What somebody granted by hand stands beside what a group brought.
DROP INDEX role_grant_open_once;
CREATE UNIQUE INDEX role_grant_open_once ON role_grant (
  user_id,
  role,
  coalesce(company_id, '00000000-0000-0000-0000-000000000000'),
  coalesce(group_mapping_id, '00000000-0000-0000-0000-000000000000')
) WHERE until_at IS NULL;

-- Whoever sets a mapping stands in it, since it brings them nothing: it would be a grant to themselves.
CREATE FUNCTION note_setter() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  NEW.set_by_id := acting_user();
  RETURN NEW;
END
$$;

CREATE TRIGGER note_setter BEFORE INSERT OR UPDATE ON group_mapping
  FOR EACH ROW EXECUTE FUNCTION note_setter();

CREATE FUNCTION check_mapped_grant() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF EXISTS (SELECT FROM group_mapping WHERE id = NEW.group_mapping_id AND set_by_id = NEW.user_id) THEN
    RAISE EXCEPTION 'new row violates check constraint "role_grant_own": nobody grants themselves a role by a group'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'role_grant_own', TABLE = 'role_grant', COLUMN = 'user_id';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER mapped_grant AFTER INSERT ON role_grant
  FOR EACH ROW WHEN (NEW.group_mapping_id IS NOT NULL) EXECUTE FUNCTION check_mapped_grant();

-- What a group brought may end with one's own link or provider: by that nobody gains anything.
CREATE OR REPLACE FUNCTION check_own_grant() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.group_mapping_id IS NOT NULL AND OLD.until_at IS NULL AND NEW.until_at <= greatest(now(), OLD.from_at)
    AND (NEW.user_id, NEW.role, NEW.company_id, NEW.from_at, NEW.group_mapping_id)
      IS NOT DISTINCT FROM (OLD.user_id, OLD.role, OLD.company_id, OLD.from_at, OLD.group_mapping_id) THEN
    RETURN NULL;
  END IF;
  IF NEW.user_id = acting_user() THEN
    RAISE EXCEPTION 'new row violates check constraint "role_grant_own": nobody changes their own grants'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'role_grant_own', TABLE = 'role_grant', COLUMN = 'user_id';
  END IF;
  RETURN NULL;
END
$$;

-- What a provider let in and brought ends with it, with the group and with the link, whoever ends that.
CREATE FUNCTION end_mapped_grants() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  UPDATE role_grant SET until_at = greatest(from_at, now()) WHERE group_mapping_id = NEW.id AND until_at IS NULL;
  RETURN NULL;
END
$$;

CREATE TRIGGER end_mapped_grants AFTER UPDATE ON group_mapping
  FOR EACH ROW WHEN (
    (OLD.active AND NOT NEW.active)
    OR (OLD.identity_provider_id, OLD.group_name, OLD.role, OLD.company_id)
      IS DISTINCT FROM (NEW.identity_provider_id, NEW.group_name, NEW.role, NEW.company_id)
  )
  EXECUTE FUNCTION end_mapped_grants();

CREATE FUNCTION end_provider() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  UPDATE session SET revoked_at = now() WHERE identity_provider_id = NEW.id AND revoked_at IS NULL;
  UPDATE role_grant SET until_at = greatest(from_at, now())
  FROM group_mapping AS m
  WHERE role_grant.group_mapping_id = m.id AND m.identity_provider_id = NEW.id AND role_grant.until_at IS NULL;
  RETURN NULL;
END
$$;

CREATE TRIGGER end_provider AFTER UPDATE ON identity_provider
  FOR EACH ROW WHEN ((OLD.active AND NOT NEW.active) OR OLD.issuer IS DISTINCT FROM NEW.issuer)
  EXECUTE FUNCTION end_provider();

-- The same subject of another issuer is another person.
CREATE FUNCTION end_identities() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  UPDATE user_identity SET ended_at = now() WHERE identity_provider_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END
$$;

CREATE TRIGGER end_identities AFTER UPDATE ON identity_provider
  FOR EACH ROW WHEN (OLD.issuer IS DISTINCT FROM NEW.issuer) EXECUTE FUNCTION end_identities();

CREATE FUNCTION end_identity() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  UPDATE session SET revoked_at = now()
  WHERE user_id = NEW.user_id AND identity_provider_id = NEW.identity_provider_id AND revoked_at IS NULL;
  UPDATE role_grant SET until_at = greatest(from_at, now())
  FROM group_mapping AS m
  WHERE role_grant.group_mapping_id = m.id AND m.identity_provider_id = NEW.identity_provider_id
    AND role_grant.user_id = NEW.user_id AND role_grant.until_at IS NULL;
  RETURN NULL;
END
$$;

CREATE TRIGGER end_identity AFTER UPDATE ON user_identity
  FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION end_identity();
